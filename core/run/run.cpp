#include "datagen/core/run.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <mutex>
#include <thread>

#include "options/options.hpp"
#include "run/coordinator.hpp"
#include "run/plugin_call.hpp"

namespace datagen {

namespace {

// One run into one writer.
class Run {
 public:
  Run(const Plan::Impl& plan, const WriterClass& writer_class, const Environment& environment, Output& output)
      : plan_(plan), class_(writer_class), environment_(environment), output_(output), view_(plan) {
    summary_.tables.resize(plan.description.tables.size());
    for (std::size_t t = 0; t < summary_.tables.size(); ++t)
      summary_.tables[t] = {t, 0, plan.tables[t].written && plan.options.data ? plan.tables[t].rows : 0, 0};
    threads_ = plan.options.jobs != 0 ? plan.options.jobs : std::max(1u, std::thread::hardware_concurrency());
    create_writer();
  }
  ~Run() {
    tables_.clear();
    if (writer_ != nullptr) class_.table.destroy(writer_);
  }
  Run(const Run&) = delete;
  Run& operator=(const Run&) = delete;

  RunSummary operator()() {
    whole_part(class_.table.pre_data, "pre_data");
    if (plan_.options.data) {
      for (std::size_t i = 0; i < view_.tables().size(); ++i)
        tables_.push_back(std::make_unique<TableRun>(plan_, view_, i, class_, writer_, plan_.options.batch_size));
      if (class_.table.encode != nullptr)
        encode_tables();
      else
        fill_sinks();
    }
    whole_part(class_.table.post_data, "post_data");
    return summary_;
  }

 private:
  void create_writer() {
    OptionContext context;
    context.subject = "writer " + class_.short_name;
    context.class_name = "writer " + class_.short_name;
    context.now = plan_.options.now;
    Diagnostics diagnostics;
    const Node* sources[] = {plan_.options.writer_options.get()};
    BoundOptions options = bind_options(class_.options, sources, {}, context, diagnostics);
    diagnostics.throw_if_any(ErrorCode::description);
    datagen_error error = empty_error();
    datagen_status status = class_.table.create(&plan_.host, &view_.database(), options.values().data(),
                                                static_cast<std::uint32_t>(options.values().size()), &writer_, &error);
    check_writer(class_, status, error, "", ErrorCode::description);
    if (writer_ == nullptr)
      throw Error(ErrorCode::plugin, fmt::format("writer {} reported success but made nothing", class_.id),
                  "report this to the makers of " + class_.origin);
  }

  using WholePart = datagen_status(DATAGEN_CALL*)(datagen_writer*, datagen_buffer*, datagen_error*) noexcept;
  void whole_part(WholePart part, const char* name) {
    if (part == nullptr) return;
    Buffer bytes;
    bytes.reserve(64);
    datagen_error error = empty_error();
    check_writer(class_, part(writer_, bytes.abi(), &error), error, name, ErrorCode::generation);
    check_intact(bytes, name);
    write(bytes);
  }

  void check_intact(const Buffer& bytes, const std::string& subject) const {
    if (!bytes.intact())
      throw Error(ErrorCode::generation,
                  Fault{fmt::format("writer {} changed a buffer's fields to what cannot be", class_.id),
                        {},
                        subject,
                        "report this to the makers of " + class_.origin});
  }

  void write(const Buffer& bytes) {
    if (bytes.size() == 0) return;
    output_.write({bytes.data(), bytes.size()});
    summary_.bytes += bytes.size();
  }

  // Generates the slot's rows; the batch refers to the slot's memory.
  datagen_batch generate(Slot& slot) const {
    const Program& program = tables_[slot.job.table]->plan().program;
    run_program(program, slot.workspace, slot.job.first, slot.job.n);
    datagen_batch batch{};
    batch.struct_size = sizeof batch;
    batch.first_row = slot.job.first;
    batch.array = &slot.batch.gather(program, slot.workspace);
    return batch;
  }

