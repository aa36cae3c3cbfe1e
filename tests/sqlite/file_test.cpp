// The file as a user meets it: what --output names, what it is good for, and what is left when something goes wrong.
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "tests/postgres/program.hpp"
#include "tests/sqlite/database_file.hpp"
#include "tests/support/catch.hpp"

using namespace datagen::test;
namespace fs = std::filesystem;

namespace {

using Words = std::vector<std::string>;

fs::path data(const char* name) { return fs::path(DATAGEN_TEST_DATA) / name; }
Words generate(const fs::path& description, const Words& more) {
  Words words{"generate", description.string(), "--seed", "11", "--format", "sqlite"};
  words.insert(words.end(), more.begin(), more.end());
  return words;
}
ProcessResult make(const fs::path& description, const Words& more) { return run_datagen(generate(description, more)); }

void check_refused(const ProcessResult& result, int exit_code, const Words& parts) {
  CAPTURE(result.err);
  CHECK(result.exit_code == exit_code);
  CHECK(result.out.empty());
  for (const std::string& part : parts) {
    CAPTURE(part);
    CHECK(result.err.find(part) != std::string::npos);
  }
}

Words names_in(const fs::path& directory) {
  Words names;
  for (const fs::directory_entry& entry : fs::directory_iterator(directory)) names.push_back(entry.path().filename());
  std::sort(names.begin(), names.end());
  return names;
}

// Takes long enough to be disturbed.
const char* const kLarge = R"({"tables": {
    "parents": {"row_count": 1000, "columns": {"id": {"type": "serial", "primary_key": true}, "note": {"type": "text"}}},
    "children": {"row_count": 6000000, "columns": {"id": {"type": "bigserial", "primary_key": true},
      "parent_id": {"type": "integer", "nullable": false, "references": "parents.id"}, "code": {"type": "uuid",
      "unique": true, "nullable": false}, "note": {"type": "text"}}}}})";

}  // namespace

// Invariant: the bytes are a function of the description and the seed.
TEST_CASE("Neither threads nor batches change a byte of the file") {
  for (const char* name : {"shop.json", "composite_keys.toml", "types_tour.yaml", "ring.json"}) {
    CAPTURE(name);
    TemporaryDirectory directory;
    std::string first;
    for (const Words& more : {Words{"--jobs", "1"}, Words{"--jobs", "4", "--batch-size", "7"},
                              Words{"--jobs", "2", "--batch-size", "100000"}}) {
      const fs::path path = directory.path() / "data.db";
      Words words{"-o", path.string()};
      words.insert(words.end(), more.begin(), more.end());
      REQUIRE(make(data(name), words).exit_code == 0);
      const std::string bytes = read_file(path);
      if (first.empty()) first = bytes;
      CHECK((bytes == first));
    }
  }
}

