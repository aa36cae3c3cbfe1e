#pragma once

#include <string_view>

#include "description/text_source.hpp"

namespace datagen::host::check {

[[nodiscard]] inline bool is_utf8(std::string_view text) {
  while (!text.empty()) {
    const std::size_t size = utf8_sequence_length(text);
    if (size == 0) return false;
    text.remove_prefix(size);
  }
  return true;
}

}  // namespace datagen::host::check
