// Names and values that must arrive byte for byte, whatever they hold.
#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "tests/postgres/program.hpp"
#include "tests/postgres/random_text.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/postgres.hpp"

using namespace datagen::test;

namespace {

// Distinct names; of a table or type, no dot: a dot separates it from its schema.
class Names {
 public:
  explicit Names(std::mt19937_64& random) : random_(random) {}
  std::string column() {
    for (;;) {
      std::string name = random_name(random_);
      if (taken_.insert(name).second) return name;
    }
  }
  std::string table() {
    for (;;) {
      std::string name = random_name(random_);
      std::replace(name.begin(), name.end(), '.', '_');
      if (taken_.insert(name).second) return name;
    }
  }

 private:
  std::mt19937_64& random_;
  std::set<std::string> taken_;
};

std::set<std::string> texts(std::mt19937_64& random, std::size_t count, std::size_t max_bytes) {
  std::set<std::string> result;
  while (result.size() < count) result.insert(random_text(random, max_bytes));
  return result;
}

std::set<std::string> first_column(const Rows& rows) {
  std::set<std::string> result;
  for (const auto& row : rows) result.insert(row.at(0).value_or("(null)"));
  return result;
}

// As an SQL literal that means the same whatever standard_conforming_strings is.
std::string escape_literal(const std::string& text) {
  std::string result = "E'";
  for (const char c : text) result += c == '\'' || c == '\\' ? std::string("\\") + c : std::string(1, c);
  return result + "'";
}

struct Loaded {
  explicit Loaded(const Json& description, const std::string& format, std::uint64_t seed)
      : dump(description, format, seed), database(PostgresCluster::shared().database()) {
    CAPTURE(dump.result().err);
    REQUIRE(dump.result().exit_code == 0);
    const ProcessResult loaded = database.load(dump.path());
    CAPTURE(loaded.err);
    REQUIRE(loaded.exit_code == 0);
  }
  Dump dump;
  Database database;
};

constexpr std::uint64_t n_cases = sanitized ? 4 : 20;

}  // namespace

// With as many rows as there are values, a unique column holds exactly the values that were listed.
TEST_CASE("Any text arrives as it was written") {
  for (std::uint64_t seed = 1; seed <= n_cases; ++seed) {
    std::mt19937_64 random(seed);
    const std::set<std::string> values = texts(random, 150, 40), long_values = texts(random, 5, 6000);
    const std::set<std::string> labels = [&] {
      std::set<std::string> result = texts(random, 20, 63);
      result.erase("");
      return result;
    }();
    Json description;
    description["custom_types"]["label"] = {{"kind", "enum"}, {"definition", {{"values", labels}}}};
    description["tables"]["t"] = {{"row_count", values.size()},
                                  {"columns",
                                   {{{"name", "v"},
                                     {"type", "text"},
                                     {"unique", true},
                                     {"generator", "enum"},
                                     {"generator_config", {{"values", values}}},
                                     {"nullable", false}},
                                    {{"name", "w"},
                                     {"type", "text"},
                                     {"generator", "enum"},
                                     {"generator_config", {{"values", values}}},
                                     {"null_fraction", 0.2}},
                                    {{"name", "l"}, {"type", "label"}, {"nullable", false}}}}};
    description["tables"]["labels"] = {{"row_count", labels.size()},
                                       {"columns", {{{"name", "l"}, {"type", "label"}, {"primary_key", true}}}}};
    // Too long for an index; 300 rows leave none out.
    description["tables"]["long"] = {{"row_count", 300},
                                     {"columns",
                                      {{{"name", "v"},
                                        {"type", "text"},
                                        {"nullable", false},
                                        {"generator", "enum"},
                                        {"generator_config", {{"values", long_values}}}}}}};
    for (const std::string& format : dump_formats) {
      CAPTURE(seed, format);
      const Loaded loaded(description, format, seed);
      CHECK(first_column(loaded.database.query("SELECT v FROM t")) == values);
      CHECK(first_column(loaded.database.query("SELECT v FROM long")) == long_values);
      CHECK(first_column(loaded.database.query("SELECT l FROM labels")) == labels);
      const auto drawn = first_column(loaded.database.query("SELECT w FROM t WHERE w IS NOT NULL"));
      CHECK(std::includes(values.begin(), values.end(), drawn.begin(), drawn.end()));
      CHECK(loaded.database.value("SELECT count(*) > 5 FROM t WHERE w IS NULL") == "t");
    }
  }
}

