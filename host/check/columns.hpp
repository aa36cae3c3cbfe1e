// Columns that a plugin is given: inputs of generators, batches of writers.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "check/pages.hpp"
#include "program/column_data.hpp"

namespace datagen::host::check {

// A value as bytes in Arrow's native layout (a boolean: one byte, 0 or 1), or null.
using Cell = std::optional<std::string>;

template <class T>
[[nodiscard]] Cell fixed_cell(T value) {
  return std::string(reinterpret_cast<const char*>(&value), sizeof value);
}

// The cells as a column of that format; with a dictionary they are its int32 indices.  under_null decides what is
// stored under nulls: within bounds, as plugin.h says, and otherwise senseless.
void fill_column(ColumnData& column, std::string_view format, std::span<const Cell> cells, std::uint8_t under_null,
                 const ArrowArray* dictionary = nullptr);

// Arrays for reading: as given, or, when lending() says so, copied into pages that cannot be written and end where the
// data ends.
class LentArrays {
 public:
  // The array must outlive this object.  n: its length; format: of its values (indices of a dictionary column: "i").
  const ArrowArray* lend(const ArrowArray& array, std::string_view format);
  const std::uint64_t* lend(std::span<const std::uint64_t> numbers);

 private:
  const void* copy(const void* data, std::size_t size, std::size_t alignment);

  std::vector<Pages> pages_;
  std::deque<ArrowArray> arrays_;
  std::deque<std::vector<const void*>> buffers_;
};

}  // namespace datagen::host::check
