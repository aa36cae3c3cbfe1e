// Writers that need a file for each table (csv, jsonl), as users see them: names, parts, shards, refusals.
#include <algorithm>
#include <map>
#include <set>

#include "tests/host/program.hpp"
#include "tests/support/catch.hpp"

namespace datagen::test {
namespace {

using Words = std::vector<std::string>;

// Tables with rows, without rows, qualified, and of names that no file can have.
constexpr const char* kZoo = R"yaml(
version: "1.0"
tables:
  animals:
    row_count: 5000
    columns:
      id: {type: serial, primary_key: true}
      name: {type: text, nullable: false, generator: enum, generator_config: {values: ["Ada", "a, b", "\"x\"", "two\nlines"]}}
      born: {type: timestamp, nullable: true}
  zoo.cages:
    row_count: 0
    columns:
      id: {type: serial, primary_key: true}
      area: {type: "numeric(8,2)"
}
  "-a/b c":
    row_count: 3
    columns:
      id: {type: serial, primary_key: true}
)yaml";

class Zoo : public Workplace {
 public:
  Zoo() { write("work/zoo.yaml", kZoo); }

  [[nodiscard]] ProcessResult generate(const Words& more) const {
    Words words{"generate", "zoo.yaml", "--seed", "1", "-q"};
    words.insert(words.end(), more.begin(), more.end());
    return run(words);
  }
  [[nodiscard]] std::map<std::string, std::string> folder(const std::string& name) const {
    std::map<std::string, std::string> result;
    for (const std::string& file : files("work/" + name)) result[file] = read_file(path("work/" + name + "/" + file));
    return result;
  }
};

std::string joined(const std::map<std::string, std::string>& files) {
  std::string result;
  for (const auto& [name, text] : files) result += text;
  return result;
}

}  // namespace

TEST_CASE("each table is a file by its name, those without rows too") {
  const Zoo place;
  for (const char* format : {"csv", "jsonl"}) {
    CAPTURE(format);
    const ProcessResult result = place.generate({"--format", format, "--output-dir", format});
    INFO(result.err);
    REQUIRE(result.exit_code == 0);
    const auto files = place.folder(format);
    const std::string dot = std::string(".") + format;
    std::set<std::string> names;
    for (const auto& [name, text] : files) names.insert(name);
    CHECK(names == std::set<std::string>{"%2Da%2Fb%20c" + dot, "animals" + dot, "zoo.cages" + dot});
    CHECK(files.at("zoo.cages" + dot) == (dot == ".csv" ? "id,area\n" : ""));
    CHECK(files.at("%2Da%2Fb%20c" + dot) == (dot == ".csv" ? "id\n1\n2\n3\n" : "{\"id\":1}\n{\"id\":2}\n{\"id\":3}\n"));
    // One table goes to standard output or a file, and is the same.
    const std::string animals = files.at("animals" + dot);
    CHECK((place.generate({"--format", format, "--tables", "animals"}).out == animals));
    REQUIRE(place.generate({"--format", format, "--tables", "animals", "-o", "one"}).exit_code == 0);
    CHECK((read_file(place.path("work/one")) == animals));
    CHECK(place.generate({"--format", format, "--tables", "zoo.cages"}).out == files.at("zoo.cages" + dot));
  }
}

TEST_CASE("several tables in one file are refused before anything is written") {
  const Zoo place;
  for (const char* format : {"csv", "jsonl"}) {
    for (const Words& output : {Words{}, {"-o", "all"}, {"-o", "all", "--split-size", "10kB"}, {"--dry-run"}}) {
      Words words{"--format", format};
      words.insert(words.end(), output.begin(), output.end());
      const ProcessResult result = place.generate(words);
      CHECK(result.exit_code == 1);
      CHECK(result.out.empty());
      CHECK(contains(result.err, std::string("the writer ") + format + " needs a file for each table, and 3 tables"));
      CHECK(contains(result.err, "--output-dir DIR"));
      CHECK(contains(result.err, "--tables NAME"));
      CHECK(place.files("work") == Words{"zoo.yaml"});
    }
  }
}

