#include "check/process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <exception>
#include <string_view>
#include <system_error>

#include "datagen/core/error.hpp"
#include "signals.hpp"

namespace datagen::host::check {
namespace {

using Clock = std::chrono::steady_clock;

// Ends a whole result, so that a process which ends early is noticed.
constexpr std::string_view kEnd = "\nend of result\n";

[[noreturn]] void cannot(const std::string& what) {
  throw Error(ErrorCode::plugin, "the plugin cannot be checked: " + what + ": " + std::strerror(errno),
              "see what this system allows: processes, open files, memory");
}

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() { close(); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  [[nodiscard]] int number() const { return number_; }
  void close() {
    if (number_ >= 0) ::close(number_);
    number_ = -1;
  }

 private:
  int number_;
};

bool write_all(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(descriptor, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

[[noreturn]] void be_child(int results, int messages, const std::function<std::string()>& function) {
  // Nothing that the plugin does may reach the report, outlive the checker, or fill the disk with memory dumps.
  ::setpgid(0, 0);
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  const rlimit no_dumps{0, 0};
  ::setrlimit(RLIMIT_CORE, &no_dumps);
  for (const int signal : {SIGINT, SIGTERM, SIGPIPE, SIGALRM}) std::signal(signal, SIG_DFL);
  const int nowhere = ::open("/dev/null", O_WRONLY);
  ::dup2(nowhere, STDOUT_FILENO);
  ::dup2(messages, STDERR_FILENO);
  int code = 1;
  try {
    const std::string result = function();
    if (write_all(results, result) && write_all(results, kEnd)) code = 0;
  } catch (const std::exception& error) {
    static_cast<void>(write_all(STDERR_FILENO, error.what()));
  }
  ::_exit(code);
}

// The last line that says something.
std::string last_line(int descriptor) {
  std::string text(16384, '\0');
  const off_t size = ::lseek(descriptor, 0, SEEK_END);
  const off_t from = std::max<off_t>(0, size - static_cast<off_t>(text.size()));
  const ssize_t n = ::pread(descriptor, text.data(), text.size(), from);
  text.resize(n < 0 ? 0 : static_cast<std::size_t>(n));
  // What a sanitizer says first says most.
  const std::size_t sanitizer = text.find("ERROR: ");
  if (sanitizer != std::string::npos) return text.substr(sanitizer, text.find('\n', sanitizer) - sanitizer);
  text.resize(text.find_last_not_of(" \n\r\t") + 1);
  return text.substr(text.find_last_of('\n') + 1);
}

// Reads until the other side closes.  False: time is up, or the program is to end.
bool read_until_closed(int descriptor, Clock::time_point deadline, std::string& text, bool& interrupted) {
  std::array<char, 65536> part;
  for (;;) {
    if (cancelled()) {
      interrupted = true;
      return false;
    }
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
    if (left <= 0) return false;
    pollfd poller{descriptor, POLLIN, 0};
    // Looks up now and then: a signal may have come before poll() began.
    const int ready = ::poll(&poller, 1, static_cast<int>(std::min<long long>(left, 200)));
    if (ready <= 0) continue;
    const ssize_t n = ::read(descriptor, part.data(), part.size());
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return true;
    text.append(part.data(), static_cast<std::size_t>(n));
  }
}

}  // namespace

ProcessEnd run_apart(const std::function<std::string()>& function, std::chrono::milliseconds limit) {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) cannot("no pipe");
  Descriptor reading(ends[0]);
  Descriptor writing(ends[1]);
  const Descriptor messages(::memfd_create("messages", MFD_CLOEXEC));
  if (messages.number() < 0) cannot("no temporary file");
  const Clock::time_point deadline = Clock::now() + limit;
  const pid_t child = ::fork();
  if (child < 0) cannot("no process");
  if (child == 0) {
    reading.close();
    be_child(writing.number(), messages.number(), function);
  }
  ::setpgid(child, child);  // whoever is first
  writing.close();

  ProcessEnd end;
  // A process that the plugin started may keep the pipe open: hence the group is killed once the child is gone.
  const bool closed = read_until_closed(reading.number(), deadline, end.result, end.interrupted);
  end.timed_out = !closed && !end.interrupted;
  if (!closed) ::kill(-child, SIGKILL);
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  ::kill(-child, SIGKILL);
  if (WIFSIGNALED(status)) end.signal = WTERMSIG(status);
  if (WIFEXITED(status)) end.exit_code = WEXITSTATUS(status);
  end.returned = closed && end.result.ends_with(kEnd);
  if (end.returned) end.result.resize(end.result.size() - kEnd.size());
  end.last_words = last_line(messages.number());
  return end;
}

std::string signal_name(int signal) {
  const char* const name = ::sigabbrev_np(signal);
  return name == nullptr ? "signal " + std::to_string(signal) : std::string("SIG") + name;
}

}  // namespace datagen::host::check
