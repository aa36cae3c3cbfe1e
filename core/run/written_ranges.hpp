// Which rows of each table a run writes.
#pragma once

#include <vector>

#include "plan/planner.hpp"
#include "run/row_range.hpp"

namespace datagen {

// For each table of the description; empty where the run leaves the table out.  Where it writes a shard, the writer is
// asked for the table's row alignment.  Throws Error when there is no such writer, or it refuses.
[[nodiscard]] std::vector<RowRange> written_ranges(const Plan::Impl& plan);

}  // namespace datagen
