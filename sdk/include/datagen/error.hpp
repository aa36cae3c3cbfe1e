// Failure inside a plugin, and the one way it may cross the ABI.
//
// Code behind a trampoline throws; guard() turns whatever was thrown into a datagen_status and fills the caller's
// datagen_error.  Nothing unwinds across the boundary.  All functions here are thread-safe.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <exception>
#include <new>
#include <string>
#include <string_view>
#include <utility>

#include "datagen/plugin.h"

namespace datagen::sdk {

/// What a plugin throws.  status is a DATAGEN_* code other than DATAGEN_OK; message says what is wrong and what to do;
/// subject names the option or column, or is empty; row is the offending row's index within the call, or -1.
class PluginError : public std::exception {
 public:
  PluginError(datagen_status status, std::string message, std::string subject = {}, std::int64_t row = -1)
      : status_(status), message_(std::move(message)), subject_(std::move(subject)), row_(row) {}

  datagen_status status() const noexcept { return status_; }
  const std::string& message() const noexcept { return message_; }
  const std::string& subject() const noexcept { return subject_; }
  std::int64_t row() const noexcept { return row_; }
  const char* what() const noexcept override { return message_.c_str(); }

 private:
  datagen_status status_;
  std::string message_;
  std::string subject_;
  std::int64_t row_;
};

/// Copies text into a NUL-terminated field of `capacity` bytes; text that is too long is cut between two characters.
inline void copy_text(char* field, std::size_t capacity, std::string_view text) noexcept {
  if (capacity == 0) return;
  std::size_t size = text.size();
  if (size >= capacity) {
    size = capacity - 1;
    while (size > 0 && (static_cast<unsigned char>(text[size]) & 0xc0u) == 0x80u) --size;
  }
  if (size > 0) std::memcpy(field, text.data(), size);
  field[size] = '\0';
}

/// Fills *error, which may be null and may come from a host with a smaller struct.  Returns the status it stored:
/// DATAGEN_OK and negative codes are no failure's code and become DATAGEN_INTERNAL.
inline datagen_status fill_error(datagen_error* error, datagen_status status, std::string_view message,
                                 std::string_view subject = {}, std::int64_t row = -1) noexcept {
  if (status <= DATAGEN_OK) status = DATAGEN_INTERNAL;
  if (error == nullptr) return status;
  const std::size_t size = error->struct_size;
  if (size >= offsetof(datagen_error, code) + sizeof error->code) error->code = status;
  if (size >= offsetof(datagen_error, row) + sizeof error->row) error->row = row;
  if (size >= offsetof(datagen_error, subject) + sizeof error->subject) {
    copy_text(error->subject, sizeof error->subject, subject);
  }
  if (size >= offsetof(datagen_error, message) + sizeof error->message) {
    copy_text(error->message, sizeof error->message, message);
  }
  return status;
}

/// Runs function() and returns DATAGEN_OK, or contains what it throws: PluginError keeps its status, std::bad_alloc is
/// DATAGEN_OUT_OF_MEMORY, anything else DATAGEN_INTERNAL.
template <class Function>
datagen_status guard(datagen_error* error, Function&& function) noexcept {
  try {
    std::forward<Function>(function)();
    return DATAGEN_OK;
  } catch (const PluginError& failure) {
    return fill_error(error, failure.status(), failure.message(), failure.subject(), failure.row());
  } catch (const std::bad_alloc&) {
    return fill_error(error, DATAGEN_OUT_OF_MEMORY, "out of memory");
  } catch (const std::exception& failure) {
    return fill_error(error, DATAGEN_INTERNAL, failure.what());
  } catch (...) {
    return fill_error(error, DATAGEN_INTERNAL, "an exception that is no std::exception");
  }
}

}  // namespace datagen::sdk
