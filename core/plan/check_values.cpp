#include "plan/check_values.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>

#include "datagen/core/run.hpp"
#include "datagen/text/calendar.hpp"
#include "datagen/text/decimal.hpp"

namespace datagen {

namespace {

constexpr std::int64_t day = text::kMicrosecondsPerDay;
constexpr int largest_exponent = 400;

// A number as its digits, without zeros that say nothing.
struct Digits {
  bool negative = false;
  std::string whole, fraction;
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::optional<Digits> parse_digits(std::string_view text) {
  Digits result;
  if (text.empty()) return std::nullopt;
  if (text[0] == '-' || text[0] == '+') {
    result.negative = text[0] == '-';
    text.remove_prefix(1);
  }
  int exponent = 0;
  if (std::size_t e = text.find_first_of("eE"); e != std::string_view::npos) {
    std::string_view power = text.substr(e + 1);
    if (!power.empty() && power[0] == '+') power.remove_prefix(1);
    auto [end, error] = std::from_chars(power.data(), power.data() + power.size(), exponent);
    if (error != std::errc() || end != power.data() + power.size() || std::abs(exponent) > largest_exponent)
      return std::nullopt;
    text = text.substr(0, e);
  }
  std::size_t point = text.find('.');
  result.whole = text.substr(0, point);
  if (point != std::string_view::npos) result.fraction = text.substr(point + 1);
  if (result.whole.empty() && result.fraction.empty()) return std::nullopt;
  if (!std::all_of(result.whole.begin(), result.whole.end(), is_digit) ||
      !std::all_of(result.fraction.begin(), result.fraction.end(), is_digit))
    return std::nullopt;
  for (; exponent > 0; --exponent) {
    result.whole += result.fraction.empty() ? '0' : result.fraction.front();
    if (!result.fraction.empty()) result.fraction.erase(0, 1);
  }
  for (; exponent < 0; ++exponent) {
    result.fraction.insert(0, 1, result.whole.empty() ? '0' : result.whole.back());
    if (!result.whole.empty()) result.whole.pop_back();
  }
  result.whole.erase(0, std::min(result.whole.find_first_not_of('0'), result.whole.size()));
  result.fraction.erase(result.fraction.find_last_not_of('0') + 1);
  if (result.whole.empty() && result.fraction.empty()) result.negative = false;
  return result;
}

int compare_digits(const Digits& a, const Digits& b) {
  if (a.negative != b.negative) return a.negative ? -1 : 1;
  int magnitude =
      a.whole.size() != b.whole.size() ? (a.whole.size() < b.whole.size() ? -1 : 1) : a.whole.compare(b.whole);
  if (magnitude == 0) magnitude = a.fraction.compare(b.fraction);
  return a.negative ? -magnitude : magnitude;
}

std::optional<std::int64_t> parse_time_of_day(std::string_view text) {
  // A date in front makes one parser do for both.
  if (text == "24:00:00" || text == "24:00") return day;
  if (text.find_first_of("+-Z") != std::string_view::npos) return std::nullopt;
  return parse_timestamp("1970-01-01 " + std::string(text));
}

std::string_view without_padding(std::string_view text) { return text.substr(0, text.find_last_not_of(' ') + 1); }

std::optional<bool> parse_boolean(std::string_view text) {
  for (std::string_view yes : {"true", "t", "yes", "on", "1"})
    if (text == yes) return true;
  for (std::string_view no : {"false", "f", "no", "off", "0"})
    if (text == no) return false;
  return std::nullopt;
}

template <typename T>
std::optional<int> compare_parsed(const std::optional<T>& a, const std::optional<T>& b) {
  if (!a || !b) return std::nullopt;
  return *a < *b ? -1 : *b < *a ? 1 : 0;
}

}  // namespace

ValueKind value_kind(const SqlType& type) {
  if (type.array_dimensions > 0) return ValueKind::none;
  switch (type.family) {
    case DATAGEN_FAMILY_BOOLEAN:
      return ValueKind::boolean;
    case DATAGEN_FAMILY_INTEGER:
      return ValueKind::integer;
    case DATAGEN_FAMILY_DECIMAL:
      return ValueKind::decimal;
    case DATAGEN_FAMILY_FLOAT:
      return type.format == "f" ? ValueKind::single : ValueKind::floating;
    case DATAGEN_FAMILY_TEXT:
      return type.base == "character" ? ValueKind::padded_text : ValueKind::text;
    case DATAGEN_FAMILY_DATE:
      return ValueKind::date;
    case DATAGEN_FAMILY_TIMESTAMP:
      return ValueKind::timestamp;
    case DATAGEN_FAMILY_TIME:
      return type.format == "ttu" ? ValueKind::time_of_day : ValueKind::none;
    case DATAGEN_FAMILY_ENUM:
    case DATAGEN_FAMILY_UUID:
      return ValueKind::label;
    default:
      return ValueKind::none;
  }
}

bool is_number(ValueKind kind) { return kind >= ValueKind::integer && kind <= ValueKind::floating; }
bool is_time(ValueKind kind) { return kind == ValueKind::date || kind == ValueKind::timestamp; }
bool is_ordered(ValueKind kind) { return is_number(kind) || is_time(kind) || kind == ValueKind::time_of_day; }
bool is_textual(ValueKind kind) { return kind == ValueKind::text || kind == ValueKind::padded_text; }

std::optional<int> compare_values(ValueKind kind, std::string_view a, std::string_view b) {
  switch (kind) {
    case ValueKind::none:
      return std::nullopt;
    case ValueKind::integer:
    case ValueKind::decimal: {
      auto x = parse_digits(a), y = parse_digits(b);
      if (!x || !y) return std::nullopt;
      return compare_digits(*x, *y);
    }
    case ValueKind::single:
    case ValueKind::floating: {
      if (!parse_digits(a) || !parse_digits(b)) return std::nullopt;
      std::string x(a), y(b);
      // a is the column's value, b a constant, which the server reads as double.
      double left =
          kind == ValueKind::single ? double{std::strtof(x.c_str(), nullptr)} : std::strtod(x.c_str(), nullptr);
      double right = std::strtod(y.c_str(), nullptr);
      return left < right ? -1 : right < left ? 1 : 0;
    }
    case ValueKind::date:
    case ValueKind::timestamp:
      return compare_parsed(parse_timestamp(a), parse_timestamp(b));
    case ValueKind::time_of_day:
      return compare_parsed(parse_time_of_day(a), parse_time_of_day(b));
    case ValueKind::boolean:
      return compare_parsed(parse_boolean(a), parse_boolean(b));
    case ValueKind::padded_text:
      return without_padding(a).compare(without_padding(b));
    case ValueKind::text:
    case ValueKind::label:
      break;
  }
  return a.compare(b);
}

int written_scale(std::string_view text) {
  auto digits = parse_digits(text);
  return digits ? static_cast<int>(digits->fraction.size()) : 0;
}

std::optional<UnitsOf> units_of(ValueKind kind, int scale, std::string_view text) {
  if (is_number(kind)) {
    auto digits = parse_digits(text);
    constexpr std::size_t most_digits = 36;  // what 128 bits hold, with room for a sum
    if (!digits || scale < 0 || digits->whole.size() + static_cast<std::size_t>(scale) > most_digits)
      return std::nullopt;
    UnitsOf result;
    std::string kept = digits->fraction.substr(0, static_cast<std::size_t>(scale));
    kept.resize(static_cast<std::size_t>(scale), '0');
    for (char c : digits->whole + kept) result.floor = result.floor * 10 + (c - '0');
    result.exact = digits->fraction.size() <= static_cast<std::size_t>(scale);
    if (digits->negative) result.floor = -result.floor - (result.exact ? 0 : 1);
    return result;
  }
  std::optional<std::int64_t> micros = is_time(kind)                    ? parse_timestamp(text)
                                       : kind == ValueKind::time_of_day ? parse_time_of_day(text)
                                                                        : std::nullopt;
  if (!micros) return std::nullopt;
  return UnitsOf{*micros, true};
}

std::string units_text(ValueKind kind, int scale, Units units) {
  char buffer[192];
  if (is_number(kind)) return {buffer, text::write_decimal(buffer, units, scale)};
  auto micros = static_cast<std::int64_t>(units);
  if (kind == ValueKind::time_of_day) return {buffer, text::write_time(buffer, micros)};
  if (kind == ValueKind::timestamp) return {buffer, text::write_timestamp(buffer, micros, false)};
  std::int64_t days = micros / day - (micros % day < 0 ? 1 : 0);
  return {buffer, text::write_date(buffer, static_cast<std::int32_t>(days))};
}

std::optional<std::string> next_value(const SqlType& storage, std::string_view text, int direction) {
  ValueKind kind = value_kind(storage);
  int scale = 0;
  if (kind == ValueKind::decimal) {
    if (storage.scale < 0) return std::nullopt;
    scale = storage.scale;
  } else if (kind != ValueKind::integer && !is_time(kind) && kind != ValueKind::time_of_day) {
    return std::nullopt;
  }
  auto units = units_of(kind, scale, text);
  if (!units) return std::nullopt;
  Units step = kind == ValueKind::date ? Units{day} : Units{1};
  // Times of a coarser precision have no value at the next microsecond; a generator rounds inwards.
  Units at = units->floor;
  if (kind == ValueKind::date) {
    Units rest = at % step < 0 ? at % step + step : at % step;
    units->exact = rest == 0;
    at -= rest;
  }
  if (direction > 0) return units_text(kind, scale, at + step);
  return units_text(kind, scale, units->exact ? at - step : at);
}

}  // namespace datagen
