// --load-profile: another way to load, the same database.
#include <filesystem>
#include <fstream>
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

const Words kDescriptions{"arrays.json",  "composite_keys.toml", "custom_types.json", "every_type.yaml",  "ring.json",
                          "schemas.toml", "shop.json",           "identities.json",   "small_tables.yaml"};
const Words kProfiles{"single-transaction", "fast"};

fs::path path_of(const std::string& name) { return fs::path(DATAGEN_TEST_DATA) / name; }

void insert_before(const Dump& dump, const std::string& last, const std::string& sql) {
  std::string text = dump.text();
  text.insert(text.rfind(last), sql);
  std::ofstream(dump.path(), std::ios::binary) << text;
}

// A table of the shop that refuses rows by a trigger.
const char* const kRefuse =
    "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE ''refused''; END';"
    "CREATE TRIGGER refuse BEFORE INSERT ON orders FOR EACH ROW EXECUTE FUNCTION refuse()";

}  // namespace

// Invariant: what a profile changes is the way, not what arrives; and verify can read it.
TEST_CASE("Every load profile brings the same database") {
  for (const std::string& name : kDescriptions) {
    for (const std::string& format : dump_formats) {
      const Database loaded = PostgresCluster::shared().database();
      REQUIRE(loaded.load(Dump(path_of(name), format, 5).path()).exit_code == 0);
      for (const std::string& profile : kProfiles) {
        CAPTURE(name, format, profile);
        const Database other = PostgresCluster::shared().database();
        const Dump dump(path_of(name), format, 5, {"--load-profile", profile});
        const ProcessResult result = other.load(dump.path());
        CAPTURE(result.err);
        REQUIRE(result.exit_code == 0);
        CHECK(held(other) == held(loaded));
        CHECK(contents(other) == contents(loaded));
        const ProcessResult verified =
            run_datagen({"verify", path_of(name).string(), "--seed", "5", dump.path().string()});
        CAPTURE(verified.err);
        CHECK(verified.exit_code == 0);
      }
      if (sanitized) break;
    }
  }
}

TEST_CASE("Definitions and rows may come apart in every profile") {
  for (const std::string& profile : kProfiles) {
    CAPTURE(profile);
    const Database database = PostgresCluster::shared().database();
    REQUIRE(database.load(Dump(path_of("shop.json"), "copy", 5, {"--schema-only", "--load-profile", profile}).path())
                .exit_code == 0);
    const ProcessResult result = database.load(
        Dump(path_of("shop.json"), "copy", 5, {"--data-only", "--rows", "30", "--load-profile", profile}).path());
    CAPTURE(result.err);
    CHECK(result.exit_code == 0);
    CHECK(database.value("SELECT count(*) FROM order_items") == "30");
  }
}

TEST_CASE("A single transaction leaves all or nothing, and frozen rows") {
  for (const std::string& format : dump_formats) {
    CAPTURE(format);
    const Dump dump(path_of("shop.json"), format, 5, {"--load-profile", "single-transaction"});
    const Database whole = PostgresCluster::shared().database();
    REQUIRE(whole.load(dump.path()).exit_code == 0);
    if (format == "copy")
      CHECK(whole.value("SELECT relpages > 0 AND relallvisible = relpages FROM pg_class WHERE relname = 'orders'") ==
            "t");
    insert_before(dump, "COMMIT;", "SELECT 1 / 0;\n");
    const Database broken = PostgresCluster::shared().database();
    const auto nothing = held(broken);
    CHECK(broken.load(dump.path()).exit_code == 3);
    CHECK(held(broken) == nothing);
  }
}

// A user may load into the wrong database, and without stopping at errors.
TEST_CASE("The profile fast deletes no rows") {
  const Dump dump(path_of("shop.json"), "copy", 5, {"--load-profile", "fast", "--tables", "customers"});
  const Database database = PostgresCluster::shared().database();
  REQUIRE(database.execute("CREATE TABLE customers (id integer); INSERT INTO customers VALUES (7)").exit_code == 0);
  const ProcessResult result =
      PostgresCluster::shared().psql({"-d", database.name(), "-v", "ON_ERROR_STOP=0", "-f", dump.path().string()});
  CHECK(result.err.find("table customers holds rows already") != std::string::npos);
  CHECK(database.value("SELECT string_agg(id::text, ',') FROM customers") == "7");
}

TEST_CASE("The profile fast does not fire triggers, and leaves them in place") {
  for (const std::string format : {"copy", "sql", "postgres"}) {
    CAPTURE(format);
    const Database database = PostgresCluster::shared().database();
    REQUIRE(database.load(Dump(path_of("shop.json"), "copy", 5, {"--schema-only"}).path()).exit_code == 0);
    REQUIRE(database.execute(kRefuse).exit_code == 0);
    const Words rows{"--data-only", "--rows", "20"};
    for (const bool fast : {false, true}) {
      CAPTURE(fast);
      Words more = rows;
      if (fast) more.insert(more.end(), {"--load-profile", "fast"});
      ProcessResult result;
      if (format == "postgres") {
        more.insert(more.end(), {"--format", "postgres", "--set", "dsn=" + database.connection_string()});
        more.insert(more.begin(), {"generate", path_of("shop.json").string(), "--seed", "5"});
        result = run_datagen(more);
      } else {
        result = database.load(Dump(path_of("shop.json"), format, 5, more).path());
        if (!fast) REQUIRE(database.execute("TRUNCATE customers CASCADE; TRUNCATE categories CASCADE").exit_code == 0);
      }
      CAPTURE(result.err);
      CHECK((result.exit_code == 0) == fast);
      CHECK((result.err.find("refused") == std::string::npos) == fast);
    }
    CHECK(database.value("SELECT count(*) FROM orders") == "20");
    CHECK(database.value("SELECT bool_and(tgenabled = 'O') FROM pg_trigger") == "t");
  }
}

TEST_CASE("A load profile that cannot be is refused") {
  const std::string shop = path_of("shop.json").string();
  const auto refused = [&](Words words, int exit_code, const std::string& message) {
    words.insert(words.begin(), {"generate", shop});
    const ProcessResult result = run_datagen(words);
    CAPTURE(words, result.err);
    CHECK(result.exit_code == exit_code);
    CHECK(result.err.find(message) != std::string::npos);
    CHECK(result.out.empty());
  };
  refused({"--load-profile", "quick"}, 1, "must be one of safe, single-transaction, fast, not 'quick'");
  refused({"--load-profile", "fast", "--shard", "1/2", "--seed", "1"}, 1, "leave --shard out");
  refused({"--load-profile", "fast", "--split-size", "1MB"}, 1, "leave --split-size out");
  refused({"--load-profile", "single-transaction", "--output-dir", "here"}, 1, "leave --output-dir out");
  refused({"--load-profile", "single-transaction", "--section", "data"}, 1, "leave --section out");
  refused({"--set", "load_profile=single-transaction", "--section", "data"}, 1, "leave --section out");
  refused({"--format", "postgres", "--set", "connections=2", "--load-profile", "single-transaction"}, 2,
          "a single transaction has one connection");
}
