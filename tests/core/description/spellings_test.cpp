// Other spellings of a description give what docs/description.md's own spelling gives.
#include <sstream>

#include "tests/core/description/describe.hpp"
#include "tests/support/catch.hpp"

using namespace datagen;
using namespace datagen::test;

namespace {

std::string json_of(const std::shared_ptr<const Node>& node) { return node == nullptr ? "-" : node->json(); }

// Everything that a description says, but for places.
std::string shown(const Description& description) {
  std::ostringstream out;
  const auto list = [&out](const std::vector<std::size_t>& columns) {
    for (std::size_t column : columns) out << ' ' << column;
  };
  out << description.database_name << ' ' << description.encoding << '\n';
  for (const CustomType& type : description.types) {
    out << "type " << type.name << ' ' << static_cast<int>(type.kind) << ' ' << type.constraint;
    for (const std::string& label : type.labels) out << " '" << label << "'";
    for (const CustomType::Field& field : type.fields) out << ' ' << field.name << ':' << field.type.text;
    out << (type.base ? " of " + type.base->text : "") << '\n';
  }
  for (const Table& table : description.tables) {
    out << "table " << table.full_name() << ' ' << (table.row_count ? std::to_string(*table.row_count) : "-") << ' '
        << table.comment << '\n';
    for (const Column& column : table.columns)
      out << "  " << column.name << ' ' << column.type.text << (column.not_null ? " not null" : "") << ' '
          << column.default_expression.value_or("-") << ' ' << static_cast<int>(column.identity) << ' '
          << column.comment << " | " << column.generator << ' ' << json_of(column.generator_config) << ' '
          << json_of(column.distribution) << ' ' << json_of(column.pattern) << ' ' << json_of(column.rules) << ' '
          << column.null_fraction.value_or(0) << '\n';
    for (const UniqueSet& set : table.unique_sets) {
      out << "  unique " << static_cast<int>(set.kind) << ' ' << set.name;
      list(set.columns);
      out << '\n';
    }
    for (const ForeignKey& key : table.foreign_keys) {
      out << "  key " << key.name << ' ' << key.on_delete << ' ' << key.on_update << ' ' << json_of(key.distribution);
      list(key.columns);
      out << " -> " << key.referenced_table;
      list(key.referenced_columns);
      out << '\n';
    }
    for (const Check& check : table.checks) out << "  check " << check.name << ' ' << check.expression << '\n';
    for (const Index& index : table.indexes) {
      out << "  index " << index.name << ' ' << index.method << ' ' << index.unique << ' ' << index.where;
      list(index.columns);
      out << '\n';
    }
  }
  return out.str();
}

std::string read(const std::string& text) {
  const Described result = describe(text);
  INFO(text << "\n" << result.faults());
  REQUIRE(result.diagnostics.ok());
  return shown(result.description);
}

struct Pair {
  const char* other;
  const char* own;
};

std::string column(const std::string& keys) {
  return "tables:\n  p: {columns: {id: serial, a: int}, primary_key: id}\n  t:\n    columns:\n      b: int\n      c: " +
         keys + "\n";
}
std::string table(const std::string& lines) {
  return "tables:\n  p: {columns: {id: serial, a: int}, primary_key: id}\n  t:\n    columns: {a: int, b: int, c: "
         "text}\n    " +
         lines + "\n";
}

}  // namespace

