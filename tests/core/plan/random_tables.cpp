#include "tests/core/plan/random_tables.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace datagen::test {
namespace {

std::string list(const std::vector<std::string>& names) { return fmt::format("[{}]", fmt::join(names, ", ")); }

std::string numbers(std::uint64_t count, const std::string& more = {}) {
  return fmt::format("type: integer, generator: numbers, generator_config: {{count: {}}}{}", count, more);
}

std::vector<std::string> names_of(const RandomTable& table) {
  std::vector<std::string> names;
  for (const RandomColumn& column : table.columns) names.push_back(column.name);
  return names;
}

std::vector<std::string> random_subset(std::mt19937_64& random, std::vector<std::string> names, std::size_t most) {
  std::shuffle(names.begin(), names.end(), random);
  names.resize(std::min(names.size(), 1 + random() % most));
  return names;
}

std::string random_nulls(std::mt19937_64& random) {
  switch (random() % 4) {
    case 0:
      return ", nullable: false";
    case 1:
      return ", null_fraction: 0.4";
    default:
      return "";
  }
}

}  // namespace

std::string RandomTable::yaml() const {
  std::string text = fmt::format("  {}:\n    row_count: {}\n    columns:\n", name, rows);
  for (const RandomColumn& column : columns) {
    const bool in_key = std::find(primary_key.begin(), primary_key.end(), column.name) != primary_key.end();
    const std::size_t nulls = in_key ? column.text.find(", null_fraction") : std::string::npos;
    text += fmt::format("      - {{name: {}, {}}}\n", column.name, column.text.substr(0, nulls));
  }
  if (!primary_key.empty()) text += fmt::format("    primary_key: {}\n", list(primary_key));
  if (!sets.empty()) text += "    unique_constraints:\n";
  for (const std::string& set : sets) text += fmt::format("      - {}\n", set);
  if (!keys.empty()) text += "    foreign_keys:\n";
  for (const std::string& key : keys) text += fmt::format("      - {}\n", key);
  return text;
}

std::string yaml(const RandomTables& tables) {
  std::string text = "tables:\n";
  for (const RandomTable& table : tables) text += table.yaml();
  return text;
}

RandomTables random_tables(std::mt19937_64& random) {
  auto below = [&](std::uint64_t n) { return random() % n; };
  struct Target {
    std::vector<std::string> columns;
  };
  RandomTables tables(1 + below(4));
  std::vector<std::vector<Target>> targets(tables.size());
  for (std::size_t t = 0; t < tables.size(); ++t) {
    RandomTable& table = tables[t];
    table.name = fmt::format("t{}", t);
    table.rows = below(9) == 0 ? below(2) : below(5) == 0 ? below(120) : below(20);
    const std::uint64_t n = 1 + below(4);
    for (std::uint64_t c = 0; c < n; ++c) {
      const std::uint64_t kind = below(12);
      table.columns.push_back(
          {fmt::format("c{}", c), kind == 0   ? "type: serial"
                                  : kind == 1 ? numbers(1000000, random_nulls(random))
                                  : kind == 2 ? "type: integer, generator: numbers, generator_config: {count: 9, "
                                                "weighted: true}" +
                                                    random_nulls(random)
                                  : kind == 3 ? "type: text, generator: colours" + random_nulls(random)
                                              : numbers(1 + below(below(3) == 0 ? 300 : 12), random_nulls(random))});
    }
    if (below(3) != 0) {
      table.primary_key = random_subset(random, names_of(table), 3);
      targets[t].push_back({table.primary_key});
    }
    for (std::uint64_t sets = below(3); sets > 0; --sets) {
      const auto set = random_subset(random, names_of(table), 3);
      table.sets.push_back(
          fmt::format("{{columns: {}{}}}", list(set), below(8) == 0 ? ", nulls_not_distinct: true" : ""));
      targets[t].push_back({set});
    }
  }
  for (std::size_t t = 0; t < tables.size(); ++t) {
    RandomTable& table = tables[t];
    std::vector<std::string> referring;
    for (std::uint64_t keys = below(3); keys > 0; --keys) {
      const std::size_t to = below(tables.size());
      if (targets[to].empty()) continue;
      const Target& target = targets[to][below(targets[to].size())];
      std::vector<std::string> columns;
      const std::string nulls = random_nulls(random);
      for (const std::string& referenced : target.columns) {
        const auto& all = tables[to].columns;
        const auto found = std::find_if(all.begin(), all.end(), [&](const auto& c) { return c.name == referenced; });
        const bool text = found->text.find("type: text") != std::string::npos;
        columns.push_back(fmt::format("r{}_{}", table.keys.size(), referenced));
        table.columns.push_back(
            {columns.back(), (text ? "type: text" : "type: integer") + (below(3) == 0 ? random_nulls(random) : nulls)});
        referring.push_back(columns.back());
      }
      table.keys.push_back(fmt::format("{{columns: {}, referenced_table: {}, referenced_columns: {}}}", list(columns),
                                       tables[to].name, list(target.columns)));
    }
    if (!referring.empty() && below(2) == 0) {
      std::vector<std::string> from = below(2) == 0 ? referring : names_of(table);
      const auto set = random_subset(random, from, 4);
      if (below(2) == 0 && table.primary_key.empty())
        table.primary_key = set;
      else
        table.sets.push_back(fmt::format("{{columns: {}}}", list(set)));
    }
  }
  return tables;
}

