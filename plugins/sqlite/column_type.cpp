#include "column_type.hpp"

#include <cstdlib>
#include <string_view>

#include "datagen/postgres/type_name.hpp"

namespace datagen::sqlite {
namespace {

struct Builtin {
  std::string_view name;
  ValueKind kind;
  const char* declared;
  const char* strict;
};

// By the first word of the canonical name.  A declared type decides the affinity by the letters in it (INT, CHAR, TEXT,
// BLOB, REAL, DOUB): DATE, TIME, TIMESTAMP and UUID hold none of them, and text in these forms is never taken for a
// number.
constexpr Builtin kBuiltins[] = {
    {"boolean", ValueKind::boolean, "BOOLEAN", "INTEGER"},
    {"smallint", ValueKind::integer, "SMALLINT", "INTEGER"},
    {"smallserial", ValueKind::integer, "SMALLINT", "INTEGER"},
    {"integer", ValueKind::integer, "INTEGER", "INTEGER"},
    {"serial", ValueKind::integer, "INTEGER", "INTEGER"},
    {"bigint", ValueKind::integer, "BIGINT", "INTEGER"},
    {"bigserial", ValueKind::integer, "BIGINT", "INTEGER"},
    {"oid", ValueKind::integer, "INTEGER", "INTEGER"},
    {"real", ValueKind::single, "REAL", "REAL"},
    {"double", ValueKind::floating, "DOUBLE PRECISION", "REAL"},
    {"numeric", ValueKind::decimal, "NUMERIC", "ANY"},
    {"money", ValueKind::decimal, "", "ANY"},
    {"text", ValueKind::text, "TEXT", "TEXT"},
    {"name", ValueKind::text, "TEXT", "TEXT"},
    {"bpchar", ValueKind::text, "TEXT", "TEXT"},
    {"character", ValueKind::text, "CHAR", "TEXT"},
    {"bytea", ValueKind::bytes, "BLOB", "BLOB"},
    {"date", ValueKind::date, "DATE", "TEXT"},
    {"time", ValueKind::time, "TIME", "TEXT"},
    {"timestamp", ValueKind::timestamp, "TIMESTAMP", "TEXT"},
    {"uuid", ValueKind::uuid, "UUID", "TEXT"},
    {"json", ValueKind::json, "TEXT", "TEXT"},
    {"jsonb", ValueKind::json, "TEXT", "TEXT"},
};

// "(10,2)" in "numeric(10,2)": 2 numbers.
std::vector<long> modifiers(std::string_view type) {
  std::vector<long> numbers;
  const std::size_t open = type.find('(');
  if (open == std::string_view::npos) return numbers;
  const char* at = type.data() + open + 1;
  for (;;) {
    char* end = nullptr;
    numbers.push_back(std::strtol(at, &end, 10));
    if (end == at || *end != ',') return numbers;
    at = end + 1;
  }
}

void settle_decimal(ColumnType& type, const std::vector<long>& numbers) {
  type.scale = numbers.empty() ? 2 : static_cast<std::int32_t>(numbers.size() > 1 ? numbers[1] : 0);
  // The digits that a value of numeric(3,-2) may have are five.
  const long digits = numbers.empty() ? 1000 : numbers[0] - (type.scale < 0 ? type.scale : 0);
  type.wide = digits > (type.scale > 0 ? kRealDigits : kIntegerDigits);
  if (type.wide) {
    type.declared.clear();
    return;
  }
  // As NUMERIC, 5.00 would be the whole number 5, and half of it 2.
  if (type.scale > 0) type.declared = "REAL";
  type.declared += '(' + std::to_string(numbers[0]) + ',' + std::to_string(type.scale) + ')';
  type.strict = type.scale > 0 ? "REAL" : "INTEGER";
}

ColumnType builtin(std::string_view type) {
  ColumnType result;
  result.declared = "TEXT";
  if (type.find('[') != std::string_view::npos) return result;
  const Builtin* found = nullptr;
  const std::string_view word = type.substr(0, type.find_first_of(" ("));
  for (const Builtin& one : kBuiltins)
    if (one.name == word) found = &one;
  if (found == nullptr) return result;
  const bool zoned = type.find("with time zone") != std::string_view::npos;
  if (zoned && found->kind == ValueKind::time) return result;
  result.kind = zoned ? ValueKind::timestamp_utc : found->kind;
  result.declared = found->declared;
  result.strict = found->strict;
  const std::vector<long> numbers = modifiers(type);
  if (result.kind == ValueKind::decimal) settle_decimal(result, numbers);
  if (word == "character") {
    if (type.starts_with("character varying")) result.declared = numbers.empty() ? "TEXT" : "VARCHAR";
    if (!numbers.empty()) {
      result.max_length = static_cast<std::uint32_t>(numbers[0]);
      result.declared += '(' + std::to_string(numbers[0]) + ')';
    }
  }
  return result;
}

const datagen_type* declared_type(const datagen_database& database, const char* type) {
  if (std::string_view(type).find('[') != std::string_view::npos) return nullptr;
  const postgres::TypeName name = postgres::type_name(type);
  for (std::uint32_t i = 0; i < database.n_types; ++i) {
    const datagen_type& one = *database.types[i];
    if (name.name == one.name && name.schema == (one.schema == nullptr ? "" : one.schema)) return &one;
  }
  return nullptr;
}

}  // namespace

ColumnType column_type(const datagen_database& database, const char* type) {
  const datagen_type* const declared = declared_type(database, type);
  if (declared == nullptr) return builtin(type);
  if (declared->kind == DATAGEN_TYPE_DOMAIN) {
    ColumnType result = column_type(database, declared->base_type);
    if (declared->constraint != nullptr) result.domain_checks.push_back(declared->constraint);
    return result;
  }
  ColumnType result = builtin("text");
  result.kind = declared->kind == DATAGEN_TYPE_ENUM ? ValueKind::text : ValueKind::other;
  if (declared->kind == DATAGEN_TYPE_ENUM) result.enumeration = declared;
  return result;
}

}  // namespace datagen::sqlite
