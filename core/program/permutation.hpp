// A keyed bijection of [0, size) onto itself, computed for any element alone, in constant memory.
#pragma once

#include <cstdint>

#include "datagen/random.h"

namespace datagen {

// A balanced Feistel network over the next even power of two, with cycle walking (Black and Rogaway, "Ciphers with
// arbitrary finite domains", CT-RSA 2002): fewer than four rounds of walking are expected.  The round function is
// datagen_random_at.  Immutable; any number of threads.
class Permutation {
 public:
  Permutation() = default;
  // size 0 stands for 2^64.
  Permutation(datagen_key key, std::uint64_t size);

  // x must be below size.
  [[nodiscard]] std::uint64_t operator()(std::uint64_t x) const {
    do {
      x = network(x);
    } while (size_ != 0 && x >= size_);
    return x;
  }
  [[nodiscard]] std::uint64_t inverse(std::uint64_t y) const {
    do {
      y = inverse_network(y);
    } while (size_ != 0 && y >= size_);
    return y;
  }
  [[nodiscard]] std::uint64_t size() const { return size_; }

 private:
  static constexpr int rounds = 6;
  [[nodiscard]] std::uint64_t network(std::uint64_t x) const {
    std::uint64_t left = x >> half_bits_, right = x & mask_;
    for (int i = 0; i < rounds; ++i) {
      std::uint64_t next = left ^ (datagen_random_at(keys_[i], right) & mask_);
      left = right;
      right = next;
    }
    return left << half_bits_ | right;
  }
  [[nodiscard]] std::uint64_t inverse_network(std::uint64_t y) const {
    std::uint64_t left = y >> half_bits_, right = y & mask_;
    for (int i = rounds; i-- > 0;) {
      std::uint64_t previous = right ^ (datagen_random_at(keys_[i], left) & mask_);
      right = left;
      left = previous;
    }
    return left << half_bits_ | right;
  }

  datagen_key keys_[rounds] = {};
  std::uint64_t size_ = 1;
  std::uint64_t mask_ = 1;
  std::uint32_t half_bits_ = 1;
};

inline Permutation::Permutation(datagen_key key, std::uint64_t size) : size_(size) {
  half_bits_ = 1;
  while (half_bits_ < 32 && (size == 0 || size - 1 >= std::uint64_t{1} << (2 * half_bits_))) ++half_bits_;
  mask_ = (std::uint64_t{1} << half_bits_) - 1;
  for (int i = 0; i < rounds; ++i) keys_[i] = datagen_draw_key(key, static_cast<std::uint64_t>(i) + 1);
}

}  // namespace datagen
