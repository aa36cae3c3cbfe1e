// Arrays and composite values, put together from columns of their elements, in PostgreSQL's input syntax.
// https://www.postgresql.org/docs/15/arrays.html#ARRAYS-IO,
// https://www.postgresql.org/docs/15/rowtypes.html#ROWTYPES-IO-SYNTAX
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "program/nulls.hpp"
#include "program/program.hpp"

namespace datagen {

struct StructuredShape {
  bool array = false;  // else composite: every part is a field
  // Of arrays.  One dimension: from `least` to all of the parts, evenly.  More: two elements in each of the inner
  // dimensions that the parts fill, one in each further.
  std::uint32_t dimensions = 1;
  std::uint32_t least = 0;
  char separator = ',';  // ';' between boxes
  datagen_key key{};     // of the length
};

struct StructuredStep {
  std::size_t view = 0, column = 0;
  StructuredShape shape;
  std::vector<std::size_t> parts;  // workspace columns
  std::vector<std::string> part_formats;
  std::vector<NullRule> nulls;
};
[[nodiscard]] std::unique_ptr<Step> structured_step(StructuredStep step);

}  // namespace datagen
