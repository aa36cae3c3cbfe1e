// --validate-output: what a faulty writer makes is found where it is, and leaves no file.
#include <string>

#include "tests/host/program.hpp"
#include "tests/support/catch.hpp"

namespace datagen::test {
namespace {

using Words = std::vector<std::string>;

const char* const kTable = R"({"tables": {"t": {"columns": [{"name": "a", "type": "integer"},
  {"name": "b", "type": "text"}], "row_count": 400}}})";

Words generate(const Words& more) {
  Words words{"--plugin-dir", std::string(DATAGEN_BAD_PLUGINS) + "/sql_writers",
              "generate",     "t.json",
              "--seed",       "1",
              "--format",     "org.example.bad.sql",
              "--batch-size", "30"};
  words.insert(words.end(), more.begin(), more.end());
  return words;
}

struct Case {
  const char* fault;
  bool copy;
  const char* message;
  const char* place;  // line and column; the first data line of COPY is line 2
  bool names_row = true;
};

constexpr Case kCases[] = {
    {"quote", false, "a string is not closed", ":251:1", false},  // the quotes that follow are turned inside out
    {"word", false, "syntax error at or near \"SELECT\"", ":251:35"},
    {"values", false, "a row of 3 values for 2 columns", ":251:29"},
    {"bytes", false, "bytes that are not UTF-8", ":251:1", false},
    {"nul", false, "a NUL byte", ":251:", false},
    {"semicolon", false, "syntax error at or near \"INSERT\"", ":252:1", false},
    {"command", false, "'\\! true' is no command of psql that a dump has a use for", ":252:1", false},
    {"fields", true, "a row of 1 value for 2 columns", ":252:1"},
    {"escape", true, "a backslash before what needs none", ":252:1"},
    {"bytes", true, "bytes that are not UTF-8", ":252:1"},
    {"return", true, "a carriage return that is not escaped", ":252:1"},
    {"nul", true, "a NUL byte", ":252:1"},
    {"end", true, "the script ends within COPY's data", ":402:1", false},
};

}  // namespace

// The exit code is 5, the message names the output, the place and the row, and there is no file; however the output is
// compressed and whatever the batches.
TEST_CASE("--validate-output finds what a writer does wrong") {
  for (const Case& one : kCases) {
    for (const char* name : {"out.sql", "out.sql.zst"}) {
      Workplace place;
      place.write("work/t.json", kTable);
      const ProcessResult result =
          place.run(generate({"-o", name, "--validate-output", "--set", std::string("fault=") + one.fault, "--set",
                              one.copy ? "copy=true" : "copy=false"}));
      INFO(one.fault << (one.copy ? " copy" : " insert") << "\n" << result.err);
      CHECK(result.exit_code == 5);
      CHECK(contains(result.err, one.message));
      CHECK(contains(result.err, std::string(name) + one.place));
      CHECK(contains(result.err, "at byte "));
      if (one.names_row) CHECK(contains(result.err, "t, row 250"));
      CHECK(place.files("work") == Words{"t.json"});
    }
  }
}

TEST_CASE("A sound output passes --validate-output, and is the same with it and without") {
  for (const char* format : {"sql", "copy"}) {
    for (const Words& more : {Words{}, Words{"--split-size", "4kB"}, Words{"--jobs", "3"}}) {
      Workplace place;
      place.write("work/shop.json", kShop);
      Words words{"generate", "shop.json", "--seed", "1", "--format", format, "--rows", "500", "-o", "with.sql"};
      words.insert(words.end(), more.begin(), more.end());
      Words checked = words;
      checked.insert(checked.end(), {"--validate-output", "-v"});
      const ProcessResult with = place.run(checked);
      INFO(with.err);
      CHECK(with.exit_code == 0);
      CHECK(contains(with.err, "1,000 rows read by PostgreSQL's parser"));
      words[9] = "without.sql";
      CHECK(place.run(words).exit_code == 0);
      for (const std::string& file : place.files("work")) {
        if (!file.starts_with("with.")) continue;
        CHECK(read_file(place.path("work/" + file)) == read_file(place.path("work/without." + file.substr(5))));
      }
    }
  }
}

TEST_CASE("A faulty file among several is named, and none of them is left") {
  Workplace place;
  place.write("work/t.json", kTable);
  const ProcessResult result =
      place.run(generate({"--output-dir", "out", "--validate-output", "--set", "fault=escape", "--set", "copy=true"}));
  INFO(result.err);
  CHECK(result.exit_code == 5);
  CHECK(contains(result.err, "out/001-t.sql:252:1"));
  CHECK(place.files("work") == Words{"t.json"});
}

TEST_CASE("--validate-output is refused where there is no SQL to read, and can be set by the environment and a file") {
  Workplace place;
  place.write("work/t.json", kTable);
  const ProcessResult text = place.run({"--plugin-dir", std::string(DATAGEN_BAD_PLUGINS) + "/writers", "generate",
                                        "t.json", "--format", "org.example.bad.encoder", "--validate-output"});
  CHECK(text.exit_code == 1);
  CHECK(contains(text.err, "makes no SQL"));
  CHECK(contains(text.err, "such as sql and copy"));
  const ProcessResult pieces =
      place.run({"generate", "t.json", "--seed", "1", "--output-dir", "o", "--shard", "1/2", "--validate-output"});
  CHECK(pieces.exit_code == 1);
  CHECK(contains(pieces.err, "pieces of scripts"));
  place.command.environment["DATAGEN_VALIDATE_OUTPUT"] = "1";
  CHECK(place.run(generate({"-o", "out.sql", "--set", "fault=word"})).exit_code == 5);
  place.command.environment.erase("DATAGEN_VALIDATE_OUTPUT");
  CHECK(place.run(generate({"-o", "out.sql", "--set", "fault=word"})).exit_code == 0);
  place.write("work/datagen.toml", "validate_output = true\n");
  CHECK(place.run(generate({"-o", "out.sql", "--set", "fault=word"})).exit_code == 5);
}

}  // namespace datagen::test
