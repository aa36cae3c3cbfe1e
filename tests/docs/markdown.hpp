// The fenced code blocks of a page.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace datagen::test {

struct CodeBlock {
  std::string language;  // the fence's first word: "json"
  std::string file;      // of "file=NAME" behind it, or empty
  int exit_code = 0;     // of "exit=N": of the block's last command
  std::string text;
  int line = 0;  // of the fence, from 1
};

// Throws std::runtime_error for a block that does not end, or a word behind a fence that is not known.
[[nodiscard]] std::vector<CodeBlock> code_blocks(std::string_view page);

struct ConsoleCommand {
  std::string command;
  std::string expected;  // lines of output; a line "..." stands for any number of lines
};

// Lines that begin with "$ " are commands ("> " continues one), the others what they print.
[[nodiscard]] std::vector<ConsoleCommand> console_commands(std::string_view text);

// Whether output is what a page shows.  "..." within a line stands for any text.
[[nodiscard]] bool matches(std::string_view expected, std::string_view output);

}  // namespace datagen::test