RandomTables random_single_set(std::mt19937_64& random) {
  RandomTable table;
  table.name = "t";
  table.rows = random() % 40;
  const std::uint64_t n = 1 + random() % 4;
  for (std::uint64_t c = 0; c < n; ++c) table.columns.push_back({fmt::format("c{}", c), numbers(1 + random() % 6)});
  const auto set = random_subset(random, names_of(table), 4);
  if (random() % 2 == 0)
    table.primary_key = set;
  else
    table.sets.push_back(fmt::format("{{columns: {}}}", list(set)));
  return {table};
}

RandomTables random_tenants(std::mt19937_64& random) {
  auto below = [&](std::uint64_t n) { return random() % n; };
  RandomTable tenants{"tenants", 1 + below(12), {{"id", "type: serial"}}, {"id"}, {}, {}};
  RandomTables tables{tenants};
  const std::string to_tenants = "{columns: [tenant_id], referenced_table: tenants}";
  for (const std::string name : {"users", "projects"}) {
    RandomTable table{name, tenants.rows + below(60), {{"tenant_id", "type: integer"}}, {}, {}, {}};
    table.columns.push_back({"id", below(2) == 0 ? "type: serial" : numbers(200)});
    table.primary_key = {"tenant_id", "id"};
    table.keys = {to_tenants};
    if (below(2) == 0) {
      table.columns.push_back({"parent", "type: integer"});
      table.keys.push_back(fmt::format(
          "{{columns: [tenant_id, parent], referenced_table: {}, referenced_columns: [tenant_id, id]}}", name));
    }
    tables.push_back(table);
  }
  RandomTable members{"members", below(80), {}, {}, {}, {}};
  members.columns = {{"tenant_id", "type: integer, nullable: false"},
                     {"user_id", "type: integer" + random_nulls(random)},
                     {"project_id", "type: integer" + random_nulls(random)}};
  members.keys = {
      "{columns: [tenant_id, user_id], referenced_table: users, referenced_columns: [tenant_id, id]}",
      "{columns: [tenant_id, project_id], referenced_table: projects, referenced_columns: [tenant_id, id]}"};
  if (below(2) == 0) members.keys.push_back(to_tenants);
  for (const char* set : {"[tenant_id, user_id, project_id]", "[project_id, tenant_id]", "[tenant_id, user_id]"})
    if (below(3) == 0) members.sets.push_back(fmt::format("{{columns: {}}}", set));
  tables.push_back(members);
  return tables;
}

}  // namespace datagen::test
