// How deep a TOML text nests, known before it is parsed: toml++ recurses with the depth of dotted keys.
#pragma once

#include "description/text_source.hpp"

namespace datagen {

// Throws when tables and arrays nest deeper than maximum_document_depth.  The text need not be valid TOML.
void check_toml_depth(const TextSource& source);

}  // namespace datagen
