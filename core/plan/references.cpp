// Foreign keys: which key gives which column, and how rows choose the row that they refer to.
#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "plan/planner.hpp"
#include "program/keys.hpp"

namespace datagen {

namespace {

std::string column_list(const Table& table, const std::vector<std::size_t>& columns) {
  std::string text;
  for (std::size_t c : columns) text += (text.empty() ? "" : ", ") + table.columns[c].name;
  return "(" + text + ")";
}

std::string key_text(const Table& table, const ForeignKey& key, const Description& description) {
  const Table& referenced = description.tables[key.referenced_table];
  return fmt::format("the foreign key {} -> {} {}", column_list(table, key.columns), referenced.full_name(),
                     column_list(referenced, key.referenced_columns));
}

bool has_own_generator(const Column& column) {
  return !column.generator.empty() || column.rules != nullptr || column.pattern != nullptr;
}

// True when small's columns, given their values by big, refer to a row that is there: big's table has the same values
// under a key of its own to the same place, or is that place.
bool implies(const Description& description, const ForeignKey& big, const ForeignKey& small) {
  std::vector<std::size_t> through;  // for each column of small: the column of big's referenced table that gives it
  for (std::size_t c : small.columns) {
    auto found = std::find(big.columns.begin(), big.columns.end(), c);
    if (found == big.columns.end()) return false;
    through.push_back(big.referenced_columns[static_cast<std::size_t>(found - big.columns.begin())]);
  }
  if (big.referenced_table == small.referenced_table && through == small.referenced_columns) return true;
  for (const ForeignKey& key : description.tables[big.referenced_table].foreign_keys) {
    if (key.referenced_table != small.referenced_table) continue;
    bool same = true;
    for (std::size_t i = 0; same && i < through.size(); ++i) {
      auto found = std::find(key.columns.begin(), key.columns.end(), through[i]);
      same =
          found != key.columns.end() &&
          key.referenced_columns[static_cast<std::size_t>(found - key.columns.begin())] == small.referenced_columns[i];
    }
    if (same) return true;
  }
  return false;
}

}  // namespace

void Planner::assign_foreign_keys(std::size_t t) {
  const Table& table = plan_.description.tables[t];
  TablePlan& plan = plan_.tables[t];
  // Keys with more columns first, then by name: the outcome must not depend on the written order.
  std::vector<std::size_t> order(table.foreign_keys.size());
  for (std::size_t k = 0; k < order.size(); ++k) order[k] = k;
  // A key to the same table that maps a column to itself cannot give that column: it comes last.
  auto maps_to_itself = [&](const ForeignKey& key) {
    if (key.referenced_table != t) return false;
    for (std::size_t i = 0; i < key.columns.size(); ++i)
      if (key.columns[i] == key.referenced_columns[i]) return true;
    return false;
  };
  auto sort_key = [&](std::size_t k) {
    const ForeignKey& key = table.foreign_keys[k];
    return std::tuple(maps_to_itself(key), ~key.columns.size(),
                      column_list(table, key.columns) + plan_.description.tables[key.referenced_table].full_name());
  };
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return sort_key(a) < sort_key(b); });

  for (std::size_t k : order) {
    const ForeignKey& key = table.foreign_keys[k];
    auto count = [&](auto predicate) {
      return static_cast<std::size_t>(std::count_if(key.columns.begin(), key.columns.end(), predicate));
    };
    std::size_t own = count([&](std::size_t c) { return has_own_generator(table.columns[c]); });
    std::size_t driven = count([&](std::size_t c) { return plan.driving_key[c].has_value(); });
    std::string name = key_text(table, key, plan_.description);
    std::string where = column_subject(table, key.columns[0]);
    if (own == key.columns.size()) {
      plan.references[k].implied = true;
      diagnostics_.endangered(
          key.location, where,
          fmt::format("{} is left to the columns' own generators: that their values exist there is not "
                      "ensured",
                      name),
          "take the generator away to have the key kept");
    } else if (own > 0) {
      diagnostics_.fault(key.location, where, fmt::format("{} has a generator for some of its columns only", name),
                         "take the generators away: a foreign key gives all its columns");
    } else if (driven == 0 && !maps_to_itself(key)) {
      for (std::size_t c : key.columns) plan.driving_key[c] = k;
    } else {
      bool implied = false;
      for (std::size_t c : key.columns)
        if (plan.driving_key[c])
          implied = implied || implies(plan_.description, table.foreign_keys[*plan.driving_key[c]], key);
      plan.references[k].implied = implied;
      if (implied || anchor_key(t, k)) continue;
      std::string other;
      for (std::size_t c : key.columns)
        if (plan.driving_key[c] && other.empty())
          other = key_text(table, table.foreign_keys[*plan.driving_key[c]], plan_.description);
      diagnostics_.fault(
          key.location, where,
          other.empty()
              ? fmt::format("{} has no column that it could give", name)
              : fmt::format("{} shares a column with {}, and nothing ties their targets together", name, other),
          "keys that share columns hold together when each of their targets refers on to one table by these "
          "columns, such as users (tenant_id) and projects (tenant_id) to tenants");
    }
  }
}

void Planner::settle_references(std::size_t t) {
  const Table& table = plan_.description.tables[t];
  TablePlan& plan = plan_.tables[t];
  for (std::size_t k = 0; k < table.foreign_keys.size(); ++k) {
    const ForeignKey& key = table.foreign_keys[k];
    ReferencePlan& reference = plan.references[k];
    if (plan.written && plan_.options.definitions && !plan_.tables[key.referenced_table].written)
      diagnostics_.warning(key.location, column_subject(table, key.columns[0]),
                           fmt::format("{} is not in the output: the table it refers to is left out",
                                       key_text(table, key, plan_.description)),
                           "its values are the keys of that table all the same");
    if (reference.implied) continue;
    const Table& referenced = plan_.description.tables[key.referenced_table];
    std::uint64_t rows = plan_.tables[key.referenced_table].rows;
    std::string names;
    for (std::size_t c : key.columns) names += (names.empty() ? "" : ",") + table.columns[c].name;
    bool nullable =
        std::any_of(key.columns.begin(), key.columns.end(), [&](std::size_t c) { return !table.columns[c].not_null; });
    reference.nulls.key = derive_key(plan_.options.seed, table.full_name(), names, "null");
    if (nullable) {
      double fraction = plan_.options.default_null_fraction;
      for (std::size_t c : key.columns)
        if (!table.columns[c].not_null) fraction = std::max(fraction, table.columns[c].null_fraction.value_or(0));
      reference.nulls.fraction = fraction;
    }
    if (rows == 0 && plan.rows > 0) {
      if (nullable) {
        reference.nulls.fraction = 1;
      } else if (plan.written) {
        diagnostics_.fault(key.location, column_subject(table, key.columns[0]),
                           fmt::format("{} has {} rows that must refer to {}, which has 0 rows", table.full_name(),
                                       plan.rows, referenced.full_name()),
                           "give the referenced table rows, or make the column nullable");
        continue;
      }
    }
    if (reference.draw.settled()) continue;
    datagen_key stream = derive_key(plan_.options.seed, table.full_name(), names, "reference");
    if (key.referenced_table == t) {
      reference.draw.draw = earlier_row_draw(stream);
      reference.nulls.first_row_too = nullable;
    } else {
      reference.draw.draw = uniform_draw(stream, std::max<std::uint64_t>(rows, 1));
    }
  }
}

}  // namespace datagen
