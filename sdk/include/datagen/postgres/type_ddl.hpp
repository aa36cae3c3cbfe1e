// CREATE TYPE and CREATE DOMAIN, each after the types that it uses.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "datagen/plugin.hpp"
#include "datagen/postgres/identifier.hpp"
#include "datagen/postgres/literal.hpp"
#include "datagen/postgres/type_name.hpp"

namespace datagen::postgres {

/// Whether a type as SQL writes it, "mood[]", may be the declared one.  A name without a schema may be of any.
inline bool refers_to(std::string_view written_type, const datagen_type& declared) {
  const TypeName name = type_name(written_type);
  if (name.name != declared.name) return false;
  return name.schema.empty() || declared.schema == nullptr || name.schema == declared.schema;
}

namespace detail {

inline bool uses(const datagen_type& user, const datagen_type& used) {
  if (user.kind == DATAGEN_TYPE_DOMAIN) return refers_to(user.base_type, used);
  for (std::uint32_t i = 0; user.kind == DATAGEN_TYPE_COMPOSITE && i < user.n_fields; ++i) {
    if (refers_to(user.field_types[i], used)) return true;
  }
  return false;
}

}  // namespace detail

/// The types in the written order, except that a type comes after those it uses.  Types that use one another in a
/// circle (which the server refuses) keep the written order.
inline std::vector<const datagen_type*> types_in_order(const datagen_database& database) {
  const std::vector<const datagen_type*> written(database.types, database.types + database.n_types);
  std::vector<const datagen_type*> ordered;
  enum class Mark : std::uint8_t { kNew, kOpen, kDone };
  std::vector<Mark> marks(written.size(), Mark::kNew);
  const auto visit = [&](const auto& again, std::size_t i) -> void {
    if (marks[i] != Mark::kNew) return;
    marks[i] = Mark::kOpen;
    for (std::size_t j = 0; j < written.size(); ++j) {
      if (j != i && detail::uses(*written[i], *written[j])) again(again, j);
    }
    marks[i] = Mark::kDone;
    ordered.push_back(written[i]);
  };
  for (std::size_t i = 0; i < written.size(); ++i) visit(visit, i);
  return ordered;
}

/// Throws sdk::PluginError DATAGEN_UNSUPPORTED for a kind of a later ABI.
inline std::string create_type(const datagen_type& type) {
  const std::string name = qualified(type.schema, type.name);
  if (type.kind == DATAGEN_TYPE_ENUM) {
    std::string sql = "CREATE TYPE " + name + " AS ENUM (";
    for (std::uint32_t i = 0; i < type.n_labels; ++i) sql += (i > 0 ? ",\n    " : "\n    ") + literal(type.labels[i]);
    return sql + "\n);\n\n";
  }
  if (type.kind == DATAGEN_TYPE_COMPOSITE) {
    std::string sql = "CREATE TYPE " + name + " AS (";
    for (std::uint32_t i = 0; i < type.n_fields; ++i) {
      sql += (i > 0 ? ",\n    " : "\n    ") + identifier(type.field_names[i]) + ' ' + type.field_types[i];
    }
    return sql + "\n);\n\n";
  }
  if (type.kind == DATAGEN_TYPE_DOMAIN) {
    std::string sql = "CREATE DOMAIN " + name + " AS " + type.base_type;
    if (type.constraint != nullptr) sql += "\n    CHECK " + parenthesised(type.constraint);
    return sql + ";\n\n";
  }
  throw sdk::PluginError(DATAGEN_UNSUPPORTED,
                         "type '" + std::string(type.name) + "' is of a kind unknown to this writer", type.name);
}

inline std::string create_types(const datagen_database& database) {
  std::string sql;
  for (const datagen_type* type : types_in_order(database)) sql += create_type(*type);
  return sql;
}

}  // namespace datagen::postgres
