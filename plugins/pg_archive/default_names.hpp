// The names that PostgreSQL gives to keys and indexes without one.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "datagen/plugin.hpp"

namespace datagen::pg_archive {

// table_addition_label, both words cut, at whole characters, until it fits 63 bytes; addition may be empty.  As
// makeObjectName() of PostgreSQL (src/backend/commands/indexcmds.c).
[[nodiscard]] std::string made_name(std::string_view table, std::string_view addition, std::string_view label);

// Columns as a name has them: "a_b_c", 63 bytes and a column at most.
[[nodiscard]] std::string joined_columns(const std::vector<std::string>& columns);

// What an element of an index ("lower(email)", "created_at DESC", "((a || b))") is called in its name: its column, its
// function, else "expr".
[[nodiscard]] std::string element_name(std::string_view element);

// Gives names out, each once in its schema.
class DefaultNames {
 public:
  // A name of the description's, of a table, sequence, index or constraint.
  void take(std::string_view schema, std::string_view name) { taken_.emplace(schema, name); }

  // The first of label, label1, label2, ... whose name is free; it is taken then.
  std::string choose(std::string_view schema, std::string_view table, std::string_view addition,
                     const std::string& label);

 private:
  std::set<std::pair<std::string, std::string>> taken_;
};

// Of an unnamed index of the table.
[[nodiscard]] std::string index_addition(const datagen_index& index);

}  // namespace datagen::pg_archive
