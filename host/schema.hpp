// Reading what the user wrote.
#pragma once

#include <string>

#include "datagen/core/description.hpp"

namespace datagen::host {

// The whole file as text, "-" being standard input.  what names it in messages: "the description".  Throws Error(usage)
// if there is no such file or it cannot be read.
[[nodiscard]] std::string read_text_file(const std::string& path, const std::string& what);

// Reads and parses a description; faults and warnings go to diagnostics.  Throws Error for an unreadable file and for
// wrong syntax.
[[nodiscard]] Description read_description(const std::string& path, Diagnostics& diagnostics);

}  // namespace datagen::host
