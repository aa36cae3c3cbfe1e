// A function's result from another process.
#pragma once

#include <chrono>
#include <functional>
#include <string>

namespace datagen::host::check {

struct ProcessEnd {
  bool returned = false;  // result is whole
  std::string result;
  int signal = 0;  // that ended it, or 0
  int exit_code = 0;
  bool timed_out = false;    // and was killed, with all that it started
  bool interrupted = false;  // the program is to end: it was killed
  std::string last_words;    // the last line that it wrote to standard error, or what a sanitizer said first
};

// Runs function in a fork of this process.  Its standard output and standard error are not this one's; it ends with
// _exit.  Only while this process has one thread.  Throws Error(plugin) when there can be no process.
[[nodiscard]] ProcessEnd run_apart(const std::function<std::string()>& function, std::chrono::milliseconds limit);

// "SIGSEGV", or "signal 99"
[[nodiscard]] std::string signal_name(int signal);

}  // namespace datagen::host::check
