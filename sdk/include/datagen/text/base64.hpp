// Bytes in base64 (RFC 4648, section 4), with padding and without line breaks.
#pragma once

#include <cstddef>
#include <cstdint>

namespace datagen::text {

/// 4 * ((size + 2) / 3) characters.
inline char* write_base64(char* out, const std::uint8_t* bytes, std::size_t size) {
  constexpr const char* kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  while (size > 0) {
    const std::uint32_t group = std::uint32_t{bytes[0]} << 16 | (size > 1 ? std::uint32_t{bytes[1]} << 8 : 0) |
                                (size > 2 ? std::uint32_t{bytes[2]} : 0);
    *out++ = kDigits[group >> 18];
    *out++ = kDigits[group >> 12 & 63];
    *out++ = size > 1 ? kDigits[group >> 6 & 63] : '=';
    *out++ = size > 2 ? kDigits[group & 63] : '=';
    bytes += size > 2 ? 3 : size;
    size -= size > 2 ? 3 : size;
  }
  return out;
}

}  // namespace datagen::text
