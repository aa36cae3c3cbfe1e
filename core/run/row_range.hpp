// Which rows of a table a shard holds.
#pragma once

#include <cstdint>

#include "datagen/core/run.hpp"

namespace datagen {

struct RowRange {
  std::uint64_t first = 0, end = 0;

  [[nodiscard]] std::uint64_t size() const { return end - first; }
  [[nodiscard]] bool empty() const { return first == end; }
};

// The ranges of shards 1 to count follow each other without a gap, cover all rows, begin at multiples of the alignment,
// and differ by at most one alignment in length.
[[nodiscard]] RowRange rows_of_shard(std::uint64_t rows, std::uint64_t alignment, Shard shard);

}  // namespace datagen
