#include "run_report/markup.hpp"

#include "display_width.hpp"

namespace datagen::host {

std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : without_controls(text)) {
    switch (c) {
      case '<':
        result += "&lt;";
        break;
      case '>':
        result += "&gt;";
        break;
      case '&':
        result += "&amp;";
        break;
      case '"':
        result += "&quot;";
        break;
      default:
        result += c;
    }
  }
  return result;
}

std::string escaped_beginning(std::string_view text, std::size_t most_characters) {
  return escaped(cut_to_width(text, most_characters));
}

}  // namespace datagen::host
