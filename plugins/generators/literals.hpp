// Numbers and times in PostgreSQL's input syntax, exactly.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "common.hpp"

namespace datagen::generators {

inline constexpr std::int64_t kSecond = 1'000'000;
inline constexpr std::int64_t kDay = 86'400 * kSecond;

/// 10^exponent, exponent in [0, 38].
int128 power_of_ten(int exponent);

/// A number in units of 10^-scale: units <= number < units + 1; exact if equal.  Beyond +-10^38 units (and for
/// infinities) it is clamped there.
struct Scaled {
  int128 units = 0;
  bool exact = true;
};
inline constexpr int kMaximumScale = 30;
inline constexpr int kMaximumPrecision = 38;
/// "12", "-1.5", "1e3", "'7'::numeric" is not: the value alone.  Nothing for NaN or what is no number.
std::optional<Scaled> parse_number(std::string_view text, int scale);

/// units * 10^-scale with exactly `scale` decimals; returns the end.  At most 41 bytes.
char* print_scaled(char* out, int128 units, int scale);
std::string scaled_text(int128 units, int scale);

/// Days since 1970-01-01 in the proleptic Gregorian calendar (H. Hinnant, "chrono-Compatible Low-Level Date
/// Algorithms").
std::int64_t days_from_civil(std::int64_t year, int month, int day);
struct Civil {
  std::int64_t year;
  int month;
  int day;
};
Civil civil_from_days(std::int64_t days);

/// Moved into the years 1 to 9999, which every program reads.
std::int64_t usual_time(std::int64_t microseconds);

/// "2024-02-29", "2024-02-29 10:30:00.5", "2024-02-29T10:30:00Z", "...+02:00", "infinity", "-infinity" (the ends of
/// int64) as microseconds since 1970-01-01.
std::optional<std::int64_t> parse_timestamp(std::string_view text);
/// "10:30", "10:30:00.25" as microseconds since midnight; "24:00:00" is allowed.
std::optional<std::int64_t> parse_time_of_day(std::string_view text);
/// "30d", "2h", "90", "1.5h" (s m h d w mo y; no unit: seconds) as microseconds; months are 30 days, years 365.
std::optional<std::int64_t> parse_duration(std::string_view text);

/// "2024-02-29", "10:30:00[.ffffff]", "2024-02-29 10:30:00[.ffffff]"; return the end.  At most 32 bytes.
char* print_date(char* out, std::int64_t days);
char* print_time_of_day(char* out, std::int64_t microseconds);
char* print_timestamp(char* out, std::int64_t microseconds);

}  // namespace datagen::generators
