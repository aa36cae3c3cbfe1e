#include "script/values_reader.hpp"

#include <cstdint>
#include <cstring>

#include "script/sql_words.hpp"
#include "script/utf8.hpp"

namespace datagen {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }

void append_utf8(std::uint32_t point, std::string& out) {
  const auto byte = [&out](std::uint32_t value) { out += static_cast<char>(value); };
  if (point < 0x80) {
    byte(point);
  } else if (point < 0x800) {
    byte(0xC0 | point >> 6);
    byte(0x80 | (point & 0x3F));
  } else if (point < 0x10000) {
    byte(0xE0 | point >> 12);
    byte(0x80 | (point >> 6 & 0x3F));
    byte(0x80 | (point & 0x3F));
  } else {
    byte(0xF0 | point >> 18);
    byte(0x80 | (point >> 12 & 0x3F));
    byte(0x80 | (point >> 6 & 0x3F));
    byte(0x80 | (point & 0x3F));
  }
}

}  // namespace

void ValuesReader::skip_space() {
  while (position_ < text_.size() && is_sql_space(text_[position_])) ++position_;
}

std::string& ValuesReader::keep() {
  if (n_kept_ == kept_.size()) kept_.emplace_back();
  std::string& kept = kept_[n_kept_++];
  kept.clear();
  return kept;
}

bool ValuesReader::accept(char sign) {
  skip_space();
  if (peek() != sign) return false;
  ++position_;
  return true;
}

ValuesReader::Result ValuesReader::next(std::vector<Cell>& cells) {
  cells.clear();
  n_kept_ = 0;
  skip_space();
  if (!first_) {
    if (position_ == text_.size()) return Result::end;
    if (!accept(',')) return Result::unreadable;
    skip_space();
  }
  first_ = false;
  row_offset_ = position_;
  if (!accept('(')) return Result::unreadable;
  do {
    skip_space();
    if (!value(cells.emplace_back())) return Result::unreadable;
  } while (accept(','));
  return accept(')') ? Result::row : Result::unreadable;
}

bool ValuesReader::value(Cell& cell) {
  const char c = peek();
  if (c == '\'' ? !plain_string(cell) : is_letter(c) ? !word(cell) : !number(cell)) return false;
  skip_space();
  return peek() != ':' || cast();
}

bool ValuesReader::word(Cell& cell) {
  const std::size_t begin = position_;
  while (is_letter(peek()) || is_digit(peek())) ++position_;
  const std::string_view text = text_.substr(begin, position_ - begin);
  if (peek() == '\'' && text.size() == 1) return string(cell, static_cast<char>(text[0] | 0x20));
  std::string capitals(text);
  for (char& c : capitals) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
  cell.null = capitals == "NULL";
  cell.is_default = capitals == "DEFAULT";
  if (capitals == "TRUE" || capitals == "FALSE") cell.text = capitals == "TRUE" ? "true" : "false";
  return cell.null || cell.is_default || !cell.text.empty();
}

// Digits with a point and an exponent, as PostgreSQL's scanner takes them.
bool ValuesReader::number(Cell& cell) {
  const std::size_t begin = position_;
  if (peek() == '-' || peek() == '+') ++position_;
  std::size_t digits = 0;
  for (; is_digit(peek()); ++digits) ++position_;
  if (peek() == '.') {
    ++position_;
    for (; is_digit(peek()); ++digits) ++position_;
  }
  if (digits == 0) return false;
  if (peek() == 'e' || peek() == 'E') {
    ++position_;
    if (peek() == '-' || peek() == '+') ++position_;
    if (!is_digit(peek())) return false;
    while (is_digit(peek())) ++position_;
  }
  if (is_letter(peek()) || peek() == '.' || static_cast<unsigned char>(peek()) >= 0x80) return false;
  cell.text = text_.substr(begin, position_ - begin);
  return true;
}

