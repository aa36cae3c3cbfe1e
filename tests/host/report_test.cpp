// The page of generate --report, as XML, as a browser has it, and against the data that it is about.
#include <algorithm>
#include <fstream>
#include <map>
#include <regex>
#include <set>

#include "tests/host/program.hpp"
#include "tests/support/catch.hpp"

namespace datagen::test {
namespace {

using Words = std::vector<std::string>;

const char* const kDescription = R"yaml(
database: {name: "report & <test>"}
tables:
  makers:
    comment: who makes <b>what</b>
    row_count: 300
    columns:
      id: {type: serial, primary_key: true}
      name: {type: varchar(60), nullable: false}
      founded: {type: date, null_fraction: 0.4}
      country: {type: char(2), nullable: false}
  models:
    row_count: 4000
    columns:
      id: {type: bigserial, primary_key: true}
      maker_id: {type: integer, references: makers.id, null_fraction: 0.1}
      price: {type: "numeric(8,2)", generator: decimal_range, generator_config: {min: 1, max: 900}}
      state: {type: text, generator: enum, generator_config: {values: [new, used, "<script>alert(1)</script>"]}}
      weight: {type: double precision, null_fraction: 0.25}
  parts:
    row_count: 20
    columns:
      model_id: {type: bigint, references: models.id}
      parent: {type: integer, references: parts.id}
      id: {type: integer, primary_key: true}
  nothing: {row_count: 0, columns: {id: {type: integer}}}
)yaml";

std::string page_of(Workplace& place, const Words& more = {}) {
  place.write("work/made.yaml", kDescription);
  Words words{"-q", "generate", "made.yaml", "--seed", "8", "-o", "made.sql", "--format", "copy", "--report", "r.html"};
  words.insert(words.end(), more.begin(), more.end());
  const ProcessResult result = place.run(words);
  CAPTURE(result.err);
  REQUIRE(result.exit_code == 0);
  return read_file(place.path("work/r.html"));
}

ProcessResult run_tool(const Workplace& place, Words words) {
  Command command = place.command;
  command.arguments = std::move(words);
  command.directory = place.path("work");
  return run_process(command);
}

// Of each column of the dump: how many values are null, and how many others there are.
struct Counts {
  std::uint64_t rows = 0, nulls = 0;
  std::set<std::string> values;
};

std::map<std::string, Counts> counts_of(const std::string& script) {
  std::map<std::string, Counts> counts;
  std::vector<Counts*> columns;
  std::istringstream lines(script);
  for (std::string line; std::getline(lines, line);) {
    if (columns.empty() && line.starts_with("COPY ")) {
      const std::string table = line.substr(5, line.find(" (") - 5);
      std::istringstream names(line.substr(line.find('(') + 1, line.find(')') - line.find('(') - 1));
      for (std::string name; names >> name;) {
        name.erase(std::remove(name.begin(), name.end(), ','), name.end());
        columns.push_back(&counts[table + "." + name]);
      }
    } else if (line == "\\.") {
      columns.clear();
    } else if (!columns.empty()) {
      std::istringstream cells(line);
      std::string cell;
      for (Counts* column : columns) {
        std::getline(cells, cell, '\t');
        ++column->rows;
        if (cell == "\\N")
          ++column->nulls;
        else
          column->values.insert(cell);
      }
    }
  }
  return counts;
}

}  // namespace

TEST_CASE("the report is well-formed, needs no network, and shows hostile text as text") {
  Workplace place;
  const std::string page = page_of(place);
  place.write("work/parse.py",
              "import xml.etree.ElementTree as E\n"
              "E.fromstring(open('r.html', encoding='utf-8').read().replace('<!DOCTYPE html>', ''))\n");
  const ProcessResult parsed = run_tool(place, {"python3", "parse.py"});
  CAPTURE(parsed.err);
  CHECK(parsed.exit_code == 0);
  for (const char* outside : {"http:", "https:", "src=", "@import", "<script"}) {
    CAPTURE(outside);
    CHECK_FALSE(contains(page, outside));
  }
  CHECK(contains(page, "report &amp; &lt;test&gt;"));
  CHECK(contains(page, "&lt;script&gt;"));
  CHECK(contains(page, "who makes &lt;b&gt;what"));
}

