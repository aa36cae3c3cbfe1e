#include "program/groups.hpp"

#include <utility>

#include "program/row_draw.hpp"

namespace datagen {

DrawPointer group_draw(GroupsPointer groups) {
  const std::uint64_t count = groups->count();
  return row_draw("in groups", count,
                  [groups = std::move(groups)](std::uint64_t row) { return groups->group_of(row); });
}

DrawPointer same_group_draw(datagen_key key, GroupsPointer own, GroupsPointer other) {
  return row_draw("evenly, in the same group", 0,
                  [key, own = std::move(own), other = std::move(other)](std::uint64_t row) {
                    std::uint64_t group = own->group_of(row);
                    return other->member(group, datagen_scale(datagen_random_at(key, row), other->size(group)));
                  });
}

DrawPointer earlier_in_group_draw(datagen_key key, GroupsPointer own) {
  return row_draw("evenly, of earlier rows of the same group", 0, [key, own = std::move(own)](std::uint64_t row) {
    std::uint64_t position = own->position_of(row);
    return own->member(own->group_of(row), datagen_scale(datagen_random_at(key, row), position));
  });
}

DrawPointer distinct_group_draw(datagen_key key, GroupsPointer own, std::vector<GroupsPointer> others,
                                std::size_t which) {
  return row_draw("in the same group, no combination twice", 0,
                  [key, own = std::move(own), others = std::move(others), which](std::uint64_t row) {
                    // Beyond 2^62 combinations the rest are left unused.
                    static constexpr std::uint64_t most = std::uint64_t{1} << 62;
                    std::uint64_t group = own->group_of(row), product = 1;
                    for (const GroupsPointer& other : others)
                      product = product > most / other->size(group) ? most : product * other->size(group);
                    std::uint64_t number =
                        Permutation(datagen_draw_key(key, group + 1), product)(own->position_of(row));
                    for (std::size_t i = 0; i < which; ++i) number /= others[i]->size(group);
                    return others[which]->member(group, number % others[which]->size(group));
                  });
}

}  // namespace datagen
