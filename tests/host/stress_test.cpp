// Fault injection: the program is killed, its disk fills and its reader goes away, at random points, under random jobs,
// batch sizes, compression and kinds of output.  Whatever comes, it ends soon, with the right exit code, and leaves
// nothing half-written under a final name.
#include <csignal>
#include <random>

#include "tests/host/program.hpp"
#include "tests/support/catch.hpp"

namespace datagen::test {
namespace {

using Words = std::vector<std::string>;
namespace fs = std::filesystem;

template <typename Value>
const Value& any(std::mt19937_64& random, const std::vector<Value>& values) {
  return values[random() % values.size()];
}

// A run that ends only by what happens to it.
Words endless_run(std::mt19937_64& random) {
  Words words{"generate", "shop.json", "--seed", "1", "--rows", "2000000000"};
  const std::vector<Words> choices[] = {
      {{"--format", "sql"}, {"--format", "copy"}},
      {{"--jobs", "1"}, {"--jobs", "2"}, {"--jobs", "5"}},
      {{"--batch-size", "1"}, {"--batch-size", "77"}, {"--batch-size", "1000"}, {"--batch-size", "100000"}},
      {{"--compress", "none"}, {"--compress", "zstd:1"}, {"--compress", "gzip"}, {"--compress", "gzip:12"}},
  };
  for (const auto& choice : choices) {
    const Words& more = any(random, choice);
    words.insert(words.end(), more.begin(), more.end());
  }
  return words;
}

Words file_output(std::mt19937_64& random) {
  return any<Words>(random, {{"-o", "out.sql"},
                             {"-o", "parts.sql", "--split-size", "1MB"},
                             {"--output-dir", "dir"},
                             {"--output-dir", "dir", "--split-size", "100kB"}});
}

class Shop : public Workplace {
 public:
  Shop() {
    write("work/shop.json", kShop);
    write("work/out.sql", "old\n");
    command.timeout = std::chrono::seconds(30);
  }

  // As before the run; but for a kill that nothing can catch, whose leftovers say what they are.
  void check_untouched(bool killed) const {
    CHECK(read_file(path("work/out.sql")) == "old\n");
    Words left = files("work");
    if (killed && fs::exists(path("work/dir"))) {
      for (const std::string& name : files("work/dir")) CHECK(is_temporary(name));
      std::erase(left, "dir");
    }
    if (killed) std::erase_if(left, is_temporary);
    CHECK(left == Words{"out.sql", "shop.json"});
  }

 private:
  static bool is_temporary(const std::string& name) { return name.starts_with('.') && name.ends_with(".tmp"); }
};

std::string line_of(const Words& words) {
  std::string line;
  for (const std::string& word : words) line += word + " ";
  return line;
}

}  // namespace

TEST_CASE("a signal at any moment leaves nothing half-written") {
  std::mt19937_64 random(1);
  for (int round = 0; round < 40; ++round) {
    Shop place;
    Words words = endless_run(random);
    const Words output = file_output(random);
    words.insert(words.end(), output.begin(), output.end());
    const int signal = any<int>(random, {SIGINT, SIGTERM, SIGKILL});
    place.command.signals = {{signal, std::chrono::milliseconds(random() % 250), 0}};
    const ProcessResult result = place.run(words);
    CAPTURE(round, signal, line_of(words), result.err, result.elapsed.count());
    CHECK_FALSE(result.timed_out);
    CHECK(result.elapsed < std::chrono::seconds(15));
    // Before the program has so much as begun, a signal does what it does to any program.
    if (result.signal == 0) CHECK(result.exit_code == 130);
    if (result.signal != 0) CHECK(result.signal == signal);
    if (result.signal != 0 && signal != SIGKILL) CHECK(result.err.empty());
    place.check_untouched(signal == SIGKILL);
  }
}

TEST_CASE("a reader that goes away at any byte ends the run with 4") {
  std::mt19937_64 random(2);
  for (int round = 0; round < 15; ++round) {
    Shop place;
    const Words words = endless_run(random);
    place.command.close_output_after = random() % (std::size_t{1} << (random() % 24));
    const ProcessResult result = place.run(words);
    CAPTURE(round, line_of(words), *place.command.close_output_after, result.err);
    CHECK_FALSE(result.timed_out);
    CHECK(result.exit_code == 4);
    CHECK(result.err.find("Broken pipe") != std::string::npos);
    place.check_untouched(false);
  }
}

// A limit on the size of files stops each run at another byte.
TEST_CASE("a file that may not grow ends the run with 4, and is gone") {
  std::mt19937_64 random(3);
  for (int round = 0; round < 15; ++round) {
    Shop place;
    const Words words = endless_run(random);
    Command limited = place.command;
    const std::string kilobytes = std::to_string(1 + random() % 3000);
    const Words output = any<Words>(random, {{"-o", "out.sql"}, {"--output-dir", "dir"}});
    limited.arguments = {"/bin/bash", "-c", "ulimit -f " + kilobytes + " && exec \"$@\"", "bash", DATAGEN_PROGRAM};
    limited.arguments.insert(limited.arguments.end(), words.begin(), words.end());
    limited.arguments.insert(limited.arguments.end(), output.begin(), output.end());
    const ProcessResult result = run_process(limited);
    CAPTURE(round, kilobytes, line_of(limited.arguments), result.err);
    CHECK_FALSE(result.timed_out);
    CHECK(result.exit_code == 4);
    CHECK(result.err.find("ulimit -f") != std::string::npos);
    place.check_untouched(false);
  }
}

// On a file system of its own, of a random size, that the program's death takes away.
TEST_CASE("a disk that fills up ends the run with 4, and is empty again") {
  std::mt19937_64 random(4);
  for (int round = 0; round < 15; ++round) {
    Shop place;
    const Words words = endless_run(random);
    Words output = file_output(random);
    for (std::string& word : output) {
      if (word.find('.') != std::string::npos || word == "dir") word.insert(0, "disk/");
    }
    fs::create_directory(place.path("work/disk"));
    Command shell = place.command;
    const std::string kilobytes = std::to_string(64 + random() % 6000);
    shell.arguments = {
        "unshare",
        "--mount",
        "/bin/bash",
        "-c",
        "mount -t tmpfs -o size=" + kilobytes + "k tmpfs disk || exit 99; \"$@\"; code=$?; ls -A disk; exit $code",
        "bash",
        DATAGEN_PROGRAM};
    shell.arguments.insert(shell.arguments.end(), words.begin(), words.end());
    shell.arguments.insert(shell.arguments.end(), output.begin(), output.end());
    const ProcessResult result = run_process(shell);
    CAPTURE(round, kilobytes, line_of(shell.arguments), result.err);
    if (result.exit_code == 99 || result.err.find("unshare") != std::string::npos) {
      WARN("no file system may be mounted here, so no disk was filled");
      return;
    }
    CHECK_FALSE(result.timed_out);
    CHECK(result.exit_code == 4);
    CHECK(result.err.find("No space left") != std::string::npos);
    CHECK(result.out.empty());
  }
}

}  // namespace datagen::test
