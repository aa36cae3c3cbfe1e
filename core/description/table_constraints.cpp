#include <algorithm>
#include <functional>

#include "datagen/postgres/identifier.hpp"
#include "description/expression.hpp"
#include "description/identifier.hpp"
#include "description/parts.hpp"

namespace datagen {
namespace {

constexpr std::size_t maximum_key_columns = 32;  // INDEX_MAX_KEYS of PostgreSQL

class ConstraintsReader {
 public:
  ConstraintsReader(const MapReader& reader, std::size_t table_index, Reading& reading)
      : reader_(reader),
        reading_(reading),
        diagnostics_(reading.diagnostics),
        table_index_(table_index),
        table_(reading.description.tables[table_index]),
        subject_(table_.full_name()) {}

  void read() {
    read_primary_key();
    for_each("unique_constraints", [this](const Node& item) { read_unique(item); });
    for_each("indexes", [this](const Node& item) { read_index(item); });
    for_each("check_constraints", [this](const Node& item) {
      if (auto check = read_check(item, subject_, diagnostics_)) table_.checks.push_back(std::move(*check));
    });
    for_each("foreign_keys",
             [this](const Node& item) { read_foreign_key(item, std::nullopt, table_index_, reading_); });
    for (const UniqueSet& set : table_.unique_sets) check_set(set);
    check_primary_key();
    check_expressions(table_, diagnostics_);
  }

 private:
  void for_each(std::string_view key, const std::function<void(const Node&)>& read_item) {
    const Node* items = reader_.get(key, Node::Kind::list);
    if (items == nullptr) return;
    for (const Node& item : items->list) read_item(item);
  }

  void read_primary_key() {
    const Node* written = reader_.get("primary_key");
    if (written == nullptr) return;
    UniqueSet set;
    set.kind = UniqueSet::Kind::primary_key;
    set.location = written->location;
    const Node* names = written;
    if (written->is(Node::Kind::map)) {
      const MapReader key(*written, subject_, diagnostics_, places::primary_key());
      set.name = read_name(key, "name", diagnostics_);
      names = key.get("columns");
      if (names == nullptr) {
        key.fault(*written, "the primary key has no 'columns'");
        return;
      }
    }
    if (names->is(Node::Kind::list) && names->list.empty()) return;  // as if it were not there
    const auto columns = find_columns(*names, table_, subject_, diagnostics_);
    if (!columns) return;
    set.columns = *columns;
    if (table_.primary_key() != nullptr) {
      std::vector<std::size_t> flagged = table_.primary_key()->columns;
      std::vector<std::size_t> listed = set.columns;
      std::sort(flagged.begin(), flagged.end());
      std::sort(listed.begin(), listed.end());
      if (flagged != listed) {
        diagnostics_.fault(set.location, subject_,
                           "the columns' own 'primary_key: true' name other columns than this list",
                           "keep one of the two");
        return;
      }
      table_.unique_sets.erase(table_.unique_sets.begin());
    }
    table_.unique_sets.insert(table_.unique_sets.begin(), std::move(set));
  }

  void read_unique(const Node& item) {
    UniqueSet set;
    set.location = item.location;
    const Node* names = &item;
    if (item.is(Node::Kind::map)) {
      const MapReader constraint(item, subject_, diagnostics_, places::unique_constraint());
      set.name = read_name(constraint, "name", diagnostics_);
      set.nulls_not_distinct = constraint.boolean("nulls_not_distinct").value_or(false);
      names = constraint.get(constraint.get("columns") != nullptr ? "columns" : "column");
      if (names == nullptr) {
        constraint.fault(item, "the unique constraint has no 'columns'");
        return;
      }
    }
    const auto columns = find_columns(*names, table_, subject_, diagnostics_);
    if (!columns) return;
    set.columns = *columns;
    table_.unique_sets.push_back(std::move(set));
  }

