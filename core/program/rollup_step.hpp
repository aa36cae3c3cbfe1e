// A column that sums up the rows which refer to each row.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "program/child_rows.hpp"
#include "program/nulls.hpp"
#include "program/program.hpp"
#include "program/sql_column.hpp"

namespace datagen {

enum class RollupFunction : std::uint8_t { count, sum, minimum, maximum, average };

struct RollupStep {
  std::size_t view = 0, column = 0;
  std::size_t nested = 0;     // workspace of the children's program
  ChildRowsPointer children;  // nullptr: there are none
  NullRule key_nulls;         // children whose key is null refer to nothing
  Program program;            // of the children: its first output is the value, if has_value; where reads all outputs
  std::vector<std::string> formats;  // of its outputs
  RollupFunction function = RollupFunction::count;
  bool has_value = false;
  std::shared_ptr<const ExpressionTree> where;  // or nullptr
  SqlValue empty;                               // the result where no value was found
  SqlColumn::Target target;
  std::vector<NullRule> nulls;
  std::string subject;  // table.column
};
// Time per row is that of its children; they are computed some thousand at a time.
[[nodiscard]] std::unique_ptr<Step> rollup_step(RollupStep step);

}  // namespace datagen
