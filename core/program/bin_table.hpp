// A distribution over ordinals as a table of bins: drawn from by inversion, in constant time.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "datagen/random.h"

namespace datagen {

// Ordinals are cut into bins.  The first random number chooses a bin by its cumulative probability, through a guide
// table (Chen and Asau, "On generating random variates from an empirical distribution", AIIE Transactions 1974); within
// a bin all ordinals are equally likely.  Integers alone decide at draw time: equal tables give equal draws on any
// machine.  Immutable; any number of threads.
class BinTable {
 public:
  // Bin i holds the ordinals [edges[i], edges[i + 1]); below[i] is the probability of an ordinal below edges[i + 1].
  // edges grow, below never decreases and ends at 1; edges.size() == below.size() + 1; at most 2^24 bins.
  BinTable(std::span<const std::uint64_t> edges, std::span<const double> below);

  // first, second: 64 uniform bits each.
  [[nodiscard]] std::uint64_t operator()(std::uint64_t first, std::uint64_t second) const {
    const Bin* bin = &bins_[guide_[first >> shift_]];
    while (first > bin->last) ++bin;
    return bin->start + datagen_scale(second, bin->width);
  }
  [[nodiscard]] std::size_t bins() const { return bins_.size(); }  // those that can be drawn

 private:
  struct Bin {
    std::uint64_t last;  // the greatest random number that chooses this bin
    std::uint64_t start, width;
  };
  std::vector<Bin> bins_;
  std::vector<std::uint32_t> guide_;
  unsigned shift_ = 63;
};

}  // namespace datagen
