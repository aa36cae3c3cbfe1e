// From a written distribution to the draw that follows it.
#pragma once

#include <optional>
#include <string>

#include "plan/distribution_options.hpp"
#include "plan/value_units.hpp"
#include "program/distribution_draws.hpp"

namespace datagen {

// The positions [first, end) that min and max leave, as parts of units.  Nothing after a fault.
struct PositionRange {
  std::uint64_t first = 0, end = 0;
};
[[nodiscard]] std::optional<PositionRange> bounded_positions(const Distribution& distribution, const ValueUnits& units,
                                                             const std::string& subject, Diagnostics& diagnostics);

// The table of a normal, lognormal, exponential, poisson, zipf or histogram distribution over the positions of units.
// nullptr after a fault.
[[nodiscard]] BinTablePointer distribution_table(const Distribution& distribution, const ValueUnits& units,
                                                 const std::string& subject, Diagnostics& diagnostics);

}  // namespace datagen
