// Checks that compare two columns of a row, and a last look at what could not be ensured by construction.
#include <fmt/format.h>

#include <algorithm>

#include "plan/planner.hpp"
#include "program/render.hpp"

namespace datagen {

namespace {

constexpr std::uint64_t most_verified = 4096;  // rows of a table

bool is_divisible(const Source& source) {
  return source.kind == Source::Kind::values && source.inputs.empty() && !source.allowed && source.count > 0 &&
         source.set->has(DATAGEN_ORDERED) && !source.set->has(DATAGEN_SEQUENTIAL) &&
         !source.set->has(DATAGEN_MAKES_NULLS);
}

// The value of an ordered set's ordinal.
std::string value_at(const Source& source, std::uint64_t ordinal) {
  Workspace workspace;
  workspace.prepare(1, 0, 0, 1);
  ColumnData column;
  std::uint64_t row = 0;
  std::int64_t nulls = 0;
  source.set->values(workspace, source.key, &row, &ordinal, 1, {}, column, nulls);
  const ColumnData* dictionary = source.set->dictionary();
  column.publish(parse_format(dictionary != nullptr ? "i" : source.format), 1, nulls,
                 dictionary != nullptr ? &dictionary->array() : nullptr);
  return rendered(column, source.format, 0);
}

struct Side {
  Source& source;
  ValueKind kind;
  std::uint64_t needed;
  std::string least, most;
};

// Gives the lower column the values up to one in the middle, the upper column those from there on.
bool divide(Side& lower, Side& upper, bool strict) {
  bool times = lower.kind != ValueKind::time_of_day && !is_number(lower.kind);
  int scale = 0;
  if (!times)
    for (const std::string& text : {lower.least, lower.most, upper.least, upper.most})
      scale = std::max(scale, written_scale(text));
  auto units = [&](const Side& side, const std::string& text) { return units_of(side.kind, scale, text); };
  auto a = units(lower, lower.least), b = units(lower, lower.most), c = units(upper, upper.least),
       d = units(upper, upper.most);
  if (!a || !b || !c || !d) return false;
  if (strict ? b->floor < c->floor : b->floor <= c->floor) return true;
  Units from = std::max(a->floor, c->floor), to = std::min(b->floor, d->floor);
  if (from > to) return false;
  Units middle = from + (to - from) / 2;
  if (lower.kind == ValueKind::date || upper.kind == ValueKind::date) {
    Units day = Units{86'400} * 1'000'000, rest = middle % day;
    middle -= rest < 0 ? rest + day : rest;
  }
  std::uint64_t end = 0, begin = 0;
  if (!lower.source.set->locate(units_text(lower.kind, scale, middle), DATAGEN_LOCATE_FIRST_GREATER, end) ||
      !upper.source.set->locate(units_text(upper.kind, scale, middle),
                                strict ? DATAGEN_LOCATE_FIRST_GREATER : DATAGEN_LOCATE_FIRST_NOT_LESS, begin))
    return false;
  std::uint64_t lower_end = std::min(end, lower.source.first + lower.source.count);
  std::uint64_t upper_begin = std::max(begin, upper.source.first), upper_end = upper.source.first + upper.source.count;
  if (lower_end <= lower.source.first || lower_end - lower.source.first < lower.needed || upper_begin >= upper_end ||
      upper_end - upper_begin < upper.needed)
    return false;
  lower.source.count = lower_end - lower.source.first;
  upper.source.first = upper_begin;
  upper.source.count = upper_end - upper_begin;
  return true;
}

// Compared as the server does: numbers exactly, or as doubles where one of them is a float.
std::optional<int> compare_between(ValueKind a, std::string_view left, ValueKind b, std::string_view right) {
  ValueKind kind =
      is_time(a)                    ? ValueKind::timestamp
      : a == ValueKind::time_of_day ? a
      : a == ValueKind::single || a == ValueKind::floating || b == ValueKind::single || b == ValueKind::floating
          ? ValueKind::floating
          : ValueKind::decimal;
  return compare_values(kind, left, right);
}

std::vector<std::uint64_t> rows_to_verify(std::uint64_t rows) {
  std::vector<std::uint64_t> result;
  std::uint64_t n = std::min(rows, most_verified);
  for (std::uint64_t i = 0; i < n; ++i)
    result.push_back(n == rows ? i : datagen_scale(i * (~std::uint64_t{0} / n), rows));
  return result;
}

}  // namespace

void Planner::collect_all_checks() {
  for (std::size_t t = 0; t < plan_.tables.size(); ++t) {
    plan_.tables[t].checks =
        collect_checks(plan_.description, plan_.description.tables[t], plan_.options.now, diagnostics_);
    const auto& conditions = plan_.tables[t].checks.conditions;
    for (std::size_t c = 0; c < conditions.size(); ++c)
      for (const ColumnCondition& condition : conditions[c])
        if (condition.kind == ColumnCondition::Kind::never_null) plan_.tables[t].columns[c].never_null = true;
  }
}

void Planner::settle_orders(std::size_t t) {
  const Table& table = plan_.description.tables[t];
  TablePlan& plan = plan_.tables[t];
  for (TableChecks::Order& order : plan.checks.orders) {
    ColumnPlan &lower = plan.columns[order.lower], &upper = plan.columns[order.upper];
    if (order.held || !is_divisible(lower.source) || !is_divisible(upper.source)) continue;
    auto side = [&](std::size_t c, ColumnPlan& column) {
      const Source& source = column.source;
      return Side{column.source, value_kind(storage_type(table.columns[c].type, plan_.description.types)),
                  column.distinct_needed, value_at(source, source.first),
                  value_at(source, source.first + source.count - 1)};
    };
    Side low = side(order.lower, lower), high = side(order.upper, upper);
    order.held = divide(low, high, order.strict);
  }
}

// What was not ensured by construction is looked at as it will be.
void Planner::verify_checks(std::size_t t) {
  const Table& table = plan_.description.tables[t];
  TablePlan& plan = plan_.tables[t];
  if (plan.rows == 0 || !plan.written) return;
  auto verifiable = [&](std::size_t c) { return plan.columns[c].source.kind != Source::Kind::none; };
  std::vector<std::size_t> columns;
  auto wanted = [&](std::size_t c) {
    if (std::find(columns.begin(), columns.end(), c) == columns.end()) columns.push_back(c);
  };
  std::vector<const ColumnCondition*> conditions;
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    bool ensured = plan.checks.ensured[c] && plan.columns[c].source.kind == Source::Kind::values;
    if (!verifiable(c)) continue;
    for (const ColumnCondition& condition : plan.checks.conditions[c]) {
      if (ensured && condition.kind != ColumnCondition::Kind::never_null) continue;
      conditions.push_back(&condition);
      wanted(c);
    }
  }
  std::vector<const TableChecks::Order*> orders;
  for (const TableChecks::Order& order : plan.checks.orders) {
    if (order.held || !verifiable(order.lower) || !verifiable(order.upper)) continue;
    orders.push_back(&order);
    wanted(order.lower);
    wanted(order.upper);
  }
  if (columns.empty()) return;
  Program program = compile_program(plan_, t, columns);
  const std::vector<std::uint64_t> rows = rows_to_verify(plan.rows);
  constexpr std::size_t batch = 512;
  std::vector<bool> reported(plan.checks.origins.size());
  auto report = [&](std::size_t check, std::size_t column, std::uint64_t row, const std::string& what) {
    if (reported[check]) return;
    reported[check] = true;
    const TableChecks::Origin& origin = plan.checks.origins[check];
    diagnostics_.endangered(origin.location, column_subject(table, column),
                            fmt::format("datagen cannot ensure {}: row {} gets {}", origin.name, row, what),
                            "give the column a generator that satisfies it; such rows will not load");
  };
  auto kind = [&](std::size_t c) { return value_kind(storage_type(table.columns[c].type, plan_.description.types)); };
  Workspace workspace;
  for (std::size_t at = 0; at < rows.size(); at += batch) {
    std::size_t n = std::min(batch, rows.size() - at);
    run_program(program, workspace, std::span(rows).subspan(at, n));
    auto value = [&](std::size_t c, std::uint32_t i) -> std::optional<std::string> {
      std::size_t place = static_cast<std::size_t>(std::find(columns.begin(), columns.end(), c) - columns.begin());
      const ColumnData& data = workspace.column(program.outputs[place]);
      if (data.is_null(i)) return std::nullopt;
      return rendered(data, plan.columns[c].source.format, i);
    };
    for (std::uint32_t i = 0; i < n; ++i) {
      for (const ColumnCondition* condition : conditions) {
        auto text = value(condition->column, i);
        bool good = text ? satisfies(*condition, kind(condition->column), *text)
                         : condition->kind != ColumnCondition::Kind::never_null;
        if (!good) report(condition->check, condition->column, rows[at + i], text ? "'" + *text + "'" : "null");
      }
      for (const TableChecks::Order* order : orders) {
        auto low = value(order->lower, i), high = value(order->upper, i);
        if (!low || !high) continue;
        auto compared = compare_between(kind(order->lower), *low, kind(order->upper), *high);
        if (compared && (order->strict ? *compared < 0 : *compared <= 0)) continue;
        report(order->check, order->lower, rows[at + i], fmt::format("'{}' and '{}'", *low, *high));
      }
    }
  }
}

}  // namespace datagen
