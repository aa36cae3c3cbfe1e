#include <algorithm>

#include "description/syntax_fault.hpp"

namespace datagen {
namespace {

bool holds(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

std::size_t line_start(std::string_view text, std::size_t at) {
  const std::size_t end = at == 0 ? std::string_view::npos : text.rfind('\n', std::min(at, text.size()) - 1);
  return end == std::string_view::npos ? 0 : end + 1;
}

std::string_view line_at(std::string_view text, std::size_t start) {
  return text.substr(start, text.find('\n', start) - start);
}

// Of the tab in the white space that the line begins with, or npos.
std::size_t tab_in_indentation(std::string_view text, std::size_t start) {
  const std::string_view line = line_at(text, start);
  const std::size_t tab = line.substr(0, line.find_first_not_of(" \t")).find('\t');
  return tab == std::string_view::npos ? tab : start + tab;
}

// Of the colon of "key:value" as a whole line, which is text and no key; or npos.
std::size_t colon_without_space(std::string_view text, std::size_t start) {
  const std::string_view line = line_at(text, start);
  const std::size_t colon = line.find(':');
  const bool key = colon != std::string_view::npos && colon + 1 < line.size() && line[colon + 1] != ' ' &&
                   line[colon + 1] != '\r' && line[colon + 1] != '/' && line.find(": ") == std::string_view::npos;
  return key ? start + colon : std::string_view::npos;
}

// The start of the last line before this one that holds something, or npos.
std::size_t line_before(std::string_view text, std::size_t start) {
  while (start > 0) {
    start = line_start(text, start - 1);
    if (line_at(text, start).find_first_not_of(" \t\r") != std::string_view::npos) return start;
  }
  return std::string_view::npos;
}

std::string word_at(std::string_view text, std::size_t at) {
  const std::size_t end = std::min(text.find_first_of(" \t\r\n,]}", at), text.size());
  return at < end ? std::string(text.substr(at, end - at)) : "";
}

}  // namespace

bool quote_is_open(std::string_view text, std::size_t at) {
  if (at >= text.size() || (text[at] != '"' && text[at] != '\'')) return false;
  const char quote = text[at];
  for (std::size_t i = at + 1; i < text.size(); ++i) {
    if (quote == '"' && text[i] == '\\') {
      ++i;
    } else if (text[i] == quote) {
      if (quote == '"' || i + 1 >= text.size() || text[i + 1] != quote) return false;
      ++i;
    }
  }
  return true;
}

SyntaxFault explain_yaml(std::string_view text, std::size_t at, std::string_view reason, std::size_t open_bracket) {
  const std::size_t start = line_start(text, at);
  const std::size_t before = line_before(text, start);
  for (const std::size_t line : {start, before}) {
    if (line == std::string_view::npos) continue;
    if (const std::size_t tab = tab_in_indentation(text, line); tab != std::string_view::npos) {
      return {tab, "a tab stands in the indentation", "YAML is indented with spaces only"};
    }
  }
  if (open_bracket < text.size() && (holds(reason, "end of map flow") || holds(reason, "end of sequence flow"))) {
    return {open_bracket, std::string("'") + text[open_bracket] + "' is not closed", ""};
  }
  if (holds(reason, "illegal map value")) {
    if (before != std::string_view::npos) {
      if (const std::size_t colon = colon_without_space(text, before); colon != std::string_view::npos) {
        return {colon, "a space is missing behind the ':'", ""};
      }
    }
    return {at, "there is a second ':' in the line", "text that holds ': ' stands in quotes"};
  }
  if (holds(reason, "end of map not found") || holds(reason, "end of sequence not found")) {
    const std::size_t first = std::min(text.find_first_not_of(' ', start), text.size());
    if (before != std::string_view::npos && first < text.size()) {
      if (const std::size_t colon = colon_without_space(text, start); colon != std::string_view::npos) {
        return {colon, "a space is missing behind the ':'", ""};
      }
    }
    return {first, "the indentation does not fit the lines above", "what belongs together begins in the same column"};
  }
  if (holds(reason, "unknown token") && at < text.size()) {
    return {at, std::string("text cannot begin with '") + text[at] + "'", "put it in quotes"};
  }
  if (holds(reason, "anchor is not defined")) {
    return {at, "there is no anchor for the alias '" + word_at(text, at) + "'",
            "text that begins with '*' stands in quotes"};
  }
  if (holds(reason, "EOF in scalar")) return {at, "the quote is not closed", ""};
  return {at, std::string(reason), ""};
}

}  // namespace datagen
