// The rows of INSERT ... VALUES, where every value is a literal.
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "script/cell.hpp"

namespace datagen {

// Reads NULL, DEFAULT, TRUE, FALSE, numbers, '', E'', B'' and X'' strings, each with or without a cast (::type).
class ValuesReader {
 public:
  enum class Result { row, end, unreadable };

  // text: what follows VALUES, to the end of the statement.  It must outlive the cells.
  explicit ValuesReader(std::string_view text) : text_(text) {}

  // Replaces cells by the next row's, which are valid until the next call.  unreadable: something else stands there,
  // which may be SQL all the same; nothing more can be read then.
  [[nodiscard]] Result next(std::vector<Cell>& cells);
  // Whether there were casts so far, whose types are not looked into: the statement may be no SQL for all that.
  [[nodiscard]] bool has_casts() const { return has_casts_; }
  // Where the row begins that was read last, or could not be.
  [[nodiscard]] std::size_t row_offset() const { return row_offset_; }

 private:
  bool value(Cell& cell);
  bool word(Cell& cell);
  bool number(Cell& cell);
  bool string(Cell& cell, char prefix);
  bool plain_string(Cell& cell);
  bool escape_string(Cell& cell);
  bool cast();
  void skip_space();
  bool accept(char sign);
  [[nodiscard]] char peek() const { return position_ < text_.size() ? text_[position_] : '\0'; }
  std::string& keep();  // memory for one value of the row

  std::string_view text_;
  std::size_t position_ = 0, row_offset_ = 0;
  bool first_ = true, has_casts_ = false;
  std::deque<std::string> kept_;  // values of the row that do not stand in the text as they are
  std::size_t n_kept_ = 0;
};

}  // namespace datagen
