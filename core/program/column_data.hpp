// One column of a batch: its buffers, and the Arrow array that plugins see.
#pragma once

#include <cstdint>
#include <string_view>

#include "program/buffer.hpp"
#include "program/format.hpp"

namespace datagen {

// The array either shows this object's own buffers, or (alias) those of another column.
class ColumnData {
 public:
  ColumnData();
  ColumnData(const ColumnData&) = delete;
  ColumnData& operator=(const ColumnData&) = delete;

  // Room for n values of the format, as plugin.h promises to generators.
  void prepare(Format format, std::uint32_t n);
  // Points the array at this object's buffers.
  void publish(Format format, std::uint32_t n, std::int64_t null_count, const ArrowArray* dictionary);
  // Points the array at another column's values; validity stays this object's when own_validity.
  void alias(const ColumnData& source, std::int64_t null_count, bool own_validity);

  // n bits, all set; returns the first byte.
  std::uint8_t* prepare_validity(std::uint32_t n);

  [[nodiscard]] const ArrowArray& array() const { return array_; }
  [[nodiscard]] const std::uint8_t* validity() const { return static_cast<const std::uint8_t*>(pointers_[0]); }
  [[nodiscard]] bool is_null(std::uint32_t i) const {
    const std::uint8_t* bits = validity();
    return bits != nullptr && (bits[i / 8] >> (i % 8) & 1) == 0;
  }
  // Values of fixed storage, offsets of variable storage, indices of a dictionary column.
  template <typename T>
  [[nodiscard]] const T* values() const {
    return static_cast<const T*>(pointers_[1]);
  }
  [[nodiscard]] const char* bytes() const { return static_cast<const char*>(pointers_[2]); }
  // The text of value i, whether plain or by dictionary.
  [[nodiscard]] std::string_view text(std::uint32_t i) const;

  Buffer validity_buffer, offsets_buffer, data_buffer;

 private:
  ArrowArray array_{};
  const void* pointers_[3] = {nullptr, nullptr, nullptr};
};

}  // namespace datagen