  static datagen_call call_of(Slot& slot) {
    slot.workspace.reset_scratch();
    datagen_call call{};
    call.struct_size = sizeof call;
    call.scratch = &Workspace::scratch_callback;
    call.context = &slot.workspace;
    return call;
  }

  void encode(Slot& slot) const {
    const TableRun& table = *tables_[slot.job.table];
    slot.bytes.clear();
    slot.bytes.reserve(64);
    datagen_error error = empty_error();
    auto check = [&](datagen_status status) {
      if (error.row >= 0) error.row += static_cast<std::int64_t>(slot.job.first);
      check_writer(class_, status, error, table.name(), ErrorCode::generation);
      check_intact(slot.bytes, table.name());
    };
    if (slot.job.begins && class_.table.begin != nullptr)
      check(class_.table.begin(table.writer(), slot.bytes.abi(), &error));
    if (slot.job.n > 0) {
      datagen_batch batch = generate(slot);
      datagen_call call = call_of(slot);
      check(class_.table.encode(table.writer(), &call, &batch, slot.bytes.abi(), &error));
    }
    if (slot.job.ends && class_.table.end != nullptr) check(class_.table.end(table.writer(), slot.bytes.abi(), &error));
  }

  void count(const Slot& slot, std::uint64_t bytes) {
    TableProgress& progress = summary_.tables[tables_[slot.job.table]->description_index()];
    progress.rows_done += slot.job.n;
    progress.bytes += bytes;
    summary_.rows += slot.job.n;
    if (environment_.progress) environment_.progress(progress);
  }

  void encode_tables() {
    JobSequence jobs(tables_);
    go(jobs, {[this](Slot& slot) { encode(slot); },
              [this](Slot& slot) {
                write(slot.bytes);
                count(slot, slot.bytes.size());
              }});
  }

  void go(JobSequence& jobs, const JobFunctions& functions) {
    if (!run_jobs(jobs, threads_, environment_.cancelled, functions))
      throw Error(ErrorCode::interrupted, "interrupted");
  }

  // Lanes of one table, each used by one call at a time; what is not committed is rolled back.
  class Lanes {
   public:
    Lanes(const WriterClass& writer_class, TableRun& table, std::uint32_t count) : class_(writer_class), table_(table) {
      try {
        for (std::uint32_t i = 0; i < count; ++i) open(i);
      } catch (...) {
        close();
        throw;
      }
    }
    ~Lanes() { close(); }
    Lanes(const Lanes&) = delete;
    Lanes& operator=(const Lanes&) = delete;

    // Whichever lane is free; there are at least as many as threads that write.
    datagen_sink* take() {
      std::lock_guard lock(mutex_);
      datagen_sink* sink = free_.back();
      free_.pop_back();
      return sink;
    }
    void give_back(datagen_sink* sink) {
      std::lock_guard lock(mutex_);
      free_.push_back(sink);
    }
    void commit() {
      for (datagen_sink* sink : all_) {
        datagen_error error = empty_error();
        check_writer(class_, class_.table.sink_commit(sink, &error), error, table_.name(), ErrorCode::output);
      }
    }

   private:
    void open(std::uint32_t lane) {
      datagen_error error = empty_error();
      datagen_sink* sink = nullptr;
      check_writer(class_, class_.table.sink_open(table_.writer(), lane, &sink, &error), error, table_.name(),
                   ErrorCode::output);
      all_.push_back(sink);
      free_.push_back(sink);
    }
    void close() {
      for (datagen_sink* sink : all_) class_.table.sink_close(sink);
      all_.clear();
    }

    const WriterClass& class_;
    TableRun& table_;
    std::mutex mutex_;
    std::vector<datagen_sink*> all_, free_;
  };

  void sink_batch(Lanes& lanes, Slot& slot) {
    const TableRun& table = *tables_[slot.job.table];
    if (slot.job.n == 0) return;
    datagen_batch batch = generate(slot);
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

  const Plan::Impl& plan_;
  const WriterClass& class_;
  const Environment& environment_;
  Output& output_;
  SchemaView view_;
  std::uint32_t threads_ = 1;
  datagen_writer* writer_ = nullptr;
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
