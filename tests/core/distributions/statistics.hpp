// Tests of samples against theory.
#pragma once

#include <algorithm>
#include <boost/math/distributions/chi_squared.hpp>
#include <cmath>
#include <cstdint>
#include <functional>
#include <vector>

#include "program/draw.hpp"

namespace datagen::test {

// Seeds are fixed, so that a test passes always or never; this is how unlikely a passing sample may be.
constexpr double kLeastLikely = 1e-4;

inline std::vector<std::uint64_t> draws_of(const Draw& draw, std::uint64_t n, std::uint64_t first = 0) {
  std::vector<std::uint64_t> rows(n), out(n);
  for (std::uint64_t i = 0; i < n; ++i) rows[i] = first + i;
  Workspace workspace;
  const std::uint64_t* result = draw.ordinals(workspace, rows.data(), static_cast<std::uint32_t>(n), out.data());
  return {result, result + n};
}

// How likely counts at least as far from their probabilities are.  Cells that expect fewer than 10 are taken together;
// a count where nothing is expected makes it 0.
inline double chi_square_probability(const std::vector<double>& counts, const std::vector<double>& probabilities) {
  double n = 0, statistic = 0, rare_count = 0, rare_expected = 0;
  int cells = 0;
  for (double count : counts) n += count;
  const auto add = [&](double count, double expected) {
    statistic += (count - expected) * (count - expected) / expected;
    ++cells;
  };
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const double expected = n * probabilities[i];
    if (expected < 1e-9 && counts[i] > 0) return 0;
    if (expected >= 10) {
      add(counts[i], expected);
    } else {
      rare_count += counts[i];
      rare_expected += expected;
    }
  }
  if (rare_expected >= 1) add(rare_count, rare_expected);
  if (cells < 2) return 1;
  return boost::math::cdf(boost::math::complement(boost::math::chi_squared(cells - 1), statistic));
}

inline std::vector<double> counts_of(const std::vector<std::uint64_t>& ordinals, std::uint64_t cells) {
  std::vector<double> counts(cells);
  for (std::uint64_t ordinal : ordinals) counts.at(ordinal) += 1;
  return counts;
}

// How likely a sample at least as far from a continuous law is, by Kolmogorov and Smirnov.
inline double kolmogorov_probability(std::vector<double> sample, const std::function<double(double)>& below) {
  std::sort(sample.begin(), sample.end());
  const auto n = static_cast<double>(sample.size());
  double distance = 0;
  for (std::size_t i = 0; i < sample.size(); ++i) {
    const double p = below(sample[i]);
    distance = std::max({distance, p - static_cast<double>(i) / n, static_cast<double>(i + 1) / n - p});
  }
  const double x = distance * std::sqrt(n);
  double probability = 0;
  for (int k = 1; k <= 100; ++k) probability += (k % 2 == 1 ? 2 : -2) * std::exp(-2.0 * k * k * x * x);
  return x < 0.2 ? 1 : std::clamp(probability, 0.0, 1.0);
}

}  // namespace datagen::test
