// Reading the columns that DATAGEN_COLUMN options bind: plain or dictionary-encoded, with nulls.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "datagen/error.hpp"
#include "datagen/plugin.h"

namespace datagen::sdk {

/// Whether value i of an array is not null.
inline bool is_valid(const ArrowArray& array, std::size_t i) noexcept {
  if (array.null_count == 0 || array.buffers[0] == nullptr) return true;
  const std::size_t bit = i + static_cast<std::size_t>(array.offset);
  return (static_cast<const std::uint8_t*>(array.buffers[0])[bit >> 3] >> (bit & 7) & 1) != 0;
}

/// A text column of one batch.  Borrows the array.
class TextInput {
 public:
  /// Whether a column of this schema holds text.
  static bool accepts(const ArrowSchema& schema) noexcept {
    return schema.dictionary != nullptr || std::string_view(schema.format) == "u";
  }

  explicit TextInput(const ArrowArray& array) noexcept
      : array_(&array), texts_(array.dictionary != nullptr ? array.dictionary : &array) {}

  /// The value of row i, or nothing for a null.
  std::optional<std::string_view> at(std::size_t i) const noexcept {
    if (!is_valid(*array_, i)) return std::nullopt;
    if (texts_ == array_) return text(i);
    const std::size_t entry = index(i);
    if (!is_valid(*texts_, entry)) return std::nullopt;
    return text(entry);
  }

  /// Entries of the dictionary, 0 for a plain column; with index(), lets work be done once for each entry.
  std::size_t dictionary_size() const noexcept {
    return texts_ == array_ ? 0 : static_cast<std::size_t>(texts_->length);
  }
  /// Of a dictionary-encoded column: the entry of row i.  Valid under a null too.
  std::size_t index(std::size_t i) const noexcept {
    const std::int32_t* const indices = static_cast<const std::int32_t*>(array_->buffers[1]);
    return static_cast<std::size_t>(indices[i + static_cast<std::size_t>(array_->offset)]);
  }

 private:
  std::string_view text(std::size_t i) const noexcept {
    const std::int32_t* const offsets =
        static_cast<const std::int32_t*>(texts_->buffers[1]) + static_cast<std::size_t>(texts_->offset);
    const std::size_t size = static_cast<std::size_t>(offsets[i + 1] - offsets[i]);
    if (size == 0) return {};
    return {static_cast<const char*>(texts_->buffers[2]) + offsets[i], size};
  }

  const ArrowArray* array_;
  const ArrowArray* texts_;
};

/// An integer column (int16, int32, int64) of one batch.
class IntegerInput {
 public:
  static bool accepts(const ArrowSchema& schema) noexcept {
    const std::string_view format = schema.format;
    return schema.dictionary == nullptr && (format == "s" || format == "i" || format == "l");
  }

  IntegerInput(const ArrowArray& array, const ArrowSchema& schema) noexcept : array_(&array), format_(*schema.format) {}
  IntegerInput(const ArrowArray& array, char format) noexcept : array_(&array), format_(format) {}

  std::optional<std::int64_t> at(std::size_t i) const noexcept {
    if (!is_valid(*array_, i)) return std::nullopt;
    const std::size_t place = i + static_cast<std::size_t>(array_->offset);
    switch (format_) {
      case 's':
        return static_cast<const std::int16_t*>(array_->buffers[1])[place];
      case 'i':
        return static_cast<const std::int32_t*>(array_->buffers[1])[place];
      default:
        return static_cast<const std::int64_t*>(array_->buffers[1])[place];
    }
  }

 private:
  const ArrowArray* array_;
  char format_;
};

/// A date or timestamp column of one batch, as microseconds since 1970-01-01.
class TimestampInput {
 public:
  static bool accepts(const ArrowSchema& schema) noexcept {
    const std::string_view format = schema.format;
    return schema.dictionary == nullptr && (format == "tdD" || format.substr(0, 4) == "tsu:");
  }

  TimestampInput(const ArrowArray& array, bool is_date) noexcept : array_(&array), is_date_(is_date) {}

  std::optional<std::int64_t> at(std::size_t i) const noexcept {
    if (!is_valid(*array_, i)) return std::nullopt;
    const std::size_t place = i + static_cast<std::size_t>(array_->offset);
    if (is_date_) return static_cast<const std::int32_t*>(array_->buffers[1])[place] * std::int64_t{86'400'000'000};
    return static_cast<const std::int64_t*>(array_->buffers[1])[place];
  }

 private:
  const ArrowArray* array_;
  bool is_date_;
};

}  // namespace datagen::sdk
