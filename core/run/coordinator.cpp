#include "run/coordinator.hpp"

#include <tbb/global_control.h>
#include <tbb/parallel_pipeline.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <utility>

#include "run/handover.hpp"

namespace datagen {

std::optional<Job> JobSequence::next() {
  if (table_ == tables_.size()) return std::nullopt;
  const TableRun& table = *tables_[table_];
  const RowRange range = table.range();
  const std::uint64_t first = range.first + done_;
  Job job;
  job.table = table_;
  job.first = first;
  job.n = static_cast<std::uint32_t>(std::min(table.job_rows() - first % table.job_rows(), range.end - first));
  job.begins = table.begins() && done_ == 0;
  done_ += job.n;
  const bool last = done_ == range.size();
  job.ends = table.ends() && last;
  if (last) {
    ++table_;
    done_ = 0;
  }
  return job;
}

namespace {

// An address that stands for what a run hands to its pipeline; no variable of the run, since finding one would be the
// first access.
char start;

bool is_set(const std::atomic<bool>* flag) { return flag != nullptr && flag->load(std::memory_order_relaxed); }

bool run_on_one_thread(JobSequence& jobs, const std::atomic<bool>* cancelled, const JobFunctions& functions) {
  Slot slot;
  while (std::optional<Job> job = jobs.next()) {
    if (is_set(cancelled)) return false;
    slot.job = *job;
    functions.work(slot);
    functions.finish(slot);
  }
  return true;
}

// A run with several threads: takes jobs and finishes them in order, works on up to `tokens` of them at once.
class Pipeline {
 public:
  Pipeline(JobSequence& jobs, std::size_t tokens, const std::atomic<bool>* cancelled, const JobFunctions& functions)
      : jobs_(jobs), cancelled_(cancelled), functions_(functions) {
    for (std::size_t i = 0; i < tokens; ++i) slots_.push_back(std::make_unique<Slot>());
  }

  // Whether it came to the end of the jobs.
  bool run(std::uint32_t threads) {
    {
      const HandoverEnd all_done(&end_);
      const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, threads);
      tbb::task_arena arena(static_cast<int>(threads));
      hand_over(&start);
      arena.execute([this] {
        tbb::parallel_pipeline(
            slots_.size(),
            tbb::make_filter<void, Slot*>(tbb::filter_mode::serial_in_order, Filter<&Pipeline::take>{this}) &
                tbb::make_filter<Slot*, Slot*>(tbb::filter_mode::parallel, Filter<&Pipeline::work>{this}) &
                tbb::make_filter<Slot*, void>(tbb::filter_mode::serial_in_order, Filter<&Pipeline::finish>{this}));
      });
    }
    return !stopped_;
  }

 private:
  // What oneTBB copies and calls.  Its own fields are oneTBB's to hand over, which ThreadSanitizer does not see.
  template <auto kFunction>
  struct Filter {
    Pipeline* pipeline;
    template <typename Argument>
    DATAGEN_NOT_SANITIZED auto operator()(Argument&& argument) const {
      return (pipeline->*kFunction)(argument);
    }
  };

  [[gnu::noinline]] Slot* take(tbb::flow_control& control) {
    take_over(&start);
    const Handover all(&taking_, &end_);
    std::optional<Job> job;
    if (is_set(cancelled_))
      stopped_ = true;
    else
      job = jobs_.next();
    if (!job) {
      control.stop();
      return nullptr;
    }
    // Both ends are in order, and at most slots_.size() jobs lie between them: slots come free in turn.
    Slot* slot = slots_[next_slot_].get();
    next_slot_ = (next_slot_ + 1) % slots_.size();
    const Handover handover(slot, &end_);
    slot->job = *job;
    return slot;
  }

  [[gnu::noinline]] Slot* work(Slot* slot) {
    take_over(&start);
    const Handover handover(slot, &end_);
    try {
      functions_.work(*slot);
    } catch (...) {
      slot->fault = std::current_exception();
    }
    return slot;
  }

  [[gnu::noinline]] void finish(Slot* slot) {
    take_over(&start);
    const Handover all(&finishing_, &end_), handover(slot, &end_);
    if (slot->fault) std::rethrow_exception(std::exchange(slot->fault, nullptr));
    functions_.finish(*slot);
  }

  JobSequence& jobs_;
  const std::atomic<bool>* cancelled_;
  const JobFunctions& functions_;
  std::vector<std::unique_ptr<Slot>> slots_;
  std::size_t next_slot_ = 0;
  bool stopped_ = false;
  char taking_ = 0, finishing_ = 0, end_ = 0;  // addresses that stand for what the two ends share, and the end of all
};

}  // namespace

bool run_jobs(JobSequence& jobs, std::uint32_t threads, const std::atomic<bool>* cancelled,
              const JobFunctions& functions) {
  if (threads <= 1) return run_on_one_thread(jobs, cancelled, functions);
  return Pipeline(jobs, std::size_t{threads} * 2, cancelled, functions).run(threads);
}

}  // namespace datagen
