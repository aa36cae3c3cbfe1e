// Names and texts as SQLite's SQL spells them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace datagen::sqlite {

// Names are always quoted: SQLite has keywords of its own, and may get more.
inline std::string quoted(std::string_view name) {
  std::string result = "\"";
  for (const char c : name) {
    if (c == '"') result += '"';
    result += c;
  }
  return result + '"';
}

inline std::string literal(std::string_view text) {
  std::string result = "'";
  for (const char c : text) {
    if (c == '\'') result += '\'';
    result += c;
  }
  return result + '\'';
}

// "a", "b"
inline std::string quoted_list(const char* const* names, std::uint32_t count) {
  std::string list;
  for (std::uint32_t i = 0; i < count; ++i) list += (i == 0 ? "" : ", ") + quoted(names[i]);
  return list;
}

// SQLite has no schemas: the table orders of schema shop is "shop.orders", one name.  public is the schema of tables
// that name none.
inline std::string table_name(const char* schema, const char* name) {
  return schema == nullptr || std::string_view(schema) == "public" ? name : std::string(schema) + '.' + name;
}

// SQLite folds ASCII letters, and no others.
inline std::string folded(std::string_view name) {
  std::string result(name);
  for (char& c : result)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return result;
}

}  // namespace datagen::sqlite
