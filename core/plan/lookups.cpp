// Lookups: a column that shows another column of the row that a foreign key refers to.
#include <fmt/format.h>

#include <algorithm>

#include "plan/planner.hpp"

namespace datagen {

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
  for (const Node::Member& member : config->map)
    if (member.key != "via" && member.key != "column" && member.key != "type" && member.key != "comment" &&
        !member.key.starts_with("x-"))
      return refuse(member.location, fmt::format("unknown option '{}' of generator lookup{}", member.key,
                                                 did_you_mean(member.key, {"via", "column"})));

  std::vector<std::string> names;
  for (const Column& other : table.columns) names.push_back(other.name);
  auto key_column = table.find_column(via->string);
  if (!key_column)
    return refuse(via->location, fmt::format("no column '{}' in {}{}", via->string, table.full_name(),
                                             did_you_mean(via->string, names)));
  auto key_index = plan_.tables[t].driving_key[*key_column];
  if (!key_index)
    return refuse(via->location, fmt::format("column '{}' is in no foreign key that gives it its value", via->string),
                  "via names a foreign-key column of this table");
  const ForeignKey& key = table.foreign_keys[*key_index];
  const Table& parent = table_of(key.referenced_table);
  auto parent_column = parent.find_column(shown->string);
  if (!parent_column) {
    names.clear();
    for (const Column& other : parent.columns) names.push_back(other.name);
    return refuse(shown->location, fmt::format("no column '{}' in {}{}", shown->string, parent.full_name(),
                                               did_you_mean(shown->string, names)));
  }
  if (parent.columns[*parent_column].is_generated())
    return refuse(shown->location, fmt::format("{} is computed by the server, so its value is not known here",
                                               column_subject(parent, *parent_column)));
  if (!resolve(key.referenced_table, *parent_column)) return false;

  ColumnPlan& plan = plan_.tables[t].columns[c];
  const Source& origin = plan_.tables[key.referenced_table].columns[*parent_column].source;
  std::string own_format = storage(column).format;
  bool numbers = std::string_view("sild").find(own_format[0]) != std::string_view::npos &&
                 std::string_view("sild").find(origin.format[0]) != std::string_view::npos;
  if (own_format != origin.format && !numbers)
    return refuse(shown->location,
                  fmt::format("{} is {}, this column is {}", column_subject(parent, *parent_column),
                              parent.columns[*parent_column].type.text, column.type.text),
                  "give both columns one type");
  plan.source.kind = Source::Kind::lookup;
  plan.source.foreign_key = *key_index;
  plan.source.referenced_column = *parent_column;
  plan.source.dictionary = origin.dictionary;
  plan.source.format = origin.dictionary ? origin.format : own_format;
  plan.source.null_with_key = true;
  plan.chosen_by = "looked up in " + column_subject(parent, *parent_column);
  std::uint32_t most = storage(column).max_characters, theirs = storage(parent.columns[*parent_column]).max_characters;
  if (most > 0 && own_format == "u" && (theirs == 0 || theirs > most))
    return refuse(shown->location,
                  fmt::format("{} may be longer than the {} characters of this column",
                              column_subject(parent, *parent_column), most),
                  "give both columns one type");
  return true;
}

}  // namespace datagen
