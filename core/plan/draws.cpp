// The draws of columns that no unique set constrains.
#include <fmt/format.h>

#include "plan/planner.hpp"
#include "program/keys.hpp"

namespace datagen {

namespace {

std::vector<double> usable_weights(const Source& source) {
  std::vector<double> all = source.set->weights(), usable;
  for (std::uint64_t i = 0; i < source.count; ++i)
    usable.push_back(all[source.allowed ? (*source.allowed)[i] : source.first + i]);
  return usable;
}

}  // namespace

void Planner::settle_source(std::size_t t, const std::string& column, Source& source) {
  std::size_t number = 0;
  for (Source& part : source.parts) settle_source(t, column + "/" + std::to_string(number++), part);
  if (source.draw.settled()) return;
  datagen_key stream = derive_key(plan_.options.seed, plan_.description.tables[t].full_name(), column, "draw");
  if (source.kind == Source::Kind::text && source.text->cardinality > 0) {
    source.draw.draw = uniform_draw(stream, source.text->cardinality);
  } else if (source.kind == Source::Kind::values) {
    if (source.set->has(DATAGEN_SEQUENTIAL))
      source.draw.draw = sequential_draw(source.count);
    else if (source.set->has(DATAGEN_WEIGHTED) && source.count > 0)
      source.draw.draw = weighted_draw(stream, std::make_shared<const AliasTable>(usable_weights(source)));
    else
      source.draw.draw = source.count == 0 ? entropy_draw(stream) : uniform_draw(stream, source.count);
  }
}

void Planner::settle_draws(std::size_t t) {
  const Table& table = plan_.description.tables[t];
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    ColumnPlan& column = plan_.tables[t].columns[c];
    settle_source(t, table.columns[c].name, column.source);
    double fraction = table.columns[c].null_fraction.value_or(plan_.options.default_null_fraction);
    bool may_be_null = !table.columns[c].not_null && !column.never_null && !table.columns[c].is_generated();
    if (may_be_null && fraction > 0 && !plan_.tables[t].driving_key[c])
      column.nulls.push_back(
          {derive_key(plan_.options.seed, table.full_name(), table.columns[c].name, "null"), fraction, false});
  }
}

}  // namespace datagen
