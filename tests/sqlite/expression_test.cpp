// Expressions of PostgreSQL in SQLite: what is translated means the same, row by row; what cannot is refused.
#include <map>
#include <string>
#include <vector>

#include "plugins/sqlite/expression.hpp"
#include "plugins/sqlite/names.hpp"
#include "tests/postgres/program.hpp"
#include "tests/sqlite/database_file.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/postgres.hpp"

using namespace datagen::test;
using namespace datagen::sqlite;

namespace {

struct TestColumn {
  const char *name, *type, *rest;
};
// Few values each, so that equality is met as often as inequality; nulls everywhere.
const std::vector<TestColumn> kColumns{
    {"a", "integer", "generator: integer_range, generator_config: {min: -9, max: 9}"},
    {"b", "bigint", "generator: integer_range, generator_config: {min: -9, max: 9}"},
    {"price", "numeric(10,2)", "generator: decimal_range, generator_config: {min: -2, max: 2}"},
    {"cost", "numeric(12,3)", "generator: decimal_range, generator_config: {min: -2, max: 2}"},
    {"wide", "numeric", "generator: decimal_range, generator_config: {min: -2, max: 2}"},
    {"x", "double precision", "generator: decimal_range, generator_config: {min: -2, max: 2}"},
    {"r", "real", "generator: decimal_range, generator_config: {min: -2, max: 2}"},
    {"t", "text", "generator: enum, generator_config: {values: ['', a, b, ' a ', A, abc, 'a*c', a_c, a%c, 'it''s']}"},
    {"v", "varchar(10)", "generator: enum, generator_config: {values: ['', a, b, Abc, 'a?c', 'x[y]z']}"},
    {"d", "date", "generator: date, generator_config: {start: 2024-02-27, end: 2024-03-02}"},
    {"e", "date", "generator: date, generator_config: {start: 2024-02-27, end: 2024-03-02}"},
    {"ts", "timestamp", "generator: timestamp, generator_config: {start: 2024-02-27, end: 2024-03-02}"},
    {"tz", "timestamptz", "generator: timestamp, generator_config: {start: 2024-02-27, end: 2024-03-02}"},
    {"ok", "boolean", ""},
    {"u", "uuid", ""},
    {"m", "mood", ""},
};

std::string description() {
  std::string text =
      "custom_types:\n  mood: {kind: enum, definition: {values: [sad, ok, happy]}}\ntables:\n  t:\n    row_count: 400\n"
      "    columns:\n      id: {type: integer, primary_key: true}\n";
  for (const TestColumn& column : kColumns)
    text += std::string("      ") + column.name + ": {type: \"" + column.type + "\", null_fraction: 0.1" +
            (*column.rest == '\0' ? "" : ", ") + column.rest + "}\n";
  return text;
}

class Columns {
 public:
  Columns() {
    mood_.struct_size = sizeof mood_;
    mood_.kind = DATAGEN_TYPE_ENUM;
    mood_.name = "mood";
    database_.types = types_;
    database_.n_types = 1;
    for (const TestColumn& column : kColumns) {
      std::string type = column.type;
      if (type == "timestamp") type = "timestamp without time zone";
      if (type == "timestamptz") type = "timestamp with time zone";
      if (type == "varchar(10)") type = "character varying(10)";
      all_[column.name] = column_type(database_, type.c_str());
    }
    all_["id"] = column_type(database_, "integer");
  }
  const ColumnType* find(std::string_view name) const {
    const auto found = all_.find(std::string(name));
    return found == all_.end() ? nullptr : &found->second;
  }

