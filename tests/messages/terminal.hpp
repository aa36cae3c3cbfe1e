// Runs a program on a terminal of its own, and tells what the terminal was sent and what it then shows.
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "tests/support/process.hpp"

namespace datagen::test {

struct TerminalResult {
  int exit_code = -1;
  std::string sent;                // everything, as it came
  std::vector<std::string> lines;  // what is on the screen at the end, with what scrolled away
};

struct TerminalSetup {
  unsigned short columns = 80;
  int signal = 0;  // sent after
  std::chrono::milliseconds after{0};
};

// arguments, environment and directory of the command count.  Both output streams are the terminal, unless the command
// redirects them.  Throws std::system_error.
[[nodiscard]] TerminalResult run_on_terminal(const Command& command, const TerminalSetup& setup);

}  // namespace datagen::test
