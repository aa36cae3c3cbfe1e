// Integers as decimal text, eight digits at a time in one machine word.
//
// Every function of this folder writes at `out` and returns the new end.  No terminator is written.  Up to 64 bytes
// after the returned end may be overwritten (a datagen_buffer allows that).  All are pure: any number of threads.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace datagen::text {

inline constexpr std::size_t kMaxIntegerSize = 20;

inline constexpr std::array<std::uint64_t, 20> kPowersOfTen = [] {
  std::array<std::uint64_t, 20> powers{};
  std::uint64_t power = 1;
  for (std::uint64_t& entry : powers) {
    entry = power;
    power *= 10;
  }
  return powers;
}();

namespace detail {

inline constexpr std::uint64_t kEightDigits = 100'000'000;
inline constexpr std::uint64_t kZeros = 0x3030303030303030u;  // '0' in each byte

/// Four numbers below 100 in lanes of 16 bits become eight digits in bytes, each number's first digit in its low byte.
constexpr std::uint64_t split_pairs(std::uint64_t pairs) {
  const std::uint64_t tens = (pairs * 103 >> 10) & 0x000f000f000f000fu;
  return tens | (pairs - tens * 10) << 8;
}

/// The digits of value < 10^8, from the first in the lowest byte on.  Each step divides all parts of the word at once
/// by a multiplication (D. Lemire and others, "Converting integers to fix-digit representations quickly", 2021).
constexpr std::uint64_t eight_digits(std::uint64_t value) {
  const std::uint64_t high = value / 10'000;
  const std::uint64_t fours = high | (value - high * 10'000) << 32;
  const std::uint64_t hundreds = (fours * 10'486 >> 20) & 0x0000007f0000007fu;
  return split_pairs(hundreds | (fours - hundreds * 100) << 16);
}

/// Eight bytes, the lowest first.
inline void store_bytes(char* out, std::uint64_t bytes) {
  if constexpr (std::endian::native == std::endian::big) bytes = __builtin_bswap64(bytes);
  std::memcpy(out, &bytes, sizeof bytes);
}

/// value < 10^8, without leading zeros but for the last `least` digits, 1 to 8, which are always written.
inline char* write_up_to_eight(char* out, std::uint64_t value, std::uint32_t least) {
  const std::uint64_t digits = eight_digits(value);
  const std::uint32_t zeros =
      static_cast<std::uint32_t>(std::countr_zero(digits | std::uint64_t{1} << (64 - 8 * least))) / 8;
  store_bytes(out, (digits | kZeros) >> (8 * zeros));
  return out + 8 - zeros;
}

[[gnu::noinline]] inline char* write_long(char* out, std::uint64_t value) {
  const std::uint64_t high = value / kEightDigits;
  out = high < kEightDigits ? write_up_to_eight(out, high, 1) : write_long(out, high);
  store_bytes(out, eight_digits(value % kEightDigits) | kZeros);
  return out + 8;
}

}  // namespace detail

/// Exactly `count` digits, with leading zeros; value < 10^count.
inline char* write_padded(char* out, std::uint64_t value, std::size_t count) {
  if (count - 1 < 8) [[likely]] {
    detail::store_bytes(out, (detail::eight_digits(value) | detail::kZeros) >> (64 - 8 * count));
    return out + count;
  }
  if (count == 0) return out;
  out = write_padded(out, value / detail::kEightDigits, count - 8);
  return write_padded(out, value % detail::kEightDigits, 8);
}

/// A fraction of six digits, value < 10^6, without the zeros at its end: nothing for 0.
inline char* write_six_trimmed(char* out, std::uint32_t value) {
  const std::uint64_t digits = detail::eight_digits(value) >> 16;
  detail::store_bytes(out, digits | detail::kZeros);
  return out + (std::bit_width(digits) + 7) / 8;
}

/// How many digits value has: 1 for 0.
inline std::uint32_t count_digits(std::uint64_t value) {
  const std::uint32_t guess = static_cast<std::uint32_t>(std::bit_width(value | 1)) * 1233u >> 12;
  return guess + ((value | 1) >= kPowersOfTen[guess] ? 1u : 0u);
}

/// At most 20 bytes.
inline char* write_unsigned(char* out, std::uint64_t value) {
  if (value < detail::kEightDigits) [[likely]]
    return detail::write_up_to_eight(out, value, 1);
  return detail::write_long(out, value);
}

/// At most 20 bytes.
inline char* write_integer(char* out, std::int64_t value) {
  *out = '-';
  const std::uint64_t bits = static_cast<std::uint64_t>(value);
  const std::uint64_t negative = bits >> 63;
  return write_unsigned(out + negative, (bits ^ (0 - negative)) + negative);
}

}  // namespace datagen::text
