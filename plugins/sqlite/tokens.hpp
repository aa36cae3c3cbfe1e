// A PostgreSQL expression as tokens.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace datagen::sqlite {

struct Token {
  enum class Kind { end, word, quoted_name, number, string, symbol, unknown } kind = Kind::end;
  std::string text;  // a word in lower case, the contents of a string, an operator
};

// Ends with one of kind end.  What this lexer does not know (E'', $$, bit strings, comments) is of kind unknown.
std::vector<Token> tokens_of(std::string_view expression);

}  // namespace datagen::sqlite
