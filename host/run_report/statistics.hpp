// What the rows of a table look like, from a sample of them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "datagen/core/rows.hpp"

namespace datagen::host {

struct Bar {
  std::string label;
  std::uint64_t count = 0;
};

struct ColumnStatistics {
  std::size_t column = 0;   // index into Table::columns
  std::uint64_t nulls = 0;  // of the sampled rows
  double distinct = 0;      // values in the whole table, without null
  bool distinct_is_exact = false;
  std::string least, greatest;                             // of numbers and times; else empty
  std::size_t fewest_characters = 0, most_characters = 0;  // of texts
  enum class Shape { none, values, ranges, lengths } shape = Shape::none;
  std::vector<Bar> bars;  // the most frequent values; or rows by range of values, or of characters
};

struct TableStatistics {
  std::size_t table = 0;  // index into Description::tables
  std::uint64_t rows = 0, sampled = 0;
  std::vector<ColumnStatistics> columns;                            // those that have data
  std::vector<std::vector<std::optional<std::string>>> first_rows;  // by column; null: nothing

  [[nodiscard]] bool is_whole() const { return sampled == rows; }
};

// Of all rows where there are at most most_sampled, otherwise of so many, one of each of as many equal ranges.  The
// number of distinct values of a sampled column is estimated as PostgreSQL's ANALYZE does (Haas and Stokes, "Estimating
// the number of classes in a finite population", 1998, estimator Duj1).  Throws Error(generation).
[[nodiscard]] TableStatistics table_statistics(const Description& description, const Plan& plan, std::size_t table,
                                               std::uint64_t most_sampled = 10'000);

}  // namespace datagen::host
