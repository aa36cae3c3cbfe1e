// Plugins that fail while they work, and directories that are not as they should be: what the user is told, the exit
// code, and that nothing half-written is left.
#include <unistd.h>

#include <csignal>

#include "tests/host/program.hpp"
#include "tests/support/catch.hpp"

namespace datagen::test {
namespace {

using Words = std::vector<std::string>;
namespace fs = std::filesystem;

fs::path bad(const std::string& name) { return fs::path(DATAGEN_BAD_PLUGINS) / name; }

const char* const kHundred = R"({"tables": {"t": {"columns": [{"name": "a", "type": "integer", "nullable": false,
  "generator": "org.example.bad"}], "row_count": 100}}})";
const char* const kPlain = R"({"tables": {"t": {"columns": [{"name": "a", "type": "serial"}], "row_count": 100}}})";

Words with(Words words, const Words& more) {
  words.insert(words.end(), more.begin(), more.end());
  return words;
}

Words generate(const std::string& plugin, const Words& more = {}) {
  return with({"--plugin-dir", bad(plugin).string(), "generate", "t.json", "--seed", "1", "--batch-size", "20"}, more);
}

// Waits in values() for ever; SIGINT comes when it surely does.
ProcessResult interrupt(const Words& jobs, std::vector<TimedSignal> signals) {
  Workplace place;
  place.write("work/t.json", kHundred);
  place.write("work/out.sql", "as it was");
  place.command.timeout = std::chrono::seconds(60);
  place.command.signals = std::move(signals);
  const ProcessResult result = place.run(with(generate("hanging", {"-o", "out.sql"}), jobs));
  CHECK(place.files("work") == Words{"out.sql", "t.json"});
  CHECK(read_file(place.path("work/out.sql")) == "as it was");
  return result;
}

}  // namespace

TEST_CASE("a generator that reports an error in the middle ends the run with 3, and leaves no file") {
  for (const char* jobs : {"1", "3"}) {
    Workplace place;
    place.write("work/t.json", kHundred);
    const ProcessResult result = place.run(generate("failing", {"-o", "out.sql", "--jobs", jobs}));
    INFO(result.err);
    CHECK(result.exit_code == 3);
    CHECK(contains(result.err, "row 90 is one too many"));
    CHECK(contains(result.err, "t.a"));
    CHECK(contains(result.err, "failing.so"));
    CHECK(place.files("work") == Words{"t.json"});
  }
}

TEST_CASE("a plugin that fails while an object is made, and does not just refuse, ends the run with 6") {
  Workplace place;
  place.write("work/t.json", kHundred);
  for (const char* name : {"throwing", "garbage_create", "null_object"}) {
    const ProcessResult result = place.run(generate(name, {"-o", "out.sql"}));
    INFO(name << result.err);
    CHECK(result.exit_code == 6);
    CHECK(contains(result.err, std::string(name) + ".so"));
    CHECK(place.files("work") == Words{"t.json"});
  }
}

TEST_CASE("an encoder that fails in the middle leaves no file") {
  Workplace place;
  place.write("work/t.json", kPlain);
  const ProcessResult result =
      place.run(generate("writers", {"--format", "org.example.bad.encoder", "-o", "out.txt", "--jobs", "2"}));
  INFO(result.err);
  CHECK(result.exit_code == 3);
  CHECK(contains(result.err, "the second batch is one too many (row 23)"));
  CHECK(contains(result.err, "writers.so"));
  CHECK(place.files("work") == Words{"t.json"});
}

// A lane that was opened is closed once, and rolled back unless its commit succeeded.
TEST_CASE("a sink that fails is rolled back") {
  const std::pair<const char*, const char*> cases[] = {
      {"create", ""}, {"open", ""}, {"write", "rolled back\n"}, {"commit", "rolled back\n"}};
  for (const auto& [where, log] : cases) {
    Workplace place;
    place.write("work/t.json", kPlain);
    const ProcessResult result =
        place.run(generate("writers", {"--format", "org.example.bad.sink", "--set", std::string("fail=") + where}));
    INFO(where << ": " << result.err);
    CHECK(result.exit_code == (std::string(where) == "create" ? 2 : 4));
    CHECK(contains(result.err, std::string("failed in ") + where));
    CHECK((fs::exists(place.path("work/log")) ? read_file(place.path("work/log")) : "") == log);
  }
}

