// How many children each parent has: counts between two bounds with an exact sum, computed for any row alone.
#pragma once

#include <cstdint>

#include "datagen/random.h"

namespace datagen {

// Parents [0, parents) share rows [0, rows), each getting between minimum and maximum of them.  A binary tree over the
// parents divides the rows: at each node a seeded draw, within what the bounds leave possible, says how many of its
// rows the left half gets.  So any row finds its parent in as many steps as the tree is deep, and nothing is stored.
// The counts come close to even draws from minimum to maximum under the condition that they sum up to rows: for two
// parents exactly; for more, a split has the mean and variance that it would have then, and the shape of a normal draw.
// Only exact arithmetic (integers; +, -, *, / and square roots of doubles) decides.  Immutable; any number of threads.
class ParentCounts {
 public:
  // parents > 0 and parents * minimum <= rows <= parents * maximum.
  ParentCounts(datagen_key key, std::uint64_t parents, std::uint64_t rows, std::uint64_t minimum,
               std::uint64_t maximum);

  // Never decreases from row to row: the children of a parent are adjacent.
  [[nodiscard]] std::uint64_t parent_of(std::uint64_t row) const;
  // The children of a parent below parents().
  struct Children {
    std::uint64_t first = 0, count = 0;
  };
  [[nodiscard]] Children children_of(std::uint64_t parent) const;
  [[nodiscard]] std::uint64_t parents() const { return parents_; }
  [[nodiscard]] std::uint64_t minimum() const { return minimum_; }
  [[nodiscard]] std::uint64_t maximum() const { return minimum_ + span_; }  // at most rows()
  [[nodiscard]] std::uint64_t rows() const { return rows_; }

 private:
  struct Node {  // size parents from parent on, whose rows begin at row and are extra more than the minimum
    std::uint64_t parent = 0, size = 0, row = 0, extra = 0;
  };
  template <typename ToLeft>
  [[nodiscard]] Node descend(ToLeft to_left) const;
  [[nodiscard]] std::uint64_t left_extra(std::uint64_t first, std::uint64_t left, std::uint64_t right,
                                         std::uint64_t extra) const;

  datagen_key keys_[64];  // by the binary logarithm of the left half's size
  std::uint64_t parents_, rows_, minimum_, span_;
};

}  // namespace datagen
