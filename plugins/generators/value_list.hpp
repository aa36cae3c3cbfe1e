// Sets of listed values, for any type of column.
#pragma once

#include <string>
#include <vector>

#include "common.hpp"

namespace datagen::generators {

/// One listed value as the user wrote it: the text of a JSON string, or the literal of a number, true or false.
struct Listed {
  std::string text;
};

/// The set of these values in the target's type: a dictionary for text and enum types, else fixed-width or bytes
/// values. option names the place to blame.  weights is empty or as long as values.  Throws DATAGEN_INVALID_OPTION,
/// with the value, for one that is not of the type, is longer than it allows, or is none of an enum type's labels.
std::unique_ptr<Generator> make_value_list(const datagen_target& target, std::string_view option,
                                           const std::vector<Listed>& values, std::vector<double> weights);

}  // namespace datagen::generators