bool ValuesReader::plain_string(Cell& cell) {
  const std::size_t begin = ++position_;
  std::size_t quote = text_.find('\'', position_);
  if (quote == std::string_view::npos) return false;
  position_ = quote + 1;
  if (peek() != '\'') {
    cell.text = text_.substr(begin, quote - begin);
    return true;
  }
  std::string& kept = keep();
  kept.append(text_.substr(begin, quote - begin));
  while (peek() == '\'') {
    quote = text_.find('\'', position_ + 1);
    if (quote == std::string_view::npos) return false;
    kept.append(text_.substr(position_, quote - position_));
    position_ = quote + 1;
  }
  cell.text = kept;
  return true;
}

bool ValuesReader::string(Cell& cell, char prefix) {
  if (prefix == 'e') return escape_string(cell);
  if (prefix != 'b' && prefix != 'x') return false;
  if (!plain_string(cell) ||
      cell.text.find_first_not_of(prefix == 'b' ? "01" : "0123456789abcdefABCDEF") != std::string_view::npos) {
    return false;
  }
  if (prefix == 'b') return true;
  std::string& kept = keep();
  for (const char c : cell.text) {
    const int value = is_digit(c) ? c - '0' : (c | 0x20) - 'a' + 10;
    for (int bit = 3; bit >= 0; --bit) kept += (value >> bit & 1) != 0 ? '1' : '0';
  }
  cell.text = kept;
  return true;
}

bool ValuesReader::escape_string(Cell& cell) {
  std::string& kept = keep();
  for (++position_;; ++position_) {
    if (position_ >= text_.size()) return false;
    char c = text_[position_];
    if (c == '\'') {
      if (position_ + 1 == text_.size() || text_[position_ + 1] != '\'') break;
      ++position_;
    }
    if (c != '\\') {
      kept += c;
      continue;
    }
    if (++position_ >= text_.size()) return false;
    c = text_[position_];
    static constexpr char letters[] = "bfnrt", values[] = "\b\f\n\r\t";
    const char* const found = c == '\0' ? nullptr : std::strchr(letters, c);
    if (found != nullptr) {
      kept += values[found - letters];
      continue;
    }
    const std::size_t most = c == 'x' ? 2 : c == 'u' ? 4 : c == 'U' ? 8 : c >= '0' && c <= '7' ? 3 : 0;
    if (most == 0) {
      kept += c;
      continue;
    }
    const std::uint32_t base = most == 3 ? 8 : 16;
    std::size_t at = most == 3 ? position_ : position_ + 1, digits = 0;
    std::uint32_t value = 0;
    for (; at < text_.size() && digits < most; ++at, ++digits) {
      const char d = text_[at];
      const std::uint32_t number = is_digit(d)                ? static_cast<std::uint32_t>(d - '0')
                                   : is_letter(d) && d != '_' ? static_cast<std::uint32_t>((d | 0x20) - 'a') + 10
                                                              : 99;
      if (number >= base) break;
      value = value * base + number;
    }
    if (digits == 0 ||
        (most >= 4 && (digits != most || value == 0 || value > 0x10FFFF || (value >= 0xD800 && value < 0xE000))))
      return false;
    if (most >= 4) {
      append_utf8(value, kept);
    } else {
      if ((value & 0xFF) == 0) return false;
      kept += static_cast<char>(value & 0xFF);
    }
    position_ = at - 1;
  }
  ++position_;
  cell.text = kept;
  return is_utf8(kept);
}

// ::type, ::schema.type, ::"Type"(3)[]: what stands there is PostgreSQL's to check.
bool ValuesReader::cast() {
  if (!text_.substr(position_).starts_with("::")) return false;
  position_ += 2;
  has_casts_ = true;
  std::uint64_t depth = 0;
  while (position_ < text_.size()) {
    const char c = peek();
    if (c == '\'' || c == ';') return false;
    if (c == '"') {
      const std::size_t end = text_.find('"', position_ + 1);
      if (end == std::string_view::npos) return false;
      position_ = end;
    } else if (depth == 0 && (c == ',' || c == ')')) {
      return true;
    } else if (c == '(' || c == '[') {
      ++depth;
    } else if (c == ')' || c == ']') {
      if (depth-- == 0) return false;
    }
    ++position_;
  }
  return false;
}

}  // namespace datagen
