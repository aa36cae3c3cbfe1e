#include "datagen/core/run.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <thread>

#include "run/coordinator.hpp"
#include "run/lanes.hpp"
#include "run/output_layout.hpp"
#include "run/plugin_call.hpp"
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

// One run into one writer.
class Run {
 public:
  Run(const Plan::Impl& plan, const WriterClass& writer_class, const Environment& environment, Output& output)
      : plan_(plan),
        options_(plan.options),
        class_(writer_class),
        environment_(environment),
        output_(output),
        view_(plan),
        writer_(plan, writer_class, view_.database()) {
    summary_.tables.resize(plan.description.tables.size());
    for (std::size_t t = 0; t < summary_.tables.size(); ++t) summary_.tables[t].table = t;
    threads_ = options_.jobs != 0 ? options_.jobs : std::max(1u, std::thread::hardware_concurrency());
  }

  RunSummary operator()() {
    if (class_.table.encode != nullptr)
      encode_all();
    else
      fill_all();
    return summary_;
  }

 private:
  // Opens the tables, of which the run writes ranges.
  void open_tables() {
    if (!options_.data || !options_.data_section) return;
    for (std::size_t i = 0; i < view_.tables().size(); ++i) {
      TableRun& table = *tables_.emplace_back(std::make_unique<TableRun>(plan_, view_, i, class_, writer_.get()));
      summary_.tables[table.description_index()].rows_total = table.range().size();
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
    if (job.begins) table.append_begin(slot.bytes);
    encode_rows(slot, job.first, job.first + job.n);
    if (job.ends) table.append_end(slot.bytes);
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
    OutputLayout layout(options_, view_.tables().size(), output_, codec_.get(), preamble());
    if (options_.pre_data_section) {
      Buffer bytes;
      writer_.pre_data(bytes);
      layout.pre_data(bytes);
    }
    open_tables();
    choose_job_rows();
    JobSequence jobs(tables_);
    go(jobs, {[this](Slot& slot) { encode(slot); },
              [&](Slot& slot) {
                const std::uint64_t before = layout.bytes();
                layout.rows(*tables_[slot.job.table], slot.job, codec_ != nullptr ? slot.frame : slot.bytes);
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

  void go(JobSequence& jobs, const JobFunctions& functions) {
    if (!run_jobs(jobs, threads_, environment_.cancelled, functions))
      throw Error(ErrorCode::interrupted, "interrupted");
  }

  void sink_batch(Lanes& lanes, Slot& slot) {
    const TableRun& table = *tables_[slot.job.table];
    if (slot.job.n == 0) return;
    datagen_batch batch = generate(slot, slot.job.first, slot.job.n);
    datagen_call call = call_of(slot);
    datagen_error error = empty_error();
    datagen_sink* sink = lanes.take();
    datagen_status status = class_.table.sink_write(sink, &call, &batch, &error);
    lanes.give_back(sink);
    if (error.row >= 0) error.row += static_cast<std::int64_t>(slot.job.first);
    check_writer(class_, status, error, table.name(), ErrorCode::output);
  }

  // Table by table, so that each is committed before the tables that refer to it are filled.
  void fill_sinks() {
    std::vector<std::unique_ptr<TableRun>> all;
    all.swap(tables_);
    for (auto& table : all) {
      tables_.clear();
      tables_.push_back(std::move(table));
      std::uint32_t lane_count = std::min(threads_, tables_[0]->max_lanes());
      Lanes lanes(class_, *tables_[0], lane_count);
      JobSequence jobs(tables_);
      std::uint32_t all_threads = threads_;
      threads_ = lane_count;
      go(jobs, {[&](Slot& slot) { sink_batch(lanes, slot); }, [this](Slot& slot) { count(slot, 0); }});
      threads_ = all_threads;
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
  SchemaView view_;
  WriterRun writer_;
  std::uint32_t threads_ = 1;
  std::unique_ptr<Codec> codec_;
  std::vector<std::unique_ptr<TableRun>> tables_;
  RunSummary summary_;
};

}  // namespace

RunSummary run(const Plan& plan, const Description&, const Registry& registry, const RunOptions& options,
               const Environment& environment, Output& output) {
  const WriterClass* writer_class = registry.find_writer(options.writer);
  if (writer_class == nullptr) {
    std::vector<std::string> names;
    for (const auto& each : registry.writers()) names.push_back(each->short_name);
    throw Error(ErrorCode::usage, fmt::format("no writer '{}'{}", options.writer, did_you_mean(options.writer, names)),
                "`datagen plugin list` shows the writers; --plugin-dir adds a directory to search");
  }
  return Run(plan.impl(), *writer_class, environment, output)();
}

}  // namespace datagen
