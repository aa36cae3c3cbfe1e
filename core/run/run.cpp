#include "datagen/core/run.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <thread>

#include "run/coordinator.hpp"
#include "run/lanes.hpp"
#include "run/output_layout.hpp"
#include "run/plugin_call.hpp"
#include "run/table_order.hpp"
#include "run/writer_run.hpp"

namespace datagen {

namespace {

// Bytes of a compressed frame's contents.  More compresses no better, and takes memory.
constexpr std::uint64_t frame_size = std::uint64_t{1} << 19;
// A part of a split output is full to within one of so many pieces.
constexpr std::uint64_t pieces_of_part = 8;

datagen_call call_of(Slot& slot) {
  slot.workspace.reset_scratch();
  datagen_call call{};
  call.struct_size = sizeof call;
  call.scratch = &Workspace::scratch_callback;
  call.context = &slot.workspace;
  return call;
}

std::uint32_t threads_of(const RunOptions& options) {
  return options.jobs != 0 ? options.jobs : std::max(1u, std::thread::hardware_concurrency());
}

// bytes: beside those of tables; widest: of the job with the most.
void add_up(RunEstimate& estimate, std::uint64_t bytes, std::uint64_t widest, std::uint32_t threads) {
  estimate.bytes = bytes;
  for (const TableEstimate& table : estimate.tables) {
    estimate.rows += table.rows;
    estimate.bytes += table.bytes;
    estimate.seconds += table.seconds / threads;
  }
  // As docs/running.md says.
  constexpr std::uint64_t program = 12'000'000, copies = 6;
  estimate.memory = program + copies * threads * widest;
}

// One run into one writer.
class Run {
 public:
  Run(const Plan::Impl& plan, const WriterClass& writer_class, const Environment& environment, Output& output,
      Output* uncompressed)
      : plan_(plan),
        options_(plan.options),
        class_(writer_class),
        environment_(environment),
        output_(output),
        uncompressed_(uncompressed),
        view_(plan),
        writer_(plan, writer_class, view_.database()) {
    summary_.tables.resize(plan.description.tables.size());
    for (std::size_t t = 0; t < summary_.tables.size(); ++t) summary_.tables[t].table = t;
    threads_ = threads_of(options_);
  }

  RunSummary operator()() {
    if (class_.has_own_destination())
      fill_all();
    else
      encode_all();
    writer_.finish();
    return summary_;
  }

  // Of an encoder: what the run would give, from a few jobs of each table.
  RunEstimate estimate() {
    codec_ = make_codec(options_.compression);
    RunEstimate result;
    Buffer definitions;
    if (options_.pre_data_section) writer_.pre_data(definitions);
    open_tables();
    choose_job_rows();
    Slot slot;
    std::uint64_t widest = 0;  // bytes of a batch
    for (std::size_t i = 0; i < tables_.size(); ++i) {
      const TableEstimate& table = result.tables.emplace_back(estimate_table(i, slot));
      widest = std::max(widest, table.bytes / std::max<std::uint64_t>(table.rows, 1) * tables_[i]->job_rows());
    }
    if (options_.post_data_section) writer_.post_data(definitions);
    add_up(result, definitions.size(), widest, threads_);
    return result;
  }

 private:
  // Opens the tables, of which the run writes ranges.
  void open_tables() {
    if (!options_.data || !options_.data_section) return;
    for (std::size_t i = 0; i < view_.tables().size(); ++i) {
      TableRun& table = *tables_.emplace_back(std::make_unique<TableRun>(plan_, view_, i, class_, writer_.get()));
      TableProgress& progress = summary_.tables[table.description_index()];
      progress.rows_total = table.range().size();
      if (environment_.progress) environment_.progress(progress);
    }
  }

  // Generates rows; the batch refers to the slot's memory.
  datagen_batch generate(Slot& slot, std::uint64_t first, std::uint32_t n) const {
    const Program& program = tables_[slot.job.table]->plan().program;
    run_program(program, slot.workspace, first, n);
    datagen_batch batch{};
    batch.struct_size = sizeof batch;
    batch.first_row = first;
    batch.array = &slot.batch.gather(program, slot.workspace);
    return batch;
  }

  void encode_rows(Slot& slot, std::uint64_t first, std::uint64_t end) const {
    const TableRun& table = *tables_[slot.job.table];
    while (first < end) {
      const auto n = static_cast<std::uint32_t>(std::min<std::uint64_t>(table.batch_rows(), end - first));
      datagen_batch batch = generate(slot, first, n);
      datagen_call call = call_of(slot);
      datagen_error error = empty_error();
      table.check(class_.table.encode(table.writer(), &call, &batch, slot.bytes.abi(), &error), error, first,
                  slot.bytes);
      first += n;
    }
  }

