// The conformance kit, run as a user runs it: on plugins that each break one rule, and on our own.
#include <algorithm>
#include <future>
#include <nlohmann/json.hpp>
#include <set>

#include "tests/host/program.hpp"
#include "tests/support/catch.hpp"

namespace datagen::test {
namespace {

using Words = std::vector<std::string>;
using Json = nlohmann::json;
namespace fs = std::filesystem;

std::string broken(const std::string& name) { return fs::path(DATAGEN_BROKEN_PLUGINS) / (name + ".so"); }

ProcessResult check(Words more) {
  const Workplace place;
  Words words{"plugin", "check"};
  words.insert(words.end(), more.begin(), more.end());
  return place.run(words);
}

Json json_of(const ProcessResult& result) {
  INFO(result.err);
  REQUIRE(Json::accept(result.out));
  return Json::parse(result.out);
}

// Names of the cases of a result by what became of them: "ok", "skipped" or "bad".
std::map<std::string, std::set<std::string>> by_status(const Json& result) {
  std::map<std::string, std::set<std::string>> names;
  for (const Json& one : result.at("cases")) {
    const auto status = one.at("status").get<std::string>();
    names[status == "ok" || status == "skipped" ? status : "bad"].insert(one.at("name").get<std::string>());
  }
  return names;
}

std::set<std::string> case_names() {
  std::set<std::string> names;
  const Json list = json_of(check({"--list", "--json"}));
  for (const Json& one : list.at("cases")) names.insert(one.at("name").get<std::string>());
  return names;
}

}  // namespace

// A plugin without a fault passes, and leaves no case without something to examine.
TEST_CASE("a plugin that keeps every rule passes every case") {
  const ProcessResult result = check({broken("sound"), "--json"});
  INFO(result.out);
  CHECK(result.exit_code == 0);
  const Json json = json_of(result);
  CHECK(by_status(json)["ok"] == case_names());
  CHECK(json.at("passed") == true);
}

// For each case there is a plugin that breaks its rule and no other: exactly that case fails.  Cases that rest on it
// may be skipped; all others pass.
TEST_CASE("each case is failed by the plugin that breaks its rule, and by no other") {
  const std::set<std::string> names = case_names();
  REQUIRE(names.size() >= 40);
  std::vector<std::string> queue(names.begin(), names.end());
  // Some at a time: much of a check is waiting.
  constexpr std::size_t kAtOnce = 4;
  for (std::size_t i = 0; i < queue.size(); i += kAtOnce) {
    std::vector<std::pair<std::string, std::future<ProcessResult>>> running;
    for (std::size_t k = i; k < std::min(i + kAtOnce, queue.size()); ++k) {
      REQUIRE(fs::exists(broken(queue[k])));
      running.emplace_back(queue[k], std::async(std::launch::async, check, Words{broken(queue[k]), "--json"}));
    }
    for (auto& [name, future] : running) {
      const ProcessResult result = future.get();
      INFO(name << "\n" << result.out << result.err);
      CHECK(result.exit_code == 6);
      auto found = by_status(json_of(result));
      CHECK(found["bad"] == std::set<std::string>{name});
      CHECK((name == "loads-alone" || name == "declarations-are-sound" || found["ok"].size() + 8 > names.size()));
    }
  }
}

// Whatever ends the process of one case is told as that, and the other cases run.
TEST_CASE("a plugin that hangs, quits or dies does not end the check") {
  const auto outcome = [](const std::string& plugin, const std::string& name) {
    const ProcessResult result = check({broken(plugin), "--json", "--timeout", "2", "--only", name + "|entry"});
    CHECK(result.exit_code == 6);
    const Json json = json_of(result);
    CHECK(json.at("cases").size() >= 2);
    for (const Json& one : json.at("cases")) {
      if (one.at("name") == name)
        return one.at("status").get<std::string>() + ": " + one.at("messages").at(0).get<std::string>();
    }
    return std::string("no such case");
  };
  CHECK(contains(outcome("hangs", "zero-rows"), "timed out: generator org.example.broken.numbers"));
  CHECK(contains(outcome("quits", "zero-rows"), "crashed: generator org.example.broken.numbers"));
  CHECK(contains(outcome("crashes-when-loaded", "loads-alone"), "SIGABRT"));
  CHECK(contains(outcome("hostile-options", "hostile-options"), "SIGABRT"));
}

TEST_CASE("our own plugins pass the whole check") {
  const TemporaryDirectory directory;
  const std::string database = "--set=datagen.sqlite.output=" + (directory.path() / "check.db").string();
  for (const char* name : {"copy", "sql_insert", "generators", "pg_archive", "sqlite"}) {
    std::vector<std::string> words{fs::path(DATAGEN_OWN_PLUGINS) / (std::string(name) + ".so")};
    if (std::string_view(name) == "sqlite") words.push_back(database);
    const ProcessResult result = check(words);
    INFO(name << "\n" << result.out << result.err);
    CHECK(result.exit_code == 0);
    CHECK(result.err.empty());
    CHECK(contains(result.out, "cases, "));
  }
}

// The same seed gives the same result, and --only chooses by name.
TEST_CASE("the cases that a pattern names are run") {
  const ProcessResult result = check({broken("sound"), "--only", "^zero|order$", "--seed", "7", "--json"});
  CHECK(result.exit_code == 0);
  const Json json = json_of(result);
  CHECK(json.at("seed") == 7);
  CHECK(by_status(json)["ok"] == std::set<std::string>{"any-order", "zero-rows"});
  const ProcessResult in_process = check({broken("sound"), "--in-process", "--json"});
  INFO(in_process.out << in_process.err);
  CHECK(in_process.exit_code == 0);
  CHECK(by_status(json_of(in_process))["bad"].empty());
  CHECK(by_status(json_of(in_process))["ok"].size() >= 40);
  // Nothing but skipped cases is no success.
  CHECK(check({fs::path(DATAGEN_OWN_PLUGINS) / "copy.so", "--only", "sink-orders"}).exit_code == 6);
}

TEST_CASE("options that a class cannot do without can be given") {
  const Words common{broken("sound"), "--only", "cardinality", "--json", "--set"};
  const auto with = [&](const std::string& setting) {
    Words words = common;
    words.push_back(setting);
    return check(words);
  };
  CHECK(with("org.example.broken.numbers.count=5").exit_code == 0);
  CHECK(with("numbers.label=some text").exit_code == 0);
  for (const char* wrong :
       {"count=5", "numbers.=5", "nonsense", "nobody.count=5", "numbers.counter=5", "numbers.count=0"}) {
    const ProcessResult result = with(wrong);
    INFO(wrong << "\n" << result.out << result.err);
    CHECK(result.exit_code == 1);
    CHECK(contains(result.err, "--set"));
  }
}

TEST_CASE("a wrong command line is told, and nothing is run") {
  const std::string sound = broken("sound");
  const std::pair<Words, const char*> cases[] = {{{}, "name the plugin's file"},
                                                 {{"/nowhere/x.so"}, "/nowhere/x.so"},
                                                 {{"/"}, "directory"},
                                                 {{sound, "--only", "("}, "regular expression"},
                                                 {{sound, "--only", "no such case"}, "--list"},
                                                 {{sound, "--seed", "-1"}, "--seed"},
                                                 {{sound, "--timeout", "0"}, "--timeout"},
                                                 {{sound, "--timeout", "nan"}, "--timeout"},
                                                 {{sound, "--frobnicate"}, "frobnicate"}};
  for (const auto& [words, expected] : cases) {
    const ProcessResult result = check(words);
    INFO(result.err);
    CHECK(result.exit_code == 1);
    CHECK(result.out.empty());
    CHECK(contains(result.err, expected));
  }
  const Workplace place;
  place.write("work/text.so", "no library");
  CHECK(place.run({"plugin", "check", "text.so"}).exit_code == 6);
}

// The documentation lists the cases, each with its sentence, in order.
TEST_CASE("the page about the check names every case with its sentence") {
  const std::string page = read_file(fs::path(DATAGEN_SOURCE_DIR) / "docs" / "plugin-check.md");
  const Json list = json_of(check({"--list", "--json"}));
  std::string table;
  for (const Json& one : list.at("cases")) {
    table += "| `" + one.at("name").get<std::string>() + "` | " + one.at("sentence").get<std::string>() + " |\n";
  }
  CHECK(contains(page, table));
}

}  // namespace datagen::test
