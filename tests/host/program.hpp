// The program under test in a clean place: an empty working directory and home, no DATAGEN_* variables.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "tests/support/process.hpp"

namespace datagen::test {

// Two tables, 15 rows, one a child of the other.
extern const char* const kShop;

class Workplace {
 public:
  Workplace();

  // What a test changes before it runs the program.
  Command command;

  [[nodiscard]] ProcessResult run(std::vector<std::string> arguments) const;
  std::filesystem::path write(const std::filesystem::path& name, const std::string& text) const {
    return directory_.write(name, text);
  }
  [[nodiscard]] std::filesystem::path path(const std::string& name) const { return directory_.path() / name; }
  // Names of everything in the directory, hidden files too.
  [[nodiscard]] std::vector<std::string> files(const std::string& folder = "") const;

 private:
  TemporaryDirectory directory_;
};

[[nodiscard]] bool contains(const std::string& text, const std::string& part);

}  // namespace datagen::test
