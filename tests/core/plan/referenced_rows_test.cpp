// Rows that foreign keys refer to, told by their draws.
#include <algorithm>
#include <random>

#include "datagen/core/rows.hpp"
#include "tests/core/plan/random_tables.hpp"
#include "tests/core/support/planned.hpp"
#include "tests/support/catch.hpp"

namespace datagen {
namespace {

using test::Planned;

// Invariant: where none of a key's cells is null, they are the referenced columns of the row that is told.
TEST_CASE("a foreign key's cells are those of the row that it is said to refer to") {
  int compared = 0;
  for (std::uint64_t seed = 1; seed <= 600; ++seed) {
    std::mt19937_64 random(seed);
    const std::string text = yaml(seed % 3 == 0 ? test::random_tenants(random) : test::random_tables(random));
    RunOptions options;
    options.seed = seed;
    options.default_null_fraction = seed % 5 == 0 ? 0.3 : 0;
    const Planned planned(text, options);
    if (!planned.faults().empty()) continue;
    CAPTURE(seed, text);
    for (std::size_t t = 0; t < planned.description().tables.size(); ++t) {
      const Table& table = planned.description().tables[t];
      const auto cells = planned.all(t);
      const auto rows = static_cast<std::uint32_t>(planned.plan().row_count(t));
      for (std::size_t k = 0; k < table.foreign_keys.size(); ++k) {
        const ForeignKey& key = table.foreign_keys[k];
        ReferencedRows referenced(planned.plan(), t, k);
        if (!referenced.known() || rows == 0 || planned.plan().row_count(key.referenced_table) == 0) continue;
        const auto parents = referenced.read(0, rows);
        const auto keys = planned.all(key.referenced_table);
        for (std::uint32_t row = 0; row < rows; ++row) {
          if (std::any_of(key.columns.begin(), key.columns.end(), [&](std::size_t c) { return !cells[c][row]; }))
            continue;
          for (std::size_t i = 0; i < key.columns.size(); ++i)
            REQUIRE(cells[key.columns[i]][row] == keys[key.referenced_columns[i]][parents[row]]);
          ++compared;
        }
      }
    }
  }
  CHECK(compared > 1000);
}

}  // namespace
}  // namespace datagen
