#include "plan/check_facts.hpp"

#include <fmt/format.h>

#include <random>

#include "plan/check_narrowing.hpp"
#include "tests/support/catch.hpp"

using namespace datagen;

namespace {

constexpr std::int64_t as_of = 1735689600000000;  // 2025-01-01

SqlType type(const char* written) {
  std::string message;
  auto parsed = parse_type(written, {}, message);
  REQUIRE(parsed);
  return *parsed;
}

const std::vector<CheckColumn>& columns() {
  static const std::vector<CheckColumn> result{{"a", type("integer")},      {"b", type("integer")},
                                               {"n", type("numeric(6,1)")}, {"d", type("date")},
                                               {"t", type("varchar(20)")},  {"f", type("boolean")}};
  return result;
}

// One row: numbers in halves, dates in days since 2020-01-01, booleans 0 and 1; texts apart.
struct Row {
  std::optional<int> numbers[6];
  std::optional<std::string> text;
};
enum Truth { no, unknown, yes };
Truth truth(bool b) { return b ? yes : no; }

std::string literal(std::size_t column, int value) {
  if (column == 2) return fmt::format("{}{}.{}", value < 0 ? "-" : "", std::abs(value) / 2, value % 2 != 0 ? 5 : 0);
  if (column == 3) return fmt::format("'2020-01-{:02}'{}", 10 + value, value % 2 == 0 ? "::date" : "");
  if (column == 5) return value != 0 ? "true" : "false";
  return std::to_string(value);
}

// A random expression, as text and as what it means.
struct Tree {
  std::string sql;
  std::function<Truth(const Row&)> value;
};

class Trees {
 public:
  explicit Trees(std::uint32_t seed) : random_(seed) {}

  int below(int n) { return static_cast<int>(random_() % static_cast<std::uint32_t>(n)); }

  Row row() {
    Row row;
    for (std::size_t c = 0; c < 6; ++c)
      if (below(5) != 0) row.numbers[c] = c == 5 ? below(2) : below(9) - 4;
    static const char* texts[] = {"", "a", "B", "ab", "abc", "b-1", "  "};
    if (below(5) != 0) row.text = texts[below(7)];
    return row;
  }

  Tree tree(int depth) {
    int kind = depth == 0 ? 3 : below(5);
    if (kind > 2) return atom();
    if (kind == 2) {
      Tree inner = tree(depth - 1);
      return {"NOT (" + inner.sql + ")", [inner](const Row& r) { return static_cast<Truth>(2 - inner.value(r)); }};
    }
    Tree x = tree(depth - 1), y = tree(depth - 1);
    bool both = kind == 0;
    return {"(" + x.sql + (both ? ") AND (" : ") OR (") + y.sql + ")", [x, y, both](const Row& r) {
              return both ? std::min(x.value(r), y.value(r)) : std::max(x.value(r), y.value(r));
            }};
  }

  Tree conjunction(int n) {
    Tree result = simple();
    for (; n > 1; --n) {
      Tree next = simple(), before = result;
      result = {before.sql + " AND " + next.sql,
                [before, next](const Row& r) { return std::min(before.value(r), next.value(r)); }};
    }
    return result;
  }

 private:
  Tree atom() {
    static const char* names[] = {"a", "b", "n", "d", "t", "f"};
    switch (below(8)) {
      case 0: {
        auto c = static_cast<std::size_t>(below(6));
        bool null = below(2) == 0;
        return {fmt::format("{} IS {}NULL", names[c], null ? "" : "NOT "), [c, null](const Row& r) {
                  bool has = c == 4 ? r.text.has_value() : r.numbers[c].has_value();
                  return truth(has != null);
                }};
      }
      case 1: {
        std::size_t x = static_cast<std::size_t>(below(3)), y = (x + 1) % 3;
        return compared(names[x], names[y], [x, y](const Row& r) -> std::optional<int> {
          if (!r.numbers[x] || !r.numbers[y]) return std::nullopt;
          return scaled(x, *r.numbers[x]) - scaled(y, *r.numbers[y]);
        });
      }
      case 2:
        return {below(2) == 0 ? "f" : "f = TRUE",
                [](const Row& r) { return r.numbers[5] ? truth(*r.numbers[5] != 0) : unknown; }};
      default:
        return simple();
    }
  }

  // Integers count two halves.
  static int scaled(std::size_t c, int value) { return c < 2 ? 2 * value : value; }

  Tree compared(const std::string& left, const std::string& right,
                std::function<std::optional<int>(const Row&)> order) {
    static const char* operators[] = {"<", "<=", ">", ">=", "=", "<>"};
    int op = below(6);
    return {left + " " + operators[op] + " " + right, [op, order](const Row& r) {
              auto o = order(r);
              if (!o) return unknown;
              return truth(op == 0   ? *o < 0
                           : op == 1 ? *o <= 0
                           : op == 2 ? *o > 0
                           : op == 3 ? *o >= 0
                           : op == 4 ? *o == 0
                                     : *o != 0);
            }};
  }

