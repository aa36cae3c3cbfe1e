// Every key holds by construction: what a plan makes is checked against the description, with no database.
#include <algorithm>
#include <functional>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "datagen/core/error.hpp"
#include "tests/core/plan/random_tables.hpp"
#include "tests/core/support/planned.hpp"
#include "tests/support/catch.hpp"

namespace datagen {
namespace {

using test::Cell;
using test::Planned;
using test::RandomTables;
using Data = std::vector<std::vector<test::Column>>;

std::vector<Cell> tuple_of(const std::vector<test::Column>& table, const std::vector<std::size_t>& columns,
                           std::size_t row) {
  std::vector<Cell> tuple;
  for (const std::size_t c : columns) tuple.push_back(table[c][row]);
  return tuple;
}
bool any_null(const std::vector<Cell>& tuple) {
  return std::any_of(tuple.begin(), tuple.end(), [](const Cell& cell) { return !cell; });
}

// What is wrong with the data, by the rules of SQL (MATCH SIMPLE, NULLS DISTINCT unless said); empty if nothing is.
std::string broken(const Description& description, const Data& data) {
  for (std::size_t t = 0; t < data.size(); ++t) {
    const Table& table = description.tables[t];
    const std::size_t rows = data[t][0].size();
    for (std::size_t c = 0; c < table.columns.size(); ++c)
      if (table.columns[c].not_null)
        for (std::size_t r = 0; r < rows; ++r)
          if (!data[t][c][r]) return "null in " + column_subject(table, c);
    for (const UniqueSet& set : table.unique_sets) {
      std::set<std::vector<Cell>> seen;
      for (std::size_t r = 0; r < rows; ++r) {
        const auto tuple = tuple_of(data[t], set.columns, r);
        if (any_null(tuple) && !set.nulls_not_distinct) continue;
        if (!seen.insert(tuple).second)
          return "repeated row " + std::to_string(r) + " in a unique set of " + table.name + " that begins with " +
                 table.columns[set.columns[0]].name;
      }
    }
    for (const ForeignKey& key : table.foreign_keys) {
      std::set<std::vector<Cell>> there;
      const auto& referenced = data[key.referenced_table];
      for (std::size_t r = 0; r < referenced[0].size(); ++r)
        there.insert(tuple_of(referenced, key.referenced_columns, r));
      for (std::size_t r = 0; r < rows; ++r) {
        const auto tuple = tuple_of(data[t], key.columns, r);
        if (!any_null(tuple) && !there.contains(tuple))
          return "row " + std::to_string(r) + " of " + table.name + " refers to nothing";
      }
    }
  }
  return {};
}

Data all_data(const Planned& planned) {
  Data data;
  for (std::size_t t = 0; t < planned.description().tables.size(); ++t) data.push_back(planned.all(t));
  return data;
}

struct Tally {
  int planned = 0, refused = 0;
};

void check_random(RandomTables (*make)(std::mt19937_64&), std::uint64_t first_seed, int count, Tally& tally) {
  for (std::uint64_t seed = first_seed; seed < first_seed + static_cast<std::uint64_t>(count); ++seed) {
    std::mt19937_64 random(seed);
    const std::string text = yaml(make(random));
    RunOptions options;
    options.seed = seed;
    if (random() % 4 == 0) options.default_null_fraction = 0.3;
    CAPTURE(seed, options.default_null_fraction, text);
    const Planned planned(text, options);
    if (!planned.faults().empty()) {
      ++tally.refused;
      for (const Fault& fault : planned.faults()) REQUIRE(!fault.message.empty());
      continue;
    }
    ++tally.planned;
    REQUIRE(broken(planned.description(), all_data(planned)) == "");
  }
}

// Invariant: a plan that is not refused makes data in which every primary key, unique set, foreign key and NOT NULL
// holds.
TEST_CASE("every key of random tables holds, or the plan is refused") {
  Tally tally;
  check_random(&test::random_tables, 1, 4000, tally);
  CHECK(tally.planned > 1000);
  CHECK(tally.refused > 300);
}

TEST_CASE("every key of tables that share a tenant holds, or the plan is refused") {
  Tally tally;
  check_random(&test::random_tenants, 1, 1500, tally);
  CHECK(tally.planned > 500);
}

std::uint64_t count_of(const Description& description, std::size_t c) {
  return static_cast<std::uint64_t>(description.tables[0].columns[c].generator_config->find("count")->integer);
}

// Invariant: one unique set is refused exactly if its columns have fewer combinations than there are rows, which are
// counted here one by one.
TEST_CASE("one unique set is refused only where it is impossible") {
  int refused = 0;
  for (std::uint64_t seed = 1; seed <= 3000; ++seed) {
    std::mt19937_64 random(seed);
    const std::string text = yaml(test::random_single_set(random));
    CAPTURE(seed, text);
    const Planned planned(text);
    const Table& table = planned.description().tables[0];
    const UniqueSet& set = table.unique_sets[0];
    std::uint64_t combinations = 0;
    std::vector<std::uint64_t> digits(set.columns.size(), 0);
    for (bool more = true; more; ++combinations) {
      more = false;
      for (std::size_t i = 0; i < digits.size() && !more; ++i) {
        more = ++digits[i] < count_of(planned.description(), set.columns[i]);
        if (!more) digits[i] = 0;
      }
    }
    const bool possible = combinations >= *table.row_count || *table.row_count <= 1;
    REQUIRE(planned.faults().empty() == possible);
    refused += !possible;
    if (possible) REQUIRE(broken(planned.description(), all_data(planned)) == "");
    if (!possible)
      REQUIRE_THAT(planned.fault_text(), Catch::Contains("there are only " + std::to_string(combinations)));
  }
  CHECK(refused > 300);
}

// Invariant: several sets are refused only if no way of dividing the columns into groups puts a group with enough
// combinations into each set, which is tried here for every division.
TEST_CASE("several unique sets are refused only where no division of their columns would do") {
  int refused = 0;
  for (std::uint64_t seed = 1; seed <= 3000; ++seed) {
    std::mt19937_64 random(seed);
    const std::size_t n = 2 + random() % 4;
    const std::uint64_t rows = 2 + random() % 30;
    std::vector<std::uint64_t> counts(n);
    std::string text = "tables:\n  t:\n    row_count: " + std::to_string(rows) + "\n    columns:\n";
    for (std::size_t c = 0; c < n; ++c) {
      counts[c] = 1 + random() % (random() % 3 == 0 ? 40 : 7);
      text += "      - {name: c" + std::to_string(c) +
              ", type: integer, generator: numbers, generator_config: {count: " + std::to_string(counts[c]) + "}}\n";
    }
    text += "    unique_constraints:\n";
    std::vector<std::uint32_t> sets;
    for (std::uint64_t s = 2 + random() % 2; s > 0; --s) {
      const auto set = static_cast<std::uint32_t>(1 + random() % ((1u << n) - 1));
      if (std::find(sets.begin(), sets.end(), set) != sets.end()) continue;
      sets.push_back(set);
      std::string names;
      for (std::size_t c = 0; c < n; ++c)
        if ((set >> c & 1) != 0) names += (names.empty() ? "c" : ", c") + std::to_string(c);
      text += "      - {columns: [" + names + "]}\n";
    }
    CAPTURE(seed, text);
    const Planned planned(text);
    bool possible = false;
    std::vector<std::size_t> group(n, 0);
    std::function<void(std::size_t)> divide = [&](std::size_t c) {
      if (possible) return;
      if (c < n) {
        for (group[c] = 0; group[c] <= c; ++group[c]) divide(c + 1);
        return;
      }
      possible = std::all_of(sets.begin(), sets.end(), [&](std::uint32_t set) {
        for (std::size_t g = 0; g < n; ++g) {
          std::uint64_t product = 1;
          bool inside = true;
          for (std::size_t i = 0; i < n; ++i)
            if (group[i] == g) {
              product *= counts[i];
              inside = inside && (set >> i & 1) != 0;
            }
          if (inside && product >= rows) return true;
        }
        return false;
      });
    };
    divide(0);
    REQUIRE(planned.faults().empty() == possible);
    refused += !possible;
    if (possible) REQUIRE(broken(planned.description(), all_data(planned)) == "");
  }
  CHECK(refused > 300);
}

}  // namespace
}  // namespace datagen
