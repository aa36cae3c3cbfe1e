#include "check/columns.hpp"

#include <cstring>

#include "check/lending.hpp"
#include "program/format.hpp"

namespace datagen::host::check {
namespace {

// What lies under a null.
std::string filler(Format format, std::uint8_t under_null, const ArrowArray* dictionary) {
  if (dictionary != nullptr) {
    const auto index = static_cast<std::int32_t>(under_null % dictionary->length);
    return {reinterpret_cast<const char*>(&index), sizeof index};
  }
  if (format.storage == Storage::variable) return std::string(under_null % 8u, 'x');
  return std::string(format.storage == Storage::bits ? 1 : format.width, static_cast<char>(under_null));
}

void set_bit(std::uint8_t* bits, std::size_t i, bool value) {
  const auto mask = static_cast<std::uint8_t>(1u << (i % 8));
  bits[i / 8] = static_cast<std::uint8_t>(value ? bits[i / 8] | mask : bits[i / 8] & ~mask);
}

}  // namespace

void fill_column(ColumnData& column, std::string_view format, std::span<const Cell> cells, std::uint8_t under_null,
                 const ArrowArray* dictionary) {
  const Format layout = parse_format(dictionary == nullptr ? format : "i");
  const auto n = static_cast<std::uint32_t>(cells.size());
  column.prepare(layout, n);
  std::uint8_t* const validity = column.prepare_validity(n);
  std::int64_t nulls = 0;
  std::uint64_t end = 0;
  for (std::uint32_t i = 0; i < n; ++i) {
    if (!cells[i]) {
      set_bit(validity, i, false);
      ++nulls;
    }
    const std::string value = cells[i] ? *cells[i] : filler(layout, under_null, dictionary);
    switch (layout.storage) {
      case Storage::bits:
        set_bit(column.data_buffer.data(), i, (value[0] & 1) != 0);
        break;
      case Storage::fixed:
        std::memcpy(column.data_buffer.data() + std::size_t{i} * layout.width, value.data(), layout.width);
        break;
      case Storage::variable:
        column.data_buffer.resize(end + value.size());
        std::memcpy(column.data_buffer.data() + end, value.data(), value.size());
        end += value.size();
        column.offsets_buffer.as<std::int32_t>()[i + 1] = static_cast<std::int32_t>(end);
        break;
    }
  }
  column.publish(layout, n, nulls, dictionary);
}

const void* LentArrays::copy(const void* data, std::size_t size, std::size_t alignment) {
  if (data == nullptr) return nullptr;
  Pages& pages = pages_.emplace_back(size, alignment, lending().fill);
  if (size > 0) std::memcpy(pages.data(), data, size);
  pages.make_read_only();
  return pages.data();
}

const ArrowArray* LentArrays::lend(const ArrowArray& array, std::string_view format) {
  if (!lending().read_only_inputs) return &array;
  const auto n = static_cast<std::size_t>(array.length);
  const Format layout = parse_format(array.dictionary == nullptr ? format : "i");
  std::vector<const void*>& buffers = buffers_.emplace_back();
  buffers.push_back(copy(array.buffers[0], (n + 7) / 8, 1));
  switch (layout.storage) {
    case Storage::bits:
      buffers.push_back(copy(array.buffers[1], (n + 7) / 8, 1));
      break;
    case Storage::fixed:
      buffers.push_back(copy(array.buffers[1], n * layout.width, layout.width));
      break;
    case Storage::variable: {
      const auto* const offsets = static_cast<const std::int32_t*>(array.buffers[1]);
      buffers.push_back(copy(offsets, (n + 1) * sizeof(std::int32_t), sizeof(std::int32_t)));
      buffers.push_back(copy(array.buffers[2], static_cast<std::size_t>(offsets[n]), 1));
      break;
    }
  }
  ArrowArray& result = arrays_.emplace_back(array);
  result.buffers = buffers.data();
  if (array.dictionary != nullptr) result.dictionary = const_cast<ArrowArray*>(lend(*array.dictionary, "u"));
  return &result;
}

const std::uint64_t* LentArrays::lend(std::span<const std::uint64_t> numbers) {
  if (!lending().read_only_inputs) return numbers.data();
  return static_cast<const std::uint64_t*>(copy(numbers.data(), numbers.size_bytes(), sizeof(std::uint64_t)));
}

}  // namespace datagen::host::check