  // Forms that are understood whole.
  Tree simple() {
    static const char* names[] = {"a", "b", "n", "d"};
    auto c = static_cast<std::size_t>(below(4));
    int x = below(9) - 4, y = below(9) - 4;
    auto at = [c](const Row& r) { return r.numbers[c]; };
    switch (below(6)) {
      case 0:
        return compared(names[c], literal(c, x), [at, x](const Row& r) -> std::optional<int> {
          return at(r) ? std::optional(*at(r) - x) : std::nullopt;
        });
      case 1:
        return compared(literal(c, x), names[c], [at, x](const Row& r) -> std::optional<int> {
          return at(r) ? std::optional(x - *at(r)) : std::nullopt;
        });
      case 2:
        return {fmt::format("{} BETWEEN {} AND {}", names[c], literal(c, x), literal(c, y)),
                [at, x, y](const Row& r) { return at(r) ? truth(x <= *at(r) && *at(r) <= y) : unknown; }};
      case 3: {
        bool inside = below(2) == 0;
        std::string list = fmt::format("{}, {}", literal(c, x), literal(c, y));
        std::string sql = below(2) == 0 ? fmt::format("{} {}IN ({})", names[c], inside ? "" : "NOT ", list)
                                        : fmt::format("{} {} (ARRAY[{}])", names[c], inside ? "= ANY" : "<> ALL", list);
        return {sql, [at, x, y, inside](const Row& r) {
                  return at(r) ? truth((*at(r) == x || *at(r) == y) == inside) : unknown;
                }};
      }
      case 4: {
        auto n = static_cast<std::size_t>(below(4));
        return compared("length(t)", std::to_string(n), [n](const Row& r) -> std::optional<int> {
          if (!r.text) return std::nullopt;
          return static_cast<int>(r.text->size()) - static_cast<int>(n);
        });
      }
      default: {
        static const char* patterns[] = {"a%", "%b%", "_", "ab_", "%"};
        int p = below(5);
        return {fmt::format("(t)::text LIKE '{}'", patterns[p]), [p](const Row& r) {
                  if (!r.text) return unknown;
                  const std::string& t = *r.text;
                  return truth(p == 0   ? t.starts_with("a")
                               : p == 1 ? t.find('b') != std::string::npos
                               : p == 2 ? t.size() == 1
                               : p == 3 ? t.size() == 3 && t.starts_with("ab")
                                        : true);
                }};
      }
    }
  }

  std::mt19937 random_;
};

// What the facts ask of the row.
bool asked(const CheckFacts& facts, const Row& row) {
  auto text = [&](std::size_t c) -> std::optional<std::string> {
    if (c == 4) return row.text;
    if (!row.numbers[c]) return std::nullopt;
    std::string s = literal(c, *row.numbers[c]);
    return c == 3 ? s.substr(1, 10) : s;
  };
  for (const ColumnCondition& condition : facts.conditions) {
    auto value = text(condition.column);
    if (value ? !satisfies(condition, value_kind(columns()[condition.column].storage), *value)
              : condition.kind == ColumnCondition::Kind::never_null)
      return false;
  }
  for (const ColumnOrder& order : facts.orders) {
    auto low = text(order.lower), high = text(order.upper);
    if (!low || !high) continue;
    auto compared = compare_values(ValueKind::decimal, *low, *high);
    REQUIRE(compared);
    if (order.strict ? *compared >= 0 : *compared > 0) return false;
  }
  return true;
}

}  // namespace

// Sound: where nothing is reported as unusable, no row that does what is asked makes the expression false.
TEST_CASE("Rows that do what an analysed check asks never violate it") {
  std::uint64_t understood = 0, satisfied = 0;
  for (std::uint32_t seed = 1; seed <= 4000; ++seed) {
    Trees trees(seed);
    Tree tree = trees.tree(3);
    CheckFacts facts = analyse_check(tree.sql, columns(), as_of);
    if (!facts.unusable.empty()) continue;
    ++understood;
    for (int i = 0; i < 60; ++i) {
      Row row = trees.row();
      if (!asked(facts, row)) continue;
      ++satisfied;
      if (tree.value(row) != no) continue;
      INFO("seed " << seed << ": " << tree.sql);
      REQUIRE(tree.value(row) != no);
    }
  }
  CHECK(understood > 1000);
  CHECK(satisfied > 5000);
}

