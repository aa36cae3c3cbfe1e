// The text of a document: its bytes checked, its places numbered.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "datagen/core/error.hpp"

namespace datagen {

// Turns offsets in a text into places.  The text must outlive it.
class TextSource {
 public:
  TextSource(std::string_view text, std::string file);

  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] const std::string& file() const { return file_; }
  [[nodiscard]] Location whole() const { return {file_, 0, 0}; }
  // An offset past the end is the place just past the last byte.
  [[nodiscard]] Location at(std::size_t offset) const;
  // The offset of a place whose column counts code points, as toml++ does; clamped to the text.
  [[nodiscard]] std::size_t offset_of_code_point(std::size_t line, std::size_t column) const;

  [[noreturn]] void fail(std::size_t offset, std::string message, std::string hint = {}) const;
  [[noreturn]] void fail(Location location, std::string message, std::string hint = {}) const;

  // Throws unless the text is UTF-8 (RFC 3629) without control characters other than tab and ends of line.
  void check_bytes() const;

 private:
  std::string_view text_;
  std::string file_;
  std::vector<std::size_t> line_starts_;
};

// The number of bytes of the well-formed UTF-8 sequence that text starts with, or 0.
[[nodiscard]] std::size_t utf8_sequence_length(std::string_view text);

}  // namespace datagen
