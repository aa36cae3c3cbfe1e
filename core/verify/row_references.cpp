#include "verify/row_references.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "verify/table_keys.hpp"

namespace datagen {

RowReferences::RowReferences(const Plan& plan, const Description& description, std::size_t table,
                             const std::vector<std::size_t>& columns, Findings& findings)
    : description_(description), table_(description.tables[table]), findings_(findings) {
  for (std::size_t k = 0; k < table_.foreign_keys.size(); ++k) {
    const ForeignKey& key = table_.foreign_keys[k];
    const Table& parent = description.tables[key.referenced_table];
    Reference reference{&key, plan.row_count(key.referenced_table), {}, nullptr, nullptr, {}};
    bool has_data = true;
    for (std::size_t i = 0; i < key.columns.size(); ++i) {
      const auto position = std::find(columns.begin(), columns.end(), key.columns[i]) - columns.begin();
      reference.positions.push_back(static_cast<std::size_t>(position));
      has_data = has_data && reference.positions.back() < columns.size() &&
                 !parent.columns[key.referenced_columns[i]].is_generated();
      reference.equal.emplace_back(parent.columns[key.referenced_columns[i]].type, description.types);
    }
    if (!has_data) continue;
    reference.referenced = std::make_unique<ReferencedRows>(plan, table, k);
    if (!reference.referenced->known()) continue;
    reference.parents = std::make_unique<ExpectedRows>(plan, key.referenced_table, key.referenced_columns);
    ++findings_.summary.foreign_keys;
    references_.push_back(std::move(reference));
  }
}

void RowReferences::check(const ExpectedRows& rows) {
  for (Reference& reference : references_) check(reference, rows);
}

void RowReferences::check(Reference& reference, const ExpectedRows& rows) {
  const auto parents = reference.referenced->read(rows.first(), static_cast<std::uint32_t>(rows.end() - rows.first()));
  children_.clear();
  wanted_.clear();
  for (std::uint64_t row = rows.first(); row < rows.end(); ++row) {
    const auto null = [&](std::size_t position) { return rows.is_null(row, position); };
    if (std::any_of(reference.positions.begin(), reference.positions.end(), null)) continue;
    const std::uint64_t parent = parents[row - rows.first()];
    if (parent >= reference.parent_rows) {
      report(reference, row, parent);
      continue;
    }
    children_.push_back(row);
    wanted_.push_back(parent);
  }
  if (wanted_.empty()) return;
  reference.parents->load(wanted_);
  for (std::size_t i = 0; i < children_.size(); ++i) {
    bool same = true;
    for (std::size_t c = 0; c < reference.positions.size(); ++c) {
      same = same && !reference.parents->is_null(i, c) &&
             reference.equal[c](rows.text(children_[i], reference.positions[c]), reference.parents->text(i, c));
    }
    if (!same) report(reference, children_[i], wanted_[i]);
  }
}

void RowReferences::report(const Reference& reference, std::uint64_t row, std::uint64_t parent) {
  Difference difference;
  difference.kind = Difference::Kind::foreign_key;
  difference.table = table_.full_name();
  difference.row = row;
  difference.column = column_names(table_, reference.key->columns);
  difference.message = fmt::format("has another key than the row that it refers to, row {} of {}", parent,
                                   description_.tables[reference.key->referenced_table].full_name());
  findings_.add(difference);
}

}  // namespace datagen
