#include "tests/install/installation.hpp"

#include <unistd.h>

#include <sstream>

#include "tests/support/catch.hpp"

extern char** environ;

namespace datagen::test {
namespace {

namespace fs = std::filesystem;

bool is_there(const std::string& program) {
  Command command;
  command.arguments = {"sh", "-c", "command -v " + program};
  return run_process(command).exit_code == 0;
}

// A datagen that has no "plugin check" cannot be asked to run it.
bool has_checker(const fs::path& prefix) {
  return run_installed({"datagen", "plugin", "check", "--help"}, "/", prefix).exit_code == 0;
}

}  // namespace

fs::path prefix() { return DATAGEN_PREFIX; }

std::vector<Compilers> compilers() {
  std::vector<Compilers> all{{"gcc", "g++"}};
  if (is_there("clang") && is_there("clang++")) all.push_back({"clang", "clang++"});
  return all;
}

ProcessResult run_installed(const std::vector<std::string>& arguments, const fs::path& directory,
                            const fs::path& prefix) {
  Command command;
  command.arguments = arguments;
  if (arguments.front() == "datagen") command.arguments.front() = (prefix / "bin/datagen").string();
  command.directory = directory;
  command.timeout = std::chrono::minutes(5);
  for (char** entry = environ; *entry != nullptr; ++entry) {
    const std::string text = *entry;
    if (text.starts_with("DATAGEN_")) command.environment[text.substr(0, text.find('='))] = std::nullopt;
  }
  const char* const path = std::getenv("PATH");
  command.environment["PATH"] = (prefix / "bin").string() + ":" + (path == nullptr ? "/usr/bin:/bin" : path);
  command.environment["CMAKE_PREFIX_PATH"] = prefix.string();
  command.environment["PKG_CONFIG_PATH"] = (prefix / "share/pkgconfig").string();
  command.environment["CMAKE_GENERATOR"] = "Ninja";
  for (const char* language : {"C", "CXX"}) {
    if (*DATAGEN_LAUNCHER != '\0')
      command.environment[std::string("CMAKE_") + language + "_COMPILER_LAUNCHER"] = DATAGEN_LAUNCHER;
  }
  return run_process(command);
}

std::string must_run(const std::vector<std::string>& arguments, const fs::path& directory, const fs::path& prefix) {
  const ProcessResult result = run_installed(arguments, directory, prefix);
  std::string text;
  for (const std::string& argument : arguments) text += argument + " ";
  INFO(text << "\n" << result.out << result.err);
  REQUIRE(result.exit_code == 0);
  return result.out;
}

void build_and_test(const fs::path& source, const fs::path& build, const Compilers& compilers, const fs::path& prefix) {
  must_run({"cmake", "-S", source.string(), "-B", build.string(), "-D", "CMAKE_C_COMPILER=" + compilers.c, "-D",
            "CMAKE_CXX_COMPILER=" + compilers.cxx, "-D", "CMAKE_BUILD_TYPE=Release", "-D",
            "CMAKE_C_FLAGS=-Wall -Wextra -Wpedantic -Werror", "-D", "CMAKE_CXX_FLAGS=-Wall -Wextra -Wpedantic -Werror"},
           "/", prefix);
  must_run({"cmake", "--build", build.string()}, "/", prefix);
  std::vector<std::string> tests{"ctest", "--test-dir", build.string(), "--output-on-failure"};
  if (!has_checker(prefix)) tests.insert(tests.end(), {"-E", "[.]check$"});
  must_run(tests, "/", prefix);
}

std::vector<std::string> exported(const fs::path& library) {
  std::istringstream lines(must_run({"nm", "-D", "--defined-only", library.string()}, "/"));
  std::vector<std::string> names;
  for (std::string line; std::getline(lines, line);) names.push_back(line.substr(line.rfind(' ') + 1));
  return names;
}

}  // namespace datagen::test
