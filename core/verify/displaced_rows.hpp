// Rows of a dump that do not stand in row order, as in pg_dump's output: a server puts a row wherever a page has room.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "datagen/core/error.hpp"

namespace datagen {

// A row by its values' spellings.  128 bits, so that rows of one hash are one row.
struct RowHash {
  std::uint64_t low = 0, high = 0;
  bool operator==(const RowHash&) const = default;
};
[[nodiscard]] RowHash row_hash(std::string_view spellings);

// Rows that came before their place, and rows whose place was passed before they came.  Memory is a bounded number of
// both.
class DisplacedRows {
  struct Hasher {
    std::size_t operator()(const RowHash& hash) const { return static_cast<std::size_t>(hash.low); }
  };

 public:
  static constexpr std::size_t most = std::size_t{1} << 18;

  // A row of the dump that is not expected here.
  void came(const RowHash& hash, const Location& place) { early_.emplace(hash, place); }
  // A row of the table whose place is passed.
  void passed(const RowHash& hash, std::uint64_t row) { late_.emplace(hash, row); }
  // Whether it came, or was passed; then it is settled.
  bool settle_early(const RowHash& hash) { return take(early_, hash); }
  bool settle_late(const RowHash& hash) { return take(late_, hash); }

  [[nodiscard]] bool none_early() const { return early_.empty(); }
  [[nodiscard]] bool full() const { return early_.size() + late_.size() >= most; }
  // What is not settled: places of rows that are none of the table's, and rows that did not come.
  [[nodiscard]] const std::unordered_multimap<RowHash, Location, Hasher>& early() const { return early_; }
  [[nodiscard]] const std::unordered_multimap<RowHash, std::uint64_t, Hasher>& late() const { return late_; }

 private:
  template <typename Map>
  static bool take(Map& map, const RowHash& hash) {
    const auto found = map.find(hash);
    if (found == map.end()) return false;
    map.erase(found);
    return true;
  }

  std::unordered_multimap<RowHash, Location, Hasher> early_;
  std::unordered_multimap<RowHash, std::uint64_t, Hasher> late_;
};

}  // namespace datagen
