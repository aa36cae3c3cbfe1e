// The entries of a dictionary-encoded column, encoded once per table.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace datagen::text {

/// Encoded entries in fixed slots of 32 bytes: copying one is a copy of constant size, and the length in the slot's
/// last byte says how much of it counts.  Entries that are too long for a slot lie in one string.  Immutable once
/// filled; then any number of threads.
class EncodedDictionary {
 public:
  static constexpr std::size_t kSlotSize = 32;
  static constexpr std::size_t kMaxShort = kSlotSize - 1;

  void reserve(std::size_t entries) { slots_.reserve(entries); }

  /// Appends the next entry, already escaped and quoted.
  void add(std::string_view encoded) {
    Slot slot{};
    if (encoded.size() <= kMaxShort) {
      std::memcpy(slot.bytes, encoded.data(), encoded.size());
      slot.bytes[kMaxShort] = static_cast<char>(encoded.size());
    } else {
      const std::uint64_t place[2] = {long_text_.size(), encoded.size()};
      std::memcpy(slot.bytes, place, sizeof place);
      slot.bytes[kMaxShort] = kLong;
      long_text_.append(encoded);
    }
    slots_.push_back(slot);
    if (encoded.size() > max_size_) max_size_ = encoded.size();
  }

  std::size_t size() const { return slots_.size(); }
  /// Bytes of the longest entry.
  std::size_t max_size() const { return max_size_; }

  /// Entry `index`, which must be below size().  Writes up to kSlotSize bytes beyond the returned end.
  char* write(char* out, std::int32_t index) const {
    const char* const slot = slots_[static_cast<std::size_t>(index)].bytes;
    const char size = slot[kMaxShort];
    if (size == kLong) [[unlikely]] {
      std::uint64_t place[2];
      std::memcpy(place, slot, sizeof place);
      std::memcpy(out, long_text_.data() + place[0], place[1]);
      return out + place[1];
    }
    std::memcpy(out, slot, kSlotSize);
    return out + static_cast<std::uint8_t>(size);
  }

 private:
  static constexpr char kLong = static_cast<char>(kSlotSize);
  struct alignas(kSlotSize) Slot {
    char bytes[kSlotSize];
  };
  std::vector<Slot> slots_;
  std::string long_text_;
  std::size_t max_size_ = 0;
};

}  // namespace datagen::text
