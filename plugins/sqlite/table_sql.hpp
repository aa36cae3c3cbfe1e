// One table of a description as SQLite's SQL.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "column_type.hpp"
#include "database_sql.hpp"
#include "index_names.hpp"

namespace datagen::sqlite {

// A column as it will be in SQLite.
struct ColumnFacts {
  const datagen_column_definition* definition = nullptr;
  ColumnType type;
  std::string generated;  // SQLite's expression, or empty
  bool kept = true;       // a generated one whose expression has no translation is not
};

struct TableFacts {
  const datagen_table_definition* definition = nullptr;
  std::string name;  // raw
  std::vector<ColumnFacts> columns;
  bool kept = true;  // one without columns that rows give values to is not

  const ColumnFacts* find(std::string_view column) const;
  // Whether all of these are columns that SQLite's table has.
  bool has(const char* const* names, std::uint32_t count) const;
};

// By table_name().
using AllTables = std::map<std::string, TableFacts>;

// Throws sdk::PluginError as database_sql() does.
TableFacts table_facts(const datagen_database& database, const datagen_table_definition& table,
                       std::vector<std::string>& left_out);
TableSql table_sql(const TableFacts& table, const AllTables& all, bool strict, std::vector<std::string>& left_out);
std::vector<std::string> index_sql(const TableFacts& table, IndexNames& names, std::vector<std::string>& left_out);

}  // namespace datagen::sqlite
