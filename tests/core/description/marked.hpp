// Texts in which "@@" stands just before the place where a fault is expected.
#pragma once

#include <string>

#include "datagen/core/document.hpp"

namespace datagen::test {

struct Marked {
  const char* text;     // with one "@@", or none when the fault has no line
  const char* message;  // part of the fault's text
};

struct Unmarked {
  std::string text;
  std::string place;  // "shop:3:14"
};

inline Unmarked unmark(std::string text) {
  const std::size_t mark = text.find("@@");
  if (mark == std::string::npos) return {text, "shop: "};
  text.erase(mark, 2);
  std::size_t line = 1;
  std::size_t start = 0;
  for (std::size_t i = 0; i < mark; ++i) {
    if (text[i] == '\n') {
      ++line;
      start = i + 1;
    }
  }
  return {text, "shop:" + std::to_string(line) + ":" + std::to_string(mark - start + 1) + ": "};
}

}  // namespace datagen::test
