// Help texts, each made to fit a screen of 80 columns.
#pragma once

#include <string>
#include <vector>

#include "arguments.hpp"

namespace datagen::host {

[[nodiscard]] std::string overview(const std::vector<CommandSpec>& commands);
[[nodiscard]] std::string usage(const CommandSpec& command);  // "datagen generate [SCHEMA] [OPTION]..."
[[nodiscard]] std::string command_help(const CommandSpec& command);

}  // namespace datagen::host
