#include "snippet.hpp"

#include <random>
#include <string>
#include <vector>

#include "display_width.hpp"
#include "tests/support/catch.hpp"

namespace datagen::host {
namespace {

struct Piece {
  std::string text;
  std::size_t width;
};

// Of one column, of two, of none, and tabs.
const std::vector<Piece> kPieces{{"a", 1},  {"{", 1}, {" ", 1},  {"é", 1},         {"ß", 1},           {"番", 2},
                                 {"号", 2}, {"👍", 2}, {"\t", 0}, {"e\xCC\x81", 1}, {"\xE2\x80\x94", 1}};

struct Lines {
  std::string shown, caret;
};

Lines split(const std::string& text) {
  const auto end = text.find('\n');
  REQUIRE(end != std::string::npos);
  return {text.substr(0, end), text.substr(end + 1)};
}

}  // namespace

// Whatever stands before it, however wide: the caret is in the column in which the terminal shows the character at the
// place, and neither line is wider than allowed.
TEST_CASE("the caret stands under the character of the place") {
  std::mt19937 random(20261122);
  for (int round = 0; round < 3000; ++round) {
    INFO("round " << round);
    std::string line;
    std::size_t column = 0;
    std::vector<std::size_t> starts, columns;  // of each piece: its byte, its display column
    const std::size_t pieces = random() % 150;
    for (std::size_t i = 0; i < pieces; ++i) {
      const Piece& piece = kPieces[random() % kPieces.size()];
      starts.push_back(line.size());
      columns.push_back(column);
      line += piece.text;
      column += piece.text == "\t" ? 4 - column % 4 : piece.width;
    }
    starts.push_back(line.size());
    columns.push_back(column);
    const std::size_t marked = random() % starts.size();
    const std::size_t width = 40 + random() % 100;
    const Lines lines =
        split(snippet(line, 12, static_cast<std::uint32_t>(starts[marked] + 1), SnippetStyle{width, {}, {}, {}}));
    CHECK(display_width(lines.shown) <= width);
    CHECK(display_width(lines.caret) <= width);
    CHECK(lines.shown.starts_with("   12 | "));
    CHECK(lines.caret.starts_with("      | "));
    const std::size_t at = lines.caret.find('^');
    REQUIRE(at != std::string::npos);
    // The character above the caret, counted in columns.
    std::size_t passed = 0;
    std::string above;
    for (const Cell& cell : cells_of(lines.shown)) {
      if (passed == at) above = cell.text;
      passed += cell.width;
    }
    const std::size_t end = marked + 1 < starts.size() ? starts[marked + 1] : line.size();
    const std::string wanted = line.substr(starts[marked], end - starts[marked]);
    if (wanted.empty()) {
      CHECK(at == display_width(lines.shown));
    } else if (wanted == "\t") {
      CHECK(above == " ");
    } else {
      CHECK(above == wanted);
    }
    if (display_width(line) + 10 < width) {
      CHECK(at == 8 + columns[marked]);
      CHECK(lines.shown.find("…") == std::string::npos);
    }
  }
}

TEST_CASE("what would steer a terminal is not shown as it is") {
  const std::string line =
      "a\033[31mb\x7F\xFF\xC2\x9B"
      "c";
  const Lines lines = split(snippet(line, 1, 1, {}));
  for (const char c : lines.shown) CHECK((static_cast<unsigned char>(c) >= 0x20 && c != 0x7F));
  CHECK(lines.shown.find("\xC2\x9B") == std::string::npos);
  CHECK(without_controls("a\nb\tc\033d") ==
        "a\nb\tc\xEF\xBF\xBD"
        "d");
}

TEST_CASE("a column that there is not means the end of the line") {
  CHECK(snippet("ab", 7, 99, {}) == "    7 | ab\n      |   ^");
  CHECK(snippet("", 7, 0, {}) == "    7 | \n      | ^");
  CHECK(snippet("ab", 7, 0, {}) == "    7 | ab\n      | ^");
}

TEST_CASE("text is cut to columns, not to bytes") {
  CHECK(cut_to_width("users", 5) == "users");
  CHECK(cut_to_width("users", 4) == "use…");
  CHECK(cut_to_width("番号表", 6) == "番号表");
  CHECK(cut_to_width("番号表", 5) == "番号…");
  CHECK(cut_to_width("番号表", 4) == "番…");
  CHECK(cut_to_width("users", 0).empty());
}

}  // namespace datagen::host
