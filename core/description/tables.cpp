#include "datagen/core/description.hpp"
#include "description/identifier.hpp"
#include "description/parts.hpp"
#include "description/spellings.hpp"

namespace datagen {
namespace {

void read_row_count(const MapReader& reader, Table& table) {
  const Node* count = reader.get("row_count");
  if (count == nullptr) return;
  table.row_count_location = count->location;
  if (count->is(Node::Kind::integer) && count->integer >= 0) {
    table.row_count = static_cast<std::uint64_t>(count->integer);
    return;
  }
  reader.fault(*count,
               "'row_count' must be a whole number from 0 to 9223372036854775807, not " +
                   (count->is_number() ? count->string : std::string(kind_name(count->kind))),
               count->is(Node::Kind::string) ? "write it without quotes" : "");
}

// A column that stands where the table's keys do, of a table that has no 'columns'.
const Node::Member* stray_column(const Node& table) {
  if (table.find("columns") != nullptr) return nullptr;
  for (const Node::Member& member : table.map) {
    if (!is_free_key(member.key) && member.value.find("type") != nullptr) return &member;
  }
  return nullptr;
}

void read_table(const std::string& full_name, const Location& location, const Node& node, Reading& reading) {
  QualifiedName name;
  std::string message;
  if (!parse_qualified_name(full_name, name, message)) {
    reading.diagnostics.fault(location, full_name.size() > maximum_identifier_bytes ? "" : full_name, message);
    return;
  }
  if (!require_kind(node, Node::Kind::map, "a table", full_name, reading.diagnostics)) return;
  if (const Node::Member* column = stray_column(node)) {
    reading.diagnostics.fault(column->location, full_name, "columns stand one level too high",
                              "put '" + column->key + "' and the others under columns:");
    return;
  }
  const Node own = respelled_table(node, full_name, reading.diagnostics);
  const MapReader reader(own, full_name, reading.diagnostics, places::table());
  const std::size_t index = reading.description.tables.size();
  Table& table = reading.description.tables.emplace_back();
  table.schema = name.schema;
  table.name = name.name;
  table.location = location;
  table.comment = reader.string("comment").value_or("");
  table.locale = reader.string("locale").value_or("");
  read_row_count(reader, table);
  if (const auto own_name = reader.string("name"); own_name && *own_name != full_name) {
    reader.fault(*reader.get("name"), "table '" + full_name + "' names itself '" + *own_name + "'", "leave 'name' out");
  }
  if (const Node* columns = reader.get("columns")) {
    read_columns(*columns, index, reading);
  } else if (!reader.looks_misspelt("columns")) {
    reading.diagnostics.fault(location, full_name, "the table has no 'columns'", "write columns: {id: {type: serial}}");
  }
  if (!table.columns.empty()) read_constraints(reader, index, reading);
}

}  // namespace

void read_tables(const Node& tables, Reading& reading) {
  const std::size_t count = tables.map.size() + tables.list.size();
  reading.description.tables.reserve(count);  // so that references to tables hold while others are read
  if (count == 0 && !tables.is_scalar()) {
    reading.diagnostics.fault(tables.location, {}, "'tables' is empty", "describe at least one table");
  }
  if (tables.is(Node::Kind::list)) {
    for (const Node& item : tables.list) {
      const Node* name = item.find("name");
      if (name == nullptr || !name->is(Node::Kind::string)) {
        reading.diagnostics.fault(item.location, {}, "a table of the list has no 'name'");
      } else {
        read_table(name->string, name->location, item, reading);
      }
    }
    return;
  }
  if (!require_kind(tables, Node::Kind::map, "'tables'", {}, reading.diagnostics)) return;
  for (const Node::Member& member : tables.map) {
    if (is_free_key(member.key) && (member.key != "comment" || member.value.is(Node::Kind::string))) continue;
    read_table(member.key, member.location, member.value, reading);
  }
}

}  // namespace datagen
