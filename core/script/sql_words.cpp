#include "script/sql_words.hpp"

#include <algorithm>

namespace datagen {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool is_high(char c) { return static_cast<unsigned char>(c) >= 0x80; }
char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
char capital(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

}  // namespace

void SqlWords::skip() {
  while (!text_.empty()) {
    if (is_sql_space(text_[0])) {
      text_.remove_prefix(1);
    } else if (text_.starts_with("--")) {
      text_.remove_prefix(std::min(text_.find('\n'), text_.size()));
    } else if (text_.starts_with("/*")) {
      std::size_t depth = 0, i = 0;
      do {
        const std::string_view two = text_.substr(i, 2);
        const bool opens = two == "/*", closes = two == "*/";
        depth += opens ? 1 : 0;
        depth -= closes ? 1 : 0;
        i += opens || closes ? 2 : 1;
      } while (depth > 0 && i < text_.size());
      text_.remove_prefix(std::min(i, text_.size()));
    } else {
      return;
    }
  }
}

std::size_t SqlWords::word_size() const {
  std::size_t size = 0;
  while (size < text_.size() && (is_letter(text_[size]) || is_high(text_[size]) ||
                                 (size > 0 && ((text_[size] >= '0' && text_[size] <= '9') || text_[size] == '$')))) {
    ++size;
  }
  return size;
}

bool SqlWords::accept(char sign) {
  if (text_.empty() || text_[0] != sign) return false;
  text_.remove_prefix(1);
  skip();
  return true;
}

bool SqlWords::accept(std::string_view keyword) {
  if (word_size() != keyword.size()) return false;
  if (!std::equal(keyword.begin(), keyword.end(), text_.begin(), [](char k, char t) { return k == capital(t); }))
    return false;
  text_.remove_prefix(keyword.size());
  skip();
  return true;
}

std::optional<std::string> SqlWords::name() {
  std::string result;
  if (!text_.empty() && text_[0] == '"') {
    std::size_t i = 1;
    for (;; ++i) {
      if (i >= text_.size()) return std::nullopt;
      if (text_[i] == '"') {
        if (i + 1 == text_.size() || text_[i + 1] != '"') break;
        ++i;
      }
      result += text_[i];
    }
    text_.remove_prefix(i + 1);
  } else {
    const std::size_t size = word_size();
    if (size == 0) return std::nullopt;
    result.assign(text_.substr(0, size));
    std::transform(result.begin(), result.end(), result.begin(), small);
    text_.remove_prefix(size);
  }
  skip();
  return result;
}

std::string SqlWords::word() {
  std::string result(text_.substr(0, word_size()));
  std::transform(result.begin(), result.end(), result.begin(), capital);
  text_.remove_prefix(result.size());
  skip();
  return result;
}

}  // namespace datagen
