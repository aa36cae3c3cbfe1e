// What verify accepts and what it finds: dumps of many descriptions as they are, through a server, and with one thing
// changed.
#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "tests/postgres/program.hpp"
#include "tests/postgres/random_description.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/postgres.hpp"

using namespace datagen::test;

namespace {

ProcessResult verify(const std::filesystem::path& description, const std::string& dump, std::uint64_t seed,
                     const std::vector<std::string>& more = {}) {
  std::vector<std::string> words{"verify", description.string(), dump, "--seed", std::to_string(seed)};
  words.insert(words.end(), more.begin(), more.end());
  return run_datagen(words);
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

// The data lines of one table in a dump with COPY.
struct Block {
  std::string table;
  std::size_t first = 0, rows = 0;  // first: index into the lines
};

std::vector<Block> blocks_of(const std::vector<std::string>& lines) {
  std::vector<Block> blocks;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!lines[i].starts_with("COPY ")) continue;
    Block block{lines[i].substr(5, lines[i].find(" (") - 5), i + 1, 0};
    while (lines[++i] != "\\.") ++block.rows;
    blocks.push_back(block);
  }
  return blocks;
}

// Another character of its kind.
char other(char c) {
  if (c >= '0' && c <= '9') return c == '9' ? '1' : static_cast<char>(c + 1);
  return c == 'z' || c == 'Z' ? static_cast<char>(c - 1) : static_cast<char>(c + 1);
}

bool alphanumeric(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// The message names the table and the row, alone or as the first of several.
bool names(const std::string& messages, const std::string& table, std::size_t row) {
  const std::string number = std::to_string(row);
  for (const std::string& line : lines_of(messages)) {
    const bool of_table =
        line.find(" " + table + ":") != std::string::npos || line.find(" " + table + ".") != std::string::npos;
    if (of_table && (line.find("row " + number + " ") != std::string::npos ||
                     line.find("rows " + number + " to ") != std::string::npos)) {
      return true;
    }
  }
  return false;
}

bool has_key(const Json& description, const std::string& table) {
  const auto& tables = description["tables"];
  return tables.contains(table) && tables[table].contains("primary_key");
}

}  // namespace

// A dump verifies as it was written; and what a server that it was loaded into gives back verifies too, though its rows
// may be spelt in other ways and stand elsewhere.
TEST_CASE("verify accepts every dump, and pg_dump's of the database that it was loaded into") {
  const std::uint64_t n_cases = sanitized ? 15 : 100;
  std::size_t accepted = 0;
  for (std::uint64_t seed = 1; seed <= n_cases; ++seed) {
    const TemporaryDirectory directory;
    const Json description = random_description(seed);
    const auto file = directory.write("description.json", description.dump(2));
    const std::string& format = dump_formats[seed % dump_formats.size()];
    const Dump dump(file, format, seed, {"--batch-size", std::to_string(1 + seed * 7 % 300)});
    if (dump.result().exit_code != 0) continue;
    const ProcessResult result = verify(file, dump.path().string(), seed);
    CAPTURE(seed, format, description.dump(), result.err);
    REQUIRE(result.exit_code == 0);
    ++accepted;
    if (seed % 10 != 0) continue;
    const Database database = PostgresCluster::shared().database();
    REQUIRE(database.load(dump.path()).exit_code == 0);
    for (const std::vector<std::string>& more :
         {std::vector<std::string>{}, {"--inserts"}, {"--column-inserts", "--rows-per-insert=10"}}) {
      const ProcessResult again =
          verify(file, directory.write("pg.sql", database.dump(more)).string(), seed, {"--any-order"});
      CAPTURE(again.err);
      REQUIRE(again.exit_code == 0);
    }
  }
  CHECK(accepted > n_cases / 3);
}

// Every value of every type that a server prints in its own way.
TEST_CASE("verify knows the server's spellings of every type") {
  for (const char* name : {"every_type.yaml", "types_tour.yaml", "structured.yaml", "domains.yaml", "schemas.toml"}) {
    const TemporaryDirectory directory;
    const std::filesystem::path file = std::filesystem::path(DATAGEN_TEST_DATA) / name;
    const Dump dump(file, "copy", 3, {"--rows", "150"});
    CAPTURE(name, dump.result().err);
    REQUIRE(dump.result().exit_code == 0);
    const Database database = PostgresCluster::shared().database();
    REQUIRE(database.load(dump.path()).exit_code == 0);
    const ProcessResult result =
        verify(file, directory.write("pg.sql", database.dump()).string(), 3, {"--any-order", "--rows", "150"});
    CAPTURE(result.err);
    CHECK(result.exit_code == 0);
  }
}

