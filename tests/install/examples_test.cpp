// The examples, built and run with the installed packages only.
#include <set>
#include <sstream>

#include "tests/install/installation.hpp"
#include "tests/support/catch.hpp"

namespace datagen::test {
namespace {

namespace fs = std::filesystem;

fs::path examples() { return prefix() / "share/doc/datagen-sdk/examples"; }

// Where the examples are built: one place for each compiler, so that the compiler cache knows it again.
fs::path build_of(const Compilers& one) { return fs::path(DATAGEN_BUILD) / "tests/examples" / one.c; }

const char* const kGarage = R"yaml(version: "1.0"
tables:
  cars:
    row_count: 500
    columns:
      id: {type: serial, primary_key: true}
      license_plate: {type: varchar(10), nullable: false, unique: true}
      chapter: {type: text, nullable: false, unique: true, generator: org.example.roman}
      note: {type: text, null_fraction: 0.2, generator: enum, generator_config: {values: ["a, b", 'say "x"', ""]}}
      price: {type: "numeric(8,2)",
                  nullable : false
}
      sold: {type: boolean, null_fraction: 0.1}
      at: {type: timestamptz, nullable: false}
      code: {type: uuid, nullable: false}
      raw: {type: bytea, nullable: false}
  trips:
    row_count: 300
    columns:
      id: {type: bigserial, primary_key: true}
      car_id: {type: integer, nullable: false, references: cars.id}
      km: {type: double precision, nullable: false}
)yaml";

std::vector<std::string> generate(const fs::path& plugins, const std::string& format,
                                  const std::vector<std::string>& more = {}) {
  std::vector<std::string> words{
      "datagen", "-q", "--plugin-dir", plugins.string(), "generate", "garage.yaml", "--seed", "5", "--format", format};
  words.insert(words.end(), more.begin(), more.end());
  return words;
}

// One row of CSV from `at` on; "" and nothing are told apart.
std::vector<std::string> read_row(const std::string& text, std::size_t& at) {
  std::vector<std::string> values(1);
  bool quoted = false;
  for (; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '"') quoted = !quoted;
    if (!quoted && c == '\n') break;
    if (!quoted && c == ',') {
      values.emplace_back();
    } else {
      values.back() += c;
    }
  }
  ++at;
  return values;
}

std::string unquoted(const std::string& value) {
  if (value.empty() || value.front() != '"') return value;
  std::string result;
  for (std::size_t i = 1; i + 1 < value.size(); ++i) {
    result += value[i];
    if (value[i] == '"') ++i;
  }
  return result;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::istringstream stream(text);
  std::vector<std::string> lines;
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

}  // namespace

TEST_CASE("Every example builds with each compiler, without a warning, and exports its entry alone") {
  for (const Compilers& one : compilers()) {
    build_and_test(examples(), build_of(one), one);
    std::size_t n_libraries = 0;
    for (const fs::directory_entry& entry : fs::directory_iterator(build_of(one) / "plugins")) {
      if (entry.path().extension() != ".so") continue;
      ++n_libraries;
      CAPTURE(entry.path());
      CHECK(exported(entry.path()) == std::vector<std::string>{"datagen_plugin_v1"});
    }
    const bool rust = run_installed({"rustc", "--version"}, "/").exit_code == 0;
    if (!rust) WARN("the example in Rust was left out: there is no rustc");
    CHECK(n_libraries == (rust ? 5 : 4));
  }
}

// Whatever compiler made the plugins, however the rows are split: the same CSV; its columns are what their
// generators say.
TEST_CASE("The generators in C and Rust and the CSV writer work together") {
  const TemporaryDirectory place;
  static_cast<void>(place.write("garage.yaml", kGarage));
  const bool rust = fs::exists(build_of(compilers().front()) / "plugins/roman.so");
  if (!rust) {
    WARN("the example in Rust was left out: there is no rustc");
    std::string text = kGarage;
    const std::size_t at = text.find("org.example.roman");
    static_cast<void>(place.write("garage.yaml", text.replace(at, 17, "org.example.license_plate")));
  }
  std::set<std::string> outputs;
  for (const Compilers& one : compilers()) {
    const fs::path plugins = build_of(one) / "plugins";
    outputs.insert(must_run(generate(plugins, "org.example.csv", {"--jobs", "1", "--batch-size", "7"}), place.path()));
    outputs.insert(must_run(generate(plugins, "org.example.csv", {"--jobs", "2"}), place.path()));
  }
  REQUIRE(outputs.size() == 1);
  const std::string& text = *outputs.begin();
  std::size_t at = 0;
  CHECK(read_row(text, at).size() == 9);
  std::set<std::string> plates, chapters, notes;
  for (int row = 1; row <= 500; ++row) {
    const std::vector<std::string> values = read_row(text, at);
    REQUIRE(values.size() == 9);
    CHECK(values[0] == std::to_string(row));
    const std::string plate = unquoted(values[1]);
    CHECK(plate.size() == 7);
    CHECK(plate.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == 2);
    plates.insert(plate);
    chapters.insert(unquoted(values[2]));
    if (rust) CHECK(unquoted(values[2]).find_first_not_of("MDCLXVI") == std::string::npos);
    notes.insert(values[3].empty() ? "null" : "=" + unquoted(values[3]));
    CHECK(unquoted(values[7]).size() == 36);
  }
  CHECK(plates.size() == 500);
  CHECK(chapters.size() == 500);
  CHECK(notes == std::set<std::string>{"null", "=a, b", "=say \"x\"", "="});
  CHECK(read_row(text, at).size() == 3);
  for (int row = 1; row <= 300; ++row) REQUIRE(read_row(text, at).size() == 3);
  CHECK(at == text.size());
}

