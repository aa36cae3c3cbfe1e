// Unique sets by construction: a set of columns holds when one of them never repeats, or when some of them are the
// digits of one number that a permutation gives each row.  No memory, no retries; what cannot hold is refused with
// arithmetic.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "plan/planner.hpp"
#include "program/keys.hpp"

namespace datagen {

namespace {

// What can be drawn on its own: a column, or a foreign key with all its columns.
struct Unit {
  std::string name;  // decides on order: not the written position
  std::vector<std::size_t> columns;
  std::uint64_t count = 0;   // distinct values; 0: 2^64
  bool distinct = false;     // distinct ordinals give distinct values
  bool always = false;       // its own draw never repeats
  bool weighted = false;     // has weights or a distribution that a permutation would flatten
  std::string why;           // why distinct is false, or what is counted
  Source* source = nullptr;  // of a column
  ReferencePlan* reference = nullptr;
};

struct Wanted {
  const UniqueSet* set = nullptr;
  std::vector<std::size_t> units;  // those that lie in the set and can tell rows apart
};

constexpr std::uint64_t largest_product = std::uint64_t{1} << 62;

// The product, or largest_product when it is beyond that.
std::uint64_t product_of(const std::vector<Unit>& units, const std::vector<std::size_t>& chosen) {
  std::uint64_t product = 1;
  for (std::size_t u : chosen) {
    if (units[u].count == 0 || product > largest_product / units[u].count) return largest_product;
    product *= units[u].count;
  }
  return product;
}

bool contains(const std::vector<std::size_t>& outer, const std::vector<std::size_t>& inner) {
  return std::all_of(inner.begin(), inner.end(),
                     [&](std::size_t x) { return std::find(outer.begin(), outer.end(), x) != outer.end(); });
}

// Groups of units, disjoint, each with enough combinations, such that every wanted set contains one.
class Allocation {
 public:
  Allocation(const std::vector<Unit>& units, const std::vector<Wanted>& wanted, std::uint64_t rows)
      : units_(units), wanted_(wanted), rows_(rows) {}

  bool solve() { return solve_from(0); }
  [[nodiscard]] const std::vector<std::vector<std::size_t>>& groups() const { return groups_; }
  [[nodiscard]] std::size_t furthest() const { return furthest_; }  // the first set that could not be had

 private:
  bool solve_from(std::size_t i) {
    if (i == wanted_.size()) return true;
    furthest_ = std::max(furthest_, i);
    const Wanted& wanted = wanted_[i];
    for (const auto& group : groups_)
      if (contains(wanted.units, group)) return solve_from(i + 1);
    std::vector<std::size_t> free;
    for (std::size_t u : wanted.units)
      if (!used_.contains(u)) free.push_back(u);
    for (const auto& group : candidates(free)) {
      groups_.push_back(group);
      used_.insert(group.begin(), group.end());
      if (solve_from(i + 1)) return true;
      for (std::size_t u : group) used_.erase(u);
      groups_.pop_back();
    }
    return false;
  }

  // Subsets with enough combinations: without weighted units first, so that weights stay true; then larger ones first,
  // so that each column's values stay spread; ties by name.
  [[nodiscard]] std::vector<std::vector<std::size_t>> candidates(std::vector<std::size_t> free) const {
    static constexpr std::size_t most_units = 12;
    std::sort(free.begin(), free.end(), [&](std::size_t a, std::size_t b) { return units_[a].name < units_[b].name; });
    if (free.size() > most_units) free.resize(most_units);
    std::vector<std::vector<std::size_t>> result;
    for (std::uint32_t bits = 1; bits < 1u << free.size(); ++bits) {
      std::vector<std::size_t> group;
      for (std::size_t i = 0; i < free.size(); ++i)
        if (bits >> i & 1) group.push_back(free[i]);
      if (product_of(units_, group) >= rows_ && manageable(group)) result.push_back(std::move(group));
    }
    auto weights = [&](const std::vector<std::size_t>& group) {
      return std::count_if(group.begin(), group.end(), [&](std::size_t u) { return units_[u].weighted; });
    };
    std::stable_sort(result.begin(), result.end(), [&](const auto& a, const auto& b) {
      return std::pair(weights(a), -static_cast<std::ptrdiff_t>(a.size())) <
             std::pair(weights(b), -static_cast<std::ptrdiff_t>(b.size()));
    });
    return result;
  }

  // A single unit of any size, or several whose product a 64-bit number can count.
  [[nodiscard]] bool manageable(const std::vector<std::size_t>& group) const {
    return group.size() == 1 || product_of(units_, group) < largest_product;
  }