// Invariant: what the description forbids is refused by the file too, and the next row gets a number of its own.
TEST_CASE("Rows that violate a key or a check are refused, and a new row gets the next number") {
  std::size_t n_keys = 0, n_foreign = 0, n_checks = 0, n_numbered = 0;
  for (const char* name : {"shop.json", "composite_keys.toml", "checks.yaml", "custom_types.json", "identities.json",
                           "tenants.yaml", "ring.json", "indexes.toml"}) {
    TemporaryDirectory directory;
    const fs::path path = directory.path() / "data.db";
    REQUIRE(make(data(name), {"-o", path.string()}).exit_code == 0);
    const DatabaseFile file(path);
    for (const std::string& table : file.tables()) {
      CAPTURE(name, table);
      const std::string columns = quoted_names(file.columns(table)), from = " FROM " + quoted_name(table);
      const bool empty = file.value("SELECT count(*)" + from) == "0";
      if (empty) continue;
      const std::string again =
          "INSERT INTO " + quoted_name(table) + " (" + columns + ") SELECT " + columns + from + " LIMIT 1";
      if (file.value("SELECT max(pk) > 0 FROM pragma_table_info('" + table + "')") == "1") {
        CHECK(file.run(again).find("UNIQUE constraint failed") != std::string::npos);
        ++n_keys;
      }
      for (const auto& row : file.query("SELECT min(\"from\") FROM pragma_foreign_key_list('" + table +
                                        "') GROUP BY id HAVING count(*) = 1 ")) {
        const std::string update = "UPDATE " + quoted_name(table) + " SET " + quoted_name(*row[0]) +
                                   " = -987654321 WHERE rowid = (SELECT max(rowid)" + from + ')';
        const std::string error = file.run(update);
        CAPTURE(update, error);
        CHECK(error.find("constraint failed") != std::string::npos);
        if (error.find("FOREIGN KEY") != std::string::npos) ++n_foreign;
      }
      for (const auto& row : file.query("SELECT name FROM pragma_table_info('" + table + "') WHERE type = 'BOOLEAN'")) {
        CHECK(file.run("UPDATE " + quoted_name(table) + " SET " + quoted_name(*row[0]) + " = 7").find("CHECK") !=
              std::string::npos);
        ++n_checks;
      }
      if (file.query("SELECT 1 FROM sqlite_schema WHERE name = 'sqlite_sequence'").empty()) continue;
      const auto sequence = file.query("SELECT seq FROM sqlite_sequence WHERE name = '" + table + "'");
      if (sequence.empty() || !file.query("SELECT 1 FROM pragma_index_list('" + table + "') WHERE \"unique\"").empty())
        continue;
      Words others;
      std::string number;
      for (const auto& row : file.query("SELECT name, pk FROM pragma_table_xinfo('" + table + "') WHERE hidden = 0"))
        if (row[1] == "0")
          others.push_back(*row[0]);
        else
          number = *row[0];
      const std::string rest = quoted_names(others);
      CHECK(
          file.run("INSERT INTO " + quoted_name(table) + " (" + rest + ") SELECT " + rest + from + " LIMIT 1").empty());
      CHECK(file.value("SELECT max(" + quoted_name(number) + ")" + from) ==
            std::to_string(std::stoll(*sequence[0][0]) + 1));
      ++n_numbered;
    }
    CHECK(file.damage().empty());
  }
  CHECK(n_keys > 15);
  CHECK(n_foreign > 8);
  CHECK(n_checks > 1);
  CHECK(n_numbered > 3);
}

