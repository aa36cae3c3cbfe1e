// Values that read other columns of their row.
#include <set>

#include "harness.hpp"
#include "tests/support/catch.hpp"

namespace datagen::test {
namespace {

std::vector<std::uint64_t> count_to(std::size_t n) {
  std::vector<std::uint64_t> result;
  for (std::size_t i = 0; i < n; ++i) result.push_back(i * 7919);
  return result;
}

TEST_CASE("state, country, postal code and coordinates follow the city, plain or dictionary-encoded") {
  for (const bool dictionary : {false, true}) {
    const Input cities{{"Denver", "Paris", "NULL", "Toronto", "Nowhere", "Denver"}, dictionary, {}};
    const std::vector<std::uint64_t> rows = count_to(6);
    const auto read = [&](const char* name, const Column& column) {
      return Object(find_class(name), column, {{"city", 0}}, {cities}).values(rows);
    };
    CHECK(read("state", text_column())[0] == "Colorado");
    CHECK(read("state", text_column(2))[0] == "CO");
    CHECK(read("country", text_column(100))[1] == "France");
    CHECK(read("country", text_column(2))[3] == "CA");
    CHECK(read("postal_code", text_column(10))[0].substr(0, 3) == "802");
    CHECK(read("postal_code", text_column(10))[3].size() == 7);
    CHECK(read("time_zone", text_column())[5] == "America/Denver");
    CHECK(std::abs(std::stold(read("latitude", numeric_column(9, 6))[1]) / 1e6L - 48.86L) < 0.2L);
  }
  const Input states{{"Colorado", "Bavaria"}, true, {}};
  CHECK(Object(find_class("country"), text_column(), {{"state", 0}}, {states}).values({3, 4}) ==
        std::vector<std::string>{"United States", "Germany"});
}

TEST_CASE("an e-mail address is made of the row's names, in ASCII") {
  const std::vector<Input> names{{{"Zoë", "José", "NULL"}, false, {}}, {{"O'Neill", "Müller", "NULL"}, true, {}}};
  const Json options = {{"first_name", 0}, {"last_name", 1}};
  Column column = text_column(255);
  const std::vector<std::string> plain = Object(find_class("email"), column, options, names).values(count_to(3));
  CHECK(plain[0].rfind("zoe.oneill", 0) == 0);
  CHECK(plain[1].rfind("jose.muller", 0) == 0);
  CHECK(plain[2].find('@') != std::string::npos);
  column.distinct_needed = 5'000;
  const Object distinct(find_class("email"), column, options, names);
  CHECK(distinct.has(DATAGEN_INJECTIVE));
  CHECK(distinct.info().cardinality >= 5'000);
}

// Whatever the names are, distinct ordinals give distinct values that fit.
TEST_CASE("distinct e-mail addresses and user names stay distinct for equal names") {
  for (const char* name : {"email", "username"}) {
    for (const std::uint32_t length : {20u, 30u, 255u}) {
      std::vector<Input> names{{std::vector<std::string>(5'000, "Maximiliana9"), false, {}},
                               {std::vector<std::string>(5'000, "1"), false, {}}};
      Column column = text_column(length);
      column.distinct_needed = 5'000;
      const Object object(find_class(name), column, {{"first_name", 0}, {"last_name", 1}}, names);
      REQUIRE(object.status() == DATAGEN_OK);
      std::vector<std::uint64_t> ordinals(5'000);
      for (std::size_t i = 0; i < ordinals.size(); ++i) ordinals[i] = i;
      const std::vector<std::string> values = object.values(ordinals);
      CHECK(std::set<std::string>(values.begin(), values.end()).size() == values.size());
      for (const std::string& value : values) CHECK(value.size() <= length);
    }
  }
}

TEST_CASE("a time after another column is never before it and not after now") {
  Input created;
  for (std::uint64_t i = 0; i < 1000; ++i)
    created.timestamps.push_back(kNow - static_cast<std::int64_t>(i * i * 12'345'678));
  const std::vector<std::uint64_t> ordinals = count_to(1000);
  for (Column column : {timestamp_column(), date_column()}) {
    const Object object(find_class("updated_at"), column, {{"after", 0}, {"max_delay", "30d"}}, {created});
    const std::vector<std::string> values = object.values(ordinals);
    const std::int64_t unit = column.format == "tdD" ? 86'400'000'000 : 1;
    for (std::size_t i = 0; i < values.size(); ++i) {
      const std::int64_t time = std::stoll(values[i]) * unit;
      CHECK(time >= created.timestamps[i]);
      CHECK(time <= kNow);
      CHECK(time <= created.timestamps[i] + 31 * 86'400'000'000);
    }
  }
}

TEST_CASE("a full name joins the row's names") {
  const std::vector<Input> names{{{"Ada"}, false, {}}, {{"Lovelace"}, false, {}}};
  CHECK(Object(find_class("full_name"), text_column(), {{"first_name", 0}, {"last_name", 1}}, names).values({1}) ==
        std::vector<std::string>{"Ada Lovelace"});
}

// The row's most exact place decides the rest; one that is missing is read off the next.
TEST_CASE("places agree when only the state or the country is there") {
  const std::vector<std::string> names{"France", "Canada", "United States", "JP", "DEU", "NULL", "Atlantis"};
  for (const bool dictionary : {false, true}) {
    const Input countries{names, dictionary, {}};
    const std::vector<std::uint64_t> rows = count_to(names.size());
    const std::vector<std::string> states =
        Object(find_class("state"), text_column(), {{"country", 0}}, {countries}).values(rows);
    const std::vector<std::string> back =
        Object(find_class("country_code"), text_column(), {{"state", 0}}, {Input{states, dictionary, {}}}).values(rows);
    CHECK(std::vector<std::string>(back.begin(), back.begin() + 5) ==
          std::vector<std::string>{"FR", "CA", "US", "JP", "DE"});
    const std::vector<std::string> postal =
        Object(find_class("postal_code"), text_column(), {{"state", 0}, {"country", 1}},
               {Input{states, dictionary, {}}, countries})
            .values(rows);
    CHECK(postal[1].size() == 7);
    CHECK(postal[2].find_first_not_of("0123456789") == std::string::npos);
  }
}

TEST_CASE("a first name suits the gender that the row states, in words or letters") {
  const std::vector<std::string> female{"F", "female", "Female", "w", "mujer"}, male{"M", "male", "homme", "MALE"};
  for (const char* locale : {"en_US", "de_DE", "ja_JP"}) {
    for (const bool dictionary : {false, true}) {
      const auto names_of = [&](const std::vector<std::string>& genders) {
        Input input{{}, dictionary, {}};
        for (int i = 0; i < 200; ++i) input.texts.push_back(genders[static_cast<std::size_t>(i) % genders.size()]);
        Column column = text_column(50);
        column.locale = locale;
        const std::vector<std::string> names =
            Object(find_class("first_name"), column, {{"gender", 0}}, {input}).values(count_to(200));
        return std::set<std::string>(names.begin(), names.end());
      };
      const std::set<std::string> women = names_of(female), men = names_of(male), any = names_of({"NULL", "X"});
      INFO(locale);
      CHECK(women.size() > 40);
      CHECK(men.size() > 40);
      int of_women = 0, of_men = 0, of_both = 0;
      for (const std::string& name : women) of_both += men.count(name) != 0;
      for (const std::string& name : any) (women.count(name) != 0 ? of_women : of_men) += 1;
      CHECK(of_both < 5);
      CHECK(of_women > 10);
      CHECK(of_men > 10);
    }
  }
}

}  // namespace
}  // namespace datagen::test
