#include "tokens.hpp"

#include <utility>

namespace datagen::sqlite {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

class Lexer {
 public:
  explicit Lexer(std::string_view text) : text_(text) {}

  std::vector<Token> all() {
    std::vector<Token> tokens;
    do {
      tokens.push_back(next());
    } while (tokens.back().kind != Token::Kind::end && tokens.back().kind != Token::Kind::unknown);
    return tokens;
  }

 private:
  char at(std::size_t offset = 0) const { return at_ + offset < text_.size() ? text_[at_ + offset] : '\0'; }

  Token next() {
    while (at() == ' ' || at() == '\t' || at() == '\n' || at() == '\r') ++at_;
    if (at_ == text_.size()) return {};
    const char c = at();
    if (c == '\'' || c == '"') return enclosed(c);
    if (is_digit(c) || (c == '.' && is_digit(at(1)))) return number();
    if (is_letter(c)) return word();
    return symbol();
  }

  Token enclosed(char mark) {
    Token token{mark == '"' ? Token::Kind::quoted_name : Token::Kind::string, ""};
    for (++at_; at_ < text_.size(); ++at_) {
      if (at() == mark && at(1) != mark) {
        ++at_;
        return token;
      }
      if (at() == mark) ++at_;
      token.text += at();
    }
    return {Token::Kind::unknown, "an open quote"};
  }

  Token number() {
    Token token{Token::Kind::number, ""};
    while (is_digit(at()) || at() == '.') token.text += text_[at_++];
    if (is_letter(at())) return {Token::Kind::unknown, token.text + at()};
    return token;
  }

  Token word() {
    Token token{Token::Kind::word, ""};
    while (is_letter(at()) || is_digit(at()) || at() == '$') token.text += lower(text_[at_++]);
    if (at() == '\'') return {Token::Kind::unknown, token.text + "'...'"};
    return token;
  }

  Token symbol() {
    for (const std::string_view one : {"::", "<=", ">=", "<>", "!=", "||"})
      if (text_.substr(at_, 2) == one) {
        at_ += 2;
        return {Token::Kind::symbol, std::string(one)};
      }
    if (std::string_view("()[],.+-*/%<>=").find(at()) == std::string_view::npos || text_.substr(at_, 2) == "--" ||
        text_.substr(at_, 2) == "/*" || text_.substr(at_, 2) == "->")
      return {Token::Kind::unknown, std::string(1, at())};
    return {Token::Kind::symbol, std::string(1, text_[at_++])};
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace

std::vector<Token> tokens_of(std::string_view expression) { return Lexer(expression).all(); }

}  // namespace datagen::sqlite
