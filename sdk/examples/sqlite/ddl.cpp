#include "ddl.hpp"

#include <initializer_list>
#include <string_view>

namespace example {
namespace {

// The affinity that SQLite gives a column, from the name of its PostgreSQL type.
std::string affinity(std::string_view type) {
  struct Name {
    std::string_view begin, affinity;
  };
  if (type.find('[') != std::string_view::npos) return "TEXT";
  for (const Name& name : std::initializer_list<Name>{{"interval", "TEXT"},
                                                      {"int", "INTEGER"},
                                                      {"bigint", "INTEGER"},
                                                      {"smallint", "INTEGER"},
                                                      {"serial", "INTEGER"},
                                                      {"bigserial", "INTEGER"},
                                                      {"smallserial", "INTEGER"},
                                                      {"boolean", "INTEGER"},
                                                      {"real", "REAL"},
                                                      {"double", "REAL"},
                                                      {"bytea", "BLOB"}}) {
    if (type.substr(0, name.begin.size()) == name.begin) return std::string(name.affinity);
  }
  // numeric too: as a number, SQLite would round it to a double.
  return "TEXT";
}

std::string list(const char* const* names, std::uint32_t count) {
  std::string result = "(";
  for (std::uint32_t i = 0; i < count; ++i) {
    if (i != 0) result += ", ";
    result += quoted(names[i]);
  }
  return result + ")";
}

std::string key(const datagen_constraint& constraint) {
  const std::string columns = list(constraint.columns, constraint.n_columns);
  switch (constraint.kind) {
    case DATAGEN_PRIMARY_KEY:
      return "PRIMARY KEY " + columns;
    case DATAGEN_UNIQUE:
      return "UNIQUE " + columns;
    case DATAGEN_FOREIGN_KEY:
      return "FOREIGN KEY " + columns + " REFERENCES " +
             quoted(table_name(constraint.referenced_schema, constraint.referenced_table)) + " " +
             list(constraint.referenced_columns, constraint.n_columns) + " DEFERRABLE INITIALLY DEFERRED";
    default:
      return "";
  }
}

}  // namespace

std::string quoted(const std::string& name) {
  std::string result = "\"";
  for (const char c : name) {
    if (c == '"') result += '"';
    result += c;
  }
  return result + "\"";
}

std::string table_name(const char* schema, const char* name) {
  return schema == nullptr ? name : std::string(schema) + "." + name;
}

std::string create_table(const datagen_table_definition& table) {
  std::string parts;
  const auto add = [&](const std::string& part) {
    if (!part.empty()) parts += (parts.empty() ? "\n  " : ",\n  ") + part;
  };
  for (std::uint32_t i = 0; i < table.n_columns; ++i) {
    const datagen_column_definition& column = *table.columns[i];
    if (column.generated_expression != nullptr) continue;
    add(quoted(column.name) + " " + affinity(column.type) +
        ((column.flags & DATAGEN_COLUMN_NOT_NULL) != 0 ? " NOT NULL" : ""));
  }
  for (std::uint32_t i = 0; i < table.n_constraints; ++i) add(key(*table.constraints[i]));
  return "CREATE TABLE " + quoted(table_name(table.schema, table.name)) + " (" + parts + "\n)";
}

}  // namespace example
