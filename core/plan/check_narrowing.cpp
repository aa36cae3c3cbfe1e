// Value sets narrowed to the ordinals whose values satisfy the checks.
#include "plan/check_narrowing.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "datagen/random.h"
#include "plan/planner.hpp"
#include "program/render.hpp"

namespace datagen {

namespace {

using Kind = ColumnCondition::Kind;

constexpr std::uint64_t most_enumerated = 100'000;
constexpr std::uint64_t samples = 4096;
constexpr std::uint32_t batch = 1024;
constexpr std::size_t farthest_end = 16;  // how far a range's end may be off because of rounding

class Narrowing {
 public:
  Narrowing(const std::vector<ColumnCondition>& conditions, ValueKind kind, Source& source)
      : conditions_(conditions), kind_(kind), source_(source), whole_(source.count) {}

  // What of the set is left, so that all of its values, or as many as can be told, satisfy the conditions.
  enum class Outcome { all, some, likely, doubtful, none };
  Outcome apply() {
    first_ = source_.first;
    last_ = source_.first + source_.count;
    bool located = locate_bounds();
    if (source_.count > 0 && first_ >= last_) return Outcome::none;
    bool enough = located && std::all_of(conditions_.begin(), conditions_.end(), [](const ColumnCondition& c) {
                    return c.is_bound() || c.kind == Kind::none_of || c.kind == Kind::never_null;
                  });
    if (enough) {
      if (!trim_ends()) return Outcome::none;
      if (!has_exclusions()) return keep_range();
    }
    if (source_.count > 0 && last_ - first_ <= most_enumerated) return enumerate();
    if (enough) return exclude();
    return sample();
  }
  // The first value that did not satisfy.
  [[nodiscard]] const std::string& example() const { return example_; }
  [[nodiscard]] std::size_t culprit() const { return culprit_; }

  std::vector<std::optional<std::string>> render(const std::vector<std::uint64_t>& ordinals) const {
    std::vector<std::optional<std::string>> result;
    const ValueSet& set = *source_.set;
    Format layout = parse_format(set.dictionary() != nullptr ? "i" : set.format());
    const ArrowArray* dictionary = set.dictionary() != nullptr ? &set.dictionary()->array() : nullptr;
    Workspace workspace;
    ColumnData column;
    std::vector<std::uint64_t> rows(batch);
    for (std::size_t at = 0; at < ordinals.size(); at += batch) {
      auto n = static_cast<std::uint32_t>(std::min<std::size_t>(batch, ordinals.size() - at));
      workspace.prepare(1, 0, 0, n);
      std::int64_t nulls = 0;
      set.values(workspace, source_.key, rows.data(), ordinals.data() + at, n, {}, column, nulls);
      column.publish(layout, n, nulls, dictionary);
      for (std::uint32_t i = 0; i < n; ++i) {
        if (column.is_null(i))
          result.emplace_back(std::nullopt);
        else
          result.emplace_back(rendered(column, set.format(), i));
      }
    }
    return result;
  }

 private:
  bool locate_bounds() {
    std::uint64_t ordinal = 0;
    bool any = false;
    for (const ColumnCondition& condition : conditions_) {
      if (!condition.is_bound()) continue;
      any = true;
      bool greater = condition.kind == Kind::above || condition.kind == Kind::at_most;
      if (!source_.set->locate(condition.values[0],
                               greater ? DATAGEN_LOCATE_FIRST_GREATER : DATAGEN_LOCATE_FIRST_NOT_LESS, ordinal))
        return false;
      if (condition.kind == Kind::at_least || condition.kind == Kind::above)
        first_ = std::max(first_, ordinal);
      else
        last_ = std::min(last_, ordinal);
      if (first_ >= last_) culprit_ = condition.check;
    }
    return any || (has_exclusions() && source_.set->has(DATAGEN_ORDERED));
  }

