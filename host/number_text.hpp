// Numbers as people read them.
#pragma once

#include <string>

namespace datagen::host {

// "1,234,567"
[[nodiscard]] std::string grouped(unsigned long long number);
// "1 table", "2,000 tables"
[[nodiscard]] std::string counted(unsigned long long number, const std::string& noun);

}  // namespace datagen::host
