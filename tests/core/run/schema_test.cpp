// What writers see of the schema, the order of tables, and times as the user writes them.
#include <algorithm>
#include <random>
#include <set>
#include <string>

#include "run/schema_view.hpp"
#include "run/table_order.hpp"
#include "tests/core/support/planned.hpp"
#include "tests/support/catch.hpp"

namespace datagen {
namespace {

using test::Planned;

Description random_references(std::mt19937_64& random, bool cycles) {
  Description description;
  description.tables.resize(1 + random() % 12);
  for (std::size_t t = 0; t < description.tables.size(); ++t)
    for (std::uint64_t keys = random() % 4; keys > 0; --keys) {
      ForeignKey key;
      key.referenced_table = random() % (cycles ? description.tables.size() : t + 1);
      description.tables[t].foreign_keys.push_back(key);
    }
  return description;
}

// Invariant: every table once; and without cycles (a table's reference to itself is none), what is referred to first.
TEST_CASE("tables are ordered so that what they refer to comes first") {
  std::mt19937_64 random(1);
  for (int round = 0; round < 3000; ++round) {
    const bool cycles = round % 3 == 0;
    Description description = random_references(random, cycles);
    // The indices are an order already; shuffle them.
    std::vector<std::size_t> names(description.tables.size());
    for (std::size_t t = 0; t < names.size(); ++t) names[t] = t;
    std::shuffle(names.begin(), names.end(), random);
    Description shuffled;
    shuffled.tables.resize(names.size());
    for (std::size_t t = 0; t < names.size(); ++t) {
      shuffled.tables[names[t]] = description.tables[t];
      for (ForeignKey& key : shuffled.tables[names[t]].foreign_keys) key.referenced_table = names[key.referenced_table];
    }
    const std::vector<std::size_t> order = table_order(shuffled);
    std::vector<std::size_t> place(names.size(), names.size());
    for (std::size_t i = 0; i < order.size(); ++i) place[order[i]] = i;
    CAPTURE(round);
    REQUIRE(order.size() == names.size());
    REQUIRE(std::set<std::size_t>(order.begin(), order.end()).size() == names.size());
    if (cycles) continue;
    for (std::size_t t = 0; t < names.size(); ++t)
      for (const ForeignKey& key : shuffled.tables[t].foreign_keys)
        REQUIRE((key.referenced_table == t || place[key.referenced_table] < place[t]));
  }
}

TEST_CASE("a chain of 200000 references, and one closed to a ring, are ordered") {
  for (const bool ring : {false, true}) {
    Description description;
    description.tables.resize(200000);
    for (std::size_t t = 0; t < description.tables.size(); ++t) {
      if (t + 1 == description.tables.size() && !ring) continue;
      ForeignKey key;
      key.referenced_table = (t + 1) % description.tables.size();
      description.tables[t].foreign_keys.push_back(key);
    }
    const auto order = table_order(description);
    REQUIRE(order.size() == description.tables.size());
    CHECK(order.front() == description.tables.size() - 1);
    CHECK(order.back() == 0);
  }
}

TEST_CASE("tables without references keep their written order") {
  Description description;
  description.tables.resize(5);
  CHECK(table_order(description) == std::vector<std::size_t>{0, 1, 2, 3, 4});
}

constexpr const char* rich = R"(
database: {name: shop, encoding: UTF8}
custom_types:
  mood: {kind: enum, definition: {values: [sad, "it's ok", happy]}}
tables:
  sales.orders:
    row_count: 7
    comment: What was bought.
    columns:
      - {name: id, type: serial}
      - {name: user_id, type: integer, comment: who, nullable: false}
      - {name: total, type: integer, default: 5}
      - {name: twice, type: integer, generated: "total * 2"}
      - {name: code, type: text}
    primary_key: [id]
    unique_constraints: [{columns: [code], name: one_code, nulls_not_distinct: true}]
    check_constraints: [{expression: total > 0 OR total IS NULL, name: positive}]
    indexes:
      - {columns: [total], name: by_total, type: btree, where: total > 3}
      - {columns: [user_id, total], name: both, unique: true}
    foreign_keys:
      - {columns: [user_id], referenced_table: users, on_delete: CASCADE, deferrable: true, name: to_users}
  users:
    row_count: 9
    columns: [{name: id, type: bigint, identity: always}, {name: feeling, type: text}]
    primary_key: [id]
)";

std::string text(const char* value) { return value == nullptr ? "(none)" : value; }

TEST_CASE("a writer sees the whole description") {
  RunOptions options;
  options.create_database = true;
  const Planned planned(rich, options);
  REQUIRE(planned.fault_text() == "");
  const SchemaView view(planned.plan().impl());
  const datagen_database& database = view.database();
  CHECK(database.struct_size == sizeof database);
  CHECK(database.contents == (DATAGEN_CONTENT_CREATE_DATABASE | DATAGEN_CONTENT_DEFINITIONS | DATAGEN_CONTENT_DATA));
  CHECK(text(database.name) == "shop");
  CHECK(text(database.encoding) == "UTF8");
  CHECK(text(database.locale) == "(none)");
  REQUIRE(database.n_schemas == 1);
  CHECK(text(database.schemas[0]) == "sales");
  REQUIRE(database.n_types == 1);
  CHECK(database.types[0]->kind == DATAGEN_TYPE_ENUM);
  REQUIRE(database.types[0]->n_labels == 3);
  CHECK(text(database.types[0]->labels[1]) == "it's ok");
  REQUIRE(database.n_tables == 2);
  CHECK(view.tables() == std::vector<std::size_t>{1, 0});

  const datagen_table_definition& users = *database.tables[0];
  CHECK(text(users.name) == "users");
  CHECK(text(users.schema) == "(none)");
  CHECK(users.columns[0]->flags ==
        (DATAGEN_COLUMN_NOT_NULL | DATAGEN_COLUMN_IDENTITY_ALWAYS | DATAGEN_COLUMN_HAS_LAST_VALUE));
  CHECK(users.columns[0]->last_value == 9);

  const datagen_table_definition& orders = *database.tables[1];
  CHECK(text(orders.schema) == "sales");
  CHECK(text(orders.comment) == "What was bought.");
  CHECK(orders.row_count == 7);
  REQUIRE(orders.n_columns == 5);
  CHECK(orders.columns[0]->flags == (DATAGEN_COLUMN_NOT_NULL | DATAGEN_COLUMN_SERIAL | DATAGEN_COLUMN_HAS_LAST_VALUE));
  CHECK(orders.columns[0]->last_value == 7);
  CHECK(text(orders.columns[1]->comment) == "who");
  CHECK(orders.columns[1]->flags == DATAGEN_COLUMN_NOT_NULL);
  CHECK(text(orders.columns[2]->default_expression) == "5");
  CHECK(text(orders.columns[3]->generated_expression) == "total * 2");
  CHECK(text(orders.columns[4]->type) == "text");

  REQUIRE(orders.n_constraints == 4);
  const datagen_constraint& primary = *orders.constraints[0];
  CHECK(primary.kind == DATAGEN_PRIMARY_KEY);
  const datagen_constraint& unique = *orders.constraints[1];
  CHECK(unique.kind == DATAGEN_UNIQUE);
  CHECK(text(unique.name) == "one_code");
  CHECK(unique.flags == DATAGEN_CONSTRAINT_NULLS_NOT_DISTINCT);
  CHECK(text(unique.columns[0]) == "code");
  const datagen_constraint& check = *orders.constraints[2];
  CHECK(check.kind == DATAGEN_CHECK);
  CHECK(text(check.expression) == "total > 0 OR total IS NULL");
  const datagen_constraint& foreign = *orders.constraints[3];
  CHECK(foreign.kind == DATAGEN_FOREIGN_KEY);
  CHECK(text(foreign.name) == "to_users");
  CHECK(foreign.n_columns == 1);
  CHECK(text(foreign.columns[0]) == "user_id");
  CHECK(text(foreign.referenced_table) == "users");
  CHECK(text(foreign.referenced_columns[0]) == "id");
  CHECK(text(foreign.on_delete) == "CASCADE");
  CHECK(text(foreign.on_update) == "(none)");
  CHECK(foreign.flags == DATAGEN_CONSTRAINT_DEFERRABLE);

  REQUIRE(orders.n_indexes == 2);
  CHECK(text(orders.indexes[0]->where) == "total > 3");
  CHECK(orders.indexes[0]->flags == 0);
  CHECK(orders.indexes[1]->flags == DATAGEN_INDEX_UNIQUE);
  CHECK(orders.indexes[1]->n_columns == 2);
  CHECK(text(orders.indexes[1]->columns[1]) == "total");
}

TEST_CASE("what refers to tables that are left out is left out with them") {
  RunOptions options;
  options.exclude_tables = {"users"};
  options.data = false;
  const Planned planned(rich, options);
  const SchemaView view(planned.plan().impl());
  REQUIRE(view.database().n_tables == 1);
  CHECK(view.database().contents == DATAGEN_CONTENT_DEFINITIONS);
  for (std::uint32_t i = 0; i < view.database().tables[0]->n_constraints; ++i)
    CHECK(view.database().tables[0]->constraints[i]->kind != DATAGEN_FOREIGN_KEY);
}

// Invariant: a time printed in any accepted way reads back as itself.
TEST_CASE("times read back however they are written") {
  std::mt19937_64 random(2);
  for (int round = 0; round < 100000; ++round) {
    // Days from a calendar that is walked, not computed.
    static std::int64_t day_number = -719528;  // 0000-01-01
    static int year = 0, month = 1, day = 1;
    if (year > 9999) break;
    const std::int64_t second = static_cast<std::int64_t>(random() % 86400),
                       micro = static_cast<std::int64_t>(random() % 1000000);
    const std::int64_t offset = static_cast<std::int64_t>(random() % (2 * 15 * 60 + 1)) - 15 * 60;  // minutes
    char written[80];
    std::snprintf(written, sizeof written, "%04d-%02d-%02d%c%02d:%02d:%02d.%06d%c%02d%s%02d", year, month, day,
                  round % 2 == 0 ? 'T' : ' ', static_cast<int>(second / 3600), static_cast<int>(second / 60 % 60),
                  static_cast<int>(second % 60), static_cast<int>(micro), offset < 0 ? '-' : '+',
                  static_cast<int>(std::abs(offset) / 60), round % 3 == 0 ? ":" : "",
                  static_cast<int>(std::abs(offset) % 60));
    CAPTURE(written);
    REQUIRE(parse_timestamp(written) == ((day_number * 86400 + second) - offset * 60) * 1000000 + micro);
    REQUIRE(parse_timestamp(std::string(written, 10)) == day_number * 86400 * 1000000);
    const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    for (std::uint64_t step = 1 + random() % 80; step > 0; --step) {
      ++day_number;
      const int days = month == 2 ? (leap ? 29 : 28) : month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
      if (++day <= days) continue;
      day = 1;
      if (++month <= 12) continue;
      month = 1;
      ++year;
      break;
    }
  }
}

TEST_CASE("times are read as they are meant, and nothing else is") {
  const std::pair<const char*, std::int64_t> good[] = {
      {"1970-01-01", 0},
      {"2025-01-01", RunOptions::default_now},
      {"1969-12-31T23:59:59.999999Z", -1},
      {"1970-01-01 00:00", 0},
      {"1970-01-01T00:00:01z", 1000000},
      {"1970-01-01T02:00:00+02", 0},
      {"1970-01-01T00:00:00.5", 500000},
      {"1970-01-01T00:00:00.123456789Z", 123456},
      {"2024-02-29", 1709164800000000},
  };
  for (const auto& [written, value] : good) {
    CAPTURE(written);
    CHECK(parse_timestamp(written) == value);
  }
  for (const char* written : {"",
                              "now",
                              "2025",
                              "2025-01",
                              "2025-1-1",
                              "2025-13-01",
                              "2025-00-01",
                              "2025-01-00",
                              "2023-02-29",
                              "1900-02-29",
                              "2025-04-31",
                              "2025-01-01T",
                              "2025-01-01T24:00",
                              "2025-01-01T10",
                              "2025-01-01T10:60",
                              "2025-01-01T10:00:60",
                              "2025-01-01T10:00:00.",
                              "2025-01-01T10:00:00.x",
                              "2025-01-01T10:00:00+16",
                              "2025-01-01T10:00:00+02:60",
                              "2025-01-01T10:00:00+02:",
                              "2025-01-01T10:00:00 +02",
                              "2025-01-01x",
                              " 2025-01-01",
                              "2025-01-01 ",
                              "+025-01-01",
                              "2025-01-01Z",
                              "2025-01-01T10:00:00ZZ",
                              "-2025-01-01",
                              "2025/01/01"}) {
    CAPTURE(written);
    CHECK_FALSE(parse_timestamp(written).has_value());
  }
}

}  // namespace
}  // namespace datagen
