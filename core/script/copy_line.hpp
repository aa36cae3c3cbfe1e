// Data lines of COPY's text format.
// https://www.postgresql.org/docs/15/sql-copy.html, "Text Format".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "script/cell.hpp"

namespace datagen {

// Takes lines apart.  Reuses its memory.
class CopyLineReader {
 public:
  // Replaces cells by the line's fields, which are valid until the next call or the line's end.  Returns nullptr, or
  // what is wrong with the line: an escape that no writer has a reason to make, a carriage return, NUL, what is not
  // UTF-8.
  [[nodiscard]] const char* read(std::string_view line, std::vector<Cell>& cells);

 private:
  const char* read_escaped(std::string_view line, std::vector<Cell>& cells);
  const char* unescape(std::string_view line, std::size_t& position);

  std::string text_;  // unescaped fields, one after the other
};

}  // namespace datagen
