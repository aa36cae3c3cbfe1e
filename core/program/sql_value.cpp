#include "program/sql_value.hpp"

#include <algorithm>
#include <cmath>

#include "datagen/core/error.hpp"

namespace datagen {

namespace {

using Kind = SqlValue::Kind;
using Operation = ExpressionTree::Operation;

constexpr int most_scale = 30;
constexpr int division_scale = 16;  // PostgreSQL gives at least 16 significant digits
constexpr Int128 microseconds_per_day = Int128{86'400'000'000};

const char* kind_word(Kind kind) {
  static constexpr const char* words[] = {"null", "boolean", "integer", "numeric",   "double precision",
                                          "text", "date",    "time",    "timestamp", "interval"};
  return words[static_cast<std::size_t>(kind)];
}

template <typename Checked>
Int128 checked(Int128 left, Int128 right, Checked overflows) {
  Int128 result = 0;
  if (overflows(left, right, &result)) refuse_expression("a number is out of range");
  return result;
}
Int128 add(Int128 a, Int128 b) {
  return checked(a, b, [](Int128 x, Int128 y, Int128* r) { return __builtin_add_overflow(x, y, r); });
}
Int128 subtract(Int128 a, Int128 b) {
  return checked(a, b, [](Int128 x, Int128 y, Int128* r) { return __builtin_sub_overflow(x, y, r); });
}
Int128 multiply(Int128 a, Int128 b) {
  return checked(a, b, [](Int128 x, Int128 y, Int128* r) { return __builtin_mul_overflow(x, y, r); });
}

Int128 divide_rounded(Int128 value, Int128 divisor) {
  Int128 quotient = value / divisor, rest = value % divisor;
  if ((rest < 0 ? -rest : rest) * 2 >= (divisor < 0 ? -divisor : divisor))
    quotient += (value < 0) == (divisor < 0) ? 1 : -1;
  return quotient;
}

SqlValue exact(Operation operation, const SqlValue& left, const SqlValue& right) {
  bool integers = left.kind == Kind::integer && right.kind == Kind::integer;
  int scale = std::max(left.scale, right.scale);
  auto result = [&](Int128 number, int at) { return integers ? integer_value(number) : decimal_value(number, at); };
  switch (operation) {
    case Operation::add:
      return result(add(rescaled(left, scale), rescaled(right, scale)), scale);
    case Operation::subtract:
      return result(subtract(rescaled(left, scale), rescaled(right, scale)), scale);
    case Operation::multiply: {
      SqlValue product = result(multiply(left.number, right.number), left.scale + right.scale);
      if (product.scale > most_scale) product = decimal_value(rescaled(product, most_scale), most_scale);
      return product;
    }
    case Operation::modulo:
      if (right.number == 0) refuse_expression("division by zero");
      return result(rescaled(left, scale) % rescaled(right, scale), scale);
    default: {
      if (right.number == 0) refuse_expression("division by zero");
      if (integers) return integer_value(left.number / right.number);
      int at = std::max(scale, division_scale);
      return decimal_value(
          divide_rounded(multiply(left.number, power_of_ten(at + right.scale - left.scale)), right.number), at);
    }
  }
}

SqlValue moment(Kind kind, Int128 number, bool utc) {
  SqlValue value;
  value.kind = kind;
  value.number = number;
  value.utc = utc;
  return value;
}

// Dates, times, timestamps and intervals; null kind when the operands do not go together.
SqlValue calendar(Operation operation, const SqlValue& left, const SqlValue& right) {
  bool plus = operation == Operation::add, minus = operation == Operation::subtract;
  Int128 sign = plus ? 1 : -1;
  Kind l = left.kind, r = right.kind;
  if (plus && (l == Kind::interval || l == Kind::integer) && r != Kind::interval && r != Kind::integer)
    return calendar(operation, right, left);
  if (plus || minus) {
    if (l == Kind::date && r == Kind::integer) return moment(l, left.number + sign * right.number, false);
    if (l == Kind::date && r == Kind::interval)
      return moment(Kind::timestamp, left.number * microseconds_per_day + sign * right.number, false);
    if ((l == Kind::timestamp || l == Kind::interval) && r == Kind::interval)
      return moment(l, left.number + sign * right.number, left.utc);
    if (l == Kind::time && r == Kind::interval) {
      Int128 of_day = (left.number + sign * right.number) % microseconds_per_day;
      return moment(l, of_day < 0 ? of_day + microseconds_per_day : of_day, false);
    }
  }
  if (minus && l == Kind::date && r == Kind::date) return integer_value(left.number - right.number);
  if (minus && l == Kind::timestamp && r == Kind::timestamp)
    return moment(Kind::interval, left.number - right.number, false);
  if (operation == Operation::multiply && l == Kind::interval && right.is_number())
    return moment(l, static_cast<Int128>(std::llround(static_cast<double>(left.number) * to_floating(right))), false);
  if (operation == Operation::multiply && r == Kind::interval) return calendar(operation, right, left);
  refuse_expression(std::string("no operator for ") + kind_word(l) + " and " + kind_word(r));
}

}  // namespace

void refuse_expression(const std::string& message) { throw Error(ErrorCode::generation, message); }

SqlValue boolean_value(bool value) {
  SqlValue result;
  result.kind = Kind::boolean;
  result.number = value;
  return result;
}

SqlValue integer_value(Int128 value) {
  SqlValue result;
  result.kind = Kind::integer;
  result.number = value;
  return result;
}

SqlValue decimal_value(Int128 number, int scale) {
  SqlValue result;
  result.kind = Kind::decimal;
  result.number = number;
  result.scale = scale;
  return result;
}

SqlValue floating_value(double value) {
  if (!std::isfinite(value)) refuse_expression("a floating-point number is out of range");
  SqlValue result;
  result.kind = Kind::floating;
  result.floating = value;
  return result;
}

SqlValue text_value(std::string text) {
  SqlValue result;
  result.kind = Kind::text;
  result.text = std::move(text);
  return result;
}

double to_floating(const SqlValue& value) {
  if (value.kind == Kind::floating) return value.floating;
  return static_cast<double>(static_cast<long double>(value.number) / std::pow(10.0L, value.scale));
}

Int128 power_of_ten(int n) {
  if (n > 38) refuse_expression("a number has too many digits");
  Int128 result = 1;
  for (; n > 0; --n) result *= 10;
  return result;
}

Int128 rescaled(const SqlValue& value, int scale) {
  if (scale >= value.scale) return multiply(value.number, power_of_ten(scale - value.scale));
  return divide_rounded(value.number, power_of_ten(value.scale - scale));
}

SqlValue arithmetic(Operation operation, const SqlValue& left, const SqlValue& right) {
  if (left.is_null() || right.is_null()) return {};
  if (operation == Operation::power) {
    if (!left.is_number() || !right.is_number()) refuse_expression("^ takes numbers");
    return floating_value(std::pow(to_floating(left), to_floating(right)));
  }
  if (left.is_exact() && right.is_exact()) return exact(operation, left, right);
  if (left.is_number() && right.is_number()) {
    double a = to_floating(left), b = to_floating(right);
    switch (operation) {
      case Operation::add:
        return floating_value(a + b);
      case Operation::subtract:
        return floating_value(a - b);
      case Operation::multiply:
        return floating_value(a * b);
      default:
        break;
    }
    if (b == 0) refuse_expression("division by zero");
    return floating_value(operation == Operation::modulo ? std::fmod(a, b) : a / b);
  }
  return calendar(operation, left, right);
}

int compare_values(const SqlValue& left, const SqlValue& right) {
  auto order = [](auto a, auto b) { return a < b ? -1 : a > b ? 1 : 0; };
  if (left.is_exact() && right.is_exact()) {
    int scale = std::max(left.scale, right.scale);
    return order(rescaled(left, scale), rescaled(right, scale));
  }
  if (left.is_number() && right.is_number()) return order(to_floating(left), to_floating(right));
  if (left.kind == Kind::text && right.kind == Kind::text) return order(left.text, right.text);
  if (left.kind == Kind::text || right.kind == Kind::text) {
    // An untyped literal takes the other side's type.
    if (left.kind == Kind::text) return compare_values(convert(left, right.kind, right.scale), right);
    return compare_values(left, convert(right, left.kind, left.scale));
  }
  auto instant = [](const SqlValue& v) { return v.kind == Kind::date ? v.number * microseconds_per_day : v.number; };
  bool moments = (left.kind == Kind::date || left.kind == Kind::timestamp) &&
                 (right.kind == Kind::date || right.kind == Kind::timestamp);
  if (moments) return order(instant(left), instant(right));
  if (left.kind == right.kind) return order(left.number, right.number);
  refuse_expression(std::string("no comparison of ") + kind_word(left.kind) + " and " + kind_word(right.kind));
}

}  // namespace datagen
