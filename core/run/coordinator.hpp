// The coordinator: cuts tables into batches, and has them generated, written and ordered.
#pragma once

#include <cstdint>
#include <exception>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "run/table_run.hpp"

namespace datagen {

// Rows to be made: of each table at least one job, which may be without rows.
struct Job {
  std::size_t table = 0;  // index into the tables of the run
  std::uint64_t first = 0;
  std::uint32_t n = 0;
  bool begins = false, ends = false;  // with what the writer has before and after the table's rows
};

// Gives out the jobs of all tables in order.  Used by one thread at a time.
class JobSequence {
 public:
  explicit JobSequence(const std::vector<std::unique_ptr<TableRun>>& tables) : tables_(tables) {}
  std::optional<Job> next();

 private:
  const std::vector<std::unique_ptr<TableRun>>& tables_;
  std::size_t table_ = 0;
  std::uint64_t done_ = 0;  // rows of it
};

// What one job needs of memory; as many exist as jobs may be under way at once.
struct Slot {
  Job job;
  Workspace workspace;
  BatchArray batch;
  datagen_batch rows{};  // over batch and workspace, between making and writing it
  Buffer bytes;
  Buffer frame;              // bytes, compressed; unused without compression
  std::exception_ptr fault;  // of work, until finish
};

struct JobFunctions {
  std::function<void(Slot&)> work;    // any number of threads at once, each with its own slot
  std::function<void(Slot&)> finish;  // in order, one at a time
};

// Runs all jobs on `threads` threads.  Jobs under way are bounded by 2 * threads: so is memory, and a slow finish holds
// the rest back.  The first exception in the order of jobs, whichever thread was first, ends it.  Returns false when
// cancelled ended it before its time.
bool run_jobs(JobSequence& jobs, std::uint32_t threads, const std::atomic<bool>* cancelled,
              const JobFunctions& functions);

}  // namespace datagen
