// How plugins are found, and what the program does with those that are wrong.
#include <nlohmann/json.hpp>

#include "tests/host/program.hpp"
#include "tests/support/catch.hpp"

namespace datagen::test {
namespace {

using Words = std::vector<std::string>;
namespace fs = std::filesystem;

fs::path bad(const std::string& name) { return fs::path(DATAGEN_BAD_PLUGINS) / name; }

std::string description(const std::string& type, const std::string& config = "{}") {
  return R"({"tables": {"t": {"columns": [{"name": "a", "type": ")" + type +
         R"(", "generator": "org.example.bad", "generator_config": )" + config + R"(}], "row_count": 100}}})";
}

ProcessResult generate_with(Workplace& place, const std::string& plugin, const std::string& type,
                            const std::string& config = "{}") {
  place.write("work/bad.json", description(type, config));
  return place.run({"--plugin-dir", bad(plugin).string(), "generate", "bad.json", "--seed", "1", "-o", "out.sql"});
}

}  // namespace

TEST_CASE("a sound plugin in a named directory is used") {
  Workplace place;
  const ProcessResult result = generate_with(place, "sound", "integer");
  INFO(result.err);
  CHECK(result.exit_code == 0);
  CHECK(fs::exists(place.path("work/out.sql")));
}

// A plugin that cannot be used is refused before anything is written: file, reason, remedy.
TEST_CASE("a plugin that is malformed is refused with 6") {
  const std::pair<const char*, const char*> cases[] = {{"wrong_major", "datagen_plugin_v2"},
                                                       {"required_bit", "requires features"},
                                                       {"truncated", "struct_size 20"},
                                                       {"newer_host", "needs a datagen"},
                                                       {"null_class", "NULL"},
                                                       {"null_descriptor", "no descriptor"},
                                                       {"undefined_symbol", "a_function_that_nobody_provides"}};
  for (const auto& [name, words] : cases) {
    Workplace place;
    const ProcessResult result = generate_with(place, name, "integer");
    INFO(name << ": " << result.err);
    CHECK(result.exit_code == 6);
    CHECK(result.out.empty());
    CHECK(contains(result.err, std::string(name) + ".so"));
    CHECK(contains(result.err, words));
    CHECK(contains(result.err, "\n  "));
    CHECK(place.files("work") == Words{"bad.json"});
    CHECK(place.run({"--plugin-dir", bad(name).string(), "plugin", "list"}).exit_code == 6);
  }
}

TEST_CASE("two files with one id are refused, naming both") {
  Workplace place;
  const ProcessResult result = generate_with(place, "duplicate", "integer");
  CHECK(result.exit_code == 6);
  CHECK(contains(result.err, "duplicate_first.so"));
  CHECK(contains(result.err, "duplicate_second.so"));
}

// What a plugin does wrong while it works ends the run: the class is named, no file appears, nothing crashes.
TEST_CASE("a plugin that misbehaves ends the run tidily") {
  struct Case {
    const char *name, *type, *config, *words;
  };
  const Case cases[] = {{"garbage_create", "integer", "{}", "12345"},
                        {"null_object", "integer", "{}", "org.example.bad"},
                        {"garbage_values", "integer", "{}", "xxxx"},
                        {"empty_dictionary", "text", "{}", "org.example.bad"},
                        {"decreasing_offsets", "text", "{}", "org.example.bad"},
                        {"size_beyond_capacity", "text", "{}", "org.example.bad"},
                        {"throwing", "integer", R"({"when": "create"})", "thrown in create"},
                        {"throwing", "integer", R"({"when": "values"})", "thrown in values"}};
  for (const Case& one : cases) {
    Workplace place;
    const ProcessResult result = generate_with(place, one.name, one.type, one.config);
    INFO(one.name << ": " << result.exit_code << " " << result.err);
    CHECK((result.exit_code == 2 || result.exit_code == 3 || result.exit_code == 6));
    CHECK(result.signal == 0);
    CHECK(contains(result.err, one.words));
    CHECK(place.files("work") == Words{"bad.json"});
  }
}

TEST_CASE("a library that is no plugin is passed over, and named at -v") {
  Workplace place;
  place.write("work/shop.json", kShop);
  const std::string directory = bad("no_symbol").string();
  const ProcessResult quiet = place.run({"--plugin-dir", directory, "generate", "shop.json"});
  CHECK(quiet.exit_code == 0);
  CHECK_FALSE(contains(quiet.err, "no_symbol"));
  CHECK(contains(place.run({"--plugin-dir", directory, "-v", "plugin", "list"}).err, "no_symbol.so"));
  CHECK(place.run({"plugin", "info", (bad("no_symbol") / "no_symbol.so").string()}).exit_code == 6);
}

