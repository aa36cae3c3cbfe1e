// Every description at hand, in every dump format, loaded into a server.
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

constexpr std::uint64_t default_row_count = 1000;  // the program's

std::vector<fs::path> descriptions() {
  std::vector<fs::path> result;
  for (const char* folder : {DATAGEN_TEST_DATA, DATAGEN_CASES_DIR}) {
    if (*folder == '\0') continue;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
      const std::string extension = entry.path().extension().string();
      if (extension == ".json" || extension == ".toml" || extension == ".yaml") result.push_back(entry.path());
    }
  }
  std::sort(result.begin(), result.end());
  return result;
}

std::vector<std::uint64_t> seeds() {
  return sanitized ? std::vector<std::uint64_t>{7} : std::vector<std::uint64_t>{7, 18446744073709551615u};
}

// Of each serial and identity column: the sequence goes on after the rows.
void check_sequences(const Database& database) {
  const Rows columns = database.query(
      "SELECT quote_ident(n.nspname) || '.' || quote_ident(c.relname), quote_ident(a.attname), "
      "pg_get_serial_sequence(quote_ident(n.nspname) || '.' || quote_ident(c.relname), a.attname) FROM pg_class c JOIN "
      "pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid WHERE c.relkind = 'r' AND "
      "n.nspname NOT LIKE 'pg\\_%' AND a.attnum > 0 AND pg_get_serial_sequence(quote_ident(n.nspname) || '.' || "
      "quote_ident(c.relname), a.attname) IS NOT NULL");
  for (const auto& row : columns) {
    const std::string table = row[0].value(), column = row[1].value();
    INFO(table << "." << column);
    const std::string next = database.value("SELECT nextval(" + quote_literal(row[2].value()) + ")");
    CHECK(database.value("SELECT count(*) FROM " + table + " WHERE " + column + " >= " + next) == "0");
    // Nor is there a gap.
    CHECK(database.value("SELECT " + next + " - coalesce(max(" + column + "), 0) FROM " + table) == "1");
  }
}

}  // namespace

// A dump loads without an error, and the server then holds all that the description promises: rows, constraints (which
// the server has verified), indexes, types, sequences that go on.  The format makes no difference to what arrives.
TEST_CASE("Every description loads in both formats and holds what it promises") {
  const std::vector<fs::path> files = descriptions();
  REQUIRE(files.size() >= 12);
  for (const fs::path& file : files) {
    const Json description = read_description(file);
    const Facts promises = promised(description, default_row_count);
    for (const std::uint64_t seed : seeds()) {
      std::map<std::string, std::string> first_contents;
      for (const std::string& format : dump_formats) {
        INFO(file << " as " << format << " with seed " << seed);
        const Dump dump(file, format, seed, {"--jobs", "2"});
        CAPTURE(dump.result().err);
        CHECK(dump.result().exit_code == 0);
        CHECK(dump.result().out.empty());
        if (dump.result().exit_code != 0) continue;
        const Database database = PostgresCluster::shared().database();
        const ProcessResult loaded = database.load(dump.path());
        CAPTURE(loaded.err);
        CHECK(loaded.exit_code == 0);
        if (loaded.exit_code != 0) continue;
        CHECK(held(database) == promises);
        CHECK(held_types(database) == promised_types(description, database));
        const auto arrived = contents(database);
        if (first_contents.empty()) first_contents = arrived;
        CHECK(arrived == first_contents);
        check_sequences(database);
      }
    }
  }
}

// Descriptions as users of the original wrote them, each in other spellings: they load, with all of their rows.
TEST_CASE("Descriptions in other spellings load with the rows that they promise") {
  int loaded = 0;
  for (const fs::directory_entry& entry : fs::directory_iterator(fs::path(DATAGEN_TEST_DATA) / "spellings")) {
    INFO(entry.path());
    const Dump dump(entry.path(), "copy", 5);
    CAPTURE(dump.result().err);
    CHECK(dump.result().exit_code == 0);
    if (dump.result().exit_code != 0) continue;
    const Database database = PostgresCluster::shared().database();
    const ProcessResult result = database.load(dump.path());
    CAPTURE(result.err);
    CHECK(result.exit_code == 0);
    if (result.exit_code != 0) continue;
    std::uint64_t rows = 0;
    for (const auto& [table, text] : contents(database))
      rows += std::stoull(database.value("SELECT count(*) FROM " + table));
    std::string total = std::to_string(rows);
    for (std::size_t at = total.size(); at > 3; at -= 3) total.insert(at - 3, ",");
    const ProcessResult valid = run_datagen({"validate", entry.path().string()});
    CHECK(valid.err.find(", " + total + " rows)") != std::string::npos);
    ++loaded;
  }
  CHECK(loaded >= 12);
}

// A dump says all it relies on: a server whose defaults differ takes it too.
TEST_CASE("A dump loads under other settings of the server") {
  const fs::path file = fs::path(DATAGEN_TEST_DATA) / "types_tour.yaml";
  std::map<std::string, std::string> plain;
  for (const char* settings :
       {"",
        "SET standard_conforming_strings = off; SET DateStyle = 'SQL, DMY'; SET TimeZone = 'Asia/Kathmandu'; "
        "SET IntervalStyle = 'iso_8601'; SET bytea_output = 'escape'; SET client_encoding = 'LATIN1';"}) {
    for (const std::string& format : dump_formats) {
      INFO(format << " after: " << settings);
      const Dump dump(file, format, 3);
      CAPTURE(dump.result().err);
      REQUIRE(dump.result().exit_code == 0);
      const Database database = PostgresCluster::shared().database();
      const ProcessResult loaded = database.execute(settings + dump.text());
      CAPTURE(loaded.err);
      REQUIRE(loaded.exit_code == 0);
      if (plain.empty()) plain = contents(database);
      CHECK(contents(database) == plain);
    }
  }
}
