// Generator rollup against the server's own aggregates over the rows that arrived.
#include <random>
#include <string>
#include <vector>

#include "tests/postgres/program.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/postgres.hpp"

using namespace datagen::test;

namespace {

struct ChildColumn {
  const char* name;
  const char* description;
  bool number;  // has sum and avg
};

constexpr ChildColumn child_columns[] = {
    {"small", R"json({"type": "smallint"})json", true},
    {"whole",
     R"json({"type": "integer", "generator": "integer_range", "generator_config": {"min": -500, "max": 9000}})json",
     true},
    {"price",
     R"json({"type": "numeric(9,2)", "generator": "decimal_range", "generator_config": {"min": 1, "max": 90000}})json",
     true},
    {"fine",
     R"json({"type": "numeric(12,6)", "generator": "decimal_range", "generator_config": {"min": -3, "max": 3}})json",
     true},
    {"total",
     R"json({"type": "numeric(12,3)", "generator": "expression",
         "generator_config": {"expression": "price * 1.075 - whole"}})json",
     true},
    {"day", R"json({"type": "date", "generator": "date"})json", false},
    {"moment", R"json({"type": "timestamp", "generator": "timestamp"})json", false},
    {"label", R"json({"type": "text", "generator": "enum", "generator_config": {"values": ["a", "b", "c"]}})json",
     false},
};

struct Rollup {
  std::string table, column, expected;  // the column's value in SQL, over its own row p
};

// How the children of parents are split: the foreign key's distribution, or null for one-to-one.
Json split_of(std::mt19937_64& random, std::uint64_t parents, std::uint64_t& rows, bool& unique) {
  unique = false;
  switch (random() % 4) {
    case 0:
      rows = random() % (3 * parents);
      return {{"type", "sequential"}};
    case 1:
      unique = true;
      rows = random() % (parents + 1);
      return nullptr;
    default: {
      const std::uint64_t low = random() % 4, high = low + random() % 40;
      rows = parents * low + random() % (parents * (high - low) + 1);
      return {{"per_parent", {{"min", low}, {"max", high}}}, {"order", random() % 2 == 0 ? "clustered" : "scattered"}};
    }
  }
}

// parents with every function over columns of its children, of two child tables that are split in different ways.
Json description_of(std::mt19937_64& random, std::vector<Rollup>& rollups) {
  const std::uint64_t parents = 1 + random() % 60;
  Json tables, columns;
  columns["id"] = {{"type", "serial"}, {"primary_key", true}};
  for (const std::string child : {"lines", "visits"}) {
    std::uint64_t rows = 0;
    bool unique = false;
    Json table;
    const Json split = split_of(random, parents, rows, unique);
    table["row_count"] = rows;
    table["columns"]["id"] = {{"type", "serial"}, {"primary_key", true}};
    Json& key =
        table["columns"]["parent_id"] = {{"type", "integer"}, {"nullable", unique}, {"references", "parents.id"}};
    if (unique) {
      key["unique"] = true;
      key["null_fraction"] = 0.3;
    } else {
      key["distribution"] = split;
    }
    for (const ChildColumn& column : child_columns) {
      Json& made = table["columns"][column.name] = Json::parse(column.description);
      if (random() % 3 == 0) made["null_fraction"] = 0.4;
      const std::string where = random() % 3 == 0 ? "whole > 100 AND label <> 'b'" : "";
      const std::string from =
          " FROM " + child + " c WHERE c.parent_id = p.id" + (where.empty() ? "" : " AND (" + where + ")");
      for (const std::string function : {"count", "sum", "min", "max", "avg"}) {
        if (!column.number && (function == "sum" || function == "avg")) continue;
        if (std::string(column.name) == "label" && function != "count") continue;
        const std::string name = child + "_" + function + "_" + column.name;
        const std::string type = function == "count" ? "bigint"
                                 : column.number     ? (random() % 4 == 0 ? "bigint" : "numeric(24,5)")
                                                     : made["type"].get<std::string>();
        Json config = {{"table", child}, {"function", function}, {"column", column.name}};
        if (!where.empty()) config["where"] = where;
        std::string expected = function + "(" + column.name + ")";
        if (function == "sum") expected = "coalesce(" + expected + ", 0)";
        if (column.number && function != "count" && random() % 3 == 0) {
          config["empty"] = function == "sum" ? Json(nullptr) : Json(-7);
          expected = function == "sum" ? "sum(" + std::string(column.name) + ")" : "coalesce(" + expected + ", -7)";
        }
        columns[name] = {{"type", type}, {"generator", "rollup"}, {"generator_config", std::move(config)}};
        rollups.push_back({"parents", name, "(SELECT " + expected + from + ")::" + type});
      }
    }
    columns[child + "_rows"] = {
        {"type", "integer"}, {"generator", "rollup"}, {"generator_config", {{"table", child}, {"function", "count"}}}};
    rollups.push_back({"parents", child + "_rows", "(SELECT count(*) FROM " + child + " c WHERE c.parent_id = p.id)"});
    tables[child] = std::move(table);
  }
  tables["parents"]["row_count"] = parents;
  tables["parents"]["columns"] = std::move(columns);
  return {{"version", "1.0"}, {"tables", std::move(tables)}};
}

}  // namespace

