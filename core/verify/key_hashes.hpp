// Finds keys that two rows have, by their hashes: all of them, or those of one part of the hashes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace datagen {

// A row's key, made of its values one by one.
class RowKey {
 public:
  void clear() {
    bytes_.clear();
    null_ = false;
  }
  void add(std::string_view text) {
    const std::uint64_t size = text.size();
    bytes_.append(reinterpret_cast<const char*>(&size), sizeof size).append(text);
  }
  void add_null() {
    bytes_.append(sizeof(std::uint64_t), '\xff');
    null_ = true;
  }
  [[nodiscard]] bool has_null() const { return null_; }
  [[nodiscard]] const std::string& bytes() const { return bytes_; }
  [[nodiscard]] std::uint64_t hash() const;

 private:
  std::string bytes_;
  bool null_ = false;
};

class KeyHashes {
 public:
  struct Entry {
    std::uint64_t hash, row;
  };
  static constexpr std::uint64_t bytes_of_key = sizeof(Entry);

  // Keeps hashes whose remainder by `parts` is `part`.
  KeyHashes(std::uint64_t part, std::uint64_t parts) : part_(part), parts_(parts) {}
  void reserve(std::uint64_t keys) { entries_.reserve(keys); }

  void add(std::uint64_t hash, std::uint64_t row) {
    if (parts_ == 1 || hash % parts_ == part_) entries_.push_back({hash, row});
  }
  // Sorts, after which nothing more is added.
  void sort();
  // Rows next to each other that have one hash.  After sort().
  [[nodiscard]] std::vector<std::pair<std::uint64_t, std::uint64_t>> pairs(std::size_t most) const;
  // Of a hash of this part.  After sort().
  [[nodiscard]] bool contains(std::uint64_t hash) const;

 private:
  std::uint64_t part_, parts_;
  std::vector<Entry> entries_;
};

}  // namespace datagen
