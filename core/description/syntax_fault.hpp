// What is wrong with a text that is not JSON, TOML or YAML, in the words of whoever wrote it.  The libraries that read
// these formats tell what their grammars expected, and where they noticed; here it is looked for what was meant.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace datagen {

struct SyntaxFault {
  std::size_t offset = 0;  // in the text
  std::string message;     // what is wrong
  std::string hint;        // or empty
};

// at: the start of the token at fault.  reason: as nlohmann/json's exception says it.
[[nodiscard]] SyntaxFault explain_json(std::string_view text, std::size_t at, std::string_view reason);
// at: where toml++ noticed.
[[nodiscard]] SyntaxFault explain_toml(std::string_view text, std::size_t at, std::string_view reason);
// at: where yaml-cpp noticed.  open_bracket: of the innermost '{' or '[' that is open there, or text.size().
[[nodiscard]] SyntaxFault explain_yaml(std::string_view text, std::size_t at, std::string_view reason,
                                       std::size_t open_bracket);

// Of what is written in quotes at this offset: whether the closing quote is missing, in the rest of the text.
[[nodiscard]] bool quote_is_open(std::string_view text, std::size_t at);

}  // namespace datagen
