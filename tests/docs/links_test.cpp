// The pages hang together: links lead somewhere, and from README.md one comes to every page.
#include <algorithm>
#include <deque>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "tests/docs/pages.hpp"
#include "tests/docs/prose.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/process.hpp"

using namespace datagen::test;
namespace fs = std::filesystem;

namespace {

struct Target {
  fs::path file;
  std::string anchor;
};

// The relative links of a page, seen from the file system.
std::vector<Target> targets(const fs::path& page) {
  std::vector<Target> result;
  for (const std::string& link : links(read_file(page))) {
    if (link.find("://") != std::string::npos) continue;
    const std::size_t hash = std::min(link.find('#'), link.size());
    const fs::path file = hash == 0 ? page : (page.parent_path() / link.substr(0, hash)).lexically_normal();
    result.push_back({file, link.substr(std::min(hash + 1, link.size()))});
  }
  return result;
}

std::string listed(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

}  // namespace

TEST_CASE("Every relative link in the documentation leads to a file, and to a heading where it names one") {
  std::size_t n_links = 0;
  for (const fs::path& page : pages()) {
    for (const Target& target : targets(page)) {
      INFO(page << ": " << target.file << "#" << target.anchor);
      ++n_links;
      REQUIRE(fs::exists(target.file));
      if (target.anchor.empty()) continue;
      std::vector<std::string> anchors;
      for (const Heading& heading : headings(read_file(target.file))) anchors.push_back(heading.anchor);
      INFO("there are " << listed(anchors));
      CHECK(std::find(anchors.begin(), anchors.end(), target.anchor) != anchors.end());
    }
  }
  CHECK(n_links >= 100);
}

TEST_CASE("From README.md links lead to every page") {
  const std::vector<fs::path> all = pages();
  std::set<fs::path> reached{source_directory() / "README.md"};
  std::deque<fs::path> open{reached.begin(), reached.end()};
  for (; !open.empty(); open.pop_front()) {
    for (const Target& target : targets(open.front())) {
      const bool page = std::find(all.begin(), all.end(), target.file) != all.end();
      if (page && reached.insert(target.file).second) open.push_back(target.file);
    }
  }
  for (const fs::path& page : all) {
    INFO(page);
    CHECK(reached.contains(page));
  }
}

TEST_CASE("The cookbook lists every recipe") {
  const fs::path cookbook = source_directory() / "docs/cookbook.md";
  std::set<std::string> listed_recipes;
  for (const Target& target : targets(cookbook)) listed_recipes.insert(target.file.string() + "#" + target.anchor);
  std::size_t n_recipes = 0;
  for (const fs::path& page : pages()) {
    if (page.parent_path() != source_directory() / "docs/cookbook") continue;
    for (const Heading& heading : headings(read_file(page))) {
      if (heading.level != 2) continue;
      INFO(page << ": " << heading.text);
      CHECK(listed_recipes.contains(page.string() + "#" + heading.anchor));
      ++n_recipes;
    }
  }
  CHECK(n_recipes >= 20);
}

TEST_CASE("Every page begins with its only title, which no other page has") {
  std::map<std::string, fs::path> titles;
  for (const fs::path& page : pages()) {
    INFO(page);
    const std::vector<Heading> all = headings(read_file(page));
    REQUIRE_FALSE(all.empty());
    CHECK(read_file(page).starts_with("# " + all.front().text + "\n"));
    CHECK(std::count_if(all.begin(), all.end(), [](const Heading& each) { return each.level == 1; }) == 1);
    const auto [other, is_new] = titles.emplace(all.front().text, page);
    INFO("also the title of " << other->second);
    CHECK(is_new);
  }
}

TEST_CASE("Headings, links and tables are read as they are shown") {
  const std::string page =
      "# Keys\n"
      "## `a, b`: what [it](x.md#y) is\n"
      "## `a, b`: what [it](x.md#y) is\n"
      "See `[no](link.md)`.\n"
      "```sh\n"
      "# no heading [no](link.md)\n"
      "```\n"
      "| h | i |\n"
      "|---|---|\n"
      "| `a|b` | c \\| d |\n"
      "| 1 | |\n"
      "\n"
      "| x | y |\n"
      "|---|:-:|\n"
      "| 2 | `3` `4` |\n";
  const std::vector<Heading> all = headings(page);
  REQUIRE(all.size() == 3);
  CHECK(all[0].anchor == "keys");
  CHECK(all[0].level == 1);
  CHECK(all[1].anchor == "a-b-what-itxmdy-is");
  CHECK(all[2].anchor == all[1].anchor + "-1");
  CHECK(links(page) == std::vector<std::string>{"x.md#y", "x.md#y"});
  CHECK(table_rows(page) == std::vector<std::vector<std::string>>{{"`a|b`", "c \\| d"}, {"1", ""}, {"2", "`3` `4`"}});
  CHECK(code_spans("| `3` and `a b`") == std::vector<std::string>{"3", "a b"});
}
