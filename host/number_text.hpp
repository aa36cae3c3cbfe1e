// Numbers as people read them.
#pragma once

#include <string>

namespace datagen::host {

// "1,234,567"
[[nodiscard]] std::string grouped(unsigned long long number);
// "1 table", "2,000 tables"
[[nodiscard]] std::string counted(unsigned long long number, const std::string& noun);
// "512 B", "1.2 kB", "34 MB": powers of 1000.
[[nodiscard]] std::string short_size(double bytes);
// "0.02 s", "3 min 20 s", "2 h 5 min"
[[nodiscard]] std::string duration_text(double seconds);

}  // namespace datagen::host
