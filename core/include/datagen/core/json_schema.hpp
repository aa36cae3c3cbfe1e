// JSON Schemas (draft 2020-12) of the documents that people write, for editors that complete and check them, written
// from the tables that the readers use.
#pragma once

#include <string>

#include "datagen/core/keys.hpp"
#include "datagen/core/registry.hpp"

namespace datagen {

// Of a description.  Generators and their options are those of the registry, beside the core's own.
[[nodiscard]] std::string description_json_schema(const Registry& registry);

// Of a document whose top level is root: as JSON text, with two blanks for each level, and a line feed at the end.
// title: "A datagen configuration".  Throws Error(description) for short names that several classes share.
[[nodiscard]] std::string json_schema(const Place& root, const std::string& title, const Registry& registry);

}  // namespace datagen
