// Keys, checks and indexes, as ALTER TABLE and CREATE INDEX to be run once the rows are in.
#pragma once

#include <cstdint>
#include <string>

#include "datagen/plugin.hpp"
#include "datagen/postgres/identifier.hpp"
#include "datagen/postgres/literal.hpp"

namespace datagen::postgres {

namespace detail {

inline std::string references(const datagen_constraint& constraint) {
  std::string sql = " REFERENCES " + qualified(constraint.referenced_schema, constraint.referenced_table) + '(' +
                    identifier_list(constraint.referenced_columns, constraint.n_columns) + ')';
  if (constraint.on_update != nullptr) sql += std::string(" ON UPDATE ") + constraint.on_update;
  if (constraint.on_delete != nullptr) sql += std::string(" ON DELETE ") + constraint.on_delete;
  return sql;
}

}  // namespace detail

/// Throws sdk::PluginError DATAGEN_UNSUPPORTED for a kind of a later ABI.
inline std::string add_constraint(const datagen_table_definition& table, const datagen_constraint& constraint) {
  const std::string table_name = qualified(table.schema, table.name);
  const std::string columns = '(' + identifier_list(constraint.columns, constraint.n_columns) + ')';
  std::string sql = "ALTER TABLE ONLY " + table_name + "\n    ADD ";
  if (constraint.name != nullptr) sql += "CONSTRAINT " + identifier(constraint.name) + ' ';
  switch (constraint.kind) {
    case DATAGEN_PRIMARY_KEY:
      sql += "PRIMARY KEY " + columns;
      break;
    case DATAGEN_UNIQUE:
      sql += (constraint.flags & DATAGEN_CONSTRAINT_NULLS_NOT_DISTINCT) != 0 ? "UNIQUE NULLS NOT DISTINCT " : "UNIQUE ";
      sql += columns;
      break;
    case DATAGEN_CHECK:
      sql += "CHECK " + parenthesised(constraint.expression);
      break;
    case DATAGEN_FOREIGN_KEY:
      sql += "FOREIGN KEY " + columns + detail::references(constraint);
      break;
    default:
      throw sdk::PluginError(DATAGEN_UNSUPPORTED, "table " + table_name + " has a constraint unknown to this writer",
                             table.name);
  }
  if (constraint.kind != DATAGEN_CHECK) {
    if ((constraint.flags & DATAGEN_CONSTRAINT_INITIALLY_DEFERRED) != 0) {
      sql += " DEFERRABLE INITIALLY DEFERRED";
    } else if ((constraint.flags & DATAGEN_CONSTRAINT_DEFERRABLE) != 0) {
      sql += " DEFERRABLE";
    }
  }
  return sql + ";\n\n";
}

/// The constraints of one kind, of every table.
inline std::string add_constraints(const datagen_database& database, std::uint32_t kind) {
  std::string sql;
  for (std::uint32_t i = 0; i < database.n_tables; ++i) {
    const datagen_table_definition& table = *database.tables[i];
    for (std::uint32_t j = 0; j < table.n_constraints; ++j) {
      if (table.constraints[j]->kind == kind) sql += add_constraint(table, *table.constraints[j]);
    }
  }
  return sql;
}

inline std::string create_index(const datagen_table_definition& table, const datagen_index& index) {
  std::string sql = (index.flags & DATAGEN_INDEX_UNIQUE) != 0 ? "CREATE UNIQUE INDEX " : "CREATE INDEX ";
  if (index.name != nullptr) sql += identifier(index.name) + ' ';
  sql += "ON " + qualified(table.schema, table.name);
  if (index.method != nullptr) sql += std::string(" USING ") + index.method;
  if (index.n_elements == 0) {
    sql += " (" + identifier_list(index.columns, index.n_columns) + ')';
  } else {
    for (std::uint32_t i = 0; i < index.n_elements; ++i) sql += (i == 0 ? " (" : ", ") + std::string(index.elements[i]);
    sql += ')';
  }
  if (index.n_included > 0) sql += " INCLUDE (" + identifier_list(index.included, index.n_included) + ')';
  if (index.where != nullptr) sql += " WHERE " + parenthesised(index.where);
  return sql + ";\n\n";
}

inline std::string create_indexes(const datagen_database& database) {
  std::string sql;
  for (std::uint32_t i = 0; i < database.n_tables; ++i) {
    const datagen_table_definition& table = *database.tables[i];
    for (std::uint32_t j = 0; j < table.n_indexes; ++j) sql += create_index(table, *table.indexes[j]);
  }
  return sql;
}

}  // namespace datagen::postgres
