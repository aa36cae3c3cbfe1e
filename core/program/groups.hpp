// Rows in groups: an assignment of rows to groups that can be read both ways, in constant memory.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "program/divisor.hpp"
#include "program/draw.hpp"

namespace datagen {

// Row r of a table has the place p = permutation(r); its group is p modulo the number of groups, its position in the
// group the quotient.  So groups are as even in size as can be, and any member of any group can be named.  Immutable.
class Groups {
 public:
  // rows > 0, groups > 0.
  Groups(datagen_key key, std::uint64_t rows, std::uint64_t groups)
      : places_(key, rows), rows_(rows), groups_(groups) {}

  [[nodiscard]] std::uint64_t group_of(std::uint64_t row) const { return groups_.split(places_(row)).remainder; }
  [[nodiscard]] std::uint64_t position_of(std::uint64_t row) const { return groups_.split(places_(row)).quotient; }
  [[nodiscard]] std::uint64_t size(std::uint64_t group) const {
    return group < rows_ ? (rows_ - group - 1) / count() + 1 : 0;
  }
  [[nodiscard]] std::uint64_t member(std::uint64_t group, std::uint64_t position) const {
    return row(position * count() + group);
  }
  [[nodiscard]] std::uint64_t row(std::uint64_t place) const { return places_.inverse(place); }
  [[nodiscard]] std::uint64_t count() const { return groups_.value(); }
  [[nodiscard]] std::uint64_t filled() const { return rows_ < count() ? rows_ : count(); }  // groups that have members
  [[nodiscard]] std::uint64_t smallest() const { return rows_ / count(); }  // the least size among all groups
  [[nodiscard]] std::uint64_t largest() const { return (rows_ - 1) / count() + 1; }

 private:
  Permutation places_;
  std::uint64_t rows_;
  Divisor groups_;
};
using GroupsPointer = std::shared_ptr<const Groups>;

// The row's group.
[[nodiscard]] DrawPointer group_draw(GroupsPointer groups);
// Any member, evenly, of the group of other that has the same number as the row's own group.
[[nodiscard]] DrawPointer same_group_draw(datagen_key key, GroupsPointer own, GroupsPointer other);
// A member of the row's own group at an earlier position; the first of a group gets itself: a forest in each group.
[[nodiscard]] DrawPointer earlier_in_group_draw(datagen_key key, GroupsPointer own);
// As same_group_draw for several others at once, such that no two rows of a group get the same members of all of them:
// the draw of others[which].  Every own group must be no larger than the product of the others' group sizes.
[[nodiscard]] DrawPointer distinct_group_draw(datagen_key key, GroupsPointer own, std::vector<GroupsPointer> others,
                                              std::size_t which);

}  // namespace datagen
