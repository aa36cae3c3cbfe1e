// Which encoder a column takes: decided once, from its Arrow format, when a table is opened.
#pragma once

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "datagen/plugin.h"
#include "datagen/text/calendar.hpp"
#include "datagen/text/decimal.hpp"
#include "datagen/text/floating.hpp"
#include "datagen/text/hexadecimal.hpp"
#include "datagen/text/integer.hpp"

namespace datagen::text {

enum class ColumnKind : std::uint8_t {
  kBoolean,
  kInt16,
  kInt32,
  kInt64,
  kFloat,
  kDouble,
  kDecimal,
  kDate,
  kTime,
  kTimestamp,
  kTimestampUtc,
  kUuid,
  kText,
  kBytes,
  kDictionary
};

struct ColumnFormat {
  ColumnKind kind;
  std::int32_t scale;  // of a decimal
};

/// Reads the closed set of formats that datagen/plugin.h lists; nothing for any other.
inline std::optional<ColumnFormat> parse_format(const ArrowSchema& column) {
  const std::string_view format = column.format;
  if (column.dictionary != nullptr) {
    if (format != "i" || std::string_view(column.dictionary->format) != "u") return std::nullopt;
    return ColumnFormat{ColumnKind::kDictionary, 0};
  }
  struct Name {
    std::string_view format;
    ColumnKind kind;
  };
  static constexpr Name kNames[] = {{"b", ColumnKind::kBoolean},      {"s", ColumnKind::kInt16},
                                    {"i", ColumnKind::kInt32},        {"l", ColumnKind::kInt64},
                                    {"f", ColumnKind::kFloat},        {"g", ColumnKind::kDouble},
                                    {"tdD", ColumnKind::kDate},       {"ttu", ColumnKind::kTime},
                                    {"tsu:", ColumnKind::kTimestamp}, {"tsu:UTC", ColumnKind::kTimestampUtc},
                                    {"w:16", ColumnKind::kUuid},      {"u", ColumnKind::kText},
                                    {"z", ColumnKind::kBytes}};
  for (const Name& name : kNames) {
    if (name.format == format) return ColumnFormat{name.kind, 0};
  }
  if (!format.starts_with("d:")) return std::nullopt;
  const char* const end = format.data() + format.size();
  std::int32_t precision = 0;
  std::int32_t scale = 0;
  const std::from_chars_result first = std::from_chars(format.data() + 2, end, precision);
  if (first.ec != std::errc() || first.ptr == end || *first.ptr != ',') return std::nullopt;
  const std::from_chars_result second = std::from_chars(first.ptr + 1, end, scale);
  if (second.ec != std::errc() || second.ptr != end) return std::nullopt;
  if (precision < 1 || precision > 38 || scale < -1000 || scale > 1000) return std::nullopt;
  return ColumnFormat{ColumnKind::kDecimal, scale};
}

/// Bytes that a value may need, without quotes; 0 where it depends on the value.
constexpr std::size_t max_value_size(const ColumnFormat& format) {
  switch (format.kind) {
    case ColumnKind::kBoolean:
      return 5;
    case ColumnKind::kInt16:
    case ColumnKind::kInt32:
    case ColumnKind::kInt64:
      return kMaxIntegerSize;
    case ColumnKind::kFloat:
    case ColumnKind::kDouble:
      return kMaxFloatingSize;
    case ColumnKind::kDecimal:
      return max_decimal_size(format.scale);
    case ColumnKind::kDate:
      return kMaxDateSize;
    case ColumnKind::kTime:
      return kMaxTimeSize;
    case ColumnKind::kTimestamp:
    case ColumnKind::kTimestampUtc:
      return kMaxTimestampSize;
    case ColumnKind::kUuid:
      return kUuidSize;
    case ColumnKind::kText:
    case ColumnKind::kBytes:
    case ColumnKind::kDictionary:
      return 0;
  }
  return 0;
}

}  // namespace datagen::text
