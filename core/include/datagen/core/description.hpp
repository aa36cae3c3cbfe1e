// The description: what the user wrote, checked and made whole.  See docs/description.md for the written form.
// All cross references are resolved: a Description that parse_description returned is consistent by itself, though
// perhaps impossible to fill (the plan finds that out).
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "datagen/core/document.hpp"
#include "datagen/core/error.hpp"
#include "datagen/core/types.hpp"

namespace datagen {

struct Column {
  std::string name;
  Location location;
  SqlType type;
  Location type_location;
  bool not_null = false;  // nullable: false, in the primary key, serial or identity
  std::optional<std::string> default_expression;
  std::optional<std::string> generated;  // GENERATED ALWAYS AS (expression) STORED
  Location generated_location;
  enum class Identity { none, always, by_default } identity = Identity::none;
  std::string comment;

  // How values are made, as written; shared nodes keep their places.
  std::string generator;  // name or id, or empty
  Location generator_location;
  std::shared_ptr<const Node> generator_config;  // map, or null
  std::shared_ptr<const Node> distribution;      // map or string, or null
  std::shared_ptr<const Node> pattern;           // string or map, or null
  std::shared_ptr<const Node> rules;             // list, or null
  std::optional<double> null_fraction;           // in [0, 1]
  std::string locale;                            // or empty

  [[nodiscard]] bool is_generated() const { return generated.has_value(); }
};

struct ForeignKey {
  std::string name;  // or empty
  Location location;
  std::vector<std::size_t> columns;             // indices into the table's columns
  std::size_t referenced_table = 0;             // index into Description::tables
  std::vector<std::size_t> referenced_columns;  // a primary key, unique constraint or plain unique index of that table
  std::string on_delete, on_update;             // "CASCADE", "SET NULL", ... or empty
  bool deferrable = false, initially_deferred = false;
  std::shared_ptr<const Node> distribution;  // or null
};

// A set of columns whose values are distinct from row to row.
struct UniqueSet {
  enum class Kind { primary_key, constraint, index } kind = Kind::constraint;
  std::string name;  // or empty
  Location location;
  std::vector<std::size_t> columns;
  bool nulls_not_distinct = false;
  bool partial = false;  // a unique index with WHERE
};

struct Check {
  std::string name;  // or empty
  Location location;
  std::string expression;
};

struct Index {
  std::string name;  // or empty
  Location location;
  std::vector<std::size_t> columns;   // those that stand in it by themselves
  std::vector<std::string> elements;  // all as they stand in CREATE INDEX; empty when they are the plain columns
  std::vector<std::size_t> included;  // INCLUDE
  std::string method = "btree";
  bool unique = false;
  std::string where;  // or empty
  Location where_location;
};

struct Table {
  std::string schema;  // or empty
  std::string name;
  Location location;
  std::vector<Column> columns;
  std::vector<UniqueSet> unique_sets;  // primary key first, if any; then constraints (column level too); unique indexes
  std::vector<ForeignKey> foreign_keys;
  std::vector<Check> checks;
  std::vector<Index> indexes;  // unique ones too
  std::optional<std::uint64_t> row_count;
  Location row_count_location;
  std::string comment;
  std::string locale;

  [[nodiscard]] std::string full_name() const { return schema.empty() ? name : schema + "." + name; }
  [[nodiscard]] std::optional<std::size_t> find_column(std::string_view column_name) const;
  [[nodiscard]] const UniqueSet* primary_key() const;
};

struct Sequence {
  std::string schema, name;
  Location location;
  std::int64_t start = 1, increment = 1, cache = 1;
  std::optional<std::int64_t> minimum, maximum;
  bool cycle = false;
};

struct Description {
  std::string database_name, encoding, locale;  // of the database, or empty
  std::vector<std::string> extensions;
  std::vector<CustomType> types;  // in an order in which they can be created
  std::vector<Sequence> sequences;
  std::vector<Table> tables;  // in written order
  std::optional<std::uint64_t> seed;
  std::optional<std::string> as_of;
  Location as_of_location;
  std::optional<double> default_null_fraction;
  std::string value_locale;  // top-level "locale": word lists of columns whose table names none; or empty

  [[nodiscard]] std::optional<std::size_t> find_table(std::string_view full_name) const;
};

// Reads a document into a description.  All faults that can be seen without plugins are put into diagnostics: unknown
// keys, wrong kinds, misspelt types, names that refer to nothing, duplicate names, foreign keys whose types or numbers
// of columns disagree or whose target is not unique, SQL expressions that are not exactly one expression, identifiers
// that PostgreSQL would truncate (over 63 bytes) or that hold NUL.  The result is meaningful only if diagnostics.ok().
[[nodiscard]] Description parse_description(const Node& document, Diagnostics& diagnostics);

// True when text is exactly one PostgreSQL expression; else message says why.  Uses PostgreSQL's own parser.
[[nodiscard]] bool is_single_expression(std::string_view text, std::string& message);

}  // namespace datagen
