// Sizes and times as people read them.
#pragma once

#include <cstdint>
#include <string>

namespace datagen::host {

[[nodiscard]] std::string bytes_text(std::uint64_t bytes);  // "93.4 kB"; powers of 1000
[[nodiscard]] std::string duration_text(double seconds);    // "0.02 s", "3 min 20 s", "2 h 5 min"

}  // namespace datagen::host