// Tables, columns, constraints, indexes, types, sequences, schemas and comments bear the names and texts they were
// given.
TEST_CASE("Any identifier arrives as it was written") {
  for (std::uint64_t seed = 1; seed <= n_cases; ++seed) {
    std::mt19937_64 random(seed);
    Names names(random);
    const std::string schema = names.table(), parent = names.table(), child = names.table(), type = names.table(),
                      sequence = names.table(), composite = names.table();
    const std::string key = names.column(), also_key = names.column(), label = names.column(), field = names.column(),
                      self = names.column(), check = names.column(), foreign = names.column(), unique = names.column(),
                      index = names.column(), primary_column = names.column();
    const std::string table_comment = random_text(random, 300) + "c", column_comment = random_text(random, 300) + "c";
    const std::string default_text = random_text(random, 60);

    Json description;
    description["custom_types"][type] = {{"kind", "enum"}, {"definition", {{"values", {"a", "b"}}}}};
    description["custom_types"][composite] = {{"kind", "composite"},
                                              {"definition", {{"fields", {{{"name", field}, {"type", "integer"}}}}}}};
    description["sequences"][schema + "." + sequence] = {{"start", 7}};
    description["tables"][schema + "." + parent] = {
        {"row_count", 20},
        {"comment", table_comment},
        {"primary_key", {key, also_key}},
        {"columns",
         {{{"name", key}, {"type", "integer"}, {"comment", column_comment}},
          {{"name", also_key}, {"type", quote_identifier(type)}},
          {{"name", label}, {"type", "text"}, {"default", escape_literal(default_text)}}}},
        {"unique_constraints", {{{"columns", {label, key}}, {"name", unique}}}}};
    description["tables"][child] = {
        {"row_count", 30},
        {"columns",
         {{{"name", primary_column}, {"type", "serial"}, {"primary_key", true}},
          {{"name", key}, {"type", "integer"}, {"nullable", false}},
          {{"name", also_key}, {"type", quote_identifier(type)}, {"nullable", false}},
          {{"name", self}, {"type", "integer"}}}},
        {"foreign_keys",
         {{{"columns", {key, also_key}}, {"referenced_table", schema + "." + parent}, {"name", foreign}},
          {{"columns", {self}}, {"referenced_table", child}}}},
        {"check_constraints", {{{"expression", quote_identifier(primary_column) + " > 0"}, {"name", check}}}},
        {"indexes", {{{"columns", {self, key}}, {"name", index}}}}};

    for (const std::string& format : dump_formats) {
      CAPTURE(seed, format);
      const Loaded loaded(description, format, seed);
      const auto names_in = [&](const std::string& select) { return first_column(loaded.database.query(select)); };
      CHECK(names_in("SELECT nspname FROM pg_namespace WHERE oid >= 16384") == std::set{schema});
      CHECK(names_in("SELECT relname FROM pg_class WHERE relkind = 'r' AND oid >= 16384") == std::set{parent, child});
      CHECK(names_in("SELECT attname FROM pg_attribute a JOIN pg_class c ON c.oid = attrelid WHERE relkind = 'r' AND "
                     "c.oid >= 16384 AND attnum > 0") == std::set{key, also_key, label, primary_column, self});
      CHECK(names_in("SELECT attname FROM pg_attribute a JOIN pg_class c ON c.oid = attrelid WHERE relkind = 'c' AND "
                     "c.oid >= 16384 AND attnum > 0") == std::set{field});
      CHECK(names_in("SELECT typname FROM pg_type WHERE typtype = 'e' AND oid >= 16384") == std::set{type});
      CHECK(names_in("SELECT relname FROM pg_class WHERE relkind = 'S'").contains(sequence));
      const auto constraints = names_in("SELECT conname FROM pg_constraint WHERE oid >= 16384");
      for (const std::string& name : {check, foreign, unique}) CHECK(constraints.contains(name));
      CHECK(names_in("SELECT relname FROM pg_class WHERE relkind = 'i'").contains(index));
      CHECK(names_in("SELECT description FROM pg_description WHERE objoid >= 16384") ==
            std::set{table_comment, column_comment});

      const std::string child_table = "public." + quote_identifier(child);
      CHECK(loaded.database.value("SELECT count(*) FROM " + child_table) == "30");
      const ProcessResult inserted =
          loaded.database.execute("INSERT INTO " + quote_identifier(schema) + "." + quote_identifier(parent) + " (" +
                                  quote_identifier(key) + ", " + quote_identifier(also_key) + ") VALUES (-1, 'a')");
      CHECK(inserted.err.empty());
      CHECK(loaded.database.value("SELECT coalesce(" + quote_identifier(label) + ", '') FROM " +
                                  quote_identifier(schema) + "." + quote_identifier(parent) + " WHERE " +
                                  quote_identifier(key) + " = -1") == default_text);
    }
  }
}
