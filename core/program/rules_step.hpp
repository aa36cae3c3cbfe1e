// Rules: the first condition on other columns of the row that holds decides which branch gives the value.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "program/expression_tree.hpp"
#include "program/nulls.hpp"
#include "program/program.hpp"

namespace datagen {

// A literal to compare with: as text, and as a number where it is one.
struct Operand {
  std::string text;
  long double number = 0;
  bool is_number = false;
};

struct Test {
  enum class Operator {
    equal,
    not_equal,
    less,
    less_equal,
    greater,
    greater_equal,
    in,
    not_in,
    between,
    is_null,
    is_not_null
  };
  std::size_t input = 0;  // into the inputs
  Operator op = Operator::equal;
  std::vector<Operand> operands;  // one; in, not_in: any number; between: two
};

struct RuleList {
  struct Rule {
    std::vector<Test> tests;                          // all must hold
    std::shared_ptr<const ExpressionTree> condition;  // and this be true; or nullptr
    std::size_t branch = 0;                           // into the parts
  };
  std::vector<Rule> rules;
  std::size_t otherwise = 0;  // branch
};

struct RulesStep {
  std::size_t view = 0, column = 0;
  std::shared_ptr<const RuleList> rules;
  std::string format;                      // of the column and of every branch
  std::vector<std::size_t> inputs, parts;  // workspace columns; parts are the branches
  std::vector<std::string> input_formats;
  std::vector<NullRule> nulls;
  std::string subject;  // table.column, for messages
};
[[nodiscard]] std::unique_ptr<Step> rules_step(RulesStep step);

}  // namespace datagen