 private:
  datagen_type mood_{};
  const datagen_type* types_[1] = {&mood_};
  datagen_database database_{};
  std::map<std::string, ColumnType> all_;
};

const std::vector<std::string> kTranslated{"a > 0",
                                           "a BETWEEN -1 AND 3",
                                           "a NOT BETWEEN -1 AND 3",
                                           "a IN (1, 2, 3)",
                                           "a NOT IN (1, 2, NULL)",
                                           "a = b",
                                           "a <> b",
                                           "a != b",
                                           "a + b * 2 > 3",
                                           "(a + b) * 2 > 3",
                                           "a - b - 1 < 2",
                                           "a % 4 = 1",
                                           "a % -4 = -1",
                                           "a / 2 = 1",
                                           "-a / 2 < b",
                                           "- (a) > 2",
                                           "abs(a) > 3",
                                           "mod(a, 3) = 1",
                                           "a IS NULL",
                                           "a IS NOT NULL",
                                           "a ISNULL",
                                           "a NOTNULL",
                                           "a IS DISTINCT FROM b",
                                           "a IS NOT DISTINCT FROM b",
                                           "coalesce(a, b, 0) > 1",
                                           "nullif(a, b) > 0",
                                           "a = '5'",
                                           "price > 0",
                                           "price = 0.5",
                                           "price * 2 = cost",
                                           "price + 0.1 > cost",
                                           "price - cost = 0",
                                           "price * price > 1",
                                           "cost <= price * 0.5",
                                           "price + 0.1 + 0.2 = 0.3",
                                           "price BETWEEN -0.3 AND 0.3",
                                           "wide > 0",
                                           "wide >= price",
                                           "wide = 1.5",
                                           "round(price, 2) > 0",
                                           "a * price > 1",
                                           "price > x",
                                           "x > 0.5",
                                           "x * 2 > a",
                                           "r > 0.5",
                                           "r < price",
                                           "abs(price - cost) < 0.5",
                                           "coalesce(price, a) > 0",
                                           "t = 'a'",
                                           "t <> ''",
                                           "t IN ('a', 'abc')",
                                           "t LIKE 'a%'",
                                           "t NOT LIKE 'a%'",
                                           "t LIKE 'a_c'",
                                           "t LIKE '%*%'",
                                           "v LIKE '%[%'",
                                           "v LIKE 'a?%'",
                                           "t ILIKE 'A%'",
                                           "v NOT ILIKE 'a%'",
                                           "length(t) <= 2",
                                           "char_length(v) BETWEEN 1 AND 3",
                                           "lower(t) = t",
                                           "upper(v) = 'ABC'",
                                           "trim(t) = 'a'",
                                           "btrim(t) <> t",
                                           "ltrim(t) = 'a '",
                                           "rtrim(t, 'c') = 'ab'",
                                           "t || v = 'aa'",
                                           "t || '-' || a = 'a-1'",
                                           "replace(t, 'a', 'b') = 'b'",
                                           "strpos(t, 'c') = 3",
                                           "substr(t, 2) = 'bc'",
                                           "substring(t, 1, 1) = 'a'",
                                           "left(t, 2) = 'ab'",
                                           "right(v, 2) = 'bc'",
                                           "t = v",
                                           "v = ANY (ARRAY['a', 'b'])",
                                           "v = ANY (ARRAY['a'::character varying, 'b'::character varying]::text[])",
                                           "d > '2024-02-28'",
                                           "d = e",
                                           "d < e OR d IS NULL",
                                           "d + 1 = e",
                                           "e - d > 1",
                                           "d - 2 < e",
                                           "d + a > e",
                                           "ts > d",
                                           "d <= ts",
                                           "ts >= '2024-02-29'",
                                           "ts < timestamp '2024-02-29 12:00'",
                                           "ts::date = d",
                                           "date '2024-03-01' > d",
                                           "tz > '2024-02-29 00:00:00+00'",
                                           "extract(year from d) = 2024",
                                           "extract(month from ts) = 2",
                                           "extract(day from d) > 27",
                                           "extract(dow from d) = 4",
                                           "extract(hour from ts) >= 12",
                                           "ok",
                                           "NOT ok",
                                           "ok = true",
                                           "ok IS TRUE",
                                           "ok IS NOT FALSE",
                                           "ok AND a > 0",
                                           "ok OR a > 0 AND b > 0",
                                           "NOT ok AND NOT a > 0",
                                           "CASE WHEN ok THEN a > 0 ELSE b > 0 END",
                                           "CASE a WHEN 1 THEN true WHEN 2 THEN ok END",
                                           "CASE WHEN a > 0 THEN price ELSE 0 END > 0.5",
                                           "m = 'ok'",
                                           "m <> 'sad'",
                                           "m IN ('sad', 'happy')",
                                           "m = 'ok'::mood",
                                           "u <> '00000000-0000-4000-8000-000000000000'",
                                           "u > '80000000-0000-0000-0000-000000000000'",
                                           "a::text = '5'",
                                           "cast(a as numeric) > price",
                                           "t COLLATE \"C\" = 'a'"};

const std::vector<std::string> kRefused{"(a, b) IS NULL",
                                        "t ~ '^a'",
                                        "t < 'm'",
                                        "t BETWEEN 'a' AND 'c'",
                                        "t SIMILAR TO 'a%'",
                                        "tz > '2024-01-01'",
                                        "tz > ts",
                                        "ts > now()",
                                        "d > CURRENT_DATE",
                                        "price / 3 > 1",
                                        "price % 2 = 1",
                                        "round(price, 1) > 0",
                                        "wide * 2 > 1",
                                        "x % 2 = 1",
                                        "m < 'happy'",
                                        "r * 2 > 1",
                                        "ts + interval '1 day' > ts",
                                        "t || ok = 'a'",
                                        "t || price = 'a'",
                                        "no_such > 1",
                                        "a IN (SELECT 1)",
                                        "EXISTS (SELECT 1)",
                                        "sqrt(a) > 1",
                                        "t = E'a'",
                                        "a ^ 2 > 1",
                                        "a::varchar(1) = '5' AND nothing",
                                        "a > ",
                                        "a >> 1 = 1",
                                        "t COLLATE \"de_DE\" = 'a'",
                                        "length(a::text::bytea) > 0",
                                        "random() > 0.5",
                                        "a",
                                        "t",
                                        "a > 12345678901234567890",
                                        "ok = 1",
                                        "t = 1",
                                        "a = 'five'",
                                        "t.a > 1",
                                        "a $$ b",
                                        "t LIKE v",
                                        "t LIKE 'a\\%'"};

}  // namespace

