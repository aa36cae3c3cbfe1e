#include "verify/table_check.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace datagen {
namespace {

constexpr std::uint64_t kBatch = 500;
constexpr std::uint64_t kNear = 16;       // rows around the expected one where a row is looked for
constexpr std::uint64_t kMostLost = 100;  // after so many rows found nowhere, the dump is another dataset
constexpr std::size_t kShown = 60;

// A value within a message: not too long, and without what a terminal would act on.
std::string shown(std::string_view text) {
  std::size_t cut = std::min(text.size(), kShown);
  while (cut > 0 && cut < text.size() && (static_cast<unsigned char>(text[cut]) & 0xC0) == 0x80) --cut;
  std::string result = "'";
  for (const char c : text.substr(0, cut)) {
    const auto byte = static_cast<unsigned char>(c);
    result += byte < 0x20 || byte == 0x7F ? fmt::format("\\x{:02x}", byte) : std::string(1, c);
  }
  return result + (cut < text.size() ? "...'" : "'");
}

std::string rows_text(std::uint64_t first, std::uint64_t end) {
  return end - first == 1 ? fmt::format("row {} is missing", first)
                          : fmt::format("rows {} to {} are missing", first, end - 1);
}

// Lengths between the values, so that no two rows are spelt alike.
void append_spelling(bool null, const std::string& value, std::string& out) {
  const std::uint64_t size = null ? ~std::uint64_t{0} : value.size();
  out.append(reinterpret_cast<const char*>(&size), sizeof size);
  out += value;
}

}  // namespace

TableCheck::TableCheck(const Plan& plan, const Description& description, std::size_t table, RowRange range,
                       bool any_order, KeyMemory& memory, Findings& findings)
    : plan_(plan),
      description_(description),
      index_(table),
      table_(description.tables[table]),
      range_(range),
      any_order_(any_order),
      findings_(findings),
      next_(range.first),
      rows_(std::make_unique<ExpectedRows>(plan, table)) {
  data_columns_ = rows_->columns();
  for (const std::size_t column : data_columns_) equal_.emplace_back(table_.columns[column].type, description.types);
  references_ = std::make_unique<RowReferences>(plan, description, table, data_columns_, findings);
  keys_ = std::make_unique<TableKeys>(plan, description, table, range, data_columns_, memory, findings);
}

Difference TableCheck::difference(Difference::Kind kind, std::string message) const {
  Difference result;
  result.kind = kind;
  result.table = table_.full_name();
  result.message = std::move(message);
  return result;
}

bool TableCheck::set_columns(const RowTarget& target, const RowPlace& place) {
  positions_.clear();
  const auto position_of = [&](std::size_t column) {
    const auto found = std::find(data_columns_.begin(), data_columns_.end(), column);
    return found == data_columns_.end() ? generated : static_cast<std::size_t>(found - data_columns_.begin());
  };
  std::string fault;
  for (const std::string& name : target.columns) {
    const auto column = table_.find_column(name);
    if (!column) {
      std::vector<std::string> names;
      for (const Column& one : table_.columns) names.push_back(one.name);
      fault = fmt::format("the description has no column '{}'{}", name, did_you_mean(name, names));
      break;
    }
    positions_.push_back(position_of(*column));
  }
  if (target.columns.empty() && !target.default_values) {
    for (std::size_t c = 0; c < table_.columns.size(); ++c) {
      const std::size_t position = position_of(c);
      if (position != generated || target.kind == RowTarget::Kind::insert) positions_.push_back(position);
    }
  }
  for (std::size_t p = 0; p < data_columns_.size() && fault.empty(); ++p) {
    if (std::count(positions_.begin(), positions_.end(), p) == 1) continue;
    fault = fmt::format("the statement has no values of the column {}", table_.columns[data_columns_[p]].name);
  }
  if (fault.empty()) return true;
  differs_ = true;
  if (told_.insert(fault).second) {
    Difference told = difference(Difference::Kind::table, fault);
    told.place = place.location();
    findings_.add(told);
  }
  return false;
}

void TableCheck::load(std::uint64_t row) {
  if (rows_->holds(row)) return;
  rows_->load(row, static_cast<std::uint32_t>(std::min(kBatch, range_.end - row)));
  references_->check(*rows_);
}

bool TableCheck::equal_value(const Cell& cell, std::size_t position, const ExpectedRows& rows,
                             std::uint64_t row) const {
  if (cell.null || cell.is_default) return cell.null && rows.is_null(row, position);
  const std::string_view expected = rows.text(row, position);
  return cell.text == expected ? !expected.empty() || !rows.is_null(row, position)
                               : !rows.is_null(row, position) && equal_[position](cell.text, expected);
}

