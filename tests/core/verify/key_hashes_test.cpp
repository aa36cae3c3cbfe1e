#include "verify/key_hashes.hpp"

#include <random>
#include <set>

#include "tests/support/catch.hpp"

namespace datagen {
namespace {

std::uint64_t hash(std::uint64_t value) {
  RowKey key;
  key.add(std::to_string(value));
  return key.hash();
}

}  // namespace

// Whatever the number of parts, they find together what one does alone.
TEST_CASE("Repeated keys are found in one part as in several") {
  std::mt19937_64 random(5);
  for (const std::uint64_t parts : {1, 2, 7}) {
    std::set<std::uint64_t> rows, wanted{150, 300};
    for (std::uint64_t part = 0; part < parts; ++part) {
      KeyHashes hashes(part, parts);
      for (std::uint64_t row = 0; row < 500; ++row) hashes.add(hash(row == 150 ? 3 : row == 300 ? 77 : row), row);
      hashes.sort();
      for (const auto& [first, second] : hashes.pairs(10)) {
        CHECK((first == 3 || first == 77));
        rows.insert(second);
      }
      for (std::uint64_t value = 0; value < 100; ++value)
        CHECK(hashes.contains(hash(value)) == (hash(value) % parts == part));
      CHECK_FALSE(hashes.contains(hash(1000)));
    }
    CHECK(rows == wanted);
  }
}

TEST_CASE("Keys whose values run together are different keys, and a null is no value") {
  const auto two = [](std::string_view a, std::string_view b) {
    RowKey key;
    key.add(a);
    key.add(b);
    return key.hash();
  };
  CHECK(two("ab", "c") != two("a", "bc"));
  RowKey null, empty;
  null.add_null();
  empty.add("");
  CHECK(null.hash() != empty.hash());
  CHECK(null.has_null());
}

}  // namespace datagen
