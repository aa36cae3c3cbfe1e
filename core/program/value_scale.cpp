#include "program/value_scale.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace datagen {

ValueScale ValueScale::of_indices(std::uint64_t count) {
  if (count == 1) return ValueScale({{0, 0.0}});
  return ValueScale({{0, 0.0}, {count - 1, static_cast<double>(count - 1)}});
}

ValueScale::ValueScale(std::vector<Knot> knots) : knots_(std::move(knots)) {}

double ValueScale::step_after(std::size_t knot) const {
  if (knots_.size() == 1) return 1;
  knot = std::min(knot, knots_.size() - 2);
  const Knot &a = knots_[knot], &b = knots_[knot + 1];
  return (b.value - a.value) / static_cast<double>(b.ordinal - a.ordinal);
}

double ValueScale::edge(std::uint64_t i) const {
  if (i == 0) return first() - 0.5 * step_after(0);
  if (i >= count()) return last() + 0.5 * step_after(knots_.size() - 1);
  // The knot at or before ordinal i - 1, so that the edge lies in the segment after it.
  auto after = std::upper_bound(knots_.begin(), knots_.end(), i - 1,
                                [](std::uint64_t ordinal, const Knot& knot) { return ordinal < knot.ordinal; });
  const auto k = static_cast<std::size_t>(after - knots_.begin()) - 1;
  return knots_[k].value + (static_cast<double>(i - 1 - knots_[k].ordinal) + 0.5) * step_after(k);
}

std::uint64_t ValueScale::position(double value) const {
  std::uint64_t low = 0, high = count();
  if (!(edge(high) >= value)) return high;
  while (low < high) {
    const std::uint64_t middle = low + (high - low) / 2;
    if (edge(middle) >= value)
      high = middle;
    else
      low = middle + 1;
  }
  return low;
}

}  // namespace datagen
