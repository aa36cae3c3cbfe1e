// The rows of one table, read one after the other beside the computed ones.
#pragma once

#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "script/row_target.hpp"
#include "script/script_reader.hpp"
#include "verify/displaced_rows.hpp"
#include "verify/row_references.hpp"
#include "verify/table_keys.hpp"

namespace datagen {

// Where a row stands: behind `before`, which begins at `place`.  Counted only where it is to be told.
struct RowPlace {
  const ScriptReader& script;
  ScriptPlace place;
  std::string_view before;

  [[nodiscard]] Location location() const { return script.location(place_after(place, before)); }
};

class TableCheck {
 public:
  // range: the rows that the dump should hold.
  TableCheck(const Plan& plan, const Description& description, std::size_t table, RowRange range, bool any_order,
             KeyMemory& memory, Findings& findings);

  // The rows that follow have these columns.  Without any names: all of the table's, generated ones (which stand as
  // DEFAULT in INSERT) only where `generated` says so.  Returns false, after a report, where they are not the table's.
  bool set_columns(const RowTarget& target, const RowPlace& place);
  void row(std::span<const Cell> cells, const RowPlace& place);
  // A row of which this is known only.
  void unreadable_row(const std::string& fault, const RowPlace& place);
  // Of a table without columns that have data.
  void empty_row(const RowPlace& place) { row({}, place); }
  // No more rows come.
  void finish();

 private:
  void load(std::uint64_t row);
  [[nodiscard]] bool equals(std::span<const Cell> cells, const ExpectedRows& rows, std::uint64_t row) const;
  [[nodiscard]] bool equal_value(const Cell& cell, std::size_t position, const ExpectedRows& rows,
                                 std::uint64_t row) const;
  void row_in_any_order(std::span<const Cell> cells, const RowPlace& place);
  [[nodiscard]] std::optional<RowHash> hash(std::span<const Cell> cells);
  [[nodiscard]] RowHash hash(const ExpectedRows& rows, std::uint64_t row);
  void pass_row();
  void settle_displaced();
  bool find_elsewhere(std::span<const Cell> cells, const RowPlace& place);
  void compare_values(std::span<const Cell> cells, const RowPlace& place);
  void additional(const std::string& message, const RowPlace& place);
  void next_row();
  void finish_keys();
  Difference difference(Difference::Kind kind, std::string message) const;

  const Plan& plan_;
  const Description& description_;
  std::size_t index_;
  const Table& table_;
  RowRange range_;
  bool any_order_;
  Findings& findings_;

  std::uint64_t next_;      // the row that is to come
  bool differs_ = false;    // so far
  std::uint64_t lost_ = 0;  // rows in a row that were found nowhere near
  std::vector<std::size_t> data_columns_;
  std::vector<ValueEquality> equal_;  // by position
  static constexpr std::size_t generated = ~std::size_t{0};
  std::vector<std::size_t> positions_;  // of each cell; or generated
  std::set<std::string> told_;          // about columns
  std::vector<Cell> values_;            // of a row that differs, by position

  DisplacedRows displaced_;  // where any order is allowed
  std::string spellings_;
  bool gave_up_ = false;  // too many rows are out of their place

  // Until the last row is read.
  std::unique_ptr<ExpectedRows> rows_, near_;
  std::unique_ptr<RowReferences> references_;
  std::unique_ptr<TableKeys> keys_;
};

}  // namespace datagen
