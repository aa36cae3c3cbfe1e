// Descriptions that no data can fill: refused before the first byte, with the place, what there is and what is needed.
#include <string>
#include <vector>

#include "tests/postgres/program.hpp"
#include "tests/support/catch.hpp"

using namespace datagen::test;

namespace {

struct Impossible {
  const char* what;
  const char* tables;               // the value of "tables"
  std::vector<std::string> naming;  // what the message must hold
};

const std::vector<Impossible> impossible = {
    {"a rollup of rows that are not split",
     R"json({"p": {"row_count": 5, "columns": [{"name": "id", "type": "serial", "primary_key": true},
           {"name": "total", "type": "numeric(10,2)", "nullable": false, "generator": "rollup", "generator_config": {"table": "c", "function": "sum", "column": "price"}}]},
         "c": {"row_count": 9, "columns": [{"name": "p_id", "type": "integer", "nullable": false, "references": "p.id"},
           {"name": "price", "type": "numeric(6,2)", "nullable": false}, {"name": "note", "type": "text"}]}})json",
     {"p.total", "per_parent: {min: 1, max: 3}", "c.p_id"}},
    {"a rollup of what shows the rollup",
     R"json({"p": {"row_count": 5, "columns": [{"name": "id", "type": "serial", "primary_key": true},
           {"name": "total", "type": "numeric(10,2)", "nullable": false, "generator": "rollup", "generator_config": {"table": "c", "function": "sum", "column": "share"}}]},
         "c": {"row_count": 9, "columns": [{"name": "p_id", "type": "integer", "nullable": false, "references": "p.id", "distribution": {"per_parent": {"min": 0, "max": 9}}},
           {"name": "price", "type": "numeric(6,2)", "nullable": false}, {"name": "note", "type": "text"},
           {"name": "share", "type": "numeric(10,2)", "generator": "lookup", "generator_config": {"via": "p_id", "column": "total"}}]}})json",
     {"p.total -> c.share -> p.total"}},
    {"a box for a point",
     R"json({"t": {"row_count": 5, "columns": [{"name": "id", "type": "serial", "primary_key": true},
           {"name": "place", "type": "point", "generator": "box"}]}})json",
     {"t.place", "generator box does not make values of type point"}},
    {"a sum of text",
     R"json({"p": {"row_count": 5, "columns": [{"name": "id", "type": "serial", "primary_key": true},
           {"name": "total", "type": "numeric(10,2)", "nullable": false, "generator": "rollup", "generator_config": {"table": "c", "function": "sum", "column": "note"}}]},
         "c": {"row_count": 9, "columns": [{"name": "p_id", "type": "integer", "nullable": false, "references": "p.id", "distribution": {"per_parent": {"min": 0, "max": 9}}},
           {"name": "price", "type": "numeric(6,2)", "nullable": false}, {"name": "note", "type": "text"}]}})json",
     {"p.total", "c.note", "sum and avg take numbers"}},
    {"a NOT NULL maximum of rows that may be none",
     R"json({"p": {"row_count": 5, "columns": [{"name": "id", "type": "serial", "primary_key": true},
           {"name": "total", "type": "numeric(10,2)", "nullable": false, "generator": "rollup", "generator_config": {"table": "c", "function": "max", "column": "price"}}]},
         "c": {"row_count": 9, "columns": [{"name": "p_id", "type": "integer", "nullable": false, "references": "p.id", "distribution": {"per_parent": {"min": 0, "max": 9}}},
           {"name": "price", "type": "numeric(6,2)", "nullable": false}, {"name": "note", "type": "text"}]}})json",
     {"p.total", "NOT NULL", "empty"}},
    {"a rollup of a table that refers to nothing here",
     R"json({"p": {"row_count": 5, "columns": [{"name": "id", "type": "serial", "primary_key": true},
           {"name": "total", "type": "numeric(10,2)", "nullable": false, "generator": "rollup", "generator_config": {"table": "p", "function": "count"}}]},
         "c": {"row_count": 9, "columns": [{"name": "p_id", "type": "integer", "nullable": false, "references": "p.id", "distribution": {"per_parent": {"min": 0, "max": 9}}},
           {"name": "price", "type": "numeric(6,2)", "nullable": false}, {"name": "note", "type": "text"}]}})json",
     {"p.total", "no foreign key of p refers to p"}},
    {"a misspelt function",
     R"json({"p": {"row_count": 5, "columns": [{"name": "id", "type": "serial", "primary_key": true},
           {"name": "total", "type": "numeric(10,2)", "nullable": false, "generator": "rollup", "generator_config": {"table": "c", "function": "summ", "column": "price"}}]},
         "c": {"row_count": 9, "columns": [{"name": "p_id", "type": "integer", "nullable": false, "references": "p.id", "distribution": {"per_parent": {"min": 0, "max": 9}}},
           {"name": "price", "type": "numeric(6,2)", "nullable": false}, {"name": "note", "type": "text"}]}})json",
     {"p.total", "summ", "sum"}},
    {"a rollup of a column that is not there",
     R"json({"p": {"row_count": 5, "columns": [{"name": "id", "type": "serial", "primary_key": true},
           {"name": "total", "type": "numeric(10,2)", "nullable": false, "generator": "rollup", "generator_config": {"table": "c", "function": "sum", "column": "prize"}}]},
         "c": {"row_count": 9, "columns": [{"name": "p_id", "type": "integer", "nullable": false, "references": "p.id", "distribution": {"per_parent": {"min": 0, "max": 9}}},
           {"name": "price", "type": "numeric(6,2)", "nullable": false}, {"name": "note", "type": "text"}]}})json",
     {"p.total", "prize", "price"}},
    {"a maximum of another type",
     R"json({"p": {"row_count": 5, "columns": [{"name": "id", "type": "serial", "primary_key": true},
           {"name": "total", "type": "date", "nullable": true, "generator": "rollup", "generator_config": {"table": "c", "function": "max", "column": "price"}}]},
         "c": {"row_count": 9, "columns": [{"name": "p_id", "type": "integer", "nullable": false, "references": "p.id", "distribution": {"per_parent": {"min": 0, "max": 9}}},
           {"name": "price", "type": "numeric(6,2)", "nullable": false}, {"name": "note", "type": "text"}]}})json",
     {"p.total", "numeric(6,2)", "date"}},
    {"a filter over no column",
     R"json({"p": {"row_count": 5, "columns": [{"name": "id", "type": "serial", "primary_key": true},
           {"name": "total", "type": "numeric(10,2)", "nullable": false, "generator": "rollup", "generator_config": {"table": "c", "function": "count", "where": "cost > 1"}}]},
         "c": {"row_count": 9, "columns": [{"name": "p_id", "type": "integer", "nullable": false, "references": "p.id", "distribution": {"per_parent": {"min": 0, "max": 9}}},
           {"name": "price", "type": "numeric(6,2)", "nullable": false}, {"name": "note", "type": "text"}]}})json",
     {"p.total", "cost"}},
    {"three booleans that differ",
     R"json({"t": {"row_count": 3, "columns": [{"name": "flag", "type": "boolean", "nullable": false, "unique": true}]}})json",
     {"t.flag", "2", "3"}},
    {"four values of an enum of three under unique",
     R"json({"t": {"row_count": 4, "columns": [{"name": "state", "type": "text", "unique": true, "generator": "enum",
         "generator_config": {"values": ["a", "b", "c"]}}]}})json",
     {"t.state", "3", "4"}},
    {"a primary key of too small a range",
     R"json({"t": {"row_count": 101, "primary_key": ["k"], "columns": [{"name": "k", "type": "integer",
         "generator": "integer_range", "generator_config": {"min": 1, "max": 100}}]}})json",
     {"t.k", "100", "101"}},
    {"a range in steps, one value short",
     R"json({"t": {"row_count": 12, "columns": [{"name": "k", "type": "integer", "unique": true,
         "generator": "integer_range", "generator_config": {"min": 0, "max": 100, "step": 10}}]}})json",
     {"t.k", "11", "12"}},
    {"a pattern with too few matches",
     R"json({"t": {"row_count": 2601, "columns": [{"name": "short", "type": "char(3)", "unique": true, "nullable": false,
         "pattern": "[A-Z][0-9]{2}"}]}})json",
     {"t.short", "2600", "2601"}},
    {"decimals of too small a range",
     R"json({"t": {"row_count": 102, "columns": [{"name": "d", "type": "numeric(5,2)", "unique": true,
         "generator": "decimal_range", "generator_config": {"min": 0, "max": 1, "scale": 2}}]}})json",
     {"t.d", "101", "102"}},
    {"a unique set whose product is too small",
     R"json({"t": {"row_count": 13, "unique_constraints": [{"columns": ["a", "b"]}], "columns": [
         {"name": "a", "type": "integer", "nullable": false, "generator": "integer_range", "generator_config": {"min": 1, "max": 3}},
         {"name": "b", "type": "integer", "nullable": false, "generator": "integer_range", "generator_config": {"min": 1, "max": 4}}]}})json",
     {"t", "a", "b", "12", "13"}},
    {"a junction table with more rows than pairs",
     R"json({"l": {"row_count": 5, "columns": [{"name": "id", "type": "serial", "primary_key": true}]},
         "r": {"row_count": 4, "columns": [{"name": "id", "type": "serial", "primary_key": true}]},
         "j": {"row_count": 21, "primary_key": ["l_id", "r_id"], "columns": [
           {"name": "l_id", "type": "integer", "references": "l.id"}, {"name": "r_id", "type": "integer", "references": "r.id"}]}})json",
     {"j", "l_id", "r_id", "20", "21"}},
    {"more children than parents, one to one",
     R"json({"p": {"row_count": 5, "columns": [{"name": "id", "type": "serial", "primary_key": true}]},
         "c": {"row_count": 6, "columns": [{"name": "p_id", "type": "integer", "primary_key": true, "references": "p.id"}]}})json",
     {"c.p_id", "5", "6"}},
    {"a reference to an empty table",
     R"json({"p": {"row_count": 0, "columns": [{"name": "id", "type": "serial", "primary_key": true}]},
         "c": {"row_count": 1, "columns": [{"name": "p_id", "type": "integer", "nullable": false, "references": "p.id"}]}})json",
     {"c.p_id", "p"}},
    {"forty thousand smallserials",
     R"json({"t": {"row_count": 40000, "columns": [{"name": "id", "type": "smallserial", "primary_key": true}]}})json",
     {"t.id", "32767", "40000"}},
    {"a reference too narrow for its parent's numbers",
     R"json({"p": {"row_count": 40000, "columns": [{"name": "id", "type": "serial", "primary_key": true}]},
         "c": {"row_count": 5, "columns": [{"name": "p_id", "type": "smallint", "nullable": false, "references": "p.id"}]}})json",
     {"c.p_id", "smallint"}},
    {"a range beyond numeric(5,2)",
     R"json({"t": {"row_count": 5, "columns": [{"name": "d", "type": "numeric(5,2)", "generator": "decimal_range",
         "generator_config": {"min": 0, "max": 2500}}]}})json",
     {"t.d", "2500", "999.99"}},
    {"a range beyond smallint",
     R"json({"t": {"row_count": 5, "columns": [{"name": "n", "type": "smallint", "generator": "integer_range",
         "generator_config": {"min": 0, "max": 70000}}]}})json",
     {"t.n", "70000", "32767"}},
    {"a listed value longer than its column",
     R"json({"t": {"row_count": 5, "columns": [{"name": "c", "type": "varchar(3)", "generator": "enum",
         "generator_config": {"values": ["abc", "abcd"]}}]}})json",
     {"t.c", "abcd", "3"}},
    {"a pattern longer than its column",
     R"json({"t": {"row_count": 5, "columns": [{"name": "c", "type": "varchar(3)", "pattern": "[0-9]{5}"}]}})json",
     {"t.c", "3"}},
    {"a listed value that is no label of the type",
     R"json({"t": {"row_count": 5, "columns": [{"name": "n", "type": "integer", "generator": "enum",
         "generator_config": {"values": ["1", "one"]}}]}})json",
     {"t.n", "one"}},
    {"ranges upside down",
     R"json({"t": {"row_count": 5, "columns": [{"name": "n", "type": "integer", "generator": "integer_range",
         "generator_config": {"min": 10, "max": 1}}]}})json",
     {"t.n", "10", "1"}},
    {"weights that are all zero",
     R"json({"t": {"row_count": 5, "columns": [{"name": "n", "type": "text", "generator": "weighted_enum",
         "generator_config": {"values": ["a", "b"], "weights": [0, 0]}}]}})json",
     {"t.n", "weights"}},
    {"a null rate in a column that takes no nulls",
     R"json({"t": {"row_count": 5, "columns": [{"name": "n", "type": "text", "nullable": false, "null_fraction": 0.5}]}})json",
     {"t.n", "null_fraction"}},
    {"serial numbers beyond the column's type",
     R"json({"t": {"row_count": 100, "columns": [{"name": "n", "type": "smallint", "primary_key": true, "generator": "serial",
         "generator_config": {"start": 32700}}]}})json",
     {"t.n", "68", "100"}},
    {"a generator that does not exist",
     R"json({"t": {"row_count": 5, "columns": [{"name": "n", "type": "text", "generator": "emial"}]}})json",
     {"t.n", "emial", "email"}},
    {"a digit too many for a unique single character",
     R"json({"t": {"row_count": 11, "columns": [{"name": "c", "type": "char(1)", "nullable": false, "unique": true,
         "pattern": "[0-9]"}]}})json",
     {"t.c", "10", "11"}},
};

}  // namespace

