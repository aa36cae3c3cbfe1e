// What data depends on: the names of its table and column, its row, the seed; nothing else.
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "tests/postgres/program.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/postgres.hpp"

using namespace datagen::test;

namespace {

const Json base = Json::parse(R"json({
  "tables": {
    "makers": {
      "columns": [{"name": "id", "type": "serial", "primary_key": true},
                  {"name": "name", "type": "text", "nullable": false},
                  {"name": "city", "type": "text", "null_fraction": 0.3}],
      "row_count": 70},
    "models": {
      "columns": [{"name": "id", "type": "uuid", "primary_key": true},
                  {"name": "maker_id", "type": "integer", "nullable": false, "references": "makers.id"},
                  {"name": "code", "type": "varchar(10)", "unique": true, "pattern": "[A-Z]{3}[0-9]{4}"},
                  {"name": "price", "type": "numeric(8,2)", "nullable": false},
                  {"name": "launched", "type": "date", "null_fraction": 0.1}],
      "row_count": 300},
    "reviews": {
      "columns": [{"name": "id", "type": "bigserial", "primary_key": true},
                  {"name": "model_id", "type": "uuid", "nullable": false, "references": "models.id"},
                  {"name": "stars", "type": "smallint", "nullable": false, "generator": "integer_range",
                   "generator_config": {"min": 1, "max": 5}},
                  {"name": "body", "type": "text"}],
      "row_count": 500}}})json");

// Values of every column by "table.column", read from a COPY dump whose identifiers need no quotes.
std::map<std::string, std::vector<Cell>> columns_of_dump(const Dump& dump) {
  REQUIRE(dump.result().exit_code == 0);
  std::map<std::string, std::vector<Cell>> result;
  const std::string text = dump.text();
  for (std::size_t at = text.find("\nCOPY "); at != std::string::npos; at = text.find("\nCOPY ", at)) {
    const std::size_t open = text.find('(', at), close = text.find(')', open), line_end = text.find('\n', close);
    std::string table = text.substr(at + 6, text.find(' ', at + 6) - at - 6);
    table = table.substr(table.find('.') == std::string::npos ? 0 : table.find('.') + 1);
    std::vector<std::string> names;
    for (std::size_t begin = open + 1; begin < close;) {
      const std::size_t end = std::min(text.find(',', begin), close);
      names.push_back(text.substr(begin, end - begin));
      begin = text.find_first_not_of(", ", end);
    }
    const std::size_t end = text.find("\n\\.\n", line_end) + 1;
    REQUIRE(end != 0);
    for (const auto& row : parse_copy_text(text.substr(line_end + 1, end - line_end - 1))) {
      REQUIRE(row.size() == names.size());
      for (std::size_t i = 0; i < names.size(); ++i) result[table + "." + names[i]].push_back(row[i]);
    }
    at = end;
  }
  REQUIRE_FALSE(result.empty());
  return result;
}

std::map<std::string, std::vector<Cell>> columns_of(const Json& description, std::uint64_t seed = 11) {
  const Dump dump(description, "copy", seed);
  CAPTURE(dump.result().err);
  return columns_of_dump(dump);
}

Json& columns(Json& description, const char* table) { return description["tables"][table]["columns"]; }

// All of base's columns, but those named, are as they were.
void check_unchanged(const Json& changed, const std::set<std::string>& except = {}) {
  const auto before = columns_of(base), after = columns_of(changed);
  for (const auto& [name, values] : before) {
    if (except.contains(name)) continue;
    CAPTURE(name);
    REQUIRE(after.contains(name));
    CHECK(after.at(name) == values);
  }
}

}  // namespace

TEST_CASE("One seed gives the same bytes on any number of threads, in batches of any size") {
  for (const std::string& format : dump_formats) {
    const std::string first = Dump(base, format, 5).text();
    REQUIRE_FALSE(first.empty());
    for (const char* jobs : {"1", "2", "7"}) {
      for (const char* batch : {"1", "13", "1000", "100000"}) {
        CAPTURE(format, jobs, batch);
        CHECK((Dump(base, format, 5, {"--jobs", jobs, "--batch-size", batch}).text() == first));
      }
    }
  }
}

TEST_CASE("Another seed gives other values in every column that is drawn") {
  const auto one = columns_of(base, 1), two = columns_of(base, 2);
  for (const auto& [name, values] : one) {
    CAPTURE(name);
    if (name == "makers.id" || name == "reviews.id") {
      CHECK(values == two.at(name));  // serial numbers are no matter of chance
    } else {
      CHECK(values != two.at(name));
    }
  }
}

TEST_CASE("A column that comes or goes leaves the others as they were") {
  Json with_more = base;
  auto& models = columns(with_more, "models");
  models.insert(models.begin() + 1, Json::parse(R"json({"name": "weight", "type": "real", "nullable": false})json"));
  columns(with_more, "makers").push_back(Json::parse(R"json({"name": "founded", "type": "date"})json"));
  check_unchanged(with_more);
  CHECK(columns_of(with_more).contains("models.weight"));

  Json with_less = base;
  columns(with_less, "models").erase(3);
  columns(with_less, "makers").erase(1);
  check_unchanged(with_less, {"models.price", "makers.name"});
}

TEST_CASE("The order of columns and tables is no matter") {
  Json reversed = Json::object();
  for (auto it = base["tables"].rbegin(); it != base["tables"].rend(); ++it) {
    Json table = it.value();
    std::reverse(table["columns"].begin(), table["columns"].end());
    reversed["tables"][it.key()] = table;
  }
  check_unchanged(reversed);
}

TEST_CASE("A table that comes or goes leaves the others as they were") {
  Json with_more = base;
  with_more["tables"]["aaa"] =
      Json::parse(R"json({"columns": [{"name": "id", "type": "serial"}, {"name": "note", "type": "text"}]})json");
  check_unchanged(with_more);
  Json with_less = base;
  with_less["tables"].erase("reviews");
  check_unchanged(with_less, {"reviews.id", "reviews.model_id", "reviews.stars", "reviews.body"});
}

TEST_CASE("The null fraction does not move the values that stay") {
  Json more_nulls = base;
  columns(more_nulls, "models")[4]["null_fraction"] = 0.6;
  const auto before = columns_of(base).at("models.launched"), after = columns_of(more_nulls).at("models.launched");
  std::size_t kept = 0;
  for (std::size_t row = 0; row < before.size(); ++row) {
    if (!after[row]) continue;
    REQUIRE(before[row]);
    CHECK(*before[row] == *after[row]);
    ++kept;
  }
  CHECK(kept > 60);
  CHECK(kept < 200);
  check_unchanged(more_nulls, {"models.launched"});
}

TEST_CASE("More rows leave the first ones as they were where nothing refers to the count") {
  Json longer = base;
  longer["tables"]["reviews"]["row_count"] = 900;
  const auto before = columns_of(base), after = columns_of(longer);
  for (const char* name : {"reviews.id", "reviews.model_id", "reviews.stars", "reviews.body"}) {
    CAPTURE(name);
    const auto& values = after.at(name);
    REQUIRE(values.size() == 900);
    CHECK(std::equal(before.at(name).begin(), before.at(name).end(), values.begin()));
  }
}
