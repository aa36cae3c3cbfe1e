// A whole description as SQLite's SQL, in the order in which a file is made quickly: tables, rows, keys, indexes.
#pragma once

#include <string>
#include <vector>

#include "datagen/plugin.h"

namespace datagen::sqlite {

// A check of the description, to be compared with the rows once they are in.
struct CheckSql {
  std::string name;  // for messages
  std::string condition;
};

// Of a table that SQLite cannot have nothing is set.
struct TableSql {
  std::string name;            // raw
  std::string create;          // the whole CREATE TABLE
  std::string create_to_load;  // without the keys that are cheaper to make afterwards
  // The columns of each of those keys, in the order in which SQLite numbers the indexes that it makes for them.
  std::vector<std::string> keys;
  std::vector<std::string> indexes;  // CREATE INDEX
  std::vector<CheckSql> checks;
};

struct DatabaseSql {
  std::vector<TableSql> tables;       // as in datagen_database
  std::vector<std::string> left_out;  // "orders.note: its default is left out: ..."
};

// Throws sdk::PluginError DATAGEN_UNSUPPORTED for what SQLite cannot hold, such as names that differ in capitals only.
DatabaseSql database_sql(const datagen_database& database, bool strict);

}  // namespace datagen::sqlite
