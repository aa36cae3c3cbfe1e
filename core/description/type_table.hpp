// PostgreSQL's built-in types.  Source: the manual, chapter 8 "Data Types" (version 15), and catalog pg_type.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace datagen {

// What may stand in parentheses after the name.
enum class TypeModifier : std::uint8_t { none, length, bit_length, precision_scale, time_precision, float_precision };

struct BuiltinType {
  std::string_view name;  // canonical
  const char* format;     // Arrow
  std::uint32_t family;
  TypeModifier modifier = TypeModifier::none;
  bool ordered = true;  // has a default B-tree operator class, so that it can stand in a key
};

// Canonical names and aliases, without those of pseudo-types.
[[nodiscard]] std::vector<std::string> builtin_type_names();

// By canonical name or alias, lower case, words parted by one blank; nullptr when there is none.
[[nodiscard]] const BuiltinType* find_builtin_type(std::string_view name);

// record, anyelement, trigger, ...: no column can have them.
[[nodiscard]] bool is_pseudo_type(std::string_view name);

// Types of widespread extensions, so that citext is not taken for a slip in "text".
[[nodiscard]] bool is_extension_type(std::string_view name);

// What other databases' names (datetime, tinyint, nvarchar, ...) are called in PostgreSQL; "" when not known.
[[nodiscard]] std::string_view name_in_postgres(std::string_view foreign);

}  // namespace datagen
