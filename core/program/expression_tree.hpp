// SQL expressions over the columns of a row, evaluated as PostgreSQL would: integers divide to integers, numerics are
// exact, null spreads.  A subset: docs/description.md, "Expressions", lists it.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "program/column_data.hpp"

namespace datagen {

__extension__ typedef __int128 Int128;

// One value.  Numbers that PostgreSQL holds exactly are integers (scale 0, integer) or decimals, number * 10^-scale.
struct SqlValue {
  enum class Kind : std::uint8_t { null, boolean, integer, decimal, floating, text, date, time, timestamp, interval };
  Kind kind = Kind::null;
  bool utc = false;   // of a timestamp: with time zone
  int scale = 0;      // of a decimal, 0 to 30
  Int128 number = 0;  // integer, decimal; days of a date; microseconds of the others; 0 or 1 of a boolean
  double floating = 0;
  std::string text;

  [[nodiscard]] bool is_null() const { return kind == Kind::null; }
  [[nodiscard]] bool is_exact() const { return kind == Kind::integer || kind == Kind::decimal; }
  [[nodiscard]] bool is_number() const { return is_exact() || kind == Kind::floating; }
};

struct ExpressionTree {
  enum class Operation : std::uint8_t {
    constant,
    column,
    negate,
    add,
    subtract,
    multiply,
    divide,
    modulo,
    power,
    concatenate,
    equal,
    not_equal,
    less,
    less_equal,
    greater,
    greater_equal,
    logical_and,
    logical_or,
    logical_not,
    is_null,
    is_not_null,
    choose,  // CASE: condition, value, condition, value, ..., else
    coalesce,
    nullif,
    greatest,
    least,
    round,
    floor,
    ceiling,
    absolute,
    truncate,
    square_root,
    upper,
    lower,
    length,
    substring,
    trim,
    replace,
    left,
    right,
    cast,  // to type, with scale where it is a numeric with one
  };
  Operation operation = Operation::constant;
  SqlValue constant;
  std::size_t input = 0;                       // column
  SqlValue::Kind type = SqlValue::Kind::null;  // cast
  int scale = -1;                              // cast
  std::vector<ExpressionTree> arguments;
};

struct ExpressionInput {
  const ColumnData* column = nullptr;
  const std::string* format = nullptr;
};

// The value of row i.  Throws Error(generation) without a subject for what PostgreSQL would refuse too: division by
// zero, overflow, operands whose types do not go together.
[[nodiscard]] SqlValue evaluate(const ExpressionTree& expression, const std::vector<ExpressionInput>& inputs,
                                std::uint32_t i);

// As PostgreSQL prints it; not for null.
[[nodiscard]] std::string sql_text(const SqlValue& value);

// Converted as by an assignment to a column: numbers are rounded half away from zero.  Throws Error(generation).
[[nodiscard]] SqlValue convert(const SqlValue& value, SqlValue::Kind kind, int scale);

}  // namespace datagen