// Invariant: both spellings describe the same.
TEST_CASE("other spellings of columns mean what the own ones mean") {
  const Pair pairs[] = {
      {"{type: varchar, length: 20}", "{type: varchar(20)}"},
      {"{type: character varying, max_length: '20'}", "{type: varchar(20)}"},
      {"{type: decimal, precision: 10, scale: 2}", "{type: 'numeric(10,2)'}"},
      {"{type: numeric, precision: 10}", "{type: numeric(10)}"},
      {"{data_type: int, description: how many}", "{type: int, comment: how many}"},
      {"{type: int, nullable: 'NO'}", "{type: int, nullable: false}"},
      {"{type: int, not_null: true}", "{type: int, nullable: false}"},
      {"{type: int, required: 'true'}", "{type: int, nullable: false}"},
      {"{type: int, is_nullable: 1}", "{type: int}"},
      {"{type: int, is_unique: yes}", "{type: int, unique: true}"},
      {"{type: int, pk: true}", "{type: int, primary_key: true}"},
      {"{type: int, primary_key: 'true'}", "{type: int, primary_key: true}"},
      {"{type: int, primary_key: true, auto_increment: true}", "{type: int, primary_key: true, identity: by default}"},
      {"{type: serial, primary_key: true, auto_increment: true}", "{type: serial, primary_key: true}"},
      {"{type: int, null_probability: 0.25}", "{type: int, null_fraction: 0.25}"},
      {"{type: int, null_rate: '25%'}", "{type: int, null_fraction: 0.25}"},
      {"{type: int, null_percentage: 25}", "{type: int, null_fraction: 0.25}"},
      {"{type: int, default_value: '7'}", "{type: int, default: 7}"},
      {"{type: int, references: p(id)}", "{type: int, references: p.id}"},
      {"{type: int, references: p.id, on_delete: set_null}",
       "{type: int, references: {table: p, column: id, on_delete: SET NULL}}"},
      {"{type: int, references: p, on_delete: ON DELETE CASCADE}",
       "{type: int, references: {table: p, on_delete: CASCADE}}"},
      {"{type: text, enum: [x, y]}", "{type: text, generator: enum, generator_config: {values: [x, y]}}"},
      {"{type: text, values: [x, y], weights: [1, 2]}",
       "{type: text, generator: weighted_enum, generator_config: {values: [x, y], weights: [1, 2]}}"},
      {"{type: text, generator: enum, generator_config: {values: [x, y], weights: [1, 2]}}",
       "{type: text, generator: weighted_enum, generator_config: {values: [x, y], weights: [1, 2]}}"},
      {"{type: int, generator: {type: integer_range, min: 1, max: 9}}",
       "{type: int, generator: integer_range, generator_config: {min: 1, max: 9}}"},
      {"{type: int, generator: {name: integer_range, options: {min: 1}}}",
       "{type: int, generator: integer_range, generator_config: {min: 1}}"},
      {"{type: int, generator: integer_range, min: 1, max: 9}",
       "{type: int, generator: integer_range, generator_config: {min: 1, max: 9}}"},
      {"{type: int, min: 1, max: 9}", "{type: int, distribution: {type: uniform, min: 1, max: 9}}"},
      {"{type: text, pattern: {format: email}}", "{type: text, generator: email}"},
      {"{type: int, distribution: Gaussian}", "{type: int, distribution: normal}"},
      {"{type: int, distribution: {name: normal, params: {mu: 5, sigma: 2}}}",
       "{type: int, distribution: {type: normal, mean: 5, std_dev: 2}}"},
      {"{type: int, distribution: {type: per_parent, min: 1, max: 5}}",
       "{type: int, distribution: {per_parent: {min: 1, max: 5}}}"},
      {"{type: int, distribution: {type: exponential, rate: 2}}",
       "{type: int, distribution: {type: exponential, lambda: 2}}"},
      {"{type: int, distribution: {type: poisson, mean: 2}}", "{type: int, distribution: {type: poisson, lambda: 2}}"},
      {"{type: text, distribution: {type: weighted, values: {x: 1, y: 2}}}",
       "{type: text, distribution: {type: weighted, weights: {x: 1, y: 2}}}"},
      {"{type: text, distribution: {type: weighted, weights: [{value: x, weight: 1}, {value: y, probability: 2}]}}",
       "{type: text, distribution: {type: weighted, weights: {x: 1, y: 2}}}"},
      {"{type: int, distribution: {type: histogram, bins: [{range: [0, 9], percentage: 1}]}}",
       "{type: int, distribution: {type: histogram, buckets: [{weight: 1, min: 0, max: 9}]}}"},
      {"{type: int, distribution: {type: histogram, buckets: [{min: 0, max: 9, weight: 1}, {min: 9, max: 20, weight: "
       "1}]}}",
       "{type: int, distribution: {type: histogram, buckets: [{from: 0, to: 9, weight: 1}, {min: 9, max: 20, weight: "
       "1}]}}"},
      {"{type: int, generator: integer_range, generator_config: {min: 1, max: 9, distribution: normal}}",
       "{type: int, generator: integer_range, generator_config: {min: 1, max: 9}, distribution: normal}"},
      {"{type: text, rules: {if: {b: 1}, then: x}}", "{type: text, rules: [{if: {b: 1}, then: x}]}"},
      {"{type: text, rules: [{when: {b: 1}, value: x}, {otherwise: y}]}",
       "{type: text, rules: [{if: {b: 1}, then: x}, {else: y}]}"},
      {"{type: text, rules: [{if: {column: b, operator: '>', value: 1}, then: x}]}",
       "{type: text, rules: [{if: {b: {'>': 1}}, then: x}]}"},
      {"{type: text, rules: [{if: [{b: 1}, {id: 2}], then: x}]}",
       "{type: text, rules: [{if: {b: 1, id: 2}, then: x}]}"},
  };
  for (const Pair& pair : pairs) {
    CAPTURE(pair.other, pair.own);
    CHECK(read(column(pair.other)) == read(column(pair.own)));
  }
}

