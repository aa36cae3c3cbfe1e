// Writing a text or bytes column value by value, with one reservation for a batch.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <span>
#include <string>
#include <string_view>

#include "datagen/buffer.hpp"
#include "datagen/error.hpp"
#include "datagen/plugin.h"

namespace datagen::sdk {

/// Appends n values to a column with offsets.  Write each value at cursor() and pass its end to finish_value(); call
/// finish() after the last.  bytes_per_value is room for the longest value (kBufferSlack more may be overwritten); a
/// value that may be longer calls ensure() first.  Throws DATAGEN_DATA beyond 2^31 - 1 bytes.  One thread.
class TextColumn {
 public:
  TextColumn(datagen_column& out, std::size_t n, std::size_t bytes_per_value)
      : buffer_(*out.data), offsets_(reinterpret_cast<std::int32_t*>(out.offsets->data)) {
    out.data->size = 0;
    offsets_[0] = 0;
    if (bytes_per_value != 0 && n > kMaximumBytes / bytes_per_value) throw_too_large();
    cursor_ = buffer_.reserve(n * bytes_per_value);
  }

  char* cursor() const noexcept { return cursor_; }

  /// Room for a value of this many bytes at cursor(), which may move.
  char* ensure(std::size_t bytes) {
    buffer_.set_end(cursor_);
    if (bytes > kMaximumBytes - buffer_.size()) throw_too_large();
    if (bytes > buffer_.raw().capacity - buffer_.size()) {
      // Grows by half at least, so that values of unforeseen length do not move the column each time.
      const std::uint64_t half = buffer_.raw().capacity / 2;
      cursor_ = buffer_.reserve(half > bytes ? half : bytes);
    }
    return cursor_;
  }

  void finish_value(char* end) noexcept {
    cursor_ = end;
    *++offsets_ = static_cast<std::int32_t>(end - buffer_.begin());
  }

  void append(std::string_view value) {
    char* const out = ensure(value.size());
    if (!value.empty()) std::memcpy(out, value.data(), value.size());
    finish_value(out + value.size());
  }

  void finish() noexcept { buffer_.set_end(cursor_); }

 private:
  static constexpr std::uint64_t kMaximumBytes = std::numeric_limits<std::int32_t>::max();

  [[noreturn]] static void throw_too_large() {
    throw PluginError(DATAGEN_DATA, "a batch of this column exceeds 2147483647 bytes; use smaller batches");
  }

  Buffer buffer_;
  std::int32_t* offsets_;
  char* cursor_ = nullptr;
};

/// Writes texts as the entries of a dictionary, making room for the offsets; returns how many.
template <class Texts>
std::int64_t write_dictionary(datagen_column& out, const Texts& texts) {
  const std::size_t n = std::size(texts);
  if (n > (std::size_t{1} << 24)) {
    throw PluginError(DATAGEN_UNSUPPORTED, "a dictionary of " + std::to_string(n) + " entries; 16777216 are allowed");
  }
  out.offsets->size = 0;
  const std::uint64_t bytes = (n + 1) * sizeof(std::int32_t);
  Buffer(*out.offsets).reserve(bytes);
  out.offsets->size = bytes;
  TextColumn column(out, 0, 0);
  for (const auto& text : texts) column.append(text);
  column.finish();
  return static_cast<std::int64_t>(n);
}

}  // namespace datagen::sdk
