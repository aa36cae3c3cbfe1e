// Which generator a column gets when it names none: by the hints that classes declare.
#pragma once

#include <string>
#include <string_view>

#include "datagen/core/registry.hpp"

namespace datagen {

struct DetectionTarget {
  std::string_view table;   // as written
  std::string_view column;  // as written
  std::uint32_t family = 0;
  std::string_view base_type;
};

struct Detected {
  const GeneratorClass* generator_class = nullptr;  // or nullptr: no hint fits
  const datagen_hint* hint = nullptr;
  std::string prefix;  // the words before the hint's, with '_': "billing_" of billing_email
};

[[nodiscard]] Detected detect_by_name(const Registry& registry, const DetectionTarget& target);
[[nodiscard]] Detected detect_by_type(const Registry& registry, const DetectionTarget& target);

// The prefix that the column's name has before the words of any of the class's hints, or "".
[[nodiscard]] std::string name_prefix(const GeneratorClass& generator_class, const DetectionTarget& target);

}  // namespace datagen
