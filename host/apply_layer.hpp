// Settings from one of their sources.
#pragma once

#include "layer.hpp"
#include "settings.hpp"

namespace datagen::host {

// Puts the layer's values over those of the layers below.  Throws Error(layer.code) with every fault of the layer.
void apply(Settings& settings, const Layer& layer);

}  // namespace datagen::host
