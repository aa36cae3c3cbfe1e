// Every fault of a description is shown at its exact place, with its remedy.
#include <algorithm>

#include "tests/core/description/describe.hpp"
#include "tests/core/description/marked.hpp"
#include "tests/support/catch.hpp"

using namespace datagen;
using namespace datagen::test;

namespace {

// A table t with a column id and whatever the text adds; "@@" marks the place.
std::string in_column(const std::string& keys) {
  return "tables:\n  t:\n    columns:\n      id: serial\n      c: " + keys + "\n";
}
std::string in_table(const std::string& lines) {
  return "tables:\n  p: {columns: {id: serial, a: int, b: text, n: {type: text, unique: true}, j: json}, primary_key: "
         "id}\n"
         "  t:\n    columns: {id: int, a: int, b: text, j: json, g: {type: int, generated: a + 1}}\n" +
         lines + "\n";
}
std::string at_top(const std::string& lines) { return lines + "\ntables: {t: {columns: {id: serial}}}\n"; }

void require_fault(const std::string& marked, const std::string& message) {
  const Unmarked plain = unmark(marked);
  INFO(marked);
  const Described result = describe(plain.text);
  INFO(result.faults());
  const auto& faults = result.diagnostics.faults();
  CHECK(std::any_of(faults.begin(), faults.end(), [&](const Fault& fault) {
    const std::string text = fault.text();
    return text.substr(0, plain.place.size()) == plain.place && text.find(message) != std::string::npos;
  }));
}

}  // namespace

TEST_CASE("faults at the top level are shown where they are") {
  const Marked cases[] = {
      {"@@tabels: {}", "unknown key 'tabels' (did you mean 'tables'?)"},
      {"version: @@2.0", "version '2.0'"},
      {"database: @@[shop]", "'database' must be a map, not a list"},
      {"database: {@@nam: shop}", "did you mean 'name'"},
      {"database: {encoding: @@LATIN1}", "encoding 'LATIN1' is not supported"},
      {"extensions: @@citext", "'extensions' must be a list"},
      {"extensions: [citext, @@3]", "must be a string"},
      {"seed: @@-1", "'seed' must be a whole number"},
      {"seed: @@1.5", "'seed' must be a whole number"},
      {"seed: @@18446744073709551616", "'seed' must be a whole number"},
      {"as_of: @@7", "'as_of' must be a string"},
      {"default_null_fraction: @@1.5", "must lie between 0 and 1"},
      {"default_null_fraction: @@much", "must be a number"},
      {"custom_types: @@[mood]", "'custom_types' must be a map"},
      {"custom_types: {@@integer: [a]}", "is a built-in type"},
      {"custom_types: {m: {kind: @@enumm, values: [a]}}", "did you mean 'enum'"},
      {"custom_types: {m: @@{kind: enum}}", "an enum needs 'values'"},
      {"custom_types: {m: @@{}}", "no 'kind'"},
      {"custom_types: {m: @@[]}", "at least one value"},
      {"custom_types: {m: [a, @@a]}", "listed twice"},
      {"custom_types: {m: [a, @@1]}", "put it in quotes"},
      {"custom_types: {m: {kind: domain, base_type: @@itneger}}", "did you mean 'integer'"},
      {"custom_types: {m: {base_type: int, constraint: @@\"VALUE > 0) , (1\"}}", "constraint"},
      {"custom_types: {m: {base_type: int, constraint: @@x > 0}}", "knows no 'x'"},
      {"custom_types: {m: {base_type: int, constraint: @@VALUE IN (SELECT 1)}}", "subquery"},
      {"custom_types: {m: {base_type: int, constraint: VALUE > 0, @@nul: 1}}", "unknown key 'nul'"},
      {"custom_types: {a: {base_type: b}, b: {base_type: @@a}}", "made of each other"},
      {"custom_types: {a: {fields: {x: @@serial}}}", "only a column"},
      {"custom_types: {a: {fields: [{name: x, type: int}, {name: @@x, type: int}]}}", "comes twice"},
      {"custom_types: {a: {fields: [@@{name: x}]}}", "needs 'name' and 'type'"},
      {"sequences: {s: {increment: @@0}}", "must not be 0"},
      {"sequences: {s: {start: @@5, max_value: 4}}", "starts at 5"},
      {"sequences: {s: @@{min_value: 5, max_value: 5}}", "not below its maximum"},
      {"sequences: {s: {cache: @@0}}", "at least 1"},
      {"sequences: {s: {@@step: 2}}", "unknown key 'step'"},
      {"sequences: {@@t: {}}", "has the name of another"},
      {"custom_types: {@@t: [a]}", "has the name of another"},
  };
  for (const Marked& bad : cases) require_fault(at_top(bad.text), bad.message);
  require_fault("@@version: 1.0", "no 'tables'");
  require_fault("@@[1]", "this is no description of a database");
  require_fault("tables: @@{}", "'tables' is empty");
  require_fault("tables: @@3", "'tables' must be a map");
  require_fault("tables: [@@{columns: {a: int}}]", "has no 'name'");
  require_fault("tables: {@@t: {}}", "the table has no 'columns'");
  require_fault("tables: {t: @@x}", "a table must be a map");
  require_fault("tables: {t: {columns: @@[]}}", "at least one column");
  require_fault("tables: {t: {columns: @@x}}", "'columns' must be a list");
  require_fault("tables: {t: {columns: [@@{type: int}]}}", "has no 'name'");
  require_fault("tables: {t: {columns: [@@x]}}", "must be a map");
  require_fault("tables: {t: {columns: [{name: a, type: int}, {name: @@a, type: int}]}}", "comes twice");
  require_fault("tables: {t: {columns: [{name: @@3, type: int}]}}", "'name' must be a string");
  require_fault("tables: {t: {columns: [{name: @@a}]}}", "the column has no 'type'");
  require_fault("tables: {@@a.b.c: {columns: {a: int}}}", "more than two parts");
  require_fault("tables: {@@.b: {columns: {a: int}}}", "a name is empty");
  require_fault("tables: {t: {columns: {@@\"\": int}}}", "a name is empty");
  require_fault("tables: {t: {columns: {@@ctid: int}}}", "a system column");
  require_fault("tables: {@@" + std::string(64, 'x') + ": {columns: {a: int}}}", "has 64 bytes");
  require_fault("tables: {t: {columns: {a: int}}, @@public.t: {columns: {a: int}}}", "has the name of another");
}

