#pragma once

#include <string_view>

namespace datagen {

// Of the commands of psql those that dumps hold and that bring no rows.  Others could do anything, such as running a
// program, which is also what text in backticks does.
[[nodiscard]] inline bool is_harmless_command(std::string_view command) {
  constexpr std::string_view known[] = {"\\c",     "\\connect", "\\echo",  "\\encoding", "\\pset",
                                        "\\qecho", "\\set",     "\\unset", "\\restrict", "\\unrestrict"};
  const std::string_view word = command.substr(0, command.find_first_of(" \t"));
  if (command.find('`') != std::string_view::npos) return false;
  for (const std::string_view one : known) {
    if (one == word) return true;
  }
  return false;
}

}  // namespace datagen
