#include "description/text_source.hpp"

#include <algorithm>
#include <utility>

namespace datagen {
namespace {

std::uint8_t byte_of(char c) { return static_cast<std::uint8_t>(c); }

std::string hexadecimal(std::uint8_t byte) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  return {digits[byte >> 4], digits[byte & 15]};
}

}  // namespace

std::size_t utf8_sequence_length(std::string_view text) {
  if (text.empty()) return 0;
  const std::uint8_t lead = byte_of(text[0]);
  if (lead < 0x80) return 1;
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || text.size() < length) return 0;
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte_of(text[i]) & 0xC0) != 0x80) return 0;
  }
  // Overlong forms, surrogates, and what lies beyond U+10FFFF show in the second byte.
  const std::uint8_t second = byte_of(text[1]);
  if (lead == 0xE0 && second < 0xA0) return 0;
  if (lead == 0xED && second > 0x9F) return 0;
  if (lead == 0xF0 && second < 0x90) return 0;
  if (lead == 0xF4 && second > 0x8F) return 0;
  return length;
}

TextSource::TextSource(std::string_view text, std::string file) : text_(text), file_(std::move(file)) {
  line_starts_.push_back(0);
  for (std::size_t i = 0; i < text_.size(); ++i) {
    if (text_[i] == '\n') line_starts_.push_back(i + 1);
  }
}

Location TextSource::at(std::size_t offset) const {
  offset = std::min(offset, text_.size());
  const auto next = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
  const auto line = static_cast<std::size_t>(next - line_starts_.begin());
  return {file_, static_cast<std::uint32_t>(line), static_cast<std::uint32_t>(offset - *(next - 1) + 1)};
}

std::size_t TextSource::offset_of_code_point(std::size_t line, std::size_t column) const {
  if (line == 0) return 0;
  if (line > line_starts_.size()) return text_.size();
  std::size_t offset = line_starts_[line - 1];
  for (std::size_t i = 1; i < column && offset < text_.size(); ++i) {
    offset += std::max<std::size_t>(1, utf8_sequence_length(text_.substr(offset)));
  }
  return offset;
}

void TextSource::fail(std::size_t offset, std::string message, std::string hint) const {
  fail(at(offset), std::move(message), std::move(hint));
}

void TextSource::fail(Location location, std::string message, std::string hint) const {
  throw Error(ErrorCode::description, Fault{std::move(message), std::move(location), {}, std::move(hint)});
}

void TextSource::check_bytes() const {
  for (std::size_t i = 0; i < text_.size();) {
    const std::size_t length = utf8_sequence_length(text_.substr(i));
    const std::uint8_t byte = byte_of(text_[i]);
    if (length == 0) fail(i, "byte 0x" + hexadecimal(byte) + " is not UTF-8", "save the file as UTF-8");
    if (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') {
      fail(i, "control character U+00" + hexadecimal(byte), "the file must be plain text in UTF-8");
    }
    i += length;
  }
}

}  // namespace datagen
