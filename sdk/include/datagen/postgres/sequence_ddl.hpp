// Sequences that the description declares, and where every sequence stands once the rows are in.
#pragma once

#include <cstdint>
#include <string>

#include "datagen/plugin.hpp"
#include "datagen/postgres/identifier.hpp"
#include "datagen/postgres/literal.hpp"

namespace datagen::postgres {

inline std::string create_sequence(const datagen_sequence& sequence) {
  std::string sql = "CREATE SEQUENCE " + qualified(sequence.schema, sequence.name);
  sql += "\n    START WITH " + std::to_string(sequence.start);
  sql += "\n    INCREMENT BY " + std::to_string(sequence.increment);
  sql += (sequence.flags & DATAGEN_SEQUENCE_HAS_MINIMUM) != 0 ? "\n    MINVALUE " + std::to_string(sequence.minimum)
                                                              : "\n    NO MINVALUE";
  sql += (sequence.flags & DATAGEN_SEQUENCE_HAS_MAXIMUM) != 0 ? "\n    MAXVALUE " + std::to_string(sequence.maximum)
                                                              : "\n    NO MAXVALUE";
  if (sequence.cache > 0) sql += "\n    CACHE " + std::to_string(sequence.cache);
  if ((sequence.flags & DATAGEN_SEQUENCE_CYCLE) != 0) sql += "\n    CYCLE";
  return sql + ";\n\n";
}

inline std::string create_sequences(const datagen_database& database) {
  std::string sql;
  for (std::uint32_t i = 0; i < database.n_sequences; ++i) sql += create_sequence(*database.sequences[i]);
  return sql;
}

/// setval for the sequence behind a serial or identity column: the next value is one above the largest.  Such a
/// sequence starts at 1, so if no row has a value of 1 or more, the next value is 1.
inline std::string set_column_position(const datagen_table_definition& table, const datagen_column_definition& column) {
  const std::string name = qualified(table.schema, table.name);
  std::string sql = "SELECT pg_catalog.setval(pg_catalog.pg_get_serial_sequence(" + literal(name) + ", " +
                    literal(column.name) + "), ";
  if (table.row_count == 0) return sql + "1, false);\n";
  if ((column.flags & DATAGEN_COLUMN_HAS_LAST_VALUE) != 0) {
    if (column.last_value < 1) return sql + "1, false);\n";
    return sql + std::to_string(column.last_value) + ", true);\n";
  }
  const std::string largest = "max(" + identifier(column.name) + ")";
  return sql + "GREATEST(" + largest + ", 1), COALESCE(" + largest + " >= 1, false)) FROM " + name + ";\n";
}

/// setval for each serial and identity column of the table.
inline std::string set_table_positions(const datagen_table_definition& table) {
  constexpr std::uint32_t kOwnsSequence =
      DATAGEN_COLUMN_SERIAL | DATAGEN_COLUMN_IDENTITY_ALWAYS | DATAGEN_COLUMN_IDENTITY_DEFAULT;
  std::string sql;
  for (std::uint32_t i = 0; i < table.n_columns; ++i) {
    if ((table.columns[i]->flags & kOwnsSequence) != 0) sql += set_column_position(table, *table.columns[i]);
  }
  return sql;
}

/// setval for a declared sequence; empty where rows took no value of it.
inline std::string set_sequence_position(const datagen_sequence& sequence) {
  if ((sequence.flags & DATAGEN_SEQUENCE_USED) == 0) return "";
  return "SELECT pg_catalog.setval(" + literal(qualified(sequence.schema, sequence.name)) + ", " +
         std::to_string(sequence.last_value) + ", true);\n";
}

/// setval for every sequence.
inline std::string set_positions(const datagen_database& database) {
  std::string sql;
  for (std::uint32_t i = 0; i < database.n_tables; ++i) sql += set_table_positions(*database.tables[i]);
  for (std::uint32_t i = 0; i < database.n_sequences; ++i) sql += set_sequence_position(*database.sequences[i]);
  return sql.empty() ? sql : sql + '\n';
}

}  // namespace datagen::postgres