  void encode(Slot& slot) const {
    const Job& job = slot.job;
    const TableRun& table = *tables_[job.table];
    slot.bytes.clear();
    slot.bytes.reserve(64);
    const bool framed = !class_.is_container();  // what comes before and after the rows is the lane's business
    if (job.begins && framed) table.append_begin(slot.bytes);
    encode_rows(slot, job.first, job.first + job.n);
    if (job.ends && framed) table.append_end(slot.bytes);
    slot.frame.clear();
    if (codec_ != nullptr && slot.bytes.size() != 0)
      codec_->compress({slot.bytes.data(), slot.bytes.size()}, slot.frame);
  }

  // Frames, and the pieces between which files may be cut, must not depend on the batch size: their rows follow from
  // the size of rows at some places of the whole table.
  void choose_job_rows() {
    if (codec_ == nullptr && options_.split_size == 0) return;
    const std::uint64_t part = options_.split_size / pieces_of_part;
    const std::uint64_t wanted = options_.split_size == 0 ? frame_size : std::min(frame_size, part);
    Slot slot;
    for (std::size_t i = 0; i < tables_.size(); ++i) {
      TableRun& table = *tables_[i];
      slot.job.table = i;
      slot.bytes.clear();
      slot.bytes.reserve(64);
      std::uint64_t rows = 0;
      for (const RowRange& sample : table.samples()) {
        encode_rows(slot, sample.first, sample.end);
        rows += sample.size();
      }
      table.set_job_rows(wanted * rows / std::max<std::uint64_t>(slot.bytes.size(), 1));
    }
  }

  void count(const Slot& slot, std::uint64_t bytes) {
    TableProgress& progress = summary_.tables[tables_[slot.job.table]->description_index()];
    progress.rows_done += slot.job.n;
    progress.bytes += bytes;
    summary_.rows += slot.job.n;
    if (environment_.progress) environment_.progress(progress);
  }

  TableEstimate estimate_table(std::size_t i, Slot& slot) const {
    const TableRun& table = *tables_[i];
    const RowRange range = table.range();
    TableEstimate result{table.description_index(), range.size(), 0, 0};
    if (range.empty()) return result;
    const std::uint64_t job_rows = table.job_rows(), jobs = (range.size() + job_rows - 1) / job_rows;
    auto encode_job = [&](std::uint64_t job) {
      const std::uint64_t first = range.first + job * job_rows;
      slot.job = {i, first, static_cast<std::uint32_t>(std::min(job_rows, range.end - first)), false, false};
      encode(slot);
    };
    encode_job(0);  // warms caches and buffers
    std::uint64_t rows = 0, bytes = 0;
    const auto start = std::chrono::steady_clock::now();
    for (const std::uint64_t job : {std::uint64_t{0}, jobs / 2}) {
      encode_job(job);
      rows += slot.job.n;
      bytes += codec_ != nullptr ? slot.frame.size() : slot.bytes.size();
    }
    const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - start;
    const double part = static_cast<double>(range.size()) / static_cast<double>(rows);
    result.bytes = static_cast<std::uint64_t>(static_cast<double>(bytes) * part);
    result.seconds = elapsed.count() * part;
    return result;
  }

  // What every script begins with: a writer's pre-data for a database of which nothing is written.
  std::string preamble() const {
    const bool needed = !options_.pre_data_section || options_.file_per_table || options_.split_size != 0;
    if (!needed) return "";
    datagen_database nothing = view_.database();
    nothing.contents = 0;
    Buffer bytes;
    WriterRun(plan_, class_, nothing).pre_data(bytes);
    return {bytes.as<char>(), bytes.size()};
  }

  void encode_all() {
    codec_ = make_codec(options_.compression);
    OutputLayout layout(options_, view_.tables().size(), output_, uncompressed_, codec_.get(), preamble());
    if (options_.pre_data_section) {
      Buffer bytes;
      writer_.pre_data(bytes);
      layout.pre_data(bytes);
    }
    open_tables();
    choose_job_rows();
    JobSequence jobs(tables_);
    go(jobs, threads_,
       {[this](Slot& slot) { encode(slot); },
        [&](Slot& slot) {
          const std::uint64_t before = layout.bytes();
          layout.rows(*tables_[slot.job.table], slot.job, slot.bytes, slot.frame);
          count(slot, layout.bytes() - before);
        }});
    if (options_.post_data_section) {
      Buffer bytes;
      writer_.post_data(bytes);
      layout.post_data(bytes);
    }
    layout.finish();
    summary_.bytes = layout.bytes();
  }

  void go(JobSequence& jobs, std::uint32_t threads, const JobFunctions& functions) {
    if (!run_jobs(jobs, threads, environment_.cancelled, functions)) throw Error(ErrorCode::interrupted, "interrupted");
  }

  void make_batch(Slot& slot) {
    if (slot.job.n != 0) slot.rows = generate(slot, slot.job.first, slot.job.n);
  }

  void write_batch(Lanes& lanes, Slot& slot) {
    const TableRun& table = *tables_[slot.job.table];
    if (slot.job.n == 0) return;
    datagen_call call = call_of(slot);
    datagen_error error = empty_error();
    datagen_sink* sink = lanes.take();
    if (sink == nullptr) return;
    datagen_status status = class_.table.sink_write(sink, &call, &slot.rows, &error);
    lanes.give_back(sink, status == DATAGEN_OK);
    if (error.row >= 0) error.row += static_cast<std::int64_t>(slot.job.first);
    check_writer(class_, status, error, table.name(), ErrorCode::output);
  }

