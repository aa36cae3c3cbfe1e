// What becomes of a PostgreSQL type in SQLite: the type that CREATE TABLE declares, and how values are stored.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "datagen/plugin.h"

namespace datagen::sqlite {

enum class ValueKind : std::uint8_t {
  boolean,        // 0 or 1
  integer,        // INTEGER
  single,         // REAL, of float4
  floating,       // REAL
  decimal,        // a number of at most 15 digits, or of 18 without a fraction; what has more is text
  text,           // TEXT
  date,           // TEXT, 2024-12-31
  time,           // TEXT, 23:59:59.999999
  timestamp,      // TEXT, 2024-12-31 23:59:59.999999
  timestamp_utc,  // the same, in UTC
  uuid,           // TEXT, lower case
  json,           // TEXT
  bytes,          // BLOB
  other           // TEXT, as PostgreSQL writes it
};

inline constexpr std::int32_t kRealDigits = 15;     // that a double keeps
inline constexpr std::int32_t kIntegerDigits = 18;  // that an int64 always has

struct ColumnType {
  ValueKind kind = ValueKind::other;
  std::string declared;          // "VARCHAR(20)"; empty: SQLite then stores each value as it is given
  const char* strict = "TEXT";   // of a STRICT table
  std::int32_t scale = 0;        // of a decimal
  bool wide = false;             // a decimal that may have more digits than a number keeps
  std::uint32_t max_length = 0;  // characters; 0: any
  const datagen_type* enumeration = nullptr;
  std::vector<const char*> domain_checks;  // over VALUE
};

// type: as datagen_column_definition has it.  Domains become their base type.
ColumnType column_type(const datagen_database& database, const char* type);

}  // namespace datagen::sqlite
