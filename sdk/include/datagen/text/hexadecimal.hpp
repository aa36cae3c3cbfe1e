// Bytes and UUIDs in hexadecimal, lower case.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

#include "datagen/text/block.hpp"

namespace datagen::text {

inline constexpr std::size_t kUuidSize = 36;

/// 2 * size characters, one byte at a time.
inline char* write_hex_scalar(char* out, const std::uint8_t* bytes, std::size_t size) {
  constexpr const char* kDigits = "0123456789abcdef";
  for (std::size_t i = 0; i < size; ++i) {
    *out++ = kDigits[bytes[i] >> 4];
    *out++ = kDigits[bytes[i] & 15];
  }
  return out;
}

/// 32 characters for 16 bytes.
inline void write_hex_block(char* out, const std::uint8_t* bytes) {
#if DATAGEN_TEXT_BLOCKS
  const Block block = load_block(bytes);
  Block high = block >> 4;
  Block low = block & 15;
  constexpr std::uint8_t kLetterGap = 'a' - '9' - 1;
  high += '0' + (reinterpret_cast<Block>(high > 9) & kLetterGap);
  low += '0' + (reinterpret_cast<Block>(low > 9) & kLetterGap);
  const Block first = __builtin_shufflevector(high, low, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
  const Block second = __builtin_shufflevector(high, low, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
  store_block(out, first);
  store_block(out + kBlockSize, second);
#else
  write_hex_scalar(out, bytes, kBlockSize);
#endif
}

/// 2 * size characters.
inline char* write_hex(char* out, const std::uint8_t* bytes, std::size_t size) {
  for (; size >= kBlockSize; size -= kBlockSize) {
    write_hex_block(out, bytes);
    bytes += kBlockSize;
    out += 2 * kBlockSize;
  }
  return write_hex_scalar(out, bytes, size);
}

/// 16 bytes in network order; exactly kUuidSize characters.
inline char* write_uuid(char* out, const std::uint8_t* bytes) {
  char digits[2 * kBlockSize];
  write_hex_block(digits, bytes);
  std::memcpy(out, digits, 8);
  out[8] = '-';
  std::memcpy(out + 9, digits + 8, 4);
  out[13] = '-';
  std::memcpy(out + 14, digits + 12, 4);
  out[18] = '-';
  std::memcpy(out + 19, digits + 16, 4);
  out[23] = '-';
  std::memcpy(out + 24, digits + 20, 12);
  return out + kUuidSize;
}

}  // namespace datagen::text
