#include "snippet.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "display_width.hpp"

namespace datagen::host {
namespace {

constexpr std::size_t kLeastWidth = 20;
constexpr std::string_view kCut = "…";

// The cells that are shown.
struct Window {
  std::size_t first = 0, end = 0;
};

std::size_t width_of(const std::vector<Cell>& cells, std::size_t first, std::size_t end) {
  std::size_t width = 0;
  for (std::size_t i = first; i < end; ++i) width += cells[i].width;
  return width;
}

Window choose(const std::vector<Cell>& cells, std::size_t marked, std::size_t room) {
  Window window{0, cells.size()};
  if (width_of(cells, 0, cells.size()) < room) return window;
  // Two thirds of the room for what stands before the place, so that some of what follows is seen.
  window.first = marked;
  std::size_t used = 1;
  while (window.first > 0 && used + cells[window.first - 1].width < room * 2 / 3) used += cells[--window.first].width;
  window.end = marked;
  while (window.end < cells.size() && used + cells[window.end].width < room) used += cells[window.end++].width;
  while (window.first > 0 && used + cells[window.first - 1].width < room) used += cells[--window.first].width;
  return window;
}

}  // namespace

std::string snippet(std::string_view line, std::uint32_t line_number, std::uint32_t column, const SnippetStyle& style) {
  const std::vector<Cell> cells = cells_of(line);
  const std::size_t offset = column == 0 ? 0 : column - 1;
  // The cell that holds the byte: the last that does not begin behind it, unless the line is over before.
  const auto behind = std::upper_bound(cells.begin(), cells.end(), offset,
                                       [](std::size_t place, const Cell& cell) { return place < cell.offset; });
  std::size_t marked = static_cast<std::size_t>(behind - cells.begin());
  if (offset >= line.size()) {
    marked = cells.size();
  } else if (marked > 0) {
    --marked;
  }

  const std::string number = fmt::format("{:>5}", line_number);
  const std::size_t gutter = number.size() + 3;
  const std::size_t width = std::max(style.width, kLeastWidth + gutter);
  const Window window = choose(cells, marked, width - gutter - 2);
  const bool cut_before = window.first > 0, cut_after = window.end < cells.size();
  std::string shown;
  for (std::size_t i = window.first; i < window.end; ++i) shown += cells[i].text;
  const std::size_t indent = width_of(cells, window.first, marked) + (cut_before ? 1 : 0);
  return fmt::format("{}{} |{} {}{}{}\n{}{} |{} {}{}^{}", style.gutter, number, style.end, cut_before ? kCut : "",
                     shown, cut_after ? kCut : "", style.gutter, std::string(number.size(), ' '), style.end,
                     std::string(indent, ' '), style.caret, style.end);
}

}  // namespace datagen::host
