// Values as SQL literals, with standard_conforming_strings on: a backslash is a backslash.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "datagen/text/escape.hpp"

namespace datagen::postgres {

/// Inside '...': quotes are doubled; NUL cannot be written; all else stands for itself.
struct SqlRule {
  static constexpr std::size_t kMaxGrowth = 2;

  static constexpr bool is_special(std::uint8_t byte) { return byte == '\'' || byte == 0; }

#if DATAGEN_TEXT_BLOCKS
  static auto special(text::Block block) { return (block == '\'') | (block == 0); }
#endif

  static char* write(char* out, std::uint8_t byte) {
    if (byte == 0) return nullptr;
    out[0] = '\'';
    out[1] = '\'';
    return out + 2;
  }
};

struct SqlDialect {
  using Rule = SqlRule;
  static constexpr std::string_view kNull = "NULL";
  static constexpr std::string_view kTrue = "true";
  static constexpr std::string_view kFalse = "false";
  static constexpr std::string_view kSeparator = ", ";
  static constexpr std::string_view kBytesPrefix = "\\x";
  static constexpr char kQuote = '\'';
};

}  // namespace datagen::postgres