// Keys that no draw tells, groups, cycles, partial indexes, computed columns: every description of the tests.
TEST_CASE("verify accepts the dumps of the tests' descriptions") {
  std::size_t tried = 0;
  for (const auto& entry : std::filesystem::directory_iterator(DATAGEN_TEST_DATA)) {
    if (!entry.is_regular_file() || !is_tried(tried++)) continue;
    for (const std::string& format : dump_formats) {
      const Dump dump(entry.path(), format, 5);
      CAPTURE(entry.path(), format, dump.result().err);
      REQUIRE(dump.result().exit_code == 0);
      for (const std::vector<std::string>& more : {std::vector<std::string>{}, {"--any-order"}}) {
        const ProcessResult result = verify(entry.path(), dump.path().string(), 5, more);
        CAPTURE(result.err);
        CHECK(result.exit_code == 0);
        CHECK(result.err.find("out of order") == std::string::npos);
      }
    }
  }
}

// One change to a dump is found, in its table and row.
TEST_CASE("verify finds every single change of a dump") {
  const std::uint64_t n_cases = sanitized ? 6 : 40;
  std::size_t found = 0;
  for (std::uint64_t seed = 1; seed <= n_cases; ++seed) {
    std::mt19937_64 random(seed);
    const TemporaryDirectory directory;
    const Json description = random_description(seed);
    const auto file = directory.write("description.json", description.dump(2));
    const Dump dump(file, "copy", seed);
    if (dump.result().exit_code != 0) continue;
    const std::vector<std::string> lines = lines_of(dump.text());
    std::vector<Block> blocks = blocks_of(lines);
    // Rows without a key may be equal: then removing, or changing, one of them shows at another.
    std::erase_if(blocks, [&](const Block& block) { return block.rows < 3 || !has_key(description, block.table); });
    if (blocks.empty()) continue;
    const auto check = [&](const char* what, const std::vector<std::string>& changed, const Block& block,
                           std::size_t row, const std::vector<std::string>& more = {}) {
      const ProcessResult result = verify(file, directory.write("changed.sql", joined(changed)).string(), seed, more);
      CAPTURE(seed, what, block.table, row, result.err, description.dump());
      CHECK(result.exit_code == 5);
      if (more.empty()) CHECK(names(result.err, block.table, row));
      ++found;
    };
    const Block block = blocks[random() % blocks.size()];
    const std::size_t row = random() % (block.rows - 1), line = block.first + row;
    {
      std::vector<std::string> changed = lines;
      std::string& text = changed[line];
      std::size_t at = random() % text.size();
      for (std::size_t n = 0; n < text.size() && (!alphanumeric(text[at]) || (at > 0 && text[at - 1] == '\\')); ++n)
        at = (at + 1) % text.size();
      if (alphanumeric(text[at]) && (at == 0 || text[at - 1] != '\\')) {
        text[at] = other(text[at]);
        check("another character", changed, block, row);
        check("another character, in any order", changed, block, row, {"--any-order"});
      }
    }
    {
      std::vector<std::string> changed = lines;
      changed.erase(changed.begin() + static_cast<std::ptrdiff_t>(line));
      check("a row removed", changed, block, row);
      check("a row removed, in any order", changed, block, row, {"--any-order"});
    }
    {
      std::vector<std::string> changed = lines;
      changed.insert(changed.begin() + static_cast<std::ptrdiff_t>(line), lines[line]);
      check("a row doubled", changed, block, row);
      check("a row doubled, in any order", changed, block, row, {"--any-order"});
    }
    {
      std::vector<std::string> changed = lines;
      std::swap(changed[line], changed[line + 1]);
      check("two rows exchanged", changed, block, row);
    }
    {
      std::vector<std::string> changed = lines;
      std::string& text = changed[line];
      const std::size_t tab = text.find('\t');
      const std::size_t end = tab == std::string::npos ? tab : std::min(text.find('\t', tab + 1), text.size());
      if (tab != std::string::npos && text.substr(0, tab) != text.substr(tab + 1, end - tab - 1)) {
        text = text.substr(tab + 1, end - tab - 1) + "\t" + text.substr(0, tab) + text.substr(end);
        check("two values exchanged", changed, block, row);
      }
    }
    {
      std::vector<std::string> changed = lines;
      changed.erase(changed.begin() + static_cast<std::ptrdiff_t>(block.first) - 1,
                    changed.begin() + static_cast<std::ptrdiff_t>(block.first + block.rows) + 1);
      const ProcessResult result = verify(file, directory.write("changed.sql", joined(changed)).string(), seed);
      CAPTURE(seed, result.err);
      CHECK(result.exit_code == 5);
      CHECK(result.err.find(block.table + ": has none of its " + std::to_string(block.rows) + " rows") !=
            std::string::npos);
    }
    const std::string more_rows = block.table + "=" + std::to_string(block.rows + 1);
    const int other_rows = verify(file, dump.path().string(), seed, {"--rows", more_rows}).exit_code;
    CHECK((other_rows == 5 || other_rows == 2));  // 2: the description cannot be filled with one row more
  }
  CHECK(found > n_cases * 2);  // most kinds of change, in most cases
}

