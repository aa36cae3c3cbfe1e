// How much to try where sanitizers make everything about ten times as slow.
#pragma once

#include <cstddef>

namespace datagen::test {

// Whether what is tested is built with a sanitizer: memory use and speed mean nothing, and fewer cases will do.
#if defined(DATAGEN_SANITIZED)
inline constexpr bool sanitized = true;
#else
inline constexpr bool sanitized = false;
#endif

// How many cases to try where n are tried without sanitizers.
constexpr std::size_t cases(std::size_t n) { return sanitized ? n / 5 + 1 : n; }

// Whether case i of a list is tried: with sanitizers every fifth.
constexpr bool is_tried(std::size_t i) { return !sanitized || i % 5 == 0; }

}  // namespace datagen::test
