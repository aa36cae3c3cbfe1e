// The JSON Schemas: what they accept and refuse, as a public validator reads them, beside what the program does.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <random>
#include <set>

#include "tests/docs/markdown.hpp"
#include "tests/json_schema/verdicts.hpp"
#include "tests/support/catch.hpp"

namespace datagen::test {
namespace {

namespace fs = std::filesystem;

struct Sample {
  std::string name;
  Json document;
};

bool is_document(const fs::path& path) {
  return path.extension() == ".json" || path.extension() == ".toml" || path.extension() == ".yaml";
}

void add_files(const fs::path& folder, std::vector<Sample>& samples) {
  if (folder.empty()) return;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (!is_document(entry.path())) continue;
    Json document = read_as_json(read_file(entry.path()), entry.path().string());
    if (document.is_object() && document.contains("tables")) samples.push_back({entry.path().string(), document});
  }
}

// Of all pages: descriptions where configuration is false, else configurations.
void add_examples(bool configuration, std::vector<Sample>& samples) {
  std::vector<fs::path> pages{fs::path(DATAGEN_SOURCE_DIR) / "README.md"};
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(DATAGEN_SOURCE_DIR) / "docs"))
    if (entry.path().extension() == ".md") pages.push_back(entry.path());
  for (const fs::path& page : pages) {
    for (const CodeBlock& block : code_blocks(read_file(page))) {
      if (!is_document(block.file)) continue;
      const bool configures = fs::path(block.file).stem() == "datagen" || fs::path(block.file).stem() == ".datagen";
      if (configures != configuration) continue;
      Json document = read_as_json(block.text, block.file);
      if (!configuration && !document.contains("tables")) continue;
      samples.push_back({page.string() + ":" + std::to_string(block.line), document});
    }
  }
}

Json every_key() {
  const fs::path path = fs::path(DATAGEN_SOURCE_DIR) / "tests/json_schema/every_key.yaml";
  return read_as_json(read_file(path), path.string());
}

std::vector<Json> documents_of(const std::vector<Sample>& samples) {
  std::vector<Json> documents;
  for (const Sample& sample : samples) documents.push_back(sample.document);
  return documents;
}

struct Variant {
  std::string what;
  Json document;
};

// The document with one fault: at each of its maps an unknown key, and for each of its values others of other kinds.
std::vector<Variant> broken_variants(const Json& document) {
  std::vector<Variant> variants;
  const std::vector<Json> others = {"zzz zzz", 12.5, true, Json::array({Json::array({1})}),
                                    Json{{"zzz", Json::object()}}};
  const Json flat = document.flatten();
  std::set<std::string> places;
  for (const auto& [pointer, value] : flat.items()) {
    for (Json::json_pointer at(pointer); !at.empty(); at = at.parent_pointer()) places.insert(at.to_string());
  }
  for (const std::string& place : places) {
    const Json::json_pointer at(place);
    const Json& old = document.at(at);
    for (const Json& other : others) {
      if (other.type() == old.type() || (other.is_number() && old.is_number())) continue;
      Variant variant{place + " = " + other.dump(), document};
      variant.document[at] = other;
      variants.push_back(std::move(variant));
    }
    if (old.is_string()) {
      variants.push_back({place + " = another word", document});
      variants.back().document[at] = "zzz";
    }
    if (!old.is_object()) continue;
    variants.push_back({place + " with an unknown key", document});
    variants.back().document[at]["zzz"] = 1;
  }
  return variants;
}

// Faults in what a description says by itself, without regard to what it means.
bool is_structural(const std::string& message) {
  // Without a name, which generator makes a column is a matter of its type.
  if (message.starts_with("generator ") && contains(message, "option '")) return false;
  if (contains(message, "as the values are")) return false;
  for (const char* part : {"unknown key", "unknown option", " must be a", "must be true or false", "is not known",
                           "no generator '", "no distribution '", "no comparison '", "no function '"})
    if (contains(message, part)) return true;
  return false;
}

}  // namespace

// What datagen takes, the schema takes: an editor never marks what is right.
TEST_CASE("every valid description of tests, documentation and elsewhere is valid by the JSON Schema") {
  std::vector<Sample> samples;
  add_files(fs::path(DATAGEN_SOURCE_DIR) / "tests", samples);
  add_files(fs::path(DATAGEN_SOURCE_DIR) / "docs", samples);
  add_files(fs::path(DATAGEN_SOURCE_DIR) / "bench", samples);
  add_files(DATAGEN_CASES_DIR, samples);
  add_examples(false, samples);
  const Workplace place;
  const std::vector<std::string> faults = validate(written_schema(place, "description"), documents_of(samples));
  std::size_t valid = 0;
  for (std::size_t i = 0; i < samples.size(); ++i) {
    if (faults[i].empty()) {
      ++valid;
      continue;
    }
    if (contains(faults[i], "'template' does not match")) continue;  // no description before its parameters are known
    INFO(samples[i].name << ": " << faults[i]);
    CHECK_FALSE(faults_of(samples[i].document).empty());
  }
  CHECK(valid >= 50);
}

TEST_CASE("every configuration of tests and documentation is valid by its JSON Schema") {
  std::vector<Sample> samples;
  const fs::path all = fs::path(DATAGEN_SOURCE_DIR) / "tests/json_schema/every_key.toml";
  samples.push_back({all.string(), read_as_json(read_file(all), all.string())});
  add_examples(true, samples);
  REQUIRE(samples.size() >= 2);
  const Workplace place;
  const std::vector<std::string> faults = validate(written_schema(place, "configuration"), documents_of(samples));
  for (std::size_t i = 0; i < samples.size(); ++i) {
    INFO(samples[i].name);
    CHECK(faults[i] == "");
  }
}

// Neither says what the other does not: of each broken variant, what the schema refuses, datagen refuses, and where
// datagen finds a fault in the document's form, the schema refuses it too.
TEST_CASE("broken descriptions are refused by datagen and by the JSON Schema alike") {
  const Workplace place;
  const Json good = every_key();
  REQUIRE(faults_of(good).empty());
  std::vector<Variant> variants = broken_variants(good);
  std::mt19937_64 random(20);
  std::shuffle(variants.begin(), variants.end(), random);
  if (const char* all = std::getenv("DATAGEN_ALL_VARIANTS"); all == nullptr) variants.resize(75);
  std::vector<Json> documents;
  for (const Variant& variant : variants) documents.push_back(variant.document);
  const std::vector<std::string> faults = validate(written_schema(place, "description"), documents);
  std::size_t both = 0;
  for (std::size_t i = 0; i < variants.size(); ++i) {
    const std::vector<std::string> messages = faults_of(variants[i].document);
    const bool structural = std::any_of(messages.begin(), messages.end(), is_structural);
    INFO(variants[i].what << "\nschema: " << faults[i] << "\ndatagen: " << (messages.empty() ? "" : messages.front()));
    if (!faults[i].empty()) CHECK_FALSE(messages.empty());
    if (structural) CHECK_FALSE(faults[i].empty());
    both += !faults[i].empty() && !messages.empty() ? 1 : 0;
  }
  CHECK(both >= 45);
}

}  // namespace datagen::test