// Invariant: over rows with nulls and edge cases, a translation and its original are true, false and null together.
TEST_CASE("A translated expression is true, false or null for the rows for which the server says so") {
  TemporaryDirectory directory;
  const auto file = directory.write("expressions.yaml", description());
  const Dump dump(file, "copy", 5);
  CAPTURE(dump.result().err);
  REQUIRE(dump.result().exit_code == 0);
  const Database server = PostgresCluster::shared().database();
  REQUIRE(server.load(dump.path()).exit_code == 0);
  const auto path = directory.path() / "data.db";
  const ProcessResult made =
      run_datagen({"generate", file.string(), "--seed", "5", "--format", "sqlite", "-o", path.string()});
  CAPTURE(made.err);
  REQUIRE(made.exit_code == 0);
  const DatabaseFile database(path);
  const Columns columns;
  std::size_t n_both = 0;
  for (const std::string& expression : kTranslated) {
    CAPTURE(expression);
    const Translation translation =
        translate(expression, {Use::check, [&](std::string_view name) { return columns.find(name); }, nullptr, {}});
    CAPTURE(translation.sql, translation.reason);
    REQUIRE(!translation.sql.empty());
    const auto theirs = server.query("SELECT CASE WHEN " + expression + " THEN 1 WHEN NOT (" + expression +
                                     ") THEN 0 END FROM t ORDER BY id");
    const auto ours = database.query("SELECT CASE WHEN " + translation.sql + " THEN 1 WHEN NOT (" + translation.sql +
                                     ") THEN 0 END FROM t ORDER BY id");
    REQUIRE(theirs.size() == 400);
    REQUIRE(ours.size() == theirs.size());
    bool seen_true = false, seen_false = false;
    for (std::size_t i = 0; i < ours.size(); ++i) {
      CAPTURE(i);
      CHECK(ours[i][0] == theirs[i][0]);
      seen_true = seen_true || ours[i][0] == "1";
      seen_false = seen_false || ours[i][0] == "0";
    }
    if (seen_true && seen_false) ++n_both;
  }
  CHECK(n_both > kTranslated.size() * 3 / 4);  // the rows tell the expressions apart
}

