#include "program/draw.hpp"

#include <utility>

#include "program/divisor.hpp"
#include "program/row_draw.hpp"

namespace datagen {

namespace {

class RowNumberDraw final : public Draw {
 public:
  RowNumberDraw() : Draw("in row order", 0) {}
  const std::uint64_t* ordinals(Workspace&, const std::uint64_t* rows, std::uint32_t, std::uint64_t*) const override {
    return rows;
  }
};

class DigitDraw final : public Draw {
 public:
  DigitDraw(std::size_t shared, std::uint64_t divisor, std::uint64_t count)
      : Draw("a digit of a number that never repeats", count), shared_(shared), divisor_(divisor), count_(count) {}
  const std::uint64_t* ordinals(Workspace& workspace, const std::uint64_t*, std::uint32_t n,
                                std::uint64_t* out) const override {
    const std::uint64_t* shared = workspace.shared_ordinals(shared_);
    for (std::uint32_t i = 0; i < n; ++i) out[i] = count_.split(divisor_.split(shared[i]).quotient).remainder;
    return out;
  }

 private:
  std::size_t shared_;
  Divisor divisor_, count_;
};

// A draw whose ordinal is function(the inner draw's ordinal).
template <typename Function>
class MappedDraw final : public Draw {
 public:
  MappedDraw(DrawPointer inner, Function function)
      : Draw(inner->law(), inner->count()), inner_(std::move(inner)), function_(std::move(function)) {}
  const std::uint64_t* ordinals(Workspace& workspace, const std::uint64_t* rows, std::uint32_t n,
                                std::uint64_t* out) const override {
    const std::uint64_t* inner = inner_->ordinals(workspace, rows, n, out);
    for (std::uint32_t i = 0; i < n; ++i) out[i] = function_(inner[i]);
    return out;
  }

 private:
  DrawPointer inner_;
  Function function_;
};

template <typename Function>
DrawPointer mapped_draw(DrawPointer inner, Function function) {
  return std::make_shared<const MappedDraw<Function>>(std::move(inner), std::move(function));
}

}  // namespace

DrawPointer entropy_draw(datagen_key key) {
  return row_draw("at random", 0, [key](std::uint64_t row) { return datagen_random_at(key, row); });
}

DrawPointer uniform_draw(datagen_key key, std::uint64_t count) {
  return row_draw("evenly", count,
                  [key, count](std::uint64_t row) { return datagen_scale(datagen_random_at(key, row), count); });
}

DrawPointer sequential_draw(std::uint64_t count) {
  if (count == 0) return std::make_shared<const RowNumberDraw>();
  return row_draw("in row order", count, [count](std::uint64_t row) { return row < count ? row : row % count; });
}

DrawPointer unique_draw(datagen_key key, std::uint64_t count) {
  return row_draw("each at most once", count,
                  [permutation = Permutation(key, count)](std::uint64_t row) { return permutation(row); });
}

DrawPointer weighted_draw(datagen_key key, std::shared_ptr<const AliasTable> table) {
  const std::uint64_t count = table->size();
  return row_draw("by weight", count,
                  [key, table = std::move(table)](std::uint64_t row) { return (*table)(datagen_random_at(key, row)); });
}

DrawPointer digit_draw(std::size_t shared, std::uint64_t divisor, std::uint64_t count) {
  return std::make_shared<const DigitDraw>(shared, divisor, count);
}

DrawPointer earlier_row_draw(datagen_key key) {
  return row_draw("evenly, of earlier rows", 0,
                  [key](std::uint64_t row) { return datagen_scale(datagen_random_at(key, row), row); });
}

DrawPointer shifted_draw(DrawPointer inner, std::uint64_t first) {
  return mapped_draw(std::move(inner), [first](std::uint64_t ordinal) { return ordinal + first; });
}

DrawPointer chosen_draw(DrawPointer inner, std::shared_ptr<const std::vector<std::uint64_t>> allowed) {
  return mapped_draw(std::move(inner),
                     [allowed = std::move(allowed)](std::uint64_t ordinal) { return (*allowed)[ordinal]; });
}

}  // namespace datagen
