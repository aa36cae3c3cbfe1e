// The checks of a table as demands on its columns, for the parts of the planner that see to them.
#pragma once

#include <list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "datagen/core/description.hpp"
#include "plan/check_facts.hpp"

namespace datagen {

struct TableChecks {
  struct Origin {
    std::string name;  // "check total_range (total >= 0)"
    Location location;
  };
  struct Order : ColumnOrder {
    bool held = false;  // by construction
  };
  std::vector<Origin> origins;                           // ColumnCondition::check and ColumnOrder::check are indices
  std::vector<std::vector<ColumnCondition>> conditions;  // per column
  std::vector<Order> orders;
  // Of domains that are types of elements or fields; others refer to them, so none moves.
  std::list<std::vector<ColumnCondition>> of_parts;
  std::vector<bool> ensured;  // per column: the source's usable ordinals all satisfy the conditions
};

// Of the table's own checks and of its columns' domains.  Warns of checks that are not understood, or that concern
// columns which the server computes.
[[nodiscard]] TableChecks collect_checks(const Description& description, const Table& table, std::int64_t now,
                                         Diagnostics& diagnostics);

// Of the domains behind a type, put into `checks` as origins.  Warns as collect_checks() does, with the subject.
[[nodiscard]] std::vector<ColumnCondition> domain_conditions(const Description& description, const SqlType& type,
                                                             std::int64_t now, const std::string& subject,
                                                             TableChecks& checks, Diagnostics& diagnostics);

// The bounds in which every value lies, inclusive, in PostgreSQL's input syntax.
struct InclusiveBounds {
  std::optional<std::string> minimum, maximum;
};
[[nodiscard]] InclusiveBounds inclusive_bounds(const std::vector<ColumnCondition>& conditions, const SqlType& storage);

// True when there are bounds other than that no value lies after now: then a value cannot follow another column's.
[[nodiscard]] bool has_own_bounds(const std::vector<ColumnCondition>& conditions, std::int64_t now);

// The longest text that the conditions allow; 0: any.
[[nodiscard]] std::uint32_t longest_text(const std::vector<ColumnCondition>& conditions);

// The values of lists that satisfy all conditions; nothing when no condition is a list.
[[nodiscard]] std::optional<std::vector<std::string>> listed_values(const std::vector<ColumnCondition>& conditions,
                                                                    ValueKind kind);

// For generator pattern: texts that satisfy the conditions as far as one expression can say; nothing when no condition
// is about text.
[[nodiscard]] std::optional<std::string> generator_pattern(const std::vector<ColumnCondition>& conditions);

}  // namespace datagen
