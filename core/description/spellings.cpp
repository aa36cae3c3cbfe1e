#include "description/spellings.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <utility>

#include "description/places.hpp"

namespace datagen {

void rename_keys(Node& map, std::span<const Spelling> spellings, const std::string& subject, Diagnostics& diagnostics) {
  for (const Spelling& spelling : spellings) {
    Node::Member* other = nullptr;
    const Node::Member* own = nullptr;
    for (Node::Member& member : map.map) {
      if (member.key == spelling.other) other = &member;
      if (member.key == spelling.own) own = &member;
    }
    if (other == nullptr) continue;
    if (own != nullptr) {
      diagnostics.fault(other->location, subject,
                        "'" + std::string(spelling.other) + "' and '" + std::string(spelling.own) + "' mean the same",
                        "leave one of them out");
    } else {
      other->key = spelling.own;
    }
  }
}

void rename_keys(Node& map, const Place& place, const std::string& subject, Diagnostics& diagnostics) {
  for (const Key& key : place.keys)
    for (const std::string& other : key.other) rename_keys(map, {{other, key.name}}, subject, diagnostics);
}

Node* find_member(Node& map, std::string_view key) {
  for (Node::Member& member : map.map)
    if (member.key == key) return &member.value;
  return nullptr;
}

std::optional<Node::Member> taken(Node& map, std::string_view key) {
  for (auto at = map.map.begin(); at != map.map.end(); ++at) {
    if (at->key != key) continue;
    Node::Member member = std::move(*at);
    map.map.erase(at);
    return member;
  }
  return std::nullopt;
}

void add_member(Node& map, std::string key, const Location& location, Node value) {
  map.map.push_back({std::move(key), location, std::move(value)});
}

Node string_node(std::string text, const Location& location) {
  Node node;
  node.kind = Node::Kind::string;
  node.string = std::move(text);
  node.location = location;
  return node;
}

Node boolean_node(bool value, const Location& location) {
  Node node;
  node.kind = Node::Kind::boolean;
  node.boolean = value;
  node.string = value ? "true" : "false";
  node.location = location;
  return node;
}

Node number_node(double value, const Location& location) {
  char text[32];
  Node node;
  node.kind = Node::Kind::floating;
  node.floating = value;
  node.string.assign(text, std::to_chars(text, text + sizeof text, value).ptr);
  node.location = location;
  return node;
}

Node map_node(const Location& location) {
  Node node;
  node.kind = Node::Kind::map;
  node.location = location;
  return node;
}

Node list_node(const Location& location) {
  Node node;
  node.kind = Node::Kind::list;
  node.location = location;
  return node;
}

std::optional<double> written_number(const Node& node) {
  if (node.is_number()) return node.floating;
  if (!node.is(Node::Kind::string)) return std::nullopt;
  std::string_view text = node.string;
  if (text.ends_with('%')) text.remove_suffix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

std::string lower_case(std::string text) {
  for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return text;
}

namespace {

// "1000", "1,000", "1_000", 1e6, "10k", "2M": whole numbers.
void respell_count(Node& count) {
  double value = 0;
  if (count.is(Node::Kind::floating)) {
    value = count.floating;
  } else if (count.is(Node::Kind::string)) {
    std::string digits = lower_case(count.string);
    double factor = 1;
    if (digits.ends_with('k')) factor = 1e3;
    if (digits.ends_with('m')) factor = 1e6;
    if (digits.ends_with('b')) factor = 1e9;
    if (factor > 1) digits.pop_back();
    std::erase_if(digits, [](char c) { return c == ',' || c == '_' || c == ' '; });
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc{} || end != digits.data() + digits.size()) return;
    value *= factor;
  } else {
    return;
  }
  if (!(value >= 0 && value < 0x1p53) || value != std::floor(value)) return;
  count.kind = Node::Kind::integer;
  count.integer = static_cast<std::int64_t>(value);
  count.floating = value;
}

// "users(id)" as "users.id", "users(a, b)" as its parts.
struct Target {
  std::string table;
  std::vector<std::string> columns;
};
std::optional<Target> target_with_parentheses(const std::string& text) {
  const std::size_t open = text.find('('), close = text.rfind(')');
  if (open == std::string::npos || close == std::string::npos || close < open || close + 1 != text.size() || open == 0)
    return std::nullopt;
  const auto trimmed = [](std::string word) {
    word.erase(0, word.find_first_not_of(" \t\""));
    word.erase(word.find_last_not_of(" \t\"") + 1);
    return word;
  };
  Target target{trimmed(text.substr(0, open)), {}};
  std::string names = text.substr(open + 1, close - open - 1) + ",";
  for (std::size_t comma = names.find(','); comma != std::string::npos; comma = names.find(',')) {
    target.columns.push_back(trimmed(names.substr(0, comma)));
    names.erase(0, comma + 1);
  }
  return target;
}

// references: "users", "users.id", "users(id)", or {table, columns}.
void respell_target(Node& key, const std::string& subject, Diagnostics& diagnostics) {
  if (const Node* written = find_member(key, "referenced_table"); written != nullptr && written->is(Node::Kind::map)) {
    Node target = std::move(taken(key, "referenced_table")->value);
    rename_keys(target,
                {{"table", "referenced_table"}, {"columns", "referenced_columns"}, {"column", "referenced_columns"}},
                subject, diagnostics);
    for (Node::Member& member : target.map) key.map.push_back(std::move(member));
  }
  Node* table = find_member(key, "referenced_table");
  if (table == nullptr || !table->is(Node::Kind::string)) return;
  auto target = target_with_parentheses(table->string);
  if (!target) return;
  table->string = std::move(target->table);
  if (find_member(key, "referenced_columns") != nullptr) return;
  Node columns = list_node(table->location);
  for (std::string& name : target->columns) columns.list.push_back(string_node(std::move(name), columns.location));
  add_member(key, "referenced_columns", columns.location, std::move(columns));
}

Node respelled_foreign_key(Node key, const std::string& subject, Diagnostics& diagnostics) {
  if (!key.is(Node::Kind::map)) return key;
  // {columns: a, table: p, column: b}: beside 'columns', 'column' is the other table's.
  if (key.find("columns") != nullptr) rename_keys(key, {{"column", "referenced_columns"}}, subject, diagnostics);
  rename_keys(key, {{"column", "columns"}, {"referenced_column", "referenced_columns"}}, subject, diagnostics);
  rename_keys(key, places::foreign_key(), subject, diagnostics);
  respell_target(key, subject, diagnostics);
  if (Node* distribution = find_member(key, "distribution"))
    *distribution = respelled_distribution(*distribution, subject, diagnostics);
  return key;
}

// name -> item as a list of items that name themselves.  key: what a list or string stands for, as "columns".
Node named_items(const Node& items, const char* key) {
  if (!items.is(Node::Kind::map)) return items;
  Node list = list_node(items.location);
  for (const Node::Member& member : items.map) {
    if (is_free_key(member.key) && (member.key != "comment" || member.value.is(Node::Kind::string))) continue;
    Node item = member.value;
    if (!item.is(Node::Kind::map)) {
      item = map_node(member.value.location);
      add_member(item, key, member.value.location, member.value);
    }
    if (item.find("name") == nullptr)
      add_member(item, "name", member.location, string_node(member.key, member.location));
    list.list.push_back(std::move(item));
  }
  return list;
}

std::vector<std::string> names_of_columns(const Node& table) {
  std::vector<std::string> names;
  const Node* columns = table.find("columns");
  if (columns == nullptr) return names;
  for (const Node::Member& member : columns->map) names.push_back(member.key);
  for (const Node& item : columns->list)
    if (const Node* name = item.find("name")) names.push_back(name->string);
  return names;
}

// A map of foreign keys goes by column, where its keys are columns and the items name none, else by name.
Node listed_foreign_keys(const Node& keys, const std::vector<std::string>& columns) {
  if (!keys.is(Node::Kind::map)) return keys;
  Node list = list_node(keys.location);
  for (const Node::Member& member : keys.map) {
    if (is_free_key(member.key) && (member.key != "comment" || member.value.is(Node::Kind::string))) continue;
    Node item = member.value;
    if (item.is(Node::Kind::string)) {
      item = map_node(member.value.location);
      add_member(item, "references", member.value.location, member.value);
    }
    const bool of_column = std::find(columns.begin(), columns.end(), member.key) != columns.end();
    const bool names_columns =
        item.find("columns") != nullptr || (item.find("column") != nullptr && item.find("table") == nullptr);
    if (of_column && !names_columns) {
      if (auto column = taken(item, "column")) add_member(item, "referenced_columns", column->location, column->value);
      add_member(item, "columns", member.location, string_node(member.key, member.location));
    } else if (item.is(Node::Kind::map) && item.find("name") == nullptr) {
      add_member(item, "name", member.location, string_node(member.key, member.location));
    }
    list.list.push_back(std::move(item));
  }
  return list;
}

}  // namespace

Node respelled_document(const Node& document, Diagnostics& diagnostics) {
  Node own = document;
  rename_keys(own, places::description(), {}, diagnostics);
  if (Node* database = find_member(own, "database"); database != nullptr && database->is(Node::Kind::string)) {
    Node map = map_node(database->location);
    add_member(map, "name", database->location, *database);
    *database = std::move(map);
  }
  if (Node* database = find_member(own, "database"); database != nullptr && database->is(Node::Kind::map))
    rename_keys(*database, places::database(), "database", diagnostics);
  return own;
}

Node respelled_types(const Node& types, Diagnostics& diagnostics) {
  Node own = types;
  if (own.is(Node::Kind::list)) {
    Node map = map_node(own.location);
    for (Node& item : own.list) {
      auto name = taken(item, "name");
      if (!name || !name->value.is(Node::Kind::string)) return types;
      add_member(map, name->value.string, name->value.location, std::move(item));
    }
    own = std::move(map);
  }
  for (Node::Member& member : own.map) {
    Node& type = member.value;
    if (!type.is(Node::Kind::map)) continue;
    rename_keys(type, places::custom_type(), member.key, diagnostics);
    if (Node* kind = find_member(type, "kind"); kind != nullptr && kind->is(Node::Kind::string))
      kind->string = lower_case(kind->string);
    Node* inner = find_member(type, "definition");
    if (inner != nullptr && inner->is(Node::Kind::map))
      rename_keys(*inner, places::type_definition(), member.key, diagnostics);
  }
  return own;
}

Node respelled_table(const Node& table, const std::string& subject, Diagnostics& diagnostics) {
  Node own = table;
  rename_keys(own, places::table(), subject, diagnostics);
  if (Node* count = find_member(own, "row_count")) respell_count(*count);
  if (Node* sets = find_member(own, "unique_constraints")) *sets = named_items(*sets, "columns");
  if (Node* indexes = find_member(own, "indexes")) *indexes = named_items(*indexes, "columns");
  if (Node* checks = find_member(own, "check_constraints")) {
    *checks = named_items(*checks, "expression");
    for (Node& check : checks->list)
      if (check.is(Node::Kind::map)) rename_keys(check, places::check_constraint(), subject, diagnostics);
  }
  if (Node* keys = find_member(own, "foreign_keys")) {
    *keys = listed_foreign_keys(*keys, names_of_columns(own));
    for (Node& key : keys->list) key = respelled_foreign_key(std::move(key), subject, diagnostics);
  }
  return own;
}

}  // namespace datagen
