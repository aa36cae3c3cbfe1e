// Values in PostgreSQL's input syntax, arrays and composites among them, as JSON.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "shape.hpp"

namespace datagen::jsonl {

/// Of one column: see datagen/text/dialect.hpp.  Immutable.
class Conversion {
 public:
  /// type: for messages.
  Conversion(Shape shape, std::string type);

  std::uint64_t bound(std::uint64_t bytes, std::uint64_t values) const;
  std::size_t scratch(std::size_t longest) const { return depth_ * longest; }
  char* write(char* out, const char* text, std::size_t size, char* scratch) const;
  std::string refusal() const { return "is no value of the type " + type_; }

 private:
  Shape shape_;
  std::string type_;
  std::uint64_t per_byte_, per_value_;
  std::size_t depth_;
};

}  // namespace datagen::jsonl
