// Random small descriptions with keys, for plans over numbers_plugin().
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace datagen::test {

struct RandomColumn {
  std::string name, text;  // text: what follows the name in the description
};
struct RandomTable {
  std::string name;
  std::uint64_t rows = 0;
  std::vector<RandomColumn> columns;
  std::vector<std::string> primary_key;
  std::vector<std::string> sets, keys;  // unique constraints and foreign keys, as written

  [[nodiscard]] std::string yaml() const;
};
using RandomTables = std::vector<RandomTable>;

[[nodiscard]] std::string yaml(const RandomTables& tables);

// Tables that refer to each other, themselves and around in circles, with composite keys and overlapping unique sets.
[[nodiscard]] RandomTables random_tables(std::mt19937_64& random);
// One table without references, of up to four columns and one unique set.
[[nodiscard]] RandomTables random_single_set(std::mt19937_64& random);
// As in a database of several tenants: foreign keys that share a column.
[[nodiscard]] RandomTables random_tenants(std::mt19937_64& random);

}  // namespace datagen::test
