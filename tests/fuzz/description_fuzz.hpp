// What must hold of any text: each reader and the description's parser end with a tree or with faults that have a
// place.
#pragma once

#include <string_view>

namespace datagen::test {

// Aborts when the invariant does not hold.
void check_any_document(std::string_view text);

}  // namespace datagen::test
