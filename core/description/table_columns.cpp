#include <algorithm>
#include <array>
#include <unordered_map>

#include "datagen/plugin.h"
#include "description/identifier.hpp"
#include "description/parts.hpp"
#include "description/spellings.hpp"

namespace datagen {
namespace {

constexpr std::size_t maximum_columns = 1600;  // MaxHeapAttributeNumber of PostgreSQL
constexpr std::array<std::string_view, 6> system_columns = {"tableoid", "xmin", "cmin", "xmax", "cmax", "ctid"};

// generator_config without its "type", which named the generator.
std::shared_ptr<const Node> without_type(const Node& config) {
  auto copy = std::make_shared<Node>(config);
  std::erase_if(copy->map, [](const Node::Member& member) { return member.key == "type"; });
  return copy;
}

class ColumnReader {
 public:
  ColumnReader(const std::string& name, const Location& location, const Node& node, std::size_t table_index,
               Reading& reading)
      : reading_(reading),
        diagnostics_(reading.diagnostics),
        table_index_(table_index),
        table_(reading.description.tables[table_index]),
        written_(respelled_column(node, table_.full_name() + "." + name, reading.diagnostics)),
        reader_(written_, table_.full_name() + "." + name, reading.diagnostics, places::column()) {
    column_.name = name;
    column_.location = location;
  }

  // Returns whether the column is declared to be the table's primary key or part of it.
  bool read() {
    check_name();
    if (const Node* type = reader_.get("type")) {
      column_.type_location = type->location;
      const auto parsed = read_written_type(*type, reader_.subject(), reading_.description.types, diagnostics_);
      if (parsed) column_.type = *parsed;
      typed_ = parsed.has_value();
    } else if (!reader_.looks_misspelt("type")) {
      diagnostics_.fault(column_.location, reader_.subject(), "the column has no 'type'",
                         "write type: text, or another type of PostgreSQL");
    }
    column_.comment = reader_.string("comment").value_or("");
    column_.locale = reader_.string("locale").value_or("");
    read_identity();
    read_nullable();
    read_value_expressions();
    read_generation();
    const std::size_t index = table_.columns.size();
    table_.columns.push_back(std::move(column_));
    read_keys(index);
    return reader_.boolean("primary_key").value_or(false);
  }

 private:
  void check_name() {
    std::string message;
    if (!is_identifier(column_.name, message)) {
      diagnostics_.fault(column_.location, table_.full_name(), message);
    }
    if (std::find(system_columns.begin(), system_columns.end(), column_.name) != system_columns.end()) {
      diagnostics_.fault(column_.location, reader_.subject(), "PostgreSQL has a system column of that name",
                         "choose another name");
    }
  }

  void read_identity() {
    const Node* node = reader_.get("identity", Node::Kind::string);
    if (node == nullptr) return;
    std::string text = node->string;
    for (char& c : text) c = c == '_' ? ' ' : c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    if (text != "always" && text != "by default") {
      reader_.fault(*node,
                    "identity '" + node->string + "' is not known" + did_you_mean(text, {"always", "by default"}),
                    "write \"always\" or \"by default\"");
      return;
    }
    column_.identity = text == "always" ? Column::Identity::always : Column::Identity::by_default;
    if (!typed_) return;
    const std::string& base = storage_type(column_.type, reading_.description.types).base;
    if (column_.type.array_dimensions > 0 || (base != "smallint" && base != "integer" && base != "bigint")) {
      reader_.fault(*node, "an identity column must be smallint, integer or bigint, not " + column_.type.text);
    }
  }

  void read_nullable() {
    const bool numbered = column_.type.serial || column_.identity != Column::Identity::none;
    const auto nullable = reader_.boolean("nullable");
    column_.not_null = numbered || !nullable.value_or(true);
    if (nullable.value_or(false) && numbered) {
      diagnostics_.warning(reader_.get("nullable")->location, reader_.subject(),
                           "a serial or identity column is never null", "leave 'nullable' out");
    }
    column_.null_fraction = reader_.fraction("null_fraction");
    if (column_.null_fraction.value_or(0) > 0 && column_.not_null) {
      reader_.fault(*reader_.get("null_fraction"), "the column is never null, but has a null_fraction above 0",
                    numbered ? "leave 'null_fraction' out" : "say nullable: true, or leave 'null_fraction' out");
    }
  }

  void read_value_expressions() {
    if (const Node* value = reader_.get("default"); value != nullptr && typed_) {
      column_.default_expression =
          read_default(*value, column_.type, reader_.subject(), reading_.description.types, diagnostics_);
      if (column_.type.serial) reader_.fault(*value, "a serial column has its default already", "leave 'default' out");
      if (column_.identity != Column::Identity::none) reader_.fault(*value, "an identity column can have no default");
    }
    column_.generated = reader_.string("generated");
    if (!column_.generated) return;
    const Node& node = *reader_.get("generated");
    column_.generated_location = node.location;
    if (column_.default_expression) reader_.fault(node, "a generated column can have no default");
    if (column_.identity != Column::Identity::none) reader_.fault(node, "a generated column can be no identity column");
    if (column_.type.serial) reader_.fault(node, "a generated column can not be " + column_.type.base);
    for (const char* key : {"generator", "generator_config", "distribution", "pattern", "rules", "null_fraction"}) {
      if (const Node* given = reader_.get(key)) {
        reader_.fault(*given, "the server computes a generated column; '" + std::string(key) + "' has no effect",
                      "leave it out");
      }
    }
  }

