#include "program/probability_law.hpp"

#include <algorithm>
#include <boost/math/distributions/exponential.hpp>
#include <boost/math/distributions/lognormal.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/poisson.hpp>
#include <cmath>

namespace datagen {

namespace {

namespace math = boost::math;
namespace policies = boost::math::policies;

// Plain doubles: what long double is differs from machine to machine.
using Policy = policies::policy<policies::promote_double<false>, policies::domain_error<policies::ignore_error>,
                                policies::overflow_error<policies::ignore_error>,
                                policies::evaluation_error<policies::ignore_error>>;

constexpr int pieces = 1 << 14;  // of a large set
constexpr double reach = 8.5;    // standard deviations; less than 10^-16 lies beyond

// from, ..., to in equal steps through a function.
template <typename Function>
std::vector<double> cuts_between(double from, double to, Function function) {
  std::vector<double> cuts;
  for (int i = 0; i <= pieces; ++i) cuts.push_back(function(from + (to - from) * i / pieces));
  return cuts;
}

// P(a < X <= b) without loss where both tails are far.
double between(const Law& law, double a, double b) {
  if (law.below(a) > 0.5) return law.above(a) - law.above(b);
  if (law.below(b) < 0.5) return law.below(b) - law.below(a);
  return 1 - law.below(a) - law.above(b);
}

double power_integral(double a, double b, double exponent) {
  const double t = 1 - exponent, length = std::log(b / a);
  return t == 0 ? length : std::pow(a, t) * std::expm1(t * length) / t;
}

}  // namespace

Law normal_law(double mean, double standard_deviation) {
  const math::normal_distribution<double, Policy> normal(mean, standard_deviation);
  return {[normal](double x) { return math::cdf(normal, x); },
          [normal](double x) { return math::cdf(math::complement(normal, x)); },
          cuts_between(-reach, reach, [=](double z) { return mean + standard_deviation * z; })};
}

Law lognormal_law(double origin, double mean, double standard_deviation) {
  const double ratio = standard_deviation / mean, variance = std::log1p(ratio * ratio);
  const double location = std::log(mean) - variance / 2, scale = std::sqrt(variance);
  const math::lognormal_distribution<double, Policy> lognormal(location, scale);
  return {[=](double x) { return x <= origin ? 0.0 : math::cdf(lognormal, x - origin); },
          [=](double x) { return x <= origin ? 1.0 : math::cdf(math::complement(lognormal, x - origin)); },
          cuts_between(-reach, reach, [=](double z) { return origin + std::exp(location + scale * z); })};
}

Law exponential_law(double origin, double mean_distance) {
  return {[=](double x) { return x <= origin ? 0.0 : -std::expm1((origin - x) / mean_distance); },
          [=](double x) { return x <= origin ? 1.0 : std::exp((origin - x) / mean_distance); },
          cuts_between(0, 40, [=](double t) { return origin + t * mean_distance; })};
}

Law poisson_law(double mean) {
  const math::poisson_distribution<double, Policy> poisson(mean);
  Law law{[poisson](double x) { return x < 0 ? 0.0 : math::cdf(poisson, std::floor(x)); },
          [poisson](double x) { return x < 0 ? 1.0 : math::cdf(math::complement(poisson, std::floor(x))); },
          {},
          true};
  const double deviation = std::sqrt(mean);
  const double low = std::max(0.0, std::floor(mean - reach * deviation - 2));
  const double high = std::ceil(mean + reach * deviation + 40);
  if (high - low <= 2 * pieces)
    for (double k = low; k <= high; ++k) law.cuts.push_back(k);
  else
    law.cuts = cuts_between(low, high, [](double k) { return std::floor(k); });
  return law;
}

BinTablePointer law_table(const Law& law, const ValueScale& scale) {
  const std::uint64_t count = scale.count();
  std::vector<std::uint64_t> edges;
  if (count <= largest_exact_set) {
    for (std::uint64_t i = 0; i <= count; ++i) edges.push_back(i);
  } else {
    edges = {0, count};
    for (double cut : law.cuts) {
      const std::uint64_t position = scale.position(cut);
      edges.push_back(position);
      // The value that holds the integer has a bin of its own.
      if (law.whole_numbers && position > 0) edges.push_back(position - 1);
    }
    std::sort(edges.begin(), edges.end());
    edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
  }
  const double start = scale.edge(0), total = between(law, start, scale.edge(count));
  if (!(total >= 1e-12)) return nullptr;
  std::vector<double> below;
  double greatest = 0;
  for (std::size_t i = 1; i < edges.size(); ++i) {
    greatest = std::max(greatest, between(law, start, scale.edge(edges[i])) / total);
    below.push_back(std::min(greatest, 1.0));
  }
  return std::make_shared<const BinTable>(edges, below);
}

BinTablePointer zipf_table(std::uint64_t count, double alpha) {
  constexpr std::uint64_t exact = std::uint64_t{1} << 15;
  std::vector<std::uint64_t> edges = {0};
  std::vector<double> below;
  double sum = 0;
  while (edges.back() < count) {
    const std::uint64_t start = edges.back();
    const bool alone = start < exact || count <= largest_exact_set;
    const std::uint64_t end = alone ? start + 1 : start + std::min(count - start, start / 1024);
    // The midpoint rule from right to left: the sum over ranks start + 1 to end, to within start^-2 of it.
    sum += alone ? std::pow(static_cast<double>(end), -alpha)
                 : power_integral(static_cast<double>(start) + 0.5, static_cast<double>(end) + 0.5, alpha);
    edges.push_back(end);
    below.push_back(sum);
  }
  for (double& share : below) share /= sum;
  return std::make_shared<const BinTable>(edges, below);
}

BinTablePointer histogram_table(std::span<const WeightedRange> ranges) {
  std::vector<std::uint64_t> edges = {0};
  std::vector<double> below;
  double sum = 0;
  for (const WeightedRange& range : ranges) {
    if (range.start > edges.back()) {
      edges.push_back(range.start);
      below.push_back(sum);
    }
    sum += range.weight;
    edges.push_back(range.end);
    below.push_back(sum);
  }
  for (double& share : below) share /= sum;
  return std::make_shared<const BinTable>(edges, below);
}

}  // namespace datagen
