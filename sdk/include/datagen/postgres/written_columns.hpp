// Which of a table's columns a batch carries.
#pragma once

#include <cstdint>
#include <string>

#include "datagen/plugin.hpp"
#include "datagen/postgres/identifier.hpp"

namespace datagen::postgres {

/// The names of the written columns, "id, email"; empty when all are generated or there are none.
inline std::string written_columns(const datagen_table_info& info) {
  std::string list;
  for (std::int64_t i = 0; i < info.schema->n_children; ++i) {
    if (i > 0) list += ", ";
    list += identifier(info.definition->columns[info.columns[i]]->name);
  }
  return list;
}

/// Whether INSERT needs OVERRIDING SYSTEM VALUE to keep the given values.
inline bool writes_identity_always(const datagen_table_info& info) {
  for (std::int64_t i = 0; i < info.schema->n_children; ++i) {
    if ((info.definition->columns[info.columns[i]]->flags & DATAGEN_COLUMN_IDENTITY_ALWAYS) != 0) return true;
  }
  return false;
}

}  // namespace datagen::postgres
