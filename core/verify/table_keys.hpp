// The unique sets of one table, and those of its foreign keys whose rows no draw tells.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "datagen/core/description.hpp"
#include "run/row_range.hpp"
#include "script/cell.hpp"
#include "verify/expected_rows.hpp"
#include "verify/findings.hpp"
#include "verify/key_hashes.hpp"

namespace datagen {

// Memory for keys that tables share.
struct KeyMemory {
  std::uint64_t total = 0, left = 0;
};

// Keeps the dump's keys where there is memory for them; else computes the keys again, part by part, when all rows are
// known to be equal to the computed ones.
class TableKeys {
 public:
  // columns: of the data, as positions number them.
  TableKeys(const Plan& plan, const Description& description, std::size_t table, RowRange range,
            const std::vector<std::size_t>& columns, KeyMemory& memory, Findings& findings);
  ~TableKeys() { memory_.left += taken_; }
  TableKeys(const TableKeys&) = delete;
  TableKeys& operator=(const TableKeys&) = delete;

  // The dump's next row, which is equal to that of rows, or has these values.
  void add(std::uint64_t row, const ExpectedRows& rows);
  void add(std::uint64_t row, std::span<const Cell> values);
  // The table's rows are all read.  Once.
  void finish(bool rows_are_equal);

 private:
  struct Set {
    const UniqueSet* set;
    std::vector<std::size_t> positions;
    KeyHashes kept{0, 1};
  };

  template <typename Value>
  void add_key(Set& set, std::uint64_t row, const Value& value);
  void check_kept(Set& set, bool rows_are_equal);
  void check_again(const UniqueSet& set);
  void report_pair(const UniqueSet& set, std::uint64_t first, std::uint64_t second);
  [[nodiscard]] bool same_key(const UniqueSet& set, std::uint64_t first, std::uint64_t second) const;
  [[nodiscard]] bool draws_rows(std::size_t foreign_key) const;
  void check_reference(const ForeignKey& key);
  [[nodiscard]] std::uint64_t parts_for(std::uint64_t rows) const;
  [[nodiscard]] bool has_data(std::size_t table, const std::vector<std::size_t>& columns) const;

  const Plan& plan_;
  const Description& description_;
  std::size_t index_;
  const Table& table_;
  RowRange range_;
  KeyMemory& memory_;
  Findings& findings_;
  std::uint64_t taken_ = 0;
  std::vector<Set> kept_;
  std::vector<const UniqueSet*> again_;
  RowKey key_;
};

// "user_id, product_id"
[[nodiscard]] std::string column_names(const Table& table, const std::vector<std::size_t>& columns);

}  // namespace datagen
