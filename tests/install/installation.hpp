// Commands run as by someone who has the installed packages only.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "tests/support/process.hpp"

namespace datagen::test {

// The installation that ctest's fixture has made.
[[nodiscard]] std::filesystem::path prefix();

struct Compilers {
  std::string c, cxx;
};
// gcc, and clang where it is there.
[[nodiscard]] std::vector<Compilers> compilers();

// In directory: the prefix's bin first in PATH, its packages found, no DATAGEN_* variables.
[[nodiscard]] ProcessResult run_installed(const std::vector<std::string>& arguments,
                                          const std::filesystem::path& directory,
                                          const std::filesystem::path& prefix = test::prefix());

// As above; fails the test, showing everything that was printed, unless the exit code is 0.  Returns standard output.
std::string must_run(const std::vector<std::string>& arguments, const std::filesystem::path& directory,
                     const std::filesystem::path& prefix = test::prefix());

// Configures with these compilers, builds, and runs the project's tests.
void build_and_test(const std::filesystem::path& source, const std::filesystem::path& build, const Compilers& compilers,
                    const std::filesystem::path& prefix = test::prefix());

// The defined symbols that a shared library shows to others.
[[nodiscard]] std::vector<std::string> exported(const std::filesystem::path& library);

}  // namespace datagen::test
