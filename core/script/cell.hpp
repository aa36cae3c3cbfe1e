#pragma once

#include <string_view>

namespace datagen {

// One value of a row as a dump holds it: PostgreSQL's input text, without quotes and escapes.
struct Cell {
  std::string_view text;
  bool null = false;
  bool is_default = false;  // DEFAULT: the server's choice
};

}  // namespace datagen
