// Memory of the host: appending to a datagen_buffer, and what is lent for a call.
#pragma once

#include <cstdint>
#include <cstring>
#include <limits>
#include <string_view>

#include "datagen/error.hpp"
#include "datagen/plugin.h"

namespace datagen::sdk {

/// Bytes past a buffer's capacity that may be overwritten, so that wide stores need no tail handling.
inline constexpr std::uint64_t kBufferSlack = 64;

/// `bytes` of memory for the time of a call, 64-byte aligned.  Throws PluginError DATAGEN_OUT_OF_MEMORY.
inline void* scratch(const datagen_call& call, std::uint64_t bytes) {
  void* const memory = call.scratch == nullptr ? nullptr : call.scratch(&call, bytes);
  if (memory == nullptr) throw PluginError(DATAGEN_OUT_OF_MEMORY, "no memory for the time of a call");
  return memory;
}

/// A view of a datagen_buffer; owns nothing.  One thread at a time.
class Buffer {
 public:
  explicit Buffer(datagen_buffer& buffer) noexcept : buffer_(&buffer) {}

  std::uint64_t size() const noexcept { return buffer_->size; }
  char* begin() const noexcept { return reinterpret_cast<char*>(buffer_->data); }
  char* end() const noexcept { return begin() + buffer_->size; }
  datagen_buffer& raw() const noexcept { return *buffer_; }

  /// Room for `additional` bytes after the present ones (kBufferSlack more may be overwritten).  Returns end(), valid
  /// until the next reserve.  Throws PluginError DATAGEN_OUT_OF_MEMORY; the buffer is then as it was.
  char* reserve(std::uint64_t additional) {
    if (additional > buffer_->capacity - buffer_->size) {
      if (additional > std::numeric_limits<std::uint64_t>::max() - buffer_->size) {
        throw PluginError(DATAGEN_OUT_OF_MEMORY, "a buffer cannot be that large");
      }
      const datagen_status status = buffer_->reserve(buffer_, buffer_->size + additional);
      if (status != DATAGEN_OK) throw PluginError(status, "no memory for the output buffer");
    }
    return end();
  }

  /// Ends the buffer at `end`, which lies in what reserve() promised.
  void set_end(const char* end) noexcept { buffer_->size = static_cast<std::uint64_t>(end - begin()); }

  void append(std::string_view text) {
    if (text.empty()) return;
    char* out = reserve(text.size());
    std::memcpy(out, text.data(), text.size());
    set_end(out + text.size());
  }

 private:
  datagen_buffer* buffer_;
};

}  // namespace datagen::sdk
