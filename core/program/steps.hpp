// The kinds of steps.  Each is made once when a program is compiled, and is immutable.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "program/draw.hpp"
#include "program/nulls.hpp"
#include "program/program.hpp"
#include "program/value_set.hpp"

namespace datagen {

// view: of the rows; shared: where the permuted numbers go, from which digits are taken.
[[nodiscard]] std::unique_ptr<Step> shared_ordinals_step(std::size_t view, std::size_t shared, DrawPointer draw);

// The rows of referenced: draw's ordinals for the rows of view.
[[nodiscard]] std::unique_ptr<Step> reference_step(std::size_t view, std::size_t referenced, DrawPointer draw);

struct ValuesStep {
  std::size_t view = 0;
  std::size_t column = 0;
  std::shared_ptr<const ValueSet> set;
  DrawPointer draw;
  datagen_key key{};
  std::vector<std::size_t> inputs;  // workspace columns
  std::vector<NullRule> nulls;
};
[[nodiscard]] std::unique_ptr<Step> values_step(ValuesStep step);

// column shows source's values, with further nulls, converted to another format where formats differ.
struct CopyStep {
  std::size_t view = 0;  // whose rows decide on nulls
  std::size_t column = 0, source = 0;
  std::vector<NullRule> nulls;
  std::string source_format, format;  // may differ among integers, or among decimals
  bool source_dictionary = false;
  std::string subject;  // table.column, for messages
};
[[nodiscard]] std::unique_ptr<Step> copy_step(CopyStep step);

}  // namespace datagen
