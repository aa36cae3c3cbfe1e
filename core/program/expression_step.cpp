#include "program/expression_step.hpp"

#include <fmt/format.h>

#include <utility>

#include "datagen/core/error.hpp"

namespace datagen {

namespace {

class Compute final : public Step {
 public:
  explicit Compute(ExpressionStep step) : step_(std::move(step)), target_(step_.target) {}

  void run(Workspace& workspace) const override {
    std::vector<ExpressionInput> inputs;
    for (std::size_t k = 0; k < step_.inputs.size(); ++k)
      inputs.push_back({&workspace.column(step_.inputs[k]), &step_.input_formats[k]});
    const std::uint64_t* rows = workspace.rows(step_.view);
    ColumnData& out = workspace.column(step_.column);
    std::uint8_t* validity = target_.prepare(out, workspace.n);
    bool nulls = false;
    for (std::uint32_t i = 0; i < workspace.n; ++i) {
      try {
        nulls = !target_.store(out, i, evaluate(*step_.expression, inputs, i), validity) || nulls;
      } catch (const Error& error) {
        throw Error(ErrorCode::generation,
                    Fault{fmt::format("expression: {} (row {})", error.faults()[0].message, rows[i]),
                          {},
                          step_.subject,
                          "change the expression, or the ranges of the columns it reads"});
      }
    }
    std::int64_t null_count = apply_nulls(out, nulls ? validity : nullptr, step_.nulls, rows, workspace.n);
    out.publish(target_.layout(), workspace.n, null_count, nullptr);
  }

 private:
  ExpressionStep step_;
  SqlColumn target_;
};

}  // namespace

std::unique_ptr<Step> expression_step(ExpressionStep step) { return std::make_unique<Compute>(std::move(step)); }

}  // namespace datagen