  [[nodiscard]] bool has_exclusions() const {
    return std::any_of(conditions_.begin(), conditions_.end(),
                       [](const ColumnCondition& c) { return c.kind == Kind::none_of; });
  }

  bool good(const std::optional<std::string>& value) {
    if (!value) return true;
    for (const ColumnCondition& condition : conditions_) {
      if (satisfies(condition, kind_, *value)) continue;
      if (example_.empty()) {
        example_ = *value;
        culprit_ = condition.check;
      }
      return false;
    }
    return true;
  }

  // The set is ordered, so what its ends satisfy, all values between them do.
  bool trim_ends() {
    for (std::size_t i = 0; i < farthest_end && first_ < last_ && !good(render({first_})[0]); ++i) ++first_;
    for (std::size_t i = 0; i < farthest_end && first_ < last_ && !good(render({last_ - 1})[0]); ++i) --last_;
    if (first_ >= last_) return false;
    return good(render({first_})[0]) && good(render({last_ - 1})[0]);
  }

  Outcome keep_range() {
    source_.first = first_;
    source_.count = last_ - first_;
    return source_.count == whole_ ? Outcome::all : Outcome::some;
  }

  Outcome enumerate() {
    std::vector<std::uint64_t> ordinals;
    for (std::uint64_t o = first_; o < last_; ++o) ordinals.push_back(o);
    auto values = render(ordinals);
    auto allowed = std::make_shared<std::vector<std::uint64_t>>();
    for (std::size_t i = 0; i < ordinals.size(); ++i)
      if (good(values[i])) allowed->push_back(ordinals[i]);
    if (source_.set->has(DATAGEN_WEIGHTED)) {
      const std::vector<double> weights = source_.set->weights();
      if (std::all_of(allowed->begin(), allowed->end(), [&](std::uint64_t o) { return weights[o] == 0; }))
        return Outcome::none;
    }
    if (allowed->empty()) return Outcome::none;
    if (allowed->size() == ordinals.size()) return keep_range();
    source_.first = 0;
    source_.count = allowed->size();
    source_.allowed = std::move(allowed);
    return Outcome::some;
  }

  // Of a large ordered set: the longest stretch without an excluded value.
  Outcome exclude() {
    std::vector<std::uint64_t> cuts{first_, last_};  // pairs: begin of a stretch, its end
    for (const ColumnCondition& condition : conditions_) {
      if (condition.kind != Kind::none_of) continue;
      for (const std::string& value : condition.values) {
        std::uint64_t begin = 0, end = 0;
        if (!source_.set->locate(value, DATAGEN_LOCATE_FIRST_NOT_LESS, begin) ||
            !source_.set->locate(value, DATAGEN_LOCATE_FIRST_GREATER, end))
          return sample();
        for (std::size_t i = 0; i < cuts.size(); i += 2) {
          if (begin >= end || begin < cuts[i] || end > cuts[i + 1]) continue;
          cuts.insert(cuts.begin() + static_cast<std::ptrdiff_t>(i) + 1, {begin, end});
          break;
        }
      }
    }
    for (std::size_t i = 0; i < cuts.size(); i += 2) {
      if (i > 0 && cuts[i + 1] - cuts[i] <= last_ - first_) continue;
      first_ = cuts[i];
      last_ = cuts[i + 1];
    }
    return first_ < last_ ? keep_range() : Outcome::none;
  }

  Outcome sample() {
    std::vector<std::uint64_t> ordinals;
    std::uint64_t size = last_ - first_;  // 0: all 2^64
    for (std::uint64_t i = 0; i < samples; ++i) {
      std::uint64_t random = datagen_mix(i + 1);
      ordinals.push_back(source_.count == 0 ? random : first_ + datagen_scale(random, size));
    }
    std::size_t passed = 0;
    for (const auto& value : render(ordinals)) passed += good(value) ? 1u : 0u;
    if (source_.count > 0) keep_range();
    return passed == ordinals.size() ? Outcome::likely : passed > 0 ? Outcome::doubtful : Outcome::none;
  }