  void read_index(const Node& item) {
    Index index;
    index.location = item.location;
    const Node* names = &item;
    if (item.is(Node::Kind::map)) {
      const MapReader reader(item, subject_, diagnostics_, places::index());
      index.name = read_name(reader, "name", diagnostics_);
      index.unique = reader.boolean("unique").value_or(false);
      index.where = reader.string("where").value_or("");
      if (!index.where.empty()) index.where_location = reader.get("where")->location;
      if (!read_method(reader, index)) return;
      names = reader.get(reader.get("columns") != nullptr ? "columns" : "column");
      if (names == nullptr) {
        reader.fault(item, "the index has no 'columns'");
        return;
      }
      if (const Node* included = reader.get("include")) {
        const auto columns = find_columns(*included, table_, subject_, diagnostics_);
        if (!columns) return;
        index.included = *columns;
        if (index.method != "btree" && index.method != "gist" && index.method != "spgist")
          reader.fault(*included, "a " + index.method + " index includes no columns", "use btree, gist or spgist");
      }
    }
    if (!read_elements(*names, index)) return;
    check_method(index);
    if (index.unique) add_unique_index(index);
    table_.indexes.push_back(std::move(index));
  }

  // Columns, "created_at DESC", "lower(email)".
  bool read_elements(const Node& names, Index& index) {
    const auto listed = string_list(names, "'columns'", subject_, diagnostics_);
    if (!listed) return false;
    const auto is_column = [this](const Node* name) { return table_.find_column(name->string).has_value(); };
    if (listed->empty() || std::all_of(listed->begin(), listed->end(), is_column)) {
      const auto columns = find_columns(names, table_, subject_, diagnostics_);
      if (columns) index.columns = *columns;
      return columns.has_value();
    }
    bool good = true;
    for (const Node* name : *listed) good = read_element(*name, index) && good;
    return good;
  }

  bool read_element(const Node& name, Index& index) {
    if (const auto column = table_.find_column(name.string)) {
      index.columns.push_back(*column);
      index.elements.push_back(postgres::identifier(name.string));
      return true;
    }
    std::string message;
    const auto element = parse_index_element(name.string, message);
    if (!element) return refuse(name, "'" + name.string + "' is no column and no expression: " + message, "");
    std::vector<std::vector<std::string>> read = element->expression.columns;
    if (!element->column.empty()) read.push_back({element->column});
    if (element->expression.subquery) return refuse(name, "an index can hold no subquery", "");
    for (const auto& parts : read) {
      if (table_.find_column(parts.back())) continue;
      return refuse(name,
                    "table '" + table_.full_name() + "' has no column '" + parts.back() + "'" +
                        did_you_mean(parts.back(), column_names(table_)),
                    element->bare ? "" : "names with capital letters need double quotes in SQL");
    }
    if (element->column.empty() && index.unique)
      return refuse(name, "datagen cannot keep the values of the expression " + name.string + " distinct",
                    "make the index unique over columns, or leave 'unique' out");
    if (!element->column.empty()) {
      const std::size_t column = *table_.find_column(element->column);
      if (std::find(index.columns.begin(), index.columns.end(), column) == index.columns.end())
        index.columns.push_back(column);
    }
    index.elements.push_back(element->text);
    return true;
  }

  bool refuse(const Node& at, std::string message, std::string hint) {
    diagnostics_.fault(at.location, subject_, std::move(message), std::move(hint));
    return false;
  }

  bool read_method(const MapReader& reader, Index& index) {
    static const std::vector<std::string>& methods = places::index().find("type")->forms.front().words;
    const char* key = reader.get("type") != nullptr ? "type" : "method";
    const Node* node = reader.get(key, Node::Kind::string);
    if (node == nullptr) return reader.get(key) == nullptr;
    std::string method = node->string;
    for (char& c : method) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    if (std::find(methods.begin(), methods.end(), method) == methods.end()) {
      reader.fault(*node, "index type '" + node->string + "' is not known" + did_you_mean(method, methods),
                   "use btree, hash, gin, gist, spgist or brin");
      return false;
    }
    index.method = method;
    return true;
  }

