#include "options/relative_time.hpp"

#include <random>
#include <string>

#include "datagen/core/run.hpp"
#include "tests/support/catch.hpp"

namespace datagen {
namespace {

constexpr std::int64_t kSecond = 1'000'000;

std::int64_t at(const char* text) { return parse_timestamp(text).value(); }

}  // namespace

// Offsets of fixed length add up exactly, and the opposite offset leads back.
TEST_CASE("an offset and its opposite cancel out") {
  const std::pair<const char*, std::int64_t> units[] = {
      {"s", 1}, {"m", 60}, {"h", 3600}, {"d", 86'400}, {"w", 604'800}};
  std::mt19937_64 random(1);
  for (int i = 0; i < 2000; ++i) {
    const auto& [unit, seconds] = units[random() % 5];
    const auto count = static_cast<std::int64_t>(random() % 2000);
    INFO(count << unit);
    const std::int64_t now = RunOptions::default_now;
    const auto later = resolve_time("+" + std::to_string(count) + unit, now);
    REQUIRE(later == now + count * seconds * kSecond);
    REQUIRE(resolve_time("-" + std::to_string(count) + unit, *later) == now);
  }
}

TEST_CASE("months and years follow the calendar, cut to the month's length") {
  CHECK(resolve_time("+1mo", at("2024-01-31 10:00:00")) == at("2024-02-29 10:00:00"));
  CHECK(resolve_time("-1mo", at("2023-03-31")) == at("2023-02-28"));
  CHECK(resolve_time("-1y", at("2024-02-29")) == at("2023-02-28"));
  CHECK(resolve_time("+12mo", at("2023-05-06 07:08:09")) == resolve_time("+1y", at("2023-05-06 07:08:09")));
  CHECK(resolve_time("-1mo", at("1969-01-31 00:00:01")) == at("1968-12-31 00:00:01"));
}

TEST_CASE("what is no point in time is refused") {
  for (const char* text : {"", "+", "-", "30d", "+30", "+d", "+-3d", "-3 d", "+3q", "+99999y", "-9000y",
                           "+9223372036854775807w", "+99999999999999999999s", "tomorrow"}) {
    INFO(text);
    CHECK_FALSE(resolve_time(text, RunOptions::default_now));
  }
}

}  // namespace datagen
