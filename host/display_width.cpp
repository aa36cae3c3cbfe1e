#include "display_width.hpp"

#include <locale.h>

#include <cwchar>

namespace datagen::host {
namespace {

constexpr std::size_t kTabStop = 4;
constexpr const char* kReplacement = "\xEF\xBF\xBD";  // U+FFFD

// Widths of characters are the C library's, whatever the user's locale.
class Utf8Locale {
 public:
  Utf8Locale() : before_(::uselocale(locale())) {}
  ~Utf8Locale() { ::uselocale(before_); }
  Utf8Locale(const Utf8Locale&) = delete;
  Utf8Locale& operator=(const Utf8Locale&) = delete;

 private:
  static locale_t locale() {
    static const locale_t made = ::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
    return made;
  }
  locale_t before_;
};

struct Character {
  std::size_t bytes = 1;
  int width = -1;  // -1: not to be shown
};

Character first_character(std::string_view text) {
  wchar_t code = 0;
  std::mbstate_t state{};
  const std::size_t bytes = std::mbrtowc(&code, text.data(), text.size(), &state);
  if (bytes == 0 || bytes > text.size()) return {};
  return {bytes, ::wcwidth(code)};
}

}  // namespace

std::vector<Cell> cells_of(std::string_view text) {
  const Utf8Locale locale;
  std::vector<Cell> cells;
  std::size_t column = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '\t') {
      const std::size_t width = kTabStop - column % kTabStop;
      cells.push_back({std::string(width, ' '), width, at});
      column += width;
      ++at;
      continue;
    }
    const Character character = first_character(text.substr(at));
    if (character.width == 0 && !cells.empty()) {
      cells.back().text += text.substr(at, character.bytes);
    } else if (character.width <= 0) {
      cells.push_back({kReplacement, 1, at});
      ++column;
    } else {
      const auto width = static_cast<std::size_t>(character.width);
      cells.push_back({std::string(text.substr(at, character.bytes)), width, at});
      column += width;
    }
    at += character.bytes;
  }
  return cells;
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (const Cell& cell : cells_of(text)) width += cell.width;
  return width;
}

std::string cut_to_width(std::string_view text, std::size_t width) {
  std::string whole, beginning;
  std::size_t used = 0;
  for (const Cell& cell : cells_of(text)) {
    used += cell.width;
    whole += cell.text;
    if (used < width) beginning = whole;
  }
  if (used <= width) return whole;
  return width == 0 ? "" : beginning + "…";
}

std::string without_controls(std::string_view text) {
  const Utf8Locale locale;
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const Character character = first_character(text.substr(at));
    const bool kept = character.width >= 0 || text[at] == '\n' || text[at] == '\t';
    result += kept ? text.substr(at, character.bytes) : kReplacement;
    at += character.bytes;
  }
  return result;
}

}  // namespace datagen::host
