#include "verify/canonical.hpp"

#include <string>
#include <vector>

#include "tests/support/catch.hpp"

namespace datagen {
namespace {

struct Spellings {
  const char* type;
  std::vector<std::string> same;   // each other's
  std::vector<std::string> other;  // than all of them, and than each other
};

const std::vector<Spellings> kSpellings = {
    {"boolean", {"t", "true", "on"}, {"f"}},
    {"integer", {"7", "+7", "007"}, {"-7", "70"}},
    {"numeric(10,2)", {"1.5", "1.50", "01.5", "15e-1"}, {"1.51", "-1.5", "15", "NaN"}},
    {"numeric", {"0", "-0.00", "0e5"}, {"0.1"}},
    {"real", {"0.1", "0.10000000149"}, {"0.1001"}},
    {"double precision", {"1e3", "1000", "1000.0"}, {"1000.1", "NaN", "Infinity"}},
    {"money", {"$1,234.50", "1234.5"}, {"$1,234.51"}},
    {"char(5)", {"ab", "ab   "}, {" ab", "abc"}},
    {"varchar(5)", {"ab"}, {"ab ", "AB"}},
    {"bytea", {"\\xAB41", "\\xab41", "\\253A"}, {"\\xab42", "\\xab"}},
    {"date", {"2024-02-29"}, {"2024-03-01"}},
    {"time", {"12:00:00", "12:00:00.000"}, {"12:00:00.001"}},
    {"timestamp", {"2024-01-01 10:00:00", "2024-01-01 10:00:00.0", "2024-01-01T10:00:00"}, {"2024-01-01 10:00:01"}},
    {"timestamptz",
     {"2024-01-01 10:00:00+00", "2024-01-01 12:00:00+02", "2024-01-01 15:30:00+05:30"},
     {"2024-01-01 10:00:00+02"}},
    {"interval", {"1 day 02:00:00", "1 day 2 hours", "P1DT2H", "26:00:00 @"}, {"02:00:00"}},
    {"uuid", {"A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11", "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11"}, {}},
    {"jsonb", {R"({"a": 1.50, "b": [1, 2]})", R"({"b":[1,2],"a":1.5})"}, {R"({"a": 1.5, "b": [2, 1]})", "null"}},
    {"json", {R"({"a": 1})"}, {R"({"a":1})"}},
    {"inet", {"10.0.0.1", "10.0.0.1/32"}, {"10.0.0.1/24", "10.0.0.2"}},
    {"macaddr", {"08:00:2b:01:02:03", "08-00-2B-01-02-03"}, {"08:00:2b:01:02:04"}},
    {"point", {"(1,2)", "(1.0, 2)"}, {"(2,1)"}},
    {"box", {"(3,4),(1,2)", "(1,2),(3,4)"}, {"(3,4),(1,1)"}},
    {"int4range", {"[1,5)", "[1,4]", "(0,4]"}, {"[1,5]", "empty", "[1,)"}},
    {"daterange", {"[2024-01-01,2024-02-01)", "[2024-01-01,2024-01-31]"}, {"[2024-01-01,2024-01-31)"}},
    {"numrange", {"[1.0,2)", "[1,2.00)"}, {"(1,2)", "[1,2]"}},
    {"int4multirange", {"{[1,5),[8,9)}", "{[1,4], [8,8]}"}, {"{[1,5)}"}},
    {"tsvector", {"'a' 'b':2", "b:2 a"}, {"'a' 'b':3"}},
    {"text[]", {"{a,\"b c\",NULL}", "{\"a\",\"b c\",null}"}, {"{a,\"b c\",\"NULL\"}", "{a,b c}"}},
    {"numeric[]", {"{1.50,{2}}", "{1.5,{2.0}}"}, {"{1.5,2}"}},
    {"jsonb[]", {R"({"{\"a\": 1, \"b\": 2}"})", R"({"{\"b\":2,\"a\":1}"})"}, {R"({"{\"a\": 2, \"b\": 2}"})"}},
};

}  // namespace

TEST_CASE("Spellings of one value are equal, those of others are not") {
  for (const Spellings& one : kSpellings) {
    std::string message;
    const auto type = parse_type(one.type, {}, message);
    REQUIRE(type);
    const std::vector<CustomType> none;
    const ValueEquality equal(*type, none);
    std::vector<std::string> all = one.other;
    for (const std::string& same : one.same) {
      for (const std::string& again : one.same) {
        INFO(one.type << ": " << same << " and " << again);
        // An interval keeps days and hours apart, as PostgreSQL does.
        const bool apart = (same.starts_with("26") || again.starts_with("26")) && same != again;
        CHECK(equal(same, again) == !apart);
        CHECK((equal.spelling(same) == equal.spelling(again)) == !apart);
      }
      for (const std::string& other : one.other) {
        INFO(one.type << ": " << same << " and " << other);
        CHECK_FALSE(equal(same, other));
      }
    }
  }
}

TEST_CASE("Composites are equal where their fields are") {
  CustomType pair;
  pair.kind = CustomType::Kind::composite;
  pair.name = "pair";
  std::string message;
  pair.fields = {{"a", *parse_type("numeric", {}, message)}, {"b", *parse_type("text", {}, message)}};
  const std::vector<CustomType> custom{pair};
  const auto type = parse_type("pair", custom, message);
  REQUIRE(type);
  const ValueEquality equal(*type, custom);
  CHECK(equal("(1.50,x)", "(1.5,\"x\")"));
  CHECK(equal("(,\"a \"\"b\"\"\")", "(,\"a \\\"b\\\"\")"));
  CHECK_FALSE(equal("(1.5,)", "(1.5,\"\")"));
  CHECK_FALSE(equal("(1.5,x)", "(1.5,y)"));
}

}  // namespace datagen
