// The query of docs/cookbook/existing-database.md, which writes a description of the tables that a server has.
#include <filesystem>
#include <string>
#include <vector>

#include "tests/docs/markdown.hpp"
#include "tests/postgres/program.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/postgres.hpp"

using namespace datagen::test;
namespace fs = std::filesystem;

namespace {

// The page's blocks of SQL: tables as an example, then the query.
std::vector<std::string> page_sql() {
  std::vector<std::string> result;
  for (const CodeBlock& block : code_blocks(read_file(DATAGEN_EXISTING_DATABASE_PAGE))) {
    if (block.language == "sql") result.push_back(block.text);
  }
  REQUIRE(result.size() == 2);
  return result;
}

Json described(const Database& database, const std::string& query) {
  return Json::parse(database.value(query.substr(0, query.rfind(';'))));
}

// The database that the description makes.
void check_filled(const Json& description, const Database& database) {
  const Dump dump(description, "copy", 3);
  CAPTURE(dump.result().err);
  REQUIRE(dump.result().exit_code == 0);
  const ProcessResult loaded = database.load(dump.path());
  CAPTURE(loaded.err);
  REQUIRE(loaded.exit_code == 0);
}

}  // namespace

// A database that is made of another's description has the same description, down to the number of rows.  (Not those
// whose checks hold only by generators that they name.)
TEST_CASE("The query describes a database so that another one like it can be made") {
  const std::string query = page_sql()[1];
  for (const char* name : {"composite_keys.toml", "custom_types.json", "departments.yaml", "domains.yaml",
                           "every_type.yaml", "identities.json", "ring.json", "small_tables.yaml", "tenants.yaml"}) {
    INFO(name);
    const Dump original(fs::path(DATAGEN_TEST_DATA) / name, "copy", 1);
    const Database database = PostgresCluster::shared().database();
    REQUIRE(database.load(original.path()).exit_code == 0);
    const Json description = described(database, query);
    CHECK_FALSE(description.at("tables").empty());
    const Database other = PostgresCluster::shared().database();
    check_filled(description, other);
    CHECK(described(other, query) == description);
  }
}

TEST_CASE("The query describes the tables that the page shows") {
  const std::vector<std::string> sql = page_sql();
  const Database database = PostgresCluster::shared().database();
  REQUIRE(database.execute(sql[0]).exit_code == 0);
  const Json description = described(database, sql[1]);
  const Json& orders = description.at("tables").at("orders");
  CHECK(orders.at("primary_key") == Json{"customer_id", "number"});
  CHECK(orders.at("foreign_keys").at(0).at("on_delete") == "CASCADE");
  CHECK(orders.at("columns").at(4).contains("generated"));
  CHECK(description.at("tables").at("customers").at("columns").at(0).at("identity") == "always");
  CHECK(description.at("custom_types").at("state").at("kind") == "enum");
  const Database other = PostgresCluster::shared().database();
  check_filled(description, other);
  CHECK(other.value("SELECT count(*) FROM orders") == "1000");
}