TEST_CASE("counts of nulls and distinct values on the report are those of the data") {
  Workplace place;
  const std::string page = page_of(place);
  const auto counts = counts_of(read_file(place.path("work/made.sql")));
  REQUIRE(counts.size() == 12);
  const std::regex row(
      "<tr><th scope=\"row\">(\\w+).*?</th><td>.*?</td><td>.*?</td><td class=\"number\">(.*?)</td><td "
      "class=\"number\">(.*?)</td>");
  std::size_t compared = 0;
  for (std::size_t at = page.find("<section id="); at != std::string::npos;) {
    const std::size_t end = page.find("<section id=", at + 1);
    const std::string section = page.substr(at, end - at);
    at = end;
    const std::size_t name = section.find("<h2>") + 4;
    const std::string table = section.substr(name, section.find("</h2>") - name);
    for (std::sregex_iterator match(section.begin(), section.end(), row), none; match != none; ++match) {
      const Counts& expected = counts.at(table + "." + (*match)[1].str());
      CAPTURE(table, (*match)[1].str(), (*match)[2].str(), (*match)[3].str());
      std::string distinct = (*match)[3];
      distinct.erase(std::remove(distinct.begin(), distinct.end(), ','), distinct.end());
      CHECK(std::stoull(distinct) == expected.values.size());
      const std::string nulls = (*match)[2];
      const double share = 100.0 * static_cast<double>(expected.nulls) / static_cast<double>(expected.rows);
      CHECK(std::abs((nulls.empty() ? 0 : std::stod(nulls)) - share) < 0.06);
      ++compared;
    }
  }
  CHECK(compared == 12);
}

// Invariant: a sample's estimate lies near the true number, for columns with few, many and all different values.
TEST_CASE("distinct values of large tables are estimated") {
  Workplace place;
  const std::string page = page_of(place, {"--rows", "models=60000"});
  CHECK(contains(page, "60,000 rows"));
  CHECK(contains(page, "figures from a sample of 10,000"));
  const auto counts = counts_of(read_file(place.path("work/made.sql")));
  for (const char* column : {"id", "maker_id", "price", "state"}) {
    const std::regex row(
        "<tr><th scope=\"row\">" + std::string(column) +
        "<.*?</th><td>.*?</td><td>.*?</td><td class=\"number\">.*?</td><td class=\"number\">about (.*?)</td>");
    const std::regex row_without_key(
        "<tr><th scope=\"row\">" + std::string(column) +
        "</th><td>.*?</td><td>.*?</td><td class=\"number\">.*?</td><td class=\"number\">about (.*?)</td>");
    const std::string section = page.substr(page.find("<h2>models</h2>"));
    std::smatch match;
    CAPTURE(column);
    REQUIRE((std::regex_search(section, match, row_without_key) || std::regex_search(section, match, row)));
    std::string text = match[1];
    text.erase(std::remove(text.begin(), text.end(), ','), text.end());
    const double ratio =
        std::stod(text) / static_cast<double>(counts.at(std::string("models.") + column).values.size());
    CAPTURE(ratio);
    CHECK(ratio > 0.7);
    CHECK(ratio < 1.3);
  }
}

TEST_CASE("a browser shows the report, light and dark") {
  Workplace place;
  page_of(place);
  const std::string address = "file://" + place.path("work/r.html").string();
  const Words browser{"chromium",
                      "--headless",
                      "--no-sandbox",
                      "--disable-gpu",
                      "--disable-dev-shm-usage",
                      "--hide-scrollbars",
                      "--window-size=1200,1600"};
  const auto with = [&](Words more) {
    Words words = browser;
    words.insert(words.end(), more.begin(), more.end());
    words.push_back(address);
    return run_tool(place, words);
  };
  const ProcessResult document = with({"--dump-dom"});
  CAPTURE(document.err);
  REQUIRE(document.exit_code == 0);
  for (const char* table : {"makers", "models", "parts", "nothing"})
    CHECK(contains(document.out, std::string("<h2>") + table + "</h2>"));

  std::map<std::string, std::string> pictures;
  for (const char* scheme : {"0", "1"}) {  // dark, light
    const std::string name = std::string("shot") + scheme + ".png";
    with({"--screenshot=" + name, std::string("--blink-settings=preferredColorScheme=") + scheme});
    pictures[scheme] = read_file(place.path("work/" + name));
    CHECK(pictures[scheme].size() > 20'000);  // a blank page of this size has less than 10,000 bytes
  }
  CHECK(pictures["0"] != pictures["1"]);
}

TEST_CASE("a report that cannot be written is told before anything is made") {
  Workplace place;
  place.write("work/made.yaml", kDescription);
  const ProcessResult nowhere = place.run({"generate", "made.yaml", "-o", "made.sql", "--report", "no/such/r.html"});
  CHECK(nowhere.exit_code == 4);
  CHECK(contains(nowhere.err, "no/such/r.html"));
  const ProcessResult standard = place.run({"generate", "made.yaml", "-o", "made.sql", "--report", "-"});
  CHECK(standard.exit_code == 1);
  CHECK(place.files("work") == Words{"made.yaml"});
}

}  // namespace datagen::test
