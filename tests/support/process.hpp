// Runs a program as a user would, and tells what it did: exit code, standard output, standard error.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace datagen::test {

// A signal sent to the running program once it has run for `after` and has written `output_bytes` to standard output.
struct TimedSignal {
  int signal = 0;
  std::chrono::milliseconds after{0};
  std::size_t output_bytes = 0;
};

struct Command {
  std::vector<std::string> arguments;  // the program first; searched in PATH if it has no '/'
  std::string input;                   // fed to standard input, which then ends
  std::filesystem::path directory;     // working directory; empty: the caller's
  std::map<std::string, std::optional<std::string>> environment;  // changes to the caller's; no value: removed
  std::chrono::milliseconds timeout{120'000};                     // then killed, with timed_out set
  std::filesystem::path output_file;  // standard output is opened there for writing instead of being captured
  std::optional<std::size_t> close_output_after;  // the reader goes away after so many bytes, as `head` does
  std::vector<TimedSignal> signals;
  std::optional<unsigned> user;  // user id to run as; needs root
};

struct ProcessResult {
  int exit_code = -1;  // -1 when ended by a signal
  int signal = 0;      // that ended it, or 0
  bool timed_out = false;
  std::string out, err;
  std::chrono::milliseconds elapsed{0};
  std::int64_t peak_memory = 0;  // most bytes that were resident at once
};

// Throws std::system_error if the program cannot be started.
[[nodiscard]] ProcessResult run_process(const Command& command);

// A new empty directory, removed with everything in it at the end.
class TemporaryDirectory {
 public:
  TemporaryDirectory();
  ~TemporaryDirectory();
  TemporaryDirectory(const TemporaryDirectory&) = delete;
  TemporaryDirectory& operator=(const TemporaryDirectory&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  // Writes a file below the directory, making its parents; returns its path.
  std::filesystem::path write(const std::filesystem::path& name, const std::string& text) const;

 private:
  std::filesystem::path path_;
};

// The whole file as bytes; throws if it cannot be read.
[[nodiscard]] std::string read_file(const std::filesystem::path& path);

}  // namespace datagen::test
