// Children per parent: exact bounds, an exact sum, in either order.
#include <random>

#include "program/distribution_draws.hpp"
#include "tests/core/distributions/statistics.hpp"
#include "tests/support/catch.hpp"

namespace datagen::test {
namespace {

std::vector<double> clustered_counts(const ParentCounts& counts) {
  std::vector<double> result(counts.parents());
  std::uint64_t last = 0;
  bool ascending = true;
  for (std::uint64_t row = 0; row < counts.rows(); ++row) {
    const std::uint64_t parent = counts.parent_of(row);
    ascending = ascending && parent >= last;
    result.at(parent) += 1;
    last = parent;
  }
  REQUIRE(ascending);
  return result;
}

}  // namespace

// Invariant: every parent has between min and max children, their sum is the number of rows, children of a parent are
// adjacent when clustered, and scattering changes their places only.
TEST_CASE("children per parent hold exactly for any numbers that can hold") {
  std::mt19937_64 random(21);
  for (int round = 0; round < 600; ++round) {
    const std::uint64_t parents = 1 + random() % (round % 20 == 0 ? 1000 : 40);
    const std::uint64_t minimum = random() % 6, maximum = minimum + random() % (round % 3 == 0 ? 50 : 7);
    std::uint64_t rows = parents * minimum;
    const std::uint64_t room = parents * (maximum - minimum);
    rows += round % 7 == 0 ? 0 : round % 7 == 1 ? room : random() % (room + 1);
    const datagen_key key{random(), random()};
    CAPTURE(parents, rows, minimum, maximum, key.low, key.high);
    auto counts = std::make_shared<const ParentCounts>(key, parents, rows, minimum, maximum);
    const std::vector<double> adjacent = clustered_counts(*counts);
    double sum = 0;
    for (double count : adjacent) sum += count;
    REQUIRE(*std::min_element(adjacent.begin(), adjacent.end()) >= static_cast<double>(minimum));
    REQUIRE(*std::max_element(adjacent.begin(), adjacent.end()) <= static_cast<double>(maximum));
    REQUIRE(sum == static_cast<double>(rows));
    if (rows == 0) continue;
    REQUIRE(counts_of(draws_of(*per_parent_draw({1, 2}, counts, false), rows), parents) == adjacent);
    REQUIRE(counts_of(draws_of(*per_parent_draw({1, 2}, counts, true), rows), parents) == adjacent);
  }
}

// Invariant: two parents share by an even draw from what the bounds leave possible.
TEST_CASE("two parents share rows evenly over all possible shares") {
  const std::uint64_t rows = 9, minimum = 1, maximum = 6;  // 3 to 6 for the first
  std::mt19937_64 random(22);
  std::vector<double> counts(10);
  for (int i = 0; i < 20'000; ++i) {
    const ParentCounts shares({random(), random()}, 2, rows, minimum, maximum);
    std::uint64_t first = 0;
    while (first < rows && shares.parent_of(first) == 0) ++first;
    counts[first] += 1;
  }
  CHECK(chi_square_probability(counts, {0, 0, 0, .25, .25, .25, .25, 0, 0, 0}) > kLeastLikely);
}

// What even draws under the condition of their sum would give: with half of the room used, each count is as likely as
// any other; with little of it used, counts fall off geometrically.
TEST_CASE("children per parent come close to even draws under the condition of their sum") {
  const std::uint64_t parents = 1 << 14;
  for (const std::uint64_t span : {1ull, 2ull, 4ull, 9ull, 30ull}) {
    const std::vector<double> counts = clustered_counts(ParentCounts({span, 1}, parents, parents * span / 2, 0, span));
    std::vector<double> shares(span + 1);
    for (double count : counts) shares[static_cast<std::size_t>(count)] += 1.0 / static_cast<double>(parents);
    for (double share : shares) {
      CAPTURE(span, shares);
      CHECK(share * static_cast<double>(span + 1) == Approx(1).epsilon(0.12));
    }
  }
  const std::vector<double> rare = clustered_counts(ParentCounts({3, 1}, parents, parents * 2, 0, 1000));
  std::vector<double> shares(8);
  for (double count : rare)
    if (count < 8) shares[static_cast<std::size_t>(count)] += 1.0 / static_cast<double>(parents);
  for (std::size_t k = 0; k < 8; ++k) {
    CAPTURE(shares);
    CHECK(shares[k] == Approx(std::pow(2.0 / 3, static_cast<double>(k)) / 3).epsilon(0.15));
  }
}

// Invariant: any row is found alone; around it the bounds hold.
TEST_CASE("children per parent hold among ten thousand million rows") {
  const std::uint64_t parents = 4'000'000'000, rows = 10'000'000'000, minimum = 1, maximum = 7;
  const ParentCounts counts({5, 6}, parents, rows, minimum, maximum);
  CHECK(counts.parent_of(0) == 0);
  CHECK(counts.parent_of(rows - 1) == parents - 1);
  std::mt19937_64 random(23);
  for (int i = 0; i < 300; ++i) {
    std::uint64_t row = 1 + random() % (rows - 100), run = 0, previous = counts.parent_of(row - 1);
    while (counts.parent_of(row) == previous) ++row;
    for (int step = 0; step < 50; ++step, ++row) {
      const std::uint64_t parent = counts.parent_of(row);
      REQUIRE((parent == previous || parent == previous + 1));
      run = parent == previous ? run + 1 : 1;
      REQUIRE(run <= maximum);
      previous = parent;
    }
  }
}

}  // namespace datagen::test
