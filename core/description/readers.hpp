// One reader for each written form.  All throw Error(description) at the first fault.  The text has been checked by
// TextSource::check_bytes and does not start with a byte order mark.
#pragma once

#include <string_view>

#include "datagen/core/document.hpp"
#include "description/text_source.hpp"

namespace datagen {

[[nodiscard]] Node read_json(const TextSource& source);
[[nodiscard]] Node read_toml(const TextSource& source);
[[nodiscard]] Node read_yaml(const TextSource& source);

}  // namespace datagen
