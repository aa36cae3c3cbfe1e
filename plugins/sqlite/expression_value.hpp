// A part of an expression that is translated: its SQL, and what is known of its value.
#pragma once

#include <stdexcept>
#include <string>
#include <vector>

#include "expression.hpp"

namespace datagen::sqlite {

// The reason why an expression has no translation.
struct Untranslatable : std::runtime_error {
  using std::runtime_error::runtime_error;
};

struct Value {
  std::string sql = {};
  ValueKind kind = ValueKind::other;
  std::int32_t scale = 0;    // of a decimal: digits after the point that it has at most
  bool is_simple = false;    // needs no parentheses
  bool is_string = false;    // a string without a type yet; sql is the literal, text its contents
  bool is_null = false;      // the word NULL
  bool is_computed = false;  // a decimal that arithmetic has made, whose last bits are to be rounded away
  bool is_wide = false;      // a decimal column some of whose values may be text
  std::string text = {};

  std::string operand() const { return is_simple ? sql : '(' + sql + ')'; }
  bool is_number() const {
    return kind == ValueKind::integer || kind == ValueKind::decimal || kind == ValueKind::floating;
  }
};

// The string as a value of that kind, in the form in which columns hold it; of a decimal or integer as number.
Value typed_string(const Value& string, ValueKind kind);
// With its last bits rounded away, so that it equals the number that its digits say.
Value rounded(Value value);
// The kind of a sum of both.
ValueKind common_number(const Value& a, const Value& b);
Value simple(std::string sql, ValueKind kind, std::int32_t scale = 0);

// name: in lower case.  Throws Untranslatable.
Value call_function(const std::string& name, std::vector<Value> arguments, Use use);
// EXTRACT(field FROM value)
Value extract(const std::string& field, const Value& from);
// CURRENT_TIMESTAMP and its kin: no parentheses behind.
bool is_clock_word(const std::string& name);

}  // namespace datagen::sqlite
