// Rows of a plan, computed alone: any row of any table, without those before it.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "datagen/core/run.hpp"

namespace datagen {

// Reads rows of one table, written to the output or not.  One thread at a time; any number of readers at once.
class RowReader {
 public:
  // table: index into Description::tables.  plan must outlive the reader.
  RowReader(const Plan& plan, std::size_t table);
  // Of these columns only, each of which has data: faster where few are wanted.
  RowReader(const Plan& plan, std::size_t table, const std::vector<std::size_t>& columns);
  ~RowReader();
  RowReader(const RowReader&) = delete;
  RowReader& operator=(const RowReader&) = delete;

  // The columns that have data, in order: indices into Table::columns.  Generated columns, which the server computes,
  // are not among them.  "position" below is an index into this.
  [[nodiscard]] const std::vector<std::size_t>& columns() const;
  // The Arrow format of a column's values ("l", "u", "d:10,2", "tsu:", ...); "u" also of dictionaries.
  [[nodiscard]] std::string_view format(std::size_t position) const;

  // Computes rows [first, first + n), or the given ones, in place of those read before.  All must be below the table's
  // row count.  Memory grows with n.  Throws Error(generation).
  void read(std::uint64_t first, std::uint32_t n);
  void read(std::span<const std::uint64_t> rows);

  // Of the i-th row that was read.
  [[nodiscard]] bool is_null(std::size_t position, std::uint32_t i) const;
  // As PostgreSQL prints it ("true" and "false" for booleans); the value must not be null.
  void append_text(std::size_t position, std::uint32_t i, std::string& out) const;
  // Numbers as they are, dates in days and times in microseconds, since 1970-01-01 UTC or midnight, to the precision of
  // a double; nothing of other types.  The value must not be null.
  [[nodiscard]] std::optional<double> number(std::size_t position, std::uint32_t i) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// Tells which rows a foreign key's rows refer to, by the draw that made the key.
class ReferencedRows {
 public:
  ReferencedRows(const Plan& plan, std::size_t table, std::size_t foreign_key);
  ~ReferencedRows();
  ReferencedRows(const ReferencedRows&) = delete;
  ReferencedRows& operator=(const ReferencedRows&) = delete;

  // False for a key that draws no rows, because other keys or generators give all its columns.
  [[nodiscard]] bool known() const;
  // Of rows [first, first + n): row numbers of the referenced table, valid until the next call.  A row whose key is
  // null has one as well, which means nothing.  Only where known().
  [[nodiscard]] std::span<const std::uint64_t> read(std::uint64_t first, std::uint32_t n);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace datagen
