// The file holds what PostgreSQL holds.
#include <cstdlib>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "tests/postgres/facts.hpp"
#include "tests/postgres/program.hpp"
#include "tests/postgres/random_description.hpp"
#include "tests/sqlite/database_file.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/postgres.hpp"

using namespace datagen::test;
namespace fs = std::filesystem;

namespace {

using Words = std::vector<std::string>;

std::string escaped(const std::string& value) {
  std::string text;
  for (const char c : value) {
    const std::size_t place = std::string_view("\\\t\n\r\b\f\v").find(c);
    if (place != std::string_view::npos)
      text += {'\\', "\\tnrbfv"[place]};
    else
      text += c;
  }
  return text;
}

struct ServerTable {
  std::string sql;   // as SQL of the server names it
  std::string name;  // as the file has it
};
std::vector<ServerTable> tables_of(const Database& server) {
  std::vector<ServerTable> tables;
  for (const auto& row : server.query("SELECT nspname, relname FROM pg_class c JOIN pg_namespace n ON n.oid = "
                                      "relnamespace WHERE relkind = 'r' AND nspname !~ '^pg_|^information_schema$' "
                                      "ORDER BY 1, 2"))
    tables.push_back({quote_identifier(*row[0]) + '.' + quote_identifier(*row[1]),
                      *row[0] == "public" ? *row[1] : *row[0] + '.' + *row[1]});
  return tables;
}

// The rows of the file, by COPY.
std::string copy_of(const DatabaseFile& file, const std::vector<ServerTable>& tables) {
  std::string script = "SET TimeZone = 'UTC';\n";
  for (const ServerTable& table : tables) {
    const Words columns = file.columns(table.name);
    if (columns.empty()) continue;
    script += "COPY " + table.sql + " (" + quoted_names(columns) + ") FROM stdin;\n";
    for (const auto& row : file.query("SELECT " + quoted_names(columns) + " FROM " + quoted_name(table.name))) {
      for (std::size_t i = 0; i < row.size(); ++i) script += (i == 0 ? "" : "\t") + (row[i] ? escaped(*row[i]) : "\\N");
      script += '\n';
    }
    script += "\\.\n";
  }
  return script;
}

// 5.10 and 5.1 are the same number; only the server remembers how it was written, in columns without a scale.
void trim_scales(const Database& server) {
  std::string script = "SELECT 1;";
  for (const auto& row :
       server.query("SELECT attrelid::regclass, quote_ident(attname) FROM pg_attribute WHERE format_type(atttypid, "
                    "atttypmod) = 'numeric' AND attgenerated = '' AND attrelid IN (SELECT oid FROM pg_class WHERE "
                    "relkind = 'r' AND oid >= 16384)"))
    script += "UPDATE " + *row[0] + " SET " + *row[1] + " = trim_scale(" + *row[1] + ");";
  REQUIRE(server.execute(script).exit_code == 0);
}

// Of the column as both say it: a generated one is computed by each.
void compare_generated(const DatabaseFile& file, const Database& server, const ServerTable& table,
                       const std::string& column) {
  CAPTURE(table.name, column);
  const std::string name = quoted_name(column);
  const auto there = server.query("SELECT " + name + ", row_number() OVER () FROM " + table.sql + " ORDER BY 1, 2");
  const std::string type =
      server.value("SELECT format_type(atttypid, NULL) FROM pg_attribute WHERE attrelid = " + quote_literal(table.sql) +
                   "::regclass AND attname = " + quote_literal(column));
  const bool number = type == "numeric" || type == "integer" || type == "bigint" || type == "double precision";
  std::multimap<std::string, int> ours, theirs;
  const auto canonical = [&](const Value& value) {
    if (!value) return std::string("null");
    if (type == "boolean") return std::string(*value == "t" || *value == "1" ? "true" : "false");
    return number ? std::to_string(std::strtod(value->c_str(), nullptr)) : *value;
  };
  for (const auto& row : file.query("SELECT " + name + " FROM " + quoted_name(table.name)))
    ours.emplace(canonical(row[0]), 0);
  for (const auto& row : there) theirs.emplace(canonical(row[0]), 0);
  CHECK(ours == theirs);
}

// Both outputs of one description: the server's rows, the file's rows on the same server, and what the file says of
// itself.  Generated columns that are compared are counted.
void compare(const fs::path& description, const Words& more, std::size_t& n_generated, const Words& of_file = {}) {
  const Dump dump(description, "copy", 11, more);
  TemporaryDirectory directory;
  const fs::path path = directory.path() / "data.db";
  Words words{"generate", description.string(), "--seed", "11", "--format", "sqlite", "-o", path.string()};
  words.insert(words.end(), more.begin(), more.end());
  words.insert(words.end(), of_file.begin(), of_file.end());
  const ProcessResult result = run_datagen(words);
  CAPTURE(result.err, dump.result().err);
  REQUIRE(result.exit_code == dump.result().exit_code);
  CHECK(fs::exists(path) == (result.exit_code == 0));
  if (result.exit_code != 0) return;

  const DatabaseFile file(path);
  CHECK(file.damage().empty());
  const Database loaded = PostgresCluster::shared().database();
  REQUIRE(loaded.load(dump.path()).exit_code == 0);
  Words only_tables = more;
  only_tables.insert(only_tables.end(), {"--section", "pre-data"});
  const Dump definitions(description, "copy", 11, only_tables);
  const Database filled = PostgresCluster::shared().database();
  REQUIRE(filled.load(definitions.path()).exit_code == 0);
  const std::vector<ServerTable> tables = tables_of(loaded);
  const ProcessResult copied = filled.execute(copy_of(file, tables));
  CAPTURE(copied.err);
  REQUIRE(copied.exit_code == 0);
  trim_scales(filled);
  trim_scales(loaded);
  CHECK(contents(filled) == contents(loaded));

  for (const ServerTable& table : tables) {
    CAPTURE(table.name);
    const auto count = [&](const std::string& kind) {
      return loaded.value("SELECT count(*) FROM pg_constraint WHERE conrelid = " + quote_literal(table.sql) +
                          "::regclass AND contype = '" + kind + "'");
    };
    if (file.columns(table.name).empty()) continue;
    const std::string name = quote_literal(table.name);
    CHECK(file.value("SELECT count(DISTINCT id) FROM pragma_foreign_key_list(" + name + ")") == count("f"));
    CHECK(file.value("SELECT max(pk) > 0 FROM pragma_table_info(" + name + ")") == count("p"));
    CHECK(file.value("SELECT count(*) FROM sqlite_stat1 WHERE tbl = " + name) !=
          (file.value("SELECT count(*) FROM " + quoted_name(table.name)) == "0" ? "-" : "0"));
    for (const std::string& column : file.generated_columns(table.name)) {
      compare_generated(file, loaded, table, column);
      ++n_generated;
    }
  }
}

}  // namespace

