// What `datagen complete WORD...` offers to the shells.
#include <algorithm>
#include <chrono>
#include <sstream>

#include "tests/host/program.hpp"
#include "tests/support/catch.hpp"

namespace datagen::test {
namespace {

using Words = std::vector<std::string>;

struct Offer {
  std::string directive;
  Words words;  // without what they mean

  [[nodiscard]] bool has(const std::string& word) const {
    return std::find(words.begin(), words.end(), word) != words.end();
  }
};

Offer offer(const Workplace& place, Words words) {
  words.insert(words.begin(), "complete");
  const ProcessResult result = place.run(words);
  CHECK(result.exit_code == 0);
  CHECK(result.err.empty());
  Offer made;
  std::istringstream lines(result.out);
  std::getline(lines, made.directive);
  for (std::string line; std::getline(lines, line);) made.words.push_back(line.substr(0, line.find('\t')));
  return made;
}

// The options that help shows: "--seed".
Words options_in_help(const std::string& help) {
  Words options;
  for (std::size_t at = help.find("--"); at != std::string::npos; at = help.find("--", at + 2)) {
    const std::size_t end = help.find_first_not_of("abcdefghijklmnopqrstuvwxyz-", at);
    const bool starts_a_line = at >= 6 && (help.substr(at - 6, 6) == "      " || help[at - 2] == ',');
    if (starts_a_line && end > at + 2) options.push_back(help.substr(at, end - at));
  }
  return options;
}

}  // namespace

// Help and completions come from one table, so neither has an option that the other lacks.
TEST_CASE("every option of a command's help is offered for it") {
  const Workplace place;
  for (const Words& command : {Words{"generate"}, Words{"validate"}, Words{"plugin", "check"}, Words{"schema"}}) {
    Words asked = command;
    asked.emplace_back("--help");
    const Words options = options_in_help(place.run(asked).out);
    asked.back() = "--";
    const Offer made = offer(place, asked);
    INFO(command.front());
    CHECK(!options.empty());
    for (const std::string& option : options) {
      INFO(option);
      CHECK(made.has(option));
    }
  }
}

TEST_CASE("commands, their second words, options and choices are completed") {
  const Workplace place;
  const std::pair<Words, Words> cases[] = {
      {{"gen"}, {"generate"}},
      {{"-v", "val"}, {"validate"}},
      {{"plugin", "n"}, {"new"}},
      {{"generate", "--dat"}, {"--data-only"}},
      {{"generate", "--format", "co"}, {"copy"}},
      {{"generate", "--format=co"}, {"--format=copy"}},
      {{"generate", "-f", "co"}, {"copy"}},
      {{"generate", "--section", "p"}, {"pre-data", "post-data"}},
      {{"plugin", "new", "x", "--kind", "s"}, {"sink"}},
      {{"completion", ""}, {"bash", "zsh", "fish"}},
      {{"schema", "c"}, {"configuration"}},
      {{"help", "distr"}, {"distributions"}},
      {{"plugin", "info", "weighted_"}, {"weighted_enum"}},
      {{"generate", "--seed", ""}, {}},
      {{"version", ""}, {}},
      {{"nothing", ""}, {}},
  };
  for (const auto& [words, expected] : cases) {
    INFO(words.front() << " ... " << words.back());
    CHECK(offer(place, words).words == expected);
  }
  // What stands there already, and is allowed once, is not offered again.
  CHECK_FALSE(offer(place, {"generate", "--seed", "4", "--"}).has("--seed"));
  CHECK(offer(place, {"generate", "--rows", "4", "--"}).has("--rows"));
}

TEST_CASE("files are offered where a file is wanted, with the extensions that fit") {
  const Workplace place;
  CHECK(offer(place, {"generate", ""}).directive == ":files json toml yaml yml");
  CHECK(offer(place, {"generate", "-o", ""}).directive == ":files");
  CHECK(offer(place, {"generate", "--output-dir", ""}).directive == ":directories");
  CHECK(offer(place, {"--config", ""}).directive == ":files toml yaml yml");
  CHECK(offer(place, {"generate", "shop.json", ""}).directive == ":words");
}

// Tables come from the description that the command line, or the configuration, names; what cannot be read offers none.
TEST_CASE("the tables of the named description are completed") {
  Workplace place;
  place.write("work/shop.json", kShop);
  place.write("work/broken.json", "{\"tables\": {");
  CHECK(offer(place, {"generate", "shop.json", "--tables", ""}).words == Words{"users", "orders"});
  CHECK(offer(place, {"generate", "-i", "shop.json", "-t", "users,"}).words == Words{"users,orders"});
  CHECK(offer(place, {"generate", "shop.json", "--tables=us"}).words == Words{"--tables=users"});
  CHECK(offer(place, {"generate", "shop.json", "--rows", "or"}).words == Words{"orders="});
  CHECK(offer(place, {"generate", "shop.json", "--rows", "or"}).directive == ":words nospace");
  CHECK(offer(place, {"generate", "broken.json", "--tables", ""}).words.empty());
  CHECK(offer(place, {"generate", "none.json", "--tables", ""}).words.empty());
  CHECK(offer(place, {"generate", "--tables", ""}).words.empty());
  place.write("work/datagen.toml", "schema = \"shop.json\"\n");
  CHECK(offer(place, {"generate", "--tables", "o"}).words == Words{"orders"});
}

TEST_CASE("options of writers are completed for --set") {
  const Workplace place;
  const Offer all = offer(place, {"generate", "--set", ""});
  CHECK(all.directive == ":words nospace");
  CHECK(all.has("sql_insert.rows_per_insert="));
  CHECK(all.has("rows_per_insert="));
  CHECK_FALSE(offer(place, {"generate", "--format", "copy", "--set", ""}).has("rows_per_insert="));
}

TEST_CASE("a completion takes no longer than a keystroke") {
  Workplace place;
  place.write("work/shop.json", kShop);
  std::chrono::milliseconds best{1000};
  for (int i = 0; i < 5; ++i)
    best = std::min(best, place.run({"complete", "generate", "shop.json", "--format", "c"}).elapsed);
#if defined(NDEBUG)
  CHECK(best.count() < 50);
#else
  CHECK(best.count() < 1000);
#endif
}

}  // namespace datagen::test
