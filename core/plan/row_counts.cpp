// How many rows each table has, and which tables are written.
#include <fmt/format.h>

#include <algorithm>

#include "plan/planner.hpp"

namespace datagen {

namespace {

// The table that a user's name means: the full name, or the bare name when only one table has it.
std::optional<std::size_t> named_table(const Description& description, const std::string& name) {
  if (auto found = description.find_table(name)) return found;
  std::optional<std::size_t> result;
  for (std::size_t t = 0; t < description.tables.size(); ++t) {
    if (description.tables[t].name != name) continue;
    if (result) return std::nullopt;
    result = t;
  }
  return result;
}

}  // namespace

void Planner::count_rows() {
  const Description& description = plan_.description;
  const RunOptions& options = plan_.options;
  plan_.tables.resize(description.tables.size());
  std::vector<std::string> names;
  for (const Table& table : description.tables) names.push_back(table.full_name());

  auto each_named = [&](const auto& wanted, const char* option, auto apply) {
    for (const auto& entry : wanted) {
      const std::string& name = [&]() -> const std::string& {
        if constexpr (requires { entry.first; })
          return entry.first;
        else
          return entry;
      }();
      if (auto table = named_table(description, name))
        apply(*table, entry);
      else
        diagnostics_.fault({}, option,
                           fmt::format("no table '{}' in the description{}", name, did_you_mean(name, names)));
    }
  };

  for (std::size_t t = 0; t < plan_.tables.size(); ++t) {
    const Table& table = description.tables[t];
    plan_.tables[t].rows = options.row_count.value_or(table.row_count.value_or(options.default_row_count));
    plan_.tables[t].written = options.tables.empty();
    plan_.tables[t].columns.resize(table.columns.size());
    plan_.tables[t].references.resize(table.foreign_keys.size());
    plan_.tables[t].driving_key.resize(table.columns.size());
  }
  each_named(options.table_row_counts, "--rows",
             [&](std::size_t t, const auto& entry) { plan_.tables[t].rows = entry.second; });
  each_named(options.tables, "--tables", [&](std::size_t t, const auto&) { plan_.tables[t].written = true; });
  each_named(options.exclude_tables, "--exclude-tables",
             [&](std::size_t t, const auto&) { plan_.tables[t].written = false; });
}

}  // namespace datagen
