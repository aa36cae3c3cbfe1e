// Lookups: a column that shows another column of the row that a foreign key refers to.
#include <fmt/format.h>

#include <algorithm>

#include "description/places.hpp"
#include "plan/planner.hpp"

namespace datagen {

namespace {

std::vector<std::string> column_names(const Table& table) {
  std::vector<std::string> names;
  for (const Column& column : table.columns) names.push_back(column.name);
  return names;
}

}  // namespace

std::size_t looked_up_table(const Plan::Impl& plan, std::size_t table, const Source& source) {
  table = plan.description.tables[table].foreign_keys[source.foreign_key].referenced_table;
  for (std::size_t key : source.further_keys) table = plan.description.tables[table].foreign_keys[key].referenced_table;
  return table;
}

bool SourcePlanner::lookup_source(std::size_t t, const std::string& via, const std::string& shown,
                                  const Location& location, const std::string& where, Source& source) {
  auto refuse = [&](const std::string& message, const std::string& hint = {}) {
    diagnostics_.fault(location, where, message, hint);
    return false;
  };
  source = Source{};
  source.kind = Source::Kind::lookup;
  source.null_with_key = true;
  std::size_t at = t;
  std::string_view rest = via;
  for (bool first = true; first || !rest.empty(); first = false) {
    std::string name(rest.substr(0, rest.find('.')));
    rest.remove_prefix(std::min(rest.size(), name.size() + 1));
    const Table& table = table_of(at);
    auto column = table.find_column(name);
    if (!column)
      return refuse(
          fmt::format("no column '{}' in {}{}", name, table.full_name(), did_you_mean(name, column_names(table))));
    auto key = plan_.tables[at].driving_key[*column];
    if (!key)
      return refuse(fmt::format("{} is in no foreign key that gives it its value", column_subject(table, *column)),
                    "via names a foreign-key column; over several tables: order_id.customer_id");
    if (first)
      source.foreign_key = *key;
    else
      source.further_keys.push_back(*key);
    at = table.foreign_keys[*key].referenced_table;
  }
  const Table& parent = table_of(at);
  auto column = parent.find_column(shown);
  if (!column)
    return refuse(
        fmt::format("no column '{}' in {}{}", shown, parent.full_name(), did_you_mean(shown, column_names(parent))));
  if (parent.columns[*column].is_generated())
    return refuse(
        fmt::format("{} is computed by the server, so its value is not known here", column_subject(parent, *column)));
  if (!resolve(at, *column)) return false;
  source.referenced_column = *column;
  const Source& origin = plan_.tables[at].columns[*column].source;
  source.dictionary = origin.dictionary;
  source.format = origin.format;
  return true;
}

bool SourcePlanner::choose_lookup(std::size_t t, std::size_t c) {
  const Table& table = table_of(t);
  const Column& column = table.columns[c];
  std::string where = subject(t, c);
  auto refuse = [&](const Location& location, const std::string& message, const std::string& hint = {}) {
    diagnostics_.fault(location.known() ? location : column.location, where, message, hint);
    return false;
  };
  const Node* config = column.generator_config.get();
  const Node* via = config != nullptr ? config->find("via") : nullptr;
  const Node* shown = config != nullptr ? config->find("column") : nullptr;
  if (via == nullptr || shown == nullptr || !via->is(Node::Kind::string) || !shown->is(Node::Kind::string))
    return refuse(column.generator_location, "generator lookup needs the options 'via' and 'column'",
                  "for example generator_config: {via: product_id, column: price}");
  if (!only_options(*config, places::lookup_options(), "lookup", where)) return false;
  Source source;
  if (!lookup_source(t, via->string, shown->string, via->location, where, source)) return false;

  const Table& parent = table_of(looked_up_table(plan_, t, source));
  const Column& origin = parent.columns[source.referenced_column];
  SqlType own = storage(column), theirs = storage(origin);
  bool numbers = std::string_view("sild").find(own.format[0]) != std::string_view::npos &&
                 std::string_view("sild").find(source.format[0]) != std::string_view::npos;
  if (own.format != source.format && !numbers)
    return refuse(shown->location,
                  fmt::format("{} is {}, this column is {}", column_subject(parent, source.referenced_column),
                              origin.type.text, column.type.text),
                  "give both columns one type");
  if (own.max_characters > 0 && own.format == "u" &&
      (theirs.max_characters == 0 || theirs.max_characters > own.max_characters))
    return refuse(shown->location,
                  fmt::format("{} may be longer than the {} characters of this column",
                              column_subject(parent, source.referenced_column), own.max_characters),
                  "give both columns one type");
  if (!source.dictionary) source.format = own.format;
  plan_.tables[t].columns[c].chosen_by = "looked up in " + column_subject(parent, source.referenced_column);
  plan_.tables[t].columns[c].source = std::move(source);
  return true;
}

}  // namespace datagen
