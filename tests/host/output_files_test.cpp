// Output of several files, and compressed output, as users see them.
#include <sys/stat.h>

#include <csignal>
#include <map>

#include "tests/host/program.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/sanitized.hpp"

namespace datagen::test {
namespace {

using Words = std::vector<std::string>;
namespace fs = std::filesystem;

const Words kEndless{"generate", "shop.json", "--seed", "1", "--rows", "2000000000"};
const Words kShopRun{"generate", "shop.json", "--seed", "1", "-q"};

Words with(Words words, const Words& more) {
  words.insert(words.end(), more.begin(), more.end());
  return words;
}

class Shop : public Workplace {
 public:
  Shop() { write("work/shop.json", kShop); }

  [[nodiscard]] std::string text(const std::string& name) const { return read_file(path("work/" + name)); }
  // What a shell makes of it.
  [[nodiscard]] std::string shell(const std::string& script) const {
    Command shell = command;
    shell.arguments = {"/bin/sh", "-c", script};
    const ProcessResult result = run_process(shell);
    CAPTURE(script, result.err);
    CHECK(result.exit_code == 0);
    return result.out;
  }
};

}  // namespace

// Invariant: what the standard tools read from compressed output is the output without compression.
TEST_CASE("compressed output is read by the standard tools") {
  const Shop place;
  const Words rows{"--rows", "80000"};
  for (const char* format : {"sql", "copy"}) {
    const Words run = with(with(kShopRun, rows), {"--format", format});
    const std::string plain = place.run(run).out;
    REQUIRE(plain.size() > 1'000'000);  // several frames
    for (const auto& [compress, reader] : {std::pair("gzip", "gunzip -c"),
                                           {"gzip:1", "zcat"},
                                           {"gzip:9", "gzip -dc"},
                                           {"zstd", "zstd -dqc"},
                                           {"zstd:1", "zstdcat"},
                                           {"zstd:9", "zstd -dqc"}}) {
      CAPTURE(format, compress);
      const std::string file = compress[0] == 'g' ? "x.gz" : "x.zst";
      REQUIRE(place.run(with(run, {"--compress", compress, "-o", file})).exit_code == 0);
      CHECK((place.shell(std::string(reader) + " " + file) == plain));
      CHECK(fs::file_size(place.path("work/" + file)) < plain.size() / 2);
      CHECK((place.run(with(run, {"--compress", compress})).out == place.text(file)));
      // Its name says it as well; a level is given to it by --compress only.
      if (std::string(compress).find(':') == std::string::npos) {
        REQUIRE(place.run(with(run, {"-o", "again.sql." + file.substr(2)})).exit_code == 0);
        CHECK((place.text("again.sql." + file.substr(2)) == place.text(file)));
      }
    }
    REQUIRE(place.run(with(run, {"--compress", "none", "-o", "plain.gz"})).exit_code == 0);
    CHECK((place.text("plain.gz") == plain));
  }
}

TEST_CASE("a directory holds a file for each table, in the order of loading") {
  const Shop place;
  REQUIRE(place.run(with(kShopRun, {"--output-dir", "dump"})).exit_code == 0);
  CHECK(place.files("work/dump") == Words{"000-pre-data.sql", "001-users.sql", "002-orders.sql", "003-post-data.sql"});
  CHECK(contains(place.text("dump/000-pre-data.sql"), "CREATE TABLE users"));
  CHECK(contains(place.text("dump/001-users.sql"), "INSERT INTO users"));
  CHECK_FALSE(contains(place.text("dump/001-users.sql"), "orders"));
  CHECK(contains(place.text("dump/001-users.sql"), "SET client_encoding"));
  CHECK(contains(place.text("dump/003-post-data.sql"), "ANALYZE"));
  REQUIRE(place.run(with(kShopRun, {"--output-dir", "packed", "--compress", "gzip", "--section", "data"})).exit_code ==
          0);
  CHECK(place.files("work/packed") == Words{"001-users.sql.gz", "002-orders.sql.gz"});
  CHECK(place.shell("zcat packed/001-users.sql.gz") == place.text("dump/001-users.sql"));
  REQUIRE(place.run(with(kShopRun, {"--output-dir", "split/", "--split-size", "20kB", "--rows", "orders=4000"}))
              .exit_code == 0);
  const Words split = place.files("work/split");
  CHECK(split.size() > 5);
  CHECK(Words(split.begin(), split.begin() + 4) ==
        Words{"000-pre-data.sql", "001-users.0001.sql", "002-orders.0001.sql", "002-orders.0002.sql"});
  for (const std::string& name : split) CHECK(fs::file_size(place.path("work/split/" + name)) <= 20'000);
}

// A table may be called anything; a file may not.
TEST_CASE("any table name makes a file name") {
  Workplace place;
  std::string tables;
  const std::string longest(63, 'x');
  for (const std::string& name : {std::string("a/b"), std::string("spa ce"), std::string("naïve"), std::string("-rf"),
                                  std::string("100%"), longest, std::string("new\\nline")}) {
    tables += (tables.empty() ? "" : ", ") + ("\"" + name + "\"") +
              R"(: {"row_count": 1, "columns": [{"name": "id", "type": "serial"}]})";
  }
  place.write("work/names.json", "{\"tables\": {" + tables + "}}");
  const ProcessResult result = place.run({"generate", "names.json", "-q", "--output-dir", "d", "--section", "data"});
  CAPTURE(result.err);
  REQUIRE(result.exit_code == 0);
  CHECK(place.files("work/d") == Words{"001-a%2Fb.sql", "002-spa%20ce.sql", "003-naïve.sql", "004--rf.sql",
                                       "005-100%25.sql", "006-" + longest + ".sql", "007-new%0Aline.sql"});
}

TEST_CASE("parts are numbered before the extension") {
  Shop place;
  fs::create_directory(place.path("work/a.b"));
  const std::pair<const char*, const char*> names[] = {
      {"dump.sql", "dump.0001.sql"}, {"dump.sql.gz", "dump.0001.sql.gz"}, {"dump.zst", "dump.0001.zst"},
      {"a.b/dump", "a.b/dump.0001"}, {".hidden", ".hidden.0001"},         {"two.dots.sql", "two.dots.0001.sql"}};
  for (const auto& [name, first] : names) {
    CAPTURE(name);
    const ProcessResult result = place.run(with(kShopRun, {"-o", name, "--split-size", "2kB", "--rows", "3000"}));
    CAPTURE(result.err);
    CHECK(result.exit_code == 0);
    CHECK(fs::exists(place.path("work/") / first));
    CHECK_FALSE(fs::exists(place.path("work/") / name));
    // A second output would leave parts of the first among its own.
    const ProcessResult again = place.run(with(kShopRun, {"-o", name, "--split-size", "1MB"}));
    CHECK(again.exit_code == 4);
    CHECK(contains(again.err, "is there already"));
  }
}

// Nothing is written, the exit code says whose fault it is, and the message what to do.
TEST_CASE("what cannot be written so is refused before the first byte") {
  const struct {
    Words words;
    int exit_code;
    const char* message;
  } cases[] = {
      {{"--shard", "0/3"}, 1, "must be K/N"},
      {{"--shard", "4/3"}, 1, "must be K/N"},
      {{"--shard", "1"}, 1, "must be K/N"},
      {{"--shard", "1/99999999999"}, 1, "must be K/N"},
      {{"--section", "predata"}, 1, "did you mean 'pre-data'"},
      {{"--section", "data,"}, 1, "empty section name"},
      {{"--section", "data", "--schema-only"}, 1, "nothing to write"},
      {{"--compress", "bzip2"}, 1, "must be none, gzip or zstd"},
      {{"--compress", "gzip:13"}, 1, "gzip:12"},
      {{"--compress", "zstd:0"}, 1, "zstd:1"},
      {{"--compress", "none:1"}, 1, "must be none"},
      {{"--compress", "gzip", "-o", "x.zst"}, 1, "another compression"},
      {{"--split-size", "1MB"}, 1, "parts of an output need names"},
      {{"--split-size", "1MB", "-o", "/dev/null"}, 1, "parts of an output need names"},
      {{"--split-size", "999", "-o", "x.sql"}, 1, "at least 1kB"},
      {{"--split-size", "1XB", "-o", "x.sql"}, 1, "must be a size"},
      {{"--split-size", "99999999999GB", "-o", "x.sql"}, 1, "must be a size"},
      {{"--output-dir", "d", "-o", "x.sql"}, 1, "exclude each other"},
      {{"--output-dir", "full"}, 4, "is not empty: it holds x"},
      {{"--output-dir", "shop.json"}, 4, "is not a directory"},
      {{"--output-dir", "missing/d"}, 4, "create the directory first"},
      {{"--split-size", "1MB", "-o", "missing/d.sql"}, 4, "create the directory first"},
  };
  Shop place;
  place.write("work/full/x", "");
  const Words before = place.files("work");
  for (const auto& [words, exit_code, message] : cases) {
    const ProcessResult result = place.run(with({"generate", "shop.json", "--seed", "1"}, words));
    INFO(words[0] << " " << words[1] << ": " << result.err);
    CHECK(result.exit_code == exit_code);
    CHECK(contains(result.err, message));
    CHECK(result.out.empty());
    CHECK(place.files("work") == before);
  }
  const ProcessResult seedless = place.run({"generate", "shop.json", "--shard", "1/2"});
  CHECK(seedless.exit_code == 1);
  CHECK(contains(seedless.err, "--seed"));
}

// A size that would need more parts than names can number ends the run, without a trace.
TEST_CASE("too many parts are an error of the output") {
  if (sanitized) return;  // a hundred thousand files
  Shop place;
  const Words before = place.files("work");
  const ProcessResult result =
      place.run(with(kShopRun, {"--format", "copy", "-o", "x.sql", "--split-size", "1kB", "--rows", "700000"}));
  CHECK(result.exit_code == 4);
  CHECK(contains(result.err, "choose a larger --split-size"));
  CHECK(place.files("work") == before);
}

TEST_CASE("a directory that is there and empty is used, with what killed runs left ignored") {
  Shop place;
  fs::create_directory(place.path("work/d"));
  place.write("work/d/.001-users.sql.77.tmp", "half");
  CHECK(place.run(with(kShopRun, {"--output-dir", "d", "--section", "data"})).exit_code == 0);
  CHECK(place.files("work/d") == Words{".001-users.sql.77.tmp", "001-users.sql", "002-orders.sql"});
}

// Neither file nor directory is left, whether the run fails or is interrupted, once or twice.
TEST_CASE("an output of several files that is not whole leaves nothing") {
  const std::vector<Words> outputs{{"--output-dir", "d"},
                                   {"--output-dir", "d", "--split-size", "1MB"},
                                   {"--output-dir", "d", "--compress", "zstd"},
                                   {"-o", "x.sql", "--split-size", "1MB"}};
  for (const Words& output : outputs) {
    for (const int times : {1, 2}) {
      Shop place;
      place.command.timeout = std::chrono::seconds(60);
      for (int i = 0; i < times; ++i)
        place.command.signals.push_back({SIGINT, std::chrono::milliseconds(400 + 5 * i), 0});
      const ProcessResult result = place.run(with(kEndless, output));
      CAPTURE(output, times, result.err);
      CHECK(result.exit_code == 130);
      CHECK_FALSE(result.timed_out);
      CHECK(place.files("work") == Words{"shop.json"});
    }
  }
}

}  // namespace datagen::test
