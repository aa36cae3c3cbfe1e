// Counting, drawing and speaking at once, from several threads: for ThreadSanitizer too.
#include <fcntl.h>
#include <unistd.h>

#include <chrono>
#include <string>
#include <thread>
#include <vector>

#include "messages.hpp"
#include "progress.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/process.hpp"

namespace datagen::host {
namespace {

using namespace std::chrono_literals;

// Standard error goes into a file while this lives.
class Captured {
 public:
  Captured() : path_(directory_.path() / "stderr"), saved_(::dup(STDERR_FILENO)) {
    const int file = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
    ::dup2(file, STDERR_FILENO);
    ::close(file);
  }
  ~Captured() {
    ::dup2(saved_, STDERR_FILENO);
    ::close(saved_);
  }
  Captured(const Captured&) = delete;
  Captured& operator=(const Captured&) = delete;
  [[nodiscard]] std::string text() const { return test::read_file(path_); }

 private:
  test::TemporaryDirectory directory_;
  std::string path_;
  int saved_;
};

// The threads of a run count in turn, as a run does; others speak meanwhile.
std::string run_with(ProgressForm form) {
  const Captured captured;
  {
    Progress progress(form, {"users", "orders"});
    const auto count = progress.counter();
    count({0, 0, 40'000, 0});
    count({1, 0, 0, 0});
    std::vector<std::thread> speakers;
    for (int speaker = 0; speaker < 2; ++speaker) {
      speakers.emplace_back([speaker] {
        for (int i = 0; i < 20; ++i) {
          say("speaker " + std::to_string(speaker) + " says " + std::to_string(i));
          std::this_thread::sleep_for(40ms);
        }
      });
    }
    for (std::uint64_t rows = 1; rows <= 40; ++rows) {
      std::thread([&] { count({0, rows * 1000, 40'000, rows * 50'000}); }).join();
      std::this_thread::sleep_for(25ms);
    }
    for (std::thread& speaker : speakers) speaker.join();
  }
  return captured.text();
}

}  // namespace

TEST_CASE("what is said while progress is told stays whole") {
  for (const ProgressForm form : {ProgressForm::drawn, ProgressForm::lines}) {
    const std::string text = run_with(form);
    INFO(text);
    for (int speaker = 0; speaker < 2; ++speaker) {
      for (int i = 0; i < 20; ++i) {
        const std::string line = "speaker " + std::to_string(speaker) + " says " + std::to_string(i) + "\n";
        CHECK(text.find(line) != std::string::npos);
      }
    }
    if (form == ProgressForm::lines) {
      CHECK(text.find("progress: orders: 0 rows, done\n") != std::string::npos);
      CHECK(text.find("progress: users: 40,000 rows, 2.0 MB, done\n") != std::string::npos);
    } else {
      CHECK(text.find("users  [") != std::string::npos);
      // A display that is there is taken away before anything else is written, and at the end.
      CHECK((text.ends_with("\033[J") || text.ends_with("\n")));
    }
  }
}

}  // namespace datagen::host
