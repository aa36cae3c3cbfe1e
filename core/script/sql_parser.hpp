// PostgreSQL's own parser (libpg_query) asked one thing: whether a statement is one.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace datagen {

struct SyntaxError {
  std::string message;     // the parser's: "syntax error at or near ..."
  std::size_t offset = 0;  // in the statement, in bytes
};

// Nothing where PostgreSQL can read the statement.  text holds no NUL.  Any thread.
[[nodiscard]] std::optional<SyntaxError> find_syntax_error(const std::string& text);

}  // namespace datagen
