#include "script/values_reader.hpp"

#include <pg_query.h>

#include <nlohmann/json.hpp>
#include <random>
#include <string>
#include <vector>

#include "script/row_target.hpp"
#include "tests/support/catch.hpp"

namespace datagen {
namespace {

using Rows = std::vector<std::vector<std::string>>;

// "NULL" without quotes for a null, else the value in quotes.
Rows read(const std::string& text, bool& readable) {
  ValuesReader reader(text);
  std::vector<Cell> cells;
  Rows rows;
  ValuesReader::Result result;
  while ((result = reader.next(cells)) == ValuesReader::Result::row) {
    rows.emplace_back();
    for (const Cell& cell : cells)
      rows.back().push_back(cell.null ? "NULL" : cell.is_default ? "DEFAULT" : "'" + std::string(cell.text) + "'");
  }
  readable = result == ValuesReader::Result::end;
  return rows;
}

// The string constants of a list of rows, as PostgreSQL's parser reads them.
Rows parsed(const std::string& text) {
  const PgQueryParseResult result = pg_query_parse(("INSERT INTO t VALUES " + text).c_str());
  REQUIRE(result.error == nullptr);
  const auto tree = nlohmann::json::parse(result.parse_tree);
  pg_query_free_parse_result(result);
  Rows rows;
  for (const auto& list : tree["stmts"][0]["stmt"]["InsertStmt"]["selectStmt"]["SelectStmt"]["valuesLists"]) {
    rows.emplace_back();
    for (const auto& item : list["List"]["items"]) {
      const auto& constant = item["A_Const"];
      rows.back().push_back(constant.contains("isnull") ? "NULL" : "'" + constant["sval"].value("sval", "") + "'");
    }
  }
  return rows;
}

}  // namespace

// Strings in either form of quoting are the strings that PostgreSQL's parser reads.
TEST_CASE("Values are what PostgreSQL's parser takes them for") {
  const std::vector<std::string> plain = {"a", " ", "''", "\\", "é", "\n", "(", ")", ",", "::", "--", "x"};
  const std::vector<std::string> escaped = {"\\n",     "\\t",         "\\\\", "\\'", "''", "\\x41", "\\101",
                                            "\\u00e9", "\\U0001F600", "b",    "\\q", ",",  ")"};
  std::mt19937_64 random(11);
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    const std::size_t columns = 1 + random() % 4;
    for (std::size_t row = 1 + random() % 3; row > 0; --row) {
      text += text.empty() ? "(" : " ,\n(";
      for (std::size_t c = 0; c < columns; ++c) {
        if (c > 0) text += ", ";
        if (random() % 5 == 0) {
          text += "NULL";
          continue;
        }
        const bool escapes = random() % 2 == 0;
        text += escapes ? "E'" : "'";
        for (std::size_t n = random() % 6; n > 0; --n) {
          const auto& pieces = escapes ? escaped : plain;
          text += pieces[random() % pieces.size()];
        }
        text += "'";
      }
      text += ")";
    }
    INFO(text);
    bool readable = false;
    const Rows rows = read(text, readable);
    REQUIRE(readable);
    CHECK(rows == parsed(text));
  }
}

TEST_CASE("Numbers, words, bits and casts are literals; anything else is not read") {
  bool readable = false;
  CHECK(read("(1, -2.50, +3e5, .5, 1., true, FALSE, DEFAULT, B'01', X'1f', 'a'::text, 1::numeric(10, 2))", readable) ==
        Rows{{"'1'", "'-2.50'", "'+3e5'", "'.5'", "'1.'", "'true'", "'false'", "DEFAULT", "'01'", "'00011111'", "'a'",
              "'1'"}});
  CHECK(readable);
  for (const char* text :
       {"(now())", "(1 + 2)", "(ARRAY[1])", "((1))", "(a)", "('a' 'b')", "(1) ON CONFLICT DO NOTHING", "(1),", "()", "",
        "(1", "(0x1F)", "(1_000)", "(N'x')", "(U&'x')"}) {
    INFO(text);
    read(text, readable);
    CHECK_FALSE(readable);
  }
}

TEST_CASE("The beginning of a statement names the table and the columns") {
  const auto insert =
      read_row_target("INSERT /* x */ INTO \"My\"\"S\".Users (Id, \"Na,me\") OVERRIDING SYSTEM VALUE\n VALUES (1, 2)");
  REQUIRE(insert);
  CHECK(insert->full_name() == "My\"S.users");
  CHECK(insert->columns == std::vector<std::string>{"id", "Na,me"});
  CHECK(insert->rest == "(1, 2)");
  const auto copy = read_row_target("copy public.t from STDIN");
  REQUIRE(copy);
  CHECK(copy->from_stdin);
  CHECK(copy->columns.empty());
  CHECK(read_row_target("INSERT INTO t DEFAULT VALUES")->default_values);
  CHECK_FALSE(read_row_target("COPY t FROM '/etc/passwd'")->from_stdin);
  CHECK_FALSE(read_row_target("INSERT INTO t SELECT 1"));
  CHECK_FALSE(read_row_target("COPY (SELECT 1) TO stdout"));
  CHECK_FALSE(read_row_target("UPDATE t SET a = 1"));
}

}  // namespace datagen
