#include "new_database.hpp"

#include "names.hpp"

namespace datagen::sqlite {
namespace {

// KiB.  Rows come in the order of their pages, which need no cache; sorting the values of an index has use for all.
constexpr int kLoadingCache = 256, kSortingCache = 65536;

// A key is an index named sqlite_autoindex_TABLE_NUMBER without a text of its own, beside a table whose text declares
// it (https://www.sqlite.org/fileformat2.html, "The SQLite schema table").  Made so, from sorted values, it takes a
// third of the time that it takes beside each row, and a small part where it does not fit into the cache.
void add_keys(Connection& connection, const TableSql& table) {
  const std::string what = "cannot add the keys of " + table.name;
  std::string renamed;
  for (std::size_t i = 0; i < table.keys.size(); ++i) {
    const std::string name = "datagen key " + std::to_string(i + 1);
    connection.run("CREATE UNIQUE INDEX " + quoted(name) + " ON " + quoted(table.name) + " (" + table.keys[i] + ')',
                   what);
    renamed += "UPDATE sqlite_schema SET sql = NULL, name = " +
               literal("sqlite_autoindex_" + table.name + '_' + std::to_string(i + 1)) +
               " WHERE type = 'index' AND name = " + literal(name) + ';';
  }
  connection.run("PRAGMA writable_schema = ON;" + renamed + "UPDATE sqlite_schema SET sql = " + literal(table.create) +
                     " WHERE type = 'table' AND name = " + literal(table.name) + ";PRAGMA writable_schema = RESET",
                 what);
}

void compare_with_checks(Connection& connection, const TableSql& table) {
  if (table.checks.empty()) return;
  std::string conditions, found;
  for (const CheckSql& check : table.checks)
    conditions += (conditions.empty() ? "NOT (" : " OR NOT (") + check.condition + ')';
  Statement look(connection, "SELECT 1 FROM " + quoted(table.name) + " WHERE " + conditions + " LIMIT 1",
                 "cannot look at the rows of " + table.name);
  if (!look.step()) return;
  for (const CheckSql& check : table.checks) {
    Statement count(connection, "SELECT count(*) FROM " + quoted(table.name) + " WHERE NOT (" + check.condition + ')',
                    "cannot look at the rows of " + table.name);
    count.step();
    if (count.integer(0) > 0)
      throw sdk::PluginError(DATAGEN_IO, check.name + " is violated by " + std::to_string(count.integer(0)) +
                                             " rows; see what its columns hold with `datagen explain`");
  }
}

}  // namespace

void create_tables(Connection& connection, const DatabaseSql& database, const FileFacts& facts) {
  connection.run("PRAGMA page_size = " + std::to_string(facts.page_size) +
                     ";PRAGMA journal_mode = OFF;PRAGMA synchronous = OFF;PRAGMA locking_mode = EXCLUSIVE;"
                     "PRAGMA cache_size = -" +
                     std::to_string(kLoadingCache) +
                     ";PRAGMA foreign_keys = OFF;PRAGMA ignore_check_constraints = ON;"
                     "PRAGMA user_version = " +
                     std::to_string(facts.user_version) +
                     ";PRAGMA application_id = " + std::to_string(facts.application_id) + ";BEGIN",
                 "cannot begin the database");
  for (const TableSql& table : database.tables)
    if (!table.name.empty()) connection.run(table.create_to_load, "cannot create table " + table.name);
}

void complete_tables(Connection& connection, const DatabaseSql& database) {
  connection.run("PRAGMA cache_size = -" + std::to_string(kSortingCache), "cannot take memory");
  for (const TableSql& table : database.tables)
    if (!table.keys.empty()) add_keys(connection, table);
  for (const TableSql& table : database.tables) compare_with_checks(connection, table);
}

void create_indexes(Connection& connection, const DatabaseSql& database) {
  for (const TableSql& table : database.tables)
    for (const std::string& index : table.indexes) connection.run(index, "cannot create an index of " + table.name);
}

}  // namespace datagen::sqlite
