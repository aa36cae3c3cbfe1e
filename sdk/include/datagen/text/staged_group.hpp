// The words that a group of a column's rows becomes (staging.hpp makes them).
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>

namespace datagen::text {

/// The words are put together from their lowest bytes on.
inline constexpr bool kCanStage = std::endian::native == std::endian::little;

/// Rows of a group.
inline constexpr std::size_t kGroupRows = 64;

/// A group's text: of row i the word first[i], from its `place` on the word second[i], of the pair `size` bytes
/// altogether; size 0 marks a row that has to be written by itself.
struct alignas(64) StagedPairs {
  std::uint64_t first[kGroupRows];
  std::uint64_t second[kGroupRows];
  struct Extent {
    std::uint16_t place;
    std::uint16_t size;
  };
  Extent extent[kGroupRows];
};

/// A group's timestamps, "YYYY-MM-", "DD hh:mm" and ":ss" of each row; the last is 0 for a row that has to be written
/// by itself.
struct alignas(64) StagedTimestamps {
  std::uint64_t first[kGroupRows];
  std::uint64_t second[kGroupRows];
  std::uint32_t third[kGroupRows];
};

/// What surrounds the values: at most eight bytes with the quotes, and a value of a pair.
struct Frame {
  char quote;               // before a date or time, and, as part of the tail, after it; 0: none
  std::uint32_t tail_size;  // at most 4
  std::uint64_t tail;       // the bytes after a value, the lowest first
};

namespace detail {

// What the words are made from: unsigned numbers below the bound of their kind, 0 where `fits` is 0.
struct alignas(64) Staged {
  std::uint32_t value[kGroupRows];
  std::uint32_t clock[kGroupRows];  // of timestamps: the second of the day
  std::uint32_t fits[kGroupRows];   // all bits, or none
};

}  // namespace detail

}  // namespace datagen::text
