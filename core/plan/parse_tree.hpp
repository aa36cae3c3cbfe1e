// An SQL expression as PostgreSQL's parser reads it.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>

namespace datagen {

// The node of the expression in libpg_query's JSON form of the parse tree, with the values that this form leaves out
// put back; nothing when the text does not parse.  The text is known to be one expression.  Not for several threads at
// once.
[[nodiscard]] std::optional<nlohmann::json> parse_tree(const std::string& expression);

}  // namespace datagen
