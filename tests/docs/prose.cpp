#include "tests/docs/prose.hpp"

#include <algorithm>
#include <map>
#include <sstream>

namespace datagen::test {
namespace {

// The lines outside of code blocks.
std::vector<std::string> prose_lines(std::string_view page) {
  std::vector<std::string> result;
  std::istringstream lines{std::string(page)};
  bool inside = false;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("```")) inside = !inside;
    if (!inside && !line.starts_with("```")) result.push_back(line);
  }
  return result;
}

std::string without_code(const std::string& line) {
  std::string result;
  bool inside = false;
  for (const char c : line) {
    if (c == '`') inside = !inside;
    if (!inside && c != '`') result += c;
  }
  return result;
}

// Letters, digits, '_' and '-' stay, spaces become '-', all else goes.
std::string anchor_of(std::string_view text) {
  std::string anchor;
  for (const char c : text) {
    if (c >= 'A' && c <= 'Z') {
      anchor += static_cast<char>(c - 'A' + 'a');
    } else if (c == ' ') {
      anchor += '-';
    } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || (c & 0x80) != 0) {
      anchor += c;
    }
  }
  return anchor;
}

std::string trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return std::string(text);
}

// "| a | b |"; a bar in backticks, or behind a backslash, is no border.
std::vector<std::string> cells(const std::string& line) {
  std::vector<std::string> result;
  std::string cell;
  bool code = false;
  for (std::size_t i = 1; i < line.size(); ++i) {
    if (line[i] == '`') code = !code;
    if (line[i] == '|' && !code && line[i - 1] != '\\') {
      result.push_back(trimmed(cell));
      cell.clear();
    } else {
      cell += line[i];
    }
  }
  return result;
}

}  // namespace

std::vector<Heading> headings(std::string_view page) {
  std::vector<Heading> result;
  std::map<std::string, int> seen;
  for (const std::string& line : prose_lines(page)) {
    const std::size_t level = line.find_first_not_of('#');
    if (level == 0 || level == std::string::npos || line[level] != ' ') continue;
    Heading heading{static_cast<int>(level), line.substr(level + 1), ""};
    heading.anchor = anchor_of(heading.text);
    const int before = seen[heading.anchor]++;
    if (before > 0) heading.anchor += "-" + std::to_string(before);
    result.push_back(heading);
  }
  return result;
}

std::vector<std::string> links(std::string_view page) {
  std::vector<std::string> result;
  for (const std::string& line : prose_lines(page)) {
    const std::string text = without_code(line);
    for (std::size_t at = text.find("]("); at != std::string::npos; at = text.find("](", at + 2)) {
      result.push_back(text.substr(at + 2, text.find(')', at) - at - 2));
    }
  }
  return result;
}

std::vector<std::vector<std::string>> table_rows(std::string_view page) {
  std::vector<std::vector<std::string>> result;
  bool in_body = false;
  for (const std::string& line : prose_lines(page)) {
    const bool row = line.starts_with('|');
    if (row && in_body) result.push_back(cells(line));
    // The body begins behind "|---|---|".
    in_body = row && (in_body || line.find_first_not_of("|-: ") == std::string::npos);
  }
  return result;
}

std::vector<std::string> code_spans(std::string_view text) {
  std::vector<std::string> result;
  std::size_t open = text.find('`');
  while (open != std::string_view::npos) {
    const std::size_t close = text.find('`', open + 1);
    if (close == std::string_view::npos) break;
    result.emplace_back(text.substr(open + 1, close - open - 1));
    open = text.find('`', close + 1);
  }
  return result;
}

}  // namespace datagen::test
