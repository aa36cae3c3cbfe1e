// Sixteen bytes at a time, by the compiler's vector types; SSE2 is used where the target has it, and a target without
// either takes the scalar paths of the callers.  All give the same bytes.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#if (defined(__GNUC__) || defined(__clang__)) && defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
#define DATAGEN_TEXT_BLOCKS 1
#else
#define DATAGEN_TEXT_BLOCKS 0
#endif

namespace datagen::text {

inline constexpr std::size_t kBlockSize = 16;

#if DATAGEN_TEXT_BLOCKS
typedef std::uint8_t Block __attribute__((vector_size(16)));
typedef std::uint64_t BlockHalves __attribute__((vector_size(16)));

inline Block load_block(const void* from) {
  Block block;
  std::memcpy(&block, from, sizeof block);
  return block;
}

inline void store_block(void* to, Block block) { std::memcpy(to, &block, sizeof block); }

/// Of masks whose bytes are 0 or 255.  first: the index of the first 255, or 16.  any: whether there is one among the
/// first `size` bytes of two masks, at most 32.  bits: one for each byte, the first byte's the lowest.
struct PortableSearch {
  template <class Mask>
  static bool any(Mask low, Mask high, std::size_t size) {
    const std::size_t place = first(low);
    return (place < kBlockSize ? place : place + first(high)) < size;
  }
  template <class Mask>
  static std::size_t first(Mask mask) {
    const BlockHalves halves = reinterpret_cast<BlockHalves>(mask);
    if (halves[0] != 0) return static_cast<std::size_t>(std::countr_zero(halves[0])) / 8;
    return 8 + static_cast<std::size_t>(std::countr_zero(halves[1])) / 8;
  }
  template <class Mask>
  static std::uint64_t bits(Mask mask) {
    std::uint64_t result = 0;
    for (std::size_t i = 0; i < kBlockSize; ++i) result |= std::uint64_t{mask[i] != 0} << i;
    return result;
  }
};

#if defined(__SSE2__)
struct Sse2Search {
  template <class Mask>
  static bool any(Mask low, Mask high, std::size_t size) {
    const std::uint64_t both = bits(low) | bits(high) << kBlockSize;
    return (both & ((std::uint64_t{1} << size) - 1)) != 0;
  }
  template <class Mask>
  static std::size_t first(Mask mask) {
    return static_cast<std::size_t>(std::countr_zero(bits(mask) | 0x10000u));
  }
  template <class Mask>
  static std::uint64_t bits(Mask mask) {
    return static_cast<std::uint32_t>(_mm_movemask_epi8(reinterpret_cast<__m128i>(mask)));
  }
};
using NativeSearch = Sse2Search;
#else
using NativeSearch = PortableSearch;
#endif
#endif  // DATAGEN_TEXT_BLOCKS

}  // namespace datagen::text
