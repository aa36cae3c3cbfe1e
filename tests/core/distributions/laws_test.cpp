// Draws against their theory: chi-square where outcomes are few, Kolmogorov and Smirnov where they are many.
#include <boost/math/distributions/lognormal.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/poisson.hpp>
#include <random>
#include <set>

#include "program/distribution_draws.hpp"
#include "tests/core/distributions/statistics.hpp"
#include "tests/support/catch.hpp"

namespace datagen::test {
namespace {

namespace math = boost::math;

constexpr std::uint64_t kSample = 100'000;

datagen_key random_key(std::mt19937_64& random) { return {random(), random()}; }

ValueScale evenly_spaced(double first, double step, std::uint64_t count) {
  return ValueScale({{0, first}, {count - 1, first + step * static_cast<double>(count - 1)}});
}

using Below = std::function<double(double)>;

// Of each value of the scale, given that X, rounded to the nearest value, is one of them.
std::vector<double> rounded_law(const Below& below, const ValueScale& scale) {
  std::vector<double> result;
  for (std::uint64_t i = 0; i < scale.count(); ++i) result.push_back(below(scale.edge(i + 1)) - below(scale.edge(i)));
  const double total = below(scale.edge(scale.count())) - below(scale.edge(0));
  for (double& p : result) p /= total;
  return result;
}

// Both kinds of table, for few values and for many, follow the law.
void check_law(const Law& law, const Below& below, double low, double high, std::uint64_t seed) {
  std::mt19937_64 random(seed);
  for (const std::uint64_t count : {2ull, 3ull, 17ull, 1000ull, 65'536ull}) {
    CAPTURE(low, high, count);
    const ValueScale scale = evenly_spaced(low, (high - low) / static_cast<double>(count - 1), count);
    const DrawPointer draw = binned_draw(random_key(random), law_table(law, scale));
    CHECK(chi_square_probability(counts_of(draws_of(*draw, kSample), count), rounded_law(below, scale)) > kLeastLikely);
  }
  for (const std::uint64_t count : {1ull << 24, 1ull << 40, 1ull << 62}) {
    CAPTURE(low, high, count);
    const double step = (high - low) / static_cast<double>(count - 1);
    const ValueScale scale = evenly_spaced(low, step, count);
    const DrawPointer draw = binned_draw(random_key(random), law_table(law, scale));
    std::vector<double> sample;
    bool inside = true;
    for (std::uint64_t ordinal : draws_of(*draw, kSample)) {
      inside = inside && ordinal < count;
      sample.push_back(low + step * static_cast<double>(ordinal));
    }
    CHECK(inside);
    const double start = below(low), total = below(high) - start;
    CHECK(kolmogorov_probability(sample, [&](double x) { return (below(x) - start) / total; }) > kLeastLikely);
  }
}

}  // namespace

// Invariant: the draw's outcomes are as frequent as the normal law, cut to the range, says.
TEST_CASE("normal draws follow the normal law over ranges that hold all, a half and a tail of it") {
  for (const auto& [low, high] : {std::pair(-6.0, 6.0), {0.0, 5.0}, {2.5, 4.0}, {-0.01, 0.01}, {-40.0, 3.0}}) {
    const double mean = 1000, deviation = 37;
    const math::normal normal(mean, deviation);
    check_law(
        normal_law(mean, deviation), [=](double x) { return math::cdf(normal, x); }, mean + low * deviation,
        mean + high * deviation, 11);
  }
}

TEST_CASE("a far tail of the normal law is drawn from, and a hopeless one refused") {
  // Between 6 and 7 standard deviations: a probability of 10^-9 that doubles near 1 could not tell.
  const math::normal normal(0, 1);
  const ValueScale scale = evenly_spaced(6, 0.1, 11);
  std::vector<double> expected;
  for (std::uint64_t i = 0; i < 11; ++i)
    expected.push_back(cdf(complement(normal, scale.edge(i))) - cdf(complement(normal, scale.edge(i + 1))));
  double total = 0;
  for (double p : expected) total += p;
  for (double& p : expected) p /= total;
  const DrawPointer draw = binned_draw({1, 2}, law_table(normal_law(0, 1), scale));
  CHECK(chi_square_probability(counts_of(draws_of(*draw, kSample), 11), expected) > kLeastLikely);
  CHECK(law_table(normal_law(0, 1), evenly_spaced(50, 1, 100)) == nullptr);
  CHECK(law_table(normal_law(0, 1), evenly_spaced(50, 1, 10'000'000)) == nullptr);
}

TEST_CASE("lognormal draws have the mean and the standard deviation that were asked for") {
  for (const auto& [mean, deviation] : {std::pair(50'000.0, 30'000.0), {10.0, 1.0}, {1.0, 5.0}}) {
    const double variance = std::log(1 + deviation * deviation / mean / mean);
    const math::lognormal lognormal(std::log(mean) - variance / 2, std::sqrt(variance));
    CHECK(math::mean(lognormal) == Approx(mean));
    CHECK(math::standard_deviation(lognormal) == Approx(deviation));
    const auto below = [&](double x) { return x <= 0 ? 0.0 : math::cdf(lognormal, x); };
    check_law(lognormal_law(0, mean, deviation), below, 0, mean + 8 * deviation, 12);
  }
}

TEST_CASE("exponential draws follow the exponential law from their origin on") {
  for (const double mean : {0.25, 3.0, 1e6}) {
    const double origin = 7;
    const auto below = [=](double x) { return x <= origin ? 0.0 : 1 - std::exp((origin - x) / mean); };
    check_law(exponential_law(origin, mean), below, origin, origin + 12 * mean, 13);
  }
}

TEST_CASE("Poisson draws are whole numbers with the Poisson law, in sets of any step") {
  for (const double mean : {0.3, 4.0, 150.0, 20'000.0}) {
    const math::poisson poisson(mean);
    const std::uint64_t most = static_cast<std::uint64_t>(mean + 12 * std::sqrt(mean) + 20);
    std::vector<double> expected;
    for (std::uint64_t k = 0; k <= most; ++k) expected.push_back(math::pdf(poisson, static_cast<double>(k)));
    // Steps of 1 in a small set and in a huge one, and of a hundredth.
    for (const auto& [count, per_unit] : {std::pair(most + 1, 1ull), {1ull << 31, 1ull}, {1ull << 28, 100ull}}) {
      CAPTURE(mean, count, per_unit);
      const DrawPointer draw = binned_draw(
          {7, count}, law_table(poisson_law(mean), evenly_spaced(0, 1.0 / static_cast<double>(per_unit), count)));
      std::vector<std::uint64_t> values = draws_of(*draw, kSample);
      bool whole = true;
      for (std::uint64_t& value : values) {
        whole = whole && value % per_unit == 0;
        value /= per_unit;
      }
      CHECK(whole);
      CHECK(chi_square_probability(counts_of(values, most + 1), expected) > kLeastLikely);
    }
  }
}

// Invariant: rank k is as frequent as k^-alpha over the sum of all.
TEST_CASE("zipf draws follow the zipf law over up to ten thousand million values") {
  for (const double alpha : {0.3, 0.8, 1.0, 1.5, 4.0}) {
    for (const std::uint64_t count : {1ull, 2ull, 100ull, 65'536ull, 200'000ull, 10'000'000'000ull}) {
      // Ranks by themselves up to 1000, then by octave; sums beyond a million by Euler and Maclaurin.
      const auto sum_between = [&](std::uint64_t from, std::uint64_t to) {  // ranks from < k <= to
        double sum = 0;
        std::uint64_t k = from;
        for (; k < to && k < 1'000'000; ++k) sum += std::pow(static_cast<double>(k + 1), -alpha);
        if (k == to) return sum;
        const double a = static_cast<double>(k), b = static_cast<double>(to);
        const double integral =
            alpha == 1 ? std::log(b / a) : (std::pow(b, 1 - alpha) - std::pow(a, 1 - alpha)) / (1 - alpha);
        return sum + integral + (std::pow(b, -alpha) - std::pow(a, -alpha)) / 2;
      };
      std::vector<std::uint64_t> ends;
      for (std::uint64_t end = 1; end < count; end = end < 1000 ? end + 1 : end * 2) ends.push_back(end);
      ends.push_back(count);
      std::vector<double> expected;
      for (std::size_t i = 0; i < ends.size(); ++i) expected.push_back(sum_between(i == 0 ? 0 : ends[i - 1], ends[i]));
      double total = 0;
      for (double p : expected) total += p;
      for (double& p : expected) p /= total;
      std::vector<double> counts(ends.size());
      const DrawPointer draw = binned_draw({count, 5}, zipf_table(count, alpha));
      for (std::uint64_t ordinal : draws_of(*draw, kSample)) {
        counts.at(static_cast<std::size_t>(std::upper_bound(ends.begin(), ends.end(), ordinal) - ends.begin())) += 1;
      }
      CAPTURE(alpha, count);
      CHECK(chi_square_probability(counts, expected) > kLeastLikely);
    }
  }
}

// Invariant: a range is as frequent as its weight, values within it are equally frequent, and gaps stay empty.
TEST_CASE("histogram draws follow random histograms, and never fall into gaps") {
  std::mt19937_64 random(14);
  for (int round = 0; round < 40; ++round) {
    std::vector<WeightedRange> ranges;
    std::uint64_t at = 0;
    double total = 0;
    for (std::uint64_t n = 1 + random() % 12; n > 0; --n) {
      const std::uint64_t start = at + random() % 3 * (random() % 10), end = start + 1 + random() % 20;
      ranges.push_back({start, end, random() % 4 == 0 && n > 1 ? 0.0 : static_cast<double>(1 + random() % 100)});
      total += ranges.back().weight;
      at = end;
    }
    std::vector<double> expected(at);
    for (const WeightedRange& range : ranges)
      for (std::uint64_t i = range.start; i < range.end; ++i)
        expected[i] = range.weight / total / static_cast<double>(range.end - range.start);
    CAPTURE(round);
    const DrawPointer draw = binned_draw(random_key(random), histogram_table(ranges));
    CHECK(chi_square_probability(counts_of(draws_of(*draw, kSample), at), expected) > kLeastLikely);
  }
}

TEST_CASE("uniform, weighted and sequential draws follow their theory") {
  const std::uint64_t count = 1000;
  const std::vector<double> even(count, 1.0 / static_cast<double>(count));
  CHECK(chi_square_probability(counts_of(draws_of(*uniform_draw({3, 4}, count), kSample), count), even) > kLeastLikely);
  std::vector<double> weights;
  for (std::uint64_t i = 0; i < count; ++i) weights.push_back(static_cast<double>(i % 7));
  double total = 0;
  for (double w : weights) total += w;
  const DrawPointer weighted = weighted_draw({5, 6}, std::make_shared<const AliasTable>(weights));
  for (double& w : weights) w /= total;
  CHECK(chi_square_probability(counts_of(draws_of(*weighted, kSample), count), weights) > kLeastLikely);
  for (const std::uint64_t row : {0ull, 1ull, 999ull, 1000ull, 123'456'789ull})
    CHECK(draws_of(*sequential_draw(count), 1, row) == std::vector<std::uint64_t>{row % count});
}

// Invariant: a row's ordinal does not depend on the rows that are drawn with it.
TEST_CASE("a row draws the same alone, in a batch, and in batches of another size") {
  const DrawPointer draw = scattered_draw(
      binned_draw({8, 9}, law_table(normal_law(5e5, 1e5), evenly_spaced(0, 1, 1'000'000))), {1, 1}, 1'000'000);
  const std::vector<std::uint64_t> whole = draws_of(*draw, 5000);
  for (std::uint64_t size : {1ull, 7ull, 1000ull})
    for (std::uint64_t first = 0; first + size <= 5000; first += size) {
      const std::vector<std::uint64_t> part = draws_of(*draw, size, first);
      REQUIRE(std::equal(part.begin(), part.end(), whole.begin() + static_cast<std::ptrdiff_t>(first)));
    }
}

TEST_CASE("scattering keeps how often each key is drawn, and spreads the hot keys evenly") {
  const std::uint64_t parents = 10'000;
  const DrawPointer plain = binned_draw({10, 11}, zipf_table(parents, 1));
  const std::vector<double> before = counts_of(draws_of(*plain, kSample), parents);
  const std::vector<double> after = counts_of(draws_of(*scattered_draw(plain, {12, 13}, parents), kSample), parents);
  CHECK(std::multiset<double>(before.begin(), before.end()) == std::multiset<double>(after.begin(), after.end()));
  const double hot = before[999];
  std::vector<double> places;
  for (std::uint64_t i = 0; i < parents; ++i)
    if (after[i] > hot) places.push_back((static_cast<double>(i) + 0.5) / static_cast<double>(parents));
  REQUIRE(places.size() > 300);
  CHECK(kolmogorov_probability(places, [](double x) { return x; }) > 0.01);
}

TEST_CASE("on a table that refers to itself, every row draws an earlier one") {
  const std::uint64_t rows = 50'000;
  const DrawPointer draw = earlier_share_draw(binned_draw({14, 15}, zipf_table(rows, 0.9)), rows);
  const std::vector<std::uint64_t> drawn = draws_of(*draw, rows);
  CHECK(drawn[0] == 0);
  bool earlier = true;
  for (std::uint64_t row = 1; row < rows; ++row) earlier = earlier && drawn[row] < row;
  CHECK(earlier);
}

}  // namespace datagen::test
