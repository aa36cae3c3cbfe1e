// What holds for any text taken as a pattern: it is refused, or each numbered string is valid UTF-8 within the length,
// and neighbouring ordinals give distinct strings.  Aborts otherwise.
#pragma once

#include <cstddef>
#include <cstdint>

namespace datagen::fuzz {

/// The first byte gives the column's length, 1 to 32; the rest is the pattern.
void check_pattern(const std::uint8_t* data, std::size_t size);

}  // namespace datagen::fuzz
