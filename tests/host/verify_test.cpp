// verify as users see it: what it reads, what it says, how it ends.  tests/postgres/verify_test.cpp has what it finds.
#include <nlohmann/json.hpp>
#include <string>

#include "tests/host/program.hpp"
#include "tests/support/catch.hpp"

namespace datagen::test {
namespace {

using Words = std::vector<std::string>;

// The two tables of kShop with rows enough for several parts.
void generate(const Workplace& place, const Words& more) {
  Words words{"-q", "generate", "shop.json", "--seed", "7", "--rows", "users=500", "--rows", "orders=1500"};
  words.insert(words.end(), more.begin(), more.end());
  const ProcessResult result = place.run(words);
  INFO(result.err);
  REQUIRE(result.exit_code == 0);
}

ProcessResult verify(const Workplace& place, const Words& more) {
  Words words{"verify", "shop.json", "--seed", "7", "--rows", "users=500", "--rows", "orders=1500"};
  words.insert(words.end(), more.begin(), more.end());
  return place.run(words);
}

void check_verified(const ProcessResult& result, const std::string& rows) {
  INFO(result.err);
  CHECK(result.exit_code == 0);
  CHECK(result.out.empty());
  CHECK(contains(result.err, "datagen: verified: 2 tables, " + rows + " rows, "));
}

}  // namespace

// However the output was cut, compressed and named: its files in order are the dump.
TEST_CASE("A dump is read from one file, several, a directory and standard input, compressed or not") {
  for (const char* format : {"sql", "copy"}) {
    Workplace place;
    place.write("work/shop.json", kShop);
    for (const char* name : {"dump.sql", "dump.sql.gz", "dump.sql.zst"}) {
      generate(place, {"--format", format, "-o", name});
      check_verified(verify(place, {name}), "2,000");
      place.command.input = read_file(place.path(std::string("work/") + name));
      check_verified(verify(place, {"-"}), "2,000");
    }
    generate(place, {"--format", format, "--output-dir", "tables", "--compress", "gzip"});
    check_verified(verify(place, {"tables"}), "2,000");
    generate(place, {"--format", format, "-o", "part.sql", "--split-size", "8kB"});
    Words parts;
    for (const std::string& file : place.files("work")) {
      if (file.starts_with("part.")) parts.push_back(file);
    }
    CHECK(parts.size() > 2);
    check_verified(verify(place, parts), "2,000");
    generate(place, {"--format", format, "-o", "data.sql", "--data-only", "--tables", "orders"});
    CHECK(verify(place, {"data.sql", "--tables", "orders"}).exit_code == 0);
  }
}

TEST_CASE("A shard is verified alone, and all of them in order are the dump") {
  for (const char* format : {"sql", "copy"}) {
    Workplace place;
    place.write("work/shop.json", kShop);
    const Words alignment{"--set", std::string(format) == "sql" ? "rows_per_insert=7" : ""};
    const bool sql = std::string(format) == "sql";
    for (const char* number : {"1", "2", "3"}) {
      Words words{"--format", format, "-o", std::string("s") + number, "--shard", std::string(number) + "/3"};
      if (sql) words.insert(words.end(), alignment.begin(), alignment.end());
      generate(place, words);
      words[2] = words[3];
      words.erase(words.begin() + 3);
      const ProcessResult result = verify(place, words);
      INFO(result.err);
      CHECK(result.exit_code == 0);
    }
    check_verified(verify(place, {"s1", "s2", "s3"}), "2,000");
    CHECK(verify(place, {"s2", "s1", "s3"}).exit_code == 5);
    CHECK(verify(place, {"s1", "s3"}).exit_code == 5);
  }
}

TEST_CASE("The result as JSON says what was compared and what differs") {
  Workplace place;
  place.write("work/shop.json", kShop);
  generate(place, {"--format", "copy", "-o", "dump.sql"});
  const auto good = nlohmann::json::parse(verify(place, {"dump.sql", "--json"}).out);
  CHECK(good["verified"] == true);
  CHECK(good["rows"] == 2000);
  CHECK(good["values"] == 4000);
  CHECK(good["unique_sets"] == 2);
  CHECK(good["foreign_keys"] == 1);
  CHECK(good["differences"] == 0);
  std::string text = read_file(place.path("work/dump.sql"));
  const std::size_t row = text.find("\n42\t");
  text.replace(row, 4, "\n43\t");
  place.write("work/bad.sql", text);
  const ProcessResult result = verify(place, {"bad.sql", "--json"});
  CHECK(result.exit_code == 5);
  const auto bad = nlohmann::json::parse(result.out);
  CHECK(bad["verified"] == false);
  REQUIRE(bad["shown"].size() == 2);
  const auto& value = bad["shown"][0];
  CHECK(value["kind"] == "value");
  CHECK(value["table"] == "users");
  CHECK(value["row"] == 41);
  CHECK(value["column"] == "id");
  CHECK(value["file"] == "bad.sql");
  CHECK(value["line"] == 1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(row) + 1, '\n'));
  CHECK(value["message"] == "is '43', not '42'");
  // The key that the dump has twice is told too.
  CHECK(bad["shown"][1]["kind"] == "unique_set");
  CHECK(bad["shown"][1]["row"] == 42);
}

