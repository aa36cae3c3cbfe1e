// One table on its way through a writer.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <vector>

#include "plan/planner.hpp"
#include "program/buffer.hpp"
#include "run/row_range.hpp"
#include "run/schema_view.hpp"

namespace datagen {

// A batch's struct array over the columns of a workspace.  One a workspace; reused.
class BatchArray {
 public:
  // The columns that the program has just made.
  const ArrowArray& gather(const Program& program, Workspace& workspace);

 private:
  std::vector<ArrowArray*> children_;
  ArrowArray root_{};
  const void* no_validity_[1] = {nullptr};
};

// Opened in the constructor, closed in the destructor.  Immutable between: any number of threads may use it.
class TableRun {
 public:
  // number: index into the database's tables.  Throws Error when the writer refuses the table.
  TableRun(const Plan::Impl& plan, const SchemaView& view, std::size_t number, const WriterClass& writer_class,
           datagen_writer* writer);
  ~TableRun();
  TableRun(const TableRun&) = delete;
  TableRun& operator=(const TableRun&) = delete;

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] std::size_t number() const { return info_.table; }
  [[nodiscard]] std::size_t description_index() const { return index_; }
  [[nodiscard]] const TablePlan& plan() const { return plan_; }
  [[nodiscard]] datagen_table_writer* writer() const { return writer_; }
  [[nodiscard]] std::uint32_t max_lanes() const { return table_plan_.max_lanes; }
  [[nodiscard]] std::uint32_t batch_rows() const { return batch_rows_; }  // a multiple of the writer's alignment
  [[nodiscard]] RowRange range() const { return range_; }                 // what this run writes
  // Whether what the writer has before and after a table's rows is written with this range of them.
  [[nodiscard]] bool begins() const { return begins_; }
  [[nodiscard]] bool ends() const { return ends_; }

  // Jobs end at multiples of job_rows(), which is batch_rows() unless what depends on where they end asks for others:
  // about so many rows then, whatever the batches.
  [[nodiscard]] std::uint64_t job_rows() const { return job_rows_; }
  void set_job_rows(std::uint64_t rows);
  // A few short ranges, at the writer's alignment, spread over the whole table.
  [[nodiscard]] std::vector<RowRange> samples() const;

  // What the writer has before and after the rows; appended.  Throws Error(generation).
  void append_begin(Buffer& out) const { append(class_.table.begin, out); }
  void append_end(Buffer& out) const { append(class_.table.end, out); }
  // Throws Error unless a call of the writer succeeded and left the buffer sound.  The error's row counts from first.
  void check(datagen_status status, datagen_error& error, std::uint64_t first, const Buffer& out) const;

 private:
  using Part = datagen_status(DATAGEN_CALL*)(const datagen_table_writer*, datagen_buffer*, datagen_error*) noexcept;
  void build_schema(const Plan::Impl& plan);
  void choose_range(const RunOptions& options);
  void append(Part part, Buffer& out) const;

  const WriterClass& class_;
  std::string name_;
  std::size_t index_;
  const TablePlan& plan_;
  datagen_table_info info_{};
  datagen_table_plan table_plan_{};
  datagen_table_writer* writer_ = nullptr;
  std::uint32_t batch_rows_ = 0;
  std::uint64_t job_rows_ = 0;
  RowRange range_;
  bool begins_ = false, ends_ = false;
  ArrowSchema root_{};
  std::deque<ArrowSchema> children_, dictionary_schemas_;
  std::vector<ArrowSchema*> child_pointers_;
  std::deque<std::string> metadata_;
  std::vector<const ArrowArray*> dictionaries_;
  std::vector<std::uint32_t> columns_;
};

}  // namespace datagen
