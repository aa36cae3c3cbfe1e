#include <algorithm>

#include "description/syntax_fault.hpp"

namespace datagen {
namespace {

bool holds(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

std::size_t line_start(std::string_view text, std::size_t at) {
  const std::size_t end = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
  return end == std::string_view::npos ? 0 : end + 1;
}

// Where what stands in the line of `at` begins.
std::size_t first_of_line(std::string_view text, std::size_t at) {
  return std::min(text.find_first_not_of(" \t", line_start(text, at)), text.size());
}

std::string word_at(std::string_view text, std::size_t at) {
  const std::size_t end = std::min(text.find_first_of(" \t\r\n,]}#", at), text.size());
  return std::string(text.substr(at, end - at));
}

// "cannot redefine existing integer 'row_count'": the name.
std::string quoted_name(std::string_view reason) {
  const std::size_t first = reason.find('\'');
  const std::size_t last = reason.rfind('\'');
  return first == last ? "" : std::string(reason.substr(first, last - first + 1));
}

std::string replaced(std::string text, std::string_view what, std::string_view by) {
  const std::size_t found = text.find(what);
  return found == std::string::npos ? text : text.replace(found, what.size(), by);
}

}  // namespace

SyntaxFault explain_toml(std::string_view text, std::size_t at, std::string_view reason) {
  constexpr std::string_view prefix = "Error while parsing ";
  if (reason.substr(0, prefix.size()) == prefix) reason.remove_prefix(std::min(reason.find(": ") + 2, reason.size()));
  const bool line_ends = at >= text.size() || text[at] == '\n' || text[at] == '\r';
  if (text.find_first_not_of(" \t\r\n") == at && at < text.size() && text[at] == '{') {
    return {at, "it begins with '{'", "if this is JSON, end the file's name in .json"};
  }
  if (line_ends &&
      (holds(reason, "control characters") || holds(reason, "end-of-file") || holds(reason, "in string"))) {
    return {at, "the quote is not closed in its line", "text of several lines stands in three quotes"};
  }
  if (holds(reason, "cannot redefine")) {
    const bool header = text.substr(first_of_line(text, at), 1) == "[";
    return {first_of_line(text, at), (header ? "table " : "key ") + quoted_name(reason) + " is written twice",
            header ? "join the two, or give one another name" : "keep one of the two"};
  }
  if (holds(reason, "could not determine value type") || holds(reason, "expected 'true'") ||
      holds(reason, "expected 'false'")) {
    const std::string word = word_at(text, at);
    const bool boolean = word == "True" || word == "False";
    return {at, "'" + word + "' is no value of TOML", boolean ? "write true or false" : "text stands in quotes"};
  }
  if (holds(reason, "expected value") && line_ends) return {at, "the value is missing", ""};
  if (holds(reason, "expected '='")) {
    if (line_ends) return {at, "a '=' and a value are missing behind the key", ""};
    return {at, "'=' is expected behind the key", text[at] == ':' ? "write key = value; ':' is YAML" : ""};
  }
  std::string message(reason);
  message = replaced(message, "saw '\\n'", "but the line ends");
  message = replaced(message, "encountered end-of-file", "the text ends too early");
  return {at, replaced(message, ", saw ", ", not "), ""};
}

}  // namespace datagen
