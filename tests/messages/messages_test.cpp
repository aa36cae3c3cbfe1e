// Every message that a beginner's mistakes meet, in files that can be read from top to bottom: cases/*.txt.
//
//   === what is tried
//   --- NAME                 files that there are, with their contents; always there is shop.yaml (below)
//   $ COMMAND                as typed into a shell
//   [exit N]                 what it must do: exit code, and standard error as it is
//
// After a wanted change, DATAGEN_UPDATE_MESSAGES=1 makes the test write down what the program says.
#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <set>
#include <sstream>

#include "tests/host/program.hpp"
#include "tests/support/catch.hpp"

namespace datagen::test {
namespace {

namespace fs = std::filesystem;

const char* const kDescription = R"(tables:
  users:
    row_count: 5
    columns:
      id: {type: serial, primary_key: true}
      name: {type: text}
  orders:
    row_count: 10
    columns:
      id: {type: serial, primary_key: true}
      user_id: {type: integer, references: users.id}
)";

struct Case {
  std::string title, given;  // given: the lines up to the command, as they stand in the file
  std::vector<std::pair<std::string, std::string>> files;
  std::string command, expected;
};

std::vector<Case> read_cases(const fs::path& file) {
  std::vector<Case> cases;
  std::istringstream text(read_file(file));
  for (std::string line; std::getline(text, line);) {
    if (line.starts_with("=== ")) {
      cases.emplace_back().title = line.substr(4);
      continue;
    }
    REQUIRE_FALSE(cases.empty());
    Case& one = cases.back();
    if (!one.command.empty()) {
      one.expected += line + "\n";
      continue;
    }
    one.given += line + "\n";
    if (line.starts_with("$ ")) {
      one.command = line.substr(2);
    } else if (line.starts_with("--- ")) {
      one.files.emplace_back(line.substr(4), "");
    } else {
      REQUIRE_FALSE(one.files.empty());
      one.files.back().second += line + "\n";
    }
  }
  // Empty lines between cases.
  for (Case& one : cases) one.expected.erase(one.expected.find_last_not_of('\n') + 1);
  return cases;
}

std::string replaced(std::string text, const std::string& what, const std::string& by) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size())) {
    text.replace(at, what.size(), by);
  }
  return text;
}

struct Outcome {
  int exit_code = 0;
  std::string out, err, shown;
};

Outcome try_it(const Case& one) {
  Workplace place;
  place.write("work/shop.yaml", kDescription);
  for (const auto& [name, text] : one.files) place.write(fs::path("work") / name, text);
  Command command = place.command;
  const char* const path = std::getenv("PATH");
  command.environment["PATH"] = std::string(DATAGEN_PROGRAM_DIR) + ":" + (path == nullptr ? "/usr/bin:/bin" : path);
  command.arguments = {"/bin/sh", "-c", one.command};
  const ProcessResult result = run_process(command);
  Outcome outcome{result.exit_code, result.out, replaced(result.err, place.path("").string(), "/"), ""};
  outcome.shown = "[exit " + std::to_string(result.exit_code) + "]\n" + outcome.err;
  outcome.shown.erase(outcome.shown.find_last_not_of('\n') + 1);
  return outcome;
}

std::vector<fs::path> case_files() {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(DATAGEN_MESSAGE_CASES)) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  REQUIRE_FALSE(files.empty());
  return files;
}

// Words of the program's own inside, and of the libraries that it is made of.
const std::vector<std::string> kInternal{"exception", "nlohmann", "yaml-cpp", "toml++",  "boost",   "Node",
                                         "std::",     "what()",   "internal", "nullptr", "literal", "last read"};

// Whatever goes wrong: a documented exit code, nothing on standard output, an error that says "datagen: error", no line
// twice, nothing that only the program's authors understand, and no failure that is told as a consequence of another.
void check_manners(const Outcome& outcome) {
  const std::set<int> documented{0, 1, 2, 3, 4, 5, 6, 130};
  CHECK(documented.contains(outcome.exit_code));
  CHECK((outcome.exit_code == 0 || outcome.out.empty()));
  CHECK((outcome.exit_code == 0) != contains(outcome.err, "datagen: error: "));
  for (const std::string& word : kInternal) CHECK_FALSE(contains(outcome.err, word));
  CHECK_FALSE(contains(outcome.err, "ailed to"));
  std::set<std::string> headlines;
  std::istringstream lines(outcome.err);
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("datagen: ")) CHECK(headlines.insert(line).second);
  }
}

}  // namespace

TEST_CASE("every mistake is answered as it is written down") {
  const bool update = std::getenv("DATAGEN_UPDATE_MESSAGES") != nullptr;
  std::size_t tried = 0;
  for (const fs::path& file : case_files()) {
    std::string rewritten;
    for (const Case& one : read_cases(file)) {
      INFO(file.filename() << ": " << one.title);
      REQUIRE_FALSE(one.command.empty());
      const Outcome outcome = try_it(one);
      check_manners(outcome);
      if (!update) CHECK(outcome.shown == one.expected);
      rewritten += (rewritten.empty() ? "=== " : "\n=== ") + one.title + "\n" + one.given + outcome.shown + "\n";
      ++tried;
    }
    if (update) std::ofstream(file, std::ios::binary) << rewritten;
  }
  CHECK(tried >= 100);
}

// A place with a column is shown: the line that it names stands below, and the caret under the right column.
TEST_CASE("the line that a message speaks of is shown with a caret under its column") {
  for (const fs::path& file : case_files()) {
    for (const Case& one : read_cases(file)) {
      INFO(file.filename() << ": " << one.title);
      std::istringstream lines(one.expected);
      for (std::string line; std::getline(lines, line);) {
        for (const auto& [name, text] : one.files) {
          const std::string start = "datagen: error: " + name + ":";
          if (!line.starts_with(start)) continue;
          const auto colon = line.find(':', start.size());
          const auto number = static_cast<std::size_t>(std::atoi(line.c_str() + start.size()));
          if (number == 0 || colon == std::string::npos) continue;
          const auto column = static_cast<std::size_t>(std::atoi(line.c_str() + colon + 1));
          std::istringstream source(text);
          std::string written;
          for (std::size_t i = 0; i < number; ++i) std::getline(source, written);
          if (written.empty()) continue;
          std::string shown, caret;
          std::getline(lines, shown);
          std::getline(lines, caret);
          const bool plain = std::all_of(written.begin(), written.end(), [](char c) { return c >= ' ' && c < 127; });
          if (!plain || contains(shown, "…")) continue;  // tests/messages/snippet_test.cpp has these
          CHECK(shown.substr(8) == written);
          CHECK(caret.find('^') == 8 + std::min(column - 1, written.size()));
        }
      }
    }
  }
}

}  // namespace datagen::test