// A plugin cannot be stopped from outside, so the program ends without it: at a second SIGINT at once, else after five
// seconds.
TEST_CASE("a plugin that hangs does not keep the program from ending") {
  using std::chrono::milliseconds;
  const ProcessResult twice =
      interrupt({"--jobs", "1"}, {{SIGINT, milliseconds(700), 0}, {SIGINT, milliseconds(900), 0}});
  CHECK(twice.exit_code == 130);
  CHECK(twice.elapsed < milliseconds(4000));
  for (const int signal : {SIGINT, SIGTERM}) {
    const ProcessResult once = interrupt({"--jobs", "2"}, {{signal, milliseconds(700), 0}});
    INFO(once.err);
    CHECK(once.exit_code == 130);
    CHECK_FALSE(once.timed_out);
    CHECK(once.elapsed > milliseconds(4500));
    CHECK(contains(once.err, "did not stop in time"));
  }
}

TEST_CASE("a plugin directory that cannot be used is told of: missing, a file, unreadable") {
  Workplace place;
  const ProcessResult missing = place.run({"--plugin-dir", "nowhere", "plugin", "list"});
  CHECK(missing.exit_code == 1);
  CHECK(contains(missing.err, "nowhere"));
  CHECK(contains(missing.err, "there is no such directory of plugins"));
  place.write("work/file", "");
  CHECK(contains(place.run({"--plugin-dir", "file", "plugin", "list"}).err, "is no directory of plugins"));
  const fs::path copy = place.path("work/closed/sound.so");
  fs::create_directories(copy.parent_path());
  fs::copy_file(bad("sound") / "sound.so", copy);
  // The program's own files must be within reach of another user.
  if (::getuid() != 0) return;
  for (const char* folder : {"", "work", "work/closed"}) {
    fs::permissions(place.path(folder), fs::perms::all);
  }
  place.command.user = 65534;
  if (place.run({"plugin", "list"}).exit_code != 0) {
    WARN("left out: another user cannot run the program here");
    return;
  }
  fs::permissions(copy, fs::perms::owner_all);
  const ProcessResult file = place.run({"--plugin-dir", "closed", "plugin", "list"});
  INFO(file.err);
  CHECK(file.exit_code == 6);
  CHECK(contains(file.err, "sound.so: the file cannot be read: Permission denied"));
  fs::permissions(copy.parent_path(), fs::perms::owner_all);
  const ProcessResult directory = place.run({"--plugin-dir", "closed", "plugin", "list"});
  INFO(directory.err);
  CHECK(directory.exit_code == 6);
  CHECK(contains(directory.err, "closed: the directory of plugins cannot be read: Permission denied"));
}

TEST_CASE("an empty directory, other files and folders are passed over; a link that leads nowhere is not") {
  Workplace place;
  fs::create_directories(place.path("work/plugins"));
  const ProcessResult empty = place.run({"--plugin-dir", "plugins", "-v", "plugin", "list"});
  CHECK(empty.exit_code == 0);
  CHECK(contains(empty.err, "plugins holds no plugins"));
  fs::create_directories(place.path("work/plugins/folder.so"));
  place.write("work/plugins/notes.txt", "no library");
  fs::copy_file(bad("no_symbol") / "no_symbol.so", place.path("work/plugins/library.so"));
  const ProcessResult quiet = place.run({"--plugin-dir", "plugins", "plugin", "list"});
  CHECK(quiet.exit_code == 0);
  CHECK(quiet.err.empty());
  const ProcessResult verbose = place.run({"--plugin-dir", "plugins", "-v", "plugin", "list"});
  CHECK(contains(verbose.err, "folder.so is no file"));
  CHECK(contains(verbose.err, "library.so exports no datagen_plugin_v1"));
  CHECK_FALSE(contains(verbose.err, "notes.txt"));
  fs::create_symlink("gone", place.path("work/plugins/link.so"));
  const ProcessResult broken = place.run({"--plugin-dir", "plugins", "plugin", "list"});
  CHECK(broken.exit_code == 6);
  CHECK(contains(broken.err, "link.so: the plugin cannot be found"));
}

// Two copies of one plugin are two plugins with the same ids.
TEST_CASE("the same class in two files is refused, naming both, wherever they lie") {
  Workplace place;
  for (const char* folder : {"one", "two"}) {
    fs::create_directories(place.path(std::string("work/") + folder));
    fs::copy_file(bad("sound") / "sound.so", place.path(std::string("work/") + folder + "/sound.so"));
  }
  const ProcessResult result = place.run({"--plugin-dir", "one", "--plugin-dir", "two", "plugin", "list"});
  INFO(result.err);
  CHECK(result.exit_code == 6);
  CHECK(contains(result.err, "one/sound.so"));
  CHECK(contains(result.err, "two/sound.so"));
  CHECK(contains(result.err, "org.example.bad"));
  CHECK(place.run({"--plugin-dir", "one", "--plugin-dir", "./one/../one", "plugin", "list"}).exit_code == 0);
}

}  // namespace datagen::test
