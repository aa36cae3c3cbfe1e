// A value of any format as PostgreSQL would print it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "program/column_data.hpp"

namespace datagen {

inline constexpr std::size_t largest_rendered_size = 128;  // of anything but text and bytes

// Writes value i at out and returns the new end; not for text and bytes.  Up to 64 bytes after it may be overwritten.
char* render_value(char* out, const ColumnData& column, std::string_view format, std::uint32_t i);

// Of any format; a dictionary column's format is that of its values.  The value must not be null.
[[nodiscard]] std::string rendered(const ColumnData& column, std::string_view format, std::uint32_t i);

// The scale of a decimal format "d:P,S".
[[nodiscard]] int decimal_scale(std::string_view format);

}  // namespace datagen
