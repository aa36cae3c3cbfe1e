// Which types can stand in keys, and on the two sides of a foreign key.
#include <array>
#include <string_view>

#include "datagen/plugin.h"
#include "description/parts.hpp"
#include "description/type_table.hpp"

namespace datagen {
namespace {

// Types that PostgreSQL compares with one another, or casts to one another without being asked to.
std::string_view comparison_group(const SqlType& type) {
  struct Group {
    std::string_view name;
    std::string_view group;
  };
  static constexpr Group groups[] = {
      {"date", "time stamp"},
      {"timestamp without time zone", "time stamp"},
      {"timestamp with time zone", "time stamp"},
      {"inet", "address"},
      {"cidr", "address"},
      {"bit", "bits"},
      {"bit varying", "bits"},
  };
  if (type.family == DATAGEN_FAMILY_TEXT) return "text";
  for (const Group& group : groups) {
    if (group.name == type.base) return group.group;
  }
  return type.base;
}

// Numbers cast upwards by themselves: a foreign key may be narrower than what it refers to.
int number_rank(const SqlType& type) {
  if (type.family == DATAGEN_FAMILY_INTEGER) return 1;
  if (type.base == "numeric") return 2;
  if (type.family == DATAGEN_FAMILY_FLOAT) return 3;
  return 0;
}

SqlType element_of(SqlType type, const std::vector<CustomType>& custom) {
  type.array_dimensions = 0;
  return storage_type(type, custom);
}

}  // namespace

bool comparable(const SqlType& referencing, const SqlType& referenced, const std::vector<CustomType>& custom) {
  const SqlType from = storage_type(referencing, custom);
  const SqlType to = storage_type(referenced, custom);
  if (!from.known || !to.known) return true;  // the server's business
  if ((from.array_dimensions > 0) != (to.array_dimensions > 0)) return false;
  if (from.array_dimensions > 0) return element_of(from, custom).base == element_of(to, custom).base;
  if (number_rank(from) > 0 && number_rank(to) > 0) return number_rank(from) <= number_rank(to);
  return comparison_group(from) == comparison_group(to);
}

bool has_order(const SqlType& type, const std::vector<CustomType>& custom) {
  const SqlType stored = element_of(storage_type(type, custom), custom);
  if (stored.custom || !stored.known) return true;
  const BuiltinType* builtin = find_builtin_type(stored.base);
  return builtin == nullptr || builtin->ordered;
}

}  // namespace datagen
