// Weighted choice in constant time a draw.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "datagen/random.h"

namespace datagen {

// Vose's variant of Walker's alias method (Vose, "A linear algorithm for generating random numbers with a given
// distribution", IEEE TSE 1991).  Immutable; any number of threads.
class AliasTable {
 public:
  // weights: finite, not negative, not all 0; at most 2^24.
  explicit AliasTable(std::span<const double> weights);

  // random: 64 uniform bits.  Its high part chooses the slot, the rest decides between slot and alias.
  [[nodiscard]] std::uint64_t operator()(std::uint64_t random) const {
    std::uint64_t slot = datagen_scale(random, slots_.size());
    std::uint64_t rest = random * slots_.size();
    const Slot& s = slots_[slot];
    return rest < s.threshold ? slot : s.alias;
  }

  [[nodiscard]] std::size_t size() const { return slots_.size(); }

 private:
  struct Slot {
    std::uint64_t threshold;  // of 2^64: how much of the slot is its own
    std::uint64_t alias;
  };
  std::vector<Slot> slots_;
};

}  // namespace datagen
