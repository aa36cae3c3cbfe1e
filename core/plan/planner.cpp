#include "plan/planner.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <optional>
#include <set>

#include "program/format.hpp"
#include "program/render.hpp"

namespace datagen {

std::string column_subject(const Table& table, std::size_t column) {
  return table.full_name() + "." + table.columns[column].name;
}

// What a column must be able to give, where it alone can tell the rows of a set apart: of a set of one column all rows,
// beside foreign keys as many as share their rows.
void Planner::require_distinct(std::size_t t, const UniqueSet& set) {
  TablePlan& plan = plan_.tables[t];
  std::optional<std::size_t> alone;
  std::set<std::size_t> keys;
  for (std::size_t c : set.columns) {
    if (plan.driving_key[c]) {
      keys.insert(*plan.driving_key[c]);
    } else if (alone) {
      return;
    } else {
      alone = c;
    }
  }
  if (!alone) return;
  std::uint64_t needed = plan.rows;
  for (std::size_t k : keys) {
    const std::uint64_t parents = plan_.tables[plan_.description.tables[t].foreign_keys[k].referenced_table].rows;
    needed = parents == 0 ? needed : (needed + parents - 1) / parents;
  }
  if (!keys.empty() && needed <= 1) return;
  ColumnPlan& column = plan.columns[*alone];
  column.distinct_needed = std::max(column.distinct_needed, needed);
}

void Planner::resolve_columns() {
  SourcePlanner sources(plan_, diagnostics_);
  for (std::size_t t = 0; t < plan_.tables.size(); ++t) {
    const Table& table = plan_.description.tables[t];
    for (const UniqueSet& set : table.unique_sets) require_distinct(t, set);
  }
  for (std::size_t t = 0; t < plan_.tables.size(); ++t) {
    const Table& table = plan_.description.tables[t];
    // By name, so that the written order decides nothing.
    std::vector<std::size_t> order(table.columns.size());
    for (std::size_t c = 0; c < order.size(); ++c) order[c] = c;
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return table.columns[a].name < table.columns[b].name; });
    for (std::size_t c : order) sources.resolve(t, c);
  }
}

// Keys that are copied into a narrower integer must fit: the first and the last row tell, since keys that count upwards
// are what can outgrow a type.
void Planner::check_key_ranges(std::size_t t) {
  const Table& table = plan_.description.tables[t];
  TablePlan& plan = plan_.tables[t];
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    const Source& source = plan.columns[c].source;
    if (source.kind != Source::Kind::reference || plan.rows == 0) continue;
    const ForeignKey& key = table.foreign_keys[source.foreign_key];
    const Column& referenced = plan_.description.tables[key.referenced_table].columns[source.referenced_column];
    const Source& origin = plan_.tables[key.referenced_table].columns[source.referenced_column].source;
    std::uint64_t rows = plan_.tables[key.referenced_table].rows;
    if (origin.format == source.format || origin.dictionary || rows == 0 || source.format.empty()) continue;
    if (std::string_view("si").find(source.format[0]) == std::string_view::npos ||
        std::string_view("il").find(origin.format[0]) == std::string_view::npos)
      continue;
    Program program = compile_program(plan_, key.referenced_table, {source.referenced_column});
    Workspace workspace;
    const std::uint64_t ends[] = {0, rows - 1};
    run_program(program, workspace, ends);
    std::int64_t limit =
        source.format[0] == 's' ? std::numeric_limits<std::int16_t>::max() : std::numeric_limits<std::int32_t>::max();
    const ColumnData& values = workspace.column(program.outputs[0]);
    for (std::uint32_t i = 0; i < 2; ++i) {
      std::string text = rendered(values, origin.format, i);
      std::int64_t value = std::stoll(text);
      if (value <= limit && value >= -limit - 1) continue;
      diagnostics_.fault(
          table.columns[c].type_location, column_subject(table, c),
          fmt::format("{} cannot hold the key {} of {} (at most {})", table.columns[c].type.text, text,
                      column_subject(plan_.description.tables[key.referenced_table], source.referenced_column), limit),
          fmt::format("give it the type of the column it refers to, {}",
                      referenced.type.serial ? "bigint" : referenced.type.text));
      break;
    }
  }
}

void Planner::run() {
  count_rows();
  diagnostics_.throw_if_any(ErrorCode::description);
  std::size_t n = plan_.tables.size();
  for (std::size_t t = 0; t < n; ++t) assign_foreign_keys(t);
  collect_all_checks();
  resolve_columns();
  for (std::size_t t = 0; t < n; ++t) settle_orders(t);
  settle_anchors();
  for (std::size_t t = 0; t < n; ++t) settle_reference_distributions(t);
  for (std::size_t t = 0; t < n; ++t) settle_unique_sets(t);
  for (std::size_t t = 0; t < n; ++t) settle_references(t);
  for (std::size_t t = 0; t < n; ++t) settle_rollups(t);
  for (std::size_t t = 0; t < n; ++t) settle_draws(t);
  diagnostics_.throw_if_any(ErrorCode::description);
  for (std::size_t t = 0; t < n; ++t) check_nulls(t);
  diagnostics_.throw_if_any(ErrorCode::description);
  for (std::size_t t = 0; t < n; ++t) {
    const Table& table = plan_.description.tables[t];
    TablePlan& plan = plan_.tables[t];
    for (std::size_t c = 0; c < table.columns.size(); ++c)
      if (!table.columns[c].is_generated()) plan.output_columns.push_back(c);
    plan.program = compile_program(plan_, t, plan.output_columns);
    check_key_ranges(t);
    verify_checks(t);
  }
  diagnostics_.throw_if_any(ErrorCode::description);
}

}  // namespace datagen