  void check_method(const Index& index) {
    if (index.unique && index.method != "btree") {
      diagnostics_.fault(index.location, subject_, "a " + index.method + " index can not be unique", "use btree");
    }
    const std::size_t elements = std::max(index.columns.size(), index.elements.size());
    if ((index.method == "hash" || index.method == "spgist") && elements > 1) {
      diagnostics_.fault(index.location, subject_, "a " + index.method + " index has one column only");
    }
    if (elements + index.included.size() > maximum_key_columns) {
      diagnostics_.fault(index.location, subject_, "an index has at most 32 columns");
    }
    for (const std::size_t column : index.columns) {
      const SqlType& type = table_.columns[column].type;
      if (index.method == "btree" && index.elements.empty() && !has_order(type, reading_.description.types)) {
        diagnostics_.fault(index.location, subject_,
                           "PostgreSQL has no order for type " + type.text + " of column '" +
                               table_.columns[column].name + "', which a btree index needs",
                           "use an index type that suits it, such as gin or gist");
      }
    }
  }

  void add_unique_index(const Index& index) {
    UniqueSet set;
    set.kind = UniqueSet::Kind::index;
    set.name = index.name;
    set.location = index.location;
    set.columns = index.columns;
    set.partial = !index.where.empty();
    table_.unique_sets.push_back(std::move(set));
  }

  void check_set(const UniqueSet& set) {
    if (set.columns.size() > maximum_key_columns) {
      diagnostics_.fault(set.location, subject_, "a key has at most 32 columns");
    }
    for (const std::size_t index : set.columns) {
      const Column& column = table_.columns[index];
      if (column.is_generated()) {
        diagnostics_.fault(set.location, subject_ + "." + column.name, "a generated column can not be in a unique set",
                           "only the server knows its values, so that they can not be kept distinct");
      }
      if (set.kind != UniqueSet::Kind::index && !has_order(column.type, reading_.description.types)) {
        diagnostics_.fault(set.location, subject_ + "." + column.name,
                           "type " + column.type.text + " can not be in a key: PostgreSQL has no order for it");
      }
    }
  }

  void check_primary_key() {
    const UniqueSet* key = table_.primary_key();
    if (key == nullptr) return;
    for (const std::size_t index : key->columns) {
      Column& column = table_.columns[index];
      if (column.null_fraction.value_or(0) > 0 && !column.not_null) {
        diagnostics_.fault(column.location, subject_ + "." + column.name,
                           "the column is in the primary key, but has a null_fraction above 0", "leave it out");
      }
      column.not_null = true;
    }
  }

  const MapReader& reader_;
  Reading& reading_;
  Diagnostics& diagnostics_;
  std::size_t table_index_;
  Table& table_;
  std::string subject_;
};

}  // namespace

void read_constraints(const MapReader& table_reader, std::size_t table_index, Reading& reading) {
  ConstraintsReader(table_reader, table_index, reading).read();
}

std::vector<std::string> column_names(const Table& table) {
  std::vector<std::string> names;
  for (const Column& column : table.columns) names.push_back(column.name);
  return names;
}

std::optional<std::vector<std::size_t>> find_columns(const Node& names, const Table& table, const std::string& subject,
                                                     Diagnostics& diagnostics) {
  const auto listed = string_list(names, "'columns'", subject, diagnostics);
  if (!listed) return std::nullopt;
  std::vector<std::size_t> columns;
  bool good = true;
  for (const Node* name : *listed) {
    const auto found = table.find_column(name->string);
    if (!found) {
      diagnostics.fault(name->location, subject,
                        "table '" + table.full_name() + "' has no column '" + name->string + "'" +
                            did_you_mean(name->string, column_names(table)));
      good = false;
    } else if (std::find(columns.begin(), columns.end(), *found) != columns.end()) {
      diagnostics.fault(name->location, subject, "column '" + name->string + "' comes twice in the list");
      good = false;
    } else {
      columns.push_back(*found);
    }
  }
  if (listed->empty()) diagnostics.fault(names.location, subject, "the list of columns is empty");
  if (!good || columns.empty()) return std::nullopt;
  return columns;
}

std::string read_name(const MapReader& reader, std::string_view key, Diagnostics& diagnostics) {
  const auto name = reader.string(key);
  if (!name) return {};
  std::string message;
  if (!is_identifier(*name, message)) diagnostics.fault(reader.get(key)->location, reader.subject(), message);
  return *name;
}

}  // namespace datagen