TEST_CASE("faults of columns are shown where they are") {
  const Marked cases[] = {
      {"{@@typ: int, type: int}", "did you mean 'type'"},
      {"{type: @@varchr}", "unknown type 'varchr' (did you mean 'varchar'?)"},
      {"{type: @@timestmap with time zone}", "did you mean 'timestamp with time zone'"},
      {"{type: @@timestmap}", "did you mean 'timestamp'"},
      {"{type: @@interger}", "did you mean 'integer'"},
      {"{type: @@datetime}", "use timestamp"},
      {"{type: @@varchar(0)}", "must be a number from 1 to 10485760"},
      {"{type: @@\"numeric(10,2\"}", "')' is missing"},
      {"{type: @@int(11)}", "takes nothing in parentheses"},
      {"{type: @@int unsigned}", "no part of a type"},
      {"{type: @@\"serial[]\"}", "no arrays of serial"},
      {"{type: @@record}", "pseudo-type"},
      {"{type: @@timestamp(9)}", "from 0 to 6"},
      {"{type: @@5}", "put it in quotes"},
      {"@@7", "a column must be a map"},
      {"{type: int, nullable: @@\"perhaps\"}", "write true or false, without quotes"},
      {"{type: text, @@length: 20}", "write varchar(n)"},
      {"{type: int, null_percentage: @@0.2}", "read as a number from 1 to 100"},
      {"{type: int, null_fraction: 0.1, @@null_percentage: 10}", "mean the same"},
      {"{type: int, nullable: true, @@required: true}", "contradicts 'nullable'"},
      {"{type: int, @@null_rate: 0.1, null_fraction: 0.1}", "mean the same"},
      {"{type: text, pattern: {regex: '[a-z]', @@min_length: 3}}", "write the length into it"},
      {"{type: text, pattern: {@@regex: '[a-z]', template: x}}", "not both"},
      {"{type: text, pattern: {regex: '[a-z]', @@format: email}}", "contradicts"},
      {"{type: int, @@generator: {min: 1}}", "the generator has no name"},
      {"{type: text, rules: [{if: [{a: 1}, {@@a: 2}], then: x}]}", "two conditions on 'a'"},
      {"{type: int, unique: @@7}", "'unique' must be true or false"},
      {"{type: int, null_fraction: @@-0.1}", "between 0 and 1"},
      {"{type: int, nullable: false, null_fraction: @@0.5}", "never null"},
      {"{type: int, identity: @@sometimes}", "identity 'sometimes'"},
      {"{type: text, identity: @@always}", "must be smallint, integer or bigint"},
      {"{type: int, identity: always, default: @@1}", "can have no default"},
      {"{type: serial, default: @@1}", "has its default already"},
      {"{type: int, default: @@active}", "may refer to no column"},
      {"{type: int, default: @@lower(id)}", "may refer to no column, such as 'id'"},
      {"{type: int, default: @@\"1); DROP TABLE t; --\"}", "syntax error"},
      {"{type: int, default: @@(SELECT 1)}", "subquery"},
      {"{type: text, default: @@\"it's\"}", "unterminated"},
      {"{type: int, default: @@true}", "no numbers"},
      {"{type: boolean, default: @@2}", "no boolean"},
      {"{type: int, default: @@[1]}", "'default' must be a string"},
      {"{type: int, generated: @@id + c2}", "has no column 'c2'"},
      {"{type: int, generated: @@id +}", "syntax error"},
      {"{type: int, generated: @@id, default: 1}", "a generated column can have no default"},
      {"{type: int, generated: id, generator: @@serial}", "the server computes"},
      {"{type: int, generated: @@c + 1}", "may not refer to the generated column 'c'"},
      {"{type: int, check: @@c > }", "syntax error"},
      {"{type: int, check: @@x.c > 0}", "no column of the table"},
      {"{type: int, check: {@@expr: c > 0}}", "unknown key 'expr'"},
      {"{type: int, generator: @@[x]}", "'generator' must be a string"},
      {"{type: int, generator_config: @@x}", "'generator_config' must be a map"},
      {"{type: int, generator_config: {type: @@3}}", "'type' must be a string"},
      {"{type: int, rules: @@x}", "'rules' must be a list"},
      {"{type: int, pattern: @@3}", "'pattern' must be a string or a map"},
      {"{type: int, distribution: @@[x]}", "'distribution' must be a map or a string"},
      {"{type: int, references: @@missing.id}", "there is no table 'missing'"},
      {"{type: int, references: @@t.idd}", "table 't' has no column 'idd'"},
      {"{type: int, references: @@t}", "no primary key to refer to"},
      {"{type: int, references: {table: @@tt}}", "there is no table 'tt'"},
      {"{type: int, references: @@{column: id}}", "has no 'table'"},
      {"{type: int, references: t.id, foreign_key: @@{table: t}}", "say the same"},
      {"{type: json, unique: @@true}", "PostgreSQL has no order for it"},
      {"{type: int, comment: @@3}", "'comment' must be a string"},
  };
  for (const Marked& bad : cases) require_fault(in_column(bad.text), bad.message);
}

