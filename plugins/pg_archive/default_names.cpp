#include "default_names.hpp"

#include <algorithm>
#include <cctype>

namespace datagen::pg_archive {
namespace {

constexpr std::size_t kMostNameBytes = 63;  // NAMEDATALEN - 1

bool within_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

std::string_view cut(std::string_view text, std::size_t size) {
  if (size >= text.size()) return text;
  while (size > 0 && within_character(text[size])) --size;
  return text.substr(0, size);
}

bool is_name_character(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return std::isalnum(byte) != 0 || c == '_' || c == '$' || byte >= 0x80;
}

void skip_spaces(std::string_view text, std::size_t& at) {
  while (at < text.size() && std::isspace(static_cast<unsigned char>(text[at])) != 0) ++at;
}

// A name at that place, as the server reads it; empty where there is none.
std::string read_name(std::string_view text, std::size_t& at) {
  std::string name;
  if (at < text.size() && text[at] == '"') {
    for (++at; at < text.size(); ++at) {
      if (text[at] == '"' && (at + 1 == text.size() || text[at + 1] != '"')) break;
      if (text[at] == '"') ++at;
      name += text[at];
    }
    if (at < text.size()) ++at;
    return name;
  }
  if (at < text.size() && std::isdigit(static_cast<unsigned char>(text[at])) != 0) return name;
  for (; at < text.size() && is_name_character(text[at]); ++at)
    name += static_cast<char>(std::tolower(static_cast<unsigned char>(text[at])));
  return name;
}

// The place after the bracket that closes the one at `at`; npos if there is none.  Text in quotes is passed over.
std::size_t after_bracket(std::string_view text, std::size_t at) {
  std::size_t depth = 0;
  for (char quote = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '\'' || c == '"') {
      quote = c;
    } else if (c == '(') {
      ++depth;
    } else if (c == ')' && --depth == 0) {
      return at + 1;
    }
  }
  return std::string_view::npos;
}

bool only_spaces(std::string_view text, std::size_t at) {
  skip_spaces(text, at);
  return at == text.size();
}

// Of an expression that is one call, or one column, to its end.
std::string expression_name(std::string_view text) {
  std::size_t at = 0;
  skip_spaces(text, at);
  if (at < text.size() && text[at] == '(') {
    const std::size_t end = after_bracket(text, at);
    if (end == std::string_view::npos || !only_spaces(text, end)) return "expr";
    return expression_name(text.substr(at + 1, end - at - 2));
  }
  std::string name = read_name(text, at);
  while (!name.empty() && at < text.size() && text[at] == '.') name = read_name(text, ++at);
  skip_spaces(text, at);
  if (name.empty()) return "expr";
  if (at == text.size()) return name;
  if (text[at] != '(') return "expr";
  const std::size_t end = after_bracket(text, at);
  return end != std::string_view::npos && only_spaces(text, end) ? name : "expr";
}

}  // namespace

std::string made_name(std::string_view table, std::string_view addition, std::string_view label) {
  const std::size_t room = kMostNameBytes - label.size() - 1 - (addition.empty() ? 0 : 1);
  std::size_t table_size = table.size(), addition_size = addition.size();
  while (table_size + addition_size > room) --(table_size > addition_size ? table_size : addition_size);
  std::string name(cut(table, table_size));
  if (!addition.empty()) name += '_' + std::string(cut(addition, addition_size));
  return name + '_' + std::string(label);
}

std::string joined_columns(const std::vector<std::string>& columns) {
  std::string joined;
  for (const std::string& column : columns) {
    if (!joined.empty()) joined += '_';
    joined += column;
    if (joined.size() > kMostNameBytes) break;
  }
  return joined;
}

std::string element_name(std::string_view element) {
  std::size_t at = 0;
  skip_spaces(element, at);
  if (at < element.size() && element[at] == '(')
    return expression_name(element.substr(at, after_bracket(element, at) - at));
  const std::size_t first = at;
  std::string name = read_name(element, at);
  while (!name.empty() && at < element.size() && element[at] == '.') name = read_name(element, ++at);
  skip_spaces(element, at);
  if (at < element.size() && element[at] == '(')
    return expression_name(element.substr(first, after_bracket(element, at) - first));
  return name.empty() ? "expr" : name;
}

std::string DefaultNames::choose(std::string_view schema, std::string_view table, std::string_view addition,
                                 const std::string& label) {
  std::string name = made_name(table, addition, label);
  for (int i = 1; !taken_.emplace(schema, name).second; ++i)
    name = made_name(table, addition, label + std::to_string(i));
  return name;
}

std::string index_addition(const datagen_index& index) {
  std::vector<std::string> columns;
  // As ChooseIndexColumnNames(): a name that is there already gets a number.
  const auto add = [&](const std::string& name) {
    std::string free = name;
    for (int i = 1; std::find(columns.begin(), columns.end(), free) != columns.end(); ++i) {
      const std::string number = std::to_string(i);
      free = std::string(cut(name, kMostNameBytes - number.size())) + number;
    }
    columns.push_back(free);
  };
  if (index.n_elements == 0) {
    for (std::uint32_t i = 0; i < index.n_columns; ++i) add(index.columns[i]);
  } else {
    for (std::uint32_t i = 0; i < index.n_elements; ++i) add(element_name(index.elements[i]));
  }
  for (std::uint32_t i = 0; i < index.n_included; ++i) add(index.included[i]);
  return joined_columns(columns);
}

}  // namespace datagen::pg_archive
