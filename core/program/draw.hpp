// A draw decides which ordinal a row gets.  Pure functions of (key, row): immutable, any number of threads.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "program/alias_table.hpp"
#include "program/permutation.hpp"
#include "program/workspace.hpp"

namespace datagen {

class Draw {
 public:
  virtual ~Draw() = default;

  // For people: "evenly", "by weight", "each at most once"; and how many ordinals it chooses among, 0 where that says
  // nothing.
  [[nodiscard]] const std::string& law() const { return law_; }
  [[nodiscard]] std::uint64_t count() const { return count_; }

  // The ordinals of n rows.  Returns out, or rows itself where they are the same.
  [[nodiscard]] virtual const std::uint64_t* ordinals(Workspace& workspace, const std::uint64_t* rows, std::uint32_t n,
                                                      std::uint64_t* out) const = 0;

 protected:
  Draw(std::string law, std::uint64_t count) : law_(std::move(law)), count_(count) {}

 private:
  std::string law_;
  std::uint64_t count_;
};
using DrawPointer = std::shared_ptr<const Draw>;

// 64 random bits.
[[nodiscard]] DrawPointer entropy_draw(datagen_key key);
// Evenly from [0, count); count > 0.
[[nodiscard]] DrawPointer uniform_draw(datagen_key key, std::uint64_t count);
// The row number itself; modulo count when count > 0.
[[nodiscard]] DrawPointer sequential_draw(std::uint64_t count = 0);
// A bijection of [0, count): rows below count get distinct ordinals.  count 0: of all 64-bit numbers.
[[nodiscard]] DrawPointer unique_draw(datagen_key key, std::uint64_t count);
// By weight.
[[nodiscard]] DrawPointer weighted_draw(datagen_key key, std::shared_ptr<const AliasTable> table);
// One digit of a shared ordinal that the program has computed: (shared / divisor) % count.
[[nodiscard]] DrawPointer digit_draw(std::size_t shared, std::uint64_t divisor, std::uint64_t count);
// Row r > 0 gets a row below r, evenly; row 0 gets 0: a forest.
[[nodiscard]] DrawPointer earlier_row_draw(datagen_key key);
// inner, moved up by first.
[[nodiscard]] DrawPointer shifted_draw(DrawPointer inner, std::uint64_t first);
// inner chooses an index into allowed.
[[nodiscard]] DrawPointer chosen_draw(DrawPointer inner, std::shared_ptr<const std::vector<std::uint64_t>> allowed);

}  // namespace datagen