  void read_generation() {
    column_.generator = reader_.string("generator").value_or("");
    if (const Node* generator = reader_.get("generator")) {
      column_.generator_location = generator->location;
      if (generator->is(Node::Kind::string) && generator->string.empty()) {
        reader_.fault(*generator, "the generator's name is empty");
      }
    }
    column_.generator_config = reader_.share("generator_config");
    column_.distribution = reader_.share("distribution");
    column_.pattern = reader_.share("pattern");
    column_.rules = reader_.share("rules");
    if (!column_.generator_config || reader_.get("generator") != nullptr) return;
    const Node* type = column_.generator_config->find("type");
    if (type == nullptr || !require_kind(*type, Node::Kind::string, "'type'", reader_.subject(), diagnostics_)) return;
    column_.generator = type->string;
    column_.generator_location = type->location;
    column_.generator_config = without_type(*column_.generator_config);
  }

  void read_keys(std::size_t index) {
    if (reader_.boolean("unique").value_or(false)) {
      UniqueSet set;
      set.location = reader_.get("unique")->location;
      set.columns = {index};
      table_.unique_sets.push_back(std::move(set));
    }
    if (const Node* check = reader_.get("check")) {
      if (auto parsed = read_check(*check, reader_.subject(), diagnostics_))
        table_.checks.push_back(std::move(*parsed));
    }
    const Node* references = reader_.get("references");
    const Node* foreign_key = reader_.get("foreign_key");
    if (references != nullptr && foreign_key != nullptr) {
      reader_.fault(*foreign_key, "'references' and 'foreign_key' say the same", "keep one of them");
    } else if (references != nullptr || foreign_key != nullptr) {
      read_foreign_key(references != nullptr ? *references : *foreign_key, index, table_index_, reading_);
    }
  }

  Reading& reading_;
  Diagnostics& diagnostics_;
  std::size_t table_index_;
  Table& table_;
  const Node written_;
  MapReader reader_;
  Column column_;
  bool typed_ = false;
};

// name -> "type", the short form of name -> {type: "type"}.
Node long_form(const Node& type) {
  Node node;
  node.kind = Node::Kind::map;
  node.location = type.location;
  node.map.push_back({"type", type.location, type});
  return node;
}

class ColumnsReader {
 public:
  ColumnsReader(std::size_t table_index, Reading& reading)
      : reading_(reading), table_index_(table_index), table_(reading.description.tables[table_index]) {}

  void read(const Node& columns) {
    if (columns.is(Node::Kind::map)) {
      for (const Node::Member& member : columns.map) {
        if (member.key.substr(0, 2) == "x-") continue;
        read_named(member);
      }
    } else if (require_kind(columns, Node::Kind::list, "'columns'", table_.full_name(), reading_.diagnostics)) {
      for (const Node& item : columns.list) read_item(item);
    } else {
      return;
    }
    if (columns.map.empty() && columns.list.empty()) {
      reading_.diagnostics.fault(columns.location, table_.full_name(), "a table needs at least one column");
    }
    if (table_.columns.size() > maximum_columns) {
      reading_.diagnostics.fault(columns.location, table_.full_name(), "a table has at most 1600 columns");
    }
    set_primary_key();
  }

 private:
  void read_named(const Node::Member& member) {
    if (member.value.is(Node::Kind::string)) {
      read_one(member.key, member.location, long_form(member.value));
      return;
    }
    if (!require_kind(member.value, Node::Kind::map, "a column", table_.full_name() + "." + member.key,
                      reading_.diagnostics)) {
      return;
    }
    const Node* name = member.value.find("name");
    if (name != nullptr && name->string != member.key) {
      reading_.diagnostics.fault(name->location, table_.full_name() + "." + member.key,
                                 "the column names itself '" + name->string + "'", "leave 'name' out");
    }
    read_one(member.key, member.location, member.value);
  }

  void read_item(const Node& item) {
    if (!require_kind(item, Node::Kind::map, "each of 'columns'", table_.full_name(), reading_.diagnostics)) return;
    const Node* name = item.find("name");
    if (name == nullptr || name->is(Node::Kind::null)) {
      reading_.diagnostics.fault(item.location, table_.full_name(), "a column of the list has no 'name'");
      return;
    }
    if (!require_kind(*name, Node::Kind::string, "'name'", table_.full_name(), reading_.diagnostics)) return;
    read_one(name->string, name->location, item);
  }

  void read_one(const std::string& name, const Location& location, const Node& node) {
    const auto [found, fresh] = seen_.try_emplace(name, location);
    if (!fresh) {
      reading_.diagnostics.fault(location, table_.full_name(), "column '" + name + "' comes twice",
                                 "it stands at " + found->second.text() + " already");
      return;
    }
    const bool in_key = ColumnReader(name, location, node, table_index_, reading_).read();
    if (in_key) primary_key_.push_back(table_.columns.size() - 1);
  }

  void set_primary_key() {
    if (primary_key_.empty()) return;
    UniqueSet set;
    set.kind = UniqueSet::Kind::primary_key;
    set.location = table_.columns[primary_key_.front()].location;
    set.columns = primary_key_;
    table_.unique_sets.insert(table_.unique_sets.begin(), std::move(set));
  }

  Reading& reading_;
  std::size_t table_index_;
  Table& table_;
  std::unordered_map<std::string, Location> seen_;
  std::vector<std::size_t> primary_key_;
};

}  // namespace

void read_columns(const Node& columns, std::size_t table_index, Reading& reading) {
  ColumnsReader(table_index, reading).read(columns);
}

}  // namespace datagen
