// Which rows refer to a row: the draw of a foreign key, read backwards.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>

#include "program/groups.hpp"
#include "program/parent_counts.hpp"
#include "program/permutation.hpp"

namespace datagen {

// Every child row has a place; the children of a parent have evenly spaced places.  Constant memory.  Immutable; any
// number of threads.
class ChildRows {
 public:
  struct Places {
    std::uint64_t first = 0, step = 1, count = 0;
  };
  virtual ~ChildRows() = default;
  // Of the rows that draw the parent, nulls not considered.
  [[nodiscard]] virtual Places places(std::uint64_t parent) const = 0;
  // The row at a place.
  [[nodiscard]] virtual std::uint64_t row(std::uint64_t place) const = 0;
  // Bounds of count over all parents.
  [[nodiscard]] virtual std::uint64_t least() const = 0;
  [[nodiscard]] virtual std::uint64_t most() const = 0;
};
using ChildRowsPointer = std::shared_ptr<const ChildRows>;

// Of per_parent_draw with the same arguments.
[[nodiscard]] ChildRowsPointer per_parent_children(datagen_key key, std::shared_ptr<const ParentCounts> counts,
                                                   bool clustered);
// Of sequential_draw(count) for rows [0, rows), shifted by first.
[[nodiscard]] ChildRowsPointer sequential_children(std::uint64_t rows, std::uint64_t count, std::uint64_t first);
// Of unique_draw(key, count) for rows [0, rows).
[[nodiscard]] ChildRowsPointer unique_children(datagen_key key, std::uint64_t count, std::uint64_t rows);
// Of group_draw(groups): parents are groups.
[[nodiscard]] ChildRowsPointer group_children(GroupsPointer groups);

}  // namespace datagen
