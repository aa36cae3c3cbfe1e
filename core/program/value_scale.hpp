// Where the values of an ordered set lie on the line of numbers: what a mean or a bound is measured on.
#pragma once

#include <cstdint>
#include <vector>

namespace datagen {

// A piecewise linear map from ordinals to values, exact for evenly spaced values.  Immutable.
class ValueScale {
 public:
  struct Knot {
    std::uint64_t ordinal = 0;
    double value = 0;
  };

  // Values are the ordinals themselves, [0, count); count > 0.
  [[nodiscard]] static ValueScale of_indices(std::uint64_t count);
  // knots: not empty; ordinals grow from 0 to the last one of the set, values never decrease.
  explicit ValueScale(std::vector<Knot> knots);

  [[nodiscard]] std::uint64_t count() const { return knots_.back().ordinal + 1; }
  [[nodiscard]] double first() const { return knots_.front().value; }
  [[nodiscard]] double last() const { return knots_.back().value; }
  // Midway between the values of ordinals i - 1 and i; half a step before the first, and after the last (i = count).
  [[nodiscard]] double edge(std::uint64_t i) const;
  // The least i in [0, count] whose edge is not less than value; count if there is none.
  [[nodiscard]] std::uint64_t position(double value) const;

 private:
  [[nodiscard]] double step_after(std::size_t knot) const;  // of values, up to the next knot

  std::vector<Knot> knots_;
};

}  // namespace datagen
