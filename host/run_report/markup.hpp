// Text for HTML and SVG that is well-formed XML as well.
#pragma once

#include <string>
#include <string_view>

namespace datagen::host {

// Without control characters, with &lt; &gt; &amp; &quot; for what markup takes for itself.
[[nodiscard]] std::string escaped(std::string_view text);
// The beginning of a long text and "…", escaped.
[[nodiscard]] std::string escaped_beginning(std::string_view text, std::size_t most_characters);

}  // namespace datagen::host
