#include "tests/messages/terminal.hpp"

#include <poll.h>
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <system_error>

namespace datagen::test {
namespace {

// The few things that the program may ask of a terminal: line ends, to the line above, to the line's start, and to
// erase what follows.
std::vector<std::string> screen_of(const std::string& sent) {
  std::vector<std::string> lines{""};
  std::size_t row = 0, column = 0;
  for (std::size_t i = 0; i < sent.size(); ++i) {
    if (sent[i] == '\r') {
      column = 0;
    } else if (sent[i] == '\n') {
      if (++row == lines.size()) lines.emplace_back();
    } else if (sent.compare(i, 2, "\033[") == 0) {
      std::size_t end = i + 2;
      while (end < sent.size() && sent[end] >= '0' && sent[end] <= ';') ++end;
      const int number = std::max(1, std::atoi(sent.c_str() + i + 2));
      if (end < sent.size() && sent[end] == 'A') row -= std::min<std::size_t>(row, static_cast<std::size_t>(number));
      if (end < sent.size() && sent[end] == 'J') {
        lines.resize(row + 1);
        lines[row].resize(std::min(column, lines[row].size()));
      }
      i = end;
    } else {
      if (lines[row].size() <= column) lines[row].resize(column + 1, ' ');
      lines[row][column++] = sent[i];
    }
  }
  while (!lines.empty() && lines.back().empty()) lines.pop_back();
  return lines;
}

[[noreturn]] void become(const Command& command, char** arguments) {
  for (const auto& [name, value] : command.environment) {
    if (value) {
      ::setenv(name.c_str(), value->c_str(), 1);
    } else {
      ::unsetenv(name.c_str());
    }
  }
  if (command.directory.empty() || ::chdir(command.directory.c_str()) == 0) ::execvp(arguments[0], arguments);
  ::_exit(127);
}

}  // namespace

TerminalResult run_on_terminal(const Command& command, const TerminalSetup& setup) {
  std::vector<std::string> words = command.arguments;
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  winsize size{};
  size.ws_col = setup.columns;
  size.ws_row = 24;
  int master = -1;
  const pid_t child = ::forkpty(&master, nullptr, nullptr, &size);
  if (child < 0) throw std::system_error(errno, std::generic_category(), "forkpty");
  if (child == 0) become(command, arguments.data());

  TerminalResult result;
  const auto start = std::chrono::steady_clock::now();
  bool signalled = setup.signal == 0;
  for (;;) {
    const auto elapsed = std::chrono::steady_clock::now() - start;
    if (!signalled && elapsed >= setup.after) {
      ::kill(child, setup.signal);
      signalled = true;
    }
    if (elapsed > command.timeout) ::kill(child, SIGKILL);
    pollfd watched{master, POLLIN, 0};
    if (::poll(&watched, 1, 20) == 0) continue;
    std::array<char, 65536> block{};
    const ssize_t count = ::read(master, block.data(), block.size());
    if (count <= 0) break;  // EIO: the other side is closed
    result.sent.append(block.data(), static_cast<std::size_t>(count));
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  ::close(master);
  if (WIFEXITED(status)) result.exit_code = WEXITSTATUS(status);
  result.lines = screen_of(result.sent);
  return result;
}

}  // namespace datagen::test
