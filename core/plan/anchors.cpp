// Foreign keys that share columns, such as (tenant_id, user_id) and (tenant_id, project_id): see AnchorPlan.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "plan/planner.hpp"
#include "program/keys.hpp"

namespace datagen {

namespace {

using Columns = std::vector<std::size_t>;

std::optional<std::size_t> position(const Columns& columns, std::size_t column) {
  auto found = std::find(columns.begin(), columns.end(), column);
  if (found == columns.end()) return std::nullopt;
  return static_cast<std::size_t>(found - columns.begin());
}

// The columns of key's target that stand for the given columns of its table; empty if key lacks one of them.
Columns through(const ForeignKey& key, const Columns& columns) {
  Columns result;
  for (std::size_t c : columns) {
    auto at = position(key.columns, c);
    if (!at) return {};
    result.push_back(key.referenced_columns[*at]);
  }
  return result;
}

struct Tie {
  std::size_t table;
  Columns columns;
  auto operator<=>(const Tie&) const = default;
};

// Where the columns of a table come from by foreign keys on exactly these columns.
std::set<Tie> ties(const Description& description, std::size_t table, const Columns& columns) {
  std::set<Tie> result;
  for (const ForeignKey& key : description.tables[table].foreign_keys) {
    if (key.columns.size() != columns.size() || key.referenced_table == table) continue;
    if (Columns target = through(key, columns); !target.empty()) result.insert({key.referenced_table, target});
  }
  return result;
}

// The foreign key on exactly these columns to the tie.
std::optional<std::size_t> key_to(const Description& description, std::size_t table, const Columns& columns,
                                  const Tie& tie) {
  const auto& keys = description.tables[table].foreign_keys;
  for (std::size_t k = 0; k < keys.size(); ++k)
    if (keys[k].columns.size() == columns.size() && keys[k].referenced_table == tie.table &&
        through(keys[k], columns) == tie.columns)
      return k;
  return std::nullopt;
}

std::string joined_names(const Table& table, const Columns& columns) {
  std::string names;
  for (std::size_t c : columns) names += (names.empty() ? "" : ",") + table.columns[c].name;
  return names;
}

}  // namespace

bool Planner::anchor_key(std::size_t t, std::size_t k) {
  const Table& table = plan_.description.tables[t];
  TablePlan& plan = plan_.tables[t];
  const ForeignKey& key = table.foreign_keys[k];
  bool to_itself = key.referenced_table == t;
  Columns shared, rest;
  for (std::size_t i = 0; i < key.columns.size(); ++i) {
    bool fixed = plan.driving_key[key.columns[i]] || (to_itself && key.columns[i] == key.referenced_columns[i]);
    (fixed ? shared : rest).push_back(key.columns[i]);
  }
  std::sort(shared.begin(), shared.end(),
            [&](std::size_t a, std::size_t b) { return table.columns[a].name < table.columns[b].name; });
  if (rest.empty() || shared.empty()) return false;
  if (plan.anchor && plan.anchor->columns != shared) return false;

  // What the shared columns stand for, as seen from this table: by a key of its own, or through the key that gives
  // them.
  std::set<Tie> own = ties(plan_.description, t, shared);
  std::optional<std::size_t> giver = plan.driving_key[shared[0]];
  if (giver) {
    const ForeignKey& giving = table.foreign_keys[*giver];
    Columns there = through(giving, shared);
    if (there.empty()) return false;
    if (giving.columns.size() == shared.size()) own.insert({giving.referenced_table, there});
    for (const Tie& tie : ties(plan_.description, giving.referenced_table, there)) own.insert(tie);
  }
  if (plan.anchor && plan.anchor->referenced_table)
    own = {{*plan.anchor->referenced_table, plan.anchor->referenced_columns}};
  // The first by name: not by written position.
  std::optional<Tie> common;
  auto prefer = [&](const Tie& tie) {
    auto name = [&](const Tie& of) {
      const Table& there = plan_.description.tables[of.table];
      return there.full_name() + "." + joined_names(there, of.columns);
    };
    if (!common || name(tie) < name(*common)) common = tie;
  };
  if (to_itself) {
    for (const Tie& tie : own) prefer(tie);
    if (own.empty() && giver) return false;
  } else {
    for (const Tie& tie : ties(plan_.description, key.referenced_table, through(key, shared)))
      if (own.contains(tie)) prefer(tie);
    if (!common) return false;
  }

  if (!plan.anchor) {
    AnchorPlan anchor;
    anchor.columns = shared;
    if (common) {
      anchor.referenced_table = common->table;
      anchor.referenced_columns = common->columns;
    }
    plan.anchor = std::move(anchor);
    // The key that gives the shared columns follows the groups as well.
    if (giver) plan.references[*giver].anchored = true;
  }
  plan.references[k].anchored = true;
  for (std::size_t c : rest) plan.driving_key[c] = k;
  return true;
}

GroupsPointer Planner::groups_of_key(std::size_t t, std::size_t k) {
  TablePlan& plan = plan_.tables[t];
  const ForeignKey& key = plan_.description.tables[t].foreign_keys[k];
  // A table with groups of its own lends these, if this key is what they stand for.
  if (plan.anchor) {
    Columns sorted = plan.anchor->columns;
    bool same = key.columns.size() == sorted.size() && plan.anchor->referenced_table == key.referenced_table &&
                through(key, sorted) == plan.anchor->referenced_columns;
    return same ? groups_of(t) : nullptr;
  }
  if (auto found = plan.grouped_keys.find(k); found != plan.grouped_keys.end()) return found->second;
  std::uint64_t groups = std::max<std::uint64_t>(plan_.tables[key.referenced_table].rows, 1);
  const Table& table = plan_.description.tables[t];
  GroupsPointer made = std::make_shared<const Groups>(
      derive_key(plan_.options.seed, table.full_name(), joined_names(table, key.columns), "group"),
      std::max<std::uint64_t>(plan.rows, 1), groups);
  plan.grouped_keys.emplace(k, made);
  return made;
}

GroupsPointer Planner::groups_of(std::size_t t) {
  TablePlan& plan = plan_.tables[t];
  AnchorPlan& anchor = *plan.anchor;
  if (anchor.groups) return anchor.groups;
  const Table& table = plan_.description.tables[t];
  std::uint64_t rows = std::max<std::uint64_t>(plan.rows, 1), groups = 0;
  if (anchor.referenced_table) {
    groups = std::max<std::uint64_t>(plan_.tables[*anchor.referenced_table].rows, 1);
    // Only groups that have members wherever they are needed.
    for (std::size_t k = 0; k < table.foreign_keys.size(); ++k) {
      const ForeignKey& key = table.foreign_keys[k];
      if (!plan.references[k].anchored || key.referenced_table == t || key.referenced_table == *anchor.referenced_table)
        continue;
      auto on = key_to(plan_.description, key.referenced_table, through(key, anchor.columns),
                       {*anchor.referenced_table, anchor.referenced_columns});
      GroupsPointer theirs = on ? groups_of_key(key.referenced_table, *on) : nullptr;
      if (theirs) groups = std::min(groups, theirs->filled());
    }
  } else {
    // About ten rows a group, if the columns' own values allow as many groups.
    groups = std::max<std::uint64_t>(rows / 10, 1);
  }
  anchor.groups = std::make_shared<const Groups>(
      derive_key(plan_.options.seed, table.full_name(), joined_names(table, anchor.columns), "group"), rows, groups);
  return anchor.groups;
}

void Planner::settle_anchors() {
  for (std::size_t t = 0; t < plan_.tables.size(); ++t) {
    TablePlan& plan = plan_.tables[t];
    if (!plan.anchor) continue;
    const Table& table = plan_.description.tables[t];
    AnchorPlan& anchor = *plan.anchor;
    GroupsPointer own = groups_of(t);
    if (!anchor.referenced_table) {
      for (std::size_t c : anchor.columns) {
        if (table.columns[c].distribution) {
          diagnostics_.fault(table.columns[c].distribution->location, column_subject(table, c),
                             "rows that refer to each other share its values, in groups of about ten rows each",
                             "leave its distribution out");
          continue;
        }
        Source& source = plan.columns[c].source;
        if (plan.columns[c].state == ColumnPlan::State::failed) continue;
        if (source.kind != Source::Kind::values || (source.count > 0 && source.count < own->count())) {
          diagnostics_.fault(table.columns[c].location, column_subject(table, c),
                             fmt::format("rows that refer to rows of the same {} need at least {} values of it",
                                         table.columns[c].name, own->count()),
                             "give the column more values, or a foreign key");
          continue;
        }
        source.draw.draw = group_draw(own);
      }
    }
    for (std::size_t k = 0; k < table.foreign_keys.size(); ++k) {
      const ForeignKey& key = table.foreign_keys[k];
      ReferencePlan& reference = plan.references[k];
      if (!reference.anchored) continue;
      datagen_key stream =
          derive_key(plan_.options.seed, table.full_name(), joined_names(table, key.columns), "reference");
      if (key.referenced_table == t) {
        reference.draw.draw = earlier_in_group_draw(stream, own);
        bool nullable = std::any_of(key.columns.begin(), key.columns.end(),
                                    [&](std::size_t c) { return !table.columns[c].not_null; });
        if (nullable) reference.nulls.first_of_groups = own;
        continue;
      }
      if (anchor.referenced_table && key.referenced_table == *anchor.referenced_table &&
          key.columns.size() == anchor.columns.size()) {
        reference.draw.draw = group_draw(own);
        reference.draw.children = group_children(own);
        continue;
      }
      auto on = key_to(plan_.description, key.referenced_table, through(key, anchor.columns),
                       {*anchor.referenced_table, anchor.referenced_columns});
      GroupsPointer theirs = on ? groups_of_key(key.referenced_table, *on) : nullptr;
      if (theirs == nullptr) {
        diagnostics_.fault(key.location, column_subject(table, key.columns[0]),
                           fmt::format("the rows of {} are already grouped by other columns than {}",
                                       plan_.description.tables[key.referenced_table].full_name(),
                                       joined_names(table, anchor.columns)));
        continue;
      }
      reference.draw.draw = same_group_draw(stream, own, theirs);
    }
  }
  for (std::size_t t = 0; t < plan_.tables.size(); ++t)
    for (const auto& [k, groups] : plan_.tables[t].grouped_keys) {
      plan_.tables[t].references[k].draw.draw = group_draw(groups);
      plan_.tables[t].references[k].draw.children = group_children(groups);
    }
}

bool Planner::hold_by_groups(std::size_t t, const UniqueSet& set) {
  TablePlan& plan = plan_.tables[t];
  if (!plan.anchor || !plan.anchor->referenced_table || set.nulls_not_distinct) return false;
  AnchorPlan& anchor = *plan.anchor;
  const Table& table = plan_.description.tables[t];
  GroupsPointer own = groups_of(t);
  std::vector<std::size_t> inside;  // the keys that lie in the set
  for (std::size_t k = 0; k < table.foreign_keys.size(); ++k) {
    const ForeignKey& key = table.foreign_keys[k];
    if (!plan.references[k].anchored || key.referenced_table == t || key.columns.size() == anchor.columns.size())
      continue;
    if (std::all_of(key.columns.begin(), key.columns.end(),
                    [&](std::size_t c) { return position(set.columns, c).has_value(); }))
      inside.push_back(k);
  }
  // What an earlier set has been given must stay.
  std::set<std::size_t> taken;
  for (const Columns& keys : anchor.distinct_keys) {
    if (std::all_of(keys.begin(), keys.end(), [&](std::size_t k) { return position(inside, k).has_value(); }))
      return true;
    taken.insert(keys.begin(), keys.end());
  }
  auto name_of = [&](std::size_t k) { return joined_names(table, table.foreign_keys[k].columns); };
  std::sort(inside.begin(), inside.end(), [&](std::size_t a, std::size_t b) { return name_of(a) < name_of(b); });
  Columns keys;
  std::vector<GroupsPointer> others;
  std::uint64_t product = 1;
  static constexpr std::uint64_t most = std::uint64_t{1} << 62;
  for (std::size_t k : inside) {
    const ForeignKey& key = table.foreign_keys[k];
    auto on = key_to(plan_.description, key.referenced_table, through(key, anchor.columns),
                     {*anchor.referenced_table, anchor.referenced_columns});
    GroupsPointer theirs = on && !taken.contains(k) ? groups_of_key(key.referenced_table, *on) : nullptr;
    if (theirs == nullptr) continue;
    keys.push_back(k);
    others.push_back(theirs);
    std::uint64_t least = others.back()->size(own->count() - 1);
    product = product > most / std::max<std::uint64_t>(least, 1) ? most : product * least;
  }
  if (keys.empty() || own->largest() > product) return false;
  std::vector<std::string> columns;
  for (std::size_t c : set.columns) columns.push_back(table.columns[c].name);
  std::sort(columns.begin(), columns.end());
  datagen_key stream =
      derive_key(plan_.options.seed, table.full_name(), fmt::format("{}", fmt::join(columns, ",")), "unique");
  for (std::size_t i = 0; i < keys.size(); ++i)
    plan.references[keys[i]].draw.draw = distinct_group_draw(stream, own, others, i);
  anchor.distinct_keys.push_back(keys);
  return true;
}

}  // namespace datagen
