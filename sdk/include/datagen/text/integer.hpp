// Integers as decimal text, two digits at a time from a table.
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

inline constexpr std::array<char, 200> kDigitPairs = [] {
  std::array<char, 200> pairs{};
  for (std::size_t i = 0; i < 100; ++i) {
    pairs[2 * i] = static_cast<char>('0' + i / 10);
    pairs[2 * i + 1] = static_cast<char>('0' + i % 10);
  }
  return pairs;
}();

inline constexpr std::array<std::uint64_t, 20> kPowersOfTen = [] {
  std::array<std::uint64_t, 20> powers{};
  std::uint64_t power = 1;
  for (std::uint64_t& entry : powers) {
    entry = power;
    power *= 10;
  }
  return powers;
}();

/// Exactly two digits; value < 100.
inline char* write_pair(char* out, std::uint32_t value) {
  std::memcpy(out, &kDigitPairs[2 * static_cast<std::size_t>(value)], 2);
  return out + 2;
}

/// Exactly `count` digits, with leading zeros; value < 10^count.
inline char* write_padded(char* out, std::uint64_t value, std::size_t count) {
  for (std::size_t i = count; i > 0; --i) {
    out[i - 1] = static_cast<char>('0' + value % 10);
    value /= 10;
  }
  return out + count;
}

/// How many digits value has: 1 for 0.
inline std::uint32_t count_digits(std::uint64_t value) {
  const std::uint32_t guess = static_cast<std::uint32_t>(std::bit_width(value | 1)) * 1233u >> 12;
  return guess + ((value | 1) >= kPowersOfTen[guess] ? 1u : 0u);
}

/// At most 20 bytes.
inline char* write_unsigned(char* out, std::uint64_t value) {
  char* const end = out + count_digits(value);
  char* place = end;
  while (value > 0xffffffffu) {
    place -= 2;
    write_pair(place, static_cast<std::uint32_t>(value % 100));
    value /= 100;
  }
  std::uint32_t low = static_cast<std::uint32_t>(value);
  while (low >= 100) {
    place -= 2;
    write_pair(place, low % 100);
    low /= 100;
  }
  if (low >= 10) {
    write_pair(place - 2, low);
  } else {
    place[-1] = static_cast<char>('0' + low);
  }
  return end;
}

/// At most 20 bytes.
inline char* write_integer(char* out, std::int64_t value) {
  *out = '-';
  const std::uint64_t bits = static_cast<std::uint64_t>(value);
  return value < 0 ? write_unsigned(out + 1, ~bits + 1) : write_unsigned(out, bits);
}

}  // namespace datagen::text
