// The bytes of a fixed set of descriptions, by their hashes: so that a change of values is always seen.  With
// DATAGEN_UPDATE_GOLDEN in the environment (scripts/update-golden) the hashes are written instead of compared.
#include <xxhash.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "tests/support/catch.hpp"
#include "tests/support/process.hpp"

using namespace datagen::test;
namespace fs = std::filesystem;

namespace {

using Hashes = std::map<std::string, std::string>;  // "shop.json copy 001-users.sql" -> hash

const fs::path tests = fs::path(DATAGEN_SOURCE_DIR) / "tests";
const fs::path stored = tests / "golden" / "hashes.txt";

std::vector<fs::path> descriptions() {
  std::vector<fs::path> files;
  for (const char* folder : {"data", "golden"}) {
    for (const fs::directory_entry& entry : fs::directory_iterator(tests / folder)) {
      const std::string extension = entry.path().extension().string();
      if (extension == ".json" || extension == ".toml" || extension == ".yaml") files.push_back(entry.path());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

ProcessResult run(const std::vector<std::string>& arguments, const fs::path& directory) {
  Command command;
  command.arguments = {DATAGEN_PROGRAM};
  command.arguments.insert(command.arguments.end(), arguments.begin(), arguments.end());
  command.directory = directory;
  command.environment["HOME"] = directory.string();
  for (const char* name : {"DATAGEN_CONFIG", "DATAGEN_PLUGIN_PATH", "DATAGEN_SHARD", "DATAGEN_COMPRESS"}) {
    command.environment[name] = std::nullopt;
  }
  return run_process(command);
}

std::string hash_of(const std::string& text) {
  char hash[17];
  std::snprintf(hash, sizeof hash, "%016llx", static_cast<unsigned long long>(XXH3_64bits(text.data(), text.size())));
  return hash;
}

Hashes present_hashes() {
  Hashes hashes;
  for (const fs::path& file : descriptions()) {
    for (const char* format : {"sql", "copy"}) {
      const TemporaryDirectory directory;
      const ProcessResult result =
          run({"-q", "generate", file.string(), "--seed", "42", "--format", format, "--output-dir", "out"},
              directory.path());
      CAPTURE(file, format, result.err);
      REQUIRE(result.exit_code == 0);
      for (const fs::directory_entry& entry : fs::directory_iterator(directory.path() / "out")) {
        hashes[file.filename().string() + " " + format + " " + entry.path().filename().string()] =
            hash_of(read_file(entry.path()));
      }
    }
  }
  return hashes;
}

const char* const kHead =
    "# Hashes (XXH3, 64 bits) of what datagen writes for tests/data and tests/golden with seed 42: description, "
    "format,\n"
    "# file, hash.  A change here is a change of what users get for the same description and seed.  Where it is "
    "meant,\n"
    "# raise the algorithm_version of the class whose values or bytes have changed, say so in the release notes, and "
    "run\n"
    "# scripts/update-golden.  A new description or generator needs only the latter.\n";

void store(const Hashes& hashes) {
  std::ofstream file(stored);
  file << kHead;
  for (const auto& [name, hash] : hashes) file << name << ' ' << hash << '\n';
  REQUIRE(file.flush());
}

Hashes stored_hashes() {
  Hashes hashes;
  std::istringstream lines(read_file(stored));
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line[0] == '#') continue;
    const std::size_t space = line.rfind(' ');
    hashes[line.substr(0, space)] = line.substr(space + 1);
  }
  return hashes;
}

}  // namespace

TEST_CASE("the bytes of the fixed descriptions are those that were agreed on") {
  const Hashes present = present_hashes();
  if (std::getenv("DATAGEN_UPDATE_GOLDEN") != nullptr) store(present);
  const Hashes expected = stored_hashes();
  INFO("if the change is meant: raise the algorithm_version that it concerns, then run scripts/update-golden");
  for (const auto& [name, hash] : present) {
    CAPTURE(name);
    CHECK(expected.contains(name));
    if (expected.contains(name)) CHECK(hash == expected.at(name));
  }
  for (const auto& [name, hash] : expected) {
    CAPTURE(name);
    CHECK(present.contains(name));
  }
}

// A generator that no description uses could change without being seen.
TEST_CASE("every generator has values among the fixed descriptions") {
  const TemporaryDirectory directory;
  std::string plans;
  for (const fs::path& file : descriptions()) {
    plans += run({"generate", file.string(), "--seed", "42", "--dry-run"}, directory.path()).err;
  }
  const ProcessResult list = run({"plugin", "list", "--json"}, directory.path());
  REQUIRE(list.exit_code == 0);
  std::size_t n = 0;
  const nlohmann::json plugins = nlohmann::json::parse(list.out);
  for (const auto& plugin : plugins.at("plugins")) {
    for (const auto& generator : plugin.at("generators")) {
      const std::string id = generator.at("id");
      ++n;
      INFO(id << ": give it a column in tests/golden/every_generator.yaml, then run scripts/update-golden");
      CHECK((plans.find("generator " + id.substr(id.rfind('.') + 1) + ",") != std::string::npos ||
             plans.find("generator " + id.substr(id.rfind('.') + 1) + "\n") != std::string::npos));
    }
  }
  CHECK(n > 100);
}
