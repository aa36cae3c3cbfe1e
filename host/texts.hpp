// Texts that are part of the program: files of help/ and completion/, embedded when it is built.
#pragma once

#include <span>
#include <string_view>

namespace datagen::host {

struct Text {
  std::string_view name;  // "help/types.txt"
  std::string_view text;
};

[[nodiscard]] std::span<const Text> texts();
[[nodiscard]] std::string_view find_text(std::string_view name);  // empty where there is none

}  // namespace datagen::host