TEST_CASE("What cannot be filled is refused with the place and the numbers, before any output") {
  for (const Impossible& one : impossible) {
    INFO(one.what);
    Json description;
    description["tables"] = Json::parse(one.tables);
    for (const std::string& format : dump_formats) {
      const Dump dump(description, format, 1);
      CAPTURE(dump.result().err, format);
      CHECK(dump.result().exit_code == 2);
      CHECK(dump.result().out.empty());
      CHECK(dump.empty());
      CHECK(dump.result().err.find("description.json:") != std::string::npos);
      for (const std::string& word : one.naming) {
        CAPTURE(word);
        CHECK(dump.result().err.find(word) != std::string::npos);
      }
    }
  }
}

// The same descriptions with one value or one row that makes them possible: the limit is where it is said to be.
TEST_CASE("What can just be filled is filled") {
  const std::vector<std::pair<const char*, std::uint64_t>> rows_that_fit = {
      {"three booleans that differ", 2},
      {"four values of an enum of three under unique", 3},
      {"a primary key of too small a range", 100},
      {"a range in steps, one value short", 11},
      {"decimals of too small a range", 101},
      {"a unique set whose product is too small", 12},
      {"a digit too many for a unique single character", 10},
      {"forty thousand smallserials", 32767}};
  for (const auto& [what, rows] : rows_that_fit) {
    INFO(what);
    for (const Impossible& one : impossible) {
      if (std::string(one.what) != what) continue;
      Json description;
      description["tables"] = Json::parse(one.tables);
      description["tables"]["t"]["row_count"] = rows;
      const Dump dump(description, "copy", 1);
      CAPTURE(dump.result().err);
      CHECK(dump.result().exit_code == 0);
    }
  }
}