TEST_CASE("What cannot be read, or changes rows, is told with its place and ends with 5") {
  Workplace place;
  place.write("work/shop.json", kShop);
  generate(place, {"--format", "copy", "-o", "dump.sql"});
  const std::string text = read_file(place.path("work/dump.sql"));
  const std::pair<std::string, std::string> cases[] = {
      {"SELEC 1;\n", "end.sql:1:1: syntax error at or near \"SELEC\""},
      {"DELETE FROM users;\n", "this DELETE may change rows"},
      {"\nINSERT INTO users SELECT 1;\n", "end.sql:2:1: this INSERT may change rows"},
      {"DROP TABLE users;\n", "this DROP may change rows"},
      {"COPY users FROM '/tmp/x';\n", "is not followed"},
      {"\\i other.sql\n", "the command '\\i other.sql' of psql is not followed"},
      {"INSERT INTO users VALUES (501, 1);\n", "a row more than the 500"},
      {"INSERT INTO user VALUES (501, 1);\n", "the description has no such table"},
      {"INSERT INTO users (id, agee) VALUES (501, 1);\n", "has no column 'agee' (did you mean 'age'?)"},
      {"INSERT INTO users (id) VALUES (501);\n", "has no values of the column age"},
      {"INSERT INTO users VALUES (501, now());\n", "is no literal"},
      {"COPY users (id, age) FROM stdin;\n", "could not be read to its end"},
  };
  for (const auto& [more, message] : cases) {
    place.write("work/end.sql", more);
    const ProcessResult result = verify(place, {"dump.sql", "end.sql"});
    INFO(more << result.err);
    CHECK(result.exit_code == 5);
    CHECK(contains(result.err, message));
  }
  // What comes before the rows, or only looks at them, changes nothing.
  place.write("work/begin.sql", "DROP TABLE IF EXISTS users;\n");
  place.write("work/end.sql", "SELECT setval('s', 1);\nANALYZE;\n");
  CHECK(verify(place, {"begin.sql", "dump.sql", "end.sql"}).exit_code == 0);
  generate(place, {"--format", "copy", "-o", "cut.sql.gz"});
  place.write("work/cut.sql.gz", read_file(place.path("work/cut.sql.gz")).substr(0, 3000));
  const ProcessResult cut = verify(place, {"cut.sql.gz"});
  CHECK(cut.exit_code == 5);
  CHECK(contains(cut.err, "cut.sql.gz: the compressed data ends early"));
}

TEST_CASE("verify says what it needs") {
  Workplace place;
  place.write("work/shop.json", kShop);
  CHECK(contains(place.run({"verify", "shop.json"}).err, "a description and a dump are needed"));
  const ProcessResult no_seed = place.run({"verify", "shop.json", "dump.sql"});
  CHECK(no_seed.exit_code == 1);
  CHECK(contains(no_seed.err, "the seed of the dump is needed"));
  const ProcessResult no_file = place.run({"verify", "shop.json", "dump.sql", "--seed", "1"});
  CHECK(no_file.exit_code == 1);
  CHECK(contains(no_file.err, "dump.sql: cannot open"));
  std::filesystem::create_directory(place.path("work/empty"));
  CHECK(contains(place.run({"verify", "shop.json", "empty", "--seed", "1"}).err, "the directory is empty"));
}

// A generator whose values depend on more than their arguments: the referenced rows, computed by themselves, have other
// keys than the rows that refer to them.
TEST_CASE("A foreign key that does not hold is told with both rows") {
  Workplace place;
  place.write("work/t.json", R"({"tables": {
    "p": {"columns": [{"name": "id", "type": "integer", "generator": "org.example.bad"}], "primary_key": ["id"],
          "row_count": 10},
    "c": {"columns": [{"name": "p_id", "type": "integer", "nullable": false}], "row_count": 5,
          "foreign_keys": [{"columns": ["p_id"], "referenced_table": "p"}]}}})");
  const Words directory{"--plugin-dir", std::string(DATAGEN_BAD_PLUGINS) + "/counting"};
  Words words = directory;
  words.insert(words.end(), {"generate", "t.json", "--seed", "1", "-o", "dump.sql"});
  const ProcessResult made = place.run(words);
  INFO(made.err);
  REQUIRE(made.exit_code == 0);
  words = directory;
  words.insert(words.end(), {"verify", "t.json", "dump.sql", "--seed", "1"});
  const ProcessResult result = place.run(words);
  INFO(result.err);
  CHECK(result.exit_code == 5);
  CHECK(contains(result.err, "c.p_id: row 0 has another key than the row that it refers to, row "));
}

}  // namespace datagen::test
