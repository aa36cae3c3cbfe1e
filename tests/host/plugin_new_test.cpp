// "plugin new": what it writes and refuses.  That it builds is tested in tests/install.
#include "tests/host/program.hpp"
#include "tests/support/catch.hpp"

namespace datagen::test {
namespace {

using Words = std::vector<std::string>;
namespace fs = std::filesystem;

}  // namespace

TEST_CASE("plugin new writes a whole project, and says how to go on") {
  Workplace place;
  const ProcessResult result = place.run({"plugin", "new", "weather", "--kind", "writer", "--language", "c"});
  INFO(result.err);
  CHECK(result.exit_code == 0);
  CHECK(contains(result.out, "cmake -S weather -B weather/build"));
  CHECK(contains(result.out, "plugin info org.example.weather"));
  CHECK(place.files("work/weather") ==
        Words{".gitignore", "CMakeLists.txt", "README.md", "rows.h", "test", "weather.c"});
  CHECK(
      contains(read_file(place.path("work/weather/CMakeLists.txt")), "datagen_add_plugin(weather SOURCES weather.c)"));
  CHECK(place.files("work") == Words{"weather"});

  const ProcessResult spaced = place.run({"plugin", "new", "com.acme.rain", "--kind=sink", "--directory", "a/b c"});
  CHECK(spaced.exit_code == 0);
  CHECK(contains(spaced.out, "cmake -S 'a/b c' -B 'a/b c/build'"));
  CHECK(contains(read_file(place.path("work/a/b c/rain.cpp")), "\"com.acme.rain\""));
  fs::create_directories(place.path("work/empty"));
  CHECK(place.run({"plugin", "new", "hail", "--kind=generator", "--directory", "empty/"}).exit_code == 0);
  CHECK(fs::exists(place.path("work/empty/hail.cpp")));
}

// Nothing is overwritten, and nothing is left of what failed.
TEST_CASE("plugin new refuses a place that is taken, and names that cannot be") {
  Workplace place;
  place.write("work/full/file", "mine");
  place.write("work/file", "mine");
  for (const char* directory : {"full", "file", "file/below"}) {
    const ProcessResult result =
        place.run({"plugin", "new", "weather", "--kind", "generator", "--directory", directory});
    INFO(directory << result.err);
    CHECK((result.exit_code == 1 || result.exit_code == 4));
    CHECK(contains(result.err, directory));
  }
  for (const char* name :
       {"", "Weather", "9lives", "a b", "a-b", "..", "a..b", "a/b", ".a", "a.", "test", "org.x.all"}) {
    const ProcessResult result = place.run({"plugin", "new", name, "--kind", "generator"});
    INFO(name << result.err);
    CHECK(result.exit_code == 1);
    CHECK(contains(result.err, "cannot be a plugin's name"));
  }
  CHECK(place.run({"plugin", "new"}).exit_code == 1);
  CHECK(contains(place.run({"plugin", "new", "weather"}).err, "generator, writer, sink"));
  CHECK(contains(place.run({"plugin", "new", "w", "--kind", "generatr"}).err, "did you mean 'generator'"));
  CHECK(contains(place.run({"plugin", "new", "w", "--kind", "sink", "--language", "rust"}).err, "c++, c"));
  CHECK(place.files("work") == Words{"file", "full"});
  CHECK(place.files("work/full") == Words{"file"});
  CHECK(read_file(place.path("work/file")) == "mine");
}

}  // namespace datagen::test
