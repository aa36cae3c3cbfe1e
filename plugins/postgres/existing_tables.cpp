#include "existing_tables.hpp"

#include <map>

#include "datagen/postgres/identifier.hpp"
#include "datagen/postgres/literal.hpp"

namespace datagen::postgres_sink {
namespace {

using postgres::literal;

struct CatalogColumn {
  std::string type;  // without length or precision
  bool needs_a_value = false;
};

std::string table_name(const datagen_table_definition& table) { return postgres::qualified(table.schema, table.name); }

// The server's name of a type as CREATE TABLE has it; serial types are integers with a sequence.
std::string type_expression(const datagen_column_definition& column) {
  std::string type = column.type;
  if ((column.flags & DATAGEN_COLUMN_SERIAL) != 0)
    type = type == "smallserial" ? "smallint" : type == "bigserial" ? "bigint" : "integer";
  return "pg_catalog.format_type(pg_catalog.to_regtype(" + literal(type) + "), NULL)";
}

std::map<std::string, CatalogColumn> catalog_columns(Connection& connection, const std::string& table) {
  std::map<std::string, CatalogColumn> columns;
  for (const Row& row : connection.rows(
           "SELECT attname, pg_catalog.format_type(atttypid, NULL), attnotnull AND NOT atthasdef AND attidentity = '' "
           "FROM pg_catalog.pg_attribute WHERE attrelid = pg_catalog.to_regclass(" +
               literal(table) + ") AND attnum > 0 AND NOT attisdropped",
           "cannot read the columns of " + table))
    columns[*row[0]] = {*row[1], *row[2] == "t"};
  return columns;
}

void compare(Connection& connection, const datagen_table_definition& table, std::string& differences) {
  const std::string name = table_name(table);
  const auto add = [&](const std::string& text) { differences += (differences.empty() ? "" : "; ") + text; };
  std::map<std::string, CatalogColumn> there = catalog_columns(connection, name);
  if (there.empty() && table.n_columns > 0) return add("table " + name + " is not there");
  for (std::uint32_t i = 0; i < table.n_columns; ++i) {
    const datagen_column_definition& column = *table.columns[i];
    const auto found = there.find(column.name);
    if (found == there.end()) {
      if (column.generated_expression == nullptr) add(name + " has no column " + postgres::identifier(column.name));
      continue;
    }
    const auto type = connection.rows("SELECT " + type_expression(column), "cannot look up a type");
    if (type[0][0] && *type[0][0] != found->second.type)
      add(name + "." + postgres::identifier(column.name) + " is " + found->second.type + " there and " + *type[0][0] +
          " in the description");
    there.erase(found);
  }
  for (const auto& [column, facts] : there)
    if (facts.needs_a_value)
      add(name + "." + postgres::identifier(column) +
          " is NOT NULL without a default there, and not in the description");
}

}  // namespace

void check_columns(Connection& connection, const datagen_database& database) {
  std::string differences;
  for (std::uint32_t i = 0; i < database.n_tables; ++i) compare(connection, *database.tables[i], differences);
  if (!differences.empty())
    throw sdk::PluginError(DATAGEN_IO, "the tables there are not those of the description: " + differences);
}

void settle_existing_rows(Connection& connection, const datagen_database& database, ExistingRows existing) {
  if (existing == ExistingRows::append || database.n_tables == 0) return;
  std::string tables, filled;
  for (std::uint32_t i = 0; i < database.n_tables; ++i) {
    const std::string name = table_name(*database.tables[i]);
    tables += (tables.empty() ? "" : ", ") + name;
    if (existing != ExistingRows::fail) continue;
    const auto answer = connection.rows("SELECT EXISTS (SELECT 1 FROM " + name + ")", "cannot look into " + name);
    if (*answer[0][0] == "t") filled += (filled.empty() ? "" : ", ") + name;
  }
  if (existing == ExistingRows::truncate) return connection.run("TRUNCATE " + tables, "cannot truncate the tables");
  if (!filled.empty())
    throw sdk::PluginError(DATAGEN_IO, "there are rows already in " + filled +
                                           "; existing=append adds to them, existing=truncate deletes them first");
}

}  // namespace datagen::postgres_sink
