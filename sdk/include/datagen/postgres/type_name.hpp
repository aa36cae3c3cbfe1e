// The name at the start of a type as SQL writes it.
#pragma once

#include <string>
#include <string_view>

namespace datagen::postgres {

/// Raw names; schema is empty where the type is not qualified.
struct TypeName {
  std::string schema;
  std::string name;
};

/// Of "sales.\"Mood\"[]" the names sales and Mood; unquoted letters are folded to lower case, as the server does.
/// Modifiers, array brackets and further words are left out: what matters is which declared type is meant, if any.
inline TypeName type_name(std::string_view type) {
  TypeName result;
  std::size_t at = 0;
  for (;;) {
    while (at < type.size() && (type[at] == ' ' || type[at] == '\t' || type[at] == '\n')) ++at;
    std::string part;
    if (at < type.size() && type[at] == '"') {
      for (++at; at < type.size(); ++at) {
        if (type[at] == '"' && (at + 1 == type.size() || type[at + 1] != '"')) break;
        if (type[at] == '"') ++at;
        part += type[at];
      }
      ++at;
    } else {
      for (; at < type.size() && std::string_view(" \t\n.[(\"").find(type[at]) == std::string_view::npos; ++at) {
        const char c = type[at];
        part += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
      }
    }
    result.schema = std::move(result.name);
    result.name = std::move(part);
    if (at >= type.size() || type[at] != '.') return result;
    ++at;
  }
}

}  // namespace datagen::postgres
