// Random documents, and writers that put one document into each of the three forms.
#pragma once

#include <cstdint>
#include <random>
#include <string>

#include "datagen/core/document.hpp"

namespace datagen::test {

// Without null, which TOML has not; strings of all planes but control characters.  At most depth levels.
[[nodiscard]] Node random_document(std::mt19937_64& random, int depth);

[[nodiscard]] std::string write_json(const Node& node, std::mt19937_64& random);
[[nodiscard]] std::string write_toml(const Node& root, std::mt19937_64& random);
[[nodiscard]] std::string write_yaml(const Node& root, std::mt19937_64& random);

}  // namespace datagen::test
