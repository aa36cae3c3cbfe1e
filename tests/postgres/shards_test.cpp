// Output in pieces loads in order, and what arrives is what a single dump brings.
#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "tests/postgres/facts.hpp"
#include "tests/postgres/program.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/postgres.hpp"

using namespace datagen::test;
namespace fs = std::filesystem;

namespace {

using Words = std::vector<std::string>;

// A database takes a second to make and fill: not every description comes in every format and cut.
struct Case {
  const char* name;
  const char* format;
  int shards;
};
const Case kCases[] = {{"shop.json", "sql", 3},
                      {"types_tour.yaml", "copy", 7},
                      {"small_tables.yaml", "copy", 3},
                      {"identities.json", "sql", 7}};

// Writes into the directory, and returns what it then holds, in the order of the names.
std::vector<fs::path> generate(const fs::path& directory, const std::string& description, const std::string& format,
                               Words more) {
  Words words{"generate", (fs::path(DATAGEN_TEST_DATA) / description).string(), "--format", format, "--seed", "9"};
  words.insert(words.end(), more.begin(), more.end());
  const ProcessResult result = run_datagen(words);
  CAPTURE(result.err, more);
  REQUIRE(result.exit_code == 0);
  std::vector<fs::path> files;
  for (const fs::directory_entry& entry : fs::directory_iterator(directory)) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

// Each in a session of its own, which starts with the server's settings.
void load_all(const Database& database, const std::vector<fs::path>& files) {
  for (const fs::path& file : files) {
    CAPTURE(file);
    ProcessResult loaded;
    if (file.extension() == ".sql") {
      loaded = database.load(file);
    } else {
      Command reader;
      reader.arguments = {file.extension() == ".gz" ? "zcat" : "zstdcat", file.string()};
      const ProcessResult script = run_process(reader);
      REQUIRE(script.exit_code == 0);
      loaded = database.execute(script.out);
    }
    CAPTURE(loaded.err);
    REQUIRE(loaded.exit_code == 0);
  }
}

struct Expected {
  std::map<std::string, std::string> rows;
  Facts facts;
};

Expected single_dump(const std::string& name, const std::string& format) {
  const Dump dump(fs::path(DATAGEN_TEST_DATA) / name, format, 9);
  REQUIRE(dump.result().exit_code == 0);
  const Database database = PostgresCluster::shared().database();
  load_all(database, {dump.path()});
  return {contents(database), held(database)};
}

}  // namespace

TEST_CASE("Shards load one after the other, each by itself") {
  for (const auto& [name, format, shards] : kCases) {
    const Expected expected = single_dump(name, format);
    const TemporaryDirectory directory;
    std::vector<fs::path> files;
    for (int k = 1; k <= shards; ++k) {
      files = generate(directory.path(), name, format,
                       {"--shard", std::to_string(k) + "/" + std::to_string(shards), "-o",
                        (directory.path() / ("shard" + std::to_string(k) + ".sql")).string()});
    }
    CAPTURE(name, format, shards);
    CHECK(files.size() == static_cast<std::size_t>(shards));
    const Database database = PostgresCluster::shared().database();
    load_all(database, files);
    CHECK(contents(database) == expected.rows);
    CHECK(held(database) == expected.facts);
  }
}

TEST_CASE("Parts and files of tables load in the order of their names, compressed or not") {
  for (const auto& [name, format] : {std::pair{"shop.json", "copy"}, {"types_tour.yaml", "sql"}}) {
    const Expected expected = single_dump(name, format);
    const TemporaryDirectory directory;
    const std::string out = (directory.path() / "out").string();
    fs::create_directory(out);
    const std::vector<Words> kinds = {
        {"--output-dir", out},
        {"--output-dir", out, "--split-size", "8kB", "--compress", "gzip"},
        {"-o", out + "/dump.sql", "--split-size", "20kB"},
        {"-o", out + "/dump.sql.zst", "--split-size", "5kB"},
    };
    for (const Words& kind : kinds) {
      CAPTURE(name, format, kind);
      const Database database = PostgresCluster::shared().database();
      const std::vector<fs::path> files = generate(out, name, format, kind);
      CHECK(files.size() > 2);
      load_all(database, files);
      CHECK(contents(database) == expected.rows);
      CHECK(held(database) == expected.facts);
      for (const fs::path& file : files) fs::remove(file);
    }
  }
}

TEST_CASE("Sections load one after the other") {
  const Expected expected = single_dump("schemas.toml", "copy");
  const Database database = PostgresCluster::shared().database();
  for (const char* section : {"pre-data", "data", "post-data"}) {
    const TemporaryDirectory directory;
    load_all(database, generate(directory.path(), "schemas.toml", "copy",
                                {"--section", section, "-o", (directory.path() / "s.sql").string()}));
  }
  CHECK(contents(database) == expected.rows);
  CHECK(held(database) == expected.facts);
}

// Settings that a script relies on are in each of them.
TEST_CASE("Every shard loads under other settings of the server") {
  const std::string settings =
      "SET standard_conforming_strings = off; SET DateStyle = 'SQL, DMY'; SET TimeZone = 'Asia/Kathmandu'; "
      "SET IntervalStyle = 'iso_8601'; SET bytea_output = 'escape'; SET client_encoding = 'LATIN1';";
  for (const std::string& format : dump_formats) {
    const Expected expected = single_dump("types_tour.yaml", format);
    const Database database = PostgresCluster::shared().database();
    for (int k = 1; k <= 3; ++k) {
      const TemporaryDirectory directory;
      const auto files = generate(directory.path(), "types_tour.yaml", format,
                                  {"--shard", std::to_string(k) + "/3", "-o", (directory.path() / "s.sql").string()});
      const ProcessResult loaded = database.execute(settings + read_file(files.front()));
      CAPTURE(loaded.err);
      REQUIRE(loaded.exit_code == 0);
    }
    CHECK(contents(database) == expected.rows);
  }
}

TEST_CASE("Shards of data alone fill tables that are there, and set their sequences") {
  const Expected expected = single_dump("identities.json", "copy");
  const Database database = PostgresCluster::shared().database();
  const TemporaryDirectory directory;
  const std::string out = directory.path().string();
  load_all(database, generate(out, "identities.json", "copy", {"--schema-only", "-o", out + "/0.sql"}));
  fs::remove(out + "/0.sql");
  for (int k = 1; k <= 3; ++k) {
    generate(out, "identities.json", "copy",
             {"--data-only", "--shard", std::to_string(k) + "/3", "-o", out + "/" + std::to_string(k) + ".sql"});
  }
  // A reference may be to a row of a later shard.
  std::vector<fs::path> files;
  for (int k = 1; k <= 3; ++k) files.emplace_back(out + "/" + std::to_string(k) + ".sql");
  for (const fs::path& file : files) {
    const ProcessResult loaded = database.execute("SET session_replication_role = replica;\n" + read_file(file));
    CAPTURE(loaded.err);
    REQUIRE(loaded.exit_code == 0);
  }
  CHECK(contents(database) == expected.rows);
  CHECK(held(database) == expected.facts);
}
