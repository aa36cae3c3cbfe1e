#include <array>
#include <cstring>
#include <limits>
#include <random>
#include <string>
#include <vector>

#include "datagen/text/decimal.hpp"
#include "datagen/text/staging.hpp"
#include "tests/support/catch.hpp"

namespace {

using namespace datagen::text;

constexpr std::uint64_t kSeed = 20'260'101;

Frame frame(char quote, std::string_view tail) {
  Frame result{quote, static_cast<std::uint32_t>(tail.size()), 0};
  std::memcpy(&result.tail, tail.data(), tail.size());
  return result;
}

std::string text_of(const StagedPairs& group, std::size_t i) {
  char text[64];
  std::memcpy(text, &group.first[i], 8);
  std::memcpy(text + group.extent[i].place, &group.second[i], 8);
  return {text, group.extent[i].size};
}

template <class Write>
std::string written(Write write) {
  char text[2'048];
  return {text, static_cast<std::size_t>(write(text) - text)};
}

// Groups of every size, so that each lane meets each value and each tail.
template <class Value, class Check>
void in_groups(const std::vector<Value>& values, Check check) {
  std::size_t size = 1;
  for (std::size_t first = 0; first < values.size(); first += size) {
    size = std::min(size % kGroupRows + 1, values.size() - first);
    for (const bool wide : {false, true}) {
      if (!wide || has_avx2()) check(values.data() + first, size, wide);
    }
  }
}

std::vector<std::int64_t> integers() {
  std::vector<std::int64_t> values = {std::numeric_limits<std::int64_t>::min(),
                                      std::numeric_limits<std::int64_t>::max()};
  std::mt19937_64 random(kSeed);
  for (const std::uint64_t power : kPowersOfTen) {
    for (const std::int64_t distance : {-2, -1, 0, 1, 2}) values.push_back(static_cast<std::int64_t>(power) + distance);
  }
  for (std::int64_t value = -100; value < 20'000; ++value) values.push_back(value);
  for (int i = 0; i < 200'000; ++i) values.push_back(static_cast<std::int64_t>(random() >> (random() % 64)));
  return values;
}

// The marks: values beyond 10^8 or below 0 are left, all others made.
bool is_left(std::int64_t value) { return value < 0 || value >= 100'000'000; }

}  // namespace

// Invariant: a group's text, by either path, is what the functions for single values write, with the tail; what is not
// of usual size is marked, and nothing else.
TEST_CASE("groups of integers are the text of each integer") {
  const Frame tab = frame(0, "\t"), comma = frame(0, ", ");
  in_groups(integers(), [&](const std::int64_t* values, std::size_t n, bool wide) {
    StagedPairs group;
    const Frame& chosen = n % 2 == 0 ? tab : comma;
    stage_integers(values, n, chosen, group, wide);
    for (std::size_t i = 0; i < n; ++i) {
      const std::string expected = is_left(values[i]) ? "" : std::to_string(values[i]) + (n % 2 == 0 ? "\t" : ", ");
      if (text_of(group, i) != expected) {
        CAPTURE(values[i], wide, n, text_of(group, i));
        FAIL("an integer of a group is not as it should be");
      }
    }
  });
}

TEST_CASE("groups of decimals are the text of each decimal, at every scale that fits") {
  const std::vector<std::int64_t> values = integers();
  for (std::uint32_t scale = 1; scale <= 7; ++scale) {
    in_groups(values, [&](const std::int64_t* some, std::size_t n, bool wide) {
      std::array<std::uint64_t, 2 * kGroupRows> words;
      for (std::size_t i = 0; i < n; ++i) {
        words[2 * i] = static_cast<std::uint64_t>(some[i]);
        words[2 * i + 1] = some[i] < 0 ? ~std::uint64_t{0} : some[i] == 7'777 ? 1 : 0;
      }
      StagedPairs group;
      stage_decimals(words.data(), n, scale, frame(0, "\t"), group, wide);
      for (std::size_t i = 0; i < n; ++i) {
        const bool left = is_left(some[i]) || words[2 * i + 1] != 0;
        const std::string expected =
            left ? "" : written([&](char* out) { return write_decimal(out, some[i], static_cast<int>(scale)); }) + "\t";
        if (text_of(group, i) != expected) {
          CAPTURE(some[i], scale, wide, n, text_of(group, i));
          FAIL("a decimal of a group is not as it should be");
        }
      }
    });
  }
}

TEST_CASE("groups of dates are the text of each date, for every day from year 1 to 9999 and others") {
  std::vector<std::int32_t> days = {std::numeric_limits<std::int32_t>::min(), std::numeric_limits<std::int32_t>::max()};
  for (std::int32_t day = kFirstPlainDay - 100; day <= kLastPlainDay + 100; ++day) days.push_back(day);
  in_groups(days, [&](const std::int32_t* values, std::size_t n, bool wide) {
    StagedPairs group;
    const bool quoted = n % 2 == 0;
    stage_dates(values, n, quoted ? frame('\'', "', ") : frame(0, "\t"), group, wide);
    for (std::size_t i = 0; i < n; ++i) {
      const std::string plain = written([&](char* out) { return write_date(out, values[i]); });
      const bool left = values[i] < kFirstPlainDay || values[i] > kLastPlainDay;
      if (text_of(group, i) != (left ? "" : quoted ? "'" + plain + "', " : plain + "\t")) {
        CAPTURE(values[i], wide, n, plain, text_of(group, i));
        FAIL("a date of a group is not as it should be");
      }
    }
  });
}

TEST_CASE("groups of timestamps are the text of each timestamp of whole seconds") {
  std::mt19937_64 random(kSeed);
  std::vector<std::int64_t> values = {std::numeric_limits<std::int64_t>::min(),
                                      std::numeric_limits<std::int64_t>::max(),
                                      0,
                                      kFirstPlainDay * kMicrosecondsPerDay - 1'000'000,
                                      kFirstPlainDay * kMicrosecondsPerDay,
                                      (kLastPlainDay + 1) * kMicrosecondsPerDay - 1'000'000,
                                      (kLastPlainDay + 1) * kMicrosecondsPerDay};
  for (std::int64_t second = 0; second < 86'400; ++second) values.push_back(second * 1'000'000);
  constexpr std::uint64_t kSeconds = std::uint64_t{kPlainDays} * 86'400;
  for (int i = 0; i < 200'000; ++i) {
    const std::int64_t second = static_cast<std::int64_t>(random() % kSeconds) + kFirstPlainDay * std::int64_t{86'400};
    values.push_back(second * 1'000'000 + (i % 16 == 0 ? 1 + static_cast<std::int64_t>(random() % 999'999) : 0));
  }
  in_groups(values, [&](const std::int64_t* some, std::size_t n, bool wide) {
    StagedTimestamps group;
    stage_timestamps(some, n, group, wide);
    for (std::size_t i = 0; i < n; ++i) {
      const std::string plain = written([&](char* out) { return write_timestamp(out, some[i], false); });
      const bool usual = plain.size() == 19 && plain.find("infinity") == std::string::npos;
      char text[32];
      std::memcpy(text, &group.first[i], 8);
      std::memcpy(text + 8, &group.second[i], 8);
      std::memcpy(text + 16, &group.third[i], 4);
      const bool made = group.third[i] != 0;
      if (made != usual || (made && std::string(text, 19) != plain)) {
        CAPTURE(some[i], wide, n, plain, std::string(text, 19));
        FAIL("a timestamp of a group is not as it should be");
      }
    }
  });
}
