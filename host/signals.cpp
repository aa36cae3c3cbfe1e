#include "signals.hpp"

#include <fcntl.h>
#include <pthread.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>

namespace datagen::host {
namespace {

std::atomic<bool> cancel_flag{false};
std::atomic<bool> blocked{false};
std::atomic<pthread_t> blocked_thread{};
// Read in a signal handler: no allocation, no lock.
std::array<char, 4096> doomed_file{};
static_assert(std::atomic<bool>::is_always_lock_free && std::atomic<pthread_t>::is_always_lock_free);

// A signal may come between the look at the flag and the system call, or on another thread: hence again every second.
void nudge() {
  if (blocked.load() && ::pthread_equal(blocked_thread.load(), ::pthread_self()) == 0) {
    ::pthread_kill(blocked_thread.load(), SIGALRM);
  }
}

void on_alarm(int) {
  const int saved = errno;
  nudge();
  ::alarm(1);
  errno = saved;
}

void on_end(int signal) {
  const int saved = errno;
  if (cancel_flag.exchange(true) && signal == SIGINT) {
    if (doomed_file[0] != '\0') ::unlink(doomed_file.data());
    ::_exit(130);
  }
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
  handle(SIGINT, on_end);
  handle(SIGTERM, on_end);
  handle(SIGALRM, on_alarm);
}

const std::atomic<bool>& cancelled() { return cancel_flag; }

void remove_when_killed(const std::string& path) {
  doomed_file[0] = '\0';
  if (path.empty() || path.size() >= doomed_file.size()) return;
  std::copy(path.begin() + 1, path.end(), doomed_file.begin() + 1);
  doomed_file[path.size()] = '\0';
  std::atomic_signal_fence(std::memory_order_release);
  doomed_file[0] = path[0];
}

Interruptible::Interruptible() {
  blocked_thread.store(::pthread_self());
  blocked.store(true);
}

Interruptible::~Interruptible() { blocked.store(false); }

}  // namespace datagen::host
