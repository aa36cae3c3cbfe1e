// What CHECK expressions say about the values of single columns, and about the order of two.
//
// Sound, not complete: a row that satisfies all that is returned, and no more is asked of it than that, makes no
// expression false (true and null both satisfy a CHECK).  What cannot be turned into such demands is named in unusable.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "datagen/core/types.hpp"
#include "plan/check_pattern.hpp"
#include "plan/check_values.hpp"

namespace datagen {

// A demand on every value of a column.  Null satisfies all of them but never_null.
struct ColumnCondition {
  enum class Kind : std::uint8_t {
    at_least,
    above,
    at_most,
    below,
    one_of,
    none_of,
    least_length,  // in characters
    most_length,
    matches,
    never_null
  };
  Kind kind = Kind::never_null;
  std::size_t column = 0;
  std::vector<std::string> values;  // PostgreSQL's input syntax: one bound, or a list
  std::uint64_t length = 0;
  bool trimmed = false;  // the length is counted without spaces at both ends
  std::shared_ptr<const TextPattern> pattern;
  std::size_t check = 0;  // for the caller: where it is from

  [[nodiscard]] bool is_bound() const { return kind <= Kind::below; }
};

// lower <= upper (strict: lower < upper) in each row where neither is null.
struct ColumnOrder {
  std::size_t lower = 0, upper = 0;
  bool strict = false;
  std::size_t check = 0;  // for the caller
};

struct CheckFacts {
  std::vector<ColumnCondition> conditions;
  std::vector<ColumnOrder> orders;
  std::vector<std::string> unusable;  // why parts of the expression were not understood
};

struct CheckColumn {
  std::string name;  // "value" in the check of a domain
  SqlType storage;   // domains resolved
};

// expression: one that parse_expression takes.  now: the run's, microseconds since 1970-01-01 UTC; now() and its kin
// stand for it where a later time of loading can do no harm.
[[nodiscard]] CheckFacts analyse_check(const std::string& expression, std::span<const CheckColumn> columns,
                                       std::int64_t now);

// text: a value as PostgreSQL prints it.
[[nodiscard]] bool satisfies(const ColumnCondition& condition, ValueKind kind, std::string_view text);

// "at least 0", "one of 'a', 'b'": for messages.
[[nodiscard]] std::string condition_text(const ColumnCondition& condition);

}  // namespace datagen