  // What encode() made, to the only lane, in order.
  void append_batch(Lanes& lanes, Slot& slot) {
    if (slot.bytes.size() == 0) return;
    datagen_call call = call_of(slot);
    datagen_error error = empty_error();
    datagen_sink* sink = lanes.take();
    datagen_status status = class_.table.sink_append(sink, &call, slot.bytes.data(), slot.bytes.size(), &error);
    lanes.give_back(sink, status == DATAGEN_OK);
    check_writer(class_, status, error, tables_[slot.job.table]->name(), ErrorCode::output);
  }

  // Table by table, so that each is committed before the tables that refer to it are filled.
  void fill_sinks() {
    std::vector<std::unique_ptr<TableRun>> all;
    all.swap(tables_);
    for (auto& table : all) {
      tables_.clear();
      tables_.push_back(std::move(table));
      const std::uint32_t lane_count = class_.is_container() ? 1 : std::min(threads_, tables_[0]->max_lanes());
      Lanes lanes(class_, *tables_[0], lane_count);
      JobSequence jobs(tables_);
      if (class_.is_container()) {
        go(jobs, threads_,
           {[this](Slot& slot) { encode(slot); },
            [&](Slot& slot) {
              append_batch(lanes, slot);
              count(slot, 0);
            }});
      } else if (lane_count == 1) {
        // Several threads make what the lane takes in the order of rows.
        go(jobs, threads_,
           {[this](Slot& slot) { make_batch(slot); },
            [&](Slot& slot) {
              write_batch(lanes, slot);
              count(slot, 0);
            }});
      } else {
        go(jobs, lane_count,
           {[&](Slot& slot) {
              make_batch(slot);
              write_batch(lanes, slot);
            },
            [this](Slot& slot) { count(slot, 0); }});
      }
      lanes.commit();
    }
  }

  // A sink does the sections' work itself; bytes that it appends all the same are nobody's.
  void fill_all() {
    Buffer ignored;
    if (options_.pre_data_section) writer_.pre_data(ignored);
    open_tables();
    fill_sinks();
    if (options_.post_data_section) writer_.post_data(ignored);
  }

  const Plan::Impl& plan_;
  const RunOptions& options_;
  const WriterClass& class_;
  const Environment& environment_;
  Output& output_;
  Output* uncompressed_;
  SchemaView view_;
  WriterRun writer_;
  std::uint32_t threads_ = 1;
  std::unique_ptr<Codec> codec_;
  std::vector<std::unique_ptr<TableRun>> tables_;
  RunSummary summary_;
};

class NoOutput final : public Output {
 public:
  void write(std::span<const std::uint8_t>) override {}
};

// Only makes rows: a sink would touch its destination.
RunEstimate estimate_rows(const Plan::Impl& plan) {
  RunEstimate result;
  Workspace workspace;
  for (std::size_t t : table_order(plan.description)) {
    const TablePlan& table = plan.tables[t];
    if (!table.written) continue;
    TableEstimate& estimate = result.tables.emplace_back(TableEstimate{t, table.rows, 0, 0});
    if (table.rows == 0) continue;
    const auto n = static_cast<std::uint32_t>(std::min<std::uint64_t>(table.rows, plan.options.batch_size));
    run_program(table.program, workspace, 0, n);
    const auto start = std::chrono::steady_clock::now();
    run_program(table.program, workspace, 0, n);
    const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - start;
    estimate.seconds = elapsed.count() / n * static_cast<double>(table.rows);
  }
  add_up(result, 0, 0, threads_of(plan.options));
  return result;
}

const WriterClass& find_class(const Registry& registry, const RunOptions& options) {
  const WriterClass* writer_class = registry.find_writer(options.writer);
  if (writer_class != nullptr) return *writer_class;
  std::vector<std::string> names;
  for (const auto& each : registry.writers()) names.push_back(each->short_name);
  throw Error(ErrorCode::usage, fmt::format("no writer '{}'{}", options.writer, did_you_mean(options.writer, names)),
              "`datagen plugin list` shows the writers; --plugin-dir adds a directory to search");
}

}  // namespace

RunSummary run(const Plan& plan, const Description&, const Registry& registry, const RunOptions& options,
               const Environment& environment, Output& output, Output* uncompressed) {
  return Run(plan.impl(), find_class(registry, options), environment, output, uncompressed)();
}

RunEstimate estimate(const Plan& plan, const Registry& registry, const RunOptions& options,
                     const Environment& environment) {
  const WriterClass& writer_class = find_class(registry, options);
  if (writer_class.has_own_destination()) return estimate_rows(plan.impl());
  NoOutput output;
  return Run(plan.impl(), writer_class, environment, output, nullptr).estimate();
}

}  // namespace datagen
