// Evenly spaced numbers: the set behind numeric and time ranges.
#pragma once

#include "literals.hpp"

namespace datagen::generators {

enum class Storage {
  kInt16,
  kInt32,
  kInt64,
  kSingle,
  kDouble,
  kScaled,
  kNumberText,
  kDateText,
  kTimeText,
  kTimestampText
};

/// Value of ordinal i: (first + i * step) units; a unit is 10^-scale of a number, a day of dates ("tdD", text of a
/// date) or a microsecond of times.  count is at most 2^64; every value fits the storage.
struct Arithmetic {
  Storage storage = Storage::kInt32;
  int128 first = 0;
  int128 step = 1;
  uint128 count = 0;
  int scale = 0;
  std::uint32_t flags = DATAGEN_INJECTIVE | DATAGEN_ORDERED;
};

class ArithmeticSet final : public Generator {
 public:
  explicit ArithmeticSet(const Arithmetic& parameters) : parameters_(parameters) {}

  GeneratorInfo info() const override;
  void values(const datagen_call& call, Ordinals ordinals, datagen_column& out) const override;
  std::uint64_t locate(std::string_view value, bool greater) const override;

 private:
  Arithmetic parameters_;
};

/// What numbers a numeric target holds.
struct NumberTarget {
  Storage storage;
  int scale;   // decimals of the values
  int128 low;  // in units of 10^-scale
  int128 high;
  int128 grain = 1;  // values are multiples of it: 100 of numeric(5,-2)
};
/// wished_scale: decimals of types that have no scale of their own (float, text, numeric without one).
NumberTarget number_target(const datagen_target& target, int wished_scale);

/// The target's minimum and maximum in units, narrowed to the target's own limits; is_bounded says which were given.
struct Bounds {
  int128 low;
  int128 high;
  bool has_low = false;
  bool has_high = false;
};
Bounds number_bounds(const datagen_target& target, const NumberTarget& number);

/// A range that the user did not configure: preferred low..high, moved and widened so that it lies within the bounds
/// and has `needed` values of this step if the bounds allow.
struct Range {
  int128 low;
  int128 high;
};
Range place_range(const Bounds& bounds, Range preferred, int128 step, std::uint64_t needed);

/// A range that is usual for some kind of number, clipped to what the target holds; where its grain is coarser than the
/// range, values of that grain.
Range usual_range(const NumberTarget& number, Range wished);

/// value * unit, kept within what 128 bits hold twice; no type holds as much.
int128 times_unit(int128 value, int128 unit);

/// The set low, low + step, ... up to high, with the flags that hold in the storage.  Of more than 2^64 values, at
/// least 2^62 evenly spaced ones are taken.
Arithmetic make_range(const NumberTarget& number, Range range, int128 step);

}  // namespace datagen::generators
