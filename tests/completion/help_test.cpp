// Help on commands and topics: what fits a screen, and what it shows works.
#include <algorithm>
#include <cstdlib>
#include <sstream>

#include "tests/host/program.hpp"
#include "tests/support/catch.hpp"

namespace datagen::test {
namespace {

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

std::vector<std::string> offered(const Workplace& place, const std::string& what) {
  std::vector<std::string> names;
  for (const std::string& line : lines_of(place.run({"complete", "help", ""}).out)) {
    const std::size_t tab = line.find('\t');
    if (tab != std::string::npos && line.substr(tab + 1) == what) names.push_back(line.substr(0, tab));
  }
  return names;
}

// Whether help's lines fit 80 columns and so many rows; what people copy may be longer.
void check_size(const std::string& text, std::size_t most_lines) {
  const std::vector<std::string> lines = lines_of(text);
  CHECK(lines.size() <= most_lines);
  for (const std::string& line : lines) {
    INFO(line);
    CHECK((line.size() <= 80 || line.starts_with("      ")));
  }
}

}  // namespace

TEST_CASE("help on every command and topic fits a screen") {
  const Workplace place;
  const std::vector<std::string> topics = offered(place, "a topic");
  CHECK(topics.size() >= 10);
  for (const std::string& topic : topics) {
    INFO(topic);
    const ProcessResult result = place.run({"help", topic});
    CHECK(result.exit_code == 0);
    CHECK(result.err.empty());
    check_size(result.out, 52);
  }
  for (const std::string& line : lines_of(place.run({"manual"}).out)) {
    if (!line.starts_with("datagen-") || !line.ends_with(".1")) continue;
    std::string command = line.substr(8, line.size() - 10);
    std::replace(command.begin(), command.end(), '-', ' ');
    INFO(command);
    std::vector<std::string> words{"help"};
    std::istringstream stream(command);
    for (std::string word; stream >> word;) words.push_back(word);
    const ProcessResult result = place.run(words);
    CHECK(result.exit_code == 0);
    check_size(result.out, 46);
    CHECK(contains(result.out, "usage: datagen " + command));
    CHECK(contains(result.out, "datagen " + command));
  }
  CHECK(place.run({"help"}).exit_code == 0);
}

// A block that begins with "# NAME" is that file; a line that begins with "$" is a command, which ends with 0.
TEST_CASE("the examples in topics of help work") {
  Workplace names;
  std::size_t commands = 0;
  for (const std::string& topic : offered(names, "a topic")) {
    Workplace place;
    const std::string path = DATAGEN_PROGRAM_DIR + std::string(":") + std::getenv("PATH");
    place.command.environment["PATH"] = path;
    std::string file, text;
    const auto write_file = [&] {
      if (!file.empty()) place.write("work/" + file, text);
      file.clear();
      text.clear();
    };
    for (const std::string& line : lines_of(names.run({"help", topic}).out)) {
      if (line.starts_with("  # ")) {
        file = line.substr(4);
      } else if (!file.empty() && line.starts_with("  ")) {
        text += line.substr(2) + "\n";
      } else {
        write_file();
      }
      if (!line.starts_with("  $ ")) continue;
      Command command = place.command;
      command.arguments = {"/bin/sh", "-c", line.substr(4)};
      const ProcessResult result = run_process(command);
      INFO(topic << ": " << line << "\n" << result.err);
      CHECK(result.exit_code == 0);
      ++commands;
    }
  }
  CHECK(commands >= 15);
}

TEST_CASE("an unknown topic is refused with the nearest one") {
  const ProcessResult result = Workplace().run({"help", "distribution"});
  CHECK(result.exit_code == 1);
  CHECK(contains(result.err, "did you mean 'distributions'"));
}

}  // namespace datagen::test
