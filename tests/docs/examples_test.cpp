// What the documentation shows is what happens.  Blocks with file=NAME become files of the page's directory; console
// blocks are run there, and must print what they show and end with the exit code that they promise.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "tests/docs/markdown.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/process.hpp"

using namespace datagen::test;
namespace fs = std::filesystem;

namespace {

const fs::path source = DATAGEN_SOURCE_DIR;

std::vector<fs::path> pages() {
  std::vector<fs::path> result = {source / "README.md", source / "CONTRIBUTING.md"};
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(source / "docs")) {
    if (entry.path().extension() == ".md") result.push_back(entry.path());
  }
  std::sort(result.begin(), result.end());
  return result;
}

ProcessResult run(const std::string& command, const fs::path& directory) {
  const char* path = std::getenv("PATH");
  Command process;
  // What a page shows is what a terminal does: both streams.
  process.arguments = {"/bin/sh", "-c", "exec 2>&1\n" + command};
  process.directory = directory;
  process.environment["PATH"] = std::string(DATAGEN_PROGRAM_DIR) + ":" + (path != nullptr ? path : "/usr/bin:/bin");
  process.environment["HOME"] = directory.string();
  // The SDK as an installation has it.
  process.environment["CMAKE_PREFIX_PATH"] = DATAGEN_PREFIX;
  process.environment["PKG_CONFIG_PATH"] = DATAGEN_PREFIX "/share/pkgconfig";
  for (const char* name : {"DATAGEN_SEED", "DATAGEN_CONFIG", "DATAGEN_PLUGIN_PATH"}) {
    process.environment[name] = std::nullopt;
  }
  return run_process(process);
}

}  // namespace

TEST_CASE("Every example in the documentation does what the page says") {
  const std::set<std::string> runnable = {"json", "toml", "yaml", "cpp", "c", "cmake", "console"};
  std::size_t n_commands = 0;
  for (const fs::path& page : pages()) {
    const TemporaryDirectory directory;
    for (const CodeBlock& block : code_blocks(read_file(page))) {
      INFO(page << ":" << block.line);
      if (!block.file.empty()) static_cast<void>(directory.write(block.file, block.text));
      // An example that no command can use would not be tested.
      if (block.language != "console") CHECK(runnable.contains(block.language) == !block.file.empty());
      if (block.language != "console") continue;
      const std::vector<ConsoleCommand> commands = console_commands(block.text);
      for (std::size_t i = 0; i < commands.size(); ++i) {
        const ProcessResult result = run(commands[i].command, directory.path());
        CAPTURE(commands[i].command, commands[i].expected, result.out);
        CHECK(result.exit_code == (i + 1 == commands.size() ? block.exit_code : 0));
        CHECK(matches(commands[i].expected, result.out));
        ++n_commands;
      }
    }
  }
  CHECK(n_commands >= 10);
}

// Links to other pages and files lead somewhere.
TEST_CASE("Every relative link in the documentation leads to a file") {
  for (const fs::path& page : pages()) {
    const std::string text = read_file(page);
    for (std::size_t at = text.find("]("); at != std::string::npos; at = text.find("](", at + 2)) {
      std::string target = text.substr(at + 2, text.find(')', at) - at - 2);
      target.resize(std::min(target.size(), target.find('#')));
      if (target.empty() || target.find("://") != std::string::npos) continue;
      INFO(page << ": " << target);
      CHECK(fs::exists(page.parent_path() / target));
    }
  }
}

TEST_CASE("Shown output with gaps matches what it may stand for, and nothing else") {
  CHECK(matches("a\nb\n", "a\nb\n"));
  CHECK_FALSE(matches("a\nb\n", "a\nb\nc\n"));
  CHECK(matches("a\n...\n", "a\nb\nc\n"));
  CHECK(matches("a\n...\n", "a\n"));
  CHECK(matches("a\n...\nd\n", "a\nb\nc\nd\n"));
  CHECK(matches("a\n...\nd\n", "a\nd\n"));
  CHECK_FALSE(matches("a\n...\nd\n", "a\nxd\n"));
  CHECK(matches("took ... s\n", "took 1.5 s\n"));
  CHECK_FALSE(matches("took ... s\n", "took 1.5 m\n"));
}
