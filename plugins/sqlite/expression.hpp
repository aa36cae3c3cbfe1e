// A PostgreSQL expression in SQLite's SQL, where it means the same there.
//
// Translated are columns, numbers, strings, true, false and null; comparisons, IN, = ANY (ARRAY[...]), BETWEEN, LIKE,
// IS [NOT] NULL, TRUE, FALSE and DISTINCT FROM; AND, OR, NOT; + - * / % of whole numbers, + - * of decimals, days added
// to dates; ||; CASE; casts that keep the value; and the functions that expression_functions.cpp lists.  Whatever has
// another meaning in SQLite (text in a collation's order, quotients of decimals, regular expressions, JSON's operators,
// time zones, ...) is refused with the reason.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "column_type.hpp"

namespace datagen::sqlite {

enum class Use : std::uint8_t {
  check,          // of rows: no clock
  generated,      // as check, and the value must be PostgreSQL's, digit by digit
  index,          // as check, of one value
  default_value,  // may read the clock
};

// A column that an expression may name: its type, or null where SQLite has no such column.
using ColumnLookup = std::function<const ColumnType*(std::string_view name)>;

struct Translation {
  std::string sql;     // empty: there is none
  std::string reason;  // why
};

// target: the type of the column whose default or value the expression is, or null.
// value: what VALUE stands for in the check of a domain, or null.
struct ExpressionContext {
  Use use;
  ColumnLookup columns;
  const ColumnType* target = nullptr;
  std::optional<std::string> value_column;
};

Translation translate(std::string_view expression, const ExpressionContext& context);

struct IndexElement {
  std::string sql;  // "lower(\"email\") DESC"; empty: there is none
  std::string reason;
};
// An element of CREATE INDEX: an expression, then COLLATE, operator class, ASC or DESC, NULLS FIRST or LAST, of which
// SQLite's indexes have the direction.
IndexElement translate_index_element(std::string_view element, const ColumnLookup& columns);

}  // namespace datagen::sqlite