TEST_CASE("other spellings of tables mean what the own ones mean") {
  const Pair pairs[] = {
      {"row_count: '1,000'", "row_count: 1000"},
      {"row_count: 1e3", "row_count: 1000"},
      {"rows: 2k", "row_count: 2000"},
      {"row_count: '1.5M'", "row_count: 1500000"},
      {"description: what", "comment: what"},
      {"primary_key: a", "primary_key: [a]"},
      {"unique_constraints: [[a, b], c]", "unique_constraints: [{columns: [a, b]}, {columns: [c]}]"},
      {"unique_constraints: {uq: [a, b]}", "unique_constraints: [{name: uq, columns: [a, b]}]"},
      {"unique_constraints: {uq: {columns: a}}", "unique_constraints: [{name: uq, columns: [a]}]"},
      {"indexes: {ix: [a, b], iy: {column: c, unique: true}}",
       "indexes: [{name: ix, columns: [a, b]}, {name: iy, columns: [c], unique: true}]"},
      {"indices: [a]", "indexes: [{columns: [a]}]"},
      {"checks: {small: a < 9}", "check_constraints: [{name: small, expression: a < 9}]"},
      {"check_constraints: [{name: small, condition: a < 9}]", "check_constraints: [{name: small, expression: a < 9}]"},
      {"foreign_keys: {a: p.id}", "foreign_keys: [{columns: [a], referenced_table: p}]"},
      {"foreign_keys: {a: {table: p, column: id, on_delete: cascade}}",
       "foreign_keys: [{columns: [a], referenced_table: p, on_delete: CASCADE}]"},
      {"foreign_keys: {fk: {columns: [a], references: p(id)}}",
       "foreign_keys: [{name: fk, columns: [a], referenced_table: p}]"},
      {"foreign_keys: [{column: a, references: {table: p, columns: [id]}}]",
       "foreign_keys: [{columns: [a], referenced_table: p}]"},
      {"foreign_keys: [{column: a, ref_table: p, ref_column: id}]",
       "foreign_keys: [{columns: [a], referenced_table: p}]"},
      {"foreign_keys: [{columns: [a], referenced_table: p.id}]", "foreign_keys: [{columns: [a], referenced_table: p}]"},
  };
  for (const Pair& pair : pairs) {
    CAPTURE(pair.other, pair.own);
    CHECK(read(table(pair.other)) == read(table(pair.own)));
  }
}

TEST_CASE("other spellings at the top mean what the own ones mean") {
  const Pair pairs[] = {
      {"database: shop", "database: {name: shop}"},
      {"database: {name: shop, charset: utf-8}", "database: {name: shop, encoding: UTF8}"},
      {"enums: {mood: [happy, sad]}", "custom_types: {mood: {kind: enum, definition: {values: [happy, sad]}}}"},
      {"types: {mood: {type: ENUM, labels: [happy]}}",
       "custom_types: {mood: {kind: enum, definition: {values: [happy]}}}"},
      {"custom_types: [{name: mood, kind: enum, values: [happy]}]",
       "custom_types: {mood: {kind: enum, definition: {values: [happy]}}}"},
      {"custom_types: {d: {kind: domain, base: int}}",
       "custom_types: {d: {kind: domain, definition: {base_type: int}}}"},
  };
  for (const Pair& pair : pairs) {
    CAPTURE(pair.other, pair.own);
    const std::string tables = "\ntables: {t: {columns: {id: serial}}}\n";
    CHECK(read(pair.other + tables) == read(pair.own + tables));
  }
}
