// Copying text while escaping what a format cannot hold as it is.
//
// A rule says which bytes are special and how each is written:
//   kMaxGrowth          bytes that one byte of text may become
//   is_special(byte)    true for every byte that write() treats, and 0
//   special(block)      the same for sixteen bytes (a byte of 255 each)
//   write(out, byte)    writes a special byte, returns the new end; nullptr if it cannot be written
// A rule is passed as an object: functions that are not static know bytes that are chosen at run time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

#include "datagen/text/block.hpp"

namespace datagen::text {

/// One byte at a time: the meaning that the fast path has to keep.  Returns nullptr where the rule does.
template <class Rule>
char* escape_scalar(const Rule& rule, char* out, const char* text, std::size_t size) {
  for (std::size_t i = 0; i < size; ++i) {
    const std::uint8_t byte = static_cast<std::uint8_t>(text[i]);
    if (rule.is_special(byte)) {
      out = rule.write(out, byte);
      if (out == nullptr) return nullptr;
    } else {
      *out++ = text[i];
    }
  }
  return out;
}

#if DATAGEN_TEXT_BLOCKS
namespace detail {

// From a block that holds a special byte on; plain runs are still copied sixteen bytes at a time.
template <class Rule, class Search>
[[gnu::noinline]] char* escape_rest(const Rule& rule, char* out, const char* text, std::size_t size,
                                    const char* readable_end) {
  while (size > 0 && readable_end - text >= static_cast<std::ptrdiff_t>(kBlockSize)) {
    const std::size_t step = size < kBlockSize ? size : kBlockSize;
    const Block block = load_block(text);
    store_block(out, block);
    const std::size_t plain = Search::first(rule.special(block));
    if (plain >= step) {
      out += step;
      text += step;
      size -= step;
      continue;
    }
    out = rule.write(out + plain, static_cast<std::uint8_t>(text[plain]));
    if (out == nullptr) return nullptr;
    text += plain + 1;
    size -= plain + 1;
  }
  return escape_scalar(rule, out, text, size);
}

// Copies two blocks; whether one of the first `size` bytes is special.
template <class Rule, class Search>
[[gnu::always_inline]] inline bool copy_two_blocks(const Rule& rule, char* out, const char* text, std::size_t size) {
  const Block low = load_block(text), high = load_block(text + kBlockSize);
  store_block(out, low);
  store_block(out + kBlockSize, high);
  return Search::any(rule.special(low), rule.special(high), size);
}

// Text without special bytes, the usual case, depends on no search result: the next blocks are known at once.
template <class Rule, class Search>
[[gnu::always_inline]] inline char* escape_blocks(const Rule& rule, char* out, const char* text, std::size_t size,
                                                  const char* readable_end) {
  constexpr std::size_t kStep = 2 * kBlockSize;
  while (size > kStep) {
    if (copy_two_blocks<Rule, Search>(rule, out, text, kStep)) [[unlikely]] {
      return escape_rest<Rule, Search>(rule, out, text, size, readable_end);
    }
    out += kStep;
    text += kStep;
    size -= kStep;
  }
  if (readable_end - text < static_cast<std::ptrdiff_t>(kStep) || copy_two_blocks<Rule, Search>(rule, out, text, size))
      [[unlikely]] {
    return escape_rest<Rule, Search>(rule, out, text, size, readable_end);
  }
  return out + size;
}

}  // namespace detail
#endif

/// text[0, size) escaped; nullptr where the rule cannot write a byte.  [text, readable_end) may be read: give the end
/// of the column's whole buffer, so that short values need no loop over bytes.  At most size * Rule::kMaxGrowth bytes.
template <class Rule>
inline char* escape(const Rule& rule, char* out, const char* text, std::size_t size, const char* readable_end) {
#if DATAGEN_TEXT_BLOCKS
  return detail::escape_blocks<Rule, NativeSearch>(rule, out, text, size, readable_end);
#else
  static_cast<void>(readable_end);
  return escape_scalar(rule, out, text, size);
#endif
}

/// text[0, size) as it is, or nullptr where it holds a byte that the rule treats; what was written then is nobody's.
template <class Rule>
inline char* copy_plain(const Rule& rule, char* out, const char* text, std::size_t size, const char* readable_end) {
#if DATAGEN_TEXT_BLOCKS
  constexpr std::size_t kStep = 2 * kBlockSize;
  while (size > kStep) {
    if (detail::copy_two_blocks<Rule, NativeSearch>(rule, out, text, kStep)) [[unlikely]]
      return nullptr;
    out += kStep;
    text += kStep;
    size -= kStep;
  }
  if (readable_end - text >= static_cast<std::ptrdiff_t>(kStep)) [[likely]] {
    return detail::copy_two_blocks<Rule, NativeSearch>(rule, out, text, size) ? nullptr : out + size;
  }
#else
  static_cast<void>(readable_end);
#endif
  for (std::size_t i = 0; i < size; ++i) {
    if (rule.is_special(static_cast<std::uint8_t>(text[i]))) return nullptr;
    out[i] = text[i];
  }
  return out + size;
}

}  // namespace datagen::text