TEST_CASE("verify finds a changed value of an INSERT, and another seed") {
  const std::filesystem::path file = std::filesystem::path(DATAGEN_TEST_DATA) / "shop.json";
  const Dump dump(file, "sql", 4);
  const TemporaryDirectory directory;
  std::vector<std::string> lines = lines_of(dump.text());
  const auto begin = std::find_if(lines.begin(), lines.end(),
                                  [](const std::string& line) { return line.starts_with("INSERT INTO customers"); });
  REQUIRE(begin != lines.end());
  std::string& line = *(begin + 8);
  const std::size_t at = line.find("@");
  REQUIRE(at != std::string::npos);
  line[at - 1] = other(line[at - 1]);
  const ProcessResult result = verify(file, directory.write("changed.sql", joined(lines)).string(), 4);
  CAPTURE(result.err);
  CHECK(result.exit_code == 5);
  CHECK(result.err.find("customers.email: row 7 is '") != std::string::npos);
  CHECK(result.err.find("changed.sql:" + std::to_string(begin + 9 - lines.begin()) + ":3") != std::string::npos);
  CHECK(verify(file, dump.path().string(), 5).exit_code == 5);
  CHECK(verify(file, dump.path().string(), 4).exit_code == 0);
}

// A key that a dump has twice, a null where none may be: told as what they are, beside the values.
TEST_CASE("verify tells of keys and nulls by themselves") {
  const TemporaryDirectory directory;
  const auto file =
      directory.write("d.json", R"json({"tables": {"t": {"row_count": 50, "primary_key": ["id"], "columns": [
    {"name": "id", "type": "serial"}, {"name": "code", "type": "varchar(8)", "unique": true, "nullable": false,
     "pattern": "[A-Z]{8}"}]}}})json");
  const Dump dump(file, "copy", 1);
  std::vector<std::string> lines = lines_of(dump.text());
  const Block block = blocks_of(lines).at(0);
  std::string& line = lines[block.first + 30];
  const std::string before = line;
  line = "31" + lines[block.first + 4].substr(lines[block.first + 4].find('\t'));
  ProcessResult result = verify(file, directory.write("changed.sql", joined(lines)).string(), 1);
  CAPTURE(result.err);
  CHECK(result.exit_code == 5);
  CHECK(result.err.find("t.code: row 30 has the same key as row 4") != std::string::npos);
  lines[block.first + 30] = "31\t\\N";
  result = verify(file, directory.write("changed.sql", joined(lines)).string(), 1);
  CHECK(result.exit_code == 5);
  CHECK(result.err.find("t.code: row 30 is null, not '" + before.substr(before.find('\t') + 1) +
                        "'; the column allows no null") != std::string::npos);
}

// More keys than the memory for them holds are computed again, part by part.
TEST_CASE("verify takes no more memory for more rows") {
  const TemporaryDirectory directory;
  const auto file = directory.write("d.json", R"json({"tables": {"t": {"primary_key": ["id"], "columns": [
    {"name": "id", "type": "serial"}]}}})json");
  const std::string rows = sanitized ? "50000" : "5000000";
  const Dump dump(file, "copy", 1, {"--rows", rows});
  REQUIRE(dump.result().exit_code == 0);
  const ProcessResult result = verify(file, dump.path().string(), 1, {"--rows", rows});
  CAPTURE(result.err, result.peak_memory);
  CHECK(result.exit_code == 0);
  CHECK(result.err.find("1 unique set") != std::string::npos);
  if (!sanitized) CHECK(result.peak_memory < (std::int64_t{120} << 20));
}
