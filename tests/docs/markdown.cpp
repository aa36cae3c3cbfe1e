#include "tests/docs/markdown.hpp"

#include <sstream>
#include <stdexcept>

namespace datagen::test {
namespace {

constexpr std::string_view ellipsis = "...";

CodeBlock read_fence(const std::string& line, int number) {
  std::istringstream words(line.substr(3));
  CodeBlock block;
  block.line = number;
  words >> block.language;
  for (std::string word; words >> word;) {
    if (word.starts_with("file=")) {
      block.file = word.substr(5);
    } else if (word.starts_with("exit=")) {
      block.exit_code = std::stoi(word.substr(5));
    } else {
      throw std::runtime_error("line " + std::to_string(number) + ": unknown word behind a fence: " + word);
    }
  }
  return block;
}

}  // namespace

std::vector<CodeBlock> code_blocks(std::string_view page) {
  std::vector<CodeBlock> blocks;
  std::istringstream lines{std::string(page)};
  bool inside = false;
  int number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    if (!line.starts_with("```")) {
      if (inside) blocks.back().text += line + "\n";
      continue;
    }
    if (!inside) blocks.push_back(read_fence(line, number));
    inside = !inside;
  }
  if (inside) throw std::runtime_error("line " + std::to_string(blocks.back().line) + ": this block does not end");
  return blocks;
}

std::vector<ConsoleCommand> console_commands(std::string_view text) {
  std::vector<ConsoleCommand> commands;
  std::istringstream lines{std::string(text)};
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("$ ")) {
      commands.push_back({line.substr(2), ""});
    } else if (commands.empty()) {
      throw std::runtime_error("a console block begins with a command: " + line);
    } else if (line.starts_with("> ") && commands.back().expected.empty()) {
      commands.back().command += "\n" + line.substr(2);
    } else {
      commands.back().expected += line + "\n";
    }
  }
  return commands;
}

bool matches(std::string_view expected, std::string_view output) {
  const std::size_t gap = expected.find(ellipsis);
  if (gap == std::string_view::npos) return expected == output;
  if (expected.substr(0, gap) != output.substr(0, gap)) return false;
  // A line "..." may stand for no line at all.
  std::string_view rest = expected.substr(gap + ellipsis.size());
  const bool whole_line = (gap == 0 || expected[gap - 1] == '\n') && (rest.empty() || rest.front() == '\n');
  if (whole_line && !rest.empty()) rest.remove_prefix(1);
  for (std::size_t end = gap; end <= output.size(); ++end) {
    if (whole_line && end > 0 && output[end - 1] != '\n') continue;
    if (matches(rest, output.substr(end))) return true;
  }
  return false;
}

}  // namespace datagen::test
