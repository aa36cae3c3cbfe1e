// What a page says outside of its code blocks: headings, links, tables.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace datagen::test {

struct Heading {
  int level = 0;  // 1 for "#"
  std::string text;
  std::string anchor;  // what a link calls it, as GitHub names them: "what-one-can-do"; distinct within the page
};
[[nodiscard]] std::vector<Heading> headings(std::string_view page);

// The targets of its links and images, in order: "dump.md#order".
[[nodiscard]] std::vector<std::string> links(std::string_view page);

// The cells of all rows of its tables, without header rows; as written, without the spaces around them.
[[nodiscard]] std::vector<std::vector<std::string>> table_rows(std::string_view page);

// What stands in backticks.
[[nodiscard]] std::vector<std::string> code_spans(std::string_view text);

}  // namespace datagen::test
