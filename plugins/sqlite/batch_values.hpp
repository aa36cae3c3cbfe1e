// The values of a batch, as SQLite takes them.
#pragma once

#include <sqlite3.h>

#include <string>
#include <vector>

#include "datagen/plugin.hpp"
#include "datagen/text/column_kind.hpp"

namespace datagen::sqlite {

class BatchValues {
 public:
  // Throws sdk::PluginError DATAGEN_UNSUPPORTED for a format of a later ABI.
  explicit BatchValues(const datagen_table_info& info);

  [[nodiscard]] std::size_t columns() const { return columns_.size(); }
  [[nodiscard]] std::size_t rows() const { return rows_; }

  // The array must last until the last give().
  void take(const ArrowArray& batch);
  // The value of a cell as a function's result; SQLite copies nothing.
  void give(sqlite3_context* to, std::size_t row, std::size_t column) const noexcept;

 private:
  struct Column {
    text::ColumnFormat format;
    std::size_t width = 0;      // of the place of a value that is printed; 0: none is
    std::vector<char> printed;  // a place for each row
    std::vector<std::uint16_t> sizes;
    const ArrowArray* array = nullptr;
  };
  static void print(Column& column, std::size_t rows);

  std::vector<Column> columns_;
  std::size_t rows_ = 0;
};

}  // namespace datagen::sqlite
