#include "tests/postgres/program.hpp"

#include <unistd.h>

#include <cstring>

namespace datagen::test {

Command datagen_command(const std::vector<std::string>& arguments) {
  static const TemporaryDirectory empty;
  Command command;
  command.arguments = {DATAGEN_PROGRAM};
  command.arguments.insert(command.arguments.end(), arguments.begin(), arguments.end());
  command.directory = empty.path();
  command.environment["HOME"] = empty.path().string();
  command.environment["XDG_CONFIG_HOME"] = std::nullopt;
  for (char** entry = environ; *entry != nullptr; ++entry) {
    const std::string variable(*entry, std::strcspn(*entry, "="));
    if (variable.starts_with("DATAGEN_")) command.environment[variable] = std::nullopt;
  }
  command.timeout = std::chrono::minutes(5);
  return command;
}

ProcessResult run_datagen(const std::vector<std::string>& arguments) { return run_process(datagen_command(arguments)); }

Dump::Dump(const std::filesystem::path& description, const std::string& format, std::uint64_t seed,
           const std::vector<std::string>& more) {
  generate(description, format, seed, more);
}

Dump::Dump(const Json& description, const std::string& format, std::uint64_t seed,
           const std::vector<std::string>& more) {
  generate(directory_.write("description.json", description.dump(2)), format, seed, more);
}

void Dump::generate(const std::filesystem::path& description, const std::string& format, std::uint64_t seed,
                    const std::vector<std::string>& more) {
  std::filesystem::create_directory(path().parent_path());
  std::vector<std::string> arguments = {"generate", description.string(), "--format", format,
                                        "--seed",   std::to_string(seed), "-o",       path().string()};
  arguments.insert(arguments.end(), more.begin(), more.end());
  result_ = run_datagen(arguments);
}

bool Dump::empty() const { return std::filesystem::is_empty(path().parent_path()); }

}  // namespace datagen::test
