// Hexadecimal digits and a bijection of 64 bits, for values made of random bits.
#pragma once

#include "common.hpp"

namespace datagen::generators {

inline constexpr char kHexDigits[] = "0123456789abcdef";

/// The `digits` lowest hexadecimal digits of value, highest first; returns the end.
inline char* write_hex(char* out, std::uint64_t value, int digits) {
  for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4) *out++ = kHexDigits[value >> shift & 15];
  return out;
}

/// A bijection of the ordinals that depends on the column's key.
inline std::uint64_t keyed_bits(datagen_key key, std::uint64_t ordinal) { return datagen_random_at(key, ordinal); }

}  // namespace datagen::generators
