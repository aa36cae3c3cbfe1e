#include "exit_codes.hpp"

#include "datagen/core/error.hpp"

namespace datagen::host {

std::span<const ExitCode> exit_codes() {
  static constexpr ExitCode table[] = {
      {0, "done"},
      {static_cast<int>(ErrorCode::usage), "the command line is wrong, or a file is not found"},
      {static_cast<int>(ErrorCode::description),
       "the description or the configuration is invalid, or nothing can fill it"},
      {static_cast<int>(ErrorCode::generation), "a value could not be made"},
      {static_cast<int>(ErrorCode::output), "the output could not be written"},
      {static_cast<int>(ErrorCode::validation), "the output was found to be wrong"},
      {static_cast<int>(ErrorCode::plugin), "a plugin was refused, or did not pass `plugin check`"},
      {static_cast<int>(ErrorCode::interrupted), "interrupted"},
  };
  return table;
}

}  // namespace datagen::host
