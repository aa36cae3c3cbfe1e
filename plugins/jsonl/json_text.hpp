// Text as JSON strings (RFC 8259).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "datagen/text/dialect.hpp"
#include "datagen/text/escape.hpp"

namespace datagen::jsonl {

/// Quote, backslash and control characters are escaped, as the server does; NUL cannot be in its text.
struct JsonRule {
  static constexpr std::size_t kMaxGrowth = 6;

  static constexpr bool is_special(std::uint8_t byte) { return byte < 0x20 || byte == '"' || byte == '\\'; }

#if DATAGEN_TEXT_BLOCKS
  static auto special(text::Block block) { return (block < 0x20) | (block == '"') | (block == '\\'); }
#endif

  static char* write(char* out, std::uint8_t byte) {
    switch (byte) {
      case '\0':
        return nullptr;
      case '\b':
        return text::put(out, "\\b");
      case '\t':
        return text::put(out, "\\t");
      case '\n':
        return text::put(out, "\\n");
      case '\f':
        return text::put(out, "\\f");
      case '\r':
        return text::put(out, "\\r");
      case '"':
        return text::put(out, "\\\"");
      case '\\':
        return text::put(out, "\\\\");
      default:
        out = text::put(out, "\\u00");
        *out++ = byte < 0x10 ? '0' : '1';
        *out++ = "0123456789abcdef"[byte & 15];
        return out;
    }
  }
};

/// With its quotes; nullptr where it holds NUL.  At most 2 + 6 * text.size() bytes.
inline char* write_string(char* out, std::string_view text) {
  *out++ = '"';
  out = text::escape(JsonRule{}, out, text.data(), text.size(), text.data() + text.size());
  if (out == nullptr) return nullptr;
  *out++ = '"';
  return out;
}

/// "name": with quotes and colon.
inline std::string key(std::string_view name) {
  std::string result(name.size() * JsonRule::kMaxGrowth + 2 * text::kBlockSize + 3, '\0');
  char* const end = write_string(result.data(), name);
  *end = ':';
  result.resize(static_cast<std::size_t>(end + 1 - result.data()));
  return result;
}

}  // namespace datagen::jsonl
