// 128-bit decimals: an integer and a scale, as PostgreSQL prints numeric(p, s).
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

#include "datagen/text/integer.hpp"

namespace datagen::text {

__extension__ typedef __int128 Int128;
__extension__ typedef unsigned __int128 Uint128;

/// Bytes that write_decimal may need for this scale: sign, 39 digits, point, leading zero, and the scale's zeros.
constexpr std::size_t max_decimal_size(std::int32_t scale) {
  return 42 + static_cast<std::size_t>(scale < 0 ? -static_cast<std::int64_t>(scale) : scale);
}

namespace detail {

[[gnu::noinline]] inline char* write_wide(char* out, Uint128 value) {
  constexpr std::uint64_t kChunk = 10'000'000'000'000'000'000u;  // 10^19
  const Uint128 high = value / kChunk;
  out = high >> 64 == 0 ? write_unsigned(out, static_cast<std::uint64_t>(high)) : write_wide(out, high);
  return write_padded(out, static_cast<std::uint64_t>(value % kChunk), 19);
}

}  // namespace detail

/// At most 39 bytes.
inline char* write_unsigned_128(char* out, Uint128 value) {
  if (value >> 64 == 0) return write_unsigned(out, static_cast<std::uint64_t>(value));
  return detail::write_wide(out, value);
}

/// value * 10^-scale, with exactly `scale` digits after the point (none, and no point, when scale <= 0).  At most
/// max_decimal_size(scale) bytes.
inline char* write_decimal(char* out, Int128 value, std::int32_t scale) {
  Uint128 magnitude = static_cast<Uint128>(value);
  if (value < 0) {
    *out++ = '-';
    magnitude = ~magnitude + 1;
  }
  char* const end = write_unsigned_128(out, magnitude);
  if (scale <= 0) {
    const std::size_t zeros = magnitude == 0 ? 0 : static_cast<std::size_t>(-static_cast<std::int64_t>(scale));
    std::memset(end, '0', zeros);
    return end + zeros;
  }
  const std::size_t digits = static_cast<std::size_t>(end - out);
  const std::size_t fraction = static_cast<std::size_t>(scale);
  if (digits > fraction) {  // make room for the point
    char* const point = end - fraction;
    if (fraction <= 16) {
      char moved[16];
      std::memcpy(moved, point, 16);
      std::memcpy(point + 1, moved, 16);
    } else {
      std::memmove(point + 1, point, fraction);
    }
    *point = '.';
    return end + 1;
  }
  const std::size_t zeros = fraction - digits;
  std::memmove(out + 2 + zeros, out, digits);
  out[0] = '0';
  out[1] = '.';
  std::memset(out + 2, '0', zeros);
  return out + 2 + fraction;
}

}  // namespace datagen::text
