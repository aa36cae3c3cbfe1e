// Batches as rows of COPY's binary format.
// https://www.postgresql.org/docs/15/sql-copy.html, "Binary Format"; the values are those of the types' receive
// functions (src/backend/utils/adt).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "datagen/plugin.hpp"
#include "datagen/text/column_kind.hpp"

namespace datagen::postgres_sink {

// Immutable once made; any number of threads.
class BinaryRows {
 public:
  // Whether every written column has a type whose binary form is known here: numbers, text, times, uuid, bytea, json,
  // jsonb and the database's enums.  Others (arrays, ranges, domains, ...) need the text format.
  [[nodiscard]] static bool can_hold(const datagen_table_info& info, const datagen_database& database);

  // can_hold() must be true.
  BinaryRows(const datagen_table_info& info, const datagen_database& database);

  static constexpr std::string_view kHeader{"PGCOPY\n\377\r\n\0\0\0\0\0\0\0\0\0", 19};
  static constexpr std::string_view kTrailer{"\377\377", 2};

  void append(const ArrowArray& batch, std::string& out) const;

 private:
  struct Column {
    text::ColumnFormat format;
    bool is_jsonb = false;
  };
  [[nodiscard]] std::size_t bound(const ArrowArray& batch) const;
  static char* write(char* out, const Column& column, const ArrowArray& array, std::size_t row);

  std::vector<Column> columns_;
};

}  // namespace datagen::postgres_sink
