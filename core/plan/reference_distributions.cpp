// `distribution` of a foreign key: how children spread over parents.
#include <fmt/format.h>

#include <algorithm>

#include "plan/distribution_draw.hpp"
#include "plan/planner.hpp"
#include "program/keys.hpp"

namespace datagen {

namespace {

using Kind = Distribution::Kind;
__extension__ typedef unsigned __int128 Wide;

std::string joined_names(const Table& table, const ForeignKey& key) {
  std::string names;
  for (std::size_t c : key.columns) names += (names.empty() ? "" : ",") + table.columns[c].name;
  return names;
}

// The faults of one key.
class Refusal {
 public:
  Refusal(Diagnostics& diagnostics, std::string subject) : diagnostics_(diagnostics), subject_(std::move(subject)) {}
  void operator()(const Location& location, const std::string& message, const std::string& hint = {}) const {
    diagnostics_.fault(location, subject_, message, hint);
  }

 private:
  Diagnostics& diagnostics_;
  std::string subject_;
};

}  // namespace

// The distribution that is written for a foreign key, on itself or on its one column.
const Node* Planner::written_distribution(std::size_t t, std::size_t k) {
  const Table& table = plan_.description.tables[t];
  const ForeignKey& key = table.foreign_keys[k];
  const Node* written = key.distribution.get();
  for (std::size_t c : key.columns) {
    const Node* of_column = table.columns[c].distribution.get();
    if (of_column == nullptr || plan_.tables[t].driving_key[c] != k) continue;
    const Refusal refuse(diagnostics_, column_subject(table, c));
    if (key.columns.size() > 1)
      refuse(of_column->location, "the column takes its values from a foreign key of several columns",
             "write the distribution on the foreign key");
    else if (written != nullptr)
      refuse(of_column->location, "the column and its foreign key both have a distribution", "leave one of them out");
    else
      written = of_column;
  }
  return written;
}

void Planner::settle_reference_distributions(std::size_t t) {
  const Table& table = plan_.description.tables[t];
  TablePlan& plan = plan_.tables[t];
  for (std::size_t k = 0; k < table.foreign_keys.size(); ++k) {
    const Node* written = written_distribution(t, k);
    if (written == nullptr) continue;
    const ForeignKey& key = table.foreign_keys[k];
    const std::string subject = column_subject(table, key.columns[0]);
    const auto distribution = parse_distribution(*written, subject, true, diagnostics_);
    if (!distribution) continue;
    const Refusal refuse(diagnostics_, subject);
    ReferencePlan& reference = plan.references[k];
    if (reference.implied) {
      refuse(distribution->location,
             "this foreign key draws no rows: other foreign keys or generators give all of its columns",
             "leave its distribution out");
    } else if (reference.anchored || plan.grouped_keys.contains(k)) {
      refuse(distribution->location,
             "this foreign key draws rows evenly, in groups, because foreign keys that share columns must agree",
             "leave its distribution out");
    } else {
      settle_reference_distribution(t, k, *distribution);
    }
  }
}

void Planner::settle_reference_distribution(std::size_t t, std::size_t k, const Distribution& distribution) {
  const Table& table = plan_.description.tables[t];
  TablePlan& plan = plan_.tables[t];
  const ForeignKey& key = table.foreign_keys[k];
  const Table& referenced = plan_.description.tables[key.referenced_table];
  const std::string subject = column_subject(table, key.columns[0]), names = joined_names(table, key);
  const Refusal refuse(diagnostics_, subject);
  const bool to_itself = key.referenced_table == t;
  const std::uint64_t parents = plan_.tables[key.referenced_table].rows;
  DrawPlan& draw = plan.references[k].draw;
  if (distribution.kind == Kind::weighted)
    return refuse(distribution.location, "weights name values, and the rows of a referenced table have no names",
                  "take zipf, normal, exponential or histogram, which go by the row's number, or per_parent");
  if (to_itself && (distribution.per_parent || distribution.kind == Kind::sequential))
    return refuse(distribution.location,
                  "a table that refers to itself draws earlier rows, so that they form trees; an exact share for each "
                  "row contradicts that",
                  "take uniform, zipf, normal, lognormal, exponential, poisson or histogram");
  if (distribution.per_parent) {
    double fraction = 0;
    for (std::size_t c : key.columns)
      if (!table.columns[c].not_null)
        fraction =
            std::max({fraction, plan_.options.default_null_fraction, table.columns[c].null_fraction.value_or(0)});
    if (fraction > 0)
      return refuse(distribution.per_parent->location,
                    fmt::format("per_parent counts every row as a child, and null_fraction {} leaves some without a "
                                "parent",
                                fraction),
                    "set null_fraction to 0 for this column");
    const std::uint64_t low = distribution.per_parent->minimum, high = distribution.per_parent->maximum;
    const Wide least = static_cast<Wide>(parents) * low, most = static_cast<Wide>(parents) * high;
    if (plan.rows < least || plan.rows > most) {
      if (!plan.written) return;
      constexpr Wide limit = ~std::uint64_t{0};
      return refuse(distribution.per_parent->location,
                    fmt::format("{} rows of {} with {} to {} children each make {} to {} rows, but {} has {}", parents,
                                referenced.full_name(), low, high, static_cast<std::uint64_t>(std::min(least, limit)),
                                static_cast<std::uint64_t>(std::min(most, limit)), table.full_name(), plan.rows),
                    "change row_count of one of the tables, or the bounds of per_parent");
    }
  }
  if (parents == 0 || plan.rows == 0) return;  // nothing to draw
  const datagen_key stream = derive_key(plan_.options.seed, table.full_name(), names, "distribution");
  const datagen_key scatter = derive_key(plan_.options.seed, table.full_name(), names, "scatter");
  if (distribution.per_parent) {
    auto counts = std::make_shared<const ParentCounts>(stream, parents, plan.rows, distribution.per_parent->minimum,
                                                       distribution.per_parent->maximum);
    draw.draw = per_parent_draw(scatter, counts, distribution.clustered);
    draw.children = per_parent_children(scatter, std::move(counts), distribution.clustered);
    draw.never_repeats = distribution.per_parent->maximum <= 1;
    return;
  }
  const auto range = bounded_positions(distribution, index_units(parents), subject, diagnostics_);
  if (!range) return;
  const std::uint64_t count = range->end - range->first;
  const bool bounded = count < parents;
  if (distribution.kind == Kind::uniform && !bounded) return;  // as without a distribution
  if (distribution.kind == Kind::sequential) {
    draw.draw = sequential_draw(count);
    draw.children = sequential_children(plan.rows, count, range->first);
    draw.never_repeats = count >= plan.rows;
  } else if (distribution.kind == Kind::uniform) {
    draw.draw = uniform_draw(stream, count);
  } else {
    auto table_of_bins = distribution_table(distribution, index_units(count), subject, diagnostics_);
    if (table_of_bins == nullptr) return;
    draw.draw = binned_draw(stream, std::move(table_of_bins), distribution.name, count);
  }
  if (range->first > 0) draw.draw = shifted_draw(draw.draw, range->first);
  if (to_itself) {
    draw.draw = earlier_share_draw(draw.draw, parents);
    plan.references[k].nulls.first_row_too =
        std::any_of(key.columns.begin(), key.columns.end(), [&](std::size_t c) { return !table.columns[c].not_null; });
  } else if (distribution.kind != Kind::sequential) {
    draw.draw = scattered_draw(draw.draw, scatter, parents);
  }
}

}  // namespace datagen
