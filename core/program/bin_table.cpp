#include "program/bin_table.hpp"

#include <limits>

namespace datagen {

BinTable::BinTable(std::span<const std::uint64_t> edges, std::span<const double> below) {
  constexpr std::uint64_t most = std::numeric_limits<std::uint64_t>::max();
  std::uint64_t covered = 0;  // random numbers below this belong to a bin already
  for (std::size_t i = 0; i < below.size(); ++i) {
    const double share = below[i] * 0x1.0p64;
    const std::uint64_t end = share >= 0x1.0p64 ? most : static_cast<std::uint64_t>(share);
    if (end <= covered || edges[i + 1] <= edges[i]) continue;  // what is too unlikely for 64 bits is never drawn
    bins_.push_back({end - 1, edges[i], edges[i + 1] - edges[i]});
    covered = end;
  }
  bins_.back().last = most;
  unsigned bits = 1;
  while (bits < 24 && std::size_t{1} << bits < bins_.size()) ++bits;
  shift_ = 64 - bits;
  guide_.resize(std::size_t{1} << bits);
  std::uint32_t bin = 0;
  for (std::size_t g = 0; g < guide_.size(); ++g) {
    while (bins_[bin].last < static_cast<std::uint64_t>(g) << shift_) ++bin;
    guide_[g] = bin;
  }
}

}  // namespace datagen
