// Unique sets at the largest size that can be, and one row beyond.
#include <string>
#include <vector>

#include "tests/postgres/program.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/postgres.hpp"

using namespace datagen::test;

namespace {

struct Limited {
  const char* what;
  std::uint64_t most;   // rows of t that can be
  const char* columns;  // of t; the table p has ten rows: id, and a unique text v
  const char* more;     // of t
};

const std::vector<Limited> limited = {
    {"dates", 10,
     R"json("d": {"type": "date", "unique": true, "generator": "date", "generator_config": {"start": "2024-01-01", "end": "2024-01-10"}})json",
     ""},
    {"dates with nulls", 10,
     R"json("d": {"type": "date", "unique": true, "null_fraction": 0.3, "generator": "date", "generator_config": {"start": "2024-01-01", "end": "2024-01-10"}})json",
     ""},
    {"decimals", 10,
     R"json("d": {"type": "numeric(3,1)", "unique": true, "generator": "decimal_range", "generator_config": {"min": 0, "max": 0.9}})json",
     ""},
    {"a pattern", 20, R"json("a": {"type": "text", "unique": true, "pattern": "[xy][0-9]"})json", ""},
    {"a template", 10, R"json("a": {"type": "text", "unique": true, "pattern": {"template": "X-{rand:1}"}})json", ""},
    {"whole arrays", 3,
     R"json("a": {"type": "integer[]", "unique": true, "generator": "enum", "generator_config": {"values": ["{1}", "{2}", "{1,2}"]}})json",
     ""},
    {"weighted values", 3,
     R"json("a": {"type": "text", "unique": true, "generator": "weighted_enum", "generator_config": {"values": {"x": 8, "y": 1, "z": 1}}})json",
     ""},
    {"one to one", 10, R"json("id": {"type": "integer", "primary_key": true, "references": "p.id"})json", ""},
    {"a nullable reference", 10,
     R"json("k": {"type": "integer", "unique": true, "references": "p.id", "null_fraction": 0.3})json", ""},
    {"what one to one looks up", 10,
     R"json("k": {"type": "integer", "nullable": false, "references": "p.id"},
         "v": {"type": "text", "unique": true, "generator": "lookup", "generator_config": {"via": "k", "column": "v"}})json",
     ""},
    {"what a reference looks up, and a number", 20,
     R"json("k": {"type": "integer", "nullable": false, "references": "p.id"},
         "v": {"type": "text", "generator": "lookup", "generator_config": {"via": "k", "column": "v"}},
         "n": {"type": "integer", "generator": "integer_range", "generator_config": {"min": 1, "max": 2}})json",
     R"json("unique_constraints": [["v", "n"]])json"},
    {"a reference and a value", 20,
     R"json("k": {"type": "integer", "references": "p.id"}, "b": {"type": "boolean"})json",
     R"json("primary_key": ["k", "b"])json"},
    {"sets that share columns", 10,
     R"json("a": {"type": "integer", "generator": "integer_range", "generator_config": {"min": 1, "max": 10}},
         "b": {"type": "integer", "generator": "integer_range", "generator_config": {"min": 1, "max": 10}},
         "c": {"type": "integer", "generator": "integer_range", "generator_config": {"min": 1, "max": 10}})json",
     R"json("unique_constraints": [["a", "b"], ["b", "c"], ["a", "c"]])json"},
    {"a partial index", 10,
     R"json("a": {"type": "integer", "nullable": false, "generator": "integer_range", "generator_config": {"min": 1, "max": 10}},
         "gone": {"type": "timestamp", "null_fraction": 0.5})json",
     R"json("indexes": [{"columns": ["a"], "unique": true, "where": "gone IS NULL"}])json"},
    {"a falling index", 10,
     R"json("a": {"type": "integer", "nullable": false, "generator": "integer_range", "generator_config": {"min": 1, "max": 10}})json",
     R"json("indexes": [{"columns": ["a DESC"], "unique": true}])json"},
    {"no nulls to tell apart", 10,
     R"json("a": {"type": "integer", "generator": "integer_range", "generator_config": {"min": 1, "max": 10}})json",
     R"json("unique_constraints": [{"columns": ["a"], "nulls_not_distinct": true}])json"},
};

Json description_of(const Limited& of, std::uint64_t rows) {
  const std::string more = *of.more == '\0' ? "" : std::string(", ") + of.more;
  return Json::parse(R"json({"version": "1.0", "tables": {"p": {"row_count": 10, "columns": {
      "id": {"type": "serial", "primary_key": true}, "v": {"type": "text", "unique": true, "pattern": "[a-z]{6}"}}},
      "t": {"row_count": )json" +
                     std::to_string(rows) + R"json(, "columns": {)json" + of.columns + "}" + more + "}}}");
}

}  // namespace

// Invariant: as many rows as there are different values load; one more is refused with both numbers.
TEST_CASE("Unique sets hold up to their last value, and not beyond") {
  for (const Limited& each : limited) {
    INFO(each.what);
    const Dump full(description_of(each, each.most), "copy", 3);
    CAPTURE(full.result().err);
    CHECK(full.result().exit_code == 0);
    if (full.result().exit_code == 0) {
      const Database database = PostgresCluster::shared().database();
      const ProcessResult loaded = database.load(full.path());
      CAPTURE(loaded.err);
      CHECK(loaded.exit_code == 0);
    }
    const Dump beyond(description_of(each, each.most + 1), "copy", 3);
    CAPTURE(beyond.result().err);
    CHECK(beyond.result().exit_code == 2);
    CHECK(beyond.empty());
    CHECK(beyond.result().err.find(std::to_string(each.most + 1)) != std::string::npos);
  }
}

// Weights and distributions that a unique set overrules are named, with their place.
TEST_CASE("What a unique set does to weights is said with its place") {
  const TemporaryDirectory directory;
  const auto path = directory.write("weights.json", description_of(limited[6], 3).dump());
  const ProcessResult told = run_datagen({"validate", path.string()});
  CHECK(told.exit_code == 0);
  CHECK(told.err.find("warning: " + path.string() + ":1:") != std::string::npos);
  CHECK(told.err.find("t.a: its weights cannot hold") != std::string::npos);
  for (const char* distribution : {"normal", "exponential", "zipf"}) {
    Json description = description_of(limited[7], 5);
    description["tables"]["t"]["columns"]["id"]["distribution"] = distribution;
    const Dump refused(description, "copy", 3);
    CHECK(refused.result().exit_code == 2);
    CHECK(refused.result().err.find("contradict each other") != std::string::npos);
  }
}
