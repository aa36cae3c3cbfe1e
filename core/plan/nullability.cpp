// Values that are copied or chosen may be null where their origin is: a NOT NULL column must have no such origin.
#include <fmt/format.h>

#include <algorithm>

#include "plan/planner.hpp"

namespace datagen {

namespace {

bool any_rule(const std::vector<NullRule>& rules) {
  return std::any_of(rules.begin(), rules.end(), [](const NullRule& rule) { return rule.any(); });
}

// Why the column may be null, or "".
std::string reason(const Plan::Impl& plan, std::size_t t, std::size_t c) {
  const Table& table = plan.description.tables[t];
  const ColumnPlan& column = plan.tables[t].columns[c];
  const Source& source = column.source;
  if (any_rule(column.nulls)) return fmt::format("{} has a null_fraction above 0", column_subject(table, c));
  switch (source.kind) {
    case Source::Kind::values:
      return source.set->has(DATAGEN_MAKES_NULLS)
                 ? fmt::format("generator {} makes nulls", source.set->generator_class().short_name)
                 : "";
    case Source::Kind::rules:
      for (const Source& branch : source.parts)
        if (branch.kind == Source::Kind::values && branch.set->has(DATAGEN_MAKES_NULLS))
          return fmt::format("generator {} makes nulls", branch.set->generator_class().short_name);
      return "";
    case Source::Kind::reference:
    case Source::Kind::lookup: {
      const ForeignKey& key = table.foreign_keys[source.foreign_key];
      if (source.null_with_key && plan.tables[t].references[source.foreign_key].nulls.any()) {
        std::string names;
        for (std::size_t k : key.columns) names += (names.empty() ? "" : ", ") + table.columns[k].name;
        return fmt::format("the foreign key ({}) is null in some rows", names);
      }
      std::size_t at = key.referenced_table;
      for (std::size_t further : source.further_keys) {
        if (plan.tables[at].references[further].nulls.any())
          return fmt::format("a foreign key of {} is null in some rows", plan.description.tables[at].full_name());
        at = plan.description.tables[at].foreign_keys[further].referenced_table;
      }
      return reason(plan, at, source.referenced_column);
    }
    case Source::Kind::rollup:
      return source.rollup->may_be_empty ? "rows without a value to sum up get null; 'empty' says what they get instead"
                                         : "";
    default:
      return "";
  }
}

}  // namespace

void Planner::check_nulls(std::size_t t) {
  const Table& table = plan_.description.tables[t];
  if (plan_.tables[t].rows == 0) return;
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    if (!table.columns[c].not_null || table.columns[c].is_generated()) continue;
    std::string why = reason(plan_, t, c);
    if (!why.empty())
      diagnostics_.fault(table.columns[c].location, column_subject(table, c),
                         fmt::format("the column is NOT NULL, but {}", why),
                         "make the column nullable, or take the nulls away where they come from");
  }
}

}  // namespace datagen
