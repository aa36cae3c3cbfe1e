// Draws that follow a distribution.
#pragma once

#include <cstdint>
#include <memory>

#include "program/draw.hpp"
#include "program/parent_counts.hpp"
#include "program/permutation.hpp"
#include "program/probability_law.hpp"

namespace datagen {

// By the table's probabilities.  law and count: what it tells of itself.
[[nodiscard]] DrawPointer binned_draw(datagen_key key, BinTablePointer table, std::string law = "by a distribution",
                                      std::uint64_t count = 0);
// inner's ordinals below count, each sent to another place: likely ones no longer lie side by side.
[[nodiscard]] DrawPointer scattered_draw(DrawPointer inner, datagen_key key, std::uint64_t count);
// inner's ordinals below count as shares of the rows before each row; row 0 gets 0: a forest.
[[nodiscard]] DrawPointer earlier_share_draw(DrawPointer inner, std::uint64_t count);
// Row r gets its parent.  clustered: the rows of a parent are adjacent; else they are scattered over all rows by key.
[[nodiscard]] DrawPointer per_parent_draw(datagen_key key, std::shared_ptr<const ParentCounts> counts, bool clustered);

}  // namespace datagen
