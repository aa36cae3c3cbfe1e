// From a description to output: the plan, and the coordinator that carries it out batch by batch through ABI tables.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "datagen/core/compression.hpp"
#include "datagen/core/description.hpp"
#include "datagen/core/registry.hpp"

namespace datagen {

// One of `count` parts of a run: of every table the number-th range of rows, all about equally long, cut at multiples
// of the writer's row alignment.  A table may have fewer rows than there are shards: then some hold none of it.
struct Shard {
  std::uint32_t number = 1, count = 1;  // 1 <= number <= count
};

enum class Section { pre_data, data, post_data };

struct RunOptions {
  // These decide what is generated.
  std::uint64_t seed = 0;
  std::int64_t now = default_now;  // microseconds since 1970-01-01 UTC; "now" of the data
  std::string locale = "en_US";
  std::uint64_t default_row_count = 1000;                 // of tables without row_count
  std::optional<std::uint64_t> row_count;                 // --rows N: of every table
  std::map<std::string, std::uint64_t> table_row_counts;  // --rows TABLE=N, by full name; wins over both
  double default_null_fraction = 0;
  bool strict = false;                              // a plan whose data might break a constraint is refused
  std::vector<std::string> tables, exclude_tables;  // full names; empty: all.  References to tables that are left
                                                    // out still hold: their keys are recomputed, their rows not written
  std::map<std::string, std::shared_ptr<const Node>> generator_defaults;  // class id or short name -> options (a map)

  // These decide only how.
  bool definitions = true;  // --data-only: false
  bool data = true;         // --schema-only: false
  bool create_database = false;
  Shard shard;
  // The sections that are written.  Where pre-data is not, or output goes to several files, each file begins with what
  // the writer has for any script, such as settings of the session.
  bool pre_data_section = true, data_section = true, post_data_section = true;
  // Of encoders only.  A file for pre-data, one for each table, one for post-data.  Together with a shard, and unless
  // split_size asks for files that load by themselves, the files of all shards, one after the other, are the file of a
  // single run: a table's first lines are in the first shard that has rows of it, its last lines in the last.
  bool file_per_table = false;
  std::uint64_t split_size = 0;  // bytes of a file, after compression; 0: no limit.  A file is longer only where one
                                 // piece (about an eighth of split_size, at least one row or statement) is
  Compression compression;
  std::uint32_t jobs = 0;           // threads; 0: all cores
  std::uint32_t batch_size = 1000;  // most rows of one plugin call
  std::string writer = "sql_insert";
  std::shared_ptr<const Node> writer_options;  // map, or null

  static constexpr std::int64_t default_now = 1735689600000000;  // 2025-01-01 00:00:00 UTC
};

// One file of an output of several.
struct OutputPart {
  Section section = Section::pre_data;
  std::size_t table = 0;     // with file_per_table, of Section::data: index into Description::tables
  std::size_t position = 0;  // with file_per_table: 0 pre-data, then the tables in the order in which they are written,
                             // then post-data
  std::uint64_t number = 0;  // with split_size: from 1 on, of the table's or otherwise of all parts
};

// Where an encoder's bytes go.  Called by one thread at a time, in order.
class Output {
 public:
  virtual ~Output() = default;
  // What follows belongs to this file.  Called before each file where file_per_table or split_size asks for several;
  // else never.  An output that is one file need not care.
  virtual void next_file(const OutputPart&) {}
  // Throws Error(output) when it cannot take all of it.
  virtual void write(std::span<const std::uint8_t> bytes) = 0;
};

struct TableProgress {
  std::size_t table = 0;  // index into Description::tables
  std::uint64_t rows_done = 0, rows_total = 0, bytes = 0;
};

struct RunSummary {
  std::uint64_t rows = 0;
  std::uint64_t bytes = 0;  // handed to Output
  std::vector<TableProgress> tables;
};

// What plugins and the run need of the world.  All functions may be called from several threads.
struct Environment {
  std::function<void(int level, const std::string& message)> log;  // DATAGEN_LOG_*; may be empty
  const std::atomic<bool>* cancelled = nullptr;                    // looked at between batches, and by plugins
  // A host service by id for the plugin of that origin (Registry::add), or null; lives as long as the process.  May be
  // empty.
  std::function<const void*(const std::string& origin, const std::string& id)> service;
  // Of every table before the first batch (rows_done 0), then after each batch, in order: one call at a time.  May be
  // empty.
  std::function<void(const TableProgress&)> progress;
};

// A description that can be filled, and how: for every table the steps that make a batch.  Immutable; any number of
// threads may run it at once.
class Plan {
 public:
  // Chooses generators, draws and orders, and creates the generator objects.  Throws Error(description) with every
  // fault: no generator for a column, options that a class refuses, unique sets that need more values than there are
  // (have and need), references to empty tables, cycles between computed columns.  Warnings (a check that is not used,
  // ...) are appended to warnings.  description, registry and environment must outlive the plan.
  Plan(const Description& description, const Registry& registry, const RunOptions& options,
       const Environment& environment, std::vector<Fault>& warnings);
  ~Plan();
  Plan(const Plan&) = delete;
  Plan& operator=(const Plan&) = delete;

  [[nodiscard]] std::uint64_t row_count(std::size_t table) const;
  // False when options leave the table out of the output.
  [[nodiscard]] bool is_written(std::size_t table) const;
  // How a column's values are made, for people: "generator email, by its name".
  [[nodiscard]] std::string how(std::size_t table, std::size_t column) const;

  struct Impl;
  [[nodiscard]] const Impl& impl() const { return *impl_; }

 private:
  std::unique_ptr<Impl> impl_;
};

// Runs the plan into the writer that options name.  An encoder's bytes go to output (pre-data, tables, post-data, in
// order); a sink or container writes into its own destination and output receives nothing.  Neither the bytes nor where
// files end depends on jobs or batch_size.  Throws Error: generation (with plugin, table, column and rows), output,
// interrupted. uncompressed, unless null, receives the same bytes and files as output, each before output does, and
// before they are compressed: what it throws ends the run.
RunSummary run(const Plan& plan, const Description& description, const Registry& registry, const RunOptions& options,
               const Environment& environment, Output& output, Output* uncompressed = nullptr);

struct TableEstimate {
  std::size_t table = 0;  // index into Description::tables
  std::uint64_t rows = 0;
  std::uint64_t bytes = 0;  // as they are handed to Output; 0 of a sink
  double seconds = 0;       // of one thread
};

struct RunEstimate {
  std::vector<TableEstimate> tables;  // in the order in which they are written
  std::uint64_t rows = 0, bytes = 0;  // bytes: also of what comes before and after the tables
  double seconds = 0;                 // of all threads together, writing not included
  std::uint64_t memory = 0;           // bytes of the whole program, at most about
};

// What run() would do, by the size and time of a few ranges of rows of each table; a sink is not opened, only its rows
// are made.  Throws as run() does.
[[nodiscard]] RunEstimate estimate(const Plan& plan, const Registry& registry, const RunOptions& options,
                                   const Environment& environment);

// "2025-01-01", "2025-01-01T12:00:00Z", "2025-01-01 12:00:00+02" -> microseconds since 1970-01-01 UTC; nothing if
// malformed.
[[nodiscard]] std::optional<std::int64_t> parse_timestamp(std::string_view text);

}  // namespace datagen