TEST_CASE("faults of keys, checks and indexes are shown where they are") {
  const Marked cases[] = {
      {"    indexes: [{columns: [@@'lower(c)']}]", "has no column 'c'"},
      {"    indexes: [{columns: [@@'lower(b'], name: i}]", "is no column and no expression"},
      {"    indexes: [{columns: [@@'a) WHERE (b IS NULL']}]", "is no column and no expression"},
      {"    indexes: [{columns: [@@'a); DROP TABLE t; CREATE INDEX ON t (b']}]", "is no column and no expression"},
      {"    indexes: [{columns: [@@'a, b']}]", "is no column and no expression"},
      {"    indexes: [{columns: [@@'lower(b)'], unique: true}]", "distinct"},
      {"    indexes: [{columns: [a], type: gin, include: @@[b]}]", "includes no columns"},
      {"    row_count: @@-1", "'row_count' must be a whole number"},
      {"    row_count: @@1.5", "not 1.5"},
      {"    row_count: @@9223372036854775808", "'row_count' must be"},
      {"    row_count: @@\"5 or 6\"", "not a string"},
      {"    name: @@u", "names itself 'u'"},
      {"    @@colunms: []", "did you mean 'columns'"},
      {"    primary_key: [@@x]", "has no column 'x'"},
      {"    primary_key: [a, @@a]", "comes twice"},
      {"    primary_key: @@[g]", "a generated column can not be in a unique set"},
      {"    primary_key: @@[j]", "no order"},
      {"    primary_key: @@{name: k}", "has no 'columns'"},
      {"    unique_constraints: [@@{name: u}]", "has no 'columns'"},
      {"    unique_constraints: [@@[]]", "is empty"},
      {"    unique_constraints: [{columns: [a, @@bb]}]", "has no column 'bb'"},
      {"    unique_constraints: [{columns: a, name: u}, @@{columns: b, name: u}]", "has the name of another"},
      {"    indexes: [{columns: [a], type: @@btre}]", "did you mean 'btree'"},
      {"    indexes: [@@{columns: [a], type: hash, unique: true}]", "can not be unique"},
      {"    indexes: [@@{columns: [a, b], type: hash}]", "one column only"},
      {"    indexes: [@@{columns: [j]}]", "no order for type json"},
      {"    indexes: [{columns: [a], where: @@a >}]", "syntax error"},
      {"    indexes: [@@{columns: a, name: p}]", "has the name of another"},
      {"    indexes: @@a", "'indexes' must be a list"},
      {"    check_constraints: [@@\"a > 0) OR (1\"]", "syntax error"},
      {"    check_constraints: [{expression: @@\"A > z\"}]", "has no column 'z'"},
      {"    check_constraints: [@@{name: x}]", "has no 'expression'"},
      {"    check_constraints: [a > 0, @@\"a IN (SELECT 1)\"]", "subquery"},
      {"    check_constraints: [{expression: a > 0, name: k}, {expression: @@b > '', name: k}]",
       "has the name of another"},
      {"    foreign_keys: [@@{referenced_table: p}]", "has no 'columns'"},
      {"    foreign_keys: [@@{columns: [a]}]", "has no 'referenced_table'"},
      {"    foreign_keys: [{columns: [a], referenced_table: @@q}]", "there is no table 'q'"},
      {"    foreign_keys: [{columns: [@@x], referenced_table: p}]", "has no column 'x'"},
      {"    foreign_keys: [{columns: [a], referenced_table: p, referenced_columns: [@@idd]}]", "has no column 'idd'"},
      {"    foreign_keys: [@@{columns: [a, b], referenced_table: p}]", "has 2 columns, but refers to 1"},
      {"    foreign_keys: [{columns: [a], referenced_table: @@p, referenced_columns: [a]}]",
       "no primary key or unique"},
      {"    foreign_keys: [@@{columns: [b], referenced_table: p}]", "type text can not refer to 'p.id' of type serial"},
      {"    foreign_keys: [@@{columns: [g], referenced_table: p}]", "a generated column can not be a foreign key"},
      {"    foreign_keys: [{columns: [a], referenced_table: p, on_delete: @@CASCAED}]", "did you mean 'CASCADE'"},
      {"    foreign_keys: [{columns: [a], referenced_table: p, deferrable: @@false, initially_deferred: true}]",
       "must be deferrable"},
      {"    foreign_keys: [{columns: [a], referenced_table: p, @@references: id}]", "unknown key 'references'"},
      {"    foreign_keys: [@@p]", "a foreign key must be a map"},
  };
  for (const Marked& bad : cases) require_fault(in_table(bad.text), bad.message);
}

// What is wrong in one place hides nothing that is wrong in another.
TEST_CASE("all faults of a description are reported together") {
  const Described result = describe(
      "tables:\n  a: {columns: {x: varchr, y: {type: int, default: q}}, row_count: -1, primary_key: [z]}\n"
      "  b: {columns: {x: {type: int, references: c}}, indexs: []}\n");
  CHECK(result.diagnostics.faults().size() == 6);
}
