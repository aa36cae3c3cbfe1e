// Keys of random streams.  A key depends on the seed and on names only, never on positions: adding, removing or
// reordering columns and tables leaves the other streams as they are.
#pragma once

#include <cstdint>
#include <string_view>

#include "datagen/random.h"

namespace datagen {

// XXH3-128 (xxHash 0.8) of the bytes: seed as 8 little-endian bytes, table, 0, column, 0, purpose.  Names hold no NUL.
[[nodiscard]] datagen_key derive_key(std::uint64_t seed, std::string_view table, std::string_view column,
                                     std::string_view purpose);

}  // namespace datagen
