#include "tests/core/description/describe.hpp"
#include "tests/support/catch.hpp"

using namespace datagen;
using namespace datagen::test;

namespace {

bool accepts(const std::string& from, const std::string& to) {
  return describe(
             "custom_types: {m: [a], n: [a], d: {base_type: text}}\n"
             "tables:\n  p: {columns: {k: {type: '" +
             to +
             "', primary_key: true}}}\n"
             "  c: {columns: {k: {type: '" +
             from + "', references: p}}}\n")
      .diagnostics.ok();
}

}  // namespace

// The two sides are of types that PostgreSQL compares: within a group in both directions, numbers upwards only.
TEST_CASE("the types of both sides of a foreign key must be comparable") {
  const std::vector<std::vector<std::string>> groups = {{"smallint", "integer", "bigint"},
                                                        {"text", "varchar(5)", "char(3)", "d"},
                                                        {"numeric(5,2)", "numeric"},
                                                        {"real", "float8"},
                                                        {"uuid"},
                                                        {"date", "timestamp", "timestamptz"},
                                                        {"m"},
                                                        {"n"},
                                                        {"bytea"},
                                                        {"integer[]", "int4[]"},
                                                        {"text[]"},
                                                        {"boolean"},
                                                        {"inet", "cidr"}};
  const auto rank = [](std::size_t group) { return group == 0 ? 1 : group == 2 ? 2 : group == 3 ? 3 : 0; };
  for (std::size_t i = 0; i < groups.size(); ++i) {
    for (std::size_t j = 0; j < groups.size(); ++j) {
      const bool expected = i == j || (rank(i) > 0 && rank(j) > 0 && rank(i) <= rank(j));
      for (const std::string& from : groups[i]) {
        for (const std::string& to : groups[j]) {
          INFO(from << " -> " << to);
          CHECK(accepts(from, to) == expected);
        }
      }
    }
  }
  CHECK(accepts("integer", "serial"));
}

TEST_CASE("every way to write a foreign key gives the same foreign key") {
  const std::string parent =
      "tables:\n  sales.users: {columns: {id: serial, n: {type: text, unique: true}}, primary_key: id}\n  c:\n";
  for (const std::string child :
       {"    columns: {k: {type: int, references: sales.users.id}}",
        "    columns: {k: {type: int, references: sales.users}}",
        "    columns: {k: {type: int, references: {table: sales.users, column: id}}}",
        "    columns: {k: {type: int, foreign_key: {referenced_table: sales.users, referenced_columns: [id]}}}",
        "    columns: {k: int}\n    foreign_keys: [{columns: [k], referenced_table: sales.users, referenced_columns: "
        "[id]}]",
        "    columns: {k: int}\n    foreign_keys: [{column: k, referenced_table: sales.users}]",
        "    columns: {k: {type: int, references: sales.users}}\n    foreign_keys: [{columns: k, referenced_table: "
        "sales.users}]"}) {
    const Described result = describe(parent + child);
    INFO(child << "\n" << result.faults());
    REQUIRE(result.diagnostics.ok());
    const Table& table = result.description.tables[1];
    REQUIRE(table.foreign_keys.size() == 1);
    CHECK(table.foreign_keys[0].columns == std::vector<std::size_t>{0});
    CHECK(table.foreign_keys[0].referenced_table == 0);
    CHECK(table.foreign_keys[0].referenced_columns == std::vector<std::size_t>{0});
  }
}

TEST_CASE("a foreign key may refer to a unique set in any order of columns, but not to part of one") {
  const auto refers = [](const std::string& unique, const std::string& columns) {
    return describe("tables:\n  p: {columns: {a: int, b: int, c: int}, " + unique + "}\n" +
                    "  c: {columns: {x: int, y: int}, foreign_keys: [{columns: [x, y], referenced_table: p, "
                    "referenced_columns: " +
                    columns + "}]}\n")
        .diagnostics.ok();
  };
  CHECK(refers("primary_key: [a, b]", "[a, b]"));
  CHECK(refers("primary_key: [a, b]", "[b, a]"));
  CHECK(refers("unique_constraints: [[b, a]]", "[a, b]"));
  CHECK(refers("indexes: [{columns: [a, b], unique: true}]", "[a, b]"));
  CHECK_FALSE(refers("indexes: [{columns: [a, b], unique: true, where: c > 0}]", "[a, b]"));
  CHECK_FALSE(refers("indexes: [{columns: [a, b]}]", "[a, b]"));
  CHECK_FALSE(refers("primary_key: [a, b, c]", "[a, b]"));
  CHECK_FALSE(refers("primary_key: [a]", "[a, b]"));
}

TEST_CASE("actions are read in any case, tables refer to themselves and to each other") {
  const Described result = describe(
      "tables:\n  a: {columns: {id: {type: serial, primary_key: true}, b: {type: int, references: {table: b, "
      "on_delete: set_null, on_update: no action}}}}\n"
      "  b: {columns: {id: {type: serial, primary_key: true}, a: {type: int, references: a}, b: {type: int, "
      "references: public.b.id}}}\n");
  INFO(result.faults());
  REQUIRE(result.diagnostics.ok());
  CHECK(result.description.tables[0].foreign_keys[0].on_delete == "SET NULL");
  CHECK(result.description.tables[0].foreign_keys[0].on_update == "NO ACTION");
  CHECK(result.description.tables[1].foreign_keys[1].referenced_table == 1);
}
