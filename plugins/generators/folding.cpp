#include "folding.hpp"

#include <algorithm>

namespace datagen::generators {
namespace {

// Base letters of U+00C0 to U+017F; '?' for what is written with two letters and handled apart.
constexpr std::string_view kLatin =
    "aaaaaa?ceeeeiiiidnooooo?ouuuuy??aaaaaa?ceeeeiiiidnooooo?ouuuuy?y"  // C0..FF
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii??jjkkklllllllllln"
    "nnnnnnnnoooooo??rrrrrrsssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

// Two letters for one, of as many bytes.
std::string_view letters_of(unsigned code) {
  switch (code) {
    case 0xc6:
    case 0xe6:
      return "ae";
    case 0xde:
    case 0xfe:
      return "th";
    case 0xdf:
      return "ss";
    case 0x132:
    case 0x133:
      return "ij";
    case 0x152:
    case 0x153:
      return "oe";
    default:
      return {};
  }
}

}  // namespace

namespace detail {

char* fold_by_character(char* out, std::string_view name) {
  for (std::size_t i = 0; i < name.size(); ++i) {
    const auto byte = static_cast<unsigned char>(name[i]);
    if (byte >= 'a' && byte <= 'z') {
      *out++ = name[i];
    } else if (byte >= 'A' && byte <= 'Z') {
      *out++ = static_cast<char>(byte - 'A' + 'a');
    } else if (byte >= 0xc3 && byte <= 0xc5 && i + 1 < name.size()) {
      const unsigned code = (byte & 0x1fu) << 6 | (static_cast<unsigned char>(name[++i]) & 0x3fu);
      if (code == 0xd7 || code == 0xf7) continue;
      const char base = code >= 0xc0 && code - 0xc0 < kLatin.size() ? kLatin[code - 0xc0] : '?';
      if (base != '?') {
        *out++ = base;
      } else {
        for (const char letter : letters_of(code)) *out++ = letter;
      }
    }
  }
  return out;
}

}  // namespace detail

char* fold_words(char* out, std::string_view text) {
  char* const begin = out;
  while (!text.empty()) {
    const std::size_t size = std::min(text.find(' '), text.size());
    char* const word = out + (out == begin ? 0 : 1);
    char* const end = fold(word, text.substr(0, size));
    if (end != word) {
      if (word != out) *out = '.';
      out = end;
    }
    text.remove_prefix(std::min(size + 1, text.size()));
  }
  return out;
}

std::string folded(std::string_view name) {
  std::string result(name.size(), '\0');
  result.resize(static_cast<std::size_t>(fold(result.data(), name) - result.data()));
  return result;
}

}  // namespace datagen::generators
