#include "program/alias_table.hpp"

#include <numeric>

namespace datagen {

AliasTable::AliasTable(std::span<const double> weights) : slots_(weights.size()) {
  std::size_t n = weights.size();
  double total = std::accumulate(weights.begin(), weights.end(), 0.0);
  std::vector<double> scaled(n);
  std::vector<std::size_t> small, large;
  for (std::size_t i = 0; i < n; ++i) {
    scaled[i] = weights[i] / total * static_cast<double>(n);
    (scaled[i] < 1 ? small : large).push_back(i);
  }
  auto threshold = [](double share) {
    return share >= 1 ? ~std::uint64_t{0} : static_cast<std::uint64_t>(share * 0x1.0p64);
  };
  while (!small.empty() && !large.empty()) {
    std::size_t less = small.back(), more = large.back();
    small.pop_back();
    slots_[less] = {threshold(scaled[less]), more};
    scaled[more] -= 1 - scaled[less];
    if (scaled[more] < 1) {
      large.pop_back();
      small.push_back(more);
    }
  }
  // What is left has share 1 but for rounding; an outcome of weight 0 must still never be drawn.
  for (std::size_t i : large) slots_[i] = {~std::uint64_t{0}, i};
  std::size_t heaviest = 0;
  for (std::size_t i = 0; i < n; ++i)
    if (weights[i] > weights[heaviest]) heaviest = i;
  for (std::size_t i : small) slots_[i] = {weights[i] > 0 ? ~std::uint64_t{0} : 0, weights[i] > 0 ? i : heaviest};
}

}  // namespace datagen
