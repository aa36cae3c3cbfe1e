// Help on topics: `datagen help TOPIC`.  The texts are files of help/; lists in them come from the tables that the
// program itself uses.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace datagen::host {

[[nodiscard]] std::vector<std::string> topic_names();
[[nodiscard]] std::string topic_list();  // for people
[[nodiscard]] std::optional<std::string> topic_text(const std::string& name);

// Two columns, the second wrapped to a screen of 80.
[[nodiscard]] std::string definition(const std::string& term, const std::string& text, std::size_t indent = 24);

}  // namespace datagen::host
