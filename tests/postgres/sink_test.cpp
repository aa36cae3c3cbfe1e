// Rows straight into a server: the same database as a dump makes, or none.
#include <csignal>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

#include "tests/postgres/facts.hpp"
#include "tests/postgres/program.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/postgres.hpp"

using namespace datagen::test;
namespace fs = std::filesystem;

namespace {

using Words = std::vector<std::string>;

const Words kDescriptions{"arrays.json",  "checks.yaml",     "composite_keys.toml", "custom_types.json",
                          "domains.yaml", "every_type.yaml", "identities.json",     "indexes.toml",
                          "ring.json",    "schemas.toml",    "shop.json",           "small_tables.yaml",
                          "tenants.yaml", "types_tour.yaml", "expressions.yaml"};

fs::path path_of(const std::string& name) { return fs::path(DATAGEN_TEST_DATA) / name; }

ProcessResult send(const Database& database, const fs::path& description, const Words& more = {}) {
  Words words{"generate", description.string(), "--seed", "11",
              "--format", "postgres",           "--set",  "postgres.dsn=" + database.connection_string()};
  words.insert(words.end(), more.begin(), more.end());
  return run_datagen(words);
}

const Words kStaged{"--set", "connections=3", "--jobs", "3"};
const Words kText{"--set", "copy=text"};

const std::string kObjects =
    "SELECT count(*) FROM pg_class WHERE relnamespace NOT IN (SELECT oid FROM pg_namespace WHERE nspname LIKE 'pg\\_%' "
    "OR "
    "nspname = 'information_schema')";
const std::string kSchemasAndTypes =
    "SELECT (SELECT count(*) FROM pg_namespace WHERE nspname NOT LIKE 'pg\\_%') + (SELECT count(*) FROM pg_type t JOIN "
    "pg_namespace n ON n.oid = t.typnamespace WHERE nspname NOT LIKE 'pg\\_%' AND nspname <> 'information_schema')";

// Nothing but what a new database holds.
void check_untouched(const Database& database) {
  CHECK(database.value(kObjects) == "0");
  CHECK(database.value(kSchemasAndTypes) == "2");  // public, information_schema
}

// A description whose load takes long enough to be disturbed.
Json large() {
  return Json::parse(R"({"tables": {
    "parents": {"row_count": 1000, "columns": {"id": {"type": "serial", "primary_key": true}, "note": {"type": "text"}}},
    "children": {"row_count": 3000000, "columns": {"id": {"type": "bigserial", "primary_key": true},
      "parent_id": {"type": "integer", "nullable": false, "references": "parents.id"}, "note": {"type": "text"}}}}})");
}

}  // namespace

// Invariant: neither the way nor the number of connections makes a difference to what arrives.
TEST_CASE("A server is filled as a dump would fill it") {
  for (const std::string& name : kDescriptions) {
    CAPTURE(name);
    const Database loaded = PostgresCluster::shared().database();
    const Dump dump(path_of(name), "copy", 11);
    REQUIRE(loaded.load(dump.path()).exit_code == 0);
    const auto facts = held(loaded);
    const auto types = held_types(loaded);
    const auto rows = contents(loaded);
    for (const Words& more : {Words{}, kStaged, kText}) {
      CAPTURE(more);
      const Database filled = PostgresCluster::shared().database();
      const ProcessResult result = send(filled, path_of(name), more);
      CAPTURE(result.err);
      REQUIRE(result.exit_code == 0);
      CHECK(held(filled) == facts);
      CHECK(held_types(filled) == types);
      CHECK(contents(filled) == rows);
      CHECK(filled.value("SELECT count(*) FROM pg_constraint WHERE NOT convalidated") == "0");
      CHECK(filled.value("SELECT count(*) FROM pg_class WHERE relkind = 'r' AND reltuples < 0 AND relnamespace = "
                         "'public'::regnamespace") == "0");  // analyzed
      if (sanitized) break;
    }
  }
}

