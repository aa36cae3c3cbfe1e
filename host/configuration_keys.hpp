// The keys of the run configuration, one table: read by config_file.cpp, whose limits apply_layer.cpp checks for every
// layer, and written as a JSON Schema.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "datagen/core/keys.hpp"

namespace datagen::host {

struct ConfigurationKey {
  Key key;
  const char* value;  // in Layer::values; null: accepted, but nothing is left for it to do
};

[[nodiscard]] const std::vector<ConfigurationKey>& configuration_keys();
[[nodiscard]] const std::vector<ConfigurationKey>& writer_keys();  // under "writer"

[[nodiscard]] const Place& configuration_place();

// The whole numbers that a value of Layer::values may be.  It must be there, and be a whole number.
struct Limits {
  std::uint64_t least, most;
};
[[nodiscard]] Limits limits_of(std::string_view value);

}  // namespace datagen::host
