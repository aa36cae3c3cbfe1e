#include "program/parent_counts.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

namespace datagen {

namespace {

__extension__ typedef unsigned __int128 Wide;

// Nearly a standard normal number: the bits set among 192 and an even draw below 1, less their mean, over their
// standard deviation.
double normal_from(std::uint64_t random) {
  const std::uint64_t second = datagen_mix(random + 0x9e3779b97f4a7c15u), third = datagen_mix(~second);
  const int bits = std::popcount(random) + std::popcount(second) + std::popcount(third);
  const double dither = datagen_unit(datagen_mix(third + 0x9e3779b97f4a7c15u));
  return (static_cast<double>(bits - 96) + dither - 0.5) / std::sqrt(48.0 + 1.0 / 12.0);
}

// The variance of an even draw from {0, ..., span} that is tilted to the given mean: exact for a span of 1, at the
// middle, and near the ends of a wide span.
double tilted_variance(double mean, double span) {
  const double share = mean / span, spread = share * (1 - share);
  return span * spread * (1 + (span - 1) * spread * (1 + 4 * spread / 3));
}

}  // namespace

ParentCounts::ParentCounts(datagen_key key, std::uint64_t parents, std::uint64_t rows, std::uint64_t minimum,
                           std::uint64_t maximum)
    : parents_(parents), rows_(rows), minimum_(minimum), span_(std::min(maximum, rows) - minimum) {
  for (std::uint64_t level = 0; level < 64; ++level) keys_[level] = datagen_draw_key(key, level + 1);
}

std::uint64_t ParentCounts::left_extra(std::uint64_t first, std::uint64_t left, std::uint64_t right,
                                       std::uint64_t extra) const {
  const Wide right_room = static_cast<Wide>(right) * span_, left_room = static_cast<Wide>(left) * span_;
  const std::uint64_t least = extra > right_room ? extra - static_cast<std::uint64_t>(right_room) : 0;
  const std::uint64_t most = extra < left_room ? extra : static_cast<std::uint64_t>(left_room);
  if (least == most) return least;
  const std::uint64_t random = datagen_random_at(keys_[std::countr_zero(left)], first);
  if (left == 1 && right == 1) return least + datagen_scale(random, most - least + 1);
  const Wide size = static_cast<Wide>(left) + right, share = static_cast<Wide>(extra) * left;
  const auto whole = static_cast<std::uint64_t>(share / size);
  const double rest = static_cast<double>(static_cast<std::uint64_t>(share % size)) / static_cast<double>(size);
  const double variance =
      tilted_variance(static_cast<double>(extra) / static_cast<double>(size), static_cast<double>(span_)) *
      static_cast<double>(left) * static_cast<double>(right) / static_cast<double>(size);
  const double offset = std::floor(rest + std::sqrt(std::max(variance, 0.0)) * normal_from(random) + 0.5);
  if (offset < 0) {
    const auto down = static_cast<std::uint64_t>(std::min(-offset, 0x1.0p62));
    return whole > least && whole - least > down ? whole - down : least;
  }
  const auto up = static_cast<std::uint64_t>(std::min(offset, 0x1.0p62));
  return whole < most && most - whole > up ? whole + up : most;
}

// Down the tree to one parent: to the left half where to_left(the first parent after it, the first row after it) is
// true.
template <typename ToLeft>
ParentCounts::Node ParentCounts::descend(ToLeft to_left) const {
  Node node{0, parents_, 0, rows_ - parents_ * minimum_};
  while (node.size > 1) {
    const std::uint64_t left = std::uint64_t{1} << (std::bit_width(node.size - 1) - 1);
    const std::uint64_t left_share = left_extra(node.parent, left, node.size - left, node.extra);
    const std::uint64_t left_rows = left * minimum_ + left_share;
    if (to_left(node.parent + left, node.row + left_rows)) {
      node.size = left;
      node.extra = left_share;
    } else {
      node = {node.parent + left, node.size - left, node.row + left_rows, node.extra - left_share};
    }
  }
  return node;
}

std::uint64_t ParentCounts::parent_of(std::uint64_t row) const {
  return descend([row](std::uint64_t, std::uint64_t end_row) { return row < end_row; }).parent;
}

ParentCounts::Children ParentCounts::children_of(std::uint64_t parent) const {
  const Node leaf = descend([parent](std::uint64_t end_parent, std::uint64_t) { return parent < end_parent; });
  return {leaf.row, minimum_ + leaf.extra};
}

}  // namespace datagen
