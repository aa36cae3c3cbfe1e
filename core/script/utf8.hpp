#pragma once

#include <string_view>

namespace datagen {

// Whether text is UTF-8 (RFC 3629).
[[nodiscard]] bool is_utf8(std::string_view text);

}  // namespace datagen
