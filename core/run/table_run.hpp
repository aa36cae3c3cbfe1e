// One table on its way through a writer.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <vector>

#include "plan/planner.hpp"
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
           datagen_writer* writer, std::uint32_t batch_size);
  ~TableRun();
  TableRun(const TableRun&) = delete;
  TableRun& operator=(const TableRun&) = delete;

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] std::size_t description_index() const { return index_; }
  [[nodiscard]] const TablePlan& plan() const { return plan_; }
  [[nodiscard]] datagen_table_writer* writer() const { return writer_; }
  [[nodiscard]] std::uint32_t max_lanes() const { return table_plan_.max_lanes; }
  [[nodiscard]] std::uint32_t batch_rows() const { return batch_rows_; }  // a multiple of the writer's alignment

 private:
  void build_schema(const Plan::Impl& plan);

  const WriterClass& class_;
  std::string name_;
  std::size_t index_;
  const TablePlan& plan_;
  datagen_table_info info_{};
  datagen_table_plan table_plan_{};
  datagen_table_writer* writer_ = nullptr;
  std::uint32_t batch_rows_ = 0;
  ArrowSchema root_{};
  std::deque<ArrowSchema> children_, dictionary_schemas_;
  std::vector<ArrowSchema*> child_pointers_;
  std::deque<std::string> metadata_;
  std::vector<const ArrowArray*> dictionaries_;
  std::vector<std::uint32_t> columns_;
};

}  // namespace datagen
