// Progress as users see it: on a terminal, and in lines.
#include <algorithm>
#include <csignal>
#include <nlohmann/json.hpp>
#include <regex>
#include <sstream>

#include "tests/host/program.hpp"
#include "tests/messages/terminal.hpp"
#include "tests/support/catch.hpp"

namespace datagen::test {
namespace {

using Words = std::vector<std::string>;

// Runs until it is interrupted, on any machine.
const Words kEndless{"generate", "shop.json", "--seed", "1", "--rows", "2000000000", "--jobs", "1"};

class Shop : public Workplace {
 public:
  Shop() {
    write("work/shop.json", kShop);
    command.environment["TERM"] = "xterm";
    command.environment["NO_COLOR"] = std::nullopt;
  }

  // As from a shell whose standard output is not the terminal, unless the words say so.
  [[nodiscard]] TerminalResult on_terminal(const Words& words, TerminalSetup setup,
                                           const std::string& output = "> out.sql") const {
    Command complete = command;
    complete.arguments = {"/bin/sh", "-c", "exec \"$@\" " + output, "sh", DATAGEN_PROGRAM};
    complete.arguments.insert(complete.arguments.end(), words.begin(), words.end());
    complete.timeout = std::chrono::seconds(60);
    return run_on_terminal(complete, setup);
  }
};

Words with(Words words, const Words& more) {
  words.insert(words.end(), more.begin(), more.end());
  return words;
}

const TerminalSetup kInterrupted{80, SIGINT, std::chrono::milliseconds(1500)};

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

}  // namespace

TEST_CASE("a terminal shows progress, which is gone when the run ends") {
  const Shop place;
  const TerminalResult result = place.on_terminal(kEndless, kInterrupted, "> /dev/null");
  INFO(result.sent);
  CHECK(result.exit_code == 130);
  CHECK(contains(result.sent, "users  ["));
  CHECK(contains(result.sent, "of 2,000,000,000 rows"));
  CHECK(contains(result.sent, "rows/s"));
  CHECK(contains(result.sent, "left"));
  REQUIRE_FALSE(result.lines.empty());
  CHECK(contains(result.lines[0], "interrupted"));
  for (const std::string& line : result.lines) CHECK_FALSE(contains(line, "rows"));
}

TEST_CASE("a second interruption takes the display away as well") {
  Shop place;
  place.command.environment["SHELL"] = "/bin/sh";
  Command command = place.command;
  // Two signals, the second right after the first.
  command.arguments = {"/bin/sh", "-c",
                       "\"$@\" > /dev/null & pid=$!; sleep 1.5; kill -INT $pid; kill -INT $pid; wait $pid; exit $?",
                       "sh", DATAGEN_PROGRAM};
  command.arguments.insert(command.arguments.end(), kEndless.begin(), kEndless.end());
  // A shell's background jobs ignore SIGINT, unless they have jobs of their own.
  command.arguments[2] = "set -m; " + command.arguments[2];
  const TerminalResult result = run_on_terminal(command, {});
  INFO(result.sent);
  CHECK(result.exit_code == 130);
  CHECK(contains(result.sent, "users  ["));
  for (const std::string& line : result.lines) CHECK_FALSE(contains(line, "rows"));
}

// No line that is drawn is as wide as the terminal, so that none wraps, which could not be erased.
TEST_CASE("the display fits a narrow terminal") {
  const Shop place;
  for (const unsigned short columns : std::vector<unsigned short>{20, 40}) {
    const TerminalResult result =
        place.on_terminal(kEndless, {columns, SIGINT, std::chrono::milliseconds(1200)}, "> /dev/null");
    INFO(result.sent);
    REQUIRE(contains(result.sent, "users"));
    std::string text = std::regex_replace(result.sent, std::regex("\033\\[[0-9;]*[A-Za-z]"), "\n");
    std::replace(text.begin(), text.end(), '\r', '\n');
    for (const std::string& line : lines_of(text)) {
      if (contains(line, "datagen:")) break;
      CHECK(line.size() < columns);
    }
    for (const std::string& line : result.lines) CHECK_FALSE(contains(line, "users"));
  }
}

TEST_CASE("nothing is drawn when nobody would see it as it is meant") {
  Shop place;
  const auto drawn = [&](const Words& words, const std::string& output = "> /dev/null") {
    const TerminalResult result = place.on_terminal(words, {80, SIGINT, std::chrono::milliseconds(1000)}, output);
    CHECK(result.exit_code == 130);
    return contains(result.sent, "\033[") || contains(result.sent, "users");
  };
  CHECK(drawn(kEndless));
  CHECK_FALSE(drawn(with(kEndless, {"--progress", "never", "--color", "never"})));
  CHECK_FALSE(drawn(with(kEndless, {"-q", "--color", "never"})));
  CHECK_FALSE(drawn(with(kEndless, {"--log-format", "json"})));
  place.command.environment["TERM"] = "dumb";
  CHECK_FALSE(drawn(kEndless));
  place.command.environment["TERM"] = "xterm";
  place.command.environment["DATAGEN_PROGRESS"] = "never";
  CHECK_FALSE(drawn(with(kEndless, {"--color", "never"})));
  place.command.environment["DATAGEN_PROGRESS"] = std::nullopt;
  // Data and progress on one terminal would mix.
  const TerminalResult both = place.on_terminal({"generate", "shop.json", "--seed", "1", "--rows", "30000"}, {}, "");
  CHECK(both.exit_code == 0);
  CHECK_FALSE(contains(both.sent, "\033["));
  // A run that is over at once shows its summary only.
  const TerminalResult brief = place.on_terminal({"generate", "shop.json", "--seed", "1"}, {});
  CHECK(brief.lines.size() == 1);
  CHECK_FALSE(contains(brief.sent, "\033["));
}

// Numbers only grow, the last line of a table is the table, and data is as without.
TEST_CASE("lines tell of progress where there is no terminal") {
  const Shop place;
  const Words run{"generate", "shop.json", "--seed", "1", "--rows", "20000"};
  const ProcessResult silent = place.run(run);
  const ProcessResult told = place.run(with(run, {"--progress", "always"}));
  REQUIRE(told.exit_code == 0);
  CHECK(told.out == silent.out);
  CHECK_FALSE(contains(silent.err, "progress"));
  CHECK_FALSE(contains(told.err, "\033"));
  CHECK_FALSE(contains(told.err, "\r"));
  const std::vector<std::string> lines = lines_of(told.err);
  REQUIRE(lines.size() >= 3);
  CHECK(std::regex_match(lines[lines.size() - 3], std::regex("progress: users: 20,000 rows, [0-9.]+ kB, done")));
  CHECK(std::regex_match(lines[lines.size() - 2], std::regex("progress: orders: 20,000 rows, [0-9.]+ kB, done")));
  CHECK(lines.back().starts_with("datagen: 40,000 rows"));
  // Asked for by name, it is told even when nothing else is.
  CHECK(contains(place.run(with(run, {"--progress", "always", "-q"})).err, "progress: orders: 20,000 rows"));
}

TEST_CASE("a long run tells every few seconds how far it is") {
  Shop place;
  place.command.output_file = "/dev/null";
  place.command.signals = {{SIGINT, std::chrono::milliseconds(5000), 0}};
  const ProcessResult result = place.run(with(kEndless, {"--progress", "always", "--log-format", "json"}));
  CHECK(result.exit_code == 130);
  INFO(result.err);
  std::uint64_t before = 0;
  std::size_t told = 0;
  for (const std::string& line : lines_of(result.err)) {
    const auto object = nlohmann::json::parse(line);
    if (!object.contains("rows_total")) continue;
    CHECK(object.at("table") == "users");
    CHECK(object.at("rows_total") == 2'000'000'000);
    CHECK(object.at("rows") > before);
    CHECK(object.at("bytes") > object.at("rows"));
    before = object.at("rows");
    ++told;
  }
  CHECK(told >= 1);
  CHECK(told <= 3);
}

// What is told of a shard is the shard's.
TEST_CASE("a shard's progress is of its own rows") {
  const Shop place;
  const ProcessResult result = place.run({"generate", "shop.json", "--seed", "1", "--rows", "20000", "--shard", "1/4",
                                          "--progress", "always", "--log-format", "json"});
  REQUIRE(result.exit_code == 0);
  const auto first = nlohmann::json::parse(lines_of(result.err).front());
  CHECK(first.at("rows_total") == 5000);
  CHECK(first.at("rows") == 5000);
}

}  // namespace datagen::test
