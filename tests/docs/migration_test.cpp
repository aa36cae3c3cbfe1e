// docs/migration.md promises that what was written for the original is read: each row of its tables is tried.
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "tests/docs/markdown.hpp"
#include "tests/docs/pages.hpp"
#include "tests/docs/prose.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/process.hpp"

using namespace datagen::test;

namespace {

std::string page() { return read_file(source_directory() / "docs/migration.md"); }

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

// The code of a cell, of each row whose first cell's code begins as is asked for.
struct Row {
  std::string there;
  std::vector<std::string> here;
  bool same = false;  // the second cell begins so: what was written there is still right
};
std::vector<Row> rows(bool (*wanted)(const std::string& there)) {
  std::vector<Row> result;
  for (const std::vector<std::string>& cells : table_rows(page())) {
    REQUIRE(cells.size() == 2);
    const std::vector<std::string> there = code_spans(cells[0]);
    REQUIRE(there.size() == 1);
    if (wanted(there[0])) result.push_back({there[0], code_spans(cells[1]), cells[1].starts_with("the same")});
  }
  return result;
}

bool is_command(const std::string& there) { return there.starts_with("datagen"); }
bool is_column(const std::string& there) { return there.starts_with("{"); }
bool is_variable(const std::string& there) { return is_capital(there[0]); }
bool is_key(const std::string& there) { return !is_command(there) && !is_column(there) && !is_variable(there); }

// With the page's own description, as a reader of it has.
class Workplace {
 public:
  Workplace() {
    for (const CodeBlock& block : code_blocks(page())) {
      if (!block.file.empty()) directory_.write(block.file, block.text);
    }
  }
  void write(const std::string& file, const std::string& text) { directory_.write(file, text); }
  void check(const std::string& command) {
    const ProcessResult result = run_as_reader(command, directory_.path());
    INFO(command << "\n" << result.out);
    CHECK(result.exit_code == 0);
    CHECK(result.out.find("datagen: warning") == std::string::npos);
  }

 private:
  TemporaryDirectory directory_;
};

}  // namespace

TEST_CASE("Every command of the original runs, itself or as what the page puts in its place") {
  const std::vector<Row> commands = rows(is_command);
  CHECK(commands.size() >= 15);
  for (const Row& row : commands) {
    Workplace place;
    if (row.same) place.check(row.there);
    std::size_t n_here = 0;
    for (const std::string& here : row.here) {
      if (!is_command(here)) continue;
      place.check(here);
      ++n_here;
    }
    INFO(row.there);
    CHECK((row.same || n_here > 0));
  }
}

TEST_CASE("Every configuration key of the original is accepted, and so is what the page puts in its place") {
  const std::vector<Row> keys = rows(is_key);
  CHECK(keys.size() >= 18);
  Workplace place;
  for (const Row& row : keys) {
    place.write("there.yaml", row.there + "\n");
    place.check("datagen --config there.yaml generate schema.json --dry-run");
    for (const std::string& here : row.here) {
      if (here.find(" = ") == std::string::npos) continue;
      place.write("here.toml", here + "\n");
      place.check("datagen --config here.toml generate schema.json --dry-run");
    }
  }
}

TEST_CASE("Every variable of the original does what the one does that the page puts in its place") {
  const std::vector<Row> variables = rows(is_variable);
  CHECK(variables.size() >= 6);
  for (const Row& row : variables) {
    REQUIRE(row.here.size() == 1);
    const TemporaryDirectory directory;
    directory.write("datagen.toml", "seed = 1\n");
    for (const CodeBlock& block : code_blocks(page())) {
      if (block.file == "schema.json") directory.write(block.file, block.text);
    }
    const auto settings = [&](const std::string& variable) {
      const std::string out =
          run_as_reader(variable + " datagen -v generate schema.json --dry-run", directory.path()).out;
      const std::size_t start = out.find("settings: ");
      INFO(variable << "\n" << out);
      REQUIRE(start != std::string::npos);
      return out.substr(start, out.find('\n', start) - start);
    };
    CHECK(settings(row.there) == settings(row.here[0]));
  }
}

TEST_CASE("Every form of column of the original's documents is read, and its table can be filled") {
  const std::vector<Row> columns = rows(is_column);
  CHECK(columns.size() >= 15);
  Workplace place;
  for (const Row& row : columns) {
    place.write(
        "column.json",
        R"({"version": "1.0", "tables": {"t": {"row_count": 20, "primary_key": ["id"], "columns": [)"
        R"({"name": "id", "type": "serial"}, )"
        R"({"name": "kind", "type": "text", "generator": "enum", "generator_config": {"values": ["x", "y"]}}, )" +
            row.there + "]}}}\n");
    place.check("datagen generate column.json --strict -o column.sql");
  }
}