  const std::vector<Unit>& units_;
  const std::vector<Wanted>& wanted_;
  std::uint64_t rows_;
  std::vector<std::vector<std::size_t>> groups_;
  std::set<std::size_t> used_;
  std::size_t furthest_ = 0;
};

Unit column_unit(const std::string& name, std::size_t c, ColumnPlan& column, std::uint64_t rows) {
  Unit unit{name, {c}, 1, false, false, false, {}, &column.source, nullptr};
  Source& source = column.source;
  switch (source.kind) {
    case Source::Kind::values: {
      unit.count = source.count;
      unit.distinct = source.set->has(DATAGEN_INJECTIVE) && !source.set->has(DATAGEN_MAKES_NULLS);
      unit.weighted = source.set->has(DATAGEN_WEIGHTED);
      bool sequential = source.draw.settled() ? false : source.set->has(DATAGEN_SEQUENTIAL);
      unit.always = unit.distinct && sequential && (source.count == 0 || source.count >= rows);
      unit.why = unit.distinct
                     ? fmt::format("{} of generator {}", source.count, source.set->generator_class().short_name)
                     : fmt::format("generator {} may repeat a value", source.set->generator_class().short_name);
      break;
    }
    case Source::Kind::text:
      unit.distinct = source.text->distinct_by_ordinal || source.text->distinct_by_row;
      unit.always = source.text->distinct_by_row;
      unit.count = source.text->distinct_by_row ? 0 : source.text->cardinality;
      unit.why = unit.distinct ? fmt::format("{} texts", unit.count)
                               : "a template without {seq} at its end, or random parts of fixed width, may repeat";
      break;
    case Source::Kind::rules:
      unit.why = "rules may repeat a value";
      break;
    case Source::Kind::structured:
      unit.why = "an array or composite may repeat";
      break;
    case Source::Kind::expression:
    case Source::Kind::rollup:
      unit.why = "a computed value may repeat";
      break;
    case Source::Kind::lookup:
      unit.why = "a looked-up value repeats with its parent";
      break;
    default:
      unit.why = "it is not generated";
      break;
  }
  if (source.draw.settled()) {
    unit.always = unit.always || (unit.distinct && source.draw.never_repeats);
    unit.distinct = unit.always;
    if (!unit.distinct) unit.why = "its distribution repeats values";
  }
  return unit;
}

}  // namespace

void Planner::settle_unique_sets(std::size_t t) {
  const Table& table = plan_.description.tables[t];
  TablePlan& plan = plan_.tables[t];
  plan.unique_holds.assign(table.unique_sets.size(), {plan.rows, "there is no second row"});
  if (plan.rows <= 1) return;
  auto hold_of = [&](const UniqueSet& set) -> UniqueHold& {
    return plan.unique_holds[static_cast<std::size_t>(&set - table.unique_sets.data())];
  };

  // The units, by the columns that they give.
  std::vector<Unit> units;
  std::vector<std::size_t> unit_of(table.columns.size());
  std::map<std::size_t, std::size_t> unit_of_key;
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    if (auto k = plan.driving_key[c]) {
      auto [found, fresh] = unit_of_key.try_emplace(*k, units.size());
      if (fresh) {
        const ForeignKey& key = table.foreign_keys[*k];
        std::string name;
        for (std::size_t kc : key.columns) name += (name.empty() ? "" : ",") + table.columns[kc].name;
        std::uint64_t parents = plan_.tables[key.referenced_table].rows;
        ReferencePlan& reference = plan.references[*k];
        Unit unit{name,
                  key.columns,
                  parents,
                  !reference.draw.settled() || reference.draw.never_repeats,
                  reference.draw.never_repeats,
                  false,
                  reference.draw.settled() ? "its distribution repeats rows"
                                           : fmt::format("{} rows of {}", parents,
                                                         plan_.description.tables[key.referenced_table].full_name()),
                  nullptr,
                  &reference};
        units.push_back(std::move(unit));
      }
      unit_of[c] = found->second;
    } else {
      unit_of[c] = units.size();
      units.push_back(column_unit(table.columns[c].name, c, plan.columns[c], plan.rows));
    }
  }

  // A column that is looked up by a foreign key stands for that key, as one of its columns does.
  auto looked_up = [&](std::size_t c) -> const Source* {
    const Source& source = plan.columns[c].source;
    const bool one_hop = source.kind == Source::Kind::lookup && source.further_keys.empty();
    return one_hop && unit_of_key.contains(source.foreign_key) ? &source : nullptr;
  };
  for (std::size_t c = 0; c < table.columns.size(); ++c)
    if (const Source* source = looked_up(c); source != nullptr && !plan.driving_key[c])
      if (units[unit_of_key.at(source->foreign_key)].distinct) unit_of[c] = unit_of_key.at(source->foreign_key);

