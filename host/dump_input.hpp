// Dumps as they are stored: files, directories of them, standard input; gzip and zstd are read through.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace datagen::host {

// One file.  Compression is told by the first bytes, not by the name.
class DumpInput {
 public:
  // "-": standard input.  Throws Error(usage) if it cannot be opened.
  explicit DumpInput(const std::string& path);
  ~DumpInput();
  DumpInput(const DumpInput&) = delete;
  DumpInput& operator=(const DumpInput&) = delete;

  [[nodiscard]] const std::string& name() const;
  // The next bytes, valid until the next call; empty at the end.  Throws Error: usage if it cannot be read, validation
  // if what is compressed is damaged or cut off, interrupted.
  [[nodiscard]] std::string_view read();

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

// A directory is replaced by its files in the order of their names, which is that of loading.  Throws Error(usage) for
// an empty one.
[[nodiscard]] std::vector<std::string> dump_files(const std::vector<std::string>& paths);

}  // namespace datagen::host
