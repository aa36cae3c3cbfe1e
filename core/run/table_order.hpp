// The order in which tables are written: referenced tables first, so that rows can also be loaded into a database whose
// foreign keys are in place; in the description's order where references leave a choice, or form a cycle.
#pragma once

#include <cstddef>
#include <vector>

#include "datagen/core/description.hpp"

namespace datagen {

[[nodiscard]] std::vector<std::size_t> table_order(const Description& description);

}  // namespace datagen
