#include <cmath>
#include <cstdint>
#include <limits>

#include "check/sample_database.hpp"
#include "datagen/text/decimal.hpp"

namespace datagen::host::check {
namespace {

using text::Int128;

template <class T>
std::vector<Cell> cells(std::initializer_list<T> values) {
  std::vector<Cell> result;
  for (const T value : values) result.push_back(fixed_cell(value));
  return result;
}

template <class T>
std::vector<Cell> integer_extremes() {
  return cells<T>({std::numeric_limits<T>::min(), std::numeric_limits<T>::min() + 1, -1, 0, 1,
                   std::numeric_limits<T>::max() - 1, std::numeric_limits<T>::max()});
}

template <class T>
std::vector<Cell> floating_extremes() {
  using Limits = std::numeric_limits<T>;
  return cells<T>({Limits::quiet_NaN(), -Limits::quiet_NaN(), Limits::infinity(), -Limits::infinity(), T{0}, -T{0},
                   Limits::denorm_min(), -Limits::denorm_min(), Limits::min(), Limits::max(), Limits::lowest(),
                   Limits::epsilon(), T(0.1), T(1) / T(3)});
}

std::vector<Cell> decimals(int digits) {
  Int128 limit = 1;
  for (int i = 0; i < digits; ++i) limit *= 10;
  return cells<Int128>({limit - 1, 1 - limit, 0, 1, -1, limit / 10});
}

std::vector<Cell> texts(std::initializer_list<const char*> values) { return {values.begin(), values.end()}; }

std::vector<Cell> extreme_texts() {
  std::vector<Cell> result = texts({"",
                                    "'",
                                    "''",
                                    "\"",
                                    "\\",
                                    "\\\\",
                                    "\\.",
                                    "\\N",
                                    "NULL",
                                    "null",
                                    "\n",
                                    "\r\n",
                                    "\r",
                                    "\t",
                                    ",",
                                    ";",
                                    "--",
                                    "/* */",
                                    "$$",
                                    "{}",
                                    "=1+1",
                                    " ",
                                    "a ",
                                    "\b\f\v",
                                    "\x7f",
                                    "é漢字😀",
                                    "\xef\xbb\xbf",
                                    "\xe2\x80\xa8",
                                    "&lt;",
                                    "'); DROP TABLE x; --"});
  for (char c = 1; c < 32; ++c) result.emplace_back(std::string(1, c));
  for (std::size_t size : {15, 16, 17, 31, 32, 33, 63, 64, 65}) result.emplace_back(std::string(size, '\''));
  result.emplace_back(std::string(20'000, '\n'));
  result.emplace_back(std::string("a\0b", 3));
  return result;
}

std::vector<Cell> extreme_bytes() {
  std::string all;
  for (int byte = 0; byte < 256; ++byte) all += static_cast<char>(byte);
  return {"", std::string(1, '\0'), all, std::string(20'000, '\xff')};
}

SampleColumn identifier() { return {"id", "bigint", "l", true, false, {}, integer_extremes<std::int64_t>(), true}; }

SampleTable one(const std::string& name, const std::string& type, const std::string& format, std::vector<Cell> ordinary,
                std::vector<Cell> extreme) {
  return {name, {identifier(), {"value", type, format, false, false, std::move(ordinary), std::move(extreme)}}};
}

SampleColumn text_column(const std::string& name, bool not_null) {
  return {name, "text", "u", not_null, false, texts({"one", "two words", "drei", "größer", "東京"}), extreme_texts()};
}

std::vector<SampleTable> make_tables() {
  constexpr std::int64_t kDay = 86'400'000'000;
  std::vector<SampleTable> tables;
  tables.push_back(one("booleans", "boolean", "b", {std::string(1, '\0'), std::string(1, '\1')},
                       {std::string(1, '\0'), std::string(1, '\1')}));
  tables.push_back(one("small", "smallint", "s", cells<std::int16_t>({1, -2, 300}), integer_extremes<std::int16_t>()));
  tables.push_back(
      one("integers", "integer", "i", cells<std::int32_t>({1, -2, 70'000}), integer_extremes<std::int32_t>()));
  tables.push_back(
      one("big", "bigint", "l", cells<std::int64_t>({1, -2, 5'000'000'000}), integer_extremes<std::int64_t>()));
  tables.push_back(one("reals", "real", "f", cells<float>({0.5F, -1.25F, 3.0F}), floating_extremes<float>()));
  tables.push_back(
      one("doubles", "double precision", "g", cells<double>({0.5, -1.25, 3.0}), floating_extremes<double>()));
  tables.push_back(one("prices", "numeric(10,2)", "d:10,2", cells<Int128>({199, -50, 100'000}), decimals(10)));
  tables.push_back(one("precise", "numeric(38,6)", "d:38,6", cells<Int128>({199, -50, 100'000}), decimals(38)));
  tables.push_back(
      one("dates", "date", "tdD", cells<std::int32_t>({0, 19'000, 20'000}), integer_extremes<std::int32_t>()));
  tables.push_back(one("times", "time", "ttu", cells<std::int64_t>({1, 3'600'000'000, kDay - 1}),
                       cells<std::int64_t>({0, kDay - 1, kDay})));
  tables.push_back(one("moments", "timestamp without time zone", "tsu:", cells<std::int64_t>({1, kDay, 20'000 * kDay}),
                       integer_extremes<std::int64_t>()));
  tables.push_back(one("instants", "timestamp with time zone", "tsu:UTC", cells<std::int64_t>({1, kDay, 20'000 * kDay}),
                       integer_extremes<std::int64_t>()));
  tables.push_back(one("uuids", "uuid", "w:16", {std::string("0123456789abcdef")},
                       {std::string(16, '\0'), std::string(16, '\xff'), std::string("\0\t\n\r\\'\"abcdefghi", 16)}));
  tables.push_back({"texts", {text_column("first", true), text_column("second", true), text_column("third", false)}});
  tables.push_back(one("bytes", "bytea", "z", {"bytes", std::string("\0\1\2", 3)}, extreme_bytes()));
  tables.push_back({"words",
                    {identifier(),
                     {"word", "text", "u", false, true, cells<std::int32_t>({0, 1, 2}),
                      cells<std::int32_t>({0, static_cast<std::int32_t>(dictionary_entries().size()) - 1})}}});
  tables.push_back({"odd \"name's", {text_column("a \"b'c\\d", false)}});
  tables.push_back({"no_columns", {}});
  return tables;
}

}  // namespace

const std::vector<SampleTable>& sample_tables() {
  static const std::vector<SampleTable> tables = make_tables();
  return tables;
}

const std::vector<std::string>& dictionary_entries() {
  static const std::vector<std::string> entries{"red", "green", "blue", "", "it's", "tab\there", "größer"};
  return entries;
}

std::vector<std::vector<Cell>> sample_cells(const SampleTable& table, Rows rows, std::uint64_t first, std::uint32_t n) {
  std::vector<std::vector<Cell>> result;
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    const SampleColumn& column = table.columns[c];
    std::vector<Cell>& cells = result.emplace_back();
    for (std::uint64_t row = first; row < first + n; ++row) {
      if (column.key && rows != Rows::extreme) {
        cells.push_back(fixed_cell(static_cast<std::int64_t>(row) + 1));
        continue;
      }
      const bool null = !column.not_null && (rows == Rows::all_null || (rows == Rows::ordinary && row % 7 == 3));
      const std::vector<Cell>& values = rows == Rows::extreme ? column.extreme : column.ordinary;
      cells.push_back(null ? Cell() : values[(row * (c + 1) + row / 3) % values.size()]);
    }
  }
  return result;
}

}  // namespace datagen::host::check