TEST_CASE("Tables that are there are filled, and what they hold is kept, added to or deleted as asked") {
  const fs::path shop = path_of("shop.json");
  const Database database = PostgresCluster::shared().database();
  REQUIRE(send(database, shop, {"--schema-only"}).exit_code == 0);
  REQUIRE(send(database, shop, {"--data-only"}).exit_code == 0);
  const auto rows = contents(database);

  const ProcessResult refused = send(database, shop, {"--data-only"});
  CHECK(refused.exit_code == 4);
  CHECK(refused.err.find("existing=append") != std::string::npos);
  CHECK(contents(database) == rows);

  REQUIRE(send(database, shop, {"--data-only", "--set", "existing=truncate"}).exit_code == 0);
  CHECK(contents(database) == rows);

  const ProcessResult twice = send(database, shop, {"--data-only", "--set", "existing=append"});
  CHECK(twice.exit_code == 4);  // the same keys again
  CHECK(twice.err.find("23505") != std::string::npos);
  CHECK(contents(database) == rows);

  const ProcessResult again = send(database, shop);
  CHECK(again.exit_code == 4);
  CHECK(again.err.find("--data-only") != std::string::npos);
  CHECK(contents(database) == rows);
}

TEST_CASE("Tables of another shape are refused with every difference, before a row is sent") {
  const Database database = PostgresCluster::shared().database();
  REQUIRE(database
              .execute("CREATE TABLE parents (id bigint, extra text NOT NULL);\n"
                       "CREATE TABLE children (id bigint, note text);")
              .exit_code == 0);
  TemporaryDirectory directory;
  const fs::path description = directory.write("large.json", large().dump());
  const ProcessResult result = send(database, description, {"--data-only", "--rows", "10"});
  CAPTURE(result.err);
  CHECK(result.exit_code == 4);
  for (const char* difference : {"parents.id is bigint there and integer", "parents has no column note",
                                 "parents.extra is NOT NULL without a default", "children has no column parent_id"})
    CHECK(result.err.find(difference) != std::string::npos);
  CHECK(database.value("SELECT count(*) FROM parents") == "0");
}

TEST_CASE("A run that is interrupted or killed leaves the database as it was") {
  TemporaryDirectory directory;
  const fs::path description = directory.write("large.json", large().dump());
  for (const int signal : {SIGINT, SIGTERM, SIGKILL}) {
    CAPTURE(signal);
    const Database database = PostgresCluster::shared().database();
    Command command = datagen_command({"generate", description.string(), "--seed", "11", "--format", "postgres",
                                       "--set", "dsn=" + database.connection_string()});
    command.signals.push_back({signal, std::chrono::milliseconds(700), 0});
    const ProcessResult result = run_process(command);
    CAPTURE(result.err);
    if (signal == SIGKILL)
      CHECK(result.signal == SIGKILL);
    else
      CHECK(result.exit_code == 130);
    // The server notices a lost client when it next reads from it.
    for (int i = 0;
         i < 100 && database.value("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() "
                                   "AND pid <> pg_backend_pid()") != "0";
         ++i)
      std::this_thread::sleep_for(std::chrono::milliseconds(100));
    check_untouched(database);
  }
  const Database database = PostgresCluster::shared().database();
  Command staged = datagen_command({"generate", description.string(), "--seed", "11", "--format", "postgres", "--set",
                                    "dsn=" + database.connection_string(), "--set", "connections=2"});
  staged.signals.push_back({SIGINT, std::chrono::milliseconds(700), 0});
  const ProcessResult result = run_process(staged);
  CAPTURE(result.err);
  CHECK(result.exit_code == 130);
  CHECK(result.err.find("dropped again") != std::string::npos);
  check_untouched(database);
}

TEST_CASE("A failure of the server in the middle is told, with what it said, and what became of the rows") {
  TemporaryDirectory directory;
  const fs::path description = directory.write("large.json", large().dump());
  const Database database = PostgresCluster::shared().database();
  REQUIRE(database
              .execute("CREATE TABLE parents (id integer, note text);\n"
                       "CREATE TABLE children (id bigint, parent_id integer, note text, CHECK (id < 500));")
              .exit_code == 0);
  for (const Words& mode : {Words{}, kStaged}) {
    Words words{"--data-only", "--rows", "1000"};
    words.insert(words.end(), mode.begin(), mode.end());
    const ProcessResult result = send(database, description, words);
    CAPTURE(result.err);
    CHECK(result.exit_code == 4);
    CHECK(result.err.find("children_id_check") != std::string::npos);
    CHECK(database.value("SELECT count(*) FROM children") == "0");
    const bool staged = !mode.empty();
    CHECK((result.err.find("rows that this run committed stay in") != std::string::npos) == staged);
    CHECK(database.value("SELECT count(*) FROM parents") == (staged ? "1000" : "0"));
    REQUIRE(database.execute("TRUNCATE parents").exit_code == 0);
  }
}

