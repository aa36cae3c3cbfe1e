// Settings from environment variables.
#pragma once

#include <span>

#include "layer.hpp"

namespace datagen::host {

struct EnvironmentVariable {
  const char* name;  // "DATAGEN_SEED"
  const char* key;   // that it sets, in Layer::values
};

// Those that set what configuration keys set; the later of two for one key wins.
[[nodiscard]] std::span<const EnvironmentVariable> environment_variables();

// Every one of them that is not empty.  Names that look like a slip are warned of.
[[nodiscard]] Layer environment_layer(Diagnostics& diagnostics);

}  // namespace datagen::host
