// A keyed bijection of [0, size) onto itself, computed for any element alone, in constant memory.
#pragma once

#include <array>
#include <cstdint>

#include "datagen/random.h"

namespace datagen {

// Four rounds of "add a key, multiply by an odd key, fold the upper half onto the lower" on the least number of bits
// that holds size, each of them a bijection there, with cycle walking (Black and Rogaway, "Ciphers with arbitrary
// finite domains", CT-RSA 2002): fewer than two walks are expected.  Immutable; any number of threads.
class Permutation {
 public:
  Permutation() : Permutation({}, 1) {}
  // size 0 stands for 2^64.
  Permutation(datagen_key key, std::uint64_t size);

  // x must be below size.
  [[nodiscard]] std::uint64_t operator()(std::uint64_t x) const {
    do {
      for (const Round& round : rounds_) {
        x = (x + round.addend) * round.multiplier & mask_;
        x ^= x >> fold_;
      }
    } while (x > largest_);
    return x;
  }
  [[nodiscard]] std::uint64_t inverse(std::uint64_t y) const {
    do {
      for (std::size_t i = rounds_.size(); i-- > 0;) {
        // fold_ is at least half of the bits: folding again undoes it.
        y ^= y >> fold_;
        y = (y * rounds_[i].inverse - rounds_[i].addend) & mask_;
      }
    } while (y > largest_);
    return y;
  }
  [[nodiscard]] std::uint64_t size() const { return largest_ + 1; }

 private:
  struct Round {
    std::uint64_t addend, multiplier, inverse;
  };
  std::array<Round, 4> rounds_{};
  std::uint64_t mask_ = 0;
  std::uint64_t largest_ = 0;
  std::uint32_t fold_ = 1;
};

inline Permutation::Permutation(datagen_key key, std::uint64_t size) : largest_(size - 1) {
  std::uint32_t bits = 1;
  while (bits < 64 && largest_ >> bits != 0) ++bits;
  mask_ = ~std::uint64_t{0} >> (64 - bits);
  fold_ = (bits + 1) / 2;
  for (std::size_t i = 0; i < rounds_.size(); ++i) {
    Round& round = rounds_[i];
    round.addend = datagen_random(key, 0, 2 * i + 1);
    round.multiplier = datagen_random(key, 0, 2 * i + 2) | 1;
    // Newton's iteration doubles the correct low bits: an odd number is its own inverse modulo 8.
    round.inverse = round.multiplier;
    for (int step = 0; step < 5; ++step) round.inverse *= 2 - round.multiplier * round.inverse;
  }
}

}  // namespace datagen
