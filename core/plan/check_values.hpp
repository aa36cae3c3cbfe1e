// Values in PostgreSQL's input syntax, compared as the server compares them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "datagen/core/types.hpp"

namespace datagen {

enum class ValueKind : std::uint8_t {
  none,  // not compared here
  integer,
  decimal,
  single,  // real: widened to double before it is compared, so that 0.1 is not 0.1
  floating,
  date,
  timestamp,
  time_of_day,
  boolean,
  text,
  padded_text,  // char(n): spaces at the end do not count
  label,        // enum, uuid: equality only
};

// storage: of a column, domains resolved.
[[nodiscard]] ValueKind value_kind(const SqlType& storage);
// True when values have an order that no collation and no declaration decides.
[[nodiscard]] bool is_ordered(ValueKind kind);
[[nodiscard]] bool is_number(ValueKind kind);
[[nodiscard]] bool is_time(ValueKind kind);  // date or timestamp
[[nodiscard]] bool is_textual(ValueKind kind);

// Negative, 0, positive; nothing when one of them is no value of the kind.  Of kinds without an order: 0 or not.
[[nodiscard]] std::optional<int> compare_values(ValueKind kind, std::string_view a, std::string_view b);

// A position on a line of evenly spaced values: numbers in units of 10^-scale, times in microseconds.
__extension__ using Units = __int128;
struct UnitsOf {
  Units floor = 0;
  bool exact = true;
};
[[nodiscard]] std::optional<UnitsOf> units_of(ValueKind kind, int scale, std::string_view text);
[[nodiscard]] std::string units_text(ValueKind kind, int scale, Units units);
// Decimals that are written in text.
[[nodiscard]] int written_scale(std::string_view text);

// The nearest value of the type beyond text (direction 1 or -1); nothing where values are not evenly spaced.
[[nodiscard]] std::optional<std::string> next_value(const SqlType& storage, std::string_view text, int direction);

}  // namespace datagen
