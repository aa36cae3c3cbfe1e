// `distribution` of a column: which of its values are how likely.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "plan/default_range.hpp"
#include "plan/distribution_draw.hpp"
#include "plan/planner.hpp"
#include "program/keys.hpp"
#include "program/render.hpp"

namespace datagen {

namespace {

using Kind = Distribution::Kind;

constexpr std::uint64_t most_named = largest_exact_set;  // values that are compared with those that have a weight

// Every usable value of a source, as text, with its position.
std::map<std::string, std::uint64_t> positions_by_text(const Source& source) {
  std::map<std::string, std::uint64_t> result;
  if (const ColumnData* dictionary = source.set->dictionary();
      dictionary != nullptr && source.set->generator_class().table.values == nullptr) {
    for (std::uint64_t i = 0; i < source.count; ++i) {
      const std::uint64_t ordinal = source.allowed ? (*source.allowed)[i] : source.first + i;
      result.try_emplace(std::string(dictionary->text(static_cast<std::uint32_t>(ordinal))), i);
    }
    return result;
  }
  std::vector<std::uint64_t> ordinals;
  for (std::uint64_t i = 0; i < source.count; ++i)
    ordinals.push_back(source.allowed ? (*source.allowed)[i] : source.first + i);
  const auto n = static_cast<std::uint32_t>(ordinals.size());
  Workspace workspace;
  workspace.prepare(0, 0, 0, n);
  ColumnData column;
  std::int64_t nulls = 0;
  source.set->values(workspace, source.key, ordinals.data(), ordinals.data(), n, {}, column, nulls);
  const ColumnData* dictionary = source.set->dictionary();
  const std::string format = dictionary != nullptr ? "i" : source.set->format();
  column.publish(parse_format(format), n, nulls, dictionary != nullptr ? &dictionary->array() : nullptr);
  for (std::uint32_t i = 0; i < n; ++i) {
    if (column.is_null(i)) continue;
    std::string text = dictionary != nullptr ? std::string(column.text(i)) : rendered(column, format, i);
    if (format == "b") text = text == "t" ? "true" : text == "f" ? "false" : text;
    result.try_emplace(std::move(text), i);
  }
  return result;
}

}  // namespace

bool SourcePlanner::choose_distribution(std::size_t t, std::size_t c) {
  const Column& column = table_of(t).columns[c];
  const std::string where = subject(t, c);
  const auto parsed = parse_distribution(*column.distribution, where, false, diagnostics_);
  if (!parsed) return false;
  const Distribution& distribution = *parsed;
  const auto refuse = [&](const std::string& message, const std::string& hint) {
    diagnostics_.fault(distribution.location, where, message, hint);
    return false;
  };
  if (column.rules)
    return refuse("its rules say what its values are, so a distribution cannot", "leave one of them out");
  const bool named = !column.generator.empty() || column.pattern != nullptr;
  if (named && (distribution.start || distribution.increment))
    return refuse("'start' and 'increment' belong to the generator that the column names", "leave them out here");
  if (named) return choose_own(t, c) && apply_distribution(t, c, distribution);
  const bool counted = column.type.serial || column.identity != Column::Identity::none ||
                       default_sequence(plan_.description, column) != nullptr;
  if (counted) {
    if (distribution.kind != Kind::sequential || distribution.start || distribution.increment)
      return refuse(fmt::format("it counts its rows, which distribution {} contradicts", distribution.name),
                    "leave the distribution out, or make it a plain integer column");
    return choose_own(t, c);
  }
  if (distribution.kind == Kind::weighted) {
    Node config;
    config.kind = Node::Kind::map;
    config.location = column.distribution->location;
    for (const Node::Member& member : column.distribution->map)
      if (member.key == "weights" || member.key == "values") config.map.push_back(member);
    return choose_range(t, c, "weighted_enum", config, distribution.location);
  }
  Node config;
  const std::string range = default_range(storage(column), distribution, plan_.options.now, config);
  if (range.empty()) {
    if (distribution.start || distribution.increment)
      return refuse(fmt::format("values of type {} cannot be counted from a start", column.type.text),
                    "name a generator");
    return choose_own(t, c) && apply_distribution(t, c, distribution);
  }
  return choose_range(t, c, range, config, distribution.location) && apply_distribution(t, c, distribution);
}

bool SourcePlanner::choose_range(std::size_t t, std::size_t c, const std::string& name, const Node& config,
                                 const Location& location) {
  Request request;
  request.table = t;
  request.column = c;
  request.location = location;
  request.config = &config;
  request.generator_class = plan_.registry.find_generator(name);
  ColumnPlan& plan = plan_.tables[t].columns[c];
  plan.chosen_by = "its distribution";
  if (request.generator_class == nullptr) {
    diagnostics_.fault(location, subject(t, c), fmt::format("no plugin has the generator {} that this needs", name));
    return false;
  }
  return create_values(request, plan.source, diagnostics_);
}

bool SourcePlanner::apply_distribution(std::size_t t, std::size_t c, const Distribution& distribution) {
  const std::string where = subject(t, c);
  Source& source = plan_.tables[t].columns[c].source;
  const std::uint64_t rows = plan_.tables[t].rows;
  const auto refuse = [&](const std::string& message, const std::string& hint = {}) {
    diagnostics_.fault(distribution.location, where, message, hint);
    return false;
  };
  if (source.kind != Source::Kind::values)
    return refuse("a distribution needs a generator with a set of values to choose from, which this column's is not",
                  "leave the distribution out, or name another generator");
  const std::string& generator = source.set->generator_class().short_name;
  if (distribution.kind == Kind::sequential && source.count == 0) {
    source.draw.draw = sequential_draw();
    source.draw.never_repeats = true;
    return true;
  }
  if (distribution.kind == Kind::uniform && source.count == 0 && !distribution.minimum && !distribution.maximum)
    return true;
  if (source.count == 0)
    return refuse(fmt::format("generator {} has no limited set of values that distribution {} could choose from",
                              generator, distribution.name),
                  "leave the distribution out, or give the generator bounds");
  const datagen_key stream =
      derive_key(plan_.options.seed, table_of(t).full_name(), table_of(t).columns[c].name, "distribution");
  if (distribution.kind == Kind::weighted) return weigh_values(where, distribution, stream, source);

  if (distribution.minimum || distribution.maximum) {
    auto range = bounded_positions(distribution, units_of(source, plan_.options.now), where, diagnostics_);
    if (!range) return false;
    if (source.allowed)
      source.allowed = std::make_shared<const std::vector<std::uint64_t>>(
          source.allowed->begin() + static_cast<std::ptrdiff_t>(range->first),
          source.allowed->begin() + static_cast<std::ptrdiff_t>(range->end));
    else
      source.first += range->first;
    source.count = range->end - range->first;
  }
  if (distribution.kind == Kind::sequential) {
    source.draw.draw = sequential_draw(source.count);
    source.draw.never_repeats = source.count >= rows;
    return true;
  }
  if (distribution.kind == Kind::uniform) {
    // Drawn evenly anyway, unless the set would have it otherwise; a unique set may then take an even draw of its own.
    if (source.set->has(DATAGEN_WEIGHTED) || source.set->has(DATAGEN_SEQUENTIAL))
      source.draw.draw = uniform_draw(stream, source.count);
    return true;
  }
  auto table = distribution_table(distribution, units_of(source, plan_.options.now), where, diagnostics_);
  if (table == nullptr) return false;
  source.draw.draw = binned_draw(stream, std::move(table), distribution.name, source.count);
  return true;
}

bool SourcePlanner::weigh_values(const std::string& where, const Distribution& distribution, datagen_key stream,
                                 Source& source) {
  std::map<std::string, std::uint64_t> by_text;
  const ValueUnits units = units_of(source, plan_.options.now);
  if (units.kind == ValueUnits::Kind::index) {
    if (source.count > most_named || !source.inputs.empty()) {
      diagnostics_.fault(distribution.location, where,
                         fmt::format("weights are for sets of up to {} values of their own; generator {} has {}",
                                     most_named, source.set->generator_class().short_name, source.count),
                         "take generator weighted_enum, which lists its values");
      return false;
    }
    by_text = positions_by_text(source);
  }
  std::map<std::uint64_t, double> weights;  // by position
  std::vector<std::string> names;
  for (const auto& [text, position] : by_text)
    if (names.size() < 1000) names.push_back(text);
  bool ok = true;
  for (const Distribution::Weight& weight : distribution.weights) {
    std::optional<std::uint64_t> position;
    if (units.kind == ValueUnits::Kind::index) {
      if (auto found = by_text.find(weight.value); found != by_text.end()) position = found->second;
    } else {
      Node written;
      written.kind = Node::Kind::string;
      written.string = weight.value;
      auto start = units.locate(written, false), end = units.locate(written, true);
      if (start && end && *start < *end) position = *start;
    }
    if (position) {
      weights[*position] += weight.weight;
      continue;
    }
    diagnostics_.fault(weight.location, where,
                       fmt::format("generator {} has no value '{}'{}", source.set->generator_class().short_name,
                                   weight.value, did_you_mean(weight.value, names)));
    ok = false;
  }
  if (!ok) return false;
  auto ordinals = std::make_shared<std::vector<std::uint64_t>>();
  std::vector<double> list;
  for (const auto& [position, weight] : weights) {
    ordinals->push_back(source.allowed ? (*source.allowed)[position] : source.first + position);
    list.push_back(weight);
  }
  source.first = 0;
  source.count = ordinals->size();
  source.allowed = std::move(ordinals);
  source.draw.draw = weighted_draw(stream, std::make_shared<const AliasTable>(list));
  return true;
}

}  // namespace datagen
