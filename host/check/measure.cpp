#include "check/measure.hpp"

#include <malloc.h>

#include <filesystem>
#include <iterator>

// Of a sanitizer, which replaces malloc.
extern "C" std::size_t __sanitizer_get_current_allocated_bytes() __attribute__((weak));

namespace datagen::host::check {

std::size_t allocated_bytes() {
  if (&__sanitizer_get_current_allocated_bytes != nullptr) return __sanitizer_get_current_allocated_bytes();
  const struct mallinfo2 info = ::mallinfo2();
  return info.uordblks + info.hblkhd;
}

std::size_t thread_count() {
  const std::filesystem::directory_iterator tasks("/proc/self/task");
  return static_cast<std::size_t>(std::distance(begin(tasks), end(tasks)));
}

}  // namespace datagen::host::check
