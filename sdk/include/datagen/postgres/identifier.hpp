// Names in SQL: quoted exactly when PostgreSQL's quote_ident() would.
#pragma once

#include <string>
#include <string_view>

#include "datagen/postgres/keywords.hpp"

namespace datagen::postgres {

/// Whether a raw name must be quoted to keep its meaning.
inline bool needs_quotes(std::string_view name) {
  if (name.empty()) return true;
  const auto is_start = [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; };
  if (!is_start(name.front())) return true;
  for (const char c : name) {
    if (!is_start(c) && !(c >= '0' && c <= '9')) return true;
  }
  return is_keyword(name);
}

inline std::string quote_always(std::string_view name) {
  std::string quoted = "\"";
  for (const char c : name) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  quoted += '"';
  return quoted;
}

/// name as SQL has to spell it.
inline std::string identifier(std::string_view name) {
  return needs_quotes(name) ? quote_always(name) : std::string(name);
}

/// schema.name, or name alone where schema is null.
inline std::string qualified(const char* schema, std::string_view name) {
  return schema == nullptr ? identifier(name) : identifier(schema) + '.' + identifier(name);
}

/// "a, b, c"
inline std::string identifier_list(const char* const* names, std::size_t count) {
  std::string list;
  for (std::size_t i = 0; i < count; ++i) {
    if (i > 0) list += ", ";
    list += identifier(names[i]);
  }
  return list;
}

}  // namespace datagen::postgres
