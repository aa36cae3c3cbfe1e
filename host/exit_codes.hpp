// The exit codes of the program, for people.
#pragma once

#include <span>

namespace datagen::host {

struct ExitCode {
  int code;
  const char* meaning;
};

[[nodiscard]] std::span<const ExitCode> exit_codes();  // every ErrorCode, and 0

}  // namespace datagen::host
