// SIGINT and SIGTERM end a run promptly and tidily; a second SIGINT ends it at once, and so does the program itself
// when something hangs for five seconds after the first.  SIGPIPE and SIGXFSZ are ignored: a closed pipe and a file
// that may not grow are errors of write().
#pragma once

#include <atomic>
#include <string>

namespace datagen::host {

// Also makes sure that descriptors 0 to 2 are open, so that no file of ours takes the place of a closed standard
// stream.
void set_up_signals();

// Set by the first signal.
[[nodiscard]] const std::atomic<bool>& cancelled();

// While it lives, a second SIGINT removes this file, or empty directory, before it ends the program: what was named
// last first.
class Doomed {
 public:
  explicit Doomed(std::string path);
  ~Doomed();
  Doomed(const Doomed&) = delete;
  Doomed& operator=(const Doomed&) = delete;

  struct Entry;

 private:
  Entry* entry_;
};

// While it lives, a second SIGINT waits for this thread, which is creating a file that is already doomed and has seen
// that the run was not cancelled: one thread at a time.
class Creating {
 public:
  Creating();
  ~Creating();
  Creating(const Creating&) = delete;
  Creating& operator=(const Creating&) = delete;
};

// While it lives, a signal interrupts the blocking system call of this thread (EINTR), again and again until it is
// seen.
class Interruptible {
 public:
  Interruptible();
  ~Interruptible();
  Interruptible(const Interruptible&) = delete;
  Interruptible& operator=(const Interruptible&) = delete;
};

}  // namespace datagen::host
