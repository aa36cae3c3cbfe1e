// Probability laws, and the bin tables that give a set of values such a law.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <vector>

#include "program/bin_table.hpp"
#include "program/value_scale.hpp"

namespace datagen {

// Of a random number X.
struct Law {
  std::function<double(double)> below;  // P(X <= x)
  std::function<double(double)> above;  // P(X > x), exact where it is small
  std::vector<double> cuts;             // ascending; between two of them the density is as good as constant
  bool whole_numbers = false;           // X is an integer, and so are the cuts
};

// standard_deviation > 0.
[[nodiscard]] Law normal_law(double mean, double standard_deviation);
// mean > 0 and standard_deviation > 0 are those of X - origin itself, not of its logarithm.
[[nodiscard]] Law lognormal_law(double origin, double mean, double standard_deviation);
// mean_distance > 0: the mean of X - origin.
[[nodiscard]] Law exponential_law(double origin, double mean_distance);
// mean > 0.
[[nodiscard]] Law poisson_law(double mean);

using BinTablePointer = std::shared_ptr<const BinTable>;

inline constexpr std::uint64_t largest_exact_set = std::uint64_t{1} << 16;

// Each ordinal as likely as that X, rounded to the nearest value of the scale, is that value, given that X lies within
// the scale.  Up to largest_exact_set ordinals each has a bin of its own; of larger sets, bins are as fine as the law's
// cuts.  nullptr where X lies within the scale with a probability below 10^-12.
// Probabilities are computed with the C library's functions, whose last bit may differ from one to another: of 10^14
// rows, some may then get the neighbouring bin.
[[nodiscard]] BinTablePointer law_table(const Law& law, const ValueScale& scale);

// Ordinal i in [0, count) with a weight of (i + 1)^-alpha; count > 0, alpha > 0.  The first 2^15 ordinals have bins of
// their own; after them a bin holds ordinals whose weights differ by less than alpha / 1024 of themselves.
[[nodiscard]] BinTablePointer zipf_table(std::uint64_t count, double alpha);

// Bins of equal likelihood within: [start, end) disjoint and ascending, weights not negative, not all 0.
struct WeightedRange {
  std::uint64_t start = 0, end = 0;
  double weight = 0;
};
[[nodiscard]] BinTablePointer histogram_table(std::span<const WeightedRange> ranges);

}  // namespace datagen
