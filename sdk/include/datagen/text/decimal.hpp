// 128-bit decimals: an integer and a scale, as PostgreSQL prints numeric(p, s).
#pragma once

#include <bit>
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

namespace detail {

[[gnu::noinline]] inline char* write_long_decimal(char* out, Uint128 magnitude, std::int32_t scale) {
  if (scale > 0 && scale < 20 && magnitude >> 64 == 0) {
    const std::uint64_t value = static_cast<std::uint64_t>(magnitude);
    const std::uint64_t unit = kPowersOfTen[static_cast<std::size_t>(scale)];
    const std::uint64_t whole = value / unit;
    out = write_unsigned(out, whole);
    *out++ = '.';
    return write_padded(out, value - whole * unit, static_cast<std::size_t>(scale));
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
    std::memmove(point + 1, point, fraction);
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

}  // namespace detail

/// value * 10^-scale, with exactly `scale` digits after the point (none, and no point, when scale <= 0).  At most
/// max_decimal_size(scale) bytes.
inline char* write_decimal(char* out, Int128 value, std::int32_t scale) {
  Uint128 magnitude = static_cast<Uint128>(value);
  if (value < 0) {
    *out++ = '-';
    magnitude = ~magnitude + 1;
  }
  // A digit before the point and eight altogether: one word, cut at the point without a branch.
  if (magnitude < detail::kEightDigits && static_cast<std::uint32_t>(scale) - 1 < 7) [[likely]] {
    const std::uint32_t fraction = static_cast<std::uint32_t>(scale);
    const std::uint64_t digits = detail::eight_digits(static_cast<std::uint64_t>(magnitude));
    const std::uint32_t zeros =
        static_cast<std::uint32_t>(std::countr_zero(digits | std::uint64_t{1} << (56 - 8 * fraction))) / 8;
    const std::uint64_t text = digits | detail::kZeros;
    detail::store_bytes(out, text >> (8 * zeros));
    out += 8 - fraction - zeros;
    *out = '.';
    detail::store_bytes(out + 1, text >> (64 - 8 * fraction));
    return out + 1 + fraction;
  }
  return detail::write_long_decimal(out, magnitude, scale);
}

}  // namespace datagen::text
