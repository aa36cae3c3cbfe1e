#include "verify/key_hashes.hpp"

#include <xxhash.h>

#include <algorithm>

namespace datagen {

std::uint64_t RowKey::hash() const { return XXH3_64bits(bytes_.data(), bytes_.size()); }

void KeyHashes::sort() {
  std::sort(entries_.begin(), entries_.end(),
            [](const Entry& a, const Entry& b) { return a.hash != b.hash ? a.hash < b.hash : a.row < b.row; });
}

std::vector<std::pair<std::uint64_t, std::uint64_t>> KeyHashes::pairs(std::size_t most) const {
  std::vector<std::pair<std::uint64_t, std::uint64_t>> result;
  for (std::size_t i = 1; i < entries_.size() && result.size() < most; ++i) {
    if (entries_[i - 1].hash == entries_[i].hash) result.emplace_back(entries_[i - 1].row, entries_[i].row);
  }
  return result;
}

bool KeyHashes::contains(std::uint64_t hash) const {
  if (hash % parts_ != part_) return false;
  const auto found = std::lower_bound(entries_.begin(), entries_.end(), hash,
                                      [](const Entry& entry, std::uint64_t wanted) { return entry.hash < wanted; });
  return found != entries_.end() && found->hash == hash;
}

}  // namespace datagen
