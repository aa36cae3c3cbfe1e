// Files that come with a plugin.
#include <set>
#include <sstream>

#include "tests/host/program.hpp"
#include "tests/support/catch.hpp"

namespace datagen::test {
namespace {

using Words = std::vector<std::string>;
namespace fs = std::filesystem;

// A plugin that makes words of its word list, in work/plugins.
class WordPlugin : public Workplace {
 public:
  WordPlugin() {
    fs::create_directories(path("work/plugins"));
    fs::copy_file(fs::path(DATAGEN_BAD_PLUGINS) / "words/words.so", path("work/plugins/words.so"));
  }

  [[nodiscard]] ProcessResult generate(const std::string& file = "", const std::string& directory = "plugins") const {
    const std::string config = file.empty() ? "" : R"(, "generator_config": {"file": ")" + file + "\"}";
    write("work/t.json", R"({"tables": {"t": {"columns": [{"name": "a", "type": "text", "nullable": false,
      "generator": "org.example.words")" +
                             config + R"(}], "row_count": 50}}})");
    return run(
        {"-q", "--plugin-dir", directory, "generate", "t.json", "--seed", "1", "--format", "copy", "--data-only"});
  }
};

std::set<std::string> values(const std::string& dump) {
  std::istringstream lines(dump);
  std::set<std::string> found;
  bool inside = false;
  for (std::string line; std::getline(lines, line);) {
    if (line == "\\.") inside = false;
    if (inside) found.insert(line);
    if (line.starts_with("COPY ")) inside = true;
  }
  return found;
}

}  // namespace

// What is beside the library, wherever the program runs and however the library is reached.
TEST_CASE("a plugin reads its word list from the directory of its library") {
  WordPlugin place;
  place.write("work/plugins/data/words.txt", "# colours\nred\n\nblue\r\ngreen");
  place.write("work/data/words.txt", "wrong\n");
  const std::set<std::string> colours{"red", "blue", "green"};
  const ProcessResult result = place.generate();
  INFO(result.err);
  CHECK(values(result.out) == colours);
  fs::create_directories(place.path("work/links"));
  fs::create_symlink("../plugins/words.so", place.path("work/links/words.so"));
  place.write("work/links/data/words.txt", "wrong\n");
  CHECK(values(place.generate("", "links").out) == colours);
  place.write("work/plugins/templates/more.txt", "sea\n");
  CHECK(values(place.generate("templates/more.txt").out) == std::set<std::string>{"sea"});
}

TEST_CASE("a file of a plugin that is missing, or no file, is named in full") {
  WordPlugin place;
  const ProcessResult missing = place.generate();
  INFO(missing.err);
  CHECK(missing.exit_code == 6);
  CHECK(missing.out.empty());
  CHECK(contains(missing.err, (fs::canonical(place.path("work/plugins")) / "data/words.txt").string()));
  CHECK(contains(missing.err, "No such file"));
  fs::create_directories(place.path("work/plugins/data/words.txt"));
  CHECK(contains(place.generate().err, "it is no file"));
}

TEST_CASE("a plugin's files lie below its directory") {
  WordPlugin place;
  const std::string outside = place.write("work/outside.txt", "a\n").string();
  place.write("work/plugins/data/words.txt", "a\n");
  for (const std::string& name :
       {std::string("../outside.txt"), outside, std::string("data/../../outside.txt"), std::string("data//words.txt"),
        std::string("./data/words.txt"), std::string("data/"), std::string(".")}) {
    const ProcessResult result = place.generate(name);
    INFO(name << result.err);
    CHECK(result.exit_code == 2);
    CHECK(contains(result.err, "'" + name + "' is no name of a resource"));
  }
}

}  // namespace datagen::test