bool TableCheck::equals(std::span<const Cell> cells, const ExpectedRows& rows, std::uint64_t row) const {
  if (cells.size() != positions_.size()) return false;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (positions_[i] == generated ? !cells[i].is_default : !equal_value(cells[i], positions_[i], rows, row))
      return false;
  }
  return true;
}

void TableCheck::row(std::span<const Cell> cells, const RowPlace& place) {
  ++findings_.summary.rows;
  findings_.summary.values += cells.size();
  if (any_order_) return row_in_any_order(cells, place);
  if (next_ < range_.end) {
    load(next_);
    if (equals(cells, *rows_, next_)) [[likely]] {
      lost_ = 0;
      keys_->add(next_, *rows_);
      return next_row();
    }
  }
  differs_ = true;
  if (find_elsewhere(cells, place)) return;
  if (next_ < range_.end)
    compare_values(cells, place);
  else
    additional(fmt::format("a row more than the {} that the description has", range_.size()), place);
}

void TableCheck::next_row() {
  ++next_;
  if (next_ == range_.end && !any_order_) finish_keys();
}

// A row of the neighbourhood tells that rows are missing, or stand elsewhere, rather than that all values are others.
bool TableCheck::find_elsewhere(std::span<const Cell> cells, const RowPlace& place) {
  if (lost_ >= kMostLost || range_.empty()) return false;
  const std::uint64_t low = std::max(range_.first, next_ - std::min(next_, kNear));
  const std::uint64_t high = std::min(range_.end, next_ + kNear + 1);
  if (!near_) near_ = std::make_unique<ExpectedRows>(plan_, index_);
  near_->load(low, static_cast<std::uint32_t>(high - low));
  for (std::uint64_t row = next_ + 1; row < high; ++row) {
    if (!equals(cells, *near_, row)) continue;
    Difference missing = difference(Difference::Kind::missing, rows_text(next_, row));
    missing.row = next_;
    missing.place = place.location();
    missing.count = row - next_;
    findings_.add(missing);
    load(row);
    if (keys_) keys_->add(row, *near_);
    next_ = row;
    lost_ = 0;
    next_row();
    return true;
  }
  for (std::uint64_t row = std::min(next_, high); row-- > low;) {
    if (!equals(cells, *near_, row)) continue;
    additional(fmt::format("row {} stands here {}", row, row + 1 == next_ ? "a second time" : "again, or too late"),
               place);
    lost_ = 0;
    return true;
  }
  ++lost_;
  return false;
}

void TableCheck::compare_values(std::span<const Cell> cells, const RowPlace& place) {
  if (cells.size() != positions_.size()) {
    return unreadable_row(
        fmt::format("has {} value{} for {} columns", cells.size(), cells.size() == 1 ? "" : "s", positions_.size()),
        place);
  }
  values_.assign(data_columns_.size(), Cell{});
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const std::size_t position = positions_[i];
    const Cell& cell = cells[i];
    Difference told = difference(Difference::Kind::value, "");
    told.row = next_;
    if (position == generated) {
      if (cell.is_default) continue;
      told.message = "is a value for a generated column, which the server computes";
    } else {
      const bool null = rows_->is_null(next_, position);
      const std::string_view expected = rows_->text(next_, position);
      values_[position] = cell;
      if (equal_value(cell, position, *rows_, next_)) {
        values_[position].text = expected;
        continue;
      }
      const Column& column = table_.columns[data_columns_[position]];
      told.column = column.name;
      told.message = fmt::format("is {}, not {}",
                                 cell.null         ? "null"
                                 : cell.is_default ? "DEFAULT"
                                                   : shown(cell.text),
                                 null ? "null" : shown(expected));
      if (cell.null && column.not_null) {
        told.kind = Difference::Kind::null;
        told.message += "; the column allows no null";
      }
    }
    told.place = place.location();
    findings_.add(told);
  }
  if (keys_) keys_->add(next_, values_);
  next_row();
}

// Null where they are not the table's columns.
std::optional<RowHash> TableCheck::hash(std::span<const Cell> cells) {
  if (cells.size() != positions_.size()) return std::nullopt;
  values_.assign(data_columns_.size(), Cell{});
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (cells[i].is_default != (positions_[i] == generated)) return std::nullopt;
    if (positions_[i] != generated) values_[positions_[i]] = cells[i];
  }
  spellings_.clear();
  for (std::size_t p = 0; p < values_.size(); ++p)
    append_spelling(values_[p].null, values_[p].null ? "" : equal_[p].spelling(values_[p].text), spellings_);
  return row_hash(spellings_);
}