// A temperature lies in the range of its row's condition; both come from the plugin's word list, and from its
// template.
TEST_CASE("The weather depends on a column, an option and a file beside the library") {
  const TemporaryDirectory place;
  const fs::path plugins = build_of(compilers().front()) / "plugins";
  const std::string text =
      must_run({"datagen", "-q", "--plugin-dir", plugins.string(), "generate",
                (plugins / "templates/weather.yaml").string(), "--seed", "2", "--format", "org.example.csv"},
               place.path());
  std::size_t at = 0, snow = 0, rows = 0;
  read_row(text, at);
  for (; at < text.size(); ++rows) {
    const std::vector<std::string> values = read_row(text, at);
    const double degrees = std::stod(values[3]);
    if (unquoted(values[2]) != "snow") continue;
    ++snow;
    CHECK(degrees >= -15);
    CHECK(degrees <= 1);
  }
  CHECK(rows == 365);
  CHECK(snow >= 5);
  CHECK(snow <= 40);

  // Without its file, the plugin says what is missing, and no data is made.
  fs::create_directories(place.path() / "alone");
  fs::copy_file(plugins / "weather.so", place.path() / "alone/weather.so");
  const ProcessResult result = run_installed({"datagen", "--plugin-dir", "alone", "generate",
                                              (plugins / "templates/weather.yaml").string(), "-o", "weather.sql"},
                                             place.path());
  INFO(result.err);
  CHECK(result.exit_code == 6);
  CHECK(result.err.find("data/weather/conditions.txt cannot be read: No such file") != std::string::npos);
  CHECK_FALSE(fs::exists(place.path() / "weather.sql"));
}

// The plugin of the program, built by a stranger: it makes the file that the installed one makes.
TEST_CASE("The SQLite sink is the program's own, built against the installed SDK alone") {
  const TemporaryDirectory place;
  std::string garage = kGarage;
  garage.replace(garage.find("org.example.roman"), 17, "org.example.license_plate");
  static_cast<void>(place.write("garage.yaml", garage));
  const auto sqlite = [&](const std::string& sql) {
    return lines_of(must_run({"sqlite3", "-csv", "garage.db", sql}, place.path()));
  };
  const fs::path all = build_of(compilers().front()) / "plugins";
  must_run(generate(all, "org.example.sqlite", {"-o", "garage.db", "--jobs", "3", "--batch-size", "10"}), place.path());
  must_run(generate(all, "datagen.sqlite", {"-o", "installed.db"}), place.path());
  CHECK((read_file(place.path() / "garage.db") == read_file(place.path() / "installed.db")));

  CHECK(sqlite("PRAGMA foreign_key_check; PRAGMA integrity_check") == std::vector<std::string>{"ok"});
  CHECK(sqlite("SELECT count(*), count(DISTINCT id), min(id), max(id) FROM cars") ==
        std::vector<std::string>{"500,500,1,500"});
  CHECK(sqlite("SELECT count(*) FROM trips") == std::vector<std::string>{"300"});

  const std::string csv = must_run(generate(all, "org.example.csv"), place.path());
  std::size_t at = 0;
  read_row(csv, at);
  const std::vector<std::string> rows =
      sqlite("SELECT license_plate || '|' || printf('%.2f', price) || '|' || at FROM cars ORDER BY id");
  REQUIRE(rows.size() == 500);
  for (const std::string& row : rows) {
    const std::vector<std::string> values = read_row(csv, at);
    CHECK(unquoted(row) + "+00" == unquoted(values[1]) + "|" + values[4] + "|" + unquoted(values[6]));
  }
}

TEST_CASE("pkg-config leads a compiler to the headers, and a linker to the list of symbols") {
  const TemporaryDirectory place;
  for (const Compilers& one : compilers()) {
    must_run({"sh", "-c",
              one.c + " -std=c11 -O2 -shared -fPIC $(pkg-config --cflags 'datagen-sdk >= 1.0') " +
                  "-Wl,--version-script=$(pkg-config --variable=plugin_map datagen-sdk) " +
                  (examples() / "license_plate/license_plate.c").string() + " -o " + one.c + ".so"},
             place.path());
    CHECK(exported(place.path() / (one.c + ".so")) == std::vector<std::string>{"datagen_plugin_v1"});
  }
}

// Code that is no plugin must not become one.
TEST_CASE("What a plugin leaves undefined is found when it is linked, not when it is loaded") {
  const TemporaryDirectory place;
  static_cast<void>(
      place.write("CMakeLists.txt",
                  "cmake_minimum_required(VERSION 3.25)\nproject(broken LANGUAGES C)\n"
                  "find_package(datagen-sdk 1.0 REQUIRED)\ndatagen_add_plugin(broken SOURCES broken.c)\n"));
  static_cast<void>(place.write("broken.c",
                                "#include \"datagen/plugin.h\"\nint nobody_has_this(void);\n"
                                "const datagen_plugin* DATAGEN_CALL datagen_plugin_v1(void) {\n"
                                "  return nobody_has_this() ? 0 : 0;\n}\n"));
  must_run({"cmake", "-S", ".", "-B", "build"}, place.path());
  const ProcessResult result = run_installed({"cmake", "--build", "build"}, place.path());
  CHECK(result.exit_code != 0);
  CHECK((result.out + result.err).find("nobody_has_this") != std::string::npos);
  static_cast<void>(place.write("CMakeLists.txt",
                                "cmake_minimum_required(VERSION 3.25)\nproject(later LANGUAGES C)\n"
                                "find_package(datagen-sdk 2.0 REQUIRED)\n"));
  CHECK(run_installed({"cmake", "-S", ".", "-B", "later"}, place.path()).exit_code != 0);
}

}  // namespace datagen::test
