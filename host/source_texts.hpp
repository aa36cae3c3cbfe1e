// The texts that the user wrote and the program read, so that a message can show the line it speaks of.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "datagen/core/error.hpp"

namespace datagen::host {

// Keeps the text under the name that places in it have; a later text of that name takes its place.  The result stays
// valid until then.  Not for several threads.
const std::string& keep_source(const std::string& name, std::string text);

// The line of the place, without its end; nothing if the text is not known or has no such line.
[[nodiscard]] std::optional<std::string_view> source_line(const Location& place);

}  // namespace datagen::host