TEST_CASE("An expression that SQLite reads otherwise is refused with a reason") {
  const Columns columns;
  for (const std::string& expression : kRefused) {
    const Translation translation =
        translate(expression, {Use::check, [&](std::string_view name) { return columns.find(name); }, nullptr, {}});
    CAPTURE(expression, translation.sql);
    CHECK(translation.sql.empty());
    CHECK(!translation.reason.empty());
  }
}

// Invariant: no text makes the translator crash or say nothing.
TEST_CASE("Any text is translated or refused") {
  const Columns columns;
  std::vector<std::string> all = kTranslated;
  all.insert(all.end(), kRefused.begin(), kRefused.end());
  std::size_t state = 12345;
  const auto random = [&](std::size_t n) {
    state = state * 6364136223846793005u + 1442695040888963407u;
    return (state >> 33) % n;
  };
  for (int i = 0; i < 20'000; ++i) {
    const std::string& first = all[random(all.size())];
    const std::string& second = all[random(all.size())];
    std::string text = first.substr(0, random(first.size() + 1)) + second.substr(random(second.size()));
    if (random(4) == 0) text[random(text.size())] = static_cast<char>(1 + random(255));
    const Use use = static_cast<Use>(random(4));
    const Translation translation = translate(text, {use,
                                                     [&](std::string_view name) { return columns.find(name); },
                                                     random(2) == 0 ? nullptr : columns.find("price"),
                                                     {}});
    CAPTURE(text);
    REQUIRE(translation.sql.empty() == !translation.reason.empty());
  }
}

TEST_CASE("A default is what the server would store") {
  const Columns columns;
  const auto value_of = [&](const char* column, const std::string& expression) {
    const auto none = [](std::string_view) -> const ColumnType* { return nullptr; };
    return translate(expression, {Use::default_value, none, columns.find(column), {}}).sql;
  };
  CHECK(value_of("t", "'x'") == "'x'");
  CHECK(value_of("t", "'it''s'::text") == "'it''s'");
  CHECK(value_of("price", "'1.50'") == "1.50");
  CHECK(value_of("a", "-1") == "-1");
  CHECK(value_of("ok", "true") == "1");
  CHECK(value_of("ok", "'f'") == "0");
  CHECK(value_of("ts", "now()") == "CURRENT_TIMESTAMP");
  CHECK(value_of("tz", "CURRENT_TIMESTAMP") == "CURRENT_TIMESTAMP");
  CHECK(value_of("tz", "clock_timestamp()") == "CURRENT_TIMESTAMP");
  CHECK(value_of("ts", "(now() AT TIME ZONE 'UTC')") == "CURRENT_TIMESTAMP");
  CHECK(value_of("d", "now()") == "CURRENT_DATE");
  CHECK(value_of("d", "'2024-02-29'::date") == "'2024-02-29'");
  CHECK(value_of("m", "'ok'::mood") == "'ok'");
  CHECK(value_of("u", "gen_random_uuid()").find("randomblob") != std::string::npos);
  CHECK(value_of("a", "nextval('x')").empty());
  CHECK(value_of("d", "'tomorrow'").empty());
  CHECK(value_of("a", "1.5").empty());
  CHECK(value_of("price", "1.005").empty());
  CHECK(value_of("t", "b").empty());
}

TEST_CASE("SQLite's random UUIDs are UUIDs of version 4") {
  TemporaryDirectory directory;
  const DatabaseFile database(directory.write("empty.db", ""));
  const Columns columns;
  const std::string sql =
      translate(
          "gen_random_uuid()",
          {Use::default_value, [](std::string_view) -> const ColumnType* { return nullptr; }, columns.find("u"), {}})
          .sql;
  for (int i = 0; i < 200; ++i) {
    const std::string uuid = database.value("SELECT " + sql);
    CAPTURE(uuid);
    REQUIRE(uuid.size() == 36);
    CHECK(uuid[14] == '4');
    CHECK(std::string("89ab").find(uuid[19]) != std::string::npos);
    for (const std::size_t place : {8u, 13u, 18u, 23u}) CHECK(uuid[place] == '-');
    CHECK(uuid.find_first_not_of("0123456789abcdef-") == std::string::npos);
  }
}
