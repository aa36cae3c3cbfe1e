#include "program/render.hpp"

#include <charconv>
#include <cstring>

#include "datagen/text/calendar.hpp"
#include "datagen/text/decimal.hpp"
#include "datagen/text/floating.hpp"
#include "datagen/text/hexadecimal.hpp"
#include "datagen/text/integer.hpp"
#include "program/format.hpp"

namespace datagen {

int decimal_scale(std::string_view format) {
  std::size_t comma = format.find(',');
  int scale = 0;
  if (comma != std::string_view::npos) std::from_chars(format.data() + comma + 1, format.data() + format.size(), scale);
  return scale;
}

char* render_value(char* out, const ColumnData& column, std::string_view format, std::uint32_t i) {
  switch (format[0]) {
    case 'b': {
      bool set = (column.values<std::uint8_t>()[i / 8] >> (i % 8) & 1) != 0;
      std::string_view word = set ? "true" : "false";
      std::memcpy(out, word.data(), word.size());
      return out + word.size();
    }
    case 's':
      return text::write_integer(out, column.values<std::int16_t>()[i]);
    case 'i':
      return text::write_integer(out, column.values<std::int32_t>()[i]);
    case 'l':
      return text::write_integer(out, column.values<std::int64_t>()[i]);
    case 'f':
      return text::write_floating(out, column.values<float>()[i]);
    case 'g':
      return text::write_floating(out, column.values<double>()[i]);
    case 'd':
      return text::write_decimal(out, column.values<text::Int128>()[i], decimal_scale(format));
    case 'w':
      return text::write_uuid(out, column.values<std::uint8_t>() + std::size_t{i} * 16);
    default:
      break;
  }
  if (format == "tdD") return text::write_date(out, column.values<std::int32_t>()[i]);
  if (format == "ttu") return text::write_time(out, column.values<std::int64_t>()[i]);
  return text::write_timestamp(out, column.values<std::int64_t>()[i], format == "tsu:UTC");
}

std::string rendered(const ColumnData& column, std::string_view format, std::uint32_t i) {
  if (column.array().dictionary != nullptr || format == "u") return std::string(column.text(i));
  if (format == "z") {
    std::string_view bytes = column.text(i);
    std::string result(2 + 2 * bytes.size() + 64, '\0');
    result[0] = '\\';
    result[1] = 'x';
    text::write_hex(result.data() + 2, reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
    result.resize(2 + 2 * bytes.size());
    return result;
  }
  char buffer[largest_rendered_size + 64];
  return {buffer, render_value(buffer, column, format, i)};
}

}  // namespace datagen
