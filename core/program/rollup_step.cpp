#include "program/rollup_step.hpp"

#include <fmt/format.h>

#include <utility>

#include "datagen/core/error.hpp"
#include "program/sql_value.hpp"

namespace datagen {

namespace {

using Operation = ExpressionTree::Operation;

ExpressionTree first_input() {
  ExpressionTree tree;
  tree.operation = Operation::column;
  return tree;
}

class Rollup final : public Step {
 public:
  explicit Rollup(RollupStep step) : step_(std::move(step)), target_(step_.target), value_(first_input()) {}

  void run(Workspace& workspace) const override {
    const std::uint64_t* rows = workspace.rows(step_.view);
    std::vector<Total> totals(workspace.n);
    if (step_.children != nullptr) visit_children(workspace, rows, totals);
    ColumnData& out = workspace.column(step_.column);
    std::uint8_t* validity = target_.prepare(out, workspace.n);
    bool nulls = false;
    for (std::uint32_t i = 0; i < workspace.n; ++i) {
      try {
        nulls = !target_.store(out, i, result(totals[i]), validity) || nulls;
      } catch (const Error& error) {
        refuse(error, rows[i]);
      }
    }
    std::int64_t null_count = apply_nulls(out, nulls ? validity : nullptr, step_.nulls, rows, workspace.n);
    out.publish(target_.layout(), workspace.n, null_count, nullptr);
  }

 private:
  static constexpr std::size_t children_at_once = 2048;
  struct Total {
    std::uint64_t count = 0;
    SqlValue value;
  };
  struct Pending {
    std::vector<std::uint64_t> rows;
    std::vector<std::uint32_t> owners;
  };

  void visit_children(Workspace& workspace, const std::uint64_t* rows, std::vector<Total>& totals) const {
    const bool values = step_.has_value || step_.where != nullptr;
    Pending pending;
    for (std::uint32_t i = 0; i < workspace.n; ++i) {
      const ChildRows::Places places = step_.children->places(rows[i]);
      if (!values && !step_.key_nulls.any()) {
        totals[i].count = places.count;
        continue;
      }
      for (std::uint64_t k = 0; k < places.count; ++k) {
        const std::uint64_t child = step_.children->row(places.first + k * places.step);
        if (step_.key_nulls.is_null(child)) continue;
        if (!values) {
          ++totals[i].count;
          continue;
        }
        pending.rows.push_back(child);
        pending.owners.push_back(i);
        if (pending.rows.size() == children_at_once) take(workspace, rows, pending, totals);
      }
    }
    if (!pending.rows.empty()) take(workspace, rows, pending, totals);
  }

  void take(Workspace& workspace, const std::uint64_t* rows, Pending& pending, std::vector<Total>& totals) const {
    Workspace& nested = workspace.nested(step_.nested);
    run_program(step_.program, nested, pending.rows);
    std::vector<ExpressionInput> inputs;
    for (std::size_t k = 0; k < step_.formats.size(); ++k)
      inputs.push_back({&nested.column(step_.program.outputs[k]), &step_.formats[k]});
    for (std::uint32_t i = 0; i < pending.rows.size(); ++i) {
      try {
        add(inputs, i, totals[pending.owners[i]]);
      } catch (const Error& error) {
        refuse(error, rows[pending.owners[i]]);
      }
    }
    pending.rows.clear();
    pending.owners.clear();
  }

  void add(const std::vector<ExpressionInput>& inputs, std::uint32_t i, Total& total) const {
    if (step_.where != nullptr) {
      const SqlValue holds = convert(evaluate(*step_.where, inputs, i), SqlValue::Kind::boolean, -1);
      if (holds.is_null() || holds.number == 0) return;
    }
    if (!step_.has_value) {
      ++total.count;
      return;
    }
    SqlValue value = evaluate(value_, inputs, i);
    if (value.is_null()) return;
    const bool first = total.count++ == 0;
    if (step_.function == RollupFunction::count) return;
    if (first)
      total.value = std::move(value);
    else if (step_.function == RollupFunction::sum || step_.function == RollupFunction::average)
      total.value = arithmetic(Operation::add, total.value, value);
    else if (compare_values(value, total.value) * (step_.function == RollupFunction::minimum ? 1 : -1) < 0)
      total.value = std::move(value);
  }

  [[nodiscard]] SqlValue result(const Total& total) const {
    if (step_.function == RollupFunction::count) return integer_value(static_cast<Int128>(total.count));
    if (total.count == 0) return step_.empty;
    if (step_.function != RollupFunction::average) return total.value;
    // The average of whole numbers is a numeric.
    const bool exact = total.value.is_exact();
    return arithmetic(Operation::divide, exact ? decimal_value(total.value.number, total.value.scale) : total.value,
                      integer_value(static_cast<Int128>(total.count)));
  }

  [[noreturn]] void refuse(const Error& error, std::uint64_t row) const {
    throw Error(ErrorCode::generation,
                Fault{fmt::format("rollup: {} (row {})", error.faults()[0].message, row),
                      {},
                      step_.subject,
                      "give the column a wider type, or the rows that it sums up smaller values"});
  }

  RollupStep step_;
  SqlColumn target_;
  ExpressionTree value_;
};

}  // namespace

std::unique_ptr<Step> rollup_step(RollupStep step) { return std::make_unique<Rollup>(std::move(step)); }

}  // namespace datagen
