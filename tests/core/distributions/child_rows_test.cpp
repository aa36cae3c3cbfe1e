// The rows that refer to a row, found from it.
#include <random>

#include "program/child_rows.hpp"
#include "program/distribution_draws.hpp"
#include "program/groups.hpp"
#include "tests/core/distributions/statistics.hpp"
#include "tests/support/catch.hpp"

namespace datagen::test {
namespace {

// For each parent: exactly the rows that draw it, and as many as the bounds say.
void check_inverse(const Draw& draw, const ChildRows& children, std::uint64_t rows, std::uint64_t parents) {
  std::vector<std::vector<std::uint64_t>> expected(parents);
  const std::vector<std::uint64_t> drawn = draws_of(draw, rows);
  for (std::uint64_t row = 0; row < rows; ++row) expected.at(drawn[row]).push_back(row);
  for (std::uint64_t parent = 0; parent < parents; ++parent) {
    const ChildRows::Places places = children.places(parent);
    std::vector<std::uint64_t> found;
    for (std::uint64_t k = 0; k < places.count; ++k) found.push_back(children.row(places.first + k * places.step));
    std::sort(found.begin(), found.end());
    CAPTURE(parent);
    REQUIRE(found == expected[parent]);
    REQUIRE(places.count >= children.least());
    REQUIRE(places.count <= children.most());
  }
}

}  // namespace

// Invariant: read backwards, a draw names the rows that it sends to a parent, and no others.
TEST_CASE("the rows that refer to a row are those that draw it") {
  std::mt19937_64 random(31);
  for (int round = 0; round < 300; ++round) {
    const std::uint64_t parents = 1 + random() % 40, minimum = random() % 4, maximum = minimum + random() % 6;
    const datagen_key key{random(), random()};
    const std::uint64_t rows = std::max<std::uint64_t>(
        parents * minimum + random() % (parents * (maximum - minimum) + 1), minimum == 0 ? 0 : 1);
    CAPTURE(round, parents, rows, minimum, maximum, key.low, key.high);
    if (rows > 0) {
      auto counts = std::make_shared<const ParentCounts>(key, parents, rows, minimum, maximum);
      for (const bool clustered : {false, true})
        check_inverse(*per_parent_draw({1, 2}, counts, clustered), *per_parent_children({1, 2}, counts, clustered),
                      rows, parents);
      auto groups = std::make_shared<const Groups>(key, rows, parents);
      check_inverse(*group_draw(groups), *group_children(groups), rows, parents);
    }
    const std::uint64_t first = random() % parents, count = 1 + random() % (parents - first);
    check_inverse(*shifted_draw(sequential_draw(count), first), *sequential_children(rows, count, first), rows,
                  parents);
    const std::uint64_t some = random() % (parents + 1);
    check_inverse(*unique_draw(key, parents), *unique_children(key, parents, some), some, parents);
  }
}

}  // namespace datagen::test