TEST_CASE("What is kept can be read from the schema, and what is not is told by name") {
  TemporaryDirectory directory;
  const fs::path description = directory.write("kept.yaml", R"yaml(
sequences: {numbers: {start: 10}}
tables:
  people:
    row_count: 40
    comment: Who works here
    columns:
      id: {type: serial, primary_key: true}
      Email: {type: varchar(80), nullable: false, unique: true, comment: "First line\nand second"}
      score: {type: "numeric(6,2)", nullable: false, default: "0"}
      total: {type: "numeric(9,2)", generated: "score * 2"}
      folded: {type: text, generated: 'lower("Email")'}
      seen_at: {type: timestamptz, nullable: false, default: now()}
      boss: {type: integer, references: people.id}
      ticket: {type: bigint, nullable: false, default: "nextval('numbers')"}
      data: {type: jsonb}
    check_constraints:
      - {name: scored, expression: "score >= 0 OR score IS NULL"}
      - {name: patterned, expression: '"Email" ~ ''@'''}
    indexes:
      - {columns: ["seen_at DESC"], name: by_time}
      - {columns: [score], where: "score > 1", unique: false, name: high}
      - {columns: [data], type: gin, name: by_data}
)yaml");
  const fs::path path = directory.path() / "kept.db";
  const ProcessResult result = make(description, {"-o", path.string(), "--set", "user_version=7", "--set",
                                                  "application_id=42", "--set", "page_size=8192"});
  CAPTURE(result.err);
  REQUIRE(result.exit_code == 0);
  const DatabaseFile file(path);
  const std::string sql = file.value("SELECT sql FROM sqlite_schema WHERE name = 'people'");
  CAPTURE(sql);
  for (const char* part :
       {"-- Who works here\n", "-- First line\n  -- and second\n", "\"id\" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL",
        "\"Email\" VARCHAR(80) NOT NULL CHECK (length(\"Email\") <= 80)", "\"score\" REAL(6,2) NOT NULL DEFAULT (0)",
        "\"total\" REAL(9,2) GENERATED ALWAYS AS (round(\"score\" * 2, 2)) STORED",
        "\"seen_at\" TIMESTAMP NOT NULL DEFAULT (CURRENT_TIMESTAMP)", "UNIQUE (\"Email\")",
        "CONSTRAINT \"scored\" CHECK ((\"score\" >= 0) OR (\"score\" IS NULL))",
        "FOREIGN KEY (\"boss\") REFERENCES \"people\" (\"id\")"})
    CHECK(sql.find(part) != std::string::npos);
  CHECK(sql.find("folded") == std::string::npos);
  CHECK(file.value("SELECT sql FROM sqlite_schema WHERE name = 'by_time'").find("(\"seen_at\" DESC)") !=
        std::string::npos);
  CHECK(file.value("SELECT sql FROM sqlite_schema WHERE name = 'high'").find("WHERE \"score\" > 1") !=
        std::string::npos);
  CHECK(file.query("SELECT 1 FROM sqlite_schema WHERE name = 'by_data'").empty());
  for (const char* left_out : {"people.folded is left out", "people.ticket: the default is left out",
                               "people: patterned is left out", "people: the index by_data is left out"})
    CHECK(result.err.find(left_out) != std::string::npos);
  CHECK(file.value("PRAGMA user_version") == "7");
  CHECK(file.value("PRAGMA application_id") == "42");
  CHECK(file.value("PRAGMA page_size") == "8192");
  CHECK(file.value("SELECT count(*) FROM people WHERE datetime(seen_at) IS NULL OR seen_at <> "
                   "strftime('%Y-%m-%d %H:%M:%S', seen_at) || substr(seen_at, 20)") == "0");
  // An INSERT that leaves out what has a default.
  CHECK(file.run("INSERT INTO people (\"Email\", ticket) VALUES ('a@b', 1)").empty());
  CHECK(file.value("SELECT id || ' ' || score || ' ' || total FROM people ORDER BY id DESC LIMIT 1") == "41 0.0 0.0");
}

TEST_CASE("Names that SQLite takes for one are refused, before a file is made") {
  TemporaryDirectory directory;
  const fs::path path = directory.path() / "data.db";
  const auto refused = [&](const std::string& tables, const Words& parts) {
    check_refused(make(directory.write("clash.yaml", "tables:\n" + tables), {"-o", path.string()}), 2, parts);
    CHECK_FALSE(fs::exists(path));
  };
  const std::string columns = ": {row_count: 1, columns: {id: {type: integer}}}\n";
  refused("  users" + columns + "  Users" + columns, {"\"users\" and \"Users\"", "rename"});
  refused("  sqlite_things" + columns, {"sqlite_", "rename"});
  refused("  t: {row_count: 1, columns: {id: {type: integer}, ID: {type: integer}}}\n", {"two columns of t", "rename"});
}

