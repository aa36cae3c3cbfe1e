#include "database_sql.hpp"

#include "datagen/error.hpp"
#include "table_sql.hpp"

namespace datagen::sqlite {

DatabaseSql database_sql(const datagen_database& database, bool strict) {
  DatabaseSql result;
  AllTables all;
  IndexNames names;
  std::map<std::string, std::string> seen;
  std::vector<const TableFacts*> in_order;
  for (std::uint32_t i = 0; i < database.n_tables; ++i) {
    TableFacts facts = table_facts(database, *database.tables[i], result.left_out);
    const std::string name = facts.name;
    const auto [other, is_new] = seen.emplace(folded(name), name);
    if (!is_new)
      throw sdk::PluginError(DATAGEN_UNSUPPORTED, "SQLite takes the tables " + quoted(other->second) + " and " +
                                                      quoted(name) + " for one, as it folds capitals: rename one");
    names.add_table(name);
    in_order.push_back(&all.emplace(name, std::move(facts)).first->second);
  }
  for (const TableFacts* facts : in_order) {
    TableSql& table = result.tables.emplace_back();
    if (!facts->kept) continue;
    table = table_sql(*facts, all, strict, result.left_out);
    table.indexes = index_sql(*facts, names, result.left_out);
  }
  return result;
}

}  // namespace datagen::sqlite