  // A foreign key of which only some columns lie in the set tells rows apart only if these are unique in its target.
  auto tells_apart = [&](const Unit& unit, const UniqueSet& set) {
    if (unit.reference == nullptr || contains(set.columns, unit.columns)) return true;
    const std::size_t k = *plan.driving_key[unit.columns[0]];
    const ForeignKey& key = table.foreign_keys[k];
    std::vector<std::size_t> inside;
    for (std::size_t c : set.columns)
      if (const Source* source = looked_up(c); source != nullptr && source->foreign_key == k)
        inside.push_back(source->referenced_column);
    for (std::size_t i = 0; i < key.columns.size(); ++i)
      if (std::find(set.columns.begin(), set.columns.end(), key.columns[i]) != set.columns.end())
        inside.push_back(key.referenced_columns[i]);
    const auto& sets = plan_.description.tables[key.referenced_table].unique_sets;
    return std::any_of(sets.begin(), sets.end(),
                       [&](const UniqueSet& s) { return !s.partial && contains(inside, s.columns); });
  };

  // Rows whose column is null are alike to a set with NULLS NOT DISTINCT.
  auto null_fraction = [&](std::size_t c) {
    auto of = [&](std::size_t column) {
      return table.columns[column].not_null
                 ? 0.0
                 : table.columns[column].null_fraction.value_or(plan_.options.default_null_fraction);
    };
    if (table.columns[c].not_null || plan.columns[c].never_null) return 0.0;
    auto k = plan.driving_key[c];
    if (!k) return of(c);
    const ForeignKey& key = table.foreign_keys[*k];
    const TablePlan& parent = plan_.tables[key.referenced_table];
    double fraction = parent.rows == 0 ? 1 : plan_.options.default_null_fraction;
    for (std::size_t kc : key.columns) fraction = std::max(fraction, of(kc));
    return fraction;
  };

  // Small sets first: what they take, larger ones get for nothing.
  std::vector<const UniqueSet*> sets;
  for (const UniqueSet& set : table.unique_sets) sets.push_back(&set);
  auto names_of = [&](const UniqueSet& set) {
    std::vector<std::string> list;
    for (std::size_t c : set.columns) list.push_back(table.columns[c].name);
    std::sort(list.begin(), list.end());
    return list;
  };
  std::stable_sort(sets.begin(), sets.end(), [&](const UniqueSet* a, const UniqueSet* b) {
    return std::pair(a->columns.size(), names_of(*a)) < std::pair(b->columns.size(), names_of(*b));
  });

  std::vector<Wanted> wanted;
  for (const UniqueSet* each : sets) {
    const UniqueSet& set = *each;
    Wanted entry{&set, {}};
    bool holds = false, failed = false;
    std::optional<std::size_t> nullable;
    for (std::size_t c : set.columns) {
      failed = failed || plan.columns[c].state == ColumnPlan::State::failed;
      std::size_t u = unit_of[c];
      const Unit& unit = units[u];
      if (!unit.distinct || !tells_apart(unit, set)) continue;
      if (set.nulls_not_distinct && std::any_of(unit.columns.begin(), unit.columns.end(), [&](std::size_t uc) {
            return null_fraction(uc) > 0 && std::find(set.columns.begin(), set.columns.end(), uc) != set.columns.end();
          })) {
        nullable = c;
        continue;
      }
      if (unit.always && !holds) hold_of(set) = {unit.count, unit.name + " never repeats"};
      holds = holds || unit.always;
      if (std::find(entry.units.begin(), entry.units.end(), u) == entry.units.end()) entry.units.push_back(u);
    }
    if (nullable && !holds && (entry.units.empty() || product_of(units, entry.units) < plan.rows)) {
      diagnostics_.fault(
          set.location, column_subject(table, *nullable),
          set.columns.size() == 1
              ? fmt::format("NULLS NOT DISTINCT allows one null, and null_fraction {} makes more",
                            null_fraction(*nullable))
              : fmt::format("to NULLS NOT DISTINCT, rows with a null here are alike, null_fraction {} makes more than "
                            "one, and the other columns do not tell them apart",
                            null_fraction(*nullable)),
          "set null_fraction to 0 for this column");
      continue;
    }
    if (holds || failed) continue;
    if (hold_by_groups(t, set))
      hold_of(set) = {0, "its foreign keys refer within a group, no combination twice"};
    else
      wanted.push_back(std::move(entry));
  }

