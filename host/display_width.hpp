// How much room text takes on a terminal.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace datagen::host {

// A character as a terminal shows it, with the marks that combine with it.
struct Cell {
  std::string text;
  std::size_t width = 0;   // columns
  std::size_t offset = 0;  // of its first byte in the text it is from
};

// Text in UTF-8 as cells: a tab becomes spaces up to the next multiple of 4 columns; what is no character, or would
// steer the terminal, becomes U+FFFD.
[[nodiscard]] std::vector<Cell> cells_of(std::string_view text);

[[nodiscard]] std::size_t display_width(std::string_view text);

// The text itself if it takes at most width columns, otherwise its beginning and "…".
[[nodiscard]] std::string cut_to_width(std::string_view text, std::size_t width);

// The text without what would steer a terminal; line ends and tabs stay.
[[nodiscard]] std::string without_controls(std::string_view text);

}  // namespace datagen::host
