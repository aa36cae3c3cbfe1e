// Permutations, alias tables, groups, keys: the arithmetic on which every key and every value rests.
#include <algorithm>
#include <cmath>
#include <random>
#include <set>
#include <vector>

#include "program/alias_table.hpp"
#include "program/divisor.hpp"
#include "program/draw.hpp"
#include "program/groups.hpp"
#include "program/keys.hpp"
#include "program/permutation.hpp"
#include "tests/support/catch.hpp"

namespace datagen {
namespace {

datagen_key random_key(std::mt19937_64& random) { return {random(), random()}; }

std::vector<std::uint64_t> drawn(const DrawPointer& draw, const std::vector<std::uint64_t>& rows) {
  Workspace workspace;
  std::vector<std::uint64_t> out(rows.size());
  const std::uint64_t* result =
      draw->ordinals(workspace, rows.data(), static_cast<std::uint32_t>(rows.size()), out.data());
  return {result, result + rows.size()};
}

std::vector<std::uint64_t> row_range(std::uint64_t n) {
  std::vector<std::uint64_t> rows(n);
  for (std::uint64_t r = 0; r < n; ++r) rows[r] = r;
  return rows;
}

// Invariant: a permutation maps [0, size) onto itself, each element once, and inverse() leads back.
TEST_CASE("a permutation of any size up to 2000 is a bijection that its inverse undoes") {
  std::mt19937_64 random(1);
  for (std::uint64_t size = 1; size <= 2000; ++size) {
    const Permutation permutation(random_key(random), size);
    std::vector<bool> seen(size, false);
    bool good = permutation.size() == size;
    for (std::uint64_t x = 0; x < size && good; ++x) {
      const std::uint64_t y = permutation(x);
      good = y < size && !seen[y] && permutation.inverse(y) == x;
      if (good) seen[y] = true;
    }
    CAPTURE(size);
    REQUIRE(good);
  }
}

TEST_CASE("a permutation of any size up to 2^64 stays in range and is undone by its inverse") {
  std::mt19937_64 random(2);
  std::vector<std::uint64_t> sizes{0, ~std::uint64_t{0}};
  for (int bits = 11; bits < 64; ++bits) {
    const std::uint64_t power = std::uint64_t{1} << bits;
    for (const std::uint64_t size : {power - 1, power, power + 1, power + random() % power}) sizes.push_back(size);
  }
  for (const std::uint64_t size : sizes) {
    const Permutation permutation(random_key(random), size);
    std::set<std::uint64_t> inputs, outputs;
    bool good = true;
    for (int i = 0; i < 200; ++i) {
      const std::uint64_t x = i < 3       ? static_cast<std::uint64_t>(i)
                              : i < 6     ? size - 1 - static_cast<std::uint64_t>(i - 3)
                              : size == 0 ? random()
                                          : random() % size;
      const std::uint64_t y = permutation(x);
      good = good && (size == 0 || y < size) && permutation.inverse(y) == x && permutation(permutation.inverse(x)) == x;
      inputs.insert(x);
      outputs.insert(y);
    }
    CAPTURE(size);
    REQUIRE(good);
    REQUIRE(inputs.size() == outputs.size());
  }
}

// Invariant: what is drawn follows the weights (chi-square below its 0.1 % point), and weight 0 is never drawn.
TEST_CASE("an alias table draws by weight, and never what has weight 0") {
  std::mt19937_64 random(3);
  for (int round = 0; round < 300; ++round) {
    const std::size_t n = 1 + random() % 40;
    std::vector<double> weights(n);
    for (double& w : weights) w = random() % 3 == 0 ? 0 : std::pow(10.0, static_cast<double>(random() % 5) - 2);
    weights[random() % n] = 1;
    double total = 0;
    for (const double w : weights) total += w;
    const AliasTable table(weights);
    const datagen_key key = random_key(random);
    static constexpr int draws = 20000;
    std::vector<int> counts(n, 0);
    for (std::uint64_t r = 0; r < draws; ++r) {
      const std::uint64_t chosen = table(datagen_random_at(key, r));
      REQUIRE(chosen < n);
      ++counts[chosen];
    }
    double chi_square = 0, rare_expected = 0, rare_count = 0;
    int cells = 0;
    CAPTURE(round, n);
    for (std::size_t i = 0; i < n; ++i) {
      const double expected = weights[i] / total * draws;
      if (weights[i] == 0) REQUIRE(counts[i] == 0);
      if (expected < 5) {  // too rare for the approximation: counted together
        rare_expected += expected;
        rare_count += counts[i];
        continue;
      }
      chi_square += (counts[i] - expected) * (counts[i] - expected) / expected;
      ++cells;
    }
    if (rare_expected >= 5) {
      chi_square += (rare_count - rare_expected) * (rare_count - rare_expected) / rare_expected;
      ++cells;
    }
    // Wilson and Hilferty's approximation; z for one in 10^5, as there are 300 rounds.
    const double k = std::max(cells - 1, 1), z = 4.27;
    const double limit = k * std::pow(1 - 2 / (9 * k) + z * std::sqrt(2 / (9 * k)), 3);
    REQUIRE(chi_square < limit);
  }
}

TEST_CASE("one weight, extreme weights and weights of equal size are drawn without fault") {
  std::mt19937_64 random(4);
  const std::vector<std::vector<double>> all{
      {1e-300}, {1e300, 1e-300, 0}, {0, 0, 5e-324}, std::vector<double>(1000, 0.1)};
  for (const auto& weights : all) {
    const AliasTable table(weights);
    for (int i = 0; i < 20000; ++i) {
      const std::uint64_t chosen = table(i == 0 ? 0 : i == 1 ? ~std::uint64_t{0} : random());
      REQUIRE(chosen < weights.size());
      REQUIRE(weights[chosen] > 0);
    }
  }
}

// Invariant: a key is a function of seed and names; other names, or the same letters cut elsewhere, give another.
TEST_CASE("keys differ whenever seed, table, column or purpose differ, however the letters are cut") {
  std::set<std::pair<std::uint64_t, std::uint64_t>> seen;
  std::size_t made = 0;
  const std::vector<std::string_view> words{"", "a", "b", "ab", "ba", "aab", "users", "user", "s"};
  for (const std::uint64_t seed : {std::uint64_t{0}, std::uint64_t{1}, std::uint64_t{256}, ~std::uint64_t{0}})
    for (const auto table : words)
      for (const auto column : words)
        for (const auto purpose : words) {
          const datagen_key key = derive_key(seed, table, column, purpose);
          seen.emplace(key.low, key.high);
          ++made;
        }
  REQUIRE(seen.size() == made);
}

// These are the promise that the same description gives the same bytes in every later version: a change here is a
// change of every dataset.
TEST_CASE("derivation of keys, random numbers and permutations is as it was in version 1") {
  const datagen_key key = derive_key(42, "shop.orders", "total", "draw");
  CHECK(key.low == 0xfe6ed4c67abac7au);
  CHECK(key.high == 0x5afa61887b4ca441u);
  CHECK(datagen_random(key, 0, 0) == 0x7e835d1900ec577du);
  CHECK(datagen_random(key, 1, 0) == 0x6a2ffc384f46e110u);
  CHECK(datagen_random(key, ~std::uint64_t{0}, 7) == 0x2f93e1b3f8d1decfu);
  CHECK(datagen_mix(0) == 0);
  CHECK(datagen_mix(1) == 0x5692161d100b05e5u);
  CHECK(Permutation(key, 1000)(0) == 736);
  CHECK(Permutation(key, 0)(12345) == 131801025055548925u);
  CHECK(AliasTable(std::vector<double>{1, 2, 3, 4})(datagen_random_at(key, 5)) == 3);
  CHECK(Groups(key, 100, 7).member(3, 4) == 77);
}

TEST_CASE("scaling and units stay within their bounds") {
  std::mt19937_64 random(5);
  for (int i = 0; i < 100000; ++i) {
    const std::uint64_t n = random() >> (random() % 64), x = i == 0 ? ~std::uint64_t{0} : random();
    REQUIRE((n == 0 ? datagen_scale(x, n) == 0 : datagen_scale(x, n) < n));
    const double unit = datagen_unit(x);
    REQUIRE(unit >= 0);
    REQUIRE(unit < 1);
  }
}

// Invariant: every row is the member that its group and position name, and sizes are exact and even.
void check_groups(std::uint64_t rows, std::uint64_t count, datagen_key key) {
  CAPTURE(rows, count);
  const Groups groups(key, rows, count);
  std::vector<std::uint64_t> sizes(count, 0);
  bool good = groups.count() == count;
  for (std::uint64_t r = 0; r < rows && good; ++r) {
    const std::uint64_t group = groups.group_of(r), position = groups.position_of(r);
    good = group < count && position < groups.size(group) && groups.member(group, position) == r;
    if (good) ++sizes[group];
  }
  REQUIRE(good);
  std::uint64_t filled = 0;
  for (std::uint64_t g = 0; g < count; ++g) {
    good = good && sizes[g] == groups.size(g) && sizes[g] >= groups.smallest() && sizes[g] <= groups.largest();
    filled += sizes[g] > 0;
  }
  REQUIRE(good);
  REQUIRE(groups.filled() == filled);
  REQUIRE(groups.largest() == *std::max_element(sizes.begin(), sizes.end()));
  REQUIRE(groups.smallest() == *std::min_element(sizes.begin(), sizes.end()));
}

// Invariant: quotient and remainder are those of the processor's own division, for divisors and numbers of all sizes.
TEST_CASE("division by an invariant number is exact") {
  std::mt19937_64 random(20'240'517);
  std::vector<std::uint64_t> numbers = {0, 1, 2, 3, UINT64_MAX, UINT64_MAX - 1, std::uint64_t{1} << 63};
  for (int i = 0; i < 2'000; ++i) numbers.push_back(random() >> random() % 64);
  for (const std::uint64_t divisor : numbers) {
    if (divisor == 0) continue;
    const datagen::Divisor by(divisor);
    for (const std::uint64_t number : numbers) {
      for (const std::uint64_t near : {number, number / divisor * divisor, number / divisor * divisor - 1}) {
        const datagen::Divisor::Parts parts = by.split(near);
        if (parts.quotient != near / divisor || parts.remainder != near % divisor) {
          CAPTURE(near, divisor);
          FAIL("a quotient is not exact");
        }
      }
    }
  }
}

TEST_CASE("groups of rows can be read both ways") {
  std::mt19937_64 random(6);
  for (std::uint64_t rows = 1; rows <= 60; ++rows)
    for (std::uint64_t count = 1; count <= 65; ++count) check_groups(rows, count, random_key(random));
  for (int i = 0; i < 20; ++i) check_groups(1 + random() % 3000, 1 + random() % 3000, random_key(random));
  for (int i = 0; i < 2000; ++i) {
    const std::uint64_t rows = 1 + (random() >> (random() % 60 + 2)), count = 1 + (random() >> (random() % 60 + 2));
    const Groups groups(random_key(random), rows, count);
    const std::uint64_t row = random() % rows, group = groups.group_of(row), position = groups.position_of(row);
    CAPTURE(rows, count, row);
    REQUIRE(group < count);
    REQUIRE(position < groups.size(group));
    REQUIRE(groups.member(group, position) == row);
  }
}

// Invariants of the draws over groups: the other row is of the same group; earlier is earlier, but for the first; and
// no two rows of a group get the same combination.
TEST_CASE("draws within groups keep what they promise") {
  std::mt19937_64 random(7);
  for (int round = 0; round < 400; ++round) {
    const std::uint64_t count = 1 + random() % 12;
    const auto a = std::make_shared<const Groups>(random_key(random), count + random() % 40, count);
    const auto b = std::make_shared<const Groups>(random_key(random), count + random() % 40, count);
    const std::uint64_t most = a->smallest() * b->smallest() * count;
    const std::uint64_t rows = 1 + random() % most;
    const auto own = std::make_shared<const Groups>(random_key(random), rows, count);
    const datagen_key key = random_key(random);
    const auto all = row_range(rows);
    const auto group = drawn(group_draw(own), all), same = drawn(same_group_draw(key, own, a), all),
               earlier = drawn(earlier_in_group_draw(key, own), all),
               first = drawn(distinct_group_draw(key, own, {a, b}, 0), all),
               second = drawn(distinct_group_draw(key, own, {a, b}, 1), all);
    std::set<std::pair<std::uint64_t, std::uint64_t>> pairs;
    CAPTURE(round, rows, count);
    bool good = true;
    for (const std::uint64_t r : all) {
      good = good && group[r] == own->group_of(r) && a->group_of(same[r]) == group[r] &&
             a->group_of(first[r]) == group[r] && b->group_of(second[r]) == group[r] &&
             own->group_of(earlier[r]) == group[r] &&
             (own->position_of(r) == 0 ? earlier[r] == r : own->position_of(earlier[r]) < own->position_of(r));
      pairs.emplace(first[r], second[r]);
    }
    REQUIRE(good);
    REQUIRE(pairs.size() == rows);
  }
}

TEST_CASE("combinations stay distinct where their number is beyond 64 bits") {
  const std::uint64_t huge = (std::uint64_t{1} << 63) + 1;  // its square is 1 modulo 2^64
  const auto a = std::make_shared<const Groups>(datagen_key{1, 2}, huge, 1);
  const auto own = std::make_shared<const Groups>(datagen_key{3, 4}, 5000, 1);
  const auto all = row_range(5000);
  std::set<std::pair<std::uint64_t, std::uint64_t>> pairs;
  const auto first = drawn(distinct_group_draw({5, 6}, own, {a, a}, 0), all),
             second = drawn(distinct_group_draw({5, 6}, own, {a, a}, 1), all);
  for (const std::uint64_t r : all) {
    REQUIRE(first[r] < huge);
    REQUIRE(second[r] < huge);
    pairs.emplace(first[r], second[r]);
  }
  REQUIRE(pairs.size() == 5000);
}

// Invariants of the plain draws.
TEST_CASE("draws stay in their ranges, and unique ones never repeat") {
  std::mt19937_64 random(8);
  for (int round = 0; round < 300; ++round) {
    const std::uint64_t count = 1 + random() % 500;
    const datagen_key key = random_key(random);
    const auto all = row_range(count);
    const auto uniform = drawn(uniform_draw(key, count), all), unique = drawn(unique_draw(key, count), all),
               earlier = drawn(earlier_row_draw(key), all), sequential = drawn(sequential_draw(count / 2 + 1), all),
               shifted = drawn(shifted_draw(uniform_draw(key, count), 7), all);
    auto allowed = std::make_shared<std::vector<std::uint64_t>>();
    for (std::uint64_t i = 0; i < count; ++i) allowed->push_back(random());
    const auto chosen = drawn(chosen_draw(unique_draw(key, count), allowed), all);
    bool good = true;
    for (const std::uint64_t r : all)
      good = good && uniform[r] < count && unique[r] < count && (r == 0 ? earlier[r] == 0 : earlier[r] < r) &&
             sequential[r] == r % (count / 2 + 1) && shifted[r] == uniform[r] + 7 && chosen[r] == (*allowed)[unique[r]];
    CAPTURE(round, count);
    REQUIRE(good);
    REQUIRE(std::set<std::uint64_t>(unique.begin(), unique.end()).size() == count);
    REQUIRE(drawn(sequential_draw(), all) == all);
  }
}

// Invariant: the digits of a number below the product of their counts tell it apart from every other.
TEST_CASE("the digits of a shared ordinal are one to one with it") {
  Workspace workspace;
  const std::uint64_t counts[] = {3, 1, 7, 4};
  workspace.prepare(1, 0, 1, 84);
  for (std::uint64_t i = 0; i < 84; ++i) workspace.shared_ordinals(0)[i] = i;
  std::vector<std::vector<std::uint64_t>> tuples(84);
  std::uint64_t divisor = 1;
  for (const std::uint64_t count : counts) {
    std::vector<std::uint64_t> out(84);
    const std::uint64_t* digits = digit_draw(0, divisor, count)->ordinals(workspace, nullptr, 84, out.data());
    for (std::size_t i = 0; i < 84; ++i) {
      REQUIRE(digits[i] < count);
      tuples[i].push_back(digits[i]);
    }
    divisor *= count;
  }
  REQUIRE(std::set<std::vector<std::uint64_t>>(tuples.begin(), tuples.end()).size() == 84);
}

}  // namespace
}  // namespace datagen
