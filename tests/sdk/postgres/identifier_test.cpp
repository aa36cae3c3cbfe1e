#include <random>
#include <string>

#include "datagen/postgres/identifier.hpp"
#include "datagen/postgres/literal.hpp"
#include "datagen/postgres/type_name.hpp"
#include "tests/support/catch.hpp"

namespace {

using namespace datagen::postgres;

// The server's reading of one name: unquoted letters are folded, quoted ones are kept.
std::string read_identifier(const std::string& sql) {
  if (sql.front() != '"') {
    std::string name;
    for (char c : sql) name += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return name;
  }
  std::string name;
  for (std::size_t i = 1; i + 1 < sql.size(); ++i) {
    name += sql[i];
    if (sql[i] == '"') ++i;
  }
  return name;
}

}  // namespace

TEST_CASE("names are quoted exactly when the server needs it") {
  for (const char* name : {"users", "_x", "a1", "name", "type", "value", "key", "index", "date", "text", "comment"}) {
    CHECK(identifier(name) == name);
  }
  for (const char* name : {"user", "order", "select", "table", "timestamp", "values", "between", "left", "xmltable"}) {
    CHECK(identifier(name) == '"' + std::string(name) + '"');
  }
  CHECK(identifier("Users") == "\"Users\"");
  CHECK(identifier("1st") == "\"1st\"");
  CHECK(identifier("a b") == "\"a b\"");
  CHECK(identifier("a$b") == "\"a$b\"");
  CHECK(identifier("caf\xc3\xa9") == "\"caf\xc3\xa9\"");
  CHECK(identifier("a\"b") == "\"a\"\"b\"");
  CHECK(identifier("") == "\"\"");
  CHECK(qualified("sales", "order") == "sales.\"order\"");
  CHECK(qualified(nullptr, "users") == "users");
}

TEST_CASE("the key words are sorted, so that they are found") {
  CHECK(std::is_sorted(kKeywords.begin(), kKeywords.end()));
  for (std::string_view word : kKeywords) CHECK(is_keyword(word));
}

// Invariant: a name reads back as it was, by the server's rules, and so do the parts of a qualified type.
TEST_CASE("any name reads back as it was") {
  std::mt19937 random(11);
  for (int round = 0; round < 20'000; ++round) {
    const std::string alphabet = "abzABZ019_.\"' $-[]()\xc3\xa9";
    std::string name;
    std::string schema;
    for (std::size_t i = 0; i < 1 + random() % 6; ++i) name += alphabet[random() % alphabet.size()];
    for (std::size_t i = 0; i < 1 + random() % 6; ++i) schema += alphabet[random() % alphabet.size()];
    CAPTURE(name, schema);
    REQUIRE(read_identifier(identifier(name)) == name);
    const TypeName type = type_name(qualified(schema.c_str(), name) + "(3)[]");
    REQUIRE(type.name == name);
    REQUIRE(type.schema == schema);
  }
}

TEST_CASE("literals double quotes, and comments cannot swallow a closing parenthesis") {
  CHECK(literal("it's") == "'it''s'");
  CHECK(literal("back\\slash") == "'back\\slash'");
  CHECK(parenthesised("a > 0") == "(a > 0)");
  CHECK(parenthesised("a > 0 -- positive") == "(a > 0 -- positive\n)");
}