// Invariant: the rows of the file, read by SQLite and given to PostgreSQL, are the rows of the dump; keys are there.
TEST_CASE("A file holds the rows that a dump of the same description brings to a server") {
  std::size_t n_generated = 0;
  for (const fs::directory_entry& entry : fs::directory_iterator(DATAGEN_TEST_DATA)) {
    if (!entry.is_regular_file()) continue;
    CAPTURE(entry.path());
    compare(entry.path(), {}, n_generated);
    if (sanitized && n_generated > 0) break;
  }
  CHECK(n_generated >= 1);
  if (std::string(DATAGEN_CASES_DIR).empty()) return;
  for (const fs::directory_entry& entry : fs::directory_iterator(DATAGEN_CASES_DIR)) {
    if (entry.path().extension() != ".json") continue;
    CAPTURE(entry.path());
    compare(entry.path(), {"--rows", "300"}, n_generated);
  }
}

TEST_CASE("A file holds the rows of STRICT tables too, and of any random description") {
  std::size_t n_generated = 0;
  for (const char* name : {"shop.json", "types_tour.yaml", "every_type.yaml"})
    compare(fs::path(DATAGEN_TEST_DATA) / name, {}, n_generated, {"--set", "strict=true"});
  TemporaryDirectory directory;
  for (std::uint64_t seed = 1; seed <= (sanitized ? 3 : 12); ++seed) {
    const Json description = random_description(seed);
    CAPTURE(seed, description.dump());
    compare(directory.write("description.json", description.dump()), {}, n_generated);
  }
}
