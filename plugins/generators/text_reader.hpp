// Reading an input column of text in an inner loop.
#pragma once

#include "common.hpp"
#include "datagen/input.hpp"

namespace datagen::generators {

/// As sdk::TextInput, with a null read as an empty text.  Borrows the array.
class TextReader {
 public:
  TextReader() = default;
  explicit TextReader(const ArrowArray& array) : array_(&array) {
    const ArrowArray* const texts = array.dictionary != nullptr ? array.dictionary : &array;
    has_nulls_ = array.null_count != 0 || texts->null_count != 0;
    offsets_ = static_cast<const std::int32_t*>(texts->buffers[1]) + texts->offset;
    data_ = static_cast<const char*>(texts->buffers[2]);
    if (array.dictionary != nullptr) indices_ = static_cast<const std::int32_t*>(array.buffers[1]) + array.offset;
  }

  explicit operator bool() const { return array_ != nullptr; }

  std::string_view operator[](std::size_t i) const {
    if (has_nulls_) return sdk::TextInput(*array_).at(i).value_or(std::string_view());
    if (indices_ != nullptr) i = static_cast<std::size_t>(indices_[i]);
    const std::int32_t begin = offsets_[i];
    return {data_ + begin, static_cast<std::size_t>(offsets_[i + 1] - begin)};
  }

 private:
  const ArrowArray* array_ = nullptr;
  const std::int32_t* indices_ = nullptr;
  const std::int32_t* offsets_ = nullptr;
  const char* data_ = nullptr;
  bool has_nulls_ = false;
};

}  // namespace datagen::generators
