// Text in columns, as psql shows it.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace datagen::host {

// Every line of a cell is one line of the table; widths are those of a terminal.
class TextTable {
 public:
  struct Heading {
    std::string text;
    bool to_the_right = false;  // as numbers are
  };
  explicit TextTable(std::vector<Heading> headings);

  // One cell for each heading, without line ends.
  void add(std::vector<std::string> cells);

  [[nodiscard]] std::size_t width() const;  // columns of a terminal, without indent
  // " id | name" over "----+-----", then the rows; every line indented.
  [[nodiscard]] std::string ruled(std::size_t indent = 0) const;
  // Headings and rows with two spaces between columns; every line indented.
  [[nodiscard]] std::string plain(std::size_t indent = 0) const;

 private:
  [[nodiscard]] std::string line(const std::vector<std::string>& cells, const char* between) const;

  std::vector<Heading> headings_;
  std::vector<std::size_t> widths_;
  std::vector<std::vector<std::string>> rows_;
};

}  // namespace datagen::host
