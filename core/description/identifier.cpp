#include "description/identifier.hpp"

#include <algorithm>

#include "description/expression.hpp"

namespace datagen {

bool is_identifier(std::string_view name, std::string& message) {
  if (name.empty()) {
    message = "a name is empty";
    return false;
  }
  if (name.size() > maximum_identifier_bytes) {
    message = "name '" + std::string(name) + "' has " + std::to_string(name.size()) +
              " bytes; PostgreSQL cuts names off after " + std::to_string(maximum_identifier_bytes);
    return false;
  }
  return true;
}

bool parse_qualified_name(std::string_view text, QualifiedName& name, std::string& message) {
  const std::size_t dot = text.find('.');
  if (dot == std::string_view::npos) {
    name = {{}, std::string(text)};
    return is_identifier(text, message);
  }
  if (text.find('.', dot + 1) != std::string_view::npos) {
    message = "name '" + std::string(text) + "' has more than two parts; write schema.name";
    return false;
  }
  name = {std::string(text.substr(0, dot)), std::string(text.substr(dot + 1))};
  return is_identifier(name.schema, message) && is_identifier(name.name, message);
}

std::string quote_type_name(const std::string& name) {
  const auto plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '$'; };
  const bool start = !name.empty() && plain(name[0]) && name[0] != '$' && !(name[0] >= '0' && name[0] <= '9');
  if (start && std::all_of(name.begin(), name.end(), plain) && is_plain_type_name(name)) return name;
  std::string quoted = "\"";
  for (const char c : name) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

std::string quote_literal(std::string_view text) {
  std::string quoted = "'";
  for (const char c : text) {
    if (c == '\'') quoted += '\'';
    quoted += c;
  }
  return quoted + "'";
}

}  // namespace datagen
