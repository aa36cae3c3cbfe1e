// Settings from one of their sources.
#pragma once

#include "layer.hpp"
#include "settings.hpp"

namespace datagen::host {

// Puts the layer's values over those of the layers below; every fault of the layer goes to diagnostics.
void apply(Settings& settings, const Layer& layer, Diagnostics& diagnostics);

}  // namespace datagen::host
