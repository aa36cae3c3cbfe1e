// What the documentation shows is what happens.  Blocks with file=NAME become files of the page's directory; console
// blocks are run there, and must print what they show and end with the exit code that they promise.
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "tests/docs/markdown.hpp"
#include "tests/docs/pages.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/process.hpp"

using namespace datagen::test;

TEST_CASE("Every example in the documentation does what the page says") {
  const std::set<std::string> runnable = {"json", "toml", "yaml", "cpp", "c", "cmake", "console"};
  std::size_t n_commands = 0;
  for (const std::filesystem::path& page : pages()) {
    const TemporaryDirectory directory;
    for (const CodeBlock& block : code_blocks(read_file(page))) {
      INFO(page << ":" << block.line);
      if (!block.file.empty()) static_cast<void>(directory.write(block.file, block.text));
      // An example that no command can use would not be tested.
      if (block.language != "console") CHECK(runnable.contains(block.language) == !block.file.empty());
      if (block.language != "console") continue;
      const std::vector<ConsoleCommand> commands = console_commands(block.text);
      for (std::size_t i = 0; i < commands.size(); ++i) {
        const ProcessResult result = run_as_reader(commands[i].command, directory.path());
        CAPTURE(commands[i].command, commands[i].expected, result.out);
        CHECK(result.exit_code == (i + 1 == commands.size() ? block.exit_code : 0));
        CHECK(matches(commands[i].expected, result.out));
        ++n_commands;
      }
    }
  }
  CHECK(n_commands >= 10);
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
