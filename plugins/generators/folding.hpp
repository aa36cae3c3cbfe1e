// Names in the lower-case ASCII letters of an e-mail address.
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace datagen::generators {

namespace detail {

// Letters of a word, a byte each, in lower case; nothing_but_letters is then set for each byte that is one.
inline std::uint64_t lower_letters(std::uint64_t bytes, std::uint64_t& nothing_but_letters) {
  constexpr std::uint64_t kEach = 0x0101010101010101u;
  const std::uint64_t lower = bytes | 0x20 * kEach;
  const std::uint64_t from_a = lower + 0x1f * kEach, after_z = lower + 0x05 * kEach;
  nothing_but_letters &= from_a & ~after_z & ~bytes;
  return lower;
}

char* fold_by_character(char* out, std::string_view name);

}  // namespace detail

/// Lower-case ASCII letters of a name: "Zoë O'Neill" gives "zoeoneill".  Characters without a Latin base are dropped.
/// Writes at most name.size() bytes; returns the end.
inline char* fold(char* out, std::string_view name) {
  constexpr std::uint64_t kHighBits = 0x8080808080808080u;
  const std::size_t size = name.size();
  std::uint64_t letters = kHighBits;
  if (size >= 8 && size <= 16) {
    std::uint64_t head, tail;
    std::memcpy(&head, name.data(), 8);
    std::memcpy(&tail, name.data() + size - 8, 8);
    head = detail::lower_letters(head, letters);
    tail = detail::lower_letters(tail, letters);
    if ((letters & kHighBits) == kHighBits) {
      std::memcpy(out, &head, 8);
      std::memcpy(out + size - 8, &tail, 8);
      return out + size;
    }
  } else if (size >= 4 && size < 8) {
    std::uint32_t head, tail;
    std::memcpy(&head, name.data(), 4);
    std::memcpy(&tail, name.data() + size - 4, 4);
    const std::uint64_t lower = detail::lower_letters(static_cast<std::uint64_t>(tail) << 32 | head, letters);
    if ((letters & kHighBits) == kHighBits) {
      head = static_cast<std::uint32_t>(lower);
      tail = static_cast<std::uint32_t>(lower >> 32);
      std::memcpy(out, &head, 4);
      std::memcpy(out + size - 4, &tail, 4);
      return out + size;
    }
  }
  return detail::fold_by_character(out, name);
}

/// Each word folded, with dots between: "Dr. Ana María López" gives "dr.ana.maria.lopez".  At most text.size() bytes.
char* fold_words(char* out, std::string_view text);

std::string folded(std::string_view name);

}  // namespace datagen::generators
