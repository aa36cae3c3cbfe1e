// Rollups: a column that sums up the rows which refer to its row.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "description/places.hpp"
#include "plan/planner.hpp"
#include "plan/value_units.hpp"
#include "program/render.hpp"
#include "program/sql_value.hpp"

namespace datagen {

namespace {

using Function = RollupFunction;

constexpr std::string_view number_formats = "sildfg";

bool is_number(const Source& source) {
  return !source.dictionary && !source.format.empty() &&
         number_formats.find(source.format[0]) != std::string_view::npos;
}
bool is_floating(const std::string& format) { return format == "f" || format == "g"; }
bool is_moment(const Source& source) {
  return !source.dictionary && (source.format == "tdD" || source.format == "ttu" || source.format.starts_with("tsu:"));
}

const std::map<std::string, Function>& functions() {
  static const std::map<std::string, Function> table = {{"count", Function::count},
                                                        {"sum", Function::sum},
                                                        {"min", Function::minimum},
                                                        {"max", Function::maximum},
                                                        {"avg", Function::average}};
  return table;
}

std::string function_name(Function function) {
  for (const auto& [name, of] : functions())
    if (of == function) return name;
  return {};
}

std::string names_of(const Table& table, const std::vector<std::size_t>& columns) {
  std::string names;
  for (std::size_t c : columns) names += (names.empty() ? "" : ", ") + table.columns[c].name;
  return names;
}

// True when the key refers to what the groups of its table are (see AnchorPlan), whichever key gives its columns.
bool stands_for_groups(const TablePlan& children, std::size_t referenced, const ForeignKey& key) {
  return children.anchor && children.anchor->referenced_table == referenced &&
         std::is_permutation(key.columns.begin(), key.columns.end(), children.anchor->columns.begin(),
                             children.anchor->columns.end());
}

// The largest magnitude that the column's type holds, or 0 where that does not matter.
double limit_of(const Source& source) {
  switch (source.format[0]) {
    case 's':
      return 32767;
    case 'i':
      return 2147483647;
    case 'd':
      return source.precision < 0 ? 0 : std::pow(10.0, source.precision - decimal_scale(source.format));
    default:
      return 0;
  }
}

}  // namespace

// Finds the referring table and its foreign key.
bool SourcePlanner::rollup_children(std::size_t t, const Node& config, const std::string& where, RollupPlan& rollup) {
  auto refuse = [&](const Location& location, const std::string& message, const std::string& hint = {}) {
    diagnostics_.fault(location, where, message, hint);
    return false;
  };
  const Node& named = *config.find("table");
  const auto found = plan_.description.find_table(named.string);
  if (!found) {
    std::vector<std::string> names;
    for (const Table& each : plan_.description.tables) names.push_back(each.full_name());
    return refuse(named.location, fmt::format("no table '{}'{}", named.string, did_you_mean(named.string, names)));
  }
  const Table& children = table_of(*found);
  const Node* via = config.find("via");
  std::vector<std::size_t> keys;
  std::string columns;
  for (std::size_t k = 0; k < children.foreign_keys.size(); ++k) {
    const ForeignKey& key = children.foreign_keys[k];
    if (key.referenced_table != t) continue;
    columns += (columns.empty() ? "" : " or ") + names_of(children, key.columns);
    const bool named_by_via = via == nullptr || std::any_of(key.columns.begin(), key.columns.end(), [&](std::size_t c) {
                                return children.columns[c].name == via->string;
                              });
    if (named_by_via) keys.push_back(k);
  }
  if (columns.empty())
    return refuse(named.location,
                  fmt::format("no foreign key of {} refers to {}", children.full_name(), table_of(t).full_name()),
                  "a rollup sums up the rows that refer to its row");
  if (keys.size() != 1)
    return refuse(via != nullptr ? via->location : named.location,
                  via != nullptr ? fmt::format("'{}' names no one foreign key of {} to {}", via->string,
                                               children.full_name(), table_of(t).full_name())
                                 : fmt::format("several foreign keys of {} refer to {}", children.full_name(),
                                               table_of(t).full_name()),
                  fmt::format("write via: {}", columns));
  rollup.table = *found;
  rollup.foreign_key = keys[0];
  if (stands_for_groups(plan_.tables[*found], t, children.foreign_keys[keys[0]])) return true;
  for (std::size_t c : children.foreign_keys[keys[0]].columns)
    if (plan_.tables[*found].driving_key[c] != keys[0])
      return refuse(
          named.location,
          fmt::format("the foreign key ({}) of {} does not give the values of {}, so the rows that refer to a "
                      "row are not known",
                      names_of(children, children.foreign_keys[keys[0]].columns), children.full_name(),
                      column_subject(children, c)),
          "take the column's generator, or the other foreign key that it is in, away");
  return true;
}

// What is summed up.
bool SourcePlanner::rollup_value(const Column& column, const Node& config, const std::string& where,
                                 RollupPlan& rollup) {
  auto refuse = [&](const Location& location, const std::string& message, const std::string& hint = {}) {
    diagnostics_.fault(location, where, message, hint);
    return false;
  };
  const Table& children = table_of(rollup.table);
  const Node* shown = config.find("column");
  const std::string function = function_name(rollup.function);
  Source target;
  take_target(column, target);
  if (rollup.function == Function::count && !is_number(target))
    return refuse(column.type_location, fmt::format("a count does not fit {}", column.type.text), "use bigint");
  if (shown == nullptr) {
    if (rollup.function == Function::count) return true;
    return refuse(config.location,
                  fmt::format("function {} needs 'column', a column of {}", function, children.full_name()));
  }
  const auto found = children.find_column(shown->string);
  if (!found) {
    std::vector<std::string> names;
    for (const Column& each : children.columns) names.push_back(each.name);
    return refuse(shown->location, fmt::format("no column '{}' in {}{}", shown->string, children.full_name(),
                                               did_you_mean(shown->string, names)));
  }
  const std::string subject_of = column_subject(children, *found);
  if (children.columns[*found].is_generated())
    return refuse(shown->location,
                  fmt::format("{} is computed by the server, so its value is not known here", subject_of),
                  "compute it with generator expression instead of 'generated'");
  if (!resolve(rollup.table, *found)) return false;
  rollup.has_value = true;
  rollup.columns.push_back(*found);
  if (rollup.function == Function::count) return true;
  const Source& value = plan_.tables[rollup.table].columns[*found].source;
  const bool extreme = rollup.function == Function::minimum || rollup.function == Function::maximum;
  if (!is_number(value) && !(extreme && is_moment(value)))
    return refuse(
        shown->location,
        fmt::format("{} is {}, of which there is no {} here", subject_of, children.columns[*found].type.text, function),
        extreme ? "min and max take numbers, dates and times" : "sum and avg take numbers");
  const bool numbers =
      is_number(value) && is_number(target) && (is_floating(target.format) || !is_floating(value.format));
  if (!numbers && target.format != value.format)
    return refuse(
        shown->location,
        fmt::format("{} is {}, this column is {}", subject_of, children.columns[*found].type.text, column.type.text),
        fmt::format("give the column the type {}", children.columns[*found].type.text));
  return true;
}

bool SourcePlanner::choose_rollup(std::size_t t, std::size_t c) {
  const Column& column = table_of(t).columns[c];
  const std::string where = subject(t, c);
  const Node* config = column.generator_config.get();
  auto refuse = [&](const Location& location, const std::string& message, const std::string& hint = {}) {
    diagnostics_.fault(location, where, message, hint);
    return false;
  };
  for (const char* option : {"table", "function"}) {
    const Node* node = config != nullptr ? config->find(option) : nullptr;
    if (node == nullptr || !node->is(Node::Kind::string))
      return refuse(node != nullptr ? node->location : column.generator_location,
                    fmt::format("generator rollup needs the option '{}'", option),
                    "for example generator_config: {table: order_items, function: sum, column: line_total}");
  }
  if (!only_options(*config, places::rollup_options(), "rollup", where)) return false;
  for (const char* option : {"via", "column", "where"})
    if (const Node* node = config->find(option); node != nullptr && !node->is(Node::Kind::string))
      return refuse(node->location, fmt::format("'{}' must be a string, not {}", option, kind_name(node->kind)));
  const Node& function = *config->find("function");
  std::string name = function.string;
  for (char& letter : name) letter = letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
  const auto known = functions().find(name);
  if (known == functions().end())
    return refuse(function.location,
                  fmt::format("no function '{}'{}", function.string,
                              did_you_mean(name, places::rollup_options().find("function")->forms.front().words)),
                  "use count, sum, min, max or avg");

  RollupPlan rollup;
  rollup.location = config->location;
  rollup.function = known->second;
  if (!rollup_children(t, *config, where, rollup) || !rollup_value(column, *config, where, rollup)) return false;
  if (const Node* filter = config->find("where")) {
    rollup.where = expression_over(rollup.table, std::nullopt, *filter, where, rollup.columns);
    if (rollup.where == nullptr) return false;
  }
  const Node* empty = config->find("empty");
  if (empty != nullptr && rollup.function == Function::count)
    return refuse(empty->location, "a count is never empty: it is 0", "leave 'empty' out");
  if (rollup.function == Function::sum && empty == nullptr) rollup.empty = integer_value(0);
  if (empty != nullptr && !empty->is(Node::Kind::null)) {
    if (!empty->is_scalar())
      return refuse(empty->location, fmt::format("'empty' must be a value or null, not {}", kind_name(empty->kind)));
    rollup.empty = text_value(empty->string);
  }

  Source source;
  source.kind = Source::Kind::rollup;
  take_target(column, source);
  try {
    rollup.empty = convert(rollup.empty, kind_of_format(source.format), -1);
  } catch (const Error& error) {
    return refuse(empty->location, fmt::format("'empty' is no {}: {}", column.type.text, error.faults()[0].message));
  }
  source.rollup = std::move(rollup);
  plan_.tables[t].columns[c].chosen_by =
      fmt::format("{} of {}", function_name(source.rollup->function),
                  source.rollup->has_value ? column_subject(table_of(source.rollup->table), source.rollup->columns[0])
                                           : "the rows of " + table_of(source.rollup->table).full_name());
  plan_.tables[t].columns[c].source = std::move(source);
  return true;
}

// Warns where the largest possible result is beyond the column's type.
void Planner::check_rollup_range(std::size_t t, std::size_t c, const ChildRows& children) {
  const Source& source = plan_.tables[t].columns[c].source;
  const RollupPlan& rollup = *source.rollup;
  const double limit = limit_of(source);
  if (limit == 0 || children.most() == 0) return;
  double most = static_cast<double>(children.most());
  if (rollup.function == Function::sum) {
    const Source& value = plan_.tables[rollup.table].columns[rollup.columns[0]].source;
    if (value.kind != Source::Kind::values || value.count == 0) return;
    const ValueUnits units = units_of(value, plan_.options.now);
    if (units.kind != ValueUnits::Kind::number) return;
    most *= std::max(std::abs(units.scale.first()), std::abs(units.scale.last()));
  } else if (rollup.function != Function::count) {
    return;
  }
  if (most <= limit) return;
  const Column& column = plan_.description.tables[t].columns[c];
  diagnostics_.warning(column.type_location, column_subject(plan_.description.tables[t], c),
                       fmt::format("the {} of up to {} rows may reach {:.0f}, which does not fit {}",
                                   function_name(rollup.function), children.most(), most, column.type.text),
                       "give the column a wider type; a row whose value does not fit ends the run");
}

void Planner::settle_rollups(std::size_t t) {
  const Table& table = plan_.description.tables[t];
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    Source& source = plan_.tables[t].columns[c].source;
    if (source.kind != Source::Kind::rollup || plan_.tables[t].rows == 0) continue;
    RollupPlan& rollup = *source.rollup;
    const TablePlan& children_plan = plan_.tables[rollup.table];
    const Table& children = plan_.description.tables[rollup.table];
    const ForeignKey& key = children.foreign_keys[rollup.foreign_key];
    const ReferencePlan& reference = children_plan.references[rollup.foreign_key];
    rollup.children =
        stands_for_groups(children_plan, t, key) ? group_children(groups_of(rollup.table)) : reference.draw.children;
    const ChildRows* rows = rollup.children.get();
    rollup.may_be_empty = rollup.empty.is_null() && rollup.function != Function::count;
    if (children_plan.rows == 0) continue;
    if (rows == nullptr) {
      const std::string columns = names_of(children, key.columns);
      diagnostics_.fault(
          rollup.location, column_subject(table, c),
          fmt::format("the rows of {} draw the row of {} that they refer to, so a row's own are not known from it",
                      children.full_name(), table.full_name()),
          fmt::format("split them: distribution: {{per_parent: {{min: 1, max: {}}}}} on {}{}.{}",
                      std::max<std::uint64_t>(2 * children_plan.rows / plan_.tables[t].rows, 1),
                      key.columns.size() > 1 ? "the foreign key " : "", children.full_name(), columns));
      continue;
    }
    const Column* value = rollup.has_value ? &children.columns[rollup.columns[0]] : nullptr;
    if (rows->least() > 0 && rollup.where == nullptr && !reference.nulls.any() && value != nullptr && value->not_null)
      rollup.may_be_empty = false;
    check_rollup_range(t, c, *rows);
  }
}

}  // namespace datagen