RowHash TableCheck::hash(const ExpectedRows& rows, std::uint64_t row) {
  spellings_.clear();
  for (std::size_t p = 0; p < data_columns_.size(); ++p) {
    const bool null = rows.is_null(row, p);
    append_spelling(null, null ? "" : equal_[p].spelling(rows.text(row, p)), spellings_);
  }
  return row_hash(spellings_);
}

void TableCheck::pass_row() {
  keys_->add(next_, *rows_);
  next_row();
}

// Each row of the table is passed once, and is found in its place, among those that came before, or later.
void TableCheck::row_in_any_order(std::span<const Cell> cells, const RowPlace& place) {
  if (gave_up_) return;
  for (; next_ < range_.end; pass_row()) {
    load(next_);
    if (equals(cells, *rows_, next_)) return pass_row();
    if (displaced_.none_early() || !displaced_.settle_early(hash(*rows_, next_))) break;
  }
  const auto found = hash(cells);
  if (!found) {
    differs_ = true;
    Difference told = difference(Difference::Kind::value, "has other columns than the statement");
    told.place = place.location();
    return findings_.add(told);
  }
  ++findings_.summary.displaced;
  if (displaced_.settle_late(*found)) return;
  const std::uint64_t high = std::min(range_.end, next_ + kNear + 1);
  if (next_ < high) {
    if (!near_) near_ = std::make_unique<ExpectedRows>(plan_, index_);
    near_->load(next_, static_cast<std::uint32_t>(high - next_));
    for (std::uint64_t row = next_ + 1; row < high; ++row) {
      if (!equals(cells, *near_, row)) continue;
      for (; next_ < row; pass_row()) {
        load(next_);
        const RowHash passed = hash(*rows_, next_);
        if (!displaced_.settle_early(passed)) displaced_.passed(passed, next_);
      }
      load(next_);
      return pass_row();
    }
  }
  displaced_.came(*found, place.location());
  if (!displaced_.full()) return;
  gave_up_ = differs_ = true;
  Difference told = difference(Difference::Kind::value, fmt::format("more than {} rows are out of their place or not "
                                                                    "the table's: the rest is not compared",
                                                                    DisplacedRows::most));
  told.place = place.location();
  findings_.add(told);
}

// At the end: the rows that never came, and the rows that are none of the table's.
void TableCheck::settle_displaced() {
  if (gave_up_) return;
  for (; next_ < range_.end && !displaced_.none_early(); pass_row()) {
    load(next_);
    const RowHash passed = hash(*rows_, next_);
    if (!displaced_.settle_early(passed)) displaced_.passed(passed, next_);
    if (displaced_.full()) break;
  }
  std::vector<std::uint64_t> missing;
  for (const auto& [hash, row] : displaced_.late()) missing.push_back(row);
  std::sort(missing.begin(), missing.end());
  for (const std::uint64_t row : missing) {
    Difference told = difference(Difference::Kind::missing, rows_text(row, row + 1));
    told.row = row;
    findings_.add(told);
  }
  std::vector<Location> strange;
  for (const auto& [hash, place] : displaced_.early()) strange.push_back(place);
  std::sort(strange.begin(), strange.end(), [](const Location& a, const Location& b) { return a.line < b.line; });
  for (const Location& place : strange) {
    Difference told = difference(Difference::Kind::additional, "the row that stands here is none of the table's");
    told.place = place;
    findings_.add(told);
  }
  differs_ = differs_ || !missing.empty() || !strange.empty();
}

void TableCheck::unreadable_row(const std::string& fault, const RowPlace& place) {
  differs_ = true;
  Difference told = difference(Difference::Kind::value, fault);
  told.row = next_;
  told.place = place.location();
  findings_.add(told);
  if (next_ < range_.end && !any_order_) next_row();
}

void TableCheck::additional(const std::string& message, const RowPlace& place) {
  Difference told = difference(Difference::Kind::additional, message);
  told.place = place.location();
  findings_.add(told);
}

void TableCheck::finish_keys() {
  if (keys_) keys_->finish(!differs_);
  keys_.reset();
  references_.reset();
  rows_.reset();
}

void TableCheck::finish() {
  ++findings_.summary.tables;
  if (any_order_) settle_displaced();
  if (next_ < range_.end && !gave_up_) {
    differs_ = true;
    Difference missing = difference(Difference::Kind::missing, rows_text(next_, range_.end));
    if (next_ == range_.first)
      missing.message = range_.size() == 1 ? "has none of its rows, of which there is 1"
                                           : fmt::format("has none of its {} rows", range_.size());
    missing.row = next_;
    missing.count = range_.end - next_;
    findings_.add(missing);
  }
  finish_keys();
}

}  // namespace datagen
