// The range of values of a column that has a distribution and no generator.
#pragma once

#include <cstdint>
#include <string>

#include "datagen/core/types.hpp"
#include "plan/distribution_options.hpp"

namespace datagen {

// The generator of the type's family, with its options: the distribution's own bounds, else such that what lies within
// 4 standard deviations of the mean fits, within the type; where the distribution says neither, the generator's
// defaults.
// "" for types that are no numbers or times.  now: microseconds.
[[nodiscard]] std::string default_range(const SqlType& type, const Distribution& distribution, std::int64_t now,
                                        Node& config);

}  // namespace datagen
