#include "progress.hpp"

#include <pthread.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cmath>
#include <condition_variable>
#include <csignal>
#include <deque>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

#include "messages.hpp"
#include "progress_text.hpp"
#include "standard_error.hpp"

namespace datagen::host {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr milliseconds kLook{200};          // from one look at the counters to the next
constexpr milliseconds kFirstDrawing{500};  // a run that is shorter shows nothing
constexpr milliseconds kLineInterval{2000};
constexpr double kMemory = 5;  // seconds after which an earlier rate counts a third

struct Counter {
  std::atomic<std::uint64_t> rows{0}, total{0}, bytes{0};
  std::atomic<bool> known{false};  // total is

  [[nodiscard]] ProgressNumbers numbers() const {
    ProgressNumbers now;
    // Rows first, which are stored last: all bytes of these rows are counted.
    now.rows = rows.load(std::memory_order_acquire);
    now.total = total.load(std::memory_order_relaxed);
    now.bytes = bytes.load(std::memory_order_relaxed);
    return now;
  }
};

// A rate that follows changes without jumping.
class Rate {
 public:
  void add(double amount, double seconds) {
    if (seconds <= 0) return;
    const double weight = 1 - std::exp(-seconds / kMemory);
    // The first seconds are no mixture with a rate of nothing.
    known_ += (1 - known_) * weight;
    sum_ += (amount / seconds - sum_) * weight;
  }
  [[nodiscard]] double value() const { return known_ > 0 ? sum_ / known_ : 0; }

 private:
  double sum_ = 0, known_ = 0;
};

}  // namespace

ProgressForm choose_progress(When wanted, bool data_to_terminal) {
  const bool drawable = is_terminal() && !data_to_terminal && message_options().format == LogFormat::text;
  if (wanted == When::always) return drawable ? ProgressForm::drawn : ProgressForm::lines;
  if (wanted == When::never || message_options().level == LogLevel::error) return ProgressForm::none;
  return drawable ? ProgressForm::drawn : ProgressForm::none;
}

struct Progress::Impl {
  ProgressForm form;
  std::vector<std::string> names;
  std::vector<Counter> counters;
  std::vector<char> told;  // tables that are known to be done
  Clock::time_point start = Clock::now(), last = start, last_line = start;
  ProgressNumbers before;
  Rate rows_rate, bytes_rate;
  std::mutex mutex;
  std::condition_variable stopping;
  bool stopped = false;  // under mutex
  std::thread thread;

  Impl(ProgressForm chosen, std::vector<std::string> tables)
      : form(chosen), names(std::move(tables)), counters(names.size()), told(names.size(), 0) {}

  ProgressState look() {
    ProgressState state;
    for (std::size_t t = 0; t < counters.size(); ++t) {
      if (!counters[t].known.load(std::memory_order_acquire)) continue;
      const ProgressNumbers numbers = counters[t].numbers();
      ++state.tables;
      state.of_all.rows += numbers.rows;
      state.of_all.total += numbers.total;
      state.of_all.bytes += numbers.bytes;
      if (numbers.rows == numbers.total) {
        ++state.tables_done;
        continue;
      }
      // Of those that have not begun the first: tables are written one after the other.
      if (state.table.empty() || (state.of_table.rows == 0 && numbers.rows > 0)) {
        state.table = names[t];
        state.of_table = numbers;
      }
    }
    const Clock::time_point now = Clock::now();
    const double seconds = std::chrono::duration<double>(now - last).count();
    rows_rate.add(static_cast<double>(state.of_all.rows - before.rows), seconds);
    bytes_rate.add(static_cast<double>(state.of_all.bytes - before.bytes), seconds);
    last = now;
    before = state.of_all;
    state.rows_per_second = rows_rate.value();
    state.bytes_per_second = bytes_rate.value();
    if (state.rows_per_second > 0) {
      state.seconds_left = static_cast<double>(state.of_all.total - state.of_all.rows) / state.rows_per_second;
    }
    return state;
  }

  void tell_finished() {
    for (std::size_t t = 0; t < counters.size(); ++t) {
      if (told[t] != 0 || !counters[t].known.load(std::memory_order_acquire)) continue;
      const ProgressNumbers numbers = counters[t].numbers();
      if (numbers.rows < numbers.total) continue;
      told[t] = 1;
      tell(finished_line(names[t], numbers), names[t], numbers);
    }
  }

  static void tell(const std::string& line, const std::string& table, const ProgressNumbers& numbers) {
    Message message{.text = "progress: " + line, .result = true, .wanted = true};
    if (!table.empty()) message.names = {{"table", table}};
    message.numbers = {{"rows", numbers.rows}, {"rows_total", numbers.total}, {"bytes", numbers.bytes}};
    emit(message);
  }

  void tell_now() {
    const Clock::time_point now = Clock::now();
    if (form == ProgressForm::drawn) {
      const ProgressState state = look();
      // One column less than there are: a full line would wrap on some terminals.
      if (now - start >= kFirstDrawing)
        show_display(display_lines(state, std::max<std::size_t>(terminal_width(), 2) - 1));
      return;
    }
    const ProgressState state = look();
    tell_finished();
    if (now - last_line < kLineInterval || state.tables == state.tables_done) return;
    last_line = now;
    tell(progress_line(state), state.table, state.of_table);
  }

  void run() {
    std::unique_lock lock(mutex);
    while (!stopping.wait_for(lock, kLook, [this] { return stopped; })) {
      lock.unlock();
      tell_now();
      lock.lock();
    }
  }
};

Progress::Progress(ProgressForm form, std::vector<std::string> tables)
    : impl_(std::make_unique<Impl>(form, std::move(tables))) {
  // Signals are for the threads that work: they interrupt what those wait for.
  sigset_t all{}, former{};
  ::sigfillset(&all);
  ::pthread_sigmask(SIG_SETMASK, &all, &former);
  impl_->thread = std::thread([impl = impl_.get()] { impl->run(); });
  ::pthread_sigmask(SIG_SETMASK, &former, nullptr);
}

Progress::~Progress() {
  {
    const std::lock_guard lock(impl_->mutex);
    impl_->stopped = true;
  }
  impl_->stopping.notify_all();
  impl_->thread.join();
  if (impl_->form == ProgressForm::drawn) show_display({});
  if (impl_->form == ProgressForm::lines) impl_->tell_finished();
}

std::function<void(const TableProgress&)> Progress::counter() {
  return [impl = impl_.get()](const TableProgress& progress) {
    Counter& counter = impl->counters[progress.table];
    counter.bytes.store(progress.bytes, std::memory_order_relaxed);
    counter.total.store(progress.rows_total, std::memory_order_relaxed);
    counter.rows.store(progress.rows_done, std::memory_order_release);
    counter.known.store(true, std::memory_order_release);
  };
}

}  // namespace datagen::host
