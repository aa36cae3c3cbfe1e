#include "run/row_range.hpp"

namespace datagen {

RowRange rows_of_shard(std::uint64_t rows, std::uint64_t alignment, Shard shard) {
  const std::uint64_t groups = rows / alignment + (rows % alignment != 0 ? 1 : 0);
  const auto cut = [&](std::uint64_t number) {
    // groups * number / shard.count, without overflow.
    const std::uint64_t group = groups / shard.count * number + groups % shard.count * number / shard.count;
    return group >= groups ? rows : group * alignment;
  };
  return {cut(shard.number - 1), cut(shard.number)};
}

}  // namespace datagen
