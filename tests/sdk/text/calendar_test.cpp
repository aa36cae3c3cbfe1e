#include <cstdio>
#include <limits>
#include <random>
#include <string>

#include "datagen/text/calendar.hpp"
#include "tests/support/catch.hpp"

namespace {

using namespace datagen::text;

constexpr std::uint64_t kSeed = 7;

std::string date(std::int32_t day) {
  char buffer[kMaxDateSize + 64];
  const char* end = write_date(buffer, day);
  if (static_cast<std::size_t>(end - buffer) > kMaxDateSize) FAIL("longer than promised");
  return {buffer, static_cast<std::size_t>(end - buffer)};
}

std::string timestamp(std::int64_t microseconds, bool utc) {
  char buffer[kMaxTimestampSize + 64];
  const char* end = write_timestamp(buffer, microseconds, utc);
  if (static_cast<std::size_t>(end - buffer) > kMaxTimestampSize) FAIL("longer than promised");
  return {buffer, static_cast<std::size_t>(end - buffer)};
}

std::string time_of_day(std::int64_t microseconds) {
  char buffer[kMaxTimeSize + 64];
  const char* end = write_time(buffer, microseconds);
  return {buffer, static_cast<std::size_t>(end - buffer)};
}

// A calendar that is walked one day at a time, with the leap-year rule and nothing else.
struct Walker {
  std::int64_t year;
  int month;
  int day;

  void next() {
    const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    const int lengths[] = {31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (++day > lengths[month - 1]) {
      day = 1;
      if (++month > 12) {
        month = 1;
        ++year;
      }
    }
  }

  std::string text() const {
    char buffer[64];
    std::snprintf(buffer, sizeof buffer, "%04lld-%02d-%02d%s", static_cast<long long>(year > 0 ? year : 1 - year),
                  month, day, year > 0 ? "" : " BC");
    return buffer;
  }
};

}  // namespace

// Invariant: every day from PostgreSQL's first (24 November 4714 BC, Julian day 0) to beyond 9999 has the date that a
// calendar walked day by day has.
TEST_CASE("every day from 4714 BC to the year 11000 has its date") {
  Walker walker{-4713, 11, 24};
  std::int32_t day = -2'440'588;
  std::int32_t epoch = 0;
  for (; walker.year < 11'000; ++day, walker.next()) {
    const std::string text = date(day);
    if (text != walker.text()) {
      CAPTURE(day, text, walker.text());
      FAIL("a wrong date");
    }
    if (text == "1970-01-01") epoch = day + 1;
  }
  CHECK(epoch == 1);
}

TEST_CASE("dates at the edges are written as the server reads them") {
  CHECK(date(kFirstPlainDay) == "0001-01-01");
  CHECK(date(kFirstPlainDay - 1) == "0001-12-31 BC");
  CHECK(date(kLastPlainDay) == "9999-12-31");
  CHECK(date(kLastPlainDay + 1) == "10000-01-01");
  CHECK(date(2'145'042'905) == "5874897-12-31");
  CHECK(date(std::numeric_limits<std::int32_t>::max()) == "infinity");
  CHECK(date(std::numeric_limits<std::int32_t>::min()) == "-infinity");
  CHECK(date(std::numeric_limits<std::int32_t>::min() + 1).ends_with(" BC"));
}

// Invariant: a timestamp is its date and its time of day; the fraction has no trailing zeros and loses nothing.
TEST_CASE("timestamps are a date and a time of day") {
  std::mt19937_64 random(kSeed);
  for (int i = 0; i < 200'000; ++i) {
    const std::int64_t day = static_cast<std::int64_t>(random() % 6'000'000) - 2'440'588;
    std::int64_t time = static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(kMicrosecondsPerDay));
    const std::int64_t grain[] = {1, 10, 1'000, 100'000, 1'000'000, 60'000'000};
    time -= time % grain[random() % 6];
    char expected_time[64];
    std::snprintf(expected_time, sizeof expected_time, "%02d:%02d:%02d.%06d", static_cast<int>(time / 3'600'000'000),
                  static_cast<int>(time / 60'000'000 % 60), static_cast<int>(time / 1'000'000 % 60),
                  static_cast<int>(time % 1'000'000));
    std::string shortened = expected_time;
    while (shortened.back() == '0' && shortened.find('.') != std::string::npos) shortened.pop_back();
    if (shortened.back() == '.') shortened.pop_back();
    std::string expected_date = date(static_cast<std::int32_t>(day));
    const bool before_christ = expected_date.ends_with(" BC");
    if (before_christ) expected_date.resize(expected_date.size() - 3);
    const std::string era = before_christ ? " BC" : "";
    const std::int64_t moment = day * kMicrosecondsPerDay + time;
    CAPTURE(day, time);
    if (time_of_day(time) != shortened) FAIL(time_of_day(time));
    if (timestamp(moment, false) != expected_date + " " + shortened + era) FAIL(timestamp(moment, false));
    if (timestamp(moment, true) != expected_date + " " + shortened + "+00" + era) FAIL(timestamp(moment, true));
  }
}

TEST_CASE("times at the edges are written as the server reads them") {
  CHECK(time_of_day(0) == "00:00:00");
  CHECK(time_of_day(kMicrosecondsPerDay) == "24:00:00");
  CHECK(time_of_day(kMicrosecondsPerDay - 1) == "23:59:59.999999");
  CHECK(timestamp(-1, true) == "1969-12-31 23:59:59.999999+00");
  CHECK(timestamp(std::numeric_limits<std::int64_t>::max(), true) == "infinity");
  CHECK(timestamp(std::numeric_limits<std::int64_t>::min(), false) == "-infinity");
  CHECK(timestamp(std::numeric_limits<std::int64_t>::min() + 1, true).ends_with("+00 BC"));
}
