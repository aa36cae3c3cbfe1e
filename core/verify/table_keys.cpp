#include "verify/table_keys.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "verify/canonical.hpp"

namespace datagen {
namespace {

constexpr std::uint32_t kBatch = 1000;
constexpr std::size_t kMostPairs = 20;  // of one set

// Calls visit for the keys of all rows of a range, computed again.
template <typename Visit>
void for_each_key(ExpectedRows& rows, RowRange range, RowKey& key, const Visit& visit) {
  for (std::uint64_t first = range.first; first < range.end; first += kBatch) {
    rows.load(first, static_cast<std::uint32_t>(std::min<std::uint64_t>(kBatch, range.end - first)));
    for (std::uint64_t row = first; row < rows.end(); ++row) {
      key.clear();
      for (std::size_t c = 0; c < rows.columns().size(); ++c) {
        if (rows.is_null(row, c))
          key.add_null();
        else
          key.add(rows.text(row, c));
      }
      visit(row, key);
    }
  }
}

}  // namespace

std::string column_names(const Table& table, const std::vector<std::size_t>& columns) {
  std::string result;
  for (const std::size_t column : columns) result += (result.empty() ? "" : ", ") + table.columns[column].name;
  return result;
}

TableKeys::TableKeys(const Plan& plan, const Description& description, std::size_t table, RowRange range,
                     const std::vector<std::size_t>& columns, KeyMemory& memory, Findings& findings)
    : plan_(plan),
      description_(description),
      index_(table),
      table_(description.tables[table]),
      range_(range),
      memory_(memory),
      findings_(findings) {
  for (const UniqueSet& set : table_.unique_sets) {
    if (set.partial || !has_data(table, set.columns)) {
      ++findings_.summary.unchecked;
      continue;
    }
    const std::uint64_t needed = range.size() * KeyHashes::bytes_of_key;
    if (range.size() > memory_.left / KeyHashes::bytes_of_key) {
      again_.push_back(&set);
      continue;
    }
    memory_.left -= needed;
    taken_ += needed;
    Set& kept = kept_.emplace_back(Set{&set, {}});
    kept.kept.reserve(range.size());
    for (const std::size_t column : set.columns) {
      const auto position = std::find(columns.begin(), columns.end(), column) - columns.begin();
      kept.positions.push_back(static_cast<std::size_t>(position));
    }
  }
}

bool TableKeys::has_data(std::size_t table, const std::vector<std::size_t>& columns) const {
  const std::vector<Column>& all = description_.tables[table].columns;
  return std::none_of(columns.begin(), columns.end(), [&](std::size_t c) { return all[c].is_generated(); });
}

template <typename Value>
void TableKeys::add_key(Set& set, std::uint64_t row, const Value& value) {
  key_.clear();
  for (const std::size_t position : set.positions) {
    const Cell cell = value(position);
    if (cell.null)
      key_.add_null();
    else
      key_.add(cell.text);
  }
  if (!key_.has_null() || set.set->nulls_not_distinct) set.kept.add(key_.hash(), row);
}

void TableKeys::add(std::uint64_t row, const ExpectedRows& rows) {
  for (Set& set : kept_) {
    add_key(set, row, [&](std::size_t p) { return Cell{rows.text(row, p), rows.is_null(row, p)}; });
  }
}

void TableKeys::add(std::uint64_t row, std::span<const Cell> values) {
  for (Set& set : kept_) add_key(set, row, [&](std::size_t p) { return values[p]; });
}

void TableKeys::finish(bool rows_are_equal) {
  for (Set& set : kept_) check_kept(set, rows_are_equal);
  for (const UniqueSet* set : again_) {
    if (rows_are_equal)
      check_again(*set);
    else
      ++findings_.summary.unchecked;
  }
  for (std::size_t i = 0; i < table_.foreign_keys.size(); ++i) {
    const ForeignKey& key = table_.foreign_keys[i];
    const bool has_all = has_data(index_, key.columns) && has_data(key.referenced_table, key.referenced_columns);
    if (has_all && draws_rows(i)) continue;  // checked with the rows
    if (has_all && rows_are_equal)
      check_reference(key);
    else
      ++findings_.summary.unchecked;
  }
}

void TableKeys::check_kept(Set& set, bool rows_are_equal) {
  ++findings_.summary.unique_sets;
  set.kept.sort();
  for (const auto& [first, second] : set.kept.pairs(kMostPairs)) {
    if (!rows_are_equal || same_key(*set.set, first, second)) report_pair(*set.set, first, second);
  }
}

void TableKeys::check_again(const UniqueSet& set) {
  ++findings_.summary.unique_sets;
  const std::uint64_t parts = parts_for(range_.size());
  ExpectedRows rows(plan_, index_, set.columns);
  std::size_t reported = 0;
  for (std::uint64_t part = 0; part < parts; ++part) {
    KeyHashes hashes(part, parts);
    for_each_key(rows, range_, key_, [&](std::uint64_t row, const RowKey& key) {
      if (!key.has_null() || set.nulls_not_distinct) hashes.add(key.hash(), row);
    });
    hashes.sort();
    for (const auto& [first, second] : hashes.pairs(kMostPairs)) {
      if (reported++ < kMostPairs && same_key(set, first, second)) report_pair(set, first, second);
    }
  }
}

void TableKeys::report_pair(const UniqueSet& set, std::uint64_t first, std::uint64_t second) {
  Difference difference;
  difference.kind = Difference::Kind::unique_set;
  difference.table = table_.full_name();
  difference.row = second;
  difference.column = column_names(table_, set.columns);
  difference.message = fmt::format("has the same key as row {}", first);
  findings_.add(difference);
}

// Two keys of one hash may still be two.
bool TableKeys::same_key(const UniqueSet& set, std::uint64_t first, std::uint64_t second) const {
  ExpectedRows rows(plan_, index_, set.columns);
  const std::uint64_t both[] = {first, second};
  rows.load(both);
  for (std::size_t c = 0; c < set.columns.size(); ++c) {
    if (rows.is_null(0, c) != rows.is_null(1, c) || rows.text(0, c) != rows.text(1, c)) return false;
  }
  return true;
}

bool TableKeys::draws_rows(std::size_t foreign_key) const { return ReferencedRows(plan_, index_, foreign_key).known(); }

// A part of the referenced keys at a time.
void TableKeys::check_reference(const ForeignKey& key) {
  ++findings_.summary.foreign_keys;
  const std::uint64_t parent_rows = plan_.row_count(key.referenced_table);
  const std::uint64_t parts = parts_for(parent_rows);
  ExpectedRows parents(plan_, key.referenced_table, key.referenced_columns), children(plan_, index_, key.columns);
  std::size_t reported = 0;
  for (std::uint64_t part = 0; part < parts; ++part) {
    KeyHashes hashes(part, parts);
    for_each_key(parents, {0, parent_rows}, key_,
                 [&](std::uint64_t row, const RowKey& parent) { hashes.add(parent.hash(), row); });
    hashes.sort();
    for_each_key(children, range_, key_, [&](std::uint64_t row, const RowKey& child) {
      if (child.has_null() || child.hash() % parts != part || hashes.contains(child.hash())) return;
      if (reported++ >= kMostPairs) return;
      Difference difference;
      difference.kind = Difference::Kind::foreign_key;
      difference.table = table_.full_name();
      difference.row = row;
      difference.column = column_names(table_, key.columns);
      difference.message = "refers to no row of " + description_.tables[key.referenced_table].full_name();
      findings_.add(difference);
    });
  }
}

std::uint64_t TableKeys::parts_for(std::uint64_t rows) const {
  const std::uint64_t keys = std::max<std::uint64_t>(1000, memory_.total / KeyHashes::bytes_of_key);
  return rows / keys + 1;
}

}  // namespace datagen
