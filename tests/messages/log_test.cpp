// --log-format, --log-level, --log-file and --color.
#include <algorithm>
#include <nlohmann/json.hpp>
#include <regex>
#include <sstream>

#include "tests/host/program.hpp"
#include "tests/messages/terminal.hpp"
#include "tests/support/catch.hpp"

namespace datagen::test {
namespace {

using Json = nlohmann::json;

std::vector<Json> objects(const std::string& text) {
  std::vector<Json> all;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) all.push_back(Json::parse(line));
  return all;
}

const char* const kWrong = R"(tables:
  users:
    columns:
      id: {type: serail, primary_key: true}
      name: {type: text, nulable: "\u001b[31m"}
)";

// Eight checks that cannot be ensured: eight warnings of one sort.
std::string orbits() {
  std::string text =
      "tables:\n  orbits:\n    row_count: 5\n    columns:\n      id: {type: serial, primary_key: true}\n";
  std::string checks = "    check_constraints:\n";
  for (const char* name : {"a", "b", "c", "d", "e", "f", "g", "h"}) {
    text += std::string("      ") + name + ": {type: integer, nullable: false}\n";
    checks += std::string("      - \"") + name + " * " + name + " % 7 <> 3\"\n";
  }
  return text + checks;
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t n = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++n;
  return n;
}

}  // namespace

TEST_CASE("as JSON, standard error holds one object a line and nothing else") {
  Workplace place;
  place.write("work/wrong.yaml", kWrong);
  place.write("work/shop.json", kShop);
  place.write("work/orbits.yaml", orbits());

  const ProcessResult wrong = place.run({"validate", "wrong.yaml", "--log-format", "json"});
  CHECK(wrong.exit_code == 2);
  const auto faults = objects(wrong.err);
  REQUIRE(faults.size() == 2);
  for (const Json& fault : faults) {
    CHECK(fault.at("level") == "error");
    CHECK(fault.at("code") == 2);
    CHECK(fault.at("file") == "wrong.yaml");
    CHECK(fault.at("line").get<int>() >= 4);
    CHECK(fault.at("column").get<int>() > 1);
    CHECK(fault.at("subject").get<std::string>().starts_with("users."));
    CHECK_FALSE(fault.contains("time"));
  }

  const ProcessResult done = place.run({"generate", "shop.json", "--seed", "4", "--log-format=json", "-v"});
  REQUIRE(done.exit_code == 0);
  const Json summary = objects(done.err).back();
  CHECK(summary.at("level") == "info");
  CHECK(summary.at("rows") == 15);
  CHECK(summary.at("seed") == 4);
  CHECK(summary.at("bytes") == done.out.size());

  // None is grouped: programs count for themselves.
  const auto warnings = objects(place.run({"validate", "orbits.yaml", "--log-format", "json"}).err);
  CHECK(std::count_if(warnings.begin(), warnings.end(), [](const Json& one) { return one.at("level") == "warning"; }) ==
        8);

  // Faults of the command line, the configuration and the environment come in the form as well.
  CHECK(objects(place.run({"generate", "--sede", "--log-format", "json"}).err).at(0).at("code") == 1);
  place.command.environment["DATAGEN_LOG_FORMAT"] = "json";
  CHECK(objects(place.run({"genrate"}).err).size() == 1);
  place.write("work/datagen.toml", "seed = \n");
  CHECK(objects(place.run({"generate", "shop.json"}).err).at(0).at("line") == 1);
}

TEST_CASE("the level decides what is said") {
  Workplace place;
  place.write("work/shop.json", kShop);
  place.write("work/orbits.yaml", orbits());
  const auto said = [&](std::vector<std::string> words) {
    words.insert(words.begin(), {"generate", "orbits.yaml", "--seed", "1"});
    return place.run(words).err;
  };
  CHECK(said({"--log-level", "error"}).empty());
  CHECK(said({"-q"}).empty());
  CHECK(contains(said({}), "warning: "));
  CHECK(contains(said({"--log-level", "warning"}), "warning: "));
  CHECK_FALSE(contains(said({"--log-level", "warning"}), "info: "));
  CHECK(contains(said({"--log-level", "info"}), "datagen: info: plugin "));
  CHECK(said({"--log-level", "info"}).size() == said({"-v"}).size());
  // -q and -v are nearer than a level of the environment.
  place.command.environment["DATAGEN_LOG_LEVEL"] = "debug";
  CHECK(said({"-q"}).empty());
}

