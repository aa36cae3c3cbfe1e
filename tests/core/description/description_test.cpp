#include "datagen/core/description.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "tests/core/description/describe.hpp"
#include "tests/core/description/samples.hpp"
#include "tests/support/catch.hpp"

using namespace datagen;
using namespace datagen::test;

TEST_CASE("one description reads the same from JSON, TOML and YAML") {
  for (const auto& [text, format] : {std::pair{sample_json, DocumentFormat::json},
                                     {sample_toml, DocumentFormat::toml},
                                     {sample_yaml, DocumentFormat::yaml}}) {
    const Described result = describe(text, format);
    INFO(result.faults());
    REQUIRE(result.diagnostics.ok());
    CHECK(result.diagnostics.warnings().empty());
    const Description& d = result.description;
    CHECK(d.database_name == "library");
    CHECK(d.encoding == "UTF8");
    CHECK(d.seed == 7U);
    CHECK(d.extensions == std::vector<std::string>{"pgcrypto"});
    REQUIRE(d.types.size() == 3);
    CHECK(d.types[2].name == "shelf");  // after what it is made of
    CHECK(d.types[2].fields[0].type.text == "small");
    REQUIRE(d.sequences.size() == 1);
    CHECK(d.sequences[0].increment == 5);
    REQUIRE(d.tables.size() == 3);

    const Table& readers = d.tables[0];
    CHECK(readers.row_count == 10U);
    CHECK(readers.comment == "who reads");
    REQUIRE(readers.primary_key() != nullptr);
    CHECK(readers.columns[0].not_null);
    REQUIRE(readers.unique_sets.size() == 2);
    CHECK(readers.unique_sets[1].columns == std::vector<std::size_t>{1});
    CHECK(readers.columns[1].generator == "pattern");
    CHECK(readers.columns[1].generator_config->json() == R"({"pattern":"[A-Z]{3}"})");
    CHECK(readers.foreign_keys[0].referenced_table == 0);

    const Table& books = d.tables[1];
    CHECK(books.full_name() == "stock.books");
    CHECK(d.find_table("stock.books") == 1U);
    CHECK(books.row_count == 0U);
    CHECK(books.columns[2].default_expression == "'new'");
    CHECK(books.columns[3].null_fraction == 0.25);
    CHECK(books.columns[4].generated == "price * 1.2");
    CHECK(books.checks[0].name == "dear");
    CHECK(books.indexes[0].method == "hash");
    CHECK(books.indexes[0].where == "price IS NOT NULL");

    const Table& loans = d.tables[2];
    CHECK_FALSE(loans.row_count.has_value());
    CHECK(loans.columns[0].identity == Column::Identity::by_default);
    CHECK(loans.columns[4].type.text == "timestamp(3) with time zone");
    REQUIRE(loans.foreign_keys.size() == 2);
    CHECK(loans.foreign_keys[0].on_delete == "SET NULL");
    CHECK(loans.foreign_keys[1].referenced_columns == std::vector<std::size_t>{0, 1});
    CHECK(loans.foreign_keys[1].on_update == "CASCADE");
  }
}

TEST_CASE("comment and x- keys are free in every map, and a column may be named comment") {
  const Described result = describe(
      "comment: [any, thing]\nx-a: {b: 1}\ncustom_types: {comment: moods, x-b: 1, m: [a]}\nsequences: {x-c: 2, s: "
      "null}\n"
      "tables:\n  comment: all of them\n  x-d: 3\n  t:\n    x-e: 4\n    columns:\n      id: {type: serial, x-f: 5}\n"
      "      comment: text\n    indexes: [{columns: [id], comment: {a: 1}, x-g: 6}]\n");
  INFO(result.faults());
  REQUIRE(result.diagnostics.ok());
  REQUIRE(result.description.tables.size() == 1);
  CHECK(result.description.tables[0].columns.size() == 2);
}

TEST_CASE("a primary key is named on columns, in a list, or in both alike") {
  const auto key_of = [](const std::string& flags, const std::string& list) {
    const Described result =
        describe("tables: {t: {columns: {a: {type: int" + flags + "}, b: {type: int" + flags + "}}" + list + "}}");
    REQUIRE(result.diagnostics.ok());
    return result.description.tables[0].primary_key()->columns;
  };
  CHECK(key_of(", primary_key: true", "") == std::vector<std::size_t>{0, 1});
  CHECK(key_of("", ", primary_key: [b, a]") == std::vector<std::size_t>{1, 0});
  CHECK(key_of(", primary_key: true", ", primary_key: [b, a]") == std::vector<std::size_t>{1, 0});
  CHECK_FALSE(describe("tables: {t: {columns: {a: {type: int, primary_key: true}, b: int}, primary_key: [b]}}")
                  .diagnostics.ok());
}

TEST_CASE("names are taken as they are, whatever their case and characters") {
  const Described result = describe(
      "tables:\n  Users: {columns: {\"a b\": int, A: int, a: int, \"ü\\\"\": int}}\n  users: {columns: {select: "
      "int}}\n");
  INFO(result.faults());
  CHECK(result.diagnostics.ok());
  CHECK(result.description.find_table("Users") == 0U);
  CHECK(result.description.find_table("users") == 1U);
}

TEST_CASE("types of extensions are passed through with a warning") {
  const Described result = describe("tables: {t: {columns: {a: 'geometry(Point,4326)', b: citext, c: 'frobnicator'}}}");
  INFO(result.faults());
  CHECK(result.diagnostics.ok());
  CHECK(result.diagnostics.warnings().size() == 3);
}

TEST_CASE("CHECK is read with and without the word") {
  const Described result = describe(
      "tables: {t: {columns: {a: int}, check_constraints: ['a > 0', 'CHECK (a > 0)', 'check(a > 0) ', 'CHECK (a > 0) "
      "OR (a < 9)']}}");
  INFO(result.faults());
  REQUIRE(result.diagnostics.ok());
  const std::vector<Check>& checks = result.description.tables[0].checks;
  CHECK(checks[0].expression == "a > 0");
  CHECK(checks[1].expression == "a > 0");
  CHECK(checks[2].expression == "a > 0");
  CHECK(checks[3].expression == "(a > 0) OR (a < 9)");
}

// DATAGEN_CASES may name a folder of descriptions that others wrote; all of them must read.
TEST_CASE("descriptions that others wrote are read") {
  const char* folder = std::getenv("DATAGEN_CASES");
  if (folder == nullptr) return;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".json") continue;
    std::ifstream file(entry.path());
    std::stringstream text;
    text << file.rdbuf();
    const Described result = describe(text.str(), DocumentFormat::json);
    INFO(entry.path() << "\n" << result.faults());
    CHECK(result.diagnostics.ok());
  }
}
