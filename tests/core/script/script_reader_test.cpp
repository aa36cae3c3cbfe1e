#include "script/script_reader.hpp"

#include <pg_query.h>

#include <random>
#include <string>
#include <vector>

#include "tests/support/catch.hpp"

namespace datagen {
namespace {

struct Recorder : ScriptHandler {
  bool statement(std::string_view text, const ScriptPlace& place) override {
    statements.emplace_back(text);
    places.push_back(place);
    return text.starts_with("COPY");
  }
  void command(std::string_view text, const ScriptPlace&) override { commands.emplace_back(text); }
  void data_line(std::string_view line, const ScriptPlace& place) override {
    lines.emplace_back(line);
    places.push_back(place);
  }
  std::vector<std::string> statements, commands, lines;
  std::vector<ScriptPlace> places;
};

Recorder read(std::string_view script, std::size_t piece = 1 << 20) {
  Recorder recorder;
  ScriptReader reader("dump.sql", recorder);
  for (std::size_t i = 0; i < script.size(); i += piece) reader.feed(script.substr(i, piece));
  reader.finish();
  return recorder;
}

std::string fault_of(std::string_view script) {
  try {
    static_cast<void>(read(script));
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::validation);
    return error.what();
  }
  return "";
}

// What is hard about each of these is what it hides: semicolons, quotes and the beginnings of comments.
const std::vector<std::string> kStatements = {
    "SELECT 1",
    "SELECT ';'",
    "SELECT 'it''s; --'",
    "SELECT E'\\';\\\\'",
    "SELECT e'a'';b\\''",
    "SELECT E'a'\n  'b\\';'",
    "SELECT 'a\\'",
    "SELECT U&'\\0041;'",
    "SELECT \"a;\"\"b'\" FROM t",
    "SELECT $$;'$$",
    "SELECT $a$ $$; $b$ ' $a$",
    "SELECT $é$;$é$",
    "SELECT a$b$c FROM t WHERE d$;",  // a name with dollars; cut below
    "SELECT 1 /* ; /* ' nested */ ; */ + 2",
    "SELECT 1 -- ; '\n + 2",
    "SELECT (1), ((2))",
    "INSERT INTO t (a) VALUES ('x;'), (E'\\';')",
    "SELECT namE'x;y'",
};

std::vector<std::string> statements() {
  std::vector<std::string> result = kStatements;
  for (std::string& one : result) {
    if (one.ends_with("d$;")) one = "SELECT a$b$c FROM t WHERE d$";
  }
  return result;
}

}  // namespace

// Statements joined by anything that is no part of one come back as they are, with their places; and PostgreSQL's own
// scanner cuts at the same places.
TEST_CASE("A script is cut into the statements that it was made of") {
  const std::vector<std::string> between = {"\n", " ", "\n\n-- a ; comment 'x\n", "/* ; ' /* */ */", "\t\r\n", ""};
  const std::vector<std::string> all = statements();
  std::mt19937_64 random(7);
  for (int round = 0; round < 2000; ++round) {
    std::string script;
    std::vector<std::string> wanted;
    std::vector<std::size_t> offsets;
    for (std::size_t n = 1 + random() % 6; n > 0; --n) {
      script += between[random() % between.size()];
      offsets.push_back(script.size());
      wanted.push_back(all[random() % all.size()]);
      script += wanted.back() + ";";
    }
    script += between[random() % between.size()];
    const Recorder recorder = read(script, 1 + random() % 40);
    INFO(script);
    REQUIRE(recorder.statements == wanted);
    for (std::size_t i = 0; i < offsets.size(); ++i) {
      CHECK(recorder.places[i].offset == offsets[i]);
      const std::string before = script.substr(0, offsets[i]);
      CHECK(recorder.places[i].line == 1u + static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')));
      CHECK(recorder.places[i].column == offsets[i] - (before.rfind('\n') + 1) + 1);
    }
    const PgQuerySplitResult split = pg_query_split_with_scanner(script.c_str());
    REQUIRE(split.error == nullptr);
    CHECK(static_cast<std::size_t>(split.n_stmts) == wanted.size());
    pg_query_free_split_result(split);
  }
}

TEST_CASE("Data lines end with their own line, and commands of psql with theirs") {
  const std::string script =
      "\\connect shop\r\nCOPY t (a) FROM stdin;\n1;'\n--\n\\\\.\n\\.\nSELECT 1;\n\\encoding UTF8";
  for (std::size_t piece = 1; piece < 30; ++piece) {
    const Recorder recorder = read(script, piece);
    CHECK(recorder.commands == std::vector<std::string>{"\\connect shop", "\\encoding UTF8"});
    CHECK(recorder.statements == std::vector<std::string>{"COPY t (a) FROM stdin", "SELECT 1"});
    CHECK(recorder.lines == std::vector<std::string>{"1;'", "--", "\\\\."});
    CHECK(recorder.places.at(1).line == 3);
  }
}

TEST_CASE("A script that ends within something is refused, and so is what psql would take for a command") {
  CHECK(fault_of("SELECT 1").find("has no semicolon") != std::string::npos);
  CHECK(fault_of("SELECT 'a;").find("a string is not closed") != std::string::npos);
  CHECK(fault_of("SELECT E'a\\';").find("a string is not closed") != std::string::npos);
  CHECK(fault_of("SELECT \"a;").find("a quoted name is not closed") != std::string::npos);
  CHECK(fault_of("SELECT $a$;$b$;").find("a dollar-quoted string is not closed") != std::string::npos);
  CHECK(fault_of("/* /* */ SELECT 1;").find("a comment is not closed") != std::string::npos);
  CHECK(fault_of("SELECT (1;").find("a parenthesis is not closed") != std::string::npos);
  CHECK(fault_of("COPY t FROM stdin;\n1\n").find("within COPY's data") != std::string::npos);
  CHECK(fault_of("COPY t FROM stdin; SELECT 1;\n\\.\n").find("something follows COPY") != std::string::npos);
  CHECK(fault_of("SELECT 1\n\\! true\n;").find("dump.sql:2:1: a backslash within a statement") != std::string::npos);
  CHECK(fault_of("-- only a comment").empty());
  CHECK(fault_of("").empty());
}

TEST_CASE("A statement or line beyond the limit is refused before it is all in memory") {
  Recorder recorder;
  ScriptReader reader("dump.sql", recorder);
  const std::string piece(std::size_t{1} << 20, 'x');
  std::size_t fed = 0;
  reader.feed("SELECT '");
  try {
    for (; fed < 100; ++fed) reader.feed(piece);
  } catch (const Error& error) {
    CHECK(std::string(error.what()).find("has more than 64 MiB") != std::string::npos);
  }
  CHECK(fed == 63);
}

}  // namespace datagen
