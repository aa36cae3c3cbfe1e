#include "program/distribution_draws.hpp"

#include <utility>

#include "program/row_draw.hpp"

namespace datagen {

namespace {

__extension__ typedef unsigned __int128 Wide;

class ScatteredDraw final : public Draw {
 public:
  ScatteredDraw(DrawPointer inner, datagen_key key, std::uint64_t count)
      : Draw(inner->law(), inner->count()), inner_(std::move(inner)), places_(key, count) {}
  const std::uint64_t* ordinals(Workspace& workspace, const std::uint64_t* rows, std::uint32_t n,
                                std::uint64_t* out) const override {
    const std::uint64_t* inner = inner_->ordinals(workspace, rows, n, out);
    for (std::uint32_t i = 0; i < n; ++i) out[i] = places_(inner[i]);
    return out;
  }

 private:
  DrawPointer inner_;
  Permutation places_;
};

class EarlierShareDraw final : public Draw {
 public:
  EarlierShareDraw(DrawPointer inner, std::uint64_t count)
      : Draw(inner->law() + ", of earlier rows", 0), inner_(std::move(inner)), count_(count) {}
  const std::uint64_t* ordinals(Workspace& workspace, const std::uint64_t* rows, std::uint32_t n,
                                std::uint64_t* out) const override {
    const std::uint64_t* inner = inner_->ordinals(workspace, rows, n, out);
    for (std::uint32_t i = 0; i < n; ++i)
      out[i] = static_cast<std::uint64_t>(static_cast<Wide>(inner[i]) * rows[i] / count_);
    return out;
  }

 private:
  DrawPointer inner_;
  std::uint64_t count_;
};

}  // namespace

DrawPointer binned_draw(datagen_key key, BinTablePointer table, std::string law, std::uint64_t count) {
  return row_draw(std::move(law), count,
                  [key, second = datagen_draw_key(key, 1), table = std::move(table)](std::uint64_t row) {
                    return (*table)(datagen_random_at(key, row), datagen_random_at(second, row));
                  });
}

DrawPointer scattered_draw(DrawPointer inner, datagen_key key, std::uint64_t count) {
  return std::make_shared<const ScatteredDraw>(std::move(inner), key, count);
}

DrawPointer earlier_share_draw(DrawPointer inner, std::uint64_t count) {
  return std::make_shared<const EarlierShareDraw>(std::move(inner), count);
}

DrawPointer per_parent_draw(datagen_key key, std::shared_ptr<const ParentCounts> counts, bool clustered) {
  std::string law = std::to_string(counts->minimum()) + " to " + std::to_string(counts->maximum()) + " for each";
  const std::uint64_t parents = counts->parents();
  if (clustered)
    return row_draw(law + ", side by side", parents,
                    [counts = std::move(counts)](std::uint64_t row) { return counts->parent_of(row); });
  Permutation places(key, counts->rows());
  return row_draw(std::move(law), parents,
                  [places, counts = std::move(counts)](std::uint64_t row) { return counts->parent_of(places(row)); });
}

}  // namespace datagen
