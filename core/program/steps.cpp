#include "program/steps.hpp"

#include <utility>

namespace datagen {

namespace {

class SharedOrdinals final : public Step {
 public:
  SharedOrdinals(std::size_t view, std::size_t shared, DrawPointer draw)
      : view_(view), shared_(shared), draw_(std::move(draw)) {}
  void run(Workspace& workspace) const override {
    std::uint64_t* out = workspace.shared_ordinals(shared_);
    const std::uint64_t* ordinals = draw_->ordinals(workspace, workspace.rows(view_), workspace.n, out);
    if (ordinals != out) std::copy(ordinals, ordinals + workspace.n, out);
  }

 private:
  std::size_t view_, shared_;
  DrawPointer draw_;
};

class Reference final : public Step {
 public:
  Reference(std::size_t view, std::size_t referenced, DrawPointer draw)
      : view_(view), referenced_(referenced), draw_(std::move(draw)) {}
  void run(Workspace& workspace) const override {
    std::uint64_t* out = workspace.rows(referenced_);
    const std::uint64_t* rows = draw_->ordinals(workspace, workspace.rows(view_), workspace.n, out);
    if (rows != out) std::copy(rows, rows + workspace.n, out);
  }

 private:
  std::size_t view_, referenced_;
  DrawPointer draw_;
};

class Values final : public Step {
 public:
  explicit Values(ValuesStep step) : step_(std::move(step)) {
    for (const NullRule& rule : step_.nulls) nulls_ = nulls_ || rule.any();
    layout_ = parse_format(step_.set->dictionary() != nullptr ? "i" : step_.set->format());
    dictionary_ = step_.set->dictionary() != nullptr ? &step_.set->dictionary()->array() : nullptr;
  }
  void run(Workspace& workspace) const override {
    const std::uint64_t* rows = workspace.rows(step_.view);
    const std::uint64_t* ordinals = step_.draw->ordinals(workspace, rows, workspace.n, workspace.ordinals());
    static constexpr std::size_t most_inputs = 64;
    const ArrowArray* inputs[most_inputs];
    for (std::size_t i = 0; i < step_.inputs.size(); ++i) inputs[i] = &workspace.column(step_.inputs[i]).array();
    ColumnData& column = workspace.column(step_.column);
    std::int64_t null_count = 0;
    step_.set->values(workspace, step_.key, rows, ordinals, workspace.n, {inputs, step_.inputs.size()}, column,
                      null_count);
    if (nulls_)
      null_count =
          apply_nulls(column, null_count > 0 ? column.validity_buffer.data() : nullptr, step_.nulls, rows, workspace.n);
    column.publish(layout_, workspace.n, null_count, dictionary_);
  }

 private:
  ValuesStep step_;
  bool nulls_ = false;
  Format layout_;
  const ArrowArray* dictionary_ = nullptr;
};

}  // namespace

std::unique_ptr<Step> shared_ordinals_step(std::size_t view, std::size_t shared, DrawPointer draw) {
  return std::make_unique<SharedOrdinals>(view, shared, std::move(draw));
}

std::unique_ptr<Step> reference_step(std::size_t view, std::size_t referenced, DrawPointer draw) {
  return std::make_unique<Reference>(view, referenced, std::move(draw));
}

std::unique_ptr<Step> values_step(ValuesStep step) { return std::make_unique<Values>(std::move(step)); }

}  // namespace datagen
