#include "standard_error.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstdlib>
#include <mutex>

#include "display_width.hpp"

namespace datagen::host {
namespace {

constexpr std::size_t kUnknownWidth = 80;

std::mutex mutex;
std::vector<std::string> shown;    // under the mutex
std::atomic<std::size_t> rows{0};  // that the display takes
std::atomic<bool> ended{false};
static_assert(std::atomic<std::size_t>::is_always_lock_free);

void write_all(std::string_view text) {
  while (!text.empty()) {
    const ssize_t count = ::write(STDERR_FILENO, text.data(), text.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return;
    text.remove_prefix(static_cast<std::size_t>(count));
  }
}

// A terminal that became narrower has wrapped the lines.
std::size_t rows_taken() {
  const std::size_t width = std::max<std::size_t>(terminal_width(), 1);
  std::size_t total = 0;
  for (const std::string& line : shown) total += std::max<std::size_t>((display_width(line) + width - 1) / width, 1);
  return total;
}

// To the display's first column and line, then away with all that follows.
std::string erasure() {
  std::string text;
  if (shown.empty()) return text;
  const std::size_t taken = rows_taken();
  if (taken > 1) text = "\033[" + std::to_string(taken - 1) + "A";
  return text + "\r\033[J";
}

}  // namespace

bool is_terminal() {
  const char* const terminal = std::getenv("TERM");
  return ::isatty(STDERR_FILENO) == 1 && terminal != nullptr && *terminal != '\0' &&
         std::string_view(terminal) != "dumb";
}

std::size_t terminal_width() {
  winsize size{};
  if (::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return kUnknownWidth;
  return size.ws_col;
}

void write_standard_error(std::string_view text) {
  const std::lock_guard lock(mutex);
  const std::string before = erasure();
  shown.clear();
  rows.store(0);
  write_all(before + std::string(text));
}

void show_display(const std::vector<std::string>& lines) {
  const std::lock_guard lock(mutex);
  if (ended.load() || (lines.empty() && shown.empty())) return;
  std::string text = erasure();
  for (std::size_t i = 0; i < lines.size(); ++i) text += (i == 0 ? "" : "\n") + lines[i];
  shown = lines;
  rows.store(lines.size());
  write_all(text);
}

void end_display_at_once() {
  ended.store(true);
  std::size_t taken = rows.exchange(0);
  if (taken == 0) return;
  for (; taken > 1; --taken) write_all("\033[A");
  write_all("\r\033[J");
}

}  // namespace datagen::host
