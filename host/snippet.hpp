// A line of what the user wrote, with a caret under the place that a message speaks of.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace datagen::host {

struct SnippetStyle {
  std::size_t width = 100;              // columns that neither line exceeds; at least 20
  std::string_view gutter, caret, end;  // what switches colours on and off, or empty
};

//    12 |   "name": "id"
//       |           ^
// column counts bytes from 1; behind the end of the line means its end.  A line that is too long is cut on one or both
// sides to where the caret stands, with "…" for what is left out.  No line end at the end.
[[nodiscard]] std::string snippet(std::string_view line, std::uint32_t line_number, std::uint32_t column,
                                  const SnippetStyle& style);

}  // namespace datagen::host
