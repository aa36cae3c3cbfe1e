// String literals of SQL, for a session with standard_conforming_strings on.
#pragma once

#include <string>
#include <string_view>

namespace datagen::postgres {

/// 'text', quotes doubled.  text holds no NUL.
inline std::string literal(std::string_view text) {
  std::string quoted = "'";
  for (const char c : text) {
    if (c == '\'') quoted += '\'';
    quoted += c;
  }
  quoted += '\'';
  return quoted;
}

/// (expression), so that neither a comment at its end nor its operators reach beyond.
inline std::string parenthesised(std::string_view expression) {
  std::string text = "(";
  text += expression;
  if (expression.find("--") != std::string_view::npos) text += '\n';
  text += ')';
  return text;
}

}  // namespace datagen::postgres
