// What must hold of escaped text, whatever the text: checked by libFuzzer and, over generated inputs, by Catch2.
#pragma once

#include <string>
#include <string_view>

namespace datagen::fuzz {

/// What is wrong with how `text` is escaped for COPY and as an SQL literal; empty if nothing is.
std::string escape_fault(std::string_view text);

}  // namespace datagen::fuzz
