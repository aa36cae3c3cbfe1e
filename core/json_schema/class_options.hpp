// The options of one plugin class, as a JSON Schema of what bind_options (options/options.hpp) takes.
#pragma once

#include <nlohmann/json.hpp>
#include <vector>

#include "datagen/plugin.h"

namespace datagen {

using Json = nlohmann::ordered_json;

// {"type": "object", "description", "properties", "patternProperties", "additionalProperties": false}.  Other ways to
// write an option are accepted.  Required options are not demanded: a configuration may give them.
[[nodiscard]] Json options_schema(const std::vector<datagen_option>& options, const char* summary);

// "^(a|b)$", each name for itself.
[[nodiscard]] std::string name_pattern(const std::vector<std::string>& names);

}  // namespace datagen
