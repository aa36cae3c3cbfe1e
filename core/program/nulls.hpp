// Which rows of a column are null: a random stream of its own, so that the values under it never shift.
#pragma once

#include <cstdint>
#include <span>

#include "datagen/random.h"
#include "program/column_data.hpp"
#include "program/groups.hpp"

namespace datagen {

struct NullRule {
  datagen_key key{};
  double fraction = 0;              // in [0, 1]
  bool first_row_too = false;       // row 0 is null (the root of a self reference)
  GroupsPointer first_of_groups{};  // or: the first row of each group is

  [[nodiscard]] bool any() const { return fraction > 0 || first_row_too || first_of_groups != nullptr; }
  [[nodiscard]] bool is_null(std::uint64_t row) const {
    return (fraction > 0 && datagen_unit(datagen_random_at(key, row)) < fraction) || (first_row_too && row == 0) ||
           (first_of_groups != nullptr && first_of_groups->position_of(row) == 0);
  }
};

// Writes column's own validity: null where source is (may be nullptr: nowhere) or where a rule says so.  Returns how
// many.
[[nodiscard]] std::int64_t apply_nulls(ColumnData& column, const std::uint8_t* source, std::span<const NullRule> rules,
                                       const std::uint64_t* rows, std::uint32_t n);

}  // namespace datagen
