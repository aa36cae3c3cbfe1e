// What a plan decided, and why: for people and for programs that show it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "datagen/core/run.hpp"

namespace datagen {

// How ordinals are drawn: of the values of a column, or of the rows that a foreign key refers to.
struct DrawExplanation {
  std::string law;  // "evenly", "by weight", "each at most once", "zipf", "in row order"; empty: nothing is drawn
  std::uint64_t count = 0;  // of ordinals that are drawn from; 0: 2^64, or it depends on the row
};

struct ColumnExplanation {
  std::size_t column = 0;           // index into Table::columns
  std::string source;               // "generator email", "foreign key to users.id", "expression a + b", "server"
  std::string reason;               // why this one: "named", "its name", "its type"; or empty
  DrawExplanation draw;             // of the column's own
  std::vector<std::size_t> inputs;  // columns of the table whose values it is made from
  double null_fraction = 0;         // of rows that are null by a draw; 1: all are
};

struct UniqueSetExplanation {
  std::size_t set = 0;       // index into Table::unique_sets
  std::uint64_t needed = 0;  // distinct combinations
  std::uint64_t have = 0;    // that the columns can give; 0: more than 2^62, or not counted
  std::string how;           // what makes it hold
};

struct ReferenceExplanation {
  std::size_t foreign_key = 0;  // index into Table::foreign_keys
  DrawExplanation draw;         // empty law: other keys or generators give all its columns
  double null_fraction = 0;
};

struct TableExplanation {
  std::size_t table = 0;  // index into Description::tables
  std::uint64_t rows = 0;
  std::vector<ColumnExplanation> columns;
  std::vector<UniqueSetExplanation> unique_sets;
  std::vector<ReferenceExplanation> references;
};

// The tables that are written, in the order in which they are.
[[nodiscard]] std::vector<TableExplanation> explain(const Plan& plan);

}  // namespace datagen
