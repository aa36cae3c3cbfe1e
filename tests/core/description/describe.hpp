// Short ways to descriptions, for tests.
#pragma once

#include <string>

#include "datagen/core/description.hpp"

namespace datagen::test {

struct Described {
  Description description;
  Diagnostics diagnostics;
  std::string faults() const {
    std::string text;
    for (const Fault& fault : diagnostics.faults()) text += fault.text() + "\n";
    return text;
  }
};

inline Described describe(const std::string& text, DocumentFormat format = DocumentFormat::yaml) {
  Described result;
  result.description = parse_description(parse_document(text, "shop", format), result.diagnostics);
  return result;
}

}  // namespace datagen::test
