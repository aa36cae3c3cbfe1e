#include "binary_rows.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <initializer_list>

#include "datagen/input.hpp"
#include "datagen/postgres/identifier.hpp"

namespace datagen::postgres_sink {
namespace {

using text::ColumnKind;
__extension__ typedef unsigned __int128 Wide;

constexpr std::int32_t kEpochDays = 10957;  // from 1970-01-01 to 2000-01-01
constexpr std::int64_t kEpochMicroseconds = kEpochDays * std::int64_t{86'400'000'000};
constexpr std::int32_t kMostScale = 34;  // beyond, a fraction's groups of four digits need more than 128 bits
constexpr std::size_t kMostValueSize = 4 + 8 + 2 * 24;  // of anything but text and bytes: a decimal's groups

bool begins_with_any(std::string_view type, std::initializer_list<std::string_view> names) {
  return std::any_of(names.begin(), names.end(), [&](std::string_view name) {
    return type == name || (type.starts_with(name) && type.substr(name.size()).starts_with("("));
  });
}

bool is_enum(std::string_view type, const datagen_database& database) {
  for (std::uint32_t i = 0; i < database.n_types; ++i) {
    const datagen_type& each = *database.types[i];
    if (each.kind == DATAGEN_TYPE_ENUM && type == postgres::qualified(each.schema, each.name)) return true;
  }
  return false;
}

bool has_binary_form(const text::ColumnFormat& format, std::string_view type, const datagen_database& database) {
  switch (format.kind) {
    case ColumnKind::kBoolean:
      return type == "boolean";
    case ColumnKind::kInt16:
      return type == "smallint" || type == "smallserial";
    case ColumnKind::kInt32:
      return type == "integer" || type == "serial";
    case ColumnKind::kInt64:
      return type == "bigint" || type == "bigserial";
    case ColumnKind::kFloat:
      return type == "real";
    case ColumnKind::kDouble:
      return type == "double precision";
    case ColumnKind::kDecimal:
      return begins_with_any(type, {"numeric"}) && format.scale >= 0 && format.scale <= kMostScale;
    case ColumnKind::kDate:
      return type == "date";
    case ColumnKind::kTime:
      return type.starts_with("time") && type.find("with time zone") == std::string_view::npos;
    case ColumnKind::kTimestamp:
    case ColumnKind::kTimestampUtc:
      return type.starts_with("timestamp");
    case ColumnKind::kUuid:
      return type == "uuid";
    case ColumnKind::kBytes:
      return type == "bytea";
    case ColumnKind::kText:
    case ColumnKind::kDictionary:
      return begins_with_any(type, {"text", "character varying", "character", "json", "jsonb", "name"}) ||
             is_enum(type, database);
  }
  return false;
}

template <class T>
char* put(char* out, T value) {
  if constexpr (std::endian::native == std::endian::little) {
    if constexpr (sizeof(T) == 2) value = static_cast<T>(__builtin_bswap16(static_cast<std::uint16_t>(value)));
    if constexpr (sizeof(T) == 4) value = static_cast<T>(__builtin_bswap32(static_cast<std::uint32_t>(value)));
    if constexpr (sizeof(T) == 8) value = static_cast<T>(__builtin_bswap64(static_cast<std::uint64_t>(value)));
  }
  std::memcpy(out, &value, sizeof value);
  return out + sizeof value;
}

template <class T>
char* put_sized(char* out, T value) {
  return put(put(out, static_cast<std::int32_t>(sizeof(T))), value);
}

char* put_bytes(char* out, std::string_view bytes) {
  out = put(out, static_cast<std::int32_t>(bytes.size()));
  if (!bytes.empty()) std::memcpy(out, bytes.data(), bytes.size());
  return out + bytes.size();
}

template <class T>
T at(const ArrowArray& array, std::size_t row) {
  T value;
  std::memcpy(&value, static_cast<const char*>(array.buffers[1]) + row * sizeof(T), sizeof(T));
  return value;
}

// numeric_recv: groups of four decimal digits, the first of which is worth 10000^weight, without zeros at either end.
char* put_numeric(char* out, text::Int128 value, std::int32_t scale) {
  const bool negative = value < 0;
  const Wide magnitude = negative ? -static_cast<Wide>(value) : static_cast<Wide>(value);
  Wide unit = 1;
  for (std::int32_t i = 0; i < scale; ++i) unit *= 10;
  Wide whole = magnitude / unit, fraction = magnitude % unit;
  for (std::int32_t i = scale; i % 4 != 0; ++i) fraction *= 10;

  std::array<std::uint16_t, 24> groups{};
  std::size_t first = 12, end = 12;  // those of the whole number grow to the left
  for (; whole != 0; whole /= 10000) groups[--first] = static_cast<std::uint16_t>(whole % 10000);
  const std::size_t fraction_groups = static_cast<std::size_t>(scale + 3) / 4;
  for (std::size_t i = fraction_groups; i-- > 0; fraction /= 10000)
    groups[12 + i] = static_cast<std::uint16_t>(fraction % 10000);
  end = 12 + fraction_groups;
  while (first < end && groups[first] == 0) ++first;
  while (first < end && groups[end - 1] == 0) --end;

  const auto n = static_cast<std::int16_t>(end - first);
  out = put(out, static_cast<std::int32_t>(8 + 2 * n));
  out = put(out, n);
  out = put(out, static_cast<std::int16_t>(n == 0 ? 0 : 11 - static_cast<int>(first)));
  out = put(out, static_cast<std::uint16_t>(negative && n > 0 ? 0x4000 : 0));
  out = put(out, static_cast<std::uint16_t>(scale));
  for (std::size_t i = first; i < end; ++i) out = put(out, groups[i]);
  return out;
}

std::string_view text_at(const ArrowArray& array, std::size_t row) {
  const ArrowArray& texts = array.dictionary != nullptr ? *array.dictionary : array;
  if (array.dictionary != nullptr) row = static_cast<std::size_t>(at<std::int32_t>(array, row));
  const auto first = at<std::int32_t>(texts, row), end = at<std::int32_t>(texts, row + 1);
  return {static_cast<const char*>(texts.buffers[2]) + first, static_cast<std::size_t>(end - first)};
}

}  // namespace

bool BinaryRows::can_hold(const datagen_table_info& info, const datagen_database& database) {
  for (std::int64_t i = 0; i < info.schema->n_children; ++i) {
    const auto format = text::parse_format(*info.schema->children[i]);
    if (!format || !has_binary_form(*format, info.definition->columns[info.columns[i]]->type, database)) return false;
  }
  return true;
}

BinaryRows::BinaryRows(const datagen_table_info& info, const datagen_database&) {
  for (std::int64_t i = 0; i < info.schema->n_children; ++i) {
    const std::string_view type = info.definition->columns[info.columns[i]]->type;
    columns_.push_back({*text::parse_format(*info.schema->children[i]), type == "jsonb"});
  }
}

std::size_t BinaryRows::bound(const ArrowArray& batch) const {
  const auto n = static_cast<std::size_t>(batch.length);
  std::size_t bytes = n * 2;
  if (n == 0) return 0;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    const ArrowArray& array = *batch.children[i];
    const ColumnKind kind = columns_[i].format.kind;
    bytes += n * kMostValueSize;
    if (kind == ColumnKind::kText || kind == ColumnKind::kBytes)
      bytes += static_cast<std::size_t>(at<std::int32_t>(array, n) - at<std::int32_t>(array, 0));
    if (kind == ColumnKind::kDictionary)
      for (std::size_t row = 0; row < n; ++row)
        if (sdk::is_valid(array, row)) bytes += text_at(array, row).size();
  }
  return bytes;
}

char* BinaryRows::write(char* out, const Column& column, const ArrowArray& array, std::size_t row) {
  if (!sdk::is_valid(array, row)) return put(out, std::int32_t{-1});
  switch (column.format.kind) {
    case ColumnKind::kBoolean: {
      const auto* const bits = static_cast<const std::uint8_t*>(array.buffers[1]);
      return put_sized(out, static_cast<std::uint8_t>(bits[row >> 3] >> (row & 7) & 1));
    }
    case ColumnKind::kInt16:
      return put_sized(out, at<std::uint16_t>(array, row));
    case ColumnKind::kInt32:
    case ColumnKind::kFloat:
      return put_sized(out, at<std::uint32_t>(array, row));
    case ColumnKind::kInt64:
    case ColumnKind::kDouble:
    case ColumnKind::kTime:
      return put_sized(out, at<std::uint64_t>(array, row));
    case ColumnKind::kDecimal:
      return put_numeric(out, at<text::Int128>(array, row), column.format.scale);
    case ColumnKind::kDate:
      return put_sized(out, at<std::int32_t>(array, row) - kEpochDays);
    case ColumnKind::kTimestamp:
    case ColumnKind::kTimestampUtc:
      return put_sized(out, at<std::int64_t>(array, row) - kEpochMicroseconds);
    case ColumnKind::kUuid:
      return put_bytes(out, {static_cast<const char*>(array.buffers[1]) + 16 * row, 16});
    case ColumnKind::kText:
    case ColumnKind::kBytes:
    case ColumnKind::kDictionary:
      break;
  }
  const std::string_view bytes = text_at(array, row);
  if (!column.is_jsonb) return put_bytes(out, bytes);
  out = put(out, static_cast<std::int32_t>(bytes.size() + 1));
  *out++ = 1;  // version of the format
  std::memcpy(out, bytes.data(), bytes.size());
  return out + bytes.size();
}

void BinaryRows::append(const ArrowArray& batch, std::string& out) const {
  const std::size_t before = out.size();
  out.resize(before + bound(batch));
  char* end = out.data() + before;
  for (std::size_t row = 0; row < static_cast<std::size_t>(batch.length); ++row) {
    end = put(end, static_cast<std::int16_t>(columns_.size()));
    for (std::size_t i = 0; i < columns_.size(); ++i) end = write(end, columns_[i], *batch.children[i], row);
  }
  out.resize(static_cast<std::size_t>(end - out.data()));
}

}  // namespace datagen::postgres_sink
