// Hexadecimal digits and a bijection of 64 bits, for values made of random bits.
#pragma once

#include <bit>
#include <cstring>

#include "common.hpp"

namespace datagen::generators {

inline constexpr char kHexDigits[] = "0123456789abcdef";

/// The 8 bytes of value, highest first.
inline void store_network_order(unsigned char* out, std::uint64_t value) {
  if constexpr (std::endian::native == std::endian::little) value = __builtin_bswap64(value);
  std::memcpy(out, &value, 8);
}

/// Eight hexadecimal digits, worked out side by side in one register.
inline char* write_hex_8(char* out, std::uint32_t value) {
  // Half after half is exchanged, down to single digits, so that the highest digit lies in the lowest byte.
  std::uint64_t x = value;
  x = (x & 0xffff) << 32 | x >> 16;
  x = (x & 0x000000ff000000ffu) << 16 | (x >> 8 & 0x000000ff000000ffu);
  x = (x & 0x000f000f000f000fu) << 8 | (x >> 4 & 0x000f000f000f000fu);
  constexpr std::uint64_t kEach = 0x0101010101010101u;
  x += '0' * kEach + ((x + 6 * kEach) >> 4 & kEach) * ('a' - '0' - 10);
  if constexpr (std::endian::native == std::endian::little) {
    std::memcpy(out, &x, 8);
  } else {
    for (int i = 0; i < 8; ++i) out[i] = static_cast<char>(static_cast<unsigned char>(x >> 8 * i));
  }
  return out + 8;
}

/// The `digits` lowest hexadecimal digits of value, highest first; returns the end.
inline char* write_hex(char* out, std::uint64_t value, int digits) {
  for (; digits >= 8; digits -= 8) out = write_hex_8(out, static_cast<std::uint32_t>(value >> (digits - 8) * 4));
  for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4) *out++ = kHexDigits[value >> shift & 15];
  return out;
}

/// A bijection of the ordinals that depends on the column's key.
inline std::uint64_t keyed_bits(datagen_key key, std::uint64_t ordinal) { return datagen_random_at(key, ordinal); }

}  // namespace datagen::generators