TEST_CASE("what rows alone cannot have is refused with the reason") {
  const Zoo place;
  const std::vector<std::pair<Words, std::string>> cases{
      {{"--schema-only"}, "writes rows only, no definitions"},
      {{"--create"}, "there is no database to create"},
      {{"--section", "data"}, "there are no sections to choose from"},
      {{"--validate-output"}, "makes no SQL that could be read again"},
  };
  for (const char* format : {"csv", "jsonl"}) {
    for (const auto& [words, message] : cases) {
      Words all{"--format", format, "--output-dir", "out"};
      all.insert(all.end(), words.begin(), words.end());
      const ProcessResult result = place.generate(all);
      CAPTURE(format, message, result.err);
      CHECK(result.exit_code == 1);
      CHECK(contains(result.err, message));
      CHECK(place.files("work") == Words{"zoo.yaml"});
    }
    REQUIRE(place.generate({"--format", format, "--data-only", "--output-dir", "data"}).exit_code == 0);
    const ProcessResult verified = place.run({"verify", "zoo.yaml", "data", "--seed", "1"});
    CHECK(verified.exit_code == 1);
    CHECK(contains(verified.err, "verify reads SQL"));
    CHECK(contains(verified.err, "--format copy"));
    for (const std::string& file : place.files("work/data")) std::filesystem::remove(place.path("work/data/" + file));
    std::filesystem::remove(place.path("work/data"));
  }
}

// Invariant: the bytes depend neither on the number of threads nor on the batch size.
TEST_CASE("files of tables are the same for any jobs and batches") {
  const Zoo place;
  for (const Words& format :
       {Words{"--format", "csv"}, {"--format", "csv", "--set", "dialect=mysql"}, {"--format", "jsonl"}}) {
    std::map<std::string, std::string> first;
    int number = 0;
    for (const auto& [jobs, batch] : {std::pair("1", "1000"), {"4", "1"}, {"3", "77"}, {"2", "100000"}}) {
      const std::string folder = "out" + std::to_string(number++) + format.back();
      Words words = format;
      words.insert(words.end(), {"--jobs", jobs, "--batch-size", batch, "--output-dir", folder});
      REQUIRE(place.generate(words).exit_code == 0);
      const auto files = place.folder(folder);
      if (first.empty()) first = files;
      CHECK((files == first));
    }
  }
}

