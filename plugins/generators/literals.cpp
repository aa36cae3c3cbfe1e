#include "literals.hpp"

#include <algorithm>
#include <charconv>
#include <limits>

namespace datagen::generators {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

// Up to `most` digits from the front.
std::optional<std::int64_t> take_digits(std::string_view& text, std::size_t least, std::size_t most) {
  std::int64_t value = 0;
  std::size_t n = 0;
  while (n < most && n < text.size() && is_digit(text[n])) value = value * 10 + (text[n++] - '0');
  if (n < least) return std::nullopt;
  text.remove_prefix(n);
  return value;
}

bool take(std::string_view& text, char c) {
  if (text.empty() || text.front() != c) return false;
  text.remove_prefix(1);
  return true;
}

// "hh:mm[:ss[.f...]]" from the front.
std::optional<std::int64_t> take_time(std::string_view& text) {
  const auto hour = take_digits(text, 1, 2);
  if (!hour || !take(text, ':')) return std::nullopt;
  const auto minute = take_digits(text, 2, 2);
  if (!minute) return std::nullopt;
  std::int64_t result = (*hour * 60 + *minute) * 60 * kSecond;
  if (take(text, ':')) {
    const auto second = take_digits(text, 2, 2);
    if (!second || *second > 60) return std::nullopt;
    result += *second * kSecond;
    if (take(text, '.')) {
      std::int64_t unit = kSecond / 10;
      while (!text.empty() && is_digit(text.front())) {
        result += (text.front() - '0') * unit;
        unit /= 10;
        text.remove_prefix(1);
      }
    }
  }
  if (*hour > 24 || *minute > 59 || result > kDay) return std::nullopt;
  return result;
}

char* two_digits(char* out, std::int64_t value) {
  out[0] = static_cast<char>('0' + value / 10);
  out[1] = static_cast<char>('0' + value % 10);
  return out + 2;
}

}  // namespace

int128 power_of_ten(int exponent) {
  int128 result = 1;
  for (int i = 0; i < exponent; ++i) result *= 10;
  return result;
}

std::optional<Scaled> parse_number(std::string_view text, int scale) {
  text = trimmed(text);
  const int128 limit = power_of_ten(38);
  bool negative = false;
  if (take(text, '-')) {
    negative = true;
  } else {
    take(text, '+');
  }
  if (text == "infinity" || text == "Infinity" || text == "inf") return Scaled{negative ? -limit : limit, true};
  std::string digits;
  std::int64_t point = -1;
  while (!text.empty() && (is_digit(text.front()) || (text.front() == '.' && point < 0))) {
    if (text.front() == '.') {
      point = static_cast<std::int64_t>(digits.size());
    } else {
      digits += text.front();
    }
    text.remove_prefix(1);
  }
  if (digits.empty()) return std::nullopt;
  std::int64_t exponent = 0;
  if (!text.empty() && (text.front() == 'e' || text.front() == 'E')) {
    text.remove_prefix(1);
    const bool minus = take(text, '-');
    if (!minus) take(text, '+');
    const auto value = take_digits(text, 1, 6);
    if (!value) return std::nullopt;
    exponent = minus ? -*value : *value;
  }
  if (!text.empty()) return std::nullopt;
  // Digits before this place are whole units.
  const std::int64_t whole =
      (point < 0 ? static_cast<std::int64_t>(digits.size()) : point) + exponent + static_cast<std::int64_t>(scale);
  Scaled result;
  for (std::int64_t i = 0; i < static_cast<std::int64_t>(digits.size()); ++i) {
    const int digit = digits[static_cast<std::size_t>(i)] - '0';
    if (i >= whole) {
      if (digit != 0) result.exact = false;
    } else if (result.units < limit) {
      result.units = result.units * 10 + digit;
    }
  }
  for (auto i = static_cast<std::int64_t>(digits.size()); i < whole && result.units != 0 && result.units < limit; ++i) {
    result.units *= 10;
  }
  if (result.units >= limit) result = {limit, true};
  if (negative) {
    result.units = -result.units;
    if (!result.exact) result.units -= 1;
  }
  return result;
}

char* print_scaled(char* out, int128 units, int scale) {
  char digits[48];
  char* const end = digits + sizeof digits;
  char* begin = end;
  uint128 rest = units < 0 ? -static_cast<uint128>(units) : static_cast<uint128>(units);
  for (int printed = 0; rest != 0 || printed <= scale; ++printed) {
    if (printed == scale && scale > 0) *--begin = '.';
    *--begin = static_cast<char>('0' + static_cast<int>(rest % 10));
    rest /= 10;
  }
  if (units < 0) *out++ = '-';
  return std::copy(begin, end, out);
}

std::string scaled_text(int128 units, int scale) {
  char buffer[64];
  return {buffer, print_scaled(buffer, units, scale)};
}

