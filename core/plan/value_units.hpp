// What numbers and times mean for the values of one set: the units in which a distribution is stated.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "datagen/core/document.hpp"
#include "plan/table_plan.hpp"
#include "program/value_scale.hpp"

namespace datagen {

struct ValueUnits {
  enum class Kind {
    index,       // the set has no order of values: positions in it count, from 0
    number,      // as written
    instant,     // seconds since 1970-01-01 UTC
    time_of_day  // seconds since midnight
  };
  Kind kind = Kind::index;
  ValueScale scale;
  // The position of the first value that is not less than (greater: is greater than) the written one; the number of
  // positions when there is none; nothing when it is no value of this kind.
  std::function<std::optional<std::uint64_t>(const Node& written, bool greater)> locate;
  std::int64_t now = 0;  // microseconds; what relative times count from

  // A written value, and a written length or distance of values ("30d", or a number of seconds, for times).
  [[nodiscard]] std::optional<double> value(const Node& written) const;
  [[nodiscard]] std::optional<double> length(const Node& written) const;
  [[nodiscard]] std::string text(double value) const;  // for messages, and as options
};

// Positions [0, count) without values.
[[nodiscard]] ValueUnits index_units(std::uint64_t count);
// Of the usable ordinals of a source of kind values, whose count is not 0.  Throws Error(generation) when the generator
// cannot make its values.
[[nodiscard]] ValueUnits units_of(const Source& source, std::int64_t now);

// "2024-05-17 08:30:00.25" for seconds since 1970-01-01.
[[nodiscard]] std::string instant_text(double seconds);

}  // namespace datagen
