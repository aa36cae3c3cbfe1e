// Reading what the user wrote.
#pragma once

#include <string>

#include "datagen/core/description.hpp"
#include "settings.hpp"

namespace datagen::host {

// The whole file as text, "-" being standard input; it is kept, so that messages can show its lines.  what names it in
// messages: "the description".  Throws Error(usage), at the place that named the file, if there is no such file or it
// cannot be read.
[[nodiscard]] const std::string& read_text_file(const std::string& path, const std::string& what,
                                                const Location& named_at = {});

// The description of a run: of its file, of templates with their parameters, or of both, merged.  Faults and warnings
// go to diagnostics.  Throws Error if neither is given, for what cannot be read or has wrong syntax, and for templates
// and parameters that there are not.
[[nodiscard]] Description read_description(const Settings& settings, Diagnostics& diagnostics);

// What that is made of, for messages: "blog + shop.yaml".
[[nodiscard]] std::string description_name(const Settings& settings);

}  // namespace datagen::host
