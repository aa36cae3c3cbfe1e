#include "program/sql_column.hpp"

#include <fmt/format.h>

#include <cstring>
#include <limits>
#include <utility>

#include "program/render.hpp"
#include "program/sql_value.hpp"
#include "program/text_checks.hpp"

namespace datagen {

using Kind = SqlValue::Kind;

Kind kind_of_format(const std::string& format) {
  switch (format[0]) {
    case 'b':
      return Kind::boolean;
    case 's':
    case 'i':
    case 'l':
      return Kind::integer;
    case 'f':
    case 'g':
      return Kind::floating;
    case 'd':
      return Kind::decimal;
    case 't':
      return format == "tdD" ? Kind::date : format == "ttu" ? Kind::time : Kind::timestamp;
    default:
      return Kind::text;
  }
}

SqlColumn::SqlColumn(Target target)
    : target_(std::move(target)),
      layout_(parse_format(target_.format)),
      kind_(kind_of_format(target_.format)),
      scale_(kind_ == Kind::decimal ? decimal_scale(target_.format) : -1) {}

std::uint8_t* SqlColumn::prepare(ColumnData& out, std::uint32_t n) const {
  out.prepare(layout_, n);
  return out.prepare_validity(n);
}

bool SqlColumn::store(ColumnData& out, std::uint32_t i, const SqlValue& value, std::uint8_t* validity) const {
  const SqlValue converted = convert(value, kind_, scale_);
  if (converted.is_null()) {
    if (target_.not_null) refuse_expression("it is null, and the column is NOT NULL");
    validity[i / 8] = static_cast<std::uint8_t>(validity[i / 8] & ~(1u << (i % 8)));
  }
  store_converted(out, i, converted);
  return !converted.is_null();
}

template <typename T>
void SqlColumn::store_integer(ColumnData& out, std::uint32_t i, Int128 value) const {
  if (value < std::numeric_limits<T>::min() || value > std::numeric_limits<T>::max())
    refuse_expression("the result does not fit the column's type");
  out.data_buffer.as<T>()[i] = static_cast<T>(value);
}

void SqlColumn::store_converted(ColumnData& out, std::uint32_t i, const SqlValue& value) const {
  switch (target_.format[0]) {
    case 'b':
      if (value.number != 0) {
        std::uint8_t& byte = out.data_buffer.data()[i / 8];
        byte = static_cast<std::uint8_t>(byte | 1u << (i % 8));
      }
      break;
    case 's':
      store_integer<std::int16_t>(out, i, value.number);
      break;
    case 'i':
      store_integer<std::int32_t>(out, i, value.number);
      break;
    case 'l':
      store_integer<std::int64_t>(out, i, value.number);
      break;
    case 'f':
      out.data_buffer.as<float>()[i] = static_cast<float>(value.floating);
      break;
    case 'g':
      out.data_buffer.as<double>()[i] = value.floating;
      break;
    case 'd': {
      Int128 limit = target_.precision < 0 ? 0 : power_of_ten(target_.precision);
      if (limit != 0 && (value.number >= limit || value.number <= -limit))
        refuse_expression("the result does not fit the column's precision");
      out.data_buffer.as<Int128>()[i] = value.number;
      break;
    }
    case 't':
      if (target_.format == "tdD")
        store_integer<std::int32_t>(out, i, value.number);
      else
        store_integer<std::int64_t>(out, i, value.number);
      break;
    default: {
      if (target_.max_characters > 0 && count_characters(value.text) > target_.max_characters)
        refuse_expression(fmt::format("'{}' has more than {} characters", value.text, target_.max_characters));
      std::uint64_t size = out.data_buffer.size();
      out.data_buffer.resize(size + value.text.size());
      std::memcpy(out.data_buffer.data() + size, value.text.data(), value.text.size());
      out.offsets_buffer.as<std::int32_t>()[i + 1] = static_cast<std::int32_t>(size + value.text.size());
    }
  }
}

}  // namespace datagen
