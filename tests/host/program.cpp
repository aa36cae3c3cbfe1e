#include "tests/host/program.hpp"

#include <unistd.h>
#include <algorithm>

extern char** environ;

namespace datagen::test {

const char* const kShop = R"({
  "tables": {
    "users": {"columns": [{"name": "id", "type": "serial"}, {"name": "age", "type": "integer"}],
              "primary_key": ["id"], "row_count": 5},
    "orders": {"columns": [{"name": "id", "type": "serial"}, {"name": "user_id", "type": "integer"}],
               "primary_key": ["id"], "row_count": 10,
               "foreign_keys": [{"columns": ["user_id"], "referenced_table": "users"}]}
  }
})";

Workplace::Workplace() {
  for (char** entry = environ; *entry != nullptr; ++entry) {
    const std::string text = *entry;
    if (text.starts_with("DATAGEN_") || text.starts_with("XDG_CONFIG_HOME")) {
      command.environment[text.substr(0, text.find('='))] = std::nullopt;
    }
  }
  command.environment["HOME"] = (directory_.path() / "home").string();
  command.directory = directory_.path() / "work";
  std::filesystem::create_directories(command.directory);
  std::filesystem::create_directories(directory_.path() / "home");
}

ProcessResult Workplace::run(std::vector<std::string> arguments) const {
  Command complete = command;
  complete.arguments = {DATAGEN_PROGRAM};
  complete.arguments.insert(complete.arguments.end(), arguments.begin(), arguments.end());
  return run_process(complete);
}

std::vector<std::string> Workplace::files(const std::string& folder) const {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(directory_.path() / folder)) {
    names.push_back(entry.path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace datagen::test
