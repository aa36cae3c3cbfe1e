// How values of an Arrow format lie in memory.
#pragma once

#include <cstdint>
#include <string_view>

namespace datagen {

enum class Storage : std::uint8_t { bits, fixed, variable };

struct Format {
  Storage storage = Storage::fixed;
  std::uint32_t width = 0;  // bytes a value, of fixed storage
};

// format: one of the closed set in plugin.h.
[[nodiscard]] constexpr Format parse_format(std::string_view format) {
  switch (format.empty() ? '\0' : format[0]) {
    case 'b':
      return {Storage::bits, 0};
    case 's':
      return {Storage::fixed, 2};
    case 'i':
    case 'f':
      return {Storage::fixed, 4};
    case 'l':
    case 'g':
      return {Storage::fixed, 8};
    case 'd':
    case 'w':
      return {Storage::fixed, 16};
    case 't':
      return {Storage::fixed, format == "tdD" ? 4u : 8u};
    default:
      return {Storage::variable, 0};
  }
}

}  // namespace datagen
