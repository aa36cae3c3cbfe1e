// Words, names and signs from the front of a statement; white space and comments are passed over.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace datagen {

// What PostgreSQL 15 takes for white space; a vertical tab is none.
[[nodiscard]] constexpr bool is_sql_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r' && c != '\v'); }

class SqlWords {
 public:
  explicit SqlWords(std::string_view text) : text_(text) { skip(); }

  // Each takes what it asks for, or leaves everything as it was.
  bool accept(char sign);
  bool accept(std::string_view keyword);  // in capitals; written in any case
  // An unquoted name in small letters, or a quoted one as it is.
  std::optional<std::string> name();
  std::string word();  // of letters, in capitals; "" where there is none

  [[nodiscard]] bool at_end() const { return text_.empty(); }
  [[nodiscard]] std::string_view rest() const { return text_; }

 private:
  void skip();
  [[nodiscard]] std::size_t word_size() const;

  std::string_view text_;
};

}  // namespace datagen
