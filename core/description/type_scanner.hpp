// The words, numbers and marks of a type's written form.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace datagen {

struct TypeToken {
  enum class Kind { word, quoted, number, string, mark } kind = Kind::mark;
  std::string text;     // of a word: in lower case; of quoted: what the quotes hold
  std::string written;  // of a word: as it was written
};

// Nothing, with the reason in message, where a character has no place in a type or a quote is left open.
[[nodiscard]] std::optional<std::vector<TypeToken>> scan_type(std::string_view written, std::string& message);

}  // namespace datagen
