// The error struct that a plugin fills.
#pragma once

#include <algorithm>
#include <iterator>
#include <string>

#include "datagen/plugin.h"

namespace datagen {

// An empty one, for one call.
[[nodiscard]] inline datagen_error empty_error() {
  datagen_error error{};
  error.struct_size = sizeof error;
  error.row = -1;
  return error;
}

// An inline text of the struct; a plugin may have forgotten the terminator.
template <std::size_t kSize>
[[nodiscard]] std::string bounded(const char (&text)[kSize]) {
  return {text, std::find(text, text + kSize, '\0')};
}

// What a plugin says of its failure.
[[nodiscard]] inline std::string message_of(const datagen_error& error, datagen_status status) {
  std::string message = bounded(error.message);
  return message.empty() ? "failed with status " + std::to_string(status) + " and no message" : message;
}

}  // namespace datagen
