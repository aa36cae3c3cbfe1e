// The beginning of a statement that brings rows: which table, which columns.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace datagen {

struct RowTarget {
  enum class Kind { insert, copy } kind = Kind::insert;
  std::string schema;  // or empty
  std::string table;
  std::vector<std::string> columns;  // empty: all of the table's, in its order
  bool default_values = false;       // INSERT ... DEFAULT VALUES
  bool from_stdin = false;           // COPY: data lines follow
  std::string_view rest;             // after VALUES; of COPY its options

  [[nodiscard]] std::string full_name() const { return schema.empty() ? table : schema + "." + table; }
};

// Nothing for other statements, and for forms that no dump has: INSERT ... SELECT, COPY ... TO, names in U&"".
[[nodiscard]] std::optional<RowTarget> read_row_target(std::string_view statement);

// The statement's first word in capitals, or "".
[[nodiscard]] std::string first_word(std::string_view statement);

}  // namespace datagen
