// What is computed here is what the server would have computed.
#include <string>

#include "tests/postgres/program.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/postgres.hpp"

using namespace datagen::test;
namespace fs = std::filesystem;

namespace {

const fs::path data = DATAGEN_TEST_DATA;

// Rows of the query, which must be none.
void check_none(const Database& database, const std::string& from_where) {
  INFO(from_where);
  CHECK(database.value("SELECT count(*) FROM " + from_where) == "0");
}

}  // namespace

// For every column x_NAME of the description, the column's own expression, cast to its type, gives the same value.
TEST_CASE("An expression gives what the server gives for it") {
  const Dump dump(data / "expressions.yaml", "copy", 11);
  REQUIRE(dump.result().exit_code == 0);
  const Database database = PostgresCluster::shared().database();
  REQUIRE(database.load(dump.path()).exit_code == 0);
  const std::string text = read_file(data / "expressions.yaml");
  int checked = 0;
  for (std::size_t at = text.find("\n      x_"); at != std::string::npos; at = text.find("\n      x_", at + 1)) {
    const std::string line = text.substr(at + 7, text.find('\n', at + 1) - at - 7);
    const std::string column = line.substr(0, line.find(':'));
    const std::size_t quote = line.find("{expression: \"") + 14;
    const std::string expression = line.substr(quote, line.rfind("\"}}") - quote);
    const std::string type = database.value(
        "SELECT format_type(atttypid, atttypmod) FROM pg_attribute WHERE attrelid = 'items'::regclass AND attname = '" +
        column + "'");
    check_none(database, "items WHERE " + column + " IS DISTINCT FROM (" + expression + ")::" + type);
    ++checked;
  }
  CHECK(checked >= 20);
}

TEST_CASE("A lookup shows the referenced row's value, and a time after another is after it") {
  const Dump dump(data / "lookups.yaml", "copy", 12);
  REQUIRE(dump.result().exit_code == 0);
  const Database database = PostgresCluster::shared().database();
  REQUIRE(database.load(dump.path()).exit_code == 0);
  const std::string joined = "items i JOIN orders o ON o.id = i.order_id LEFT JOIN customers c ON c.id = o.customer_id";
  check_none(database,
             joined + " WHERE i.country IS DISTINCT FROM c.country OR i.joined IS DISTINCT FROM c.created_at");
  check_none(database, joined + " WHERE i.shipped < o.placed OR i.shipped > o.placed + interval '5 days'");
  check_none(database, joined + " WHERE o.placed < c.created_at OR o.placed > c.created_at + interval '30 days'");
  CHECK(database.value("SELECT count(*) > 0 FROM items WHERE country IS NULL") == "t");
}

// Rows of one tenant refer to rows of that tenant (the keys themselves hold because the server took them), and a tree
// has no cycle: every row reaches a root by its parents.
TEST_CASE("Keys that share columns stay within the group, and trees have no cycles") {
  const Dump dump(data / "tenants.yaml", "copy", 13);
  REQUIRE(dump.result().exit_code == 0);
  const Database database = PostgresCluster::shared().database();
  REQUIRE(database.load(dump.path()).exit_code == 0);
  CHECK(database.value("SELECT count(DISTINCT tenant_id) FROM tasks") ==
        database.value("SELECT count(*) FROM tenants"));
  check_none(database,
             "(WITH RECURSIVE reached AS (SELECT tenant_id, id FROM employees WHERE manager_id IS NULL UNION SELECT "
             "e.tenant_id, "
             "e.id FROM employees e JOIN reached r ON (e.tenant_id, e.manager_id) = (r.tenant_id, r.id)) SELECT "
             "tenant_id, id FROM "
             "employees EXCEPT SELECT tenant_id, id FROM reached) lost");
}
