#include "tests/core/description/samples.hpp"

namespace datagen::test {

const char* const sample_json = R"text({
  "version": "1.0", "database": {"name": "library", "encoding": "utf-8"}, "seed": 7,
  "extensions": ["pgcrypto"],
  "custom_types": {
    "shelf": {"kind": "composite", "definition": {"fields": [
      {"name": "row", "type": "small"}, {"name": "state", "type": "state"}]}},
    "small": {"kind": "domain", "definition": {"base_type": "smallint", "constraint": "CHECK (VALUE > 0)"}},
    "state": {"kind": "enum", "definition": {"values": ["new", "worn"]}}
  },
  "sequences": {"loan_numbers": {"start": 10, "increment": 5, "cycle": true}},
  "tables": {
    "readers": {"columns": [
      {"name": "id", "type": "serial", "primary_key": true},
      {"name": "card", "type": "varchar(12)", "unique": true, "nullable": false,
       "generator_config": {"type": "pattern", "pattern": "[A-Z]{3}"}},
      {"name": "mentor", "type": "int", "references": "readers.id"}], "row_count": 10, "comment": "who reads"},
    "stock.books": {"columns": {"isbn": "text", "copy": {"type": "int2"}, "state": {"type": "state", "default": "new"},
      "price": {"type": "numeric(8,2)", "null_fraction": 0.25},
      "gross": {"type": "numeric", "generated": "price * 1.2"}},
      "primary_key": ["isbn", "copy"], "check_constraints": [{"expression": "price > 0", "name": "dear"}],
      "indexes": [{"columns": ["state"], "type": "HASH", "where": "price IS NOT NULL"}], "row_count": 0},
    "loans": {"columns": [
      {"name": "number", "type": "bigint", "identity": "by default"},
      {"name": "reader", "type": "bigint",
       "foreign_key": {"table": "readers", "column": "id", "on_delete": "set null"}},
      {"name": "isbn", "type": "varchar(20)"}, {"name": "copy", "type": "integer"},
      {"name": "at", "type": "timestamp (3) with time zone", "default": "now()"}],
      "foreign_keys": [{"columns": ["isbn", "copy"], "referenced_table": "stock.books", "on_update": "CASCADE"}]}
  }
})text";

const char* const sample_toml = R"text(version = "1.0"
seed = 7
extensions = ["pgcrypto"]
[database]
name = "library"
encoding = "utf-8"
[custom_types]
state = ["new", "worn"]
shelf = { kind = "composite", fields = { row = "small", state = "state" } }
[custom_types.small]
base_type = "smallint"
check = "VALUE > 0"
[sequences.loan_numbers]
start = 10
increment = 5
cycle = true
[tables.readers]
row_count = 10
comment = "who reads"
[[tables.readers.columns]]
name = "id"
type = "serial"
primary_key = true
[[tables.readers.columns]]
name = "card"
type = "varchar(12)"
unique = true
nullable = false
generator_config = { type = "pattern", pattern = "[A-Z]{3}" }
[[tables.readers.columns]]
name = "mentor"
type = "int"
references = "readers.id"
[tables."stock.books"]
primary_key = ["isbn", "copy"]
row_count = 0
check_constraints = [{ expression = "price > 0", name = "dear" }]
indexes = [{ columns = ["state"], method = "hash", where = "price IS NOT NULL" }]
[tables."stock.books".columns]
isbn = "text"
copy = "int2"
state = { type = "state", default = "new" }
price = { type = "numeric(8,2)", null_fraction = 0.25 }
gross = { type = "numeric", generated = "price * 1.2" }
[tables.loans]
foreign_keys = [{ columns = ["isbn", "copy"], referenced_table = "stock.books", on_update = "CASCADE" }]
[tables.loans.columns]
number = { type = "bigint", identity = "by default" }
reader = { type = "bigint", foreign_key = { table = "readers", column = "id", on_delete = "set null" } }
isbn = "varchar(20)"
copy = "integer"
at = { type = "timestamp (3) with time zone", default = "now()" }
)text";

const char* const sample_yaml = R"text(version: 1.0
seed: 7
database: {name: library, encoding: utf-8}
extensions: [pgcrypto]
custom_types:
  shelf: {fields: {row: small, state: state}}
  small: {kind: domain, base_type: smallint, constraint: VALUE > 0}
  state: [new, worn]
sequences:
  loan_numbers: {start: 10, increment: 5, cycle: true}
tables:
  readers:
    row_count: 10
    comment: who reads
    columns:
      id: {type: serial, primary_key: true}
      card:
        type: varchar(12)
        unique: true
        nullable: false
        generator_config: {type: pattern, pattern: "[A-Z]{3}"}
      mentor: {type: int, references: readers}
  stock.books:
    row_count: 0
    columns:
      isbn: text
      copy: int2
      state: {type: state, default: new}
      price: {type: "numeric(8,2)", null_fraction: 0.25}
      gross: {type: numeric, generated: price * 1.2}
    primary_key: [isbn, copy]
    check_constraints: [{expression: price > 0, name: dear}]
    indexes: [{columns: state, type: hash, where: price IS NOT NULL}]
  loans:
    columns:
      number: {type: bigint, identity: by default}
      reader: {type: bigint, references: {table: readers, on_delete: set_null}}
      isbn: varchar(20)
      copy: integer
      at: {type: timestamp (3) with time zone, default: now()}
    foreign_keys:
      - {columns: [isbn, copy], referenced_table: stock.books, on_update: cascade}
)text";

}  // namespace datagen::test