TEST_CASE("warnings of one sort are grouped, and -v shows all") {
  Workplace place;
  place.write("work/orbits.yaml", orbits());
  const ProcessResult some = place.run({"validate", "orbits.yaml"});
  CHECK(count(some.err, "cannot ensure") == 3);
  CHECK(contains(some.err, "datagen: warning: and 5 more like it; -v shows all\n"));
  const ProcessResult all = place.run({"validate", "orbits.yaml", "-v"});
  CHECK(count(all.err, "cannot ensure") == 8);
  CHECK_FALSE(contains(all.err, "more like it"));
}

TEST_CASE("a log file gets every message from its level, with times, and is appended to") {
  Workplace place;
  place.write("work/shop.json", kShop);
  place.write("work/orbits.yaml", orbits());
  const auto log = [&] { return read_file(place.path("work/run.log")); };
  REQUIRE(place.run({"generate", "shop.json", "--seed", "1", "-q", "--log-file", "run.log"}).err.empty());
  const std::regex line(
      "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}Z (error|warning|info|debug) .+");
  std::istringstream lines(log());
  std::size_t n = 0;
  for (std::string one; std::getline(lines, one); ++n) CHECK(std::regex_match(one, line));
  CHECK(n > 1);
  CHECK(contains(log(), " info datagen: 15 rows"));

  const std::size_t before = log().size();
  REQUIRE(place.run({"generate", "orbits.yaml", "--seed", "1", "--log-file", "run.log", "--log-level", "warning"})
              .exit_code == 0);
  const std::string added = log().substr(before);
  CHECK(count(added, " warning orbits.yaml:") == 8);
  CHECK_FALSE(contains(added, " info "));

  // A fault of the command line too, and as JSON.
  CHECK(place.run({"generate", "--sede", "--log-file", "run.json", "--log-format", "json"}).exit_code == 1);
  const auto kept = objects(read_file(place.path("work/run.json")));
  REQUIRE(kept.size() == 1);
  CHECK(std::regex_match(kept[0].at("time").get<std::string>(), std::regex("[-0-9]+T[:0-9]+\\.[0-9]{3}Z")));
  // A path in the configuration is relative to the file.
  place.write("work/sub/datagen.toml", "log_file = \"sub.log\"\n");
  CHECK(place.run({"--config", "sub/datagen.toml", "generate", "shop.json"}).exit_code == 0);
  CHECK(contains(read_file(place.path("work/sub/sub.log")), "15 rows"));
}

TEST_CASE("a log that can take no more is told once, and the run goes on") {
  Workplace place;
  place.write("work/shop.json", kShop);
  const ProcessResult result = place.run({"generate", "shop.json", "--seed", "1", "-q", "--log-file", "/dev/full"});
  CHECK(result.exit_code == 0);
  CHECK(count(result.err, "the log can take no more") == 1);
}

TEST_CASE("colours are for terminals, unless they are asked for or refused") {
  Workplace place;
  place.write("work/wrong.yaml", kWrong);
  place.command.environment["TERM"] = "xterm";
  place.command.environment["NO_COLOR"] = std::nullopt;
  const auto colored = [&](std::vector<std::string> words) {
    Command command = place.command;
    command.arguments = {DATAGEN_PROGRAM, "validate", "wrong.yaml"};
    command.arguments.insert(command.arguments.end(), words.begin(), words.end());
    const TerminalResult result = run_on_terminal(command, {});
    CHECK(result.exit_code == 2);
    return contains(result.sent, "\033[");
  };
  CHECK(colored({}));
  CHECK_FALSE(colored({"--color", "never"}));
  CHECK_FALSE(contains(place.run({"validate", "wrong.yaml"}).err, "\033["));
  CHECK(contains(place.run({"validate", "wrong.yaml", "--color=always"}).err, "\033[1;31merror\033[0m"));
  place.command.environment["TERM"] = "dumb";
  CHECK_FALSE(colored({}));
  place.command.environment["TERM"] = "xterm";
  place.command.environment["NO_COLOR"] = "1";
  CHECK_FALSE(colored({}));
  CHECK(colored({"--color", "always"}));
  // Colours are ours alone: what a description holds does not steer the terminal.
  CHECK_FALSE(contains(place.run({"validate", "wrong.yaml"}).err, "\033"));
}

}  // namespace datagen::test
