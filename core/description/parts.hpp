// The parts of parse_description, one for each kind of thing described.  Each reports what is wrong and goes on with
// what is left, so that one run shows every fault.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "datagen/core/description.hpp"
#include "description/map_reader.hpp"
#include "description/places.hpp"

namespace datagen {

// A foreign key whose target has yet to be found, when all tables are known.
struct WrittenForeignKey {
  std::size_t table = 0;
  ForeignKey key;      // all but the target
  std::string target;  // table, or table.column
  bool target_may_hold_column = false;
  Location target_location;
  std::vector<std::string> referenced_columns;
  Location referenced_location;
};

struct Reading {
  Description& description;
  Diagnostics& diagnostics;
  std::vector<WrittenForeignKey> foreign_keys;
};

// ---- types -------------------------------------------------------------------------------------------------------

// Reads a type that the user wrote; reports slips, foreign names and malformed text.  Unknown types that are no slip
// are passed through, with a warning.
[[nodiscard]] std::optional<SqlType> read_written_type(const Node& node, const std::string& subject,
                                                       const std::vector<CustomType>& custom, Diagnostics& diagnostics);
void read_custom_types(const Node& types, Reading& reading);

// Whether PostgreSQL has an equality for both sides of a foreign key (DefineRelation, ATAddForeignKeyConstraint).
[[nodiscard]] bool comparable(const SqlType& referencing, const SqlType& referenced,
                              const std::vector<CustomType>& custom);
// Whether the type has an order, without which it stands in no unique set.
[[nodiscard]] bool has_order(const SqlType& type, const std::vector<CustomType>& custom);

// ---- sequences, tables -------------------------------------------------------------------------------------------

void read_sequences(const Node& sequences, Reading& reading);
void read_tables(const Node& tables, Reading& reading);
// Reads columns and what hangs on a single one; column-level keys become sets, checks and foreign keys of the table.
void read_columns(const Node& columns, std::size_t table_index, Reading& reading);
// Primary key, unique constraints, indexes, checks and foreign keys on the table's level.
void read_constraints(const MapReader& table_reader, std::size_t table_index, Reading& reading);

[[nodiscard]] std::optional<Check> read_check(const Node& node, const std::string& subject, Diagnostics& diagnostics);
// Adds the foreign key that a map or, on a column, a string describes.  columns: of the referencing side.
void read_foreign_key(const Node& node, std::optional<std::size_t> column, std::size_t table_index, Reading& reading);
void resolve_foreign_keys(Reading& reading);

// Indices of named columns.  Nothing, and a report with the nearest name, when one does not exist or comes twice.
[[nodiscard]] std::optional<std::vector<std::size_t>> find_columns(const Node& names, const Table& table,
                                                                   const std::string& subject,
                                                                   Diagnostics& diagnostics);
[[nodiscard]] std::vector<std::string> column_names(const Table& table);

// A name for a constraint or index, or "".
[[nodiscard]] std::string read_name(const MapReader& reader, std::string_view key, Diagnostics& diagnostics);

// ---- expressions -------------------------------------------------------------------------------------------------

// "CHECK (...)" without the word, which users bring along from SQL.
[[nodiscard]] std::string without_check_keyword(const std::string& text);
// The default as an SQL expression, literals quoted; nothing for null and after a report.
[[nodiscard]] std::optional<std::string> read_default(const Node& node, const SqlType& type, const std::string& subject,
                                                      const std::vector<CustomType>& custom, Diagnostics& diagnostics);
// Checks, generated columns and index conditions of a table whose columns are all known.
void check_expressions(const Table& table, Diagnostics& diagnostics);

// ---- the whole ---------------------------------------------------------------------------------------------------

// Names that the server would refuse for being there twice.
void check_names(const Description& description, Diagnostics& diagnostics);

}  // namespace datagen
