#include "text_table.hpp"

#include <algorithm>
#include <utility>

#include "display_width.hpp"

namespace datagen::host {

TextTable::TextTable(std::vector<Heading> headings) : headings_(std::move(headings)) {
  for (const Heading& heading : headings_) widths_.push_back(display_width(heading.text));
}

void TextTable::add(std::vector<std::string> cells) {
  for (std::size_t i = 0; i < cells.size(); ++i) widths_[i] = std::max(widths_[i], display_width(cells[i]));
  rows_.push_back(std::move(cells));
}

std::size_t TextTable::width() const {
  std::size_t total = 0;
  for (const std::size_t width : widths_) total += width + 3;
  return total == 0 ? 0 : total - 1;
}

std::string TextTable::line(const std::vector<std::string>& cells, const char* between) const {
  std::string text;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const std::string space(widths_[i] - display_width(cells[i]), ' ');
    if (i > 0) text += between;
    text += headings_[i].to_the_right ? space + cells[i] : cells[i] + space;
  }
  text.erase(text.find_last_not_of(' ') + 1);
  return text + "\n";
}

std::string TextTable::ruled(std::size_t indent) const {
  const std::string margin(indent + 1, ' ');
  std::vector<std::string> names, rules;
  for (const Heading& heading : headings_) names.push_back(heading.text);
  std::string text = margin + line(names, " | ") + std::string(indent, ' ');
  for (std::size_t i = 0; i < widths_.size(); ++i) text += (i == 0 ? "" : "+") + std::string(widths_[i] + 2, '-');
  text += "\n";
  for (const auto& row : rows_) text += margin + line(row, " | ");
  return text;
}

std::string TextTable::plain(std::size_t indent) const {
  const std::string margin(indent, ' ');
  std::vector<std::string> names;
  for (const Heading& heading : headings_) names.push_back(heading.text);
  std::string text = margin + line(names, "  ");
  for (const auto& row : rows_) text += margin + line(row, "  ");
  return text;
}

}  // namespace datagen::host
