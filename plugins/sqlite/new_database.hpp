// The steps by which a new file is filled: tables without their keys, rows, then keys and indexes from sorted values,
// then a look at the checks, and statistics.
#pragma once

#include "connection.hpp"
#include "database_sql.hpp"

namespace datagen::sqlite {

// What the file is to say of itself.
struct FileFacts {
  std::int64_t page_size, user_version, application_id;
};

// In a transaction that stays open.  The file is nobody's yet: nothing is made safe against failures.
void create_tables(Connection& connection, const DatabaseSql& database, const FileFacts& facts);

// Adds the keys to the tables, and compares their rows with the checks.  Throws sdk::PluginError DATAGEN_DATA for a
// check that a row violates.
void complete_tables(Connection& connection, const DatabaseSql& database);

void create_indexes(Connection& connection, const DatabaseSql& database);

}  // namespace datagen::sqlite
