// Values in COPY's text format.
// https://www.postgresql.org/docs/15/sql-copy.html, "Text Format".
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "datagen/text/escape.hpp"

namespace datagen::postgres {

/// Backslash and the control characters that have a letter are escaped; the others stand for themselves; NUL cannot be.
struct CopyRule {
  static constexpr std::size_t kMaxGrowth = 2;

  static constexpr bool is_special(std::uint8_t byte) { return byte < 0x20 || byte == '\\'; }

#if DATAGEN_TEXT_BLOCKS
  static auto special(text::Block block) { return (block < 0x20) | (block == '\\'); }
#endif

  static char* write(char* out, std::uint8_t byte) {
    switch (byte) {
      case '\0':
        return nullptr;
      case '\b':
        return pair(out, 'b');
      case '\t':
        return pair(out, 't');
      case '\n':
        return pair(out, 'n');
      case '\v':
        return pair(out, 'v');
      case '\f':
        return pair(out, 'f');
      case '\r':
        return pair(out, 'r');
      case '\\':
        return pair(out, '\\');
      default:
        *out = static_cast<char>(byte);
        return out + 1;
    }
  }

 private:
  static char* pair(char* out, char letter) {
    out[0] = '\\';
    out[1] = letter;
    return out + 2;
  }
};

struct CopyDialect {
  using Rule = CopyRule;
  static constexpr std::string_view kNull = "\\N";
  static constexpr std::string_view kTrue = "t";
  static constexpr std::string_view kFalse = "f";
  static constexpr std::string_view kSeparator = "\t";
  static constexpr std::string_view kBytesPrefix = "\\\\x";
  static constexpr char kQuote = 0;
};

}  // namespace datagen::postgres