  const std::vector<ColumnCondition>& conditions_;
  ValueKind kind_;
  Source& source_;
  std::uint64_t whole_, first_ = 0, last_ = 0;
  std::string example_;
  std::size_t culprit_ = 0;
};

std::string all_conditions(const std::vector<ColumnCondition>& conditions) {
  std::string text;
  for (const ColumnCondition& condition : conditions)
    if (condition.kind != Kind::never_null) text += (text.empty() ? "" : ", ") + condition_text(condition);
  return text;
}

}  // namespace

const std::vector<ColumnCondition>* SourcePlanner::conditions_of(const Request& request) const {
  if (request.conditions != nullptr) return request.conditions->empty() ? nullptr : request.conditions;
  bool own = request.part.empty() || request.part.starts_with("/rule/");
  const auto& conditions = plan_.tables[request.table].checks.conditions[request.column];
  return own && !conditions.empty() ? &conditions : nullptr;
}

bool SourcePlanner::narrow(const Request& request, Source& source, Diagnostics& faults) {
  const std::vector<ColumnCondition>* conditions = conditions_of(request);
  if (conditions == nullptr || !source.inputs.empty()) return true;
  if (std::all_of(conditions->begin(), conditions->end(),
                  [](const ColumnCondition& c) { return c.kind == Kind::never_null; }))
    return true;
  TableChecks& checks = plan_.tables[request.table].checks;
  const Column& column = table_of(request.table).columns[request.column];
  std::string where = subject(request.table, request.column);
  Source narrowed = source;
  Narrowing narrowing(*conditions, value_kind(request.type ? *request.type : storage(column)), narrowed);
  Narrowing::Outcome outcome = narrowing.apply();
  const std::string& generator = source.set->generator_class().short_name;
  const TableChecks::Origin& origin = checks.origins[narrowing.culprit()];
  if (outcome == Narrowing::Outcome::none) {
    std::string gives;
    if (source.count > 0 && source.set->has(DATAGEN_ORDERED)) {
      auto ends = narrowing.render({source.first, source.first + source.count - 1});
      gives = fmt::format("gives {} to {}", ends[0].value_or("null"), ends[1].value_or("null"));
    } else {
      gives = fmt::format("gives values such as '{}'", narrowing.example());
    }
    faults.fault(origin.location.known() ? origin.location : request.location, where,
                 fmt::format("no value of generator {} satisfies {}: it {}, the checks ask for {}", generator,
                             origin.name, gives, all_conditions(*conditions)),
                 "change the generator's options or the check");
    return false;
  }
  bool stated = plan_.tables[request.table].columns[request.column].explicit_source;
  if (outcome == Narrowing::Outcome::doubtful) {
    std::string message = fmt::format("generator {} gives values such as '{}', which violate {}", generator,
                                      narrowing.example(), origin.name);
    if (request.strict_checks) {
      faults.fault(origin.location, where, message);
      return false;
    }
    faults.endangered(origin.location, where, message, "such rows will not load: choose another generator or options");
    if (request.conditions == nullptr) checks.ensured[request.column] = true;  // as far as it goes: this is said once
  } else {
    if (request.conditions == nullptr) checks.ensured[request.column] = outcome != Narrowing::Outcome::likely;
    // A bound itself, left out where the check says "above", is not worth a word.
    if (stated && outcome == Narrowing::Outcome::some && source.count - narrowed.count > source.count / 100) {
      faults.warning(origin.location, where,
                     fmt::format("{} of the {} values of generator {} satisfy the checks; the others are left out",
                                 narrowed.count, source.count, generator));
    }
  }
  source = std::move(narrowed);
  return true;
}

// A generator that places its values after those of another column makes their order hold.
void SourcePlanner::hold_orders(const Request& request, const Source& source) {
  if (!request.part.empty() || source.inputs.empty()) return;
  const auto& options = request.generator_class->options;
  bool after = std::any_of(options.begin(), options.end(),
                           [](const datagen_option& o) { return o.name == std::string_view("after"); });
  for (TableChecks::Order& order : plan_.tables[request.table].checks.orders) {
    bool bound = std::find(source.inputs.begin(), source.inputs.end(), order.lower) != source.inputs.end();
    order.held = order.held || (after && bound && order.upper == request.column && !order.strict);
  }
}

// The values that the checks list.
std::optional<bool> SourcePlanner::listed_source(Request request, Source& source) {
  const std::size_t t = request.table, c = request.column;
  const std::vector<ColumnCondition>* conditions = conditions_of(request);
  const GeneratorClass* list = plan_.registry.find_generator("enum");
  if (conditions == nullptr || list == nullptr) return std::nullopt;
  auto values = listed_values(*conditions, value_kind(request.type ? *request.type : storage(table_of(t).columns[c])));
  if (!values) return std::nullopt;
  const TableChecks::Origin& origin = plan_.tables[t].checks.origins[conditions->front().check];
  if (values->empty()) {
    diagnostics_.fault(origin.location, subject(t, c),
                       fmt::format("no value satisfies its checks: {}", all_conditions(*conditions)),
                       "change the checks so that they agree");
    return false;
  }
  Node config;
  config.kind = Node::Kind::map;
  config.location = origin.location;
  Node written;
  written.kind = Node::Kind::list;
  written.location = origin.location;
  for (const std::string& value : *values) {
    Node& item = written.list.emplace_back();
    item.kind = Node::Kind::string;
    item.string = value;
    item.location = origin.location;
  }
  config.map.push_back({"values", origin.location, std::move(written)});
  request.location = origin.location;
  request.generator_class = list;
  request.config = &config;
  return create_values(request, source, diagnostics_);
}

// Text made to match, where no generator of a name or type satisfies the checks.
bool SourcePlanner::matching_source(Request request, Source& source) {
  const std::vector<ColumnCondition>* conditions = conditions_of(request);
  const GeneratorClass* matching = plan_.registry.find_generator("pattern");
  if (conditions == nullptr || matching == nullptr) return false;
  auto pattern = generator_pattern(*conditions);
  if (!pattern) return false;
  Node config;
  config.kind = Node::Kind::map;
  Node& written = config.map.emplace_back(Node::Member{"pattern", {}, {}}).value;
  written.kind = Node::Kind::string;
  written.string = *pattern;
  request.location = plan_.tables[request.table].checks.origins[conditions->front().check].location;
  request.generator_class = matching;
  request.config = &config;
  request.strict_checks = true;
  Diagnostics attempt;
  return create_values(request, source, attempt);
}

const std::vector<ColumnCondition>* SourcePlanner::part_conditions(const Request& request, const SqlType& type) {
  TableChecks& checks = plan_.tables[request.table].checks;
  std::vector<ColumnCondition> conditions = domain_conditions(
      plan_.description, type, plan_.options.now, subject(request.table, request.column), checks, diagnostics_);
  return conditions.empty() ? nullptr : &checks.of_parts.emplace_back(std::move(conditions));
}

// A column without a generator whose checks list its values gets these.
std::optional<bool> SourcePlanner::choose_listed(std::size_t t, std::size_t c) {
  ColumnPlan& plan = plan_.tables[t].columns[c];
  Request request;
  request.table = t;
  request.column = c;
  const std::optional<bool> done = listed_source(std::move(request), plan.source);
  if (done) plan.chosen_by = "its check";
  return done;
}

// A column without a generator whose checks no generator of its name or type satisfies gets text made to match.
bool SourcePlanner::choose_matching(std::size_t t, std::size_t c) {
  ColumnPlan& plan = plan_.tables[t].columns[c];
  Request request;
  request.table = t;
  request.column = c;
  if (!matching_source(std::move(request), plan.source)) return false;
  plan.chosen_by = "its check";
  return true;
}

}  // namespace datagen
