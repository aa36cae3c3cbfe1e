// Checks of text that plugins hand over.
#pragma once

#include <cstdint>
#include <string_view>

namespace datagen {

// Code points of well-formed UTF-8.
[[nodiscard]] inline std::uint64_t count_characters(std::string_view text) {
  std::uint64_t count = 0;
  for (char c : text) count += (static_cast<unsigned char>(c) & 0xc0) != 0x80;
  return count;
}

}  // namespace datagen
