// Where settings come from, and which of them counts.
#include "tests/host/program.hpp"
#include "tests/support/catch.hpp"

namespace datagen::test {
namespace {

using Words = std::vector<std::string>;

// "seed=4" of the line that -v prints, as a whole word.
bool has_setting(const ProcessResult& result, const std::string& setting) {
  return contains(result.err + " ", " " + setting + " ") || contains(result.err, " " + setting + "\n");
}

struct Setting {
  const char* shown;  // name in the line of -v
  const char* key;    // line of TOML, with %
  const char* variable;
  const char* option;     // or null
  const char* values[3];  // of configuration, environment, command line
  const char* results[3];
  const char* otherwise;  // without any, or null where it is random
};

const Setting kSettings[] = {
    {"seed", "seed = %", "DATAGEN_SEED", "--seed", {"11", "22", "33"}, {"11", "22", "33"}, nullptr},
    {"jobs", "jobs = %", "DATAGEN_JOBS", "--jobs", {"1", "2", "3"}, {"1", "2", "3"}, "0"},
    {"batch_size",
     "default_batch_size = %",
     "DATAGEN_BATCH_SIZE",
     "--batch-size",
     {"10", "20", "30"},
     {"10", "20", "30"},
     "1000"},
    {"default_row_count",
     "default_row_count = %",
     "DATAGEN_DEFAULT_ROW_COUNT",
     nullptr,
     {"7", "8", nullptr},
     {"7", "8", nullptr},
     "1000"},
    {"writer",
     "writer.name = \"%\"",
     "DATAGEN_FORMAT",
     "--format",
     {"copy", "sql", "copy"},
     {"datagen.copy", "datagen.sql_insert", "datagen.copy"},
     "datagen.sql_insert"},
    {"output",
     "writer.output = \"%\"",
     "DATAGEN_OUTPUT",
     "--output",
     {"a.sql", "b.sql", "c.sql"},
     {"a.sql", "b.sql", "c.sql"},
     "-"},
    {"output",
     "writer.output_dir = \"%\"",
     "DATAGEN_OUTPUT_DIR",
     "--output-dir",
     {"a", "b", "c"},
     {"a", "b", "c"},
     "-"},
    {"compress",
     "writer.compress = \"%\"",
     "DATAGEN_COMPRESS",
     "--compress",
     {"gzip:9", "zstd", "none"},
     {"gzip:9", "zstd:0", "none:0"},
     "none:0"},
    {"split_size",
     "writer.split_size = \"%\"",
     "DATAGEN_SPLIT_SIZE",
     "--split-size",
     {"1kB", "2K", "3MiB"},
     {"1000", "2048", "3145728"},
     "0"},
    {"shard", "shard = \"%\"", "DATAGEN_SHARD", "--shard", {"1/2", "2/3", "3/3"}, {"1/2", "2/3", "3/3"}, "1/1"},
    {"as_of",
     "as_of = \"%\"",
     "DATAGEN_AS_OF",
     "--as-of",
     {"1970-01-02", "1970-01-03", "1970-01-04"},
     {"86400000000", "172800000000", "259200000000"},
     "1735689600000000"},
    {"locale",
     "locale = \"%\"",
     "DATAGEN_LOCALE",
     nullptr,
     {"de_DE", "fr_FR", nullptr},
     {"de_DE", "fr_FR", nullptr},
     "en_US"},
};

std::string with(std::string line, const char* value) { return line.replace(line.find('%'), 1, value); }

}  // namespace

// For each setting and each set of places where it is given, the highest place counts.
TEST_CASE("the command line wins over the environment, that over the configuration, that over defaults") {
  for (const Setting& setting : kSettings) {
    for (unsigned given = 0; given < 8; ++given) {
      if ((given & 4u) != 0 && setting.option == nullptr) continue;
      Workplace place;
      place.write("work/shop.json", kShop);
      Words words{"generate", "shop.json", "--dry-run", "-v"};
      // What these two need beside them.
      if (setting.shown == std::string("shard")) words.insert(words.end(), {"--seed", "1"});
      if (setting.shown == std::string("split_size")) words.insert(words.end(), {"-o", "a.sql"});
      std::string expected = setting.otherwise == nullptr ? "" : setting.otherwise;
      if ((given & 1u) != 0) {
        place.write("work/datagen.toml", with(setting.key, setting.values[0]) + "\n");
        expected = setting.results[0];
      }
      if ((given & 2u) != 0) {
        place.command.environment[setting.variable] = setting.values[1];
        expected = setting.results[1];
      }
      if ((given & 4u) != 0) {
        words.insert(words.end(), {setting.option, setting.values[2]});
        expected = setting.results[2];
      }
      const ProcessResult result = place.run(words);
      INFO(setting.shown << ", given " << given << ", expected " << expected << ": " << result.err);
      REQUIRE(result.exit_code == 0);
      if (!expected.empty()) CHECK(has_setting(result, std::string(setting.shown) + "=" + expected));
    }
  }
}

TEST_CASE("a description's own seed and as_of count below everything else") {
  Workplace place;
  place.write("work/own.json",
              R"({"seed": 77, "as_of": "1970-01-02", "tables": {"t": {"columns": {"id": {"type": "serial"}}}}})");
  ProcessResult result = place.run({"generate", "own.json", "--dry-run", "-v"});
  CHECK(has_setting(result, "seed=77"));
  CHECK(has_setting(result, "as_of=86400000000"));
  place.write("work/datagen.toml", "seed = 5\nas_of = \"1970-01-03\"\n");
  result = place.run({"generate", "own.json", "--dry-run", "-v"});
  CHECK(has_setting(result, "seed=5"));
  CHECK(has_setting(result, "as_of=172800000000"));
}

// Of the files that exist, the first in the documented order is read.
TEST_CASE("the configuration file is found in its places, in order") {
  const std::pair<const char*, const char*> files[] = {
      {"work/datagen.toml", "seed = 1"}, {"work/.datagen.toml", "seed = 2"},
      {"work/.datagen.yaml", "seed: 3"}, {"home/.datagen.toml", "seed = 4"},
      {"home/.datagen.yaml", "seed: 5"}, {"home/.config/datagen/config.toml", "seed = 6"},
  };
  Workplace place;
  place.write("work/shop.json", kShop);
  for (int i = 5; i >= 0; --i) {
    place.write(files[i].first, files[i].second);
    CHECK(has_setting(place.run({"generate", "shop.json", "--dry-run", "-v"}), "seed=" + std::to_string(i + 1)));
  }
  place.write("work/other.yml", "seed: 8\n");
  CHECK(has_setting(place.run({"--config", "other.yml", "generate", "shop.json", "--dry-run", "-v"}), "seed=8"));
  place.command.environment["DATAGEN_CONFIG"] = "other.yml";
  CHECK(has_setting(place.run({"generate", "shop.json", "--dry-run", "-v"}), "seed=8"));
}

TEST_CASE("a configuration that says nothing is none") {
  Workplace place;
  place.write("work/shop.json", kShop);
  for (const char* text : {"", "\n", "# nothing yet\n", "  \n\t# nothing\r\n#"}) {
    for (const char* name : {"work/empty.toml", "work/empty.yaml"}) {
      place.command.environment["DATAGEN_CONFIG"] = place.write(name, text).string();
      CHECK(place.run({"generate", "shop.json"}).exit_code == 0);
    }
  }
}

TEST_CASE("generate alone works from a configuration, whose paths are relative to it") {
  Workplace place;
  place.write("work/project/shop.json", kShop);
  place.write("work/project/run.toml",
              "schema = \"shop.json\"\nseed = 1\n[writer]\nname = \"sql_insert\"\noutput = \"shop.sql\"\n"
              "[writer.options]\nrows_per_insert = 3\n");
  const ProcessResult result = place.run({"--config", "project/run.toml", "generate"});
  INFO(result.err);
  REQUIRE(result.exit_code == 0);
  CHECK(result.out.empty());
  CHECK(place.files("work/project") == Words{"run.toml", "shop.json", "shop.sql"});
  CHECK(contains(read_file(place.path("work/project/shop.sql")), "INSERT INTO"));
}

// Invariant: strict turns each warning that the data might break a constraint into a fault, and nothing else.
TEST_CASE("what might break a constraint is a warning, and with strict a fault, wherever that is said") {
  const std::string head =
      "tables:\n  p: {row_count: 3, columns: {id: serial}, primary_key: id}\n  t:\n    row_count: 9\n";
  const std::pair<std::string, bool> cases[] = {
      {"    columns: {a: int}\n    check_constraints: [\"a * a % 7 <> 3\"]\n", true},
      {"    columns:\n      a: {type: text, generator: first_name}\n    check_constraints: [\"a < 'C'\"]\n", true},
      {"    columns:\n      a: {type: int, references: p.id, generator: integer_range, generator_config: {min: 1, max: "
       "9}}\n",
       true},
      {"    columns: {id: {type: serial, nullable: true}}\n", false},
  };
  for (const auto& [text, endangers] : cases) {
    INFO(text);
    Workplace place;
    place.write("work/s.yaml", head + text);
    const ProcessResult lenient = place.run({"validate", "s.yaml"});
    INFO(lenient.err);
    CHECK(lenient.exit_code == 0);
    CHECK(contains(lenient.err, "warning: s.yaml:"));
    const int expected = endangers ? 2 : 0;
    for (const char* command : {"validate", "generate"}) {
      const ProcessResult strict = place.run({command, "--strict", "s.yaml"});
      CHECK(strict.exit_code == expected);
      CHECK(contains(strict.err, "error: s.yaml:") == endangers);
      if (endangers) CHECK(strict.out.empty());
    }
    place.command.environment["DATAGEN_STRICT"] = "true";
    CHECK(place.run({"generate", "s.yaml"}).exit_code == expected);
    place.command.environment.erase("DATAGEN_STRICT");
    place.write("work/datagen.toml", "strict = true\n");
    CHECK(place.run({"validate", "s.yaml"}).exit_code == expected);
  }
}

TEST_CASE("every unknown key is a fault with its place and the nearest key") {
  Workplace place;
  place.write("work/datagen.toml", "comment = 1\nx-mine = 2\nsead = 4\njbos = 2\n[writer]\nnmae = \"copy\"\n");
  const ProcessResult result = place.run({"generate", "shop.json"});
  CHECK(result.exit_code == 2);
  CHECK(contains(result.err, "datagen.toml:3:1: unknown key 'sead' (did you mean 'seed'?)"));
  CHECK(contains(result.err, "datagen.toml:4:1: unknown key 'jbos' (did you mean 'jobs'?)"));
  CHECK(contains(result.err, "unknown key 'writer.nmae' (did you mean 'name'?)"));
}

TEST_CASE("wrong values in the configuration and the environment end with 2, naming the place") {
  Workplace place;
  place.write("work/shop.json", kShop);
  for (const char* text :
       {"seed = -1", "jobs = \"x\"", "default_batch_size = 0", "as_of = \"soon\"", "writer = 3", "generators = 3",
        "plugin_dirs = 4", "schema = 5", "tables = 3", "locale = \"\"", "default_null_fraction = 2",
        "log_level = \"loud\"", "seed = 1\ndefault_batch_size = 5\njobs = 1\nworkers = 2",
        "seed = ", "generators.nothing = {}", "writer.name = \"nothing\"", "tables = [\"nothing\"]"}) {
    place.write("work/datagen.toml", std::string(text) + "\n");
    const ProcessResult result = place.run({"generate", "shop.json"});
    INFO(text << ": " << result.err);
    CHECK(result.exit_code == 2);
    CHECK(result.out.empty());
    CHECK(contains(result.err, "datagen.toml:"));
  }
  place.write("work/datagen.toml", "");
  place.command.environment["DATAGEN_SEED"] = "many";
  const ProcessResult result = place.run({"generate", "shop.json"});
  CHECK(result.exit_code == 2);
  CHECK(contains(result.err, "DATAGEN_SEED"));
}

TEST_CASE("the original's keys are accepted; those without effect are told at -v") {
  Workplace place;
  place.write("work/shop.json", kShop);
  place.write("work/.datagen.yaml",
              "verbose: false\ndefault_seed: 9\ndefault_format: \"copy\"\ndefault_row_count: 100\n"
              "default_batch_size: 50\nworkers: 2\nenable_cache: true\ncache_size: 10000\nstream_writes: true\n"
              "log_level: \"info\"\nlog_format: \"text\"\nlog_file: \"\"\ncolor_output: true\nprogress_bar: true\n"
              "quiet_mode: false\njson_output: false\npretty_print: true\nshow_timestamp: false\n");
  const ProcessResult result = place.run({"-v", "generate", "shop.json", "--dry-run"});
  INFO(result.err);
  CHECK(result.exit_code == 0);
  for (const char* setting : {"seed=9", "writer=datagen.copy", "default_row_count=100", "batch_size=50", "jobs=2"}) {
    CHECK(has_setting(result, setting));
  }
  CHECK(contains(result.err, "enable_cache, cache_size, stream_writes"));
  CHECK_FALSE(contains(place.run({"generate", "shop.json", "--dry-run"}).err, "enable_cache"));
  place.write("work/.datagen.yaml", "default_seed: 0\n");
  CHECK(contains(place.run({"generate", "shop.json"}).err, "repeat with"));
}

// Options of one writer are not another's.
TEST_CASE("options of the configured writer count only for that writer") {
  Workplace place;
  place.write("work/shop.json", kShop);
  place.write("work/datagen.toml", "seed = 1\n[writer]\nname = \"sql_insert\"\noptions = {rows_per_insert = 2}\n");
  const std::string two = place.run({"generate", "shop.json", "--data-only"}).out;
  const std::string one = place.run({"generate", "shop.json", "--data-only", "--set", "rows_per_insert=1"}).out;
  const std::string named =
      place.run({"generate", "shop.json", "--data-only", "--set", "sql_insert.rows_per_insert=1"}).out;
  CHECK(two != one);
  CHECK(one == named);
  CHECK(place.run({"generate", "shop.json", "--format", "copy"}).exit_code == 0);
  const ProcessResult wrong = place.run({"generate", "shop.json", "--set", "rows_per_insert=0"});
  CHECK(wrong.exit_code == 1);
  CHECK(contains(wrong.err, "--set rows_per_insert"));
  CHECK(contains(place.run({"generate", "shop.json", "--set", "rows_per_insrt=1"}).err, "did you mean"));
}

}  // namespace datagen::test
