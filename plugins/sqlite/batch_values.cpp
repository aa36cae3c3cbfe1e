#include "batch_values.hpp"

#include <cmath>
#include <cstring>
#include <limits>

#include "column_type.hpp"
#include "datagen/input.hpp"

namespace datagen::sqlite {
namespace {

using text::ColumnKind;

template <class T>
T at(const ArrowArray& array, std::size_t row) {
  T value;
  std::memcpy(&value, static_cast<const char*>(array.buffers[1]) + row * sizeof(T), sizeof(T));
  return value;
}

// Up to 10^22 a double is exact, so one division gives the number that is nearest to the decimal one.
constexpr std::int32_t kMostExactPower = 22;

double power_of_ten(std::int32_t exponent) {
  double power = 1;
  for (std::int32_t i = 0; i < exponent; ++i) power *= 10;
  return power;
}

constexpr text::Int128 power(std::int32_t exponent) {
  text::Int128 result = 1;
  for (std::int32_t i = 0; i < exponent; ++i) result *= 10;
  return result;
}
constexpr text::Int128 kMostReal = power(kRealDigits) - 1, kMostInteger = power(kIntegerDigits) - 1;

// A decimal as the number that keeps all of its digits.
struct Number {
  enum class Kind { integer, real, none } kind = Kind::none;
  std::int64_t integer = 0;
  double real = 0;
};
Number number_of(text::Int128 value, std::int32_t scale) {
  for (; scale < 0; ++scale) {
    if (value > kMostInteger || value < -kMostInteger) return {};
    value *= 10;
  }
  if (scale == 0) {
    if (value > kMostInteger || value < -kMostInteger) return {};
    return {Number::Kind::integer, static_cast<std::int64_t>(value), 0};
  }
  while ((value > kMostReal || value < -kMostReal) && value % 10 == 0 && scale > 1) {
    value /= 10;
    --scale;
  }
  if (value > kMostReal || value < -kMostReal || scale > kMostExactPower) return {};
  return {Number::Kind::real, 0, static_cast<double>(static_cast<std::int64_t>(value)) / power_of_ten(scale)};
}

bool is_printed(ColumnKind kind) {
  return kind == ColumnKind::kDecimal || kind == ColumnKind::kDate || kind == ColumnKind::kTime ||
         kind == ColumnKind::kTimestamp || kind == ColumnKind::kTimestampUtc || kind == ColumnKind::kUuid;
}

void give_text(sqlite3_context* to, std::string_view value) {
  sqlite3_result_text64(to, value.data() == nullptr ? "" : value.data(), value.size(), SQLITE_STATIC, SQLITE_UTF8);
}

void give_double(sqlite3_context* to, double value) {
  // SQLite has no such number, and would store a null.
  if (std::isnan(value)) return give_text(to, "NaN");
  sqlite3_result_double(to, value);
}

}  // namespace

BatchValues::BatchValues(const datagen_table_info& info) {
  for (std::int64_t i = 0; i < info.schema->n_children; ++i) {
    const ArrowSchema& schema = *info.schema->children[i];
    const std::optional<text::ColumnFormat> format = text::parse_format(schema);
    if (!format)
      throw sdk::PluginError(DATAGEN_UNSUPPORTED, std::string("the format '") + schema.format + "' is not known",
                             schema.name);
    Column& column = columns_.emplace_back();
    column.format = *format;
    column.width = is_printed(format->kind) ? text::max_value_size(*format) : 0;
  }
}

void BatchValues::print(Column& column, std::size_t rows) {
  column.printed.resize(rows * column.width + sdk::kBufferSlack);
  column.sizes.resize(rows);
  char* out = column.printed.data();
  // In order: each may overwrite the places after its own.
  for (std::size_t row = 0; row < rows; ++row, out += column.width) {
    char* end = out;
    switch (column.format.kind) {
      case ColumnKind::kDecimal: {
        const auto value = at<text::Int128>(*column.array, row);
        // Only of what no number keeps is the text asked for.
        if (number_of(value, column.format.scale).kind == Number::Kind::none)
          end = text::write_decimal(out, value, column.format.scale);
        break;
      }
      case ColumnKind::kDate:
        end = text::write_date(out, at<std::int32_t>(*column.array, row));
        break;
      case ColumnKind::kTime:
        end = text::write_time(out, at<std::int64_t>(*column.array, row));
        break;
      case ColumnKind::kUuid:
        end = text::write_uuid(out, static_cast<const std::uint8_t*>(column.array->buffers[1]) + 16 * row);
        break;
      default:
        // In UTC, and without its sign, as SQLite's own functions write it.
        end = text::write_timestamp(out, at<std::int64_t>(*column.array, row), false);
    }
    column.sizes[row] = static_cast<std::uint16_t>(end - out);
  }
}

void BatchValues::take(const ArrowArray& batch) {
  rows_ = static_cast<std::size_t>(batch.length);
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    columns_[i].array = batch.children[i];
    if (columns_[i].width != 0) print(columns_[i], rows_);
  }
}

void BatchValues::give(sqlite3_context* to, std::size_t row, std::size_t column_number) const noexcept {
  const Column& column = columns_[column_number];
  const ArrowArray& array = *column.array;
  if (!sdk::is_valid(array, row)) return sqlite3_result_null(to);
  switch (column.format.kind) {
    case ColumnKind::kBoolean:
      return sqlite3_result_int(to, static_cast<const std::uint8_t*>(array.buffers[1])[row >> 3] >> (row & 7) & 1);
    case ColumnKind::kInt16:
      return sqlite3_result_int(to, at<std::int16_t>(array, row));
    case ColumnKind::kInt32:
      return sqlite3_result_int(to, at<std::int32_t>(array, row));
    case ColumnKind::kInt64:
      return sqlite3_result_int64(to, at<std::int64_t>(array, row));
    case ColumnKind::kFloat:
      return give_double(to, static_cast<double>(at<float>(array, row)));
    case ColumnKind::kDouble:
      return give_double(to, at<double>(array, row));
    case ColumnKind::kText:
    case ColumnKind::kDictionary:
      return give_text(to, sdk::TextInput(array).at(row).value_or(""));
    case ColumnKind::kBytes: {
      const auto* const offsets = static_cast<const std::int32_t*>(array.buffers[1]);
      const auto size = static_cast<std::uint64_t>(offsets[row + 1] - offsets[row]);
      if (size == 0) return sqlite3_result_zeroblob(to, 0);
      return sqlite3_result_blob64(to, static_cast<const char*>(array.buffers[2]) + offsets[row], size, SQLITE_STATIC);
    }
    case ColumnKind::kDecimal: {
      const Number number = number_of(at<text::Int128>(array, row), column.format.scale);
      if (number.kind == Number::Kind::integer) return sqlite3_result_int64(to, number.integer);
      if (number.kind == Number::Kind::real) return sqlite3_result_double(to, number.real);
      break;
    }
    case ColumnKind::kDate:
    case ColumnKind::kTime:
    case ColumnKind::kTimestamp:
    case ColumnKind::kTimestampUtc:
    case ColumnKind::kUuid:
      break;
  }
  give_text(to, {column.printed.data() + row * column.width, column.sizes[row]});
}

}  // namespace datagen::sqlite
