// What a process uses.
#pragma once

#include <cstddef>

namespace datagen::host::check {

[[nodiscard]] std::size_t allocated_bytes();  // by malloc and what is built on it, in all threads
[[nodiscard]] std::size_t thread_count();

}  // namespace datagen::host::check
