// Where a dump goes: standard output, a special file, or a regular file that appears under its name only when whole.
#pragma once

#include <memory>
#include <string>

#include "datagen/core/run.hpp"

namespace datagen::host {

// Destroyed without commit(): a regular file leaves no trace, and one that stood under its name stays as it was.
class OutputFile : public Output {
 public:
  virtual void commit() = 0;                                // everything is written and in place; throws Error(output)
  [[nodiscard]] virtual std::string file_name() const = 0;  // of what is being written, for messages
};

// One file.  name: "-" for standard output, else a path.  Throws Error(output), naming the remedy, if it cannot be
// written.
[[nodiscard]] std::unique_ptr<OutputFile> open_output(const std::string& name);

}  // namespace datagen::host
