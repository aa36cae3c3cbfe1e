// One spelling for each value of a type, so that 1.5 and 1.50, or +01 and UTC, are seen to be the same value.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "datagen/core/types.hpp"

namespace datagen {

// Whether two texts of PostgreSQL's input syntax are one value.  Immutable; any number of threads.
class ValueEquality {
 public:
  // custom must outlive it.
  ValueEquality(const SqlType& type, const std::vector<CustomType>& custom);

  // Texts that differ are compared by the values that they spell, where the type's spellings are known: numbers,
  // times, intervals, bytes, json, addresses, geometry, ranges, text searches, and arrays and composites of them.  Of
  // other types only equal texts are equal.
  [[nodiscard]] bool operator()(std::string_view a, std::string_view b) const {
    return a == b || (!a.empty() && !b.empty() && same_value(a, b));
  }

  // Equal for equal values.
  [[nodiscard]] std::string spelling(std::string_view text) const;

 private:
  [[nodiscard]] bool same_value(std::string_view a, std::string_view b) const;

  SqlType type_;
  const std::vector<CustomType>& custom_;
  bool boolean_ = false;
};

// The value's one spelling; nothing where the text is none of the type's, or the type has no other spellings.
[[nodiscard]] std::optional<std::string> canonical(const SqlType& type, std::string_view text,
                                                   const std::vector<CustomType>& custom);

// Of types without parts, by the type's canonical name.
[[nodiscard]] std::optional<std::string> canonical_scalar(const SqlType& type, std::string_view text);
[[nodiscard]] std::optional<std::string> canonical_number(std::string_view text);
[[nodiscard]] std::optional<std::string> canonical_interval(std::string_view text);
[[nodiscard]] std::optional<std::string> canonical_json(std::string_view text);

}  // namespace datagen
