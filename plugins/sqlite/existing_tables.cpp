#include "existing_tables.hpp"

#include <algorithm>
#include <map>

#include "column_type.hpp"
#include "names.hpp"

namespace datagen::sqlite {
namespace {

struct ThereColumn {
  std::string type;
  bool needs_a_value = false;
  bool is_generated = false;
};

std::string name_of(const datagen_table_definition& table) { return table_name(table.schema, table.name); }

// As SQLite derives it from the declared type (https://www.sqlite.org/datatype3.html, 3.1).
enum class Affinity { integer, text, blob, real, numeric };
Affinity affinity_of(const std::string& declared) {
  const std::string type = folded(declared);
  const auto has = [&](const char* part) { return type.find(part) != std::string::npos; };
  if (has("int")) return Affinity::integer;
  if (has("char") || has("clob") || has("text")) return Affinity::text;
  if (has("blob") || type.empty()) return Affinity::blob;
  if (has("real") || has("floa") || has("doub")) return Affinity::real;
  return Affinity::numeric;
}

// Whether a column of that affinity would make something else of the values.
bool changes(Affinity there, const ColumnType& type) {
  const bool number = type.kind == ValueKind::boolean || type.kind == ValueKind::integer ||
                      type.kind == ValueKind::single || type.kind == ValueKind::floating ||
                      type.kind == ValueKind::decimal;
  if (number) return there == Affinity::text;
  if (there == Affinity::numeric)
    return type.kind == ValueKind::text || type.kind == ValueKind::json || type.kind == ValueKind::other;
  return there == Affinity::integer || there == Affinity::real;
}

// Whether a column is written: SQLite has no other tables.
bool has_rows(const datagen_table_definition& table) {
  return std::any_of(table.columns, table.columns + table.n_columns,
                     [](const auto* column) { return column->generated_expression == nullptr; });
}

std::map<std::string, ThereColumn> columns_there(Connection& connection, const std::string& table) {
  std::map<std::string, ThereColumn> columns;
  Statement rows(connection,
                 "SELECT name, type, \"notnull\" AND dflt_value IS NULL AND NOT (pk AND upper(type) = 'INTEGER'), "
                 "hidden > 1 FROM pragma_table_xinfo(" +
                     literal(table) + ", 'main')",
                 "cannot read the columns of " + table);
  while (rows.step()) columns[folded(rows.text(0))] = {rows.text(1), rows.integer(2) != 0, rows.integer(3) != 0};
  return columns;
}

void compare(Connection& connection, const datagen_database& database, const datagen_table_definition& table,
             std::string& differences) {
  const std::string name = name_of(table);
  const auto add = [&](const std::string& text) { differences += (differences.empty() ? "" : "; ") + text; };
  std::map<std::string, ThereColumn> there = columns_there(connection, name);
  if (!has_rows(table)) return;
  if (there.empty()) return add("table " + name + " is not there");
  for (std::uint32_t i = 0; i < table.n_columns; ++i) {
    const datagen_column_definition& column = *table.columns[i];
    const auto found = there.find(folded(column.name));
    const bool is_written = column.generated_expression == nullptr;
    if (found == there.end()) {
      if (is_written) add(name + " has no column " + column.name);
      continue;
    }
    if (is_written && found->second.is_generated) add(name + '.' + column.name + " is a generated column there");
    if (is_written && changes(affinity_of(found->second.type), column_type(database, column.type)))
      add(name + '.' + column.name + " is " + found->second.type + " there, which would change values of " +
          column.type);
    there.erase(found);
  }
  for (const auto& [column, facts] : there)
    if (facts.needs_a_value)
      add(name + '.' + column + " is NOT NULL without a default there, and not in the description");
}

}  // namespace

void check_columns(Connection& connection, const datagen_database& database) {
  std::string differences;
  for (std::uint32_t i = 0; i < database.n_tables; ++i) compare(connection, database, *database.tables[i], differences);
  if (!differences.empty())
    throw sdk::PluginError(DATAGEN_IO, "the tables there are not those of the description: " + differences);
}

void settle_existing_rows(Connection& connection, const datagen_database& database, ExistingRows existing) {
  if (existing == ExistingRows::append) return;
  std::string filled;
  for (std::uint32_t i = database.n_tables; i-- > 0;) {
    const std::string name = name_of(*database.tables[i]);
    if (!has_rows(*database.tables[i])) continue;
    if (existing == ExistingRows::remove) {
      connection.run("DELETE FROM main." + quoted(name), "cannot delete the rows of " + name);
      continue;
    }
    Statement look(connection, "SELECT EXISTS (SELECT 1 FROM main." + quoted(name) + ')', "cannot look into " + name);
    look.step();
    if (look.integer(0) != 0) filled += (filled.empty() ? "" : ", ") + name;
  }
  if (!filled.empty())
    throw sdk::PluginError(DATAGEN_IO, "there are rows already in " + filled +
                                           "; existing=append adds to them, existing=delete deletes them first");
}

void check_foreign_keys(Connection& connection) {
  Statement look(connection, "SELECT \"table\", parent, count(*) FROM pragma_foreign_key_check GROUP BY 1, 2",
                 "cannot look at the foreign keys");
  std::string broken;
  while (look.step())
    broken += (broken.empty() ? "" : ", ") + look.text(0) + " (" + look.text(2) + " to " + look.text(1) + ')';
  if (!broken.empty())
    throw sdk::PluginError(DATAGEN_IO, "rows would refer to rows that are not there, in " + broken +
                                           "; fill the tables that they refer to as well");
}

}  // namespace datagen::sqlite
