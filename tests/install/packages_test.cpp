// The packages that cpack makes, unpacked where they were not made for.
#include <algorithm>

#include "tests/install/installation.hpp"
#include "tests/support/catch.hpp"

namespace datagen::test {
namespace {

namespace fs = std::filesystem;

const char* const kCodes = R"(version: "1.0"
tables:
  users:
    row_count: 20
    columns:
      id: {type: serial, primary_key: true}
      email: {type: text, nullable: false, unique: true}
)";

// The file of a package directory whose name begins and ends like this.
fs::path find(const fs::path& directory, const std::string& begin, const std::string& end) {
  for (const fs::directory_entry& entry : fs::directory_iterator(directory)) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with(begin) && name.ends_with(end)) return entry.path();
  }
  FAIL("there is no package " << begin << "..." << end << " in " << directory);
  return {};
}

// The program finds its plugins and templates, and the package for CMake finds the headers and the program.
void check_installation(const fs::path& root, const fs::path& place) {
  CAPTURE(root);
  static_cast<void>(must_run({"sh", "-c", "rm -rf weather w.sql"}, place, root));
  CHECK(must_run({"sh", "-c", "command -v datagen"}, place, root) == (root / "bin/datagen").string() + "\n");
  must_run({"datagen", "-q", "generate", "users.yaml", "--seed", "1", "-o", "w.sql"}, place, root);
  CHECK(read_file(place / "w.sql").find("INSERT INTO users") != std::string::npos);
  must_run({"datagen", "plugin", "new", "weather", "--kind", "generator", "--language", "c"}, place, root);
  build_and_test(place / "weather", place / "weather/build", compilers().front(), root);
  const std::string list = must_run({"datagen", "plugin", "list"}, place, root);
  CHECK(list.find((root / "lib/datagen/plugins/generators.so").string()) != std::string::npos);
}

}  // namespace

// Whoever has the packages only has these pages.
TEST_CASE("Every relative link in the SDK's pages leads to an installed file") {
  std::size_t n_links = 0;
  for (const fs::directory_entry& page : fs::recursive_directory_iterator(prefix() / "share/doc/datagen-sdk")) {
    if (page.path().extension() != ".md") continue;
    const std::string text = read_file(page.path());
    for (std::size_t at = text.find("]("); at != std::string::npos; at = text.find("](", at + 2)) {
      std::string target = text.substr(at + 2, text.find(')', at) - at - 2);
      target.resize(std::min(target.size(), target.find('#')));
      if (target.empty() || target.find("://") != std::string::npos) continue;
      INFO(page.path() << ": " << target);
      CHECK(fs::exists(page.path().parent_path() / target));
      ++n_links;
    }
  }
  CHECK(n_links >= 15);
}

TEST_CASE("Archives and Debian packages work wherever they are unpacked") {
  const TemporaryDirectory place;
  static_cast<void>(place.write("users.yaml", kCodes));
  const fs::path packages = place.path() / "packages";
  must_run({"cpack", "--config", DATAGEN_BUILD "/CPackConfig.cmake", "-B", packages.string()}, place.path());

  const fs::path archive = place.path() / "some where";
  fs::create_directories(archive);
  for (const char* begin : {"datagen-1", "datagen-sdk-"}) {
    must_run({"tar", "-xzf", find(packages, begin, ".tar.gz").string(), "-C", archive.string()}, place.path());
  }
  check_installation(archive, place.path());

  const fs::path program = find(packages, "datagen_", ".deb");
  const fs::path sdk = find(packages, "datagen-sdk_", "_all.deb");
  for (const fs::path& package : {program, sdk}) {
    must_run({"dpkg-deb", "-x", package.string(), (place.path() / "root").string()}, place.path());
  }
  check_installation(place.path() / "root/usr", place.path());
  const std::string depends = must_run({"dpkg-deb", "-f", program.string(), "Depends"}, place.path());
  for (const char* library : {"libc6", "libtbb12", "libyaml-cpp", "libboost-program-options"}) {
    CHECK(depends.find(library) != std::string::npos);
  }
  CHECK(must_run({"dpkg-deb", "-f", sdk.string(), "Depends"}, place.path()) == "\n");
  // What one package holds, the other does not.
  const std::string first = must_run(
      {"sh", "-c", "dpkg-deb -c " + program.string() + " | awk '{print $6}' | grep -v /$ | sort"}, place.path());
  const std::string second =
      must_run({"sh", "-c", "dpkg-deb -c " + sdk.string() + " | awk '{print $6}' | grep -v /$ | sort"}, place.path());
  CHECK(first.find("./usr/bin/datagen\n") != std::string::npos);
  for (const char* file :
       {"bash-completion/completions/datagen", "zsh/site-functions/_datagen", "fish/vendor_completions.d/datagen.fish",
        "man/man1/datagen.1", "man/man1/datagen-generate.1", "man/man5/datagen-description.5"}) {
    INFO(file);
    CHECK(first.find("./usr/share/" + std::string(file) + "\n") != std::string::npos);
  }
  CHECK(first.find("/include/") == std::string::npos);
  CHECK(second.find("./usr/include/datagen/plugin.h\n") != std::string::npos);
  CHECK(second.find("/bin/") == std::string::npos);
}

}  // namespace datagen::test