// Invariant: a rollup column of a row is the aggregate that SQL computes over the rows which refer to it, cast to the
// column's type; sum is 0 where there is nothing to sum up, unless 'empty' says otherwise.
TEST_CASE("A rollup is what SQL computes over the rows that refer to the row") {
  const int rounds = sanitized ? 3 : 12;
  for (int round = 0; round < rounds; ++round) {
    std::mt19937_64 random(1000 + static_cast<unsigned>(round));
    std::vector<Rollup> rollups;
    const Json description = description_of(random, rollups);
    CAPTURE(round, description.dump());
    const Dump dump(description, "copy", random(), {"--batch-size", round % 2 == 0 ? "1000" : "7"});
    CAPTURE(dump.result().err);
    REQUIRE(dump.result().exit_code == 0);
    const Database database = PostgresCluster::shared().database();
    REQUIRE(database.load(dump.path()).exit_code == 0);
    std::string wrong;
    for (const Rollup& rollup : rollups)
      wrong += (wrong.empty() ? "SELECT " : " UNION ALL SELECT ") + quote_literal(rollup.column) + ", p.id::text, p." +
               rollup.column + "::text, (" + rollup.expected + ")::text FROM " + rollup.table + " p WHERE p." +
               rollup.column + " IS DISTINCT FROM " + rollup.expected;
    const Rows rows = database.query(wrong);
    for (const auto& row : rows) {
      CAPTURE(row[0].value_or("-"), row[1].value_or("-"), row[2].value_or("-"), row[3].value_or("-"));
      CHECK(false);
    }
  }
}

// Sums of sums, looked up from other tables, over foreign keys of several columns, in groups.
TEST_CASE("Rollups of rollups, and of keys that share columns, agree with the server") {
  const Dump dump(std::filesystem::path(DATAGEN_TEST_DATA) / "rollups.yaml", "sql", 5);
  CAPTURE(dump.result().err);
  REQUIRE(dump.result().exit_code == 0);
  const Database database = PostgresCluster::shared().database();
  REQUIRE(database.load(dump.path()).exit_code == 0);
  for (const char* wrong :
       {"orders o WHERE total <> (SELECT sum(line_total) FROM order_items i WHERE i.order_id = o.id)",
        "customers c WHERE spent <> coalesce((SELECT sum(total) FROM orders o WHERE o.customer_id = c.id), 0)",
        "customers c WHERE last_order IS DISTINCT FROM (SELECT max(placed) FROM orders o WHERE o.customer_id = c.id)",
        "invoices v WHERE amount <> (SELECT total FROM orders o WHERE o.id = v.order_id)",
        "tenants t WHERE users <> (SELECT count(*) FROM users u WHERE u.tenant_id = t.id)",
        "tenants t WHERE hours <> coalesce((SELECT sum(hours) FROM tasks k WHERE k.tenant_id = t.id), 0)"}) {
    INFO(wrong);
    CHECK(database.value(std::string("SELECT count(*) FROM ") + wrong) == "0");
  }
  CHECK(database.value("SELECT count(DISTINCT total) > 10 FROM orders") == "t");
}
