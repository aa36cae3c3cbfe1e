// Ranges: values lie in them, what cannot fit is refused with the numbers, locate() agrees with values().
#include <algorithm>

#include "harness.hpp"
#include "tests/support/catch.hpp"

namespace datagen::test {
namespace {

std::uint64_t first_ordinal(const Object& object, long double bound, bool greater) {
  for (std::uint64_t i = 0; i < object.info().cardinality; ++i) {
    const long double value = std::stold(object.values({i}).front());
    if (greater ? value > bound : value >= bound) return i;
  }
  return object.info().cardinality;
}

// locate() is where a search through all values ends.
TEST_CASE("locate agrees with a search through the values") {
  const Object integers(find_class("integer_range"), integer_column(), {{"min", -20}, {"max", 20}, {"step", 3}});
  for (int bound = -25; bound <= 25; ++bound) {
    for (const bool greater : {false, true}) {
      const auto side = greater ? DATAGEN_LOCATE_FIRST_GREATER : DATAGEN_LOCATE_FIRST_NOT_LESS;
      CHECK(integers.locate(std::to_string(bound), side) == first_ordinal(integers, bound, greater));
      CHECK(integers.locate(std::to_string(bound) + ".5", side) ==
            first_ordinal(integers, bound + (bound < 0 || false ? -0.5L : 0.5L), greater));
    }
  }
  const Object days(find_class("date"), date_column(),
                    {{"start", std::int64_t{1'700'000'000'000'000}}, {"end", std::int64_t{1'703'000'000'000'000}}});
  CHECK(days.locate("2023-11-20", DATAGEN_LOCATE_FIRST_NOT_LESS) == first_ordinal(days, 19681, false));
  CHECK(days.locate("2023-11-20", DATAGEN_LOCATE_FIRST_GREATER) == first_ordinal(days, 19681, true));
  CHECK(days.locate("infinity", DATAGEN_LOCATE_FIRST_NOT_LESS) == days.info().cardinality);
}

TEST_CASE("a serial counts how many values fit its type") {
  const Object smallserial(find_class("serial"), {.type = "smallint", .format = "s"});
  CHECK(smallserial.info().cardinality == 32767);
  CHECK(smallserial.has(DATAGEN_SEQUENTIAL));
  const Object serial(find_class("serial"), integer_column());
  CHECK(serial.info().cardinality == 2'147'483'647);
  CHECK(serial.values({0, 1, 999}) == std::vector<std::string>{"1", "2", "1000"});
  const Object down(find_class("serial"), integer_column(), {{"start", 5}, {"increment", -2}});
  CHECK(down.values({0, 1, 2, 3}) == std::vector<std::string>{"5", "3", "1", "-1"});
}

TEST_CASE("plain numbers on a numeric column are the column's values") {
  const Object object(find_class("integer_range"), numeric_column(10, 2), {{"min", 999}, {"max", 999999}});
  REQUIRE(object.status() == DATAGEN_OK);
  CHECK(object.info().cardinality == 999'001);
  CHECK(object.values({0, 1, 999'000}) == std::vector<std::string>{"99900", "100000", "99999900"});
}

TEST_CASE("a range that cannot fit its type is refused with the largest that does") {
  const Object object(find_class("integer_range"), numeric_column(5, 2), {{"min", 1}, {"max", 2500}});
  CHECK(object.status() == DATAGEN_INVALID_OPTION);
  CHECK(object.message() == "max 2500.00 does not fit numeric(5,2): at most 999.99");
  const Object narrow(find_class("integer_range"), {.type = "smallint", .format = "s"}, {{"min", 0}, {"max", 40000}});
  CHECK(narrow.message() == "max 40000 does not fit smallint: at most 32767");
  const Object swapped(find_class("integer_range"), integer_column(), {{"min", 5}, {"max", 1}});
  CHECK(swapped.status() == DATAGEN_INVALID_OPTION);
}

TEST_CASE("a range that nobody configured lies within known bounds and is large enough") {
  for (const char* name : {"integer_range", "decimal_range", "price", "quantity", "rating", "age", "percentage"}) {
    for (Column column : {integer_column(), bigint_column(), numeric_column(8, 2)}) {
      column.minimum = "100";
      column.maximum = "250.5";
      const Object object(find_class(name), column);
      INFO(name << " on " << column.type << object.message());
      REQUIRE(object.status() == DATAGEN_OK);
      const long double unit = column.scale > 0 ? 100 : 1;
      for (const std::string& value : object.values(sample_ordinals(object.info(), 500))) {
        CHECK(std::stold(value) >= 100 * unit);
        CHECK(std::stold(value) <= 250.5L * unit);
      }
      column.minimum = column.maximum = "";
      column.distinct_needed = 500'000;
      CHECK(Object(find_class(name), column).info().cardinality >= 500'000);
    }
  }
}

TEST_CASE("times lie between start and end, and never after now by default") {
  const Object usual(find_class("timestamp"), timestamp_column());
  for (const std::string& value : usual.values(sample_ordinals(usual.info(), 1000))) CHECK(std::stoll(value) <= kNow);
  Column many = timestamp_column();
  many.distinct_needed = 1'000'000'000'000;
  CHECK(Object(find_class("timestamp"), many).info().cardinality >= many.distinct_needed);
}

TEST_CASE("an enum type takes only its labels, a length only what fits") {
  const Column mood{.type = "mood", .format = "u", .family = DATAGEN_FAMILY_ENUM, .labels = {"sad", "ok", "happy"}};
  const Object refused(find_class("enum"), mood, {{"values", {"sad", "glad"}}});
  CHECK(refused.status() == DATAGEN_INVALID_OPTION);
  CHECK(refused.message().find("sad, ok, happy") != std::string::npos);
  CHECK(Object(find_class("enum"), mood).dictionary() == mood.labels);
  CHECK(Object(find_class("enum"), text_column(3), {{"values", {"four"}}}).status() == DATAGEN_INVALID_OPTION);
  CHECK(Object(find_class("enum"), integer_column(), {{"values", {1.5}}}).status() == DATAGEN_INVALID_OPTION);
  CHECK(Object(find_class("enum"), integer_column(), {{"values", Json::array()}}).status() == DATAGEN_INVALID_OPTION);
}

TEST_CASE("weights come as lists and as maps") {
  const datagen_generator_class& type = find_class("weighted_enum");
  const std::vector<double> expected{80, 15, 5};
  CHECK(Object(type, text_column(), {{"values", {"a", "b", "c"}}, {"weights", {80, 15, 5}}}).weights() == expected);
  CHECK(Object(type, text_column(), {{"values", {{"a", 80}, {"b", 15}, {"c", 5}}}}).weights() == expected);
  CHECK(Object(type, text_column(), {{"weights", {{"a", 80}, {"b", 15}, {"c", 5}}}}).weights() == expected);
  const Json booleans = {{"values", {true, false}}, {"weights", {85, 15}}};
  const Column boolean{.type = "boolean", .format = "b", .family = DATAGEN_FAMILY_BOOLEAN};
  CHECK(Object(type, boolean, booleans).values({0, 1, 0}) == std::vector<std::string>{"true", "false", "true"});
  for (const Json& bad : {Json{{"values", {"a"}}, {"weights", {1, 2}}}, Json{{"values", {"a"}}, {"weights", {-1}}},
                          Json{{"values", {"a"}}, {"weights", {0}}}, Json::object(), Json{{"values", 3}}}) {
    INFO(bad.dump());
    CHECK(Object(type, text_column(), bad).status() == DATAGEN_INVALID_OPTION);
  }
}

// Whatever jitter and trend are, times keep the order of ordinals and stay between start and end; a growing pace leaves
// less time between later rows.
TEST_CASE("a time series with jitter and trend keeps its order and its bounds") {
  const datagen_generator_class& type = find_class("timeseries");
  for (const char* pattern : {"uniform", "business_hours", "daily_peak", "weekly"}) {
    for (const double jitter : {0.0, 0.3, 0.999}) {
      for (const double trend : {-1.9, -0.5, 0.0, 1.0, 1.9}) {
        INFO(pattern << ", jitter " << jitter << ", trend " << trend);
        const Object object(type, timestamp_column(),
                            {{"start", kNow - std::int64_t{364} * 86'400'000'000},
                             {"end", kNow},
                             {"interval", "1h"},
                             {"pattern", pattern},
                             {"jitter", jitter},
                             {"trend", trend}});
        REQUIRE(object.status() == DATAGEN_OK);
        std::vector<std::uint64_t> ordinals(object.info().cardinality);
        for (std::size_t i = 0; i < ordinals.size(); ++i) ordinals[i] = i;
        std::vector<std::int64_t> times;
        for (const std::string& value : object.values(ordinals)) times.push_back(std::stoll(value));
        CHECK(std::is_sorted(times.begin(), times.end()));
        CHECK(times.front() >= kNow - std::int64_t{365} * 86'400'000'000);
        CHECK(times.back() <= kNow);
        CHECK(times.back() >= kNow - std::int64_t{4} * 86'400'000'000);
        const std::int64_t middle = times[times.size() / 2], first = middle - times.front(),
                           last = times.back() - middle;
        if (trend >= 1) CHECK(first > last * 11 / 10);
        if (trend == 0.0) CHECK(std::abs(first - last) < first / 20);
        if (trend <= -1.9) CHECK(last > first * 11 / 10);
      }
    }
  }
}

// However long the interval is beside a week, the series is as long as its pace says, and never passes its end.
TEST_CASE("a time series of any interval fills the time up to its end, and no more") {
  const datagen_generator_class& type = find_class("timeseries");
  constexpr std::int64_t day = 86'400'000'000;
  for (const char* pattern : {"uniform", "business_hours", "daily_peak", "weekly"}) {
    for (const std::int64_t seconds : {600, 3600, 5000, 86'400, 156'816, 400'000, 700'000, 3'000'000}) {
      INFO(pattern << ", every " << seconds << " s");
      const std::int64_t length = std::min(std::int64_t{364} * day, seconds * 1'000'000 * 5000);
      const Object object(type, timestamp_column(),
                          {{"start", kNow - length},
                           {"end", kNow},
                           {"interval", std::to_string(seconds) + "s"},
                           {"pattern", pattern},
                           {"jitter", 0.6}});
      REQUIRE(object.status() == DATAGEN_OK);
      std::vector<std::uint64_t> ordinals(object.info().cardinality);
      for (std::size_t i = 0; i < ordinals.size(); ++i) ordinals[i] = i;
      std::vector<std::int64_t> times;
      for (const std::string& value : object.values(ordinals)) times.push_back(std::stoll(value));
      CHECK(std::is_sorted(times.begin(), times.end()));
      CHECK(times.back() <= kNow);
      CHECK(times.back() >= kNow - 4 * day - 2 * seconds * 1'000'000);
    }
  }
}

}  // namespace
}  // namespace datagen::test