// Conjunctions of simple comparisons are understood, and nothing beyond them is asked.
TEST_CASE("A conjunction of comparisons asks for just what it says") {
  std::uint64_t understood = 0;
  for (std::uint32_t seed = 1; seed <= 3000; ++seed) {
    Trees trees(seed);
    Tree tree = trees.conjunction(1 + trees.below(4));
    CheckFacts facts = analyse_check(tree.sql, columns(), as_of);
    if (!facts.unusable.empty()) {  // a length that no text has, or a single length excluded
      CHECK(tree.sql.find("length") != std::string::npos);
      continue;
    }
    ++understood;
    for (int i = 0; i < 40; ++i) {
      Row row = trees.row();
      if (asked(facts, row) == (tree.value(row) != no)) continue;
      INFO("seed " << seed << ": " << tree.sql);
      REQUIRE(asked(facts, row) == (tree.value(row) != no));
    }
  }
  CHECK(understood > 2000);
}

// Of bounds, values outside lie outside the inclusive bounds that generators are given, and the other way round.
TEST_CASE("Inclusive bounds hold the values that satisfy the bounds of a check") {
  for (std::uint32_t seed = 1; seed <= 2000; ++seed) {
    std::mt19937 random(seed);
    bool decimal = random() % 2 == 0;
    const char* operators[] = {"<", "<=", ">", ">="};
    std::string sql;
    for (std::uint32_t i = 0; i <= random() % 3; ++i)
      sql += fmt::format("{}{} {} {}.{}", i == 0 ? "" : " AND ", decimal ? "n" : "a", operators[random() % 4],
                         static_cast<int>(random() % 9) - 4, random() % 100);
    CheckFacts facts = analyse_check(sql, columns(), as_of);
    INFO("seed " << seed << ": " << sql);
    REQUIRE(facts.unusable.empty());
    const SqlType& storage = columns()[decimal ? 2 : 0].storage;
    InclusiveBounds bounds = inclusive_bounds(facts.conditions, storage);
    ValueKind kind = value_kind(storage);
    for (int units = -60; units <= 60; ++units) {
      std::string value = units_text(kind, decimal ? 1 : 0, units);
      bool inside = (!bounds.minimum || *compare_values(kind, value, *bounds.minimum) >= 0) &&
                    (!bounds.maximum || *compare_values(kind, value, *bounds.maximum) <= 0);
      bool good = true;
      for (const ColumnCondition& c : facts.conditions) good = good && satisfies(c, kind, value);
      CHECK(inside == good);
    }
  }
}

TEST_CASE("Times of the run stand for now only where loading later does no harm") {
  auto bound = [](const char* sql) {
    CheckFacts facts = analyse_check(sql, columns(), as_of);
    return facts.unusable.empty() ? condition_text(facts.conditions.at(0)) : "unusable";
  };
  CHECK(bound("d <= CURRENT_DATE") == "at most 2025-01-01");
  CHECK(bound("d < now()") == "below 2025-01-01 00:00:00");
  CHECK(bound("d <= CURRENT_DATE - INTERVAL '18 years'") == "at most 2007-01-01 00:00:00");
  CHECK(bound("d <= now() - '1 month 1 day'::interval") == "at most 2024-11-30 00:00:00");
  CHECK(bound("CURRENT_DATE - 30 >= d") == "at most 2024-12-02");
  CHECK(bound("a <= EXTRACT(YEAR FROM now()) + 1") == "at most 2026");
  CHECK(bound("d > CURRENT_DATE") == "unusable");
  CHECK(bound("d = CURRENT_DATE") == "unusable");
}

TEST_CASE("What the server alone can judge is unusable, with a reason") {
  for (const char* sql : {"a % 2 = 0",
                          "a + b < 10",
                          "t > 'm'",
                          "(a IS NULL) <> (b IS NULL)",
                          "t !~ 'x'",
                          "t NOT LIKE 'x%'",
                          "t ~ '(?=x)'",
                          "t ~ '\\mword'",
                          "a IS NULL",
                          "NULL",
                          "false",
                          "a = b",
                          "f IS UNKNOWN",
                          "a::text = '1'",
                          "date_part('dow', d) < 6",
                          "coalesce(a, 0) >= 0",
                          "a > 'x'",
                          "d > 'infinity'",
                          "a % 2 = 1 OR b % 2 = 1",
                          "a IN (SELECT 1)",
                          "random() < 2",
                          "t = ANY (string_to_array('a,b', ','))"}) {
    INFO(sql);
    CheckFacts facts = analyse_check(sql, columns(), as_of);
    REQUIRE_FALSE(facts.unusable.empty());
    CHECK_FALSE(facts.unusable[0].empty());
  }
  std::string deep = "f";
  for (int i = 0; i < 3000; ++i) deep = "NOT " + deep;
  CHECK_FALSE(analyse_check(deep, columns(), as_of).unusable.empty());
}
