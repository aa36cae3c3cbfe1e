// Dates and times as PostgreSQL prints them in ISO style.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <string_view>

#include "datagen/text/integer.hpp"

namespace datagen::text {

inline constexpr std::size_t kMaxDateSize = 17;
inline constexpr std::size_t kMaxTimeSize = 32;
inline constexpr std::size_t kMaxTimestampSize = 40;

inline constexpr std::int64_t kMicrosecondsPerDay = 86'400'000'000;
inline constexpr std::int32_t kFirstPlainDay = -719'162;  // 0001-01-01
inline constexpr std::int32_t kLastPlainDay = 2'932'896;  // 9999-12-31

inline constexpr std::uint32_t kPlainDays = static_cast<std::uint32_t>(kLastPlainDay - kFirstPlainDay) + 1;

/// The day counted from kFirstPlainDay and the microseconds of that day.  A timestamp before that day has a day number
/// far above kPlainDays: one comparison tells whether the date is plain.
struct PlainTimestamp {
  std::uint64_t day;
  std::uint64_t time;
};

/// Any number of microseconds since 1970-01-01.
constexpr PlainTimestamp plain_timestamp(std::int64_t microseconds) {
  constexpr std::uint64_t kDay = static_cast<std::uint64_t>(kMicrosecondsPerDay);
  constexpr std::uint64_t kOrigin = static_cast<std::uint64_t>(-std::int64_t{kFirstPlainDay}) * kDay;
  const std::uint64_t since = static_cast<std::uint64_t>(microseconds) + kOrigin;
  return {since / kDay, since % kDay};
}

/// A day of the proleptic Gregorian calendar; year 0 is 1 BC.
struct CivilDate {
  std::int64_t year;
  std::uint32_t month;
  std::uint32_t day;
};

/// Any day number.  Algorithm: Howard Hinnant, "chrono-compatible low-level date algorithms", civil_from_days.
constexpr CivilDate civil_from_days(std::int64_t days_since_1970) {
  const std::int64_t days = days_since_1970 + 719'468;
  const std::int64_t era = (days >= 0 ? days : days - 146'096) / 146'097;
  const std::uint32_t day_of_era = static_cast<std::uint32_t>(days - era * 146'097);
  const std::uint32_t year_of_era =
      (day_of_era - day_of_era / 1'460 + day_of_era / 36'524 - day_of_era / 146'096) / 365;
  const std::uint32_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::uint32_t shifted_month = (5 * day_of_year + 2) / 153;
  const std::uint32_t month = shifted_month < 10 ? shifted_month + 3 : shifted_month - 9;
  return {static_cast<std::int64_t>(year_of_era) + era * 400 + (month <= 2 ? 1 : 0), month,
          day_of_year - (153 * shifted_month + 2) / 5 + 1};
}

/// Days from kFirstPlainDay to kLastPlainDay only.  Algorithm: Cassio Neri and Lorenz Schneider, "Euclidean affine
/// functions and their application to calendar algorithms", Software: Practice and Experience, 2023.
constexpr CivilDate plain_civil_from_days(std::int32_t days_since_1970) {
  const std::uint32_t days = static_cast<std::uint32_t>(days_since_1970 + 719'468);
  const std::uint32_t century_quarters = 4 * days + 3;
  const std::uint32_t century = century_quarters / 146'097;
  const std::uint64_t product = std::uint64_t{2'939'745} * (century_quarters % 146'097 | 3);
  const std::uint32_t year_of_century = static_cast<std::uint32_t>(product >> 32);
  const std::uint32_t day_of_year = static_cast<std::uint32_t>(product) / 2'939'745 / 4;
  const std::uint32_t month_and_day = 2'141 * day_of_year + 197'913;
  const std::uint32_t month = month_and_day >> 16;
  const bool next_year = day_of_year >= 306;
  return {100 * std::int64_t{century} + year_of_century + (next_year ? 1 : 0), next_year ? month - 12 : month,
          (month_and_day & 0xffffu) / 2'141 + 1};
}

namespace detail {

inline char* write_word(char* out, std::string_view word) {
  std::memcpy(out, word.data(), word.size());
  return out + word.size();
}

// Ten characters.
inline char* write_four_digit_date(char* out, std::uint32_t year, std::uint32_t month, std::uint32_t day) {
  const std::uint64_t century = year / 100;
  const std::uint64_t digits =
      split_pairs(century | (year - century * 100) << 16 | std::uint64_t{month} << 32 | std::uint64_t{day} << 48) |
      kZeros;
  constexpr std::uint64_t kDashes = '-' | std::uint64_t{'-'} << 24;
  store_bytes(out, digits);
  store_bytes(out + 4, kDashes | (digits >> 24 & 0xffff00u) | (digits >> 48) << 32);
  return out + 10;
}

// Ten characters; kFirstPlainDay <= day <= kLastPlainDay.
inline char* write_plain_date(char* out, std::int32_t day) {
  const CivilDate date = plain_civil_from_days(day);
  return write_four_digit_date(out, static_cast<std::uint32_t>(date.year), date.month, date.day);
}

// "13:07:00", from less than 100 hours.
inline char* write_clock(char* out, std::uint32_t seconds) {
  const std::uint32_t minutes = seconds / 60, hours = minutes / 60;
  const std::uint64_t digits =
      split_pairs(hours | std::uint64_t{minutes - hours * 60} << 16 | std::uint64_t{seconds - minutes * 60} << 32) |
      kZeros;
  constexpr std::uint64_t kColons = std::uint64_t{':'} << 16 | std::uint64_t{':'} << 40;
  store_bytes(out, kColons | (digits & 0xffffu) | (digits >> 16 & 0xffffu) << 24 | (digits >> 32) << 48);
  return out + 8;
}

// Without the era; *before_christ says that " BC" is to follow the last part.
[[gnu::noinline]] inline char* write_far_date(char* out, std::int64_t day, bool* before_christ) {
  const CivilDate date = civil_from_days(day);
  *before_christ = date.year <= 0;
  const std::uint64_t year = static_cast<std::uint64_t>(*before_christ ? 1 - date.year : date.year);
  out = year < 10'000 ? write_padded(out, year, 4) : write_unsigned(out, year);
  *out++ = '-';
  out = write_padded(out, date.month, 2);
  *out++ = '-';
  return write_padded(out, date.day, 2);
}

}  // namespace detail

/// Days since 1970-01-01: "2024-02-29", "12345-01-01", "0044-03-15 BC".  As in PostgreSQL's own binary form, the least
/// and greatest int32 are -infinity and infinity.  At most kMaxDateSize bytes.
inline char* write_date(char* out, std::int32_t day) {
  if (day >= kFirstPlainDay && day <= kLastPlainDay) return detail::write_plain_date(out, day);
  if (day == std::numeric_limits<std::int32_t>::max()) return detail::write_word(out, "infinity");
  if (day == std::numeric_limits<std::int32_t>::min()) return detail::write_word(out, "-infinity");
  bool before_christ = false;
  out = detail::write_far_date(out, day, &before_christ);
  return before_christ ? detail::write_word(out, " BC") : out;
}

/// Microseconds since midnight, not negative: "13:07:00", "13:07:00.25", "24:00:00".  Hours of a value beyond a day
/// keep counting.  At most kMaxTimeSize bytes.
inline char* write_time(char* out, std::int64_t microseconds) {
  const std::uint64_t unsigned_value = static_cast<std::uint64_t>(microseconds);
  const std::uint64_t seconds = unsigned_value / 1'000'000;
  const std::uint32_t fraction = static_cast<std::uint32_t>(unsigned_value - seconds * 1'000'000);
  constexpr std::uint64_t kHundredHours = 360'000;
  if (seconds < kHundredHours) [[likely]] {
    out = detail::write_clock(out, static_cast<std::uint32_t>(seconds));
  } else {
    char minutes_and_seconds[16];
    detail::write_clock(minutes_and_seconds, static_cast<std::uint32_t>(seconds % 3'600));
    out = write_unsigned(out, seconds / 3'600);
    std::memcpy(out, minutes_and_seconds + 2, 6);
    out += 6;
  }
  if (fraction == 0) return out;
  *out++ = '.';
  return write_six_trimmed(out, fraction);
}

/// Microseconds since 1970-01-01: "2024-02-29 13:07:00.25" with `mark` between date and time, and `zone`, of at most
/// six bytes, after it.  The least and greatest int64 are -infinity and infinity.  At most kMaxTimestampSize bytes.
inline char* write_timestamp(char* out, std::int64_t microseconds, char mark, std::string_view zone) {
  const PlainTimestamp plain = plain_timestamp(microseconds);
  std::int64_t time = static_cast<std::int64_t>(plain.time);
  bool before_christ = false;
  if (plain.day < kPlainDays) [[likely]] {
    out = detail::write_plain_date(out, static_cast<std::int32_t>(plain.day) + kFirstPlainDay);
  } else {
    if (microseconds == std::numeric_limits<std::int64_t>::max()) return detail::write_word(out, "infinity");
    if (microseconds == std::numeric_limits<std::int64_t>::min()) return detail::write_word(out, "-infinity");
    std::int64_t day = microseconds / kMicrosecondsPerDay;
    time = microseconds % kMicrosecondsPerDay;
    if (time < 0) {
      time += kMicrosecondsPerDay;
      --day;
    }
    out = detail::write_far_date(out, day, &before_christ);
  }
  *out++ = mark;
  out = detail::write_word(write_time(out, time), zone);
  return before_christ ? detail::write_word(out, " BC") : out;
}

/// As PostgreSQL writes it: "2024-02-29 13:07:00.25", with "+00" after it when utc.
inline char* write_timestamp(char* out, std::int64_t microseconds, bool utc) {
  return write_timestamp(out, microseconds, ' ', utc ? "+00" : "");
}

}  // namespace datagen::text