std::int64_t days_from_civil(std::int64_t year, int month, int day) {
  year -= month <= 2;
  const std::int64_t era = (year >= 0 ? year : year - 399) / 400;
  const std::int64_t year_of_era = year - era * 400;
  const std::int64_t day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
  const std::int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

Civil civil_from_days(std::int64_t days) {
  days += 719468;
  const std::int64_t era = (days >= 0 ? days : days - 146096) / 146097;
  const std::int64_t day_of_era = days - era * 146097;
  const std::int64_t year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const std::int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t shifted_month = (5 * day_of_year + 2) / 153;
  const int day = static_cast<int>(day_of_year - (153 * shifted_month + 2) / 5 + 1);
  const int month = static_cast<int>(shifted_month < 10 ? shifted_month + 3 : shifted_month - 9);
  return {year_of_era + era * 400 + (month <= 2), month, day};
}

std::int64_t usual_time(std::int64_t microseconds) {
  return std::clamp(microseconds, days_from_civil(1, 1, 1) * kDay, days_from_civil(10000, 1, 1) * kDay - 1);
}

std::optional<std::int64_t> parse_timestamp(std::string_view text) {
  text = trimmed(text);
  if (text == "infinity") return std::numeric_limits<std::int64_t>::max();
  if (text == "-infinity") return std::numeric_limits<std::int64_t>::min();
  const auto year = take_digits(text, 4, 6);
  if (!year || !take(text, '-')) return std::nullopt;
  const auto month = take_digits(text, 1, 2);
  if (!month || *month < 1 || *month > 12 || !take(text, '-')) return std::nullopt;
  const auto day = take_digits(text, 1, 2);
  if (!day || *day < 1 || *day > 31) return std::nullopt;
  const std::int64_t days = days_from_civil(*year, static_cast<int>(*month), static_cast<int>(*day));
  if (civil_from_days(days).month != *month || *year > 290'000) return std::nullopt;
  std::int64_t result = days * kDay;
  if (text.empty()) return result;
  if (!take(text, ' ') && !take(text, 'T')) return std::nullopt;
  const auto time = take_time(text);
  if (!time) return std::nullopt;
  result += *time;
  text = trimmed(text);
  if (text.empty() || text == "Z" || text == "UTC") return result;
  const bool west = text.front() == '-';
  if (!west && text.front() != '+') return std::nullopt;
  text.remove_prefix(1);
  const auto hours = take_digits(text, 2, 2);
  if (!hours) return std::nullopt;
  std::int64_t offset = *hours * 3600 * kSecond;
  if (!text.empty()) {
    take(text, ':');
    const auto minutes = take_digits(text, 2, 2);
    if (!minutes || !text.empty()) return std::nullopt;
    offset += *minutes * 60 * kSecond;
  }
  return west ? result + offset : result - offset;
}

std::optional<std::int64_t> parse_time_of_day(std::string_view text) {
  text = trimmed(text);
  const auto result = take_time(text);
  return text.empty() ? result : std::nullopt;
}

std::optional<std::int64_t> parse_duration(std::string_view text) {
  text = trimmed(text);
  double amount = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), amount);
  if (error != std::errc() || !(amount >= 0) || amount > 1e9) return std::nullopt;
  const std::string_view unit = trimmed({end, static_cast<std::size_t>(text.data() + text.size() - end)});
  struct Unit {
    std::string_view names[3];
    std::int64_t seconds;
  };
  static constexpr Unit kUnits[] = {{{"s", "second", "seconds"}, 1},      {{"m", "minute", "minutes"}, 60},
                                    {{"h", "hour", "hours"}, 3600},       {{"d", "day", "days"}, 86400},
                                    {{"w", "week", "weeks"}, 7 * 86400},  {{"mo", "month", "months"}, 30 * 86400},
                                    {{"y", "year", "years"}, 365 * 86400}};
  std::int64_t seconds = unit.empty() ? 1 : 0;
  for (const Unit& known : kUnits) {
    for (const std::string_view name : known.names) {
      if (unit == name) seconds = known.seconds;
    }
  }
  const double microseconds = amount * static_cast<double>(seconds) * 1e6;
  if (seconds == 0 || microseconds > 4e18) return std::nullopt;
  return static_cast<std::int64_t>(microseconds);
}

char* print_date(char* out, std::int64_t days) {
  const Civil civil = civil_from_days(days);
  if (civil.year < 1000 || civil.year > 9999) {
    std::int64_t year = civil.year < 0 ? -civil.year : civil.year;
    if (civil.year < 0) *out++ = '-';
    for (std::int64_t place = 1000; place > year && place > 1; place /= 10) *out++ = '0';
    out = std::to_chars(out, out + 20, year).ptr;
  } else {
    out = two_digits(two_digits(out, civil.year / 100), civil.year % 100);
  }
  *out++ = '-';
  out = two_digits(out, civil.month);
  *out++ = '-';
  return two_digits(out, civil.day);
}

char* print_time_of_day(char* out, std::int64_t microseconds) {
  const std::int64_t seconds = microseconds / kSecond;
  out = two_digits(out, seconds / 3600);
  *out++ = ':';
  out = two_digits(out, seconds / 60 % 60);
  *out++ = ':';
  out = two_digits(out, seconds % 60);
  std::int64_t fraction = microseconds % kSecond;
  if (fraction == 0) return out;
  *out++ = '.';
  for (std::int64_t place = kSecond / 10; fraction != 0; place /= 10) {
    *out++ = static_cast<char>('0' + fraction / place);
    fraction %= place;
  }
  return out;
}

char* print_timestamp(char* out, std::int64_t microseconds) {
  std::int64_t days = microseconds / kDay;
  if (microseconds % kDay < 0) --days;
  out = print_date(out, days);
  *out++ = ' ';
  return print_time_of_day(out, microseconds - days * kDay);
}

}  // namespace datagen::generators
