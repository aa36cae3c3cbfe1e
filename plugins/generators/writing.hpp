// Characters and digits, one after the other.
#pragma once

#include "common.hpp"
#include "datagen/text/integer.hpp"

namespace datagen::generators {

/// Each returns the end of what it wrote.
inline char* put(char* out, std::string_view text) {
  for (const char c : text) *out++ = c;
  return out;
}

/// `digits` digits of value, with zeros before.
inline char* put_digits(char* out, std::uint64_t value, int digits) {
  return text::write_padded(out, value, static_cast<std::size_t>(digits));
}

inline char* put_number(char* out, std::uint64_t value) { return text::write_unsigned(out, value); }

}  // namespace datagen::generators
