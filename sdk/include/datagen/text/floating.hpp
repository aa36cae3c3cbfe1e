// Floating-point numbers in PostgreSQL's output form (extra_float_digits = 1): the shortest digits that read back as
// the same value, fixed notation for exponents from -4 up to the type's guaranteed digits, else scientific with at
// least two exponent digits; NaN, Infinity, -Infinity.
// Where the shortest digits lie exactly on the edge of what reads back (about one double of random bits in 600), the
// server writes one digit more; both read back as the same value.
#pragma once

#include <charconv>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <string_view>

#include "datagen/text/integer.hpp"

namespace datagen::text {

inline constexpr std::size_t kMaxFloatingSize = 32;

namespace detail {

// digits[0, count) are the significant digits of 0.d1d2d3... * 10^(exponent + 1).
inline char* write_fixed(char* out, const char* digits, std::ptrdiff_t count, int exponent) {
  if (exponent < 0) {
    *out++ = '0';
    *out++ = '.';
    for (int i = -1; i > exponent; --i) *out++ = '0';
    std::memcpy(out, digits, static_cast<std::size_t>(count));
    return out + count;
  }
  const std::ptrdiff_t whole = exponent + 1;
  for (std::ptrdiff_t i = 0; i < whole; ++i) *out++ = i < count ? digits[i] : '0';
  if (count > whole) {
    *out++ = '.';
    std::memcpy(out, digits + whole, static_cast<std::size_t>(count - whole));
    out += count - whole;
  }
  return out;
}

template <class Float>
[[gnu::noinline]] char* write_shortest(char* out, Float value) {
  char scientific[48];
  const char* end = std::to_chars(scientific, scientific + sizeof scientific, value, std::chars_format::scientific).ptr;
  const char* read = scientific;
  if (*read == '-') {
    *out++ = '-';
    ++read;
  }
  const char* mark = read;  // of the exponent
  while (*mark != 'e') ++mark;
  int exponent = 0;
  std::from_chars(mark + (mark[1] == '+' ? 2 : 1), end, exponent);
  if (exponent < -4 || exponent >= std::numeric_limits<Float>::digits10) {
    const std::size_t size = static_cast<std::size_t>(end - read);
    std::memcpy(out, read, size);
    return out + size;
  }
  char digits[24];
  std::ptrdiff_t count = 0;
  for (; read < mark; ++read) {
    if (*read != '.') digits[count++] = *read;
  }
  return write_fixed(out, digits, count, exponent);
}

// Values with at most six decimals are the usual ones.  If round(v * 10^6) / 10^6 gives v back and has at most 15
// digits, its digits are v's shortest: no two decimals of 15 digits or fewer are the same double.
inline char* write_six_decimals(char* out, double value) {
  const double magnitude = std::fabs(value);
  if (!(magnitude >= 1e-4 && magnitude < 1e9)) return nullptr;
  const std::uint64_t scaled = static_cast<std::uint64_t>(magnitude * 1e6 + 0.5);
  if (static_cast<double>(scaled) / 1e6 != magnitude) return nullptr;
  if (value < 0) *out++ = '-';
  out = write_unsigned(out, scaled / 1'000'000);
  const std::uint32_t fraction = static_cast<std::uint32_t>(scaled % 1'000'000);
  if (fraction == 0) return out;
  *out++ = '.';
  return write_six_trimmed(out, fraction);
}

}  // namespace detail

/// Whether PostgreSQL writes the value as a word, which SQL must quote.
template <class Float>
bool is_word(Float value) {
  return !std::isfinite(value);
}

/// float or double; at most kMaxFloatingSize bytes.
template <class Float>
char* write_floating(char* out, Float value) {
  if (is_word(value)) {
    const std::string_view word = std::isnan(value) ? "NaN" : value < 0 ? "-Infinity" : "Infinity";
    std::memcpy(out, word.data(), word.size());
    return out + word.size();
  }
  if constexpr (sizeof(Float) == sizeof(double)) {
    if (char* end = detail::write_six_decimals(out, value)) return end;
  }
  return detail::write_shortest(out, value);
}

}  // namespace datagen::text