TEST_CASE("The file is named by --output, the environment, a configuration or --set, and by one of them") {
  TemporaryDirectory directory;
  const std::string shop = data("shop.json").string();
  const auto path = [&](const char* name) { return (directory.path() / name).string(); };
  Command by_variable = datagen_command(generate(shop, {}));
  by_variable.environment["DATAGEN_OUTPUT"] = path("variable.db");
  CHECK(run_process(by_variable).exit_code == 0);
  CHECK(make(shop, {"--set", "output=" + path("set.db")}).exit_code == 0);
  const std::string configuration =
      directory.write("datagen.toml", "[writer]\nname = \"sqlite\"\noutput = \"configured.db\"\n").string();
  CHECK(run_datagen({"--config", configuration, "generate", shop, "--seed", "11"}).exit_code == 0);
  CHECK(run_datagen({"--config", configuration, "generate", shop, "--seed", "11", "-o", path("over.db")}).exit_code ==
        0);
  CHECK(run_datagen(
            {"--config", configuration, "generate", shop, "--seed", "11", "--set", "output=" + path("set_over.db")})
            .exit_code == 0);
  const std::string bytes = read_file(path("variable.db"));
  for (const char* name : {"set.db", "configured.db", "over.db", "set_over.db"}) {
    CAPTURE(name);
    REQUIRE(fs::exists(path(name)));
    CHECK((read_file(path(name)) == bytes));
  }
  check_refused(make(shop, {"-o", path("a.db"), "--set", "output=" + path("b.db")}), 1, {"keep one"});
  const std::string twice =
      directory
          .write("twice.toml", "[writer]\nname = \"sqlite\"\noutput = \"a.db\"\n[writer.options]\noutput = \"b.db\"\n")
          .string();
  check_refused(run_datagen({"--config", twice, "generate", shop}), 1, {"twice.toml:5", "keep one"});
  check_refused(make(shop, {}), 2, {"--output"});
  check_refused(make(shop, {"-o", "-"}), 4, {"standard output", "regular file"});
  check_refused(make(shop, {"--output-dir", path("d")}), 1, {"--output"});
  check_refused(make(shop, {"-o", path("a.db"), "--compress", "zstd"}), 1, {"--compress"});
  check_refused(make(shop, {"-o", path("a.db"), "--split-size", "1MB"}), 1, {"--split-size"});
  check_refused(run_datagen({"generate", shop, "--format", "postgres", "-o", path("a.db")}), 1,
                {"destination of its own"});
  CHECK_FALSE(fs::exists(path("a.db")));
}

TEST_CASE("A place that cannot hold the file is told, and nothing is left there") {
  TemporaryDirectory directory;
  const std::string shop = data("shop.json").string();
  check_refused(make(shop, {"-o", (directory.path() / "missing/data.db").string()}), 4,
                {"No such file or directory", "create the directory"});
  check_refused(make(shop, {"-o", directory.path().string()}), 4, {"is a directory"});
  check_refused(make(shop, {"-o", "/dev/full"}), 4, {"/dev/full", "regular file"});
  REQUIRE(::mkfifo((directory.path() / "pipe").c_str(), 0600) == 0);
  check_refused(make(shop, {"-o", (directory.path() / "pipe").string()}), 4, {"regular file"});
  fs::remove(directory.path() / "pipe");

  // A limit on the size of files, which a full disk is like.
  const fs::path path = directory.path() / "data.db";
  Command limited = datagen_command(generate(shop, {"-o", path.string(), "--rows", "customers=20000"}));
  limited.arguments.insert(limited.arguments.begin(), {"sh", "-c", "ulimit -f 200; exec \"$0\" \"$@\""});
  check_refused(run_process(limited), 4, {"data.db", "File too large"});
  CHECK(names_in(directory.path()).empty());

  if (::geteuid() == 0) {
    Command other = datagen_command(generate(shop, {"-o", path.string()}));
    other.user = 65534;
    fs::permissions(directory.path(), fs::perms::owner_all | fs::perms::others_exec | fs::perms::others_read);
    check_refused(run_process(other), 4, {"Permission denied"});
    CHECK(names_in(directory.path()).empty());
  }
}

