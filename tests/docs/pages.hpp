// The documentation's pages, and commands run as its reader runs them.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "tests/support/process.hpp"

namespace datagen::test {

// Of the checkout.
[[nodiscard]] const std::filesystem::path& source_directory();
// README.md, CONTRIBUTING.md and everything under docs/, in order.
[[nodiscard]] std::vector<std::filesystem::path> pages();

// A shell's command line in the directory: with the program and the SDK of this build, and with no configuration but
// what is there.  Both streams come in ProcessResult::out, as a terminal shows them.
[[nodiscard]] ProcessResult run_as_reader(const std::string& command, const std::filesystem::path& directory);

}  // namespace datagen::test
