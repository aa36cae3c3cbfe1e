// What a run would do, and why.
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "commands.hpp"
#include "datagen/core/explanation.hpp"
#include "display_width.hpp"
#include "messages.hpp"
#include "prepared_run.hpp"
#include "report.hpp"
#include "text_table.hpp"

namespace datagen::host {
namespace {

constexpr std::size_t most_source_width = 60;

using Json = nlohmann::ordered_json;

template <class Indices>
std::string column_list(const Table& table, const Indices& columns) {
  std::string text;
  for (const std::size_t c : columns) text += (text.empty() ? "" : ", ") + table.columns[c].name;
  return text;
}

std::string set_name(const Table& table, const UniqueSet& set) {
  const char* const kind = set.kind == UniqueSet::Kind::primary_key ? "primary key" : "unique";
  return fmt::format("{} ({})", kind, column_list(table, set.columns));
}

std::string key_name(const Table& table, const ForeignKey& key, const Description& description) {
  const Table& referenced = description.tables[key.referenced_table];
  return fmt::format("foreign key ({}) to {} ({})", column_list(table, key.columns), referenced.full_name(),
                     column_list(referenced, key.referenced_columns));
}

std::string draw_text(const DrawExplanation& draw) {
  return draw.law + (draw.count == 0 || draw.law.empty() ? "" : ", of " + grouped(draw.count));
}

std::string nulls_text(double fraction) { return fraction == 0 ? "" : fmt::format("{:.3g} %", fraction * 100); }

std::string have_text(const UniqueSetExplanation& set) { return set.have == 0 ? "any number" : grouped(set.have); }

std::string text_of(const TableExplanation& explanation, const TableEstimate& estimate,
                    const Description& description) {
  const Table& table = description.tables[explanation.table];
  std::string text =
      fmt::format("{}: {} row{}", table.full_name(), grouped(explanation.rows), explanation.rows == 1 ? "" : "s");
  if (estimate.bytes != 0)
    text += fmt::format(", about {} ({} a row)", short_size(static_cast<double>(estimate.bytes)),
                        short_size(static_cast<double>(estimate.bytes / std::max<std::uint64_t>(estimate.rows, 1))));
  text += "\n";
  TextTable columns({{"column"}, {"type"}, {"values"}, {"chosen by"}, {"drawn"}, {"made from"}, {"null"}});
  for (const ColumnExplanation& column : explanation.columns) {
    const Column& described = table.columns[column.column];
    columns.add({described.name, described.type.text, cut_to_width(column.source, most_source_width), column.reason,
                 draw_text(column.draw), column_list(table, column.inputs), nulls_text(column.null_fraction)});
  }
  text += columns.plain(2);
  for (const UniqueSetExplanation& set : explanation.unique_sets)
    text += fmt::format("  {}: needs {}, has {}; {}\n", set_name(table, table.unique_sets[set.set]),
                        grouped(set.needed), have_text(set), set.how);
  for (const ReferenceExplanation& reference : explanation.references) {
    const std::string nulls = nulls_text(reference.null_fraction);
    text += fmt::format("  {}: {}{}\n", key_name(table, table.foreign_keys[reference.foreign_key], description),
                        reference.draw.law.empty() ? "holds by other keys or generators" : draw_text(reference.draw),
                        nulls.empty() ? "" : ", null in " + nulls);
  }
  return text;
}

Json json_of(const DrawExplanation& draw) {
  if (draw.law.empty()) return nullptr;
  return {{"law", draw.law}, {"of", draw.count == 0 ? Json(nullptr) : Json(draw.count)}};
}

Json names_of(const Table& table, const std::vector<std::size_t>& columns) {
  Json names = Json::array();
  for (const std::size_t c : columns) names.push_back(table.columns[c].name);
  return names;
}

Json json_of(const TableExplanation& explanation, const TableEstimate& estimate, const Description& description) {
  const Table& table = description.tables[explanation.table];
  Json columns = Json::array(), sets = Json::array(), references = Json::array();
  for (const ColumnExplanation& column : explanation.columns) {
    const Column& described = table.columns[column.column];
    columns.push_back({{"name", described.name},
                       {"type", described.type.text},
                       {"values", column.source},
                       {"chosen_by", column.reason},
                       {"draw", json_of(column.draw)},
                       {"made_from", names_of(table, column.inputs)},
                       {"null_fraction", column.null_fraction}});
  }
  for (const UniqueSetExplanation& set : explanation.unique_sets) {
    const UniqueSet& described = table.unique_sets[set.set];
    sets.push_back({{"columns", names_of(table, described.columns)},
                    {"primary_key", described.kind == UniqueSet::Kind::primary_key},
                    {"needed", set.needed},
                    {"have", set.have == 0 ? Json(nullptr) : Json(set.have)},
                    {"how", set.how}});
  }
  for (const ReferenceExplanation& reference : explanation.references) {
    const ForeignKey& key = table.foreign_keys[reference.foreign_key];
    const Table& referenced = description.tables[key.referenced_table];
    references.push_back({{"columns", names_of(table, key.columns)},
                          {"table", referenced.full_name()},
                          {"referenced_columns", names_of(referenced, key.referenced_columns)},
                          {"draw", json_of(reference.draw)},
                          {"null_fraction", reference.null_fraction}});
  }
  return {{"table", table.full_name()},
          {"rows", explanation.rows},
          {"bytes", estimate.bytes},
          {"seconds_of_one_thread", estimate.seconds},
          {"columns", std::move(columns)},
          {"unique_sets", std::move(sets)},
          {"foreign_keys", std::move(references)}};
}

}  // namespace

int run_explain(const Arguments& arguments) {
  const PreparedRun prepared(arguments);
  const std::vector<TableExplanation> tables = explain(*prepared.plan);
  const RunEstimate estimated =
      estimate(*prepared.plan, prepared.plugins.registry, prepared.options, prepared.environment);
  const auto estimate_of = [&](std::size_t table) {
    for (const TableEstimate& each : estimated.tables)
      if (each.table == table) return each;
    return TableEstimate{table, 0, 0, 0};
  };

  if (arguments.has("json")) {
    Json list = Json::array();
    for (const TableExplanation& table : tables)
      list.push_back(json_of(table, estimate_of(table.table), prepared.description));
    const Json document{{"seed", prepared.options.seed}, {"writer", prepared.writer.short_name},
                        {"rows", estimated.rows},        {"bytes", estimated.bytes},
                        {"seconds", estimated.seconds},  {"memory_bytes", estimated.memory},
                        {"tables", std::move(list)}};
    print_report(document.dump(2, ' ', false, Json::error_handler_t::replace) + "\n");
    return 0;
  }
  std::string text = fmt::format("{} tables, {} rows", tables.size(), grouped(estimated.rows));
  if (estimated.bytes != 0)
    text +=
        fmt::format(", about {} by {}", short_size(static_cast<double>(estimated.bytes)), prepared.writer.short_name);
  text += fmt::format("; {} to make, {} of memory; seed {}{}\n",
                      estimated.seconds < 0.01 ? "less than 0.01 s" : "about " + duration_text(estimated.seconds),
                      short_size(static_cast<double>(estimated.memory)), prepared.options.seed,
                      prepared.random_seed ? " (taken by chance)" : "");
  text += "tables in the order in which they are written\n";
  for (const TableExplanation& table : tables)
    text += "\n" + text_of(table, estimate_of(table.table), prepared.description);
  print_report(text);
  return 0;
}

}  // namespace datagen::host
