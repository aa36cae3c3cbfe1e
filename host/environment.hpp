// Settings from environment variables.
#pragma once

#include "layer.hpp"

namespace datagen::host {

// Every DATAGEN_* variable that means a setting and is not empty.
[[nodiscard]] Layer environment_layer();

}  // namespace datagen::host