  auto set_text = [&](const UniqueSet& set) {
    std::string names;
    for (std::size_t c : set.columns) names += (names.empty() ? "" : ", ") + table.columns[c].name;
    const char* partial = set.partial ? ", which is kept for all rows, whatever its WHERE," : "";
    const char* kind = set.kind == UniqueSet::Kind::primary_key ? "PRIMARY KEY"
                       : set.kind == UniqueSet::Kind::index     ? "UNIQUE index"
                                                                : "UNIQUE";
    return fmt::format("{} ({}){}", kind, names, partial);
  };

  // A set that cannot hold by itself is refused by itself; the others are then still looked at.
  std::vector<Wanted> possible;
  for (const Wanted& entry : wanted) {
    if (product_of(units, entry.units) >= plan.rows && !entry.units.empty()) {
      possible.push_back(entry);
      continue;
    }
    std::string parts, reasons;
    for (std::size_t c : entry.set->columns) {
      const Unit& unit = units[unit_of[c]];
      std::string& text = unit.distinct ? parts : reasons;
      if (unit.distinct && text.find(unit.name + ": ") != std::string::npos) continue;
      text += (text.empty() ? "" : "; ") +
              fmt::format("{}: {}", unit.distinct ? unit.name : table.columns[c].name, unit.why);
    }
    std::uint64_t have = entry.units.empty() ? 0 : product_of(units, entry.units);
    std::string message =
        fmt::format("{} needs {} distinct values for {} rows, ", set_text(*entry.set), plan.rows, plan.rows);
    if (have == 0)
      message += fmt::format("and nothing in it is known to give them ({})", reasons);
    else
      message += fmt::format("there are only {} ({}{}{})", have, parts, reasons.empty() ? "" : "; ", reasons);
    const bool distributed = std::any_of(entry.set->columns.begin(), entry.set->columns.end(), [&](std::size_t c) {
      const Unit& unit = units[unit_of[c]];
      return !unit.distinct && (unit.source != nullptr ? unit.source->draw : unit.reference->draw).settled();
    });
    diagnostics_.fault(entry.set->location, column_subject(table, entry.set->columns[0]), message,
                       distributed ? "a distribution and a unique set contradict each other here: take one of them away"
                       : have == 0
                           ? "name a generator that gives distinct values, such as serial, uuid or a pattern"
                           : fmt::format("lower row_count to {} or less, or give the columns more values", have));
  }

  Allocation allocation(units, possible, plan.rows);
  if (!allocation.solve()) {
    const UniqueSet& set = *possible[allocation.furthest()].set;
    diagnostics_.fault(
        set.location, column_subject(table, set.columns[0]),
        fmt::format("{} shares columns with another unique set of this table, and what is left free does not "
                    "give {} distinct values",
                    set_text(set), plan.rows),
        "give a column that is in one of the sets only at least as many values as there are rows, or lower row_count");
    return;
  }
  for (const Wanted& entry : possible) {
    const auto& groups = allocation.groups();
    const auto group =
        std::find_if(groups.begin(), groups.end(), [&](const auto& g) { return contains(entry.units, g); });
    std::string names;
    for (std::size_t u : *group) names += (names.empty() ? "" : ", ") + units[u].name;
    const std::uint64_t have = product_of(units, *group);
    hold_of(*entry.set) = {have >= largest_product ? 0 : have, group->size() == 1
                                                                   ? names + " takes each value at most once"
                                                                   : "a permutation of all combinations of " + names};
  }
  for (const auto& group : allocation.groups()) {
    std::string names;
    for (std::size_t u : group) names += (names.empty() ? "" : ",") + units[u].name;
    datagen_key stream = derive_key(plan_.options.seed, table.full_name(), names, "unique");
    std::uint64_t divisor = 1;
    for (std::size_t u : group) {
      Unit& unit = units[u];
      DrawPlan draw;
      if (group.size() == 1)
        draw.draw = unit.source != nullptr && unit.count == 0 ? sequential_draw() : unique_draw(stream, unit.count);
      if (group.size() == 1 && unit.reference != nullptr)
        draw.children = unique_children(stream, unit.count, plan.rows);
      if (group.size() > 1) draw.digit = DrawPlan::Digit{plan.shared_ordinals.size(), divisor, unit.count};
      divisor *= unit.count;
      (unit.source != nullptr ? unit.source->draw : unit.reference->draw) = draw;
      if (unit.weighted)
        diagnostics_.warning(
            table.columns[unit.columns[0]].location, column_subject(table, unit.columns[0]),
            "its weights cannot hold: the column is part of a unique set, whose values are drawn evenly");
    }
    if (group.size() > 1) plan.shared_ordinals.push_back({stream, product_of(units, group)});
  }
}

}  // namespace datagen
