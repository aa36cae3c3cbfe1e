// The command line: what is understood, what is refused, and where it is said.
#include <nlohmann/json.hpp>
#include <sstream>

#include "tests/host/program.hpp"
#include "tests/support/catch.hpp"

namespace datagen::test {
namespace {

using Words = std::vector<std::string>;

std::size_t longest_line(const std::string& text) {
  std::istringstream stream(text);
  std::size_t longest = 0;
  for (std::string line; std::getline(stream, line);) longest = std::max(longest, line.size());
  return longest;
}

}  // namespace

TEST_CASE("help fits a screen, goes to standard output and exits with 0") {
  const Workplace place;
  for (const Words& words :
       {Words{"--help"}, Words{"help"}, Words{"generate", "--help"}, Words{"help", "generate"}, Words{"validate", "-h"},
        Words{"plugin", "list", "--help"}, Words{"plugin", "info", "--help"}, Words{"version", "--help"},
        Words{"--config", "nowhere.toml", "generate", "--help"}}) {
    INFO(words.front() << " " << words.back());
    const ProcessResult result = place.run(words);
    CHECK(result.exit_code == 0);
    CHECK(result.err.empty());
    CHECK(contains(result.out, "usage: datagen"));
    CHECK(longest_line(result.out) <= 80);
    CHECK(std::count(result.out.begin(), result.out.end(), '\n') <= 48);
  }
  CHECK(place.run({"plugin", "--help"}).exit_code == 0);
}

// Whatever is misspelt, the message names it and the nearest right word, on standard error alone.
TEST_CASE("what is unknown is refused with the nearest known word") {
  Workplace place;
  place.write("work/shop.json", kShop);
  const std::pair<Words, const char*> cases[] = {
      {{"genrate"}, "did you mean 'generate'"},
      {{"plugin", "lst"}, "did you mean 'list'"},
      {{"generate", "shop.json", "--sed", "4"}, "did you mean '--seed'"},
      {{"generate", "shop.json", "--fromat=copy"}, "did you mean '--format'"},
      {{"--plugin-dri", "x", "generate"}, "did you mean '--plugin-dir'"},
      {{"--seed", "4", "generate"}, "come after it"},
      {{"generate", "shop.json", "--format", "cpoy"}, "did you mean 'copy'"},
      {{"generate", "shop.json", "--tables", "user"}, "did you mean 'users'"},
      {{"generate", "shop.json", "--exclude-tables", "users,odrers"}, "did you mean 'orders'"},
      {{"generate", "shop.json", "--rows", "user=3"}, "did you mean 'users'"},
      {{"generate", "shop.json", "shop.json"}, "unexpected argument"},
      {{"generate", "shop.json", "-i", "shop.json"}, "named twice"},
      {{"generate", "shop.json", "--seed", "1", "--seed", "2"}, "more than once"},
      {{"generate", "shop.json", "--seed"}, "--seed"},
      {{"generate", "shop.json", "--schema-only", "--data-only"}, "leave nothing"},
      {{"generate", "shop.json", "-q", "-v"}, "contradict"},
      {{"generate", "shop.json", "--set", "rows_per_insert"}, "OPTION=VALUE"},
      {{"generate", "shop.json", "--set", "copy.x=1"}, "--format"},
      {{"generate"}, "no description"},
      {{"generate", "nothing.json"}, "nothing.json"},
      {{"generate", "."}, "cannot read"},
      {{"--config", "nothing.toml", "generate"}, "nothing.toml"},
      {{"--plugin-dir", "nowhere", "generate", "shop.json"}, "nowhere"},
      {{"plugin", "info", "emial"}, "emial"},
      {{"plugin", "info", "./nothing.so"}, "nothing.so"},
      {{"plugin"}, "list, info"},
      {{"-v"}, "no command"},
      {{"help", "genrate"}, "did you mean 'generate'"},
  };
  for (const auto& [words, part] : cases) {
    const ProcessResult result = place.run(words);
    INFO("expected '" << part << "' in: " << result.err);
    CHECK(result.exit_code == 1);
    CHECK(result.out.empty());
    CHECK(contains(result.err, part));
  }
}

TEST_CASE("numbers are checked, and the message says what is allowed") {
  Workplace place;
  place.write("work/shop.json", kShop);
  const std::pair<const char*, Words> cases[] = {
      {"--rows", {"-5", "abc", "", "1.5", "users=-1", "users=", "9223372036854775808", "1e3", " 1", "0x10"}},
      {"--seed", {"abc", "-1", "", "18446744073709551616", "1.0", "+1"}},
      {"--jobs", {"-1", "x", "4097", ""}},
      {"--batch-size", {"0", "-1", "1048577", "1k"}},
      {"--as-of", {"yesterday", "2025-13-01", "2025-02-30", ""}},
  };
  for (const auto& [option, values] : cases) {
    for (const std::string& value : values) {
      const ProcessResult result = place.run({"generate", "shop.json", option, value});
      INFO(option << " '" << value << "': " << result.err);
      CHECK(result.exit_code == 1);
      CHECK(result.out.empty());
      CHECK(contains(result.err, option));
    }
  }
  for (const Words& words : {Words{"--seed", "18446744073709551615"}, Words{"--jobs", "0"}, Words{"--rows", "0"},
                             Words{"--rows=users=3"}, Words{"--as-of", "now"}, Words{"-j", "2"}}) {
    Words all{"generate", "shop.json"};
    all.insert(all.end(), words.begin(), words.end());
    const ProcessResult result = place.run(all);
    INFO(words.front() << ": " << result.err);
    CHECK(result.exit_code == 0);
  }
}

TEST_CASE("global options count before and after the command") {
  Workplace place;
  place.write("work/shop.json", kShop);
  for (const Words& words : {Words{"-v", "generate", "shop.json"}, Words{"generate", "-v", "shop.json"},
                             Words{"generate", "shop.json", "--verbose"}}) {
    const ProcessResult result = place.run(words);
    CHECK(result.exit_code == 0);
    CHECK(contains(result.err, "settings:"));
  }
  CHECK(place.run({"generate", "shop.json", "--quiet"}).err.empty());
}

TEST_CASE("the version is told in three ways") {
  const Workplace place;
  CHECK(place.run({"version", "--short"}).out == DATAGEN_VERSION "\n");
  const auto json = nlohmann::json::parse(place.run({"version", "--json"}).out);
  CHECK(json.at("version") == DATAGEN_VERSION);
  CHECK(json.at("plugin_abi") == "1.0");
  CHECK(contains(place.run({"--version"}).out, "datagen " DATAGEN_VERSION));
}

TEST_CASE("validate tells all faults with their places, as text and as JSON") {
  Workplace place;
  place.write("work/shop.json", kShop);
  place.write("work/bad.json",
              "{\"tables\": {\"t\": {\"columns\": [\n{\"name\": \"a\", \"type\": \"intger\"},\n"
              "{\"name\": \"b\", \"typ\": \"text\"}]}}}");
  const ProcessResult good = place.run({"validate", "shop.json"});
  CHECK(good.exit_code == 0);
  CHECK(good.out.empty());
  CHECK(contains(good.err, "ok"));
  CHECK(nlohmann::json::parse(place.run({"validate", "shop.json", "--json"}).out).at("valid") == true);

  const ProcessResult bad = place.run({"validate", "bad.json"});
  CHECK(bad.exit_code == 2);
  CHECK(bad.out.empty());
  CHECK(contains(bad.err, "bad.json:2:"));
  CHECK(contains(bad.err, "bad.json:3:"));
  const ProcessResult machine = place.run({"validate", "bad.json", "--json"});
  CHECK(machine.exit_code == 2);
  const auto json = nlohmann::json::parse(machine.out);
  CHECK(json.at("valid") == false);
  REQUIRE(json.at("faults").size() >= 2);
  CHECK(json["faults"][0].at("line") == 2);
  CHECK(json["faults"][0].at("file") == "bad.json");
  CHECK(place.run({"generate", "bad.json"}).exit_code == 2);

  place.write("work/syntax.json", "{\"tables\": ");
  CHECK(place.run({"validate", "syntax.json"}).exit_code == 2);
  CHECK(place.run({"validate", "nothing.json"}).exit_code == 1);
}

// No fault is told twice.
TEST_CASE("a message is printed once") {
  Workplace place;
  place.write("work/bad.json", R"({"tables": {"t": {"columns": [{"name": "a", "type": "intger"}]}}})");
  const std::string text = place.run({"validate", "bad.json"}).err;
  const auto first = text.find("intger");
  REQUIRE(first != std::string::npos);
  CHECK(text.find("bad.json:", first + 1) == std::string::npos);
}

TEST_CASE("a dry run shows tables, rows and columns, and writes nothing") {
  Workplace place;
  place.write("work/shop.json", kShop);
  const ProcessResult result = place.run({"generate", "shop.json", "--dry-run", "-o", "out.sql", "--rows", "users=7"});
  CHECK(result.exit_code == 0);
  CHECK(result.out.empty());
  CHECK(contains(result.err, "users: 7 rows"));
  CHECK(contains(result.err, "user_id"));
  CHECK(place.files("work") == Words{"shop.json"});
}

TEST_CASE("without a seed one is taken, and told so that the run can be repeated") {
  Workplace place;
  place.write("work/shop.json", kShop);
  const ProcessResult first = place.run({"generate", "shop.json", "--rows", "users=200"});
  REQUIRE(first.exit_code == 0);
  const auto at = first.err.find("--seed ");
  REQUIRE(at != std::string::npos);
  const std::string seed = first.err.substr(at + 7, first.err.find_first_of(" \n", at + 7) - at - 7);
  const ProcessResult again = place.run({"generate", "shop.json", "--rows", "users=200", "--seed", seed});
  CHECK(again.out == first.out);
  CHECK_FALSE(contains(again.err, "repeat"));
  CHECK(place.run({"generate", "shop.json", "--rows", "users=200"}).out != first.out);
}

TEST_CASE("a description comes from standard input in each of its ways") {
  Workplace place;
  place.write("work/shop.json", kShop);
  const std::string expected = place.run({"generate", "shop.json", "--seed", "1"}).out;
  REQUIRE_FALSE(expected.empty());
  place.command.input = kShop;
  CHECK(place.run({"generate", "-", "--seed", "1"}).out == expected);
  CHECK(place.run({"generate", "-i", "-", "--seed", "1"}).out == expected);
  CHECK(place.run({"generate", "--input=-", "--seed", "1"}).out == expected);
}

}  // namespace datagen::test
