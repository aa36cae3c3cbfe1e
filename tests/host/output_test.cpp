// What happens to the output when something stands in its way.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>

#include "tests/host/program.hpp"
#include "tests/support/catch.hpp"

namespace datagen::test {
namespace {

using Words = std::vector<std::string>;
namespace fs = std::filesystem;

// More rows than can be made while a test waits, and fewer than serial has numbers.
const Words kEndless{"generate", "shop.json", "--seed", "1", "--rows", "2000000000"};

class Shop : public Workplace {
 public:
  Shop() { write("work/shop.json", kShop); }
};

Words with(Words words, const Words& more) {
  words.insert(words.end(), more.begin(), more.end());
  return words;
}

}  // namespace

TEST_CASE("standard output holds data only, and the same as a file") {
  const Shop place;
  const ProcessResult streamed = place.run({"generate", "shop.json", "--seed", "1"});
  REQUIRE(streamed.exit_code == 0);
  CHECK(contains(streamed.out, "INSERT INTO"));
  CHECK(contains(streamed.err, "15 rows"));
  CHECK(contains(streamed.err, "seed 1"));
  const ProcessResult filed = place.run({"generate", "shop.json", "--seed", "1", "-o", "out.sql"});
  CHECK(filed.exit_code == 0);
  CHECK(filed.out.empty());
  CHECK(read_file(place.path("work/out.sql")) == streamed.out);
  CHECK(place.run({"generate", "shop.json", "--seed", "1", "-v", "-v"}).out == streamed.out);
  CHECK(place.run({"generate", "shop.json", "--seed", "1", "-o", "-"}).out == streamed.out);
}

// Every way in which the output can fail ends with 4, promptly, with one message that holds a remedy.
TEST_CASE("an output that cannot be written ends the run with 4") {
  Shop place;
  place.write("work/file", "");
  place.write("work/folder/x", "");
  for (const char* name : {"/dev/full", "missing/out.sql", "file/out.sql", "folder", "/proc/nothing/out.sql"}) {
    const ProcessResult result = place.run({"generate", "shop.json", "-o", name});
    INFO(name << ": " << result.err);
    CHECK(result.exit_code == 4);
    CHECK(result.out.empty());
    CHECK(contains(result.err, name));
    CHECK(contains(result.err, "\n  "));
  }
  place.command.output_file = "/dev/full";
  place.command.timeout = std::chrono::seconds(60);
  const ProcessResult full = place.run(kEndless);
  CHECK(full.exit_code == 4);
  CHECK(contains(full.err, "standard output"));
  CHECK(contains(full.err, "No space left"));
  CHECK(place.run({"version"}).exit_code == 4);
}

TEST_CASE("a reader that goes away ends the run promptly with 4 and one message") {
  Shop place;
  place.command.close_output_after = 1000;
  place.command.timeout = std::chrono::seconds(60);
  const ProcessResult result = place.run(kEndless);
  CHECK_FALSE(result.timed_out);
  CHECK(result.exit_code == 4);
  CHECK(contains(result.err, "Broken pipe"));
}

TEST_CASE("a directory that may not be written is refused with a remedy") {
  if (::geteuid() != 0) return;  // the test needs root to become somebody else
  Shop place;
  const fs::path top = place.path("");
  for (const fs::path& path : {top, top / "work", top / "work/shop.json"}) {
    fs::permissions(path, fs::perms::others_read | fs::perms::others_exec, fs::perm_options::add);
  }
  place.command.user = 65534;
  const ProcessResult result = place.run({"generate", "shop.json", "-o", "out.sql"});
  INFO(result.err);
  CHECK(result.exit_code == 4);
  CHECK(contains(result.err, "Permission denied"));
  CHECK(contains(result.err, "--output"));
}

// An existing file stays untouched until the new one is whole, and no temporary is left behind.
TEST_CASE("a run that fails leaves the old file and nothing else") {
  Shop place;
  place.write("work/out.sql", "old\n");
  const Words before = place.files("work");
  place.write("work/bad.json", "{");
  CHECK(place.run({"generate", "bad.json", "-o", "out.sql"}).exit_code == 2);
  fs::remove(place.path("work/bad.json"));
  place.command.timeout = std::chrono::seconds(60);
  place.command.signals = {{SIGTERM, std::chrono::milliseconds(700), 0}};
  const ProcessResult result = place.run(with(kEndless, {"-o", "out.sql"}));
  CHECK(result.exit_code == 130);
  CHECK(place.files("work") == before);
  CHECK(read_file(place.path("work/out.sql")) == "old\n");
}

TEST_CASE("a file is replaced with its permissions kept, through a link if there is one") {
  Shop place;
  place.write("work/real.sql", "old\n");
  fs::permissions(place.path("work/real.sql"), fs::perms::owner_read | fs::perms::owner_write);
  fs::create_symlink("real.sql", place.path("work/link.sql"));
  CHECK(place.run({"generate", "shop.json", "-o", "link.sql"}).exit_code == 0);
  CHECK(fs::is_symlink(place.path("work/link.sql")));
  CHECK(contains(read_file(place.path("work/real.sql")), "INSERT INTO"));
  CHECK(fs::status(place.path("work/real.sql")).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
  CHECK(place.files("work") == Words{"link.sql", "real.sql", "shop.json"});
}

TEST_CASE("special files are written as they are") {
  Shop place;
  CHECK(place.run({"generate", "shop.json", "-o", "/dev/null"}).exit_code == 0);
  CHECK(fs::is_character_file("/dev/null"));
  const std::string expected = place.run({"generate", "shop.json", "--seed", "1"}).out;
  CHECK(place.run({"generate", "shop.json", "--seed", "1", "-o", "/dev/stdout"}).out == expected);
  REQUIRE(::mkfifo(place.path("work/pipe").c_str(), 0600) == 0);
  Command shell = place.command;
  shell.arguments = {"/bin/sh", "-c",
                     "cat pipe > copied & '" DATAGEN_PROGRAM
                     "' generate shop.json --seed 1 -q -o pipe; e=$?; wait; exit $e"};
  const ProcessResult result = run_process(shell);
  CHECK(result.exit_code == 0);
  CHECK(read_file(place.path("work/copied")) == expected);
  CHECK(fs::is_fifo(place.path("work/pipe")));
}

TEST_CASE("SIGINT and SIGTERM end a run with 130, soon") {
  for (const int signal : {SIGINT, SIGTERM}) {
    Shop place;
    place.command.timeout = std::chrono::seconds(60);
    place.command.signals = {{signal, std::chrono::milliseconds(0), 100'000}};
    const ProcessResult result = place.run(kEndless);
    INFO(result.err);
    CHECK_FALSE(result.timed_out);
    CHECK(result.exit_code == 130);
    CHECK(contains(result.err, "interrupted"));
  }
}

// Nobody reads the pipe: the program is blocked when the signal comes.
TEST_CASE("a signal ends a run that waits for its reader") {
  Shop place;
  REQUIRE(::mkfifo(place.path("work/pipe").c_str(), 0600) == 0);
  place.command.timeout = std::chrono::seconds(60);
  place.command.signals = {{SIGINT, std::chrono::milliseconds(1000), 0}};
  const ProcessResult waiting = place.run(with(kEndless, {"-o", "pipe"}));
  CHECK(waiting.exit_code == 130);
  CHECK_FALSE(waiting.timed_out);

  const int reader = ::open(place.path("work/pipe").c_str(), O_RDWR | O_CLOEXEC);
  REQUIRE(reader >= 0);
  const ProcessResult blocked = place.run(with(kEndless, {"-o", "pipe"}));
  ::close(reader);
  CHECK(blocked.exit_code == 130);
  CHECK_FALSE(blocked.timed_out);
}

TEST_CASE("a second SIGINT ends at once, and takes the temporary file with it") {
  Shop place;
  place.command.timeout = std::chrono::seconds(60);
  place.command.signals = {{SIGINT, std::chrono::milliseconds(900), 0}, {SIGINT, std::chrono::milliseconds(905), 0}};
  const ProcessResult result = place.run(with(kEndless, {"-o", "out.sql"}));
  CHECK(result.exit_code == 130);
  CHECK(place.files("work") == Words{"shop.json"});
}

TEST_CASE("a closed standard output is an output that cannot be written") {
  Shop place;
  Command shell = place.command;
  shell.arguments = {"/bin/sh", "-c", "exec '" DATAGEN_PROGRAM "' generate shop.json >&-"};
  const ProcessResult result = run_process(shell);
  CHECK(result.exit_code == 4);
}

}  // namespace datagen::test
