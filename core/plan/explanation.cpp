#include "datagen/core/explanation.hpp"

#include <algorithm>

#include "plan/planner.hpp"
#include "run/table_order.hpp"

namespace datagen {

namespace {

DrawExplanation explain(const DrawPlan& plan) {
  if (plan.digit) return {"each combination at most once", plan.digit->count};
  if (plan.draw == nullptr) return {};
  return {plan.draw->law(), plan.draw->count()};
}

double null_fraction(const std::vector<NullRule>& rules) {
  double kept = 1;
  for (const NullRule& rule : rules) kept *= 1 - rule.fraction;
  return 1 - kept;
}

ColumnExplanation explain(const ColumnPlan& plan, std::size_t column) {
  ColumnExplanation result;
  result.column = column;
  const Source& source = plan.source;
  if (source.kind == Source::Kind::values) {
    result.source = "generator " + source.set->generator_class().short_name;
    result.reason = plan.chosen_by;
  } else {
    result.source = plan.chosen_by;
  }
  result.draw = explain(source.draw);
  for (std::size_t input : source.inputs)
    if (input < Source::first_part_input) result.inputs.push_back(input);
  result.null_fraction = null_fraction(plan.nulls);
  return result;
}

}  // namespace

std::vector<TableExplanation> explain(const Plan& plan) {
  const Plan::Impl& impl = plan.impl();
  std::vector<TableExplanation> result;
  for (std::size_t t : table_order(impl.description)) {
    const TablePlan& table = impl.tables[t];
    if (!table.written) continue;
    TableExplanation& explanation = result.emplace_back();
    explanation.table = t;
    explanation.rows = table.rows;
    for (std::size_t c = 0; c < table.columns.size(); ++c) explanation.columns.push_back(explain(table.columns[c], c));
    for (std::size_t s = 0; s < table.unique_holds.size(); ++s)
      explanation.unique_sets.push_back({s, table.rows, table.unique_holds[s].have, table.unique_holds[s].how});
    for (std::size_t k = 0; k < table.references.size(); ++k)
      explanation.references.push_back(
          {k, explain(table.references[k].draw), null_fraction({table.references[k].nulls})});
  }
  return result;
}

}  // namespace datagen
