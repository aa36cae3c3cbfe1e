// From check expressions to demands on columns.
#include <fmt/format.h>

#include <algorithm>

#include "datagen/core/run.hpp"
#include "plan/check_narrowing.hpp"

namespace datagen {

namespace {

using Kind = ColumnCondition::Kind;

std::string shortened(const std::string& expression) {
  constexpr std::size_t longest = 60;
  if (expression.size() <= longest) return expression;
  std::size_t end = longest;
  while (end > 0 && (static_cast<unsigned char>(expression[end]) & 0xc0) == 0x80) --end;
  return expression.substr(0, end) + "...";
}

void endangered(Diagnostics& diagnostics, const TableChecks::Origin& origin, const std::string& subject,
                const std::string& reason) {
  diagnostics.endangered(origin.location, subject, fmt::format("datagen cannot ensure {}: {}", origin.name, reason),
                         "see to it with the columns' own generators; rows that violate it will not load");
}

class Collector {
 public:
  Collector(const Description& description, const Table& table, std::int64_t now, Diagnostics& diagnostics)
      : description_(description), table_(table), now_(now), diagnostics_(diagnostics) {
    result_.conditions.resize(table.columns.size());
    result_.ensured.resize(table.columns.size());
  }

  TableChecks collect() {
    std::vector<CheckColumn> columns;
    for (const Column& column : table_.columns)
      columns.push_back({column.name, storage_type(column.type, description_.types)});
    for (const Check& check : table_.checks) {
      std::string name = check.name.empty() ? "check" : "check " + check.name;
      add(analyse_check(check.expression, columns, now_), fmt::format("{} ({})", name, shortened(check.expression)),
          check.location);
    }
    for (std::size_t c = 0; c < table_.columns.size(); ++c) {
      const Column& column = table_.columns[c];
      const std::string subject = table_.full_name() + "." + column.name;
      const std::size_t first_origin = result_.origins.size();
      std::vector<ColumnCondition> conditions =
          domain_conditions(description_, column.type, now_, subject, result_, diagnostics_);
      if (!column.is_generated()) {
        for (ColumnCondition& condition : conditions) {
          condition.column = c;
          result_.conditions[c].push_back(std::move(condition));
        }
        continue;
      }
      for (std::size_t origin = first_origin; origin < result_.origins.size(); ++origin)
        endangered(diagnostics_, result_.origins[origin], subject, "the server computes " + column.name);
    }
    return std::move(result_);
  }

 private:
  void add(CheckFacts facts, std::string name, const Location& location) {
    std::size_t origin = result_.origins.size();
    for (ColumnCondition& condition : facts.conditions) {
      condition.check = origin;
      if (table_.columns[condition.column].is_generated())
        facts.unusable.push_back("the server computes " + table_.columns[condition.column].name);
      else
        result_.conditions[condition.column].push_back(std::move(condition));
    }
    for (ColumnOrder& order : facts.orders) {
      order.check = origin;
      if (table_.columns[order.lower].is_generated() || table_.columns[order.upper].is_generated())
        facts.unusable.push_back("the server computes one of its columns");
      else
        result_.orders.push_back({order, false});
    }
    result_.origins.push_back({std::move(name), location});
    if (!facts.unusable.empty())
      endangered(diagnostics_, result_.origins.back(), table_.full_name(), facts.unusable.front());
  }

