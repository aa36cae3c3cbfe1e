// Values stay as they were when something else changes, and however rows are cut into calls.
#include <algorithm>
#include <numeric>
#include <random>

#include "tests/core/plan/random_tables.hpp"
#include "tests/core/support/planned.hpp"
#include "tests/support/catch.hpp"

namespace datagen {
namespace {

using test::Planned;
using test::RandomTables;

RandomTables tables_of(std::uint64_t seed) {
  std::mt19937_64 random(seed);
  return seed % 4 == 0 ? test::random_tenants(random) : test::random_tables(random);
}

RunOptions options_of(std::uint64_t seed) {
  RunOptions options;
  options.seed = seed;
  options.default_null_fraction = seed % 3 == 0 ? 0.2 : 0;
  return options;
}

// Invariant: the order in which columns, keys, sets and tables are written decides nothing.
TEST_CASE("reordering what is written leaves every value as it was") {
  int compared = 0;
  for (std::uint64_t seed = 1; seed <= 1500; ++seed) {
    RandomTables tables = tables_of(seed);
    const std::string text = yaml(tables);
    std::mt19937_64 random(seed + 1);
    std::shuffle(tables.begin(), tables.end(), random);
    for (auto& table : tables) {
      std::shuffle(table.columns.begin(), table.columns.end(), random);
      std::shuffle(table.sets.begin(), table.sets.end(), random);
      std::shuffle(table.keys.begin(), table.keys.end(), random);
    }
    const std::string reordered = yaml(tables);
    CAPTURE(seed, text, reordered);
    const Planned before(text, options_of(seed)), after(reordered, options_of(seed));
    REQUIRE(before.faults().size() == after.faults().size());
    if (!before.faults().empty()) continue;
    REQUIRE(before.by_name() == after.by_name());
    ++compared;
  }
  CHECK(compared > 400);
}

// Invariant: a column or table more or less leaves all others as they were.
TEST_CASE("adding and removing columns and tables leaves every other value as it was") {
  int compared = 0;
  for (std::uint64_t seed = 1; seed <= 1500; ++seed) {
    RandomTables tables = tables_of(seed);
    const std::string text = yaml(tables);
    std::mt19937_64 random(seed + 2);
    for (auto& table : tables)
      for (const char* name : {"a_first", "z_last"})
        if (random() % 2 == 0)
          table.columns.insert(
              table.columns.begin() + static_cast<std::ptrdiff_t>(random() % (table.columns.size() + 1)),
              {name, random() % 2 == 0 ? "type: integer, nullable: false" : "type: serial"});
    test::RandomTable further{"another", 10, {{"id", "type: serial"}, {"ref", "type: integer"}}, {"id"}, {}, {}};
    for (const auto& table : tables)
      if (table.primary_key.size() == 1 && further.keys.empty() &&
          table.columns[0].text.find("text") == std::string::npos &&
          std::none_of(table.columns.begin(), table.columns.end(), [&](const auto& c) {
            return c.name == table.primary_key[0] && c.text.find("text") != std::string::npos;
          }))
        further.keys.push_back("{columns: [ref], referenced_table: " + table.name + "}");
    tables.insert(tables.begin() + static_cast<std::ptrdiff_t>(random() % (tables.size() + 1)), further);
    const std::string more = yaml(tables);
    CAPTURE(seed, text, more);
    const Planned before(text, options_of(seed)), after(more, options_of(seed));
    if (!before.faults().empty() || !after.faults().empty()) continue;
    const auto columns = after.by_name();
    for (const auto& [name, values] : before.by_name()) {
      CAPTURE(name);
      REQUIRE(columns.at(name) == values);
    }
    ++compared;
  }
  CHECK(compared > 400);
}

// Invariant: a row's values are a function of its number: alone, in any batch, in any order, repeated.
TEST_CASE("any row computed alone, in another batch or another order is the same") {
  int compared = 0;
  for (std::uint64_t seed = 1; seed <= 400; ++seed) {
    const std::string text = yaml(tables_of(seed));
    CAPTURE(seed, text);
    const Planned planned(text, options_of(seed));
    if (!planned.faults().empty()) continue;
    std::mt19937_64 random(seed);
    for (std::size_t t = 0; t < planned.description().tables.size(); ++t) {
      const auto whole = planned.all(t);
      REQUIRE(planned.all(t, 1) == whole);
      REQUIRE(planned.all(t, 7) == whole);
      const std::uint64_t rows = planned.table(t).rows;
      if (rows == 0) continue;
      std::vector<std::uint64_t> order(rows + 3);
      for (auto& row : order) row = random() % rows;
      const auto picked = planned.rows(t, order);
      for (std::size_t c = 0; c < picked.size(); ++c)
        for (std::size_t i = 0; i < order.size(); ++i) REQUIRE(picked[c][i] == whole[c][order[i]]);
    }
    ++compared;
  }
  CHECK(compared > 100);
}

TEST_CASE("another seed gives other values") {
  const char* text = "tables: {t: {row_count: 50, columns: [{name: a, type: integer}, {name: b, type: integer}]}}";
  RunOptions other;
  other.seed = 1;
  const auto first = Planned(text).by_name(), second = Planned(text, other).by_name();
  CHECK(first.at("t.a") != second.at("t.a"));
  CHECK(first.at("t.a") != first.at("t.b"));
}

}  // namespace
}  // namespace datagen
