// Texts and names that break what is quoted or escaped carelessly.
#pragma once

#include <cstddef>
#include <random>
#include <string>

namespace datagen::test {

// Valid UTF-8 without NUL, of at most max_bytes: control characters, quotes, backslashes, what COPY, psql and SQL give
// a meaning, and code points of every plane.  May be empty.
[[nodiscard]] std::string random_text(std::mt19937_64& random, std::size_t max_bytes);

// An identifier of 1 to 63 bytes: the same, and keywords and words in capitals.
[[nodiscard]] std::string random_name(std::mt19937_64& random);

}  // namespace datagen::test