// Invariant: under the name is the whole new database, or what was there before.
TEST_CASE("A run that fails or is interrupted leaves the old file as it was, and no other") {
  TemporaryDirectory directory;
  const fs::path large = directory.write("large.json", kLarge);
  const fs::path out = directory.path() / "out";
  fs::create_directory(out);
  const fs::path path = out / "data.db";
  REQUIRE(make(data("shop.json"), {"-o", path.string()}).exit_code == 0);
  const std::string before = read_file(path);
  for (const int signal : {SIGINT, SIGTERM, SIGKILL}) {
    CAPTURE(signal);
    Command command = datagen_command(generate(large, {"-o", path.string()}));
    command.signals.push_back({signal, std::chrono::milliseconds(700), 0});
    const ProcessResult result = run_process(command);
    CAPTURE(result.err);
    CHECK((signal == SIGKILL ? result.signal == SIGKILL : result.exit_code == 130));
    CHECK((read_file(path) == before));
    // Whoever is killed outright cannot tidy up.
    CHECK(names_in(out).size() == (signal == SIGKILL ? 2 : 1));
  }
  for (const std::string& name : names_in(out))
    if (name.ends_with(".tmp")) fs::remove(out / name);

  // SQLite would take what another program left for the new file's.
  std::ofstream(path.string() + "-wal") << "pages";
  check_refused(make(data("shop.json"), {"-o", path.string()}), 4, {"data.db-wal", "a program has it open"});
  fs::remove(path.string() + "-wal");
  CHECK((read_file(path) == before));

  // A link stays one; the file keeps its rights.
  fs::create_symlink(path, out / "link.db");
  fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write);
  REQUIRE(make(data("ring.json"), {"-o", (out / "link.db").string()}).exit_code == 0);
  CHECK(fs::is_symlink(out / "link.db"));
  CHECK((read_file(path) != before));
  CHECK((fs::status(path).permissions() & fs::perms::mask) == (fs::perms::owner_read | fs::perms::owner_write));
}

TEST_CASE("Rows that violate a check of the description end the run, as they would on a server") {
  TemporaryDirectory directory;
  const fs::path description = directory.write("bad.yaml", R"yaml(
tables:
  t:
    row_count: 50
    columns:
      id: {type: serial, primary_key: true}
      a: {type: integer, nullable: false, generator: integer_range, generator_config: {min: 1, max: 100}}
      b: {type: integer, nullable: false, generator: integer_range, generator_config: {min: 1, max: 100}}
    check_constraints: [{name: even, expression: "(a * 7 + b * 3) % 2 = 0"}]
)yaml");
  const fs::path path = directory.path() / "data.db";
  const ProcessResult result = make(description, {"-o", path.string()});
  check_refused(result, 4, {"t: even is violated by"});
  CHECK_FALSE(fs::exists(path));
}

