// Rows as the plan makes them, as text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "datagen/core/rows.hpp"

namespace datagen {

class ExpectedRows {
 public:
  ExpectedRows(const Plan& plan, std::size_t table) : reader_(plan, table) {}
  ExpectedRows(const Plan& plan, std::size_t table, const std::vector<std::size_t>& columns)
      : reader_(plan, table, columns) {}

  [[nodiscard]] const std::vector<std::size_t>& columns() const { return reader_.columns(); }

  // Both replace the rows of before.
  void load(std::uint64_t first, std::uint32_t n) {
    reader_.read(first, n);
    render(first, n);
  }
  // Their numbers count from 0.
  void load(std::span<const std::uint64_t> rows) {
    reader_.read(rows);
    render(0, static_cast<std::uint32_t>(rows.size()));
  }

  [[nodiscard]] std::uint64_t first() const { return first_; }
  [[nodiscard]] std::uint64_t end() const { return first_ + n_; }
  [[nodiscard]] bool holds(std::uint64_t row) const { return row - first_ < n_; }
  [[nodiscard]] bool is_null(std::uint64_t row, std::size_t position) const {
    return reader_.is_null(position, static_cast<std::uint32_t>(row - first_));
  }
  // Empty for a null.
  [[nodiscard]] std::string_view text(std::uint64_t row, std::size_t position) const {
    const std::size_t i = (row - first_) * columns().size() + position;
    return std::string_view(text_).substr(ends_[i], ends_[i + 1] - ends_[i]);
  }

 private:
  void render(std::uint64_t first, std::uint32_t n) {
    first_ = first;
    n_ = n;
    text_.clear();
    ends_.assign(1, 0);
    for (std::uint32_t i = 0; i < n; ++i) {
      for (std::size_t c = 0; c < columns().size(); ++c) {
        if (!reader_.is_null(c, i)) reader_.append_text(c, i, text_);
        ends_.push_back(text_.size());
      }
    }
  }

  RowReader reader_;
  std::uint64_t first_ = 0, n_ = 0;
  std::string text_;  // value after value, row after row
  std::vector<std::size_t> ends_;
};

}  // namespace datagen
