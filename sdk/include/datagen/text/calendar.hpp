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

inline char* write_month_and_day(char* out, std::uint32_t month, std::uint32_t day) {
  *out++ = '-';
  out = write_pair(out, month);
  *out++ = '-';
  return write_pair(out, day);
}

// Ten characters; kFirstPlainDay <= day <= kLastPlainDay.
inline char* write_plain_date(char* out, std::int32_t day) {
  const CivilDate date = plain_civil_from_days(day);
  const std::uint32_t year = static_cast<std::uint32_t>(date.year);
  write_pair(out, year / 100);
  write_pair(out + 2, year % 100);
  return write_month_and_day(out + 4, date.month, date.day);
}

// Without the era; *before_christ says that " BC" is to follow the last part.
[[gnu::noinline]] inline char* write_far_date(char* out, std::int64_t day, bool* before_christ) {
  const CivilDate date = civil_from_days(day);
  *before_christ = date.year <= 0;
  const std::uint64_t year = static_cast<std::uint64_t>(*before_christ ? 1 - date.year : date.year);
  out = year < 10'000 ? write_padded(out, year, 4) : write_unsigned(out, year);
  return write_month_and_day(out, date.month, date.day);
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
  const std::uint64_t total_seconds = unsigned_value / 1'000'000;
  std::uint32_t fraction = static_cast<std::uint32_t>(unsigned_value % 1'000'000);
  const std::uint64_t all_hours = total_seconds / 3'600;
  const std::uint32_t rest = static_cast<std::uint32_t>(total_seconds % 3'600);
  out = all_hours < 100 ? write_pair(out, static_cast<std::uint32_t>(all_hours)) : write_unsigned(out, all_hours);
  *out++ = ':';
  out = write_pair(out, rest / 60);
  *out++ = ':';
  out = write_pair(out, rest % 60);
  if (fraction == 0) return out;
  *out++ = '.';
  write_pair(out, fraction / 10'000);
  write_pair(out + 2, fraction / 100 % 100);
  write_pair(out + 4, fraction % 100);
  out += 6;
  while (out[-1] == '0') --out;
  return out;
}

/// Microseconds since 1970-01-01: "2024-02-29 13:07:00.25", with "+00" after it when utc.  The least and greatest int64
/// are -infinity and infinity.  At most kMaxTimestampSize bytes.
inline char* write_timestamp(char* out, std::int64_t microseconds, bool utc) {
  std::int64_t day = microseconds / kMicrosecondsPerDay;
  std::int64_t time = microseconds % kMicrosecondsPerDay;
  if (time < 0) {
    time += kMicrosecondsPerDay;
    --day;
  }
  bool before_christ = false;
  if (day >= kFirstPlainDay && day <= kLastPlainDay) {
    out = detail::write_plain_date(out, static_cast<std::int32_t>(day));
  } else {
    if (microseconds == std::numeric_limits<std::int64_t>::max()) return detail::write_word(out, "infinity");
    if (microseconds == std::numeric_limits<std::int64_t>::min()) return detail::write_word(out, "-infinity");
    out = detail::write_far_date(out, day, &before_christ);
  }
  *out++ = ' ';
  out = write_time(out, time);
  if (utc) out = detail::write_word(out, "+00");
  return before_christ ? detail::write_word(out, " BC") : out;
}

}  // namespace datagen::text
