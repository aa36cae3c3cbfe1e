#include "signals.hpp"

#include <fcntl.h>
#include <pthread.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <ctime>
#include <string_view>
#include <utility>

#include "standard_error.hpp"

namespace datagen::host {

// Read in a signal handler, at any moment: an entry is whole before it is in the list, and never freed.
struct Doomed::Entry {
  std::string path;
  std::atomic<bool> active{true};
  Entry* before = nullptr;
};

namespace {

// Seconds from the first signal on.  Shorter than what service managers wait before they kill.
constexpr int kPatience = 5;

std::atomic<bool> cancel_flag{false};
std::atomic<bool> blocked{false};
std::atomic<int> seconds_waited{0};
std::atomic<pthread_t> blocked_thread{};
std::atomic<bool> creating{false};
std::atomic<pthread_t> creating_thread{};
std::atomic<Doomed::Entry*> doomed{nullptr};
static_assert(std::atomic<bool>::is_always_lock_free && std::atomic<int>::is_always_lock_free &&
              std::atomic<pthread_t>::is_always_lock_free && std::atomic<Doomed::Entry*>::is_always_lock_free);

// A signal may come between the look at the flag and the system call, or on another thread: hence again every second.
void nudge() {
  if (blocked.load() && ::pthread_equal(blocked_thread.load(), ::pthread_self()) == 0) {
    ::pthread_kill(blocked_thread.load(), SIGALRM);
  }
}

// At most a second; not at all on the thread that creates, which goes no further.
void wait_for_creation() {
  constexpr int kTries = 1000;
  const timespec pause{0, 1'000'000};
  for (int i = 0; i < kTries && creating.load(); ++i) {
    if (::pthread_equal(creating_thread.load(), ::pthread_self()) != 0) return;
    ::nanosleep(&pause, nullptr);
  }
}

void remove_doomed() {
  for (Doomed::Entry* entry = doomed.load(); entry != nullptr; entry = entry->before) {
    if (entry->active.load() && ::unlink(entry->path.c_str()) != 0) ::rmdir(entry->path.c_str());
  }
}

// Whatever hangs does not keep the program alive.  What was not committed into a database is rolled back by its server.
[[noreturn]] void give_up() {
  end_display_at_once();
  wait_for_creation();
  remove_doomed();
  ::_exit(130);
}

void on_alarm(int) {
  const int saved = errno;
  if (seconds_waited.fetch_add(1) + 1 >= kPatience) {
    constexpr std::string_view kMessage =
        "datagen: error: interrupted: a plugin or a device did not stop in time\n"
        "  output is incomplete; files were left as they were\n";
    end_display_at_once();
    static_cast<void>(!::write(STDERR_FILENO, kMessage.data(), kMessage.size()));
    give_up();
  }
  nudge();
  ::alarm(1);
  errno = saved;
}

void on_end(int signal) {
  const int saved = errno;
  if (cancel_flag.exchange(true) && signal == SIGINT) give_up();
  nudge();
  ::alarm(1);
  errno = saved;
}

void handle(int signal, void (*handler)(int)) {
  struct sigaction action {};
  action.sa_handler = handler;
  ::sigemptyset(&action.sa_mask);
  action.sa_flags = 0;  // no SA_RESTART: system calls return EINTR
  ::sigaction(signal, &action, nullptr);
}

}  // namespace

void set_up_signals() {
  // A closed stream is opened the wrong way round, so that its use fails as it would have.
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (::fcntl(stream, F_GETFD) < 0) {
      static_cast<void>(::open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY));
    }
  }
  handle(SIGPIPE, SIG_IGN);
  handle(SIGXFSZ, SIG_IGN);
  handle(SIGINT, on_end);
  handle(SIGTERM, on_end);
  handle(SIGALRM, on_alarm);
}

const std::atomic<bool>& cancelled() { return cancel_flag; }

Doomed::Doomed(std::string path) : entry_(new Entry) {
  entry_->path = std::move(path);
  entry_->before = doomed.load();
  while (!doomed.compare_exchange_weak(entry_->before, entry_)) {
  }
}

Doomed::~Doomed() { entry_->active.store(false); }

Creating::Creating() {
  creating_thread.store(::pthread_self());
  creating.store(true);
}

Creating::~Creating() { creating.store(false); }

Interruptible::Interruptible() {
  blocked_thread.store(::pthread_self());
  blocked.store(true);
}

Interruptible::~Interruptible() { blocked.store(false); }

}  // namespace datagen::host
