// A database that writers are given: a table for each type of column, and the awkward ones.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <vector>

#include "check/columns.hpp"
#include "check/lending.hpp"
#include "datagen/plugin.h"
#include "program/column_data.hpp"

namespace datagen::host::check {

struct SampleColumn {
  std::string name;
  std::string type;    // PostgreSQL's
  std::string format;  // of its values
  bool not_null = false;
  bool dictionary = false;     // "u", given as indices
  std::vector<Cell> ordinary;  // values that any writer of this format should take, none null
  std::vector<Cell> extreme;   // as far as the type goes
  bool key = false;            // a bigint whose ordinary value is the row's number, from 1
};

struct SampleTable {
  std::string name;
  std::vector<SampleColumn> columns;
};

// Names and values are the same in every process.
[[nodiscard]] const std::vector<SampleTable>& sample_tables();

// What the rows of a table hold.
enum class Rows {
  ordinary,  // with some nulls where the column allows them
  extreme,
  all_null  // where the column allows it
};

// The entries of a dictionary column.
[[nodiscard]] const std::vector<std::string>& dictionary_entries();

// The structs of plugin.h for these tables (indices of sample_tables()), and what goes with them: types, sequences,
// keys.
class SampleDatabase {
 public:
  SampleDatabase(const std::vector<std::size_t>& tables, std::uint64_t rows);
  SampleDatabase(const SampleDatabase&) = delete;
  SampleDatabase& operator=(const SampleDatabase&) = delete;

  [[nodiscard]] const datagen_database* database() const { return database_; }
  // For the table at that place of the constructor's list.
  [[nodiscard]] const datagen_table_info* info(std::size_t place) const { return infos_[place]; }

 private:
  const char* text(std::string value) { return strings_.emplace_back(std::move(value)).c_str(); }
  template <class Struct>
  const Struct* const* list(const std::vector<const Struct*>& pointers);
  const char* const* names(const std::vector<std::string>& values);
  void add_table(const SampleTable& table, std::uint64_t rows);
  const datagen_table_definition* define(const SampleTable& table, std::uint64_t rows);

  Lender lender_;
  std::deque<std::string> strings_;
  std::deque<std::vector<const void*>> pointers_;
  std::deque<ArrowSchema> schemas_;
  std::deque<std::vector<ArrowSchema*>> children_;
  std::deque<std::vector<std::uint32_t>> numbers_;
  ColumnData dictionary_;
  LentArrays lent_;
  const ArrowArray* lent_dictionary_ = nullptr;
  std::vector<const datagen_table_definition*> definitions_;
  std::vector<const datagen_table_info*> infos_;
  const datagen_database* database_ = nullptr;
};

// Cells of n rows of a table from first on, by column.
[[nodiscard]] std::vector<std::vector<Cell>> sample_cells(const SampleTable& table, Rows rows, std::uint64_t first,
                                                          std::uint32_t n);

// Rows of a table, as the struct array of a batch.
class SampleBatch {
 public:
  // cells: by column, each as long; first: the number of the first row.  n: rows of a table without columns.
  SampleBatch(const SampleTable& table, const std::vector<std::vector<Cell>>& cells, std::uint64_t first,
              std::uint32_t n, std::uint8_t under_null = 3);
  SampleBatch(const SampleBatch&) = delete;
  SampleBatch& operator=(const SampleBatch&) = delete;

  [[nodiscard]] const datagen_batch* batch() const { return batch_; }

 private:
  Lender lender_;
  std::deque<ColumnData> columns_;
  ColumnData dictionary_;
  LentArrays lent_;
  std::vector<ArrowArray*> children_;
  const void* no_validity_[1] = {nullptr};
  ArrowArray root_{};
  const datagen_batch* batch_ = nullptr;
};

}  // namespace datagen::host::check