  const Description& description_;
  const Table& table_;
  std::int64_t now_;
  Diagnostics& diagnostics_;
  TableChecks result_;
};

}  // namespace

std::vector<ColumnCondition> domain_conditions(const Description& description, const SqlType& type, std::int64_t now,
                                               const std::string& subject, TableChecks& checks,
                                               Diagnostics& diagnostics) {
  std::vector<ColumnCondition> result;
  if (!type.custom || type.array_dimensions > 0) return result;
  for (const CustomType& custom : description.types) {
    const std::string full = custom.schema.empty() ? custom.name : custom.schema + "." + custom.name;
    if (custom.kind != CustomType::Kind::domain || full != type.base || !custom.base) continue;
    if (!custom.constraint.empty()) {
      const CheckColumn value{"value", storage_type(*custom.base, description.types)};
      CheckFacts facts = analyse_check(custom.constraint, {&value, 1}, now);
      const std::size_t origin = checks.origins.size();
      checks.origins.push_back(
          {fmt::format("the check of domain {} ({})", full, shortened(custom.constraint)), custom.location});
      if (!facts.unusable.empty()) endangered(diagnostics, checks.origins.back(), subject, facts.unusable.front());
      for (ColumnCondition& condition : facts.conditions) {
        condition.check = origin;
        result.push_back(std::move(condition));
      }
    }
    for (ColumnCondition& condition : domain_conditions(description, *custom.base, now, subject, checks, diagnostics))
      result.push_back(std::move(condition));
    break;
  }
  return result;
}

TableChecks collect_checks(const Description& description, const Table& table, std::int64_t now,
                           Diagnostics& diagnostics) {
  return Collector(description, table, now, diagnostics).collect();
}

InclusiveBounds inclusive_bounds(const std::vector<ColumnCondition>& conditions, const SqlType& storage) {
  InclusiveBounds result;
  ValueKind kind = value_kind(storage);
  for (const ColumnCondition& condition : conditions) {
    if (!condition.is_bound()) continue;
    bool lower = condition.kind == Kind::at_least || condition.kind == Kind::above;
    std::string value = condition.values[0];
    if (condition.kind == Kind::above || condition.kind == Kind::below)
      value = next_value(storage, value, lower ? 1 : -1).value_or(value);
    std::optional<std::string>& bound = lower ? result.minimum : result.maximum;
    if (bound) {
      int order = compare_values(kind, value, *bound).value_or(0);
      if (lower ? order <= 0 : order >= 0) continue;
    }
    bound = value;
  }
  return result;
}

bool has_own_bounds(const std::vector<ColumnCondition>& conditions, std::int64_t now) {
  return std::any_of(conditions.begin(), conditions.end(), [&](const ColumnCondition& c) {
    return c.is_bound() && (c.kind != Kind::at_most || parse_timestamp(c.values[0]).value_or(now - 1) < now);
  });
}

std::uint32_t longest_text(const std::vector<ColumnCondition>& conditions) {
  std::uint32_t result = 0;
  for (const ColumnCondition& condition : conditions) {
    if (condition.kind != Kind::most_length || condition.length == 0) continue;
    auto length = static_cast<std::uint32_t>(condition.length);
    if (result == 0 || length < result) result = length;
  }
  return result;
}

std::optional<std::vector<std::string>> listed_values(const std::vector<ColumnCondition>& conditions, ValueKind kind) {
  auto list = std::find_if(conditions.begin(), conditions.end(),
                           [](const ColumnCondition& c) { return c.kind == Kind::one_of; });
  if (list == conditions.end()) return std::nullopt;
  std::vector<std::string> result;
  for (const std::string& value : list->values) {
    bool good = std::all_of(conditions.begin(), conditions.end(),
                            [&](const ColumnCondition& c) { return satisfies(c, kind, value); });
    bool known = std::any_of(result.begin(), result.end(), [&](const std::string& other) {
      return compare_values(kind, value, other).value_or(1) == 0;
    });
    if (good && !known) result.push_back(value);
  }
  return result;
}

std::optional<std::string> generator_pattern(const std::vector<ColumnCondition>& conditions) {
  const ColumnCondition* best = nullptr;
  std::uint64_t least = 0, most = 0;
  bool any = false;
  for (const ColumnCondition& condition : conditions) {
    if (condition.kind == Kind::least_length) least = std::max(least, condition.length);
    if (condition.kind == Kind::most_length && (most == 0 || condition.length < most)) most = condition.length;
    any = any || condition.kind == Kind::least_length || condition.kind == Kind::most_length;
    // What was written says more than a case does.
    if (condition.kind == Kind::matches && (best == nullptr || best->values.empty())) best = &condition;
  }
  if (best != nullptr && !best->values.empty()) return best->pattern->generator_pattern();
  if (best == nullptr && !any) return std::nullopt;
  constexpr std::uint64_t usual = 12, longest = 1000;
  if (least == 0) least = most == 0 ? 6 : std::min<std::uint64_t>(most, 6);
  if (most == 0 || most > std::max(least, usual)) most = std::max(least, usual);
  if (least > longest || most > longest || most < least) return std::nullopt;
  std::string letters = best != nullptr ? best->pattern->generator_pattern().substr(0, 5) : "[a-z]";
  return fmt::format("{}{{{},{}}}", letters, least, most);
}

}  // namespace datagen
