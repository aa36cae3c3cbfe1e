#include "program/column_data.hpp"

#include <cstring>

namespace datagen {

namespace {
// Borrowed arrays must not look released; releasing them does nothing.
void release_nothing(ArrowArray*) {}
}  // namespace

ColumnData::ColumnData() {
  array_.buffers = pointers_;
  array_.release = &release_nothing;
}

void ColumnData::prepare(Format format, std::uint32_t n) {
  switch (format.storage) {
    case Storage::bits:
      data_buffer.resize((n + 7) / 8);
      if (n > 0) std::memset(data_buffer.data(), 0, data_buffer.size());
      break;
    case Storage::fixed:
      data_buffer.resize(std::uint64_t{n} * format.width);
      break;
    case Storage::variable:
      offsets_buffer.resize((std::uint64_t{n} + 1) * 4);
      offsets_buffer.as<std::int32_t>()[0] = 0;
      data_buffer.reserve(64);
      data_buffer.clear();
      break;
  }
}

std::uint8_t* ColumnData::prepare_validity(std::uint32_t n) {
  validity_buffer.resize(std::uint64_t{n} / 8 + 1);
  std::memset(validity_buffer.data(), 0xff, validity_buffer.size());
  return validity_buffer.data();
}

void ColumnData::publish(Format format, std::uint32_t n, std::int64_t null_count, const ArrowArray* dictionary) {
  bool variable = format.storage == Storage::variable;
  pointers_[0] = null_count > 0 ? validity_buffer.data() : nullptr;
  pointers_[1] = variable ? offsets_buffer.data() : data_buffer.data();
  pointers_[2] = variable ? data_buffer.data() : nullptr;
  array_.length = n;
  array_.null_count = null_count;
  array_.n_buffers = variable ? 3 : 2;
  array_.dictionary = const_cast<ArrowArray*>(dictionary);
}

void ColumnData::alias(const ColumnData& source, std::int64_t null_count, bool own_validity) {
  pointers_[0] = null_count == 0 ? nullptr : own_validity ? validity_buffer.data() : source.pointers_[0];
  pointers_[1] = source.pointers_[1];
  pointers_[2] = source.pointers_[2];
  array_.length = source.array_.length;
  array_.null_count = null_count;
  array_.n_buffers = source.array_.n_buffers;
  array_.dictionary = source.array_.dictionary;
}

std::string_view ColumnData::text(std::uint32_t i) const {
  const auto* offsets = static_cast<const std::int32_t*>(pointers_[1]);
  const char* data = bytes();
  if (array_.dictionary != nullptr) {
    i = static_cast<std::uint32_t>(offsets[i]);
    offsets = static_cast<const std::int32_t*>(array_.dictionary->buffers[1]);
    data = static_cast<const char*>(array_.dictionary->buffers[2]);
  }
  return {data + offsets[i], static_cast<std::size_t>(offsets[i + 1] - offsets[i])};
}

}  // namespace datagen
