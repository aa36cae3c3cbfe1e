// A column computed from other columns of the row.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "program/expression_tree.hpp"
#include "program/nulls.hpp"
#include "program/program.hpp"
#include "program/sql_column.hpp"

namespace datagen {

struct ExpressionStep {
  std::size_t view = 0, column = 0;
  std::shared_ptr<const ExpressionTree> expression;
  SqlColumn::Target target;
  std::vector<std::size_t> inputs;  // workspace columns
  std::vector<std::string> input_formats;
  std::vector<NullRule> nulls;
  std::string subject;  // table.column
};
[[nodiscard]] std::unique_ptr<Step> expression_step(ExpressionStep step);

}  // namespace datagen
