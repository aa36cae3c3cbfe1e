// Where an archive's bytes go: a file that appears under its name only when whole, or what is there already, such as
// standard output and pipes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "datagen/plugin.hpp"

namespace datagen::pg_archive {

// Written from its beginning to its end.  Every function throws sdk::PluginError: DATAGEN_IO with the name and what to
// do, DATAGEN_CANCELLED when the run is to end.  One thread at a time.
class File {
 public:
  // Made anew, readable by whom the process's mask allows; it must not be there.
  static std::unique_ptr<File> make(const datagen_host* host, const std::string& path, const std::string& name);
  // Standard output, or what is there: a pipe, a device.
  static std::unique_ptr<File> standard_output(const datagen_host* host);
  static std::unique_ptr<File> open(const datagen_host* host, const std::string& path);
  ~File();
  File(const File&) = delete;
  File& operator=(const File&) = delete;

  void write(std::string_view bytes);
  // Bytes that were written already are replaced; only of a file that was made.
  void replace(std::uint64_t position, std::string_view bytes);
  [[nodiscard]] std::uint64_t size() const { return written_ + pending_.size(); }
  [[nodiscard]] bool is_new() const { return new_; }
  [[nodiscard]] int number() const { return number_; }
  // All of it, on the disk where it is a file that was made; closed.
  void finish();

 private:
  File(const datagen_host* host, int number, std::string name, bool is_new);
  void flush();
  void write_all(std::string_view bytes);

  const datagen_host* host_;
  int number_;
  std::string name_;
  bool new_;
  std::uint64_t written_ = 0;
  std::string pending_;
};

// Throws sdk::PluginError DATAGEN_IO: "cannot ACTION NAME: why; what to do".
[[noreturn]] void fail(const char* action, const std::string& name, int error);

}  // namespace datagen::pg_archive
