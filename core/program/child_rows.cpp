#include "program/child_rows.hpp"

#include <utility>

namespace datagen {

namespace {

class PerParent final : public ChildRows {
 public:
  PerParent(datagen_key key, std::shared_ptr<const ParentCounts> counts, bool clustered)
      : counts_(std::move(counts)), clustered_(clustered), scattered_(key, counts_->rows()) {}
  [[nodiscard]] Places places(std::uint64_t parent) const override {
    const ParentCounts::Children children = counts_->children_of(parent);
    return {children.first, 1, children.count};
  }
  [[nodiscard]] std::uint64_t row(std::uint64_t place) const override {
    return clustered_ ? place : scattered_.inverse(place);
  }
  [[nodiscard]] std::uint64_t least() const override { return counts_->minimum(); }
  [[nodiscard]] std::uint64_t most() const override { return counts_->maximum(); }

 private:
  std::shared_ptr<const ParentCounts> counts_;
  bool clustered_;
  Permutation scattered_;
};

class Sequential final : public ChildRows {
 public:
  Sequential(std::uint64_t rows, std::uint64_t count, std::uint64_t first)
      : rows_(rows), count_(count), first_(first) {}
  [[nodiscard]] Places places(std::uint64_t parent) const override {
    const std::uint64_t place = parent - first_;
    if (parent < first_ || place >= count_ || place >= rows_) return {};
    return {place, count_, (rows_ - place - 1) / count_ + 1};
  }
  [[nodiscard]] std::uint64_t row(std::uint64_t place) const override { return place; }
  [[nodiscard]] std::uint64_t least() const override { return 0; }
  [[nodiscard]] std::uint64_t most() const override { return rows_ == 0 ? 0 : (rows_ - 1) / count_ + 1; }

 private:
  std::uint64_t rows_, count_, first_;
};

class Unique final : public ChildRows {
 public:
  Unique(datagen_key key, std::uint64_t count, std::uint64_t rows) : permutation_(key, count), rows_(rows) {}
  [[nodiscard]] Places places(std::uint64_t parent) const override {
    const std::uint64_t row = permutation_.inverse(parent);
    return {row, 1, row < rows_ ? 1u : 0u};
  }
  [[nodiscard]] std::uint64_t row(std::uint64_t place) const override { return place; }
  [[nodiscard]] std::uint64_t least() const override { return rows_ >= permutation_.size() ? 1 : 0; }
  [[nodiscard]] std::uint64_t most() const override { return 1; }

 private:
  Permutation permutation_;
  std::uint64_t rows_;
};

class Grouped final : public ChildRows {
 public:
  explicit Grouped(GroupsPointer groups) : groups_(std::move(groups)) {}
  [[nodiscard]] Places places(std::uint64_t parent) const override {
    if (parent >= groups_->count()) return {};
    return {parent, groups_->count(), groups_->size(parent)};
  }
  [[nodiscard]] std::uint64_t row(std::uint64_t place) const override { return groups_->row(place); }
  [[nodiscard]] std::uint64_t least() const override { return 0; }
  [[nodiscard]] std::uint64_t most() const override { return groups_->largest(); }

 private:
  GroupsPointer groups_;
};

}  // namespace

ChildRowsPointer per_parent_children(datagen_key key, std::shared_ptr<const ParentCounts> counts, bool clustered) {
  return std::make_shared<const PerParent>(key, std::move(counts), clustered);
}

ChildRowsPointer sequential_children(std::uint64_t rows, std::uint64_t count, std::uint64_t first) {
  return std::make_shared<const Sequential>(rows, count, first);
}

ChildRowsPointer unique_children(datagen_key key, std::uint64_t count, std::uint64_t rows) {
  return std::make_shared<const Unique>(key, count, rows);
}

ChildRowsPointer group_children(GroupsPointer groups) { return std::make_shared<const Grouped>(std::move(groups)); }

}  // namespace datagen
