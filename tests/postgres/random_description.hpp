// Random descriptions: any types, keys, references (composite, self, cyclic, shared columns) and row counts.
#pragma once

#include <cstdint>

#include "tests/postgres/program.hpp"

namespace datagen::test {

[[nodiscard]] Json random_description(std::uint64_t seed);

}  // namespace datagen::test
