#include "program/expression_tree.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <span>

#include "datagen/core/run.hpp"
#include "datagen/text/calendar.hpp"
#include "datagen/text/decimal.hpp"
#include "datagen/text/floating.hpp"
#include "program/render.hpp"
#include "program/sql_value.hpp"
#include "program/text_checks.hpp"

namespace datagen {

namespace {

using Kind = SqlValue::Kind;
using Operation = ExpressionTree::Operation;

constexpr std::int64_t microseconds_per_day = 86'400'000'000;

SqlValue moment(Kind kind, Int128 number, bool utc = false) {
  SqlValue value;
  value.kind = kind;
  value.number = number;
  value.utc = utc;
  return value;
}

SqlValue read(const ExpressionInput& input, std::uint32_t i) {
  const ColumnData& column = *input.column;
  const std::string& format = *input.format;
  if (column.is_null(i)) return {};
  if (column.array().dictionary != nullptr) return text_value(std::string(column.text(i)));
  switch (format[0]) {
    case 'b':
      return boolean_value((column.values<std::uint8_t>()[i / 8] >> (i % 8) & 1) != 0);
    case 's':
      return integer_value(column.values<std::int16_t>()[i]);
    case 'i':
      return integer_value(column.values<std::int32_t>()[i]);
    case 'l':
      return integer_value(column.values<std::int64_t>()[i]);
    case 'f':
      return floating_value(static_cast<double>(column.values<float>()[i]));
    case 'g':
      return floating_value(column.values<double>()[i]);
    case 'd':
      return decimal_value(column.values<Int128>()[i], decimal_scale(format));
    case 't':
      break;
    default:
      return text_value(rendered(column, format, i));
  }
  if (format == "tdD") return moment(Kind::date, column.values<std::int32_t>()[i]);
  if (format == "ttu") return moment(Kind::time, column.values<std::int64_t>()[i]);
  return moment(Kind::timestamp, column.values<std::int64_t>()[i], format == "tsu:UTC");
}

// A number as SQL writes it: exact unless it has an exponent.
SqlValue parse_number(const std::string& text) {
  std::size_t begin = text.find_first_not_of(' '), end = text.find_last_not_of(' ');
  std::string word = begin == std::string::npos ? "" : text.substr(begin, end - begin + 1);
  bool negative = word.starts_with('-');
  std::size_t at = negative || word.starts_with('+') ? 1 : 0;
  Int128 number = 0;
  int scale = 0, digits = 0;
  bool point = false;
  for (; at < word.size() && digits <= 36; ++at) {
    if (word[at] == '.' && !point) {
      point = true;
      continue;
    }
    if (word[at] < '0' || word[at] > '9') break;
    number = number * 10 + (word[at] - '0');
    ++digits;
    scale += point;
  }
  if (at == word.size() && digits > 0) {
    if (negative) number = -number;
    return point ? decimal_value(number, scale) : integer_value(number);
  }
  double value = 0;
  auto [rest, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  if (error != std::errc() || rest != word.data() + word.size() || word.empty())
    refuse_expression("'" + text + "' is no number");
  return floating_value(value);
}

std::string interval_text(Int128 microseconds) {
  bool negative = microseconds < 0;
  Int128 size = negative ? -microseconds : microseconds;
  char buffer[text::kMaxTimeSize + 64];
  std::string sign = negative ? "-" : "";
  std::string time(buffer, text::write_time(buffer, static_cast<std::int64_t>(size % microseconds_per_day)));
  auto days = static_cast<std::int64_t>(size / microseconds_per_day);
  return days == 0 ? sign + time : sign + std::to_string(days) + " days " + sign + time;
}

SqlValue logical(const ExpressionTree& expression, const std::vector<ExpressionInput>& inputs, std::uint32_t i) {
  bool is_and = expression.operation == Operation::logical_and, unknown = false;
  for (const ExpressionTree& argument : expression.arguments) {
    SqlValue value = evaluate(argument, inputs, i);
    if (value.is_null()) {
      unknown = true;
      continue;
    }
    if (value.kind != Kind::boolean) refuse_expression("AND, OR and NOT take booleans");
    if ((value.number != 0) != is_and) return value;
  }
  return unknown ? SqlValue{} : boolean_value(is_and);
}

SqlValue extreme(const ExpressionTree& expression, const std::vector<ExpressionInput>& inputs, std::uint32_t i) {
  SqlValue best;
  for (const ExpressionTree& argument : expression.arguments) {
    SqlValue value = evaluate(argument, inputs, i);
    if (value.is_null()) continue;
    int order = best.is_null() ? 0 : compare_values(value, best);
    if (best.is_null() || (expression.operation == Operation::greatest ? order > 0 : order < 0))
      best = std::move(value);
  }
  return best;
}

SqlValue rounded(Operation operation, const SqlValue& value, int scale) {
  if (!value.is_number()) refuse_expression("rounding takes a number");
  if (value.kind == Kind::floating) {
    double factor = std::pow(10.0, scale), scaled = value.floating * factor;
    double result = operation == Operation::round     ? std::nearbyint(scaled)
                    : operation == Operation::floor   ? std::floor(scaled)
                    : operation == Operation::ceiling ? std::ceil(scaled)
                                                      : std::trunc(scaled);
    return floating_value(result / factor);
  }
  if (value.scale <= scale) return value;
  Int128 unit = power_of_ten(value.scale - scale), down = value.number / unit;
  if (operation == Operation::round)
    down = rescaled(value, scale);
  else if (operation == Operation::floor && value.number % unit < 0)
    --down;
  else if (operation == Operation::ceiling && value.number % unit > 0)
    ++down;
  return decimal_value(down, scale);
}

// Byte positions of characters [first, last) of a text.
std::string characters(const std::string& text, std::int64_t first, std::int64_t last) {
  std::string result;
  std::int64_t at = -1;
  for (char c : text) {
    if ((static_cast<unsigned char>(c) & 0xc0) != 0x80) ++at;
    if (at >= first && at < last) result += c;
  }
  return result;
}

std::int64_t integer_of(const SqlValue& value) {
  if (!value.is_exact()) refuse_expression("an integer is expected");
  return static_cast<std::int64_t>(rescaled(value, 0));
}

char folded(char c, bool upper) {
  if (upper) return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

SqlValue text_function(Operation operation, std::span<const SqlValue> arguments) {
  std::string text = sql_text(arguments[0]);
  auto count = static_cast<std::int64_t>(count_characters(text));
  auto number = [&](std::size_t a) { return integer_of(arguments[a]); };
  switch (operation) {
    case Operation::upper:
    case Operation::lower:
      for (char& c : text) c = folded(c, operation == Operation::upper);
      return text_value(text);
    case Operation::length:
      return integer_value(count);
    case Operation::substring: {
      std::int64_t first = number(1) - 1;
      return text_value(
          characters(text, first, arguments.size() > 2 ? first + std::max<std::int64_t>(number(2), 0) : count));
    }
    case Operation::left:
      return text_value(characters(text, 0, number(1) < 0 ? count + number(1) : number(1)));
    case Operation::right:
      return text_value(characters(text, number(1) < 0 ? -number(1) : count - number(1), count));
    case Operation::replace: {
      std::string from = sql_text(arguments[1]), to = sql_text(arguments[2]), result;
      if (from.empty()) return text_value(text);
      for (std::size_t at = 0;;) {
        std::size_t next = text.find(from, at);
        result += text.substr(at, next - at);
        if (next == std::string::npos) return text_value(result);
        result += to;
        at = next + from.size();
      }
    }
    default: {
      std::size_t first = text.find_first_not_of(' ');
      if (first == std::string::npos) return text_value("");
      return text_value(text.substr(first, text.find_last_not_of(' ') - first + 1));
    }
  }
}

bool compares(Operation operation, int order) {
  switch (operation) {
    case Operation::equal:
      return order == 0;
    case Operation::not_equal:
      return order != 0;
    case Operation::less:
      return order < 0;
    case Operation::less_equal:
      return order <= 0;
    case Operation::greater:
      return order > 0;
    default:
      return order >= 0;
  }
}

SqlValue choose(const ExpressionTree& expression, const std::vector<ExpressionInput>& inputs, std::uint32_t i) {
  const auto& arguments = expression.arguments;
  for (std::size_t a = 0; a + 1 < arguments.size(); a += 2) {
    SqlValue condition = evaluate(arguments[a], inputs, i);
    if (!condition.is_null() && condition.number != 0) return evaluate(arguments[a + 1], inputs, i);
  }
  return evaluate(arguments.back(), inputs, i);
}

}  // namespace

std::string sql_text(const SqlValue& value) {
  char buffer[largest_rendered_size + 64];
  switch (value.kind) {
    case Kind::null:
      return "";
    case Kind::boolean:
      return value.number != 0 ? "true" : "false";
    case Kind::integer:
    case Kind::decimal:
      return {buffer, text::write_decimal(buffer, value.number, value.scale)};
    case Kind::floating:
      return {buffer, text::write_floating(buffer, value.floating)};
    case Kind::text:
      return value.text;
    case Kind::date:
      return {buffer, text::write_date(buffer, static_cast<std::int32_t>(value.number))};
    case Kind::time:
      return {buffer, text::write_time(buffer, static_cast<std::int64_t>(value.number))};
    case Kind::timestamp:
      return {buffer, text::write_timestamp(buffer, static_cast<std::int64_t>(value.number), value.utc)};
    case Kind::interval:
      return interval_text(value.number);
  }
  return "";
}

SqlValue convert(const SqlValue& value, SqlValue::Kind kind, int scale) {
  if (value.is_null()) return value;
  if (kind == Kind::text) return value.kind == Kind::text ? value : text_value(sql_text(value));
  if (value.kind == Kind::text) {
    if (kind == Kind::boolean) {
      for (const char* word : {"t", "true", "yes", "on", "1"})
        if (value.text == word) return boolean_value(true);
      for (const char* word : {"f", "false", "no", "off", "0"})
        if (value.text == word) return boolean_value(false);
      refuse_expression("'" + value.text + "' is no boolean");
    }
    if (kind == Kind::date || kind == Kind::timestamp) {
      auto parsed = parse_timestamp(value.text);
      if (!parsed) refuse_expression("'" + value.text + "' is no date or timestamp");
      return convert(moment(Kind::timestamp, *parsed), kind, scale);
    }
    if (kind == Kind::integer || kind == Kind::decimal || kind == Kind::floating)
      return convert(parse_number(value.text), kind, scale);
    refuse_expression("text cannot be read as this type here");
  }
  if (value.kind == kind && (kind != Kind::decimal || scale < 0 || scale == value.scale)) return value;
  if (kind == Kind::integer && value.is_exact()) return integer_value(rescaled(value, 0));
  if (kind == Kind::integer && value.kind == Kind::floating)
    return integer_value(static_cast<Int128>(std::nearbyint(value.floating)));
  if (kind == Kind::integer && value.kind == Kind::boolean) return integer_value(value.number);
  if (kind == Kind::decimal && value.is_exact())
    return scale < 0 ? decimal_value(value.number, value.scale) : decimal_value(rescaled(value, scale), scale);
  if (kind == Kind::decimal && value.kind == Kind::floating) {
    int at = scale < 0 ? 15 : scale;
    long double scaled = std::round(static_cast<long double>(value.floating) * std::pow(10.0L, at));
    if (std::fabs(scaled) > 1e37L) refuse_expression("a number is out of range");
    return decimal_value(static_cast<Int128>(scaled), at);
  }
  if (kind == Kind::floating && value.is_number()) return floating_value(to_floating(value));
  if (kind == Kind::timestamp && value.kind == Kind::date) return moment(kind, value.number * microseconds_per_day);
  if (kind == Kind::date && value.kind == Kind::timestamp) {
    Int128 days = value.number / microseconds_per_day - (value.number % microseconds_per_day < 0 ? 1 : 0);
    return moment(kind, days);
  }
  if (kind == Kind::time && value.kind == Kind::timestamp) {
    Int128 of_day = value.number % microseconds_per_day;
    return moment(kind, of_day < 0 ? of_day + microseconds_per_day : of_day);
  }
  if (kind == Kind::boolean && value.kind == Kind::integer) return boolean_value(value.number != 0);
  refuse_expression("the value '" + sql_text(value) + "' cannot be converted to the type that is wanted");
}

SqlValue evaluate(const ExpressionTree& expression, const std::vector<ExpressionInput>& inputs, std::uint32_t i) {
  const auto& arguments = expression.arguments;
  switch (expression.operation) {
    case Operation::constant:
      return expression.constant;
    case Operation::column:
      return read(inputs[expression.input], i);
    case Operation::logical_and:
    case Operation::logical_or:
      return logical(expression, inputs, i);
    case Operation::choose:
      return choose(expression, inputs, i);
    case Operation::coalesce:
      for (const ExpressionTree& argument : arguments)
        if (SqlValue value = evaluate(argument, inputs, i); !value.is_null()) return value;
      return {};
    case Operation::greatest:
    case Operation::least:
      return extreme(expression, inputs, i);
    default:
      break;
  }
  // Whatever takes more arguments is above.  Nothing is allocated for numbers and times.
  std::array<SqlValue, 3> room;
  const std::span<SqlValue> values(room.data(), arguments.size());
  for (std::size_t a = 0; a < arguments.size(); ++a) values[a] = evaluate(arguments[a], inputs, i);
  if (expression.operation == Operation::is_null) return boolean_value(values[0].is_null());
  if (expression.operation == Operation::is_not_null) return boolean_value(!values[0].is_null());
  if (expression.operation == Operation::nullif) {
    bool same = !values[0].is_null() && !values[1].is_null() && compare_values(values[0], values[1]) == 0;
    return same ? SqlValue{} : values[0];
  }
  if (std::any_of(values.begin(), values.end(), [](const SqlValue& v) { return v.is_null(); })) return {};
  switch (expression.operation) {
    case Operation::negate:
      return arithmetic(Operation::multiply, values[0], integer_value(-1));
    case Operation::add:
    case Operation::subtract:
    case Operation::multiply:
    case Operation::divide:
    case Operation::modulo:
    case Operation::power:
      return arithmetic(expression.operation, values[0], values[1]);
    case Operation::concatenate:
      return text_value(sql_text(values[0]) + sql_text(values[1]));
    case Operation::equal:
    case Operation::not_equal:
    case Operation::less:
    case Operation::less_equal:
    case Operation::greater:
    case Operation::greater_equal:
      return boolean_value(compares(expression.operation, compare_values(values[0], values[1])));
    case Operation::logical_not:
      if (values[0].kind != Kind::boolean) refuse_expression("AND, OR and NOT take booleans");
      return boolean_value(values[0].number == 0);
    case Operation::round:
    case Operation::floor:
    case Operation::ceiling:
    case Operation::truncate:
      return rounded(expression.operation, values[0],
                     values.size() > 1 ? static_cast<int>(std::clamp<std::int64_t>(integer_of(values[1]), 0, 30)) : 0);
    case Operation::absolute:
      if (!values[0].is_number()) refuse_expression("abs takes a number");
      if (values[0].kind == Kind::floating) return floating_value(std::fabs(values[0].floating));
      if (values[0].number < 0) values[0].number = -values[0].number;
      return values[0];
    case Operation::square_root:
      if (!values[0].is_number() || to_floating(values[0]) < 0)
        refuse_expression("sqrt takes a number that is not negative");
      return floating_value(std::sqrt(to_floating(values[0])));
    case Operation::cast:
      return convert(values[0], expression.type, expression.scale);
    default:
      return text_function(expression.operation, values);
  }
}

}  // namespace datagen