// Invariant: each part is complete by itself (its header too), and holds the rows of the whole in order.
TEST_CASE("parts of a table are complete files") {
  const Zoo place;
  const std::string whole = place.generate({"--format", "csv", "--tables", "animals"}).out;
  const std::string header = whole.substr(0, whole.find('\n') + 1);
  REQUIRE(place.generate({"--format", "csv", "--output-dir", "parts", "--split-size", "20kB"}).exit_code == 0);
  auto parts = place.folder("parts");
  CHECK(parts.count("animals.0002.csv") == 1);
  CHECK(parts.at("zoo.cages.0001.csv") == "id,area\n");
  std::string rows;
  for (const auto& [name, text] : parts) {
    CAPTURE(name);
    CHECK(text.size() <= 20'000);
    if (!name.starts_with("animals")) continue;
    REQUIRE(text.starts_with(header));
    rows += text.substr(header.size());
  }
  CHECK((header + rows == whole));
  REQUIRE(
      place.generate({"--format", "jsonl", "--tables", "animals", "-o", "x.jsonl", "--split-size", "50kB"}).exit_code ==
      0);
  CHECK(std::filesystem::exists(place.path("work/x.0002.jsonl")));
}

// Invariant: the files of all shards, joined, are those of a single run.
TEST_CASE("shards of files of tables join to the files of a single run") {
  const Zoo place;
  for (const char* format : {"csv", "jsonl"}) {
    REQUIRE(place.generate({"--format", format, "--output-dir", std::string("whole-") + format}).exit_code == 0);
    const auto whole = place.folder(std::string("whole-") + format);
    std::map<std::string, std::string> together;
    for (int k = 1; k <= 4; ++k) {
      const std::string folder = format + std::to_string(k);
      REQUIRE(
          place.generate({"--format", format, "--output-dir", folder, "--shard", std::to_string(k) + "/4"}).exit_code ==
          0);
      for (const auto& [name, text] : place.folder(folder)) together[name] += text;
    }
    CHECK((together == whole));
  }
}

TEST_CASE("compressed files of tables hold the same") {
  const Zoo place;
  REQUIRE(place.generate({"--format", "csv", "--output-dir", "plain"}).exit_code == 0);
  REQUIRE(place.generate({"--format", "csv", "--output-dir", "packed", "--compress", "gzip"}).exit_code == 0);
  CHECK(place.folder("packed").count("animals.csv.gz") == 1);
  Command shell = place.command;
  shell.arguments = {"/bin/sh", "-c", "cat packed/*.gz | gunzip -c"};
  CHECK((run_process(shell).out == joined(place.folder("plain"))));
}

TEST_CASE("tables that would have one file are refused") {
  const Zoo place;
  const std::string start = "  \"" + std::string(62, '!');  // as %21 longer than a file's name may be
  const std::string rest = "\": {row_count: 1, columns: {id: {type: integer}}}\n";
  place.write("work/long.yaml", "version: \"1.0\"\ntables:\n" + start + "a" + rest + start + "b" + rest);
  const ProcessResult result = place.run({"generate", "long.yaml", "--format", "csv", "--output-dir", "out"});
  CHECK(result.exit_code == 4);
  CHECK(contains(result.err, "would have files of one name"));
  CHECK(contains(result.err, "--exclude-tables"));
  CHECK_FALSE(std::filesystem::exists(place.path("work/out")));
}

TEST_CASE("preview, explain, reports and progress work with a writer of table files") {
  Zoo place;
  place.command.environment["DATAGEN_FORMAT"] = "csv";
  CHECK(place.run({"preview", "zoo.yaml", "--seed", "1"}).exit_code == 0);
  const ProcessResult explained = place.run({"explain", "zoo.yaml", "--seed", "1", "--format", "jsonl"});
  INFO(explained.err);
  CHECK(explained.exit_code == 0);
  const ProcessResult result = place.run({"generate", "zoo.yaml", "--seed", "1", "--format", "csv", "--output-dir",
                                          "out", "--report", "report.html", "--progress", "always"});
  INFO(result.err);
  CHECK(result.exit_code == 0);
  CHECK(contains(result.err, "5,003 rows"));
  CHECK(contains(read_file(place.path("work/report.html")), "animals"));
}

TEST_CASE("characters that cannot be told apart are refused, naming both") {
  const Zoo place;
  const std::vector<std::pair<Words, Words>> cases{
      {{"delimiter=\""}, {"delimiter and quote are both '\"'"}},
      {{"delimiter=;", "escape=;"}, {"delimiter and escape are both ';'"}},
      {{"delimiter=ab"}, {"must be a single character", "comma, tab, semicolon"}},
      {{"delimiter=."}, {"'.' also occurs in numbers"}},
      {{"quote=5"}, {"quote"}},
      {{"delimiter=|", "null=a|b"}, {"null contains the delimiter, '|'"}},
      {{"null=\"\\\"\""}, {"null contains the quote"}},
      {{"null=true"}, {"null"}},
      {{"null=\"0\""}, {"'0' may also be a value"}},
      {{"null=0123456789012345678901234567890"}, {"null"}},
      {{"delimiter=/", "bytes=base64"}, {"'/' also occurs in base64, which bytes asks for"}},
  };
  for (const auto& [options, messages] : cases) {
    Words words{"--format", "csv", "--tables", "animals"};
    for (const std::string& option : options) words.insert(words.end(), {"--set", option});
    const ProcessResult result = place.generate(words);
    CAPTURE(options, result.err);
    CHECK((result.exit_code == 1 || result.exit_code == 2));
    CHECK(result.out.empty());
    for (const std::string& message : messages) CHECK(contains(result.err, message));
  }
}

}  // namespace datagen::test
