// One written value as the typed value of one declared option.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "datagen/core/document.hpp"
#include "datagen/plugin.h"

namespace datagen {

// What datagen_value pointers point at.  Elements never move.
struct OptionStorage {
  std::deque<std::string> texts;
  std::deque<std::vector<datagen_str>> string_lists;
  std::deque<std::vector<double>> float_lists;
};

// Converts node to option's type and checks choices and bounds.  On failure returns nothing and sets message to what is
// wrong, beginning with "must", without the value of a secret option.  Not for DATAGEN_COLUMN.
[[nodiscard]] std::optional<datagen_value> convert_option(const datagen_option& option, const Node& node,
                                                          std::int64_t now, OptionStorage& storage,
                                                          std::string& message);

// A JSON literal of an option's declaration (default, minimum, maximum).  Throws Error(description) if it is not JSON.
[[nodiscard]] Node parse_literal(const char* text);

// The names in a DATAGEN_COLUMN option's default: a JSON list of strings.  Nothing if it is anything else.
[[nodiscard]] std::optional<std::vector<std::string>> column_names(const Node& node);

// "an integer", "one of a, b", ... for messages and help.
[[nodiscard]] std::string option_type_text(const datagen_option& option);

}  // namespace datagen
