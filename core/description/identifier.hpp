// Names of things in the database.
#pragma once

#include <string>
#include <string_view>

namespace datagen {

inline constexpr std::size_t maximum_identifier_bytes = 63;  // PostgreSQL cuts off what is longer

// A name or a qualified name: "sales.orders" is {"sales", "orders"}.
struct QualifiedName {
  std::string schema;  // or empty
  std::string name;
  [[nodiscard]] std::string text() const { return schema.empty() ? name : schema + "." + name; }
  // The schema that the server finds an unqualified name in.
  [[nodiscard]] std::string lookup_key() const { return (schema.empty() ? "public" : schema) + "." + name; }
};

// Splits at the only dot.  Returns false, with the reason in message, for names PostgreSQL could not hold.
[[nodiscard]] bool parse_qualified_name(std::string_view text, QualifiedName& name, std::string& message);

// False, with the reason in message, for a name that is empty or longer than 63 bytes.
[[nodiscard]] bool is_identifier(std::string_view name, std::string& message);

// The name as a type is written in SQL: in double quotes unless it reads back as itself without.
[[nodiscard]] std::string quote_type_name(const std::string& name);

// 'text', so that SQL reads it back as text.
[[nodiscard]] std::string quote_literal(std::string_view text);

}  // namespace datagen
