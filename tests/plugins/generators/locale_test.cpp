// Word lists of each locale.
#include <algorithm>
#include <map>
#include <set>

#include "harness.hpp"
#include "tests/support/catch.hpp"

namespace datagen::test {
namespace {

constexpr const char* kLocales[] = {"en_US", "de_DE", "es_ES", "fr_FR", "ja_JP", "pt_BR"};

Column in_locale(const char* locale, std::uint32_t max_characters = 100) {
  Column column = text_column(max_characters);
  column.locale = locale;
  return column;
}

std::vector<std::string> all_values(const Object& object) {
  REQUIRE(object.status() == DATAGEN_OK);
  return object.has(DATAGEN_DICTIONARY) ? object.dictionary() : object.values(sample_ordinals(object.info(), 5'000));
}

bool is_ascii(const std::string& text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

TEST_CASE("each locale has names, cities and streets enough, in its own script") {
  for (const char* locale : kLocales) {
    INFO(locale);
    std::size_t beyond_ascii = 0;
    for (const auto& [name, least] : std::map<std::string, std::size_t>{
             {"first_name", 150}, {"last_name", 150}, {"city", 40}, {"street", 60}, {"address", 1000}}) {
      INFO(name);
      const std::vector<std::string> values = all_values(Object(find_class(name), in_locale(locale)));
      const std::set<std::string> distinct(values.begin(), values.end());
      CHECK(distinct.size() >= least);
      for (const std::string& value : distinct) {
        INFO(value);
        CHECK(is_utf8(value));
        CHECK(value.find_first_of(":|,\n") == (std::string(name) == "address" ? value.find(',') : std::string::npos));
        CHECK(value.front() != ' ');
        CHECK(value.back() != ' ');
        beyond_ascii += is_ascii(value) ? 0 : 1;
      }
    }
    CHECK((beyond_ascii > 50) == (std::string(locale) != "en_US"));
  }
}

// State, country and postal code read off a city name lead back to it.
TEST_CASE("places of each locale agree") {
  for (const char* locale : kLocales) {
    const std::vector<std::string> cities = all_values(Object(find_class("city"), in_locale(locale)));
    std::vector<std::uint64_t> rows(cities.size());
    for (std::size_t i = 0; i < rows.size(); ++i) rows[i] = i * 104'729;
    for (const bool dictionary : {false, true}) {
      const Input input{cities, dictionary, {}};
      const auto read = [&](const char* name) {
        return Object(find_class(name), in_locale(locale), {{"city", 0}}, {input}).values(rows);
      };
      const std::vector<std::string> states = read("state"), countries = read("country"), codes = read("country_code"),
                                     postal = read("postal_code");
      const std::vector<std::string> state_countries =
          Object(find_class("country"), in_locale(locale), {{"state", 0}}, {Input{states, dictionary, {}}})
              .values(rows);
      std::map<std::string, std::string> country_of_code;
      for (std::size_t i = 0; i < cities.size(); ++i) {
        INFO(locale << ' ' << cities[i] << ' ' << states[i] << ' ' << countries[i] << ' ' << postal[i]);
        CHECK(!postal[i].empty());
        CHECK(country_of_code.try_emplace(codes[i], countries[i]).first->second == countries[i]);
        if (std::string(locale) != "en_US") {
          CHECK(codes[i] == std::string(locale).substr(3));
          CHECK(state_countries[i] == countries[i]);
        }
      }
    }
  }
}

TEST_CASE("e-mail addresses are ASCII in every locale and come from the row's names, whatever their script") {
  for (const char* locale : kLocales) {
    INFO(locale);
    const std::vector<std::string> firsts = all_values(Object(find_class("first_name"), in_locale(locale)));
    std::vector<std::string> lasts = all_values(Object(find_class("last_name"), in_locale(locale)));
    lasts.resize(std::min(firsts.size(), lasts.size()));
    const std::vector<std::string> some(firsts.begin(), firsts.begin() + static_cast<std::ptrdiff_t>(lasts.size()));
    std::vector<std::uint64_t> rows(lasts.size());
    for (std::size_t i = 0; i < rows.size(); ++i) rows[i] = i;
    const Object object(find_class("email"), in_locale(locale), {{"first_name", 0}, {"last_name", 1}},
                        {Input{some, true, {}}, Input{lasts, false, {}}});
    for (const std::string& value : object.values(rows)) {
      INFO(value);
      CHECK(is_ascii(value));
      const std::size_t dot = value.find('.'), at = value.find('@');
      CHECK(dot > 0);
      CHECK(dot < at);
    }
    for (const std::string& value : all_values(Object(find_class("email"), in_locale(locale)))) CHECK(is_ascii(value));
  }
  const std::vector<Input> names{{{"太郎"}, false, {}}, {{"佐藤"}, true, {}}};
  const Json options = {{"first_name", 0}, {"last_name", 1}};
  CHECK(Object(find_class("email"), in_locale("ja_JP"), options, names).values({7})[0].rfind("taro.sato", 0) == 0);
  CHECK(Object(find_class("full_name"), in_locale("ja_JP"), options, names).values({7})[0] == "佐藤 太郎");
  CHECK(Object(find_class("full_name"), in_locale("de_DE"), options, names).values({7})[0] == "太郎 佐藤");
}

TEST_CASE("a locale may be written in several ways, and an unknown one is refused by name") {
  const auto dictionary = [](const char* locale) {
    return Object(find_class("last_name"), in_locale(locale)).dictionary();
  };
  for (const char* german : {"de-DE", "de", "de_AT", "de_DE.UTF-8", "de_DE@euro"}) {
    CHECK(dictionary(german) == dictionary("de_DE"));
  }
  for (const char* plain : {"", "C", "POSIX", "C.UTF-8", "en_GB"}) CHECK(dictionary(plain) == dictionary("en_US"));
  for (const char* name :
       {"first_name", "last_name", "full_name", "city", "postal_code", "address", "phone", "email"}) {
    const Object object(find_class(name), in_locale("xx_XX"));
    INFO(name);
    CHECK(object.status() == DATAGEN_INVALID_OPTION);
    CHECK(object.message().find("ja_JP") != std::string::npos);
  }
}

TEST_CASE("telephone numbers are distinct and have their locale's form") {
  std::set<std::string> shapes;
  for (const char* locale : kLocales) {
    const Object object(find_class("phone"), in_locale(locale, 20));
    REQUIRE(object.has(DATAGEN_INJECTIVE));
    const std::vector<std::string> values = all_values(object);
    CHECK(std::set<std::string>(values.begin(), values.end()).size() == values.size());
    std::string shape = values.front();
    for (char& c : shape) c = c >= '0' && c <= '9' ? '#' : c;
    shapes.insert(shape);
  }
  CHECK(shapes.size() == std::size(kLocales));
}

}  // namespace
}  // namespace datagen::test
