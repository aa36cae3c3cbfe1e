#include "tests/docs/pages.hpp"

#include <algorithm>
#include <cstdlib>

namespace datagen::test {

namespace fs = std::filesystem;

const fs::path& source_directory() {
  static const fs::path directory = DATAGEN_SOURCE_DIR;
  return directory;
}

std::vector<fs::path> pages() {
  std::vector<fs::path> result = {source_directory() / "README.md", source_directory() / "CONTRIBUTING.md"};
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(source_directory() / "docs")) {
    if (entry.path().extension() == ".md") result.push_back(entry.path());
  }
  std::sort(result.begin(), result.end());
  return result;
}

ProcessResult run_as_reader(const std::string& command, const fs::path& directory) {
  const char* path = std::getenv("PATH");
  Command process;
  process.arguments = {"/bin/sh", "-c", "exec 2>&1\n" + command};
  process.directory = directory;
  process.environment["PATH"] = std::string(DATAGEN_PROGRAM_DIR) + ":" + (path != nullptr ? path : "/usr/bin:/bin");
  process.environment["HOME"] = directory.string();
  // The SDK as an installation has it.
  process.environment["CMAKE_PREFIX_PATH"] = DATAGEN_PREFIX;
  process.environment["PKG_CONFIG_PATH"] = DATAGEN_PREFIX "/share/pkgconfig";
  for (const char* name : {"DATAGEN_SEED", "DATAGEN_CONFIG", "DATAGEN_PLUGIN_PATH"}) {
    process.environment[name] = std::nullopt;
  }
  return run_process(process);
}

}  // namespace datagen::test
