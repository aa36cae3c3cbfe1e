#include "description/type_scanner.hpp"

namespace datagen {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_word_start(char c) {
  return (c >= 'a' && c <= 'z') || is_upper(c) || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}
bool is_word(char c) { return is_word_start(c) || is_digit(c) || c == '$'; }

std::string lower(std::string text) {
  for (char& c : text) {
    if (is_upper(c)) c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

// From the opening quote; a doubled quote stands for one.  Returns the offset past the closing one, or npos.
std::size_t scan_quoted(std::string_view text, std::size_t at, std::string& content) {
  const char quote = text[at];
  for (++at; at < text.size(); ++at) {
    if (text[at] == quote) {
      if (at + 1 == text.size() || text[at + 1] != quote) return at + 1;
      ++at;
    }
    content += text[at];
  }
  return std::string_view::npos;
}

}  // namespace

std::optional<std::vector<TypeToken>> scan_type(std::string_view written, std::string& message) {
  using Kind = TypeToken::Kind;
  std::vector<TypeToken> tokens;
  for (std::size_t at = 0; at < written.size();) {
    const char c = written[at];
    if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
      ++at;
    } else if (c == '"' || c == '\'') {
      TypeToken token{c == '"' ? Kind::quoted : Kind::string, {}, {}};
      at = scan_quoted(written, at, token.text);
      if (at == std::string_view::npos || token.text.empty()) {
        message = at == std::string_view::npos ? "a quote is left open" : "a name is empty";
        return std::nullopt;
      }
      token.written = token.text;
      tokens.push_back(std::move(token));
    } else if (is_word_start(c) || is_digit(c) || (c == '-' && at + 1 < written.size() && is_digit(written[at + 1]))) {
      const std::size_t start = at++;
      while (at < written.size() && is_word(written[at])) ++at;
      const std::string text(written.substr(start, at - start));
      if (!is_word_start(c) && text.find_first_not_of("-0123456789") != std::string::npos) {
        message = "'" + text + "' is neither a name nor a number";
        return std::nullopt;
      }
      tokens.push_back({is_word_start(c) ? Kind::word : Kind::number, lower(text), text});
    } else if (std::string_view("()[],.").find(c) != std::string_view::npos) {
      tokens.push_back({Kind::mark, std::string(1, c), std::string(1, c)});
      ++at;
    } else {
      message = "character '" + std::string(1, c) + "' has no place in a type";
      return std::nullopt;
    }
  }
  return tokens;
}

}  // namespace datagen
