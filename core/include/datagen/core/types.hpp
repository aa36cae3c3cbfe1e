// PostgreSQL types as the description names them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "datagen/core/error.hpp"

namespace datagen {

// One PostgreSQL type, parsed.
struct SqlType {
  std::string base;    // canonical name without modifiers: "integer", "character varying", "numeric", "serial" stays
                       // "serial"; of the description's own types the name as declared, such as "sales.mood"
  std::string text;    // complete and canonical, as it stands in CREATE TABLE: "character varying(20)[]",
                       // own types quoted where PostgreSQL needs it
  std::string format;  // Arrow format of its values, see plugin.h
  std::uint32_t family = 0;            // one DATAGEN_FAMILY_*
  std::uint32_t max_characters = 0;    // char(n), varchar(n); char is char(1); else 0
  std::int32_t precision = -1;         // numeric(p,s); fractional-second digits of time types
  std::int32_t scale = -1;             // numeric(p,s): s (0 when only p is given)
  std::uint32_t array_dimensions = 0;  // 0: not an array.  Of an array all of the above describe the array (family
                                       // ARRAY, format "u"), except base and the modifiers, which describe the element
  bool serial = false;                 // smallserial, serial, bigserial: the stored type's format and family
  bool custom = false;                 // declared in custom_types
  bool known = true;                   // false: known to the server only (an extension's), passed through
};

// A type that the description declares.
struct CustomType {
  enum class Kind { enumeration, composite, domain } kind = Kind::enumeration;
  std::string schema;  // or empty
  std::string name;
  std::vector<std::string> labels;  // enumeration
  struct Field {
    std::string name;
    SqlType type;
  };
  std::vector<Field> fields;    // composite
  std::optional<SqlType> base;  // domain
  std::string constraint;       // domain: expression of the CHECK, without CHECK ( ), or empty
  Location location;
};

// Parses a type's written form ("varchar( 20 )", "timestamp(3) with time zone", "int4[]", "text ARRAY[3]").  custom:
// the description's own types, which win over none but are looked up first.  On success returns the type; a name that
// is no built-in is returned with known = false.  On failure (modifier out of range, "varchar(-1)", unbalanced text)
// returns nothing and sets message.
[[nodiscard]] std::optional<SqlType> parse_type(std::string_view written, const std::vector<CustomType>& custom,
                                                std::string& message);

// Every built-in name and alias, for "did you mean".
[[nodiscard]] const std::vector<std::string>& known_type_names();

// What a domain stores: its base type, through any number of domains; other types as they are.
[[nodiscard]] SqlType storage_type(const SqlType& type, const std::vector<CustomType>& custom);

}  // namespace datagen