TEST_CASE("Tables that are there are filled in one transaction, and what they hold is kept, added to or deleted") {
  TemporaryDirectory directory;
  const fs::path shop = data("shop.json");
  const fs::path path = directory.path() / "shop.db", whole = directory.path() / "whole.db";
  check_refused(make(shop, {"-o", path.string(), "--data-only"}), 4, {"No such file"});
  REQUIRE(make(shop, {"-o", whole.string()}).exit_code == 0);
  REQUIRE(make(shop, {"-o", path.string(), "--schema-only"}).exit_code == 0);
  REQUIRE(make(shop, {"-o", path.string(), "--data-only"}).exit_code == 0);
  const auto rows = [&](const fs::path& of) {
    const DatabaseFile file(of);
    CHECK(file.damage().empty());
    std::vector<std::vector<std::vector<Value>>> all;
    for (const std::string& table : file.tables())
      all.push_back(file.query("SELECT * FROM " + quoted_name(table) + " ORDER BY 1, 2"));
    return all;
  };
  CHECK((rows(path) == rows(whole)));
  CHECK(DatabaseFile(path).query("SELECT name, sql FROM sqlite_schema ORDER BY 1") ==
        DatabaseFile(whole).query("SELECT name, sql FROM sqlite_schema ORDER BY 1"));

  check_refused(make(shop, {"-o", path.string(), "--data-only"}), 4, {"existing=append", "customers"});
  REQUIRE(make(shop, {"-o", path.string(), "--data-only", "--set", "existing=delete"}).exit_code == 0);
  CHECK((rows(path) == rows(whole)));
  check_refused(make(shop, {"-o", path.string(), "--data-only", "--set", "existing=append"}), 4,
                {"UNIQUE constraint failed"});
  CHECK((rows(path) == rows(whole)));
  CHECK(names_in(directory.path()) == Words{"shop.db", "whole.db"});

  const fs::path other = directory.write("other.db", "");
  REQUIRE(DatabaseFile(other)
              .run("CREATE TABLE customers (id INTEGER PRIMARY KEY, email INTEGER, extra TEXT NOT NULL)")
              .empty());
  check_refused(make(shop, {"-o", other.string(), "--data-only", "--tables", "customers"}), 4,
                {"customers has no column first_name", "customers.email is INTEGER there",
                 "customers.extra is NOT NULL without a default"});
  check_refused(make(shop, {"-o", other.string(), "--data-only", "--tables", "products"}), 4,
                {"table products is not there"});
  REQUIRE(make(shop, {"-o", other.string(), "--schema-only"}).exit_code == 0);
  check_refused(make(shop, {"-o", other.string(), "--data-only", "--tables", "orders"}), 4,
                {"rows that are not there", "orders (900 to customers)"});
  CHECK(DatabaseFile(other).value("SELECT count(*) FROM orders") == "0");
  check_refused(make(shop, {"-o", directory.write("text.db", std::string(5000, 'x')).string(), "--data-only"}), 4,
                {"file is not a database"});
}

TEST_CASE("Shards, one after another, and sections make the file that one run makes") {
  TemporaryDirectory directory;
  const fs::path shop = data("shop.json");
  const fs::path path = directory.path() / "shop.db", whole = directory.path() / "whole.db";
  REQUIRE(make(shop, {"-o", whole.string()}).exit_code == 0);
  for (const char* shard : {"1/3", "2/3", "3/3"}) {
    const ProcessResult result = make(shop, {"-o", path.string(), "--shard", shard, "--set", "existing=append"});
    CAPTURE(shard, result.err);
    REQUIRE(result.exit_code == 0);
  }
  const auto contents = [](const fs::path& of) {
    const DatabaseFile file(of);
    CHECK(file.damage().empty());
    auto all = file.query("SELECT name, sql FROM sqlite_schema ORDER BY 1");
    for (const std::string& table : file.tables())
      for (const auto& row : file.query("SELECT * FROM " + quoted_name(table) + " ORDER BY 1, 2")) all.push_back(row);
    return all;
  };
  CHECK((contents(path) == contents(whole)));
  for (const char* section : {"pre-data", "data", "post-data"})
    REQUIRE(make(shop, {"-o", path.string(), "--section", section}).exit_code == 0);
  CHECK((contents(path) == contents(whole)));
  REQUIRE(make(shop, {"-o", path.string(), "--tables", "customers"}).exit_code == 0);
  CHECK(DatabaseFile(path).tables() == Words{"customers"});
}

// Invariant: memory does not grow with the rows.
TEST_CASE("Rows are written in constant memory") {
  if (sanitized) return;
  TemporaryDirectory directory;
  const fs::path large = directory.write("large.json", kLarge);
  const auto peak = [&](const std::string& rows) {
    const ProcessResult result =
        make(large, {"-o", (directory.path() / "data.db").string(), "--rows", "children=" + rows, "--section",
                     "pre-data", "--section", "data", "--set", "analyze=false", "--tables", "parents,children"});
    REQUIRE(result.exit_code == 0);
    return result.peak_memory;
  };
  // The key of 64 MiB is sorted in memory, and more of it in pieces of that size.
  const std::int64_t small = peak("600000"), big = peak("1800000");
  CAPTURE(small, big);
  CHECK(big < small + 40'000'000);
  CHECK(big < 160'000'000);
}
