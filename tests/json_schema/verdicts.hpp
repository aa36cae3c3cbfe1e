// What datagen, and what a public validator with datagen's JSON Schema, say about a document.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "datagen/core/document.hpp"
#include "tests/host/program.hpp"

namespace datagen::test {

using Json = nlohmann::ordered_json;

// The document as the program's own reader sees it, from JSON, TOML or YAML.
[[nodiscard]] Json read_as_json(const std::string& text, const std::string& file_name);

// For each document: empty where it is valid by the schema, else its first fault.  Throws where the validator fails,
// which it also does when the schema is none by the meta-schema of its draft.
[[nodiscard]] std::vector<std::string> validate(const Json& schema, const std::vector<Json>& documents);

// The schema that the program writes for "description" or "configuration".
[[nodiscard]] Json written_schema(const Workplace& place, const std::string& document);

// The messages of `datagen validate`'s faults; empty where the description is valid.
[[nodiscard]] std::vector<std::string> faults_of(const Json& description);

}  // namespace datagen::test