// No prefix of a plugin file, and no other rubbish, is loaded or does harm.
TEST_CASE("a damaged file is refused, whatever is left of it") {
  const std::string whole = read_file(bad("sound") / "sound.so");
  Workplace place;
  fs::create_directories(place.path("work/plugins"));
  for (const std::size_t size : {std::size_t{0}, std::size_t{3}, std::size_t{16}, std::size_t{64}, std::size_t{500},
                                 whole.size() / 2, whole.size() - 100}) {
    place.write("work/plugins/cut.so", whole.substr(0, size));
    const ProcessResult result = place.run({"--plugin-dir", "plugins", "plugin", "list"});
    INFO(size << " of " << whole.size() << ": " << result.err);
    CHECK(result.exit_code == 6);
    CHECK(contains(result.err, "cut.so"));
  }
  place.write("work/plugins/cut.so", "INPUT(libc.so.6)\n");
  CHECK(place.run({"--plugin-dir", "plugins", "plugin", "list"}).exit_code == 6);
}

TEST_CASE("a file that is reached twice is loaded once") {
  Workplace place;
  fs::create_directories(place.path("work/plugins"));
  fs::create_symlink(bad("sound") / "sound.so", place.path("work/plugins/a.so"));
  fs::create_symlink("a.so", place.path("work/plugins/b.so"));
  fs::create_directory_symlink("plugins", place.path("work/again"));
  place.command.environment["DATAGEN_PLUGIN_PATH"] = "plugins::" + bad("sound").string();
  const ProcessResult result =
      place.run({"--plugin-dir", "again", "--plugin-dir", "plugins", "plugin", "list", "--json"});
  INFO(result.err);
  REQUIRE(result.exit_code == 0);
  std::size_t found = 0;
  const auto list = nlohmann::json::parse(result.out);
  for (const auto& plugin : list.at("plugins")) {
    found += plugin.at("id") == "org.example.bad" ? 1 : 0;
  }
  CHECK(found == 1);
}

TEST_CASE("the working directory is not searched by accident") {
  Workplace place;
  fs::create_directories(place.path("work/plugins"));
  fs::copy_file(bad("sound") / "sound.so", place.path("work/plugins/sound.so"));
  fs::copy_file(bad("sound") / "sound.so", place.path("work/sound.so"));
  place.command.environment["DATAGEN_PLUGIN_PATH"] = ":";
  CHECK_FALSE(contains(place.run({"plugin", "list"}).out, "org.example.bad"));
  place.write("work/datagen.toml", "plugin_dirs = [\"plugins\"]\n");
  CHECK(contains(place.run({"plugin", "list"}).out, "org.example.bad"));
}

TEST_CASE("a plugin without its symbol table is still a plugin") {
  Workplace place;
  fs::create_directories(place.path("work/plugins"));
  Command strip;
  strip.arguments = {"strip", "-o", place.path("work/plugins/sound.so").string(), (bad("sound") / "sound.so").string()};
  REQUIRE(run_process(strip).exit_code == 0);
  CHECK(contains(place.run({"--plugin-dir", "plugins", "plugin", "list"}).out, "org.example.bad"));
}

// Each class that the list names can be asked about, and its declaration comes back whole.
TEST_CASE("plugin info tells what plugin list names") {
  Workplace place;
  const auto list = nlohmann::json::parse(place.run({"plugin", "list", "--json"}).out);
  REQUIRE(list.at("plugins").size() >= 3);
  for (const auto& plugin : list["plugins"]) {
    for (const char* role : {"writers", "generators"}) {
      std::size_t asked = 0;
      for (const auto& one : plugin.at(role)) {
        if (++asked > 10) break;
        const ProcessResult result = place.run({"plugin", "info", one.at("id").get<std::string>(), "--json"});
        REQUIRE(result.exit_code == 0);
        const auto json = nlohmann::json::parse(result.out);
        CHECK(json.at("plugin").at("file") == plugin.at("file"));
        CHECK(json.at("classes").at(0).at("id") == one["id"]);
        CHECK(json["classes"][0].at("options").is_array());
      }
    }
    const ProcessResult whole = place.run({"plugin", "info", plugin.at("file").get<std::string>()});
    CHECK(whole.exit_code == 0);
    CHECK(contains(whole.out, plugin.at("id").get<std::string>()));
  }
  CHECK(contains(place.run({"plugin", "info", "sql"}).out, "rows_per_insert"));
}

}  // namespace datagen::test
