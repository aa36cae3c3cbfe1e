// Standard error, which messages and the progress display share: the display goes away before anything else is written.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace datagen::host {

[[nodiscard]] bool is_terminal();            // that understands more than lines (TERM is not "dumb")
[[nodiscard]] std::size_t terminal_width();  // columns, as they are now; 80 where nobody knows

// Writes text, which ends with a line end, as one piece.  What cannot be written is lost.  Any thread.
void write_standard_error(std::string_view text);

// Shows lines in place of those that are shown, below all that was written.  Each must be narrower than the terminal.
// No lines: the display goes away.  Any thread.
void show_display(const std::vector<std::string>& lines);

// For signal handlers: takes the display away; afterwards none is shown.
void end_display_at_once();

}  // namespace datagen::host
