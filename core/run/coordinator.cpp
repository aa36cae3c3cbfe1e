#include "run/coordinator.hpp"

#include <tbb/global_control.h>
#include <tbb/parallel_pipeline.h>
#include <tbb/task_arena.h>

#include <algorithm>

#include "run/handover.hpp"

namespace datagen {

std::optional<Job> JobSequence::next() {
  if (table_ == tables_.size()) return std::nullopt;
  const TableRun& table = *tables_[table_];
  std::uint64_t rows = table.plan().rows;
  Job job;
  job.table = table_;
  job.first = row_;
  job.n = static_cast<std::uint32_t>(std::min<std::uint64_t>(table.batch_rows(), rows - row_));
  job.begins = row_ == 0;
  row_ += job.n;
  job.ends = row_ == rows;
  if (job.ends) {
    ++table_;
    row_ = 0;
  }
  return job;
}

namespace {

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

}  // namespace

bool run_jobs(JobSequence& jobs, std::uint32_t threads, const std::atomic<bool>* cancelled,
              const JobFunctions& functions) {
  if (threads <= 1) return run_on_one_thread(jobs, cancelled, functions);
  std::size_t tokens = std::size_t{threads} * 2;
  std::vector<std::unique_ptr<Slot>> slots;
  for (std::size_t i = 0; i < tokens; ++i) slots.push_back(std::make_unique<Slot>());
  // Both ends of the pipeline are in order, and at most `tokens` jobs lie between them: slots come free in turn.
  std::size_t next_slot = 0;
  bool stopped = false;
  char taking = 0, finishing = 0, end = 0;  // addresses that stand for what the two ends share, and the end of all
  hand_over(&taking);
  hand_over(&finishing);
  HandoverEnd all_done(&end);
  tbb::global_control limit(tbb::global_control::max_allowed_parallelism, threads);
  tbb::task_arena arena(static_cast<int>(threads));
  arena.execute([&] {
    tbb::parallel_pipeline(
        tokens,
        tbb::make_filter<void, Slot*>(tbb::filter_mode::serial_in_order, [&](tbb::flow_control& control) -> Slot* {
          Handover all(&taking, &end);
          std::optional<Job> job;
          if (is_set(cancelled))
            stopped = true;
          else
            job = jobs.next();
          if (!job) {
            control.stop();
            return nullptr;
          }
          Slot* slot = slots[next_slot].get();
          next_slot = (next_slot + 1) % tokens;
          Handover handover(slot, &end);
          slot->job = *job;
          return slot;
        }) & tbb::make_filter<Slot*, Slot*>(tbb::filter_mode::parallel, [&](Slot* slot) {
          Handover handover(slot, &end);
          functions.work(*slot);
          return slot;
        }) & tbb::make_filter<Slot*, void>(tbb::filter_mode::serial_in_order, [&](Slot* slot) {
          Handover all(&finishing, &end), handover(slot, &end);
          functions.finish(*slot);
        }));
  });
  return !stopped;
}

}  // namespace datagen
