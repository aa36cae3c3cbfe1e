#include <algorithm>

#include "description/syntax_fault.hpp"

namespace datagen {
namespace {

constexpr std::string_view kSpace = " \t\r\n";

bool holds(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

// The word, or the single character, at an offset.
std::string word_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return "";
  const std::size_t end = std::min(text.find_first_of(" \t\r\n{}[],:\"", at), text.size());
  return std::string(text.substr(at, std::max<std::size_t>(end - at, 1)));
}

char character_before(std::string_view text, std::size_t at) {
  const std::size_t found = text.substr(0, at).find_last_not_of(kSpace);
  return found == std::string_view::npos ? '\0' : text[found];
}

// Where in the string that starts at `at` a backslash is followed by what no escape is.
std::size_t bad_escape(std::string_view text, std::size_t at) {
  for (std::size_t i = at + 1; i + 1 < text.size() && text[i] != '"'; ++i) {
    if (text[i] != '\\') continue;
    if (std::string_view("\"\\/bfnrt").find(text[i + 1]) == std::string_view::npos) return i;
    ++i;
  }
  return at;
}

SyntaxFault in_string(std::string_view text, std::size_t at, std::string_view reason) {
  if (holds(reason, "missing closing quote") || holds(reason, "control character")) {
    return {at, "the quote is not closed in its line", "close it; a line break inside is written \\n"};
  }
  const std::size_t place = bad_escape(text, at);
  const std::string shown = place + 1 < text.size() ? std::string(text.substr(place, 2)) : "\\";
  return {place, "'" + shown + "' is no escape of JSON",
          "write \\\\ for a backslash, \\u and four digits for a character"};
}

SyntaxFault in_word(std::string_view text, std::size_t at, bool key) {
  const std::string word = word_at(text, at);
  if (at == 0 && word.find_first_not_of("'") != std::string::npos) {
    return {at, "it does not begin with '{'", "if this is YAML or TOML, end the file's name in .yaml or .toml"};
  }
  if (word == "/" || word == "#" || word.substr(0, 2) == "//" || word.substr(0, 2) == "/*" || word[0] == '#') {
    return {at, "JSON has no comments", "use a \"comment\" key, or write the file in YAML or TOML"};
  }
  if (key) return {at, "a key must stand in double quotes", ""};
  if (word[0] == '\'') return {at, "text must stand in double quotes", ""};
  std::string small = word;
  std::transform(small.begin(), small.end(), small.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  if (small != word && (small == "true" || small == "false" || small == "null")) {
    return {at, "'" + word + "' is no value of JSON", "write " + small};
  }
  if (word == "None") return {at, "'None' is no value of JSON", "write null"};
  const bool number = word.find_first_not_of("+-.0123456789eExX_abcdefABCDEF") == std::string::npos &&
                      std::string_view("+-.0123456789").find(word[0]) != std::string_view::npos;
  if (number) return {at, "'" + word + "' is no number of JSON", "write it as 12, -1.5 or 2e9"};
  return {at, "'" + word + "' is no value of JSON", "text stands in double quotes"};
}

}  // namespace

SyntaxFault explain_json(std::string_view text, std::size_t at, std::string_view reason) {
  const char first = at < text.size() ? text[at] : '\0';
  const bool closes = first == '}' || first == ']';
  const bool key = holds(reason, "object key");
  if (holds(reason, "number overflow")) return {at, "the number is too large", ""};
  if (holds(reason, "; expected end of input")) {
    return {at, "the text goes on behind its end", "is there a closing bracket too many before this?"};
  }
  if (holds(reason, "invalid string")) return in_string(text, at, reason);
  if (holds(reason, "invalid literal") || holds(reason, "invalid number")) return in_word(text, at, key);
  if (holds(reason, "unexpected end of input")) {
    return {at, "the text ends too early", "close what was opened with '{', '[' or '\"'"};
  }
  if (holds(reason, "expected ':'")) return {at, "a ':' is missing before this", ""};
  const char before = character_before(text, at);
  if (closes && before == ',') return {at, "there is a ',' too many before this", ""};
  if (closes && before == ':') return {at, "a value is missing before this", ""};
  if (first == ',') return {at, before == ',' ? "there is a ',' too many" : "a value is missing before this", ""};
  if (key) return {at, "a key must stand in double quotes", ""};
  if (closes && holds(reason, "expected '}'")) return {at, "'}' is expected here, not ']'", ""};
  if (closes && holds(reason, "expected ']'")) return {at, "']' is expected here, not '}'", ""};
  if (holds(reason, "expected '}'") || holds(reason, "expected ']'")) {
    return first == ':' ? SyntaxFault{at, "there is a ':' too many", ""}
                        : SyntaxFault{at, "a ',' is missing before this", ""};
  }
  return {at, "a value is expected here", ""};
}

}  // namespace datagen
