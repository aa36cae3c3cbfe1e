// "plugin new", and what it writes, with the installed packages only.
#include "tests/install/installation.hpp"
#include "tests/support/catch.hpp"

namespace datagen::test {
namespace {

namespace fs = std::filesystem;

std::string name_of(const std::string& kind, const std::string& language) {
  return kind + (language == "c" ? "_in_c" : "_in_cpp");
}

}  // namespace

// At once: configured, built without a warning, its tests passed, listed, found by its name, installed and found again.
TEST_CASE("A project of every kind and language builds, passes its tests and runs") {
  // One place, so that the compiler cache knows it again.
  const fs::path place = fs::path(DATAGEN_BUILD) / "tests/new_projects";
  fs::remove_all(place);
  fs::create_directories(place);
  for (const std::string kind : {"generator", "writer", "sink"}) {
    for (const std::string language : {"c++", "c"}) {
      const std::string name = name_of(kind, language);
      CAPTURE(name);
      must_run(
          {"datagen", "plugin", "new", "com.acme." + name, "--kind", kind, "--language", language, "--directory", name},
          place);
      // Each compiler builds a language's three kinds among them.
      const std::vector<Compilers> all = compilers();
      build_and_test(place / name, place / name / "build", all[(kind == "writer" ? 1 : 0) % all.size()]);
      const fs::path library = place / name / "build/plugins" / (name + ".so");
      CHECK(exported(library) == std::vector<std::string>{"datagen_plugin_v1"});
      const std::string info =
          must_run({"datagen", "--plugin-dir", name + "/build/plugins", "plugin", "info", "com.acme." + name}, place);
      CHECK(info.find("com.acme." + name) != std::string::npos);
      CHECK(info.find("options:") != std::string::npos);

      must_run({"cmake", "--install", name + "/build", "--prefix", (place / "prefix").string()}, place);
      CHECK(fs::exists(place / "prefix/lib/datagen/plugins" / (name + ".so")));
      for (const fs::directory_entry& entry : fs::recursive_directory_iterator(place / name)) {
        if (entry.is_directory() || entry.path().string().find("/build/") != std::string::npos) continue;
        CAPTURE(entry.path());
        CHECK(read_file(entry.path()).find('@') == std::string::npos);
      }
    }
  }
}

}  // namespace datagen::test