TEST_CASE("A server that cannot be reached or refuses is told apart, and no password is shown") {
  const fs::path shop = path_of("shop.json");
  const Database database = PostgresCluster::shared().database();
  const auto refused = [&](const std::string& dsn, int exit_code, const std::string& message) {
    const ProcessResult result =
        run_datagen({"-v", "generate", shop.string(), "--seed", "1", "--format", "postgres", "--set", "dsn=" + dsn});
    CAPTURE(dsn, result.err);
    CHECK(result.exit_code == exit_code);
    CHECK(result.err.find(message) != std::string::npos);
    CHECK(result.err.find("swordfish") == std::string::npos);
    CHECK(result.out.empty());
  };
  const std::string directory = database.connection_string().substr(5, database.connection_string().find(' ') - 5);
  refused("host=/nowhere/at/all dbname=x password=swordfish", 4, "cannot connect");
  refused("host=" + directory + " user=datagen dbname=not_there password=swordfish", 4, "does not exist");
  refused("host=" + directory + " user=nobody_known dbname=postgres password=swordfish", 4, "nobody_known");
  refused("host=" + directory + " password='swordfish", 2, "connection string");
  refused("postgresql://me:swordfish@[::1", 2, "connection string");
  REQUIRE(database.execute("CREATE ROLE reader LOGIN; REVOKE CREATE ON SCHEMA public FROM PUBLIC").exit_code == 0);
  refused("host=" + directory + " user=reader dbname=" + database.name() + " password=swordfish", 4,
          "permission denied");
  check_untouched(database);
  static_cast<void>(database.execute("DROP ROLE reader"));
}

TEST_CASE("A password on the command line cannot be read from the process") {
  TemporaryDirectory directory;
  const fs::path description = directory.write("large.json", large().dump());
  for (const char* dsn : {"host=127.0.0.1 port=1 user=me password=swordfish dbname=x connect_timeout=2",
                          "postgresql://me:swordfish@127.0.0.1:1/x", "password='sword fish' host=/nowhere"}) {
    Command command =
        datagen_command({"generate", description.string(), "--format", "postgres", "--set", std::string("dsn=") + dsn});
    // A description that comes by a pipe keeps the program waiting; what is read of it last is printed.
    const std::string program = command.arguments[0];
    command.arguments = {"/bin/sh",
                         "-c",
                         "mkfifo \"$2\"; \"$0\" generate - --format postgres --set \"dsn=$1\" <\"$2\" & exec 3>\"$2\"; "
                         "for i in $(seq 100); do title=$(tr '\\0' ' ' </proc/$!/cmdline); "
                         "case $title in *fish* | '') sleep 0.1;; *) break;; esac; done; "
                         "exec 3>&-; wait; echo \"$title\"; rm \"$2\"",
                         program,
                         dsn,
                         directory.path() / "pipe"};
    const ProcessResult result = run_process(command);
    CAPTURE(dsn, result.out, result.err);
    CHECK(result.out.find("generate") != std::string::npos);
    CHECK(result.out.find("fish") == std::string::npos);
  }
}

TEST_CASE("--create makes the database, then fills it") {
  TemporaryDirectory directory;
  Json description = large();
  description["database"] = {{"name", "made_by_sink"}};
  const fs::path file = directory.write("large.json", description.dump());
  const Database other = PostgresCluster::shared().database();
  const ProcessResult result = send(other, file, {"--rows", "50", "--create"});
  CAPTURE(result.err);
  REQUIRE(result.exit_code == 0);
  check_untouched(other);
  CHECK(other.value("SELECT count(*) FROM pg_database WHERE datname = 'made_by_sink'") == "1");
  REQUIRE(other.execute("DROP DATABASE made_by_sink").exit_code == 0);
}
