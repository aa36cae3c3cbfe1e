#include "datagen/core/types.hpp"

#include <random>

#include "datagen/plugin.h"
#include "tests/support/catch.hpp"

using namespace datagen;

namespace {

SqlType parsed(const std::string& written, const std::vector<CustomType>& custom = {}) {
  std::string message;
  const auto type = parse_type(written, custom, message);
  INFO(written << ": " << message);
  REQUIRE(type.has_value());
  return *type;
}

}  // namespace

TEST_CASE("types are read by any of their names into one canonical form") {
  struct {
    const char* written;
    const char* text;
    const char* format;
    std::uint32_t family;
  } const cases[] = {
      {"int", "integer", "i", DATAGEN_FAMILY_INTEGER},
      {" INT4 ", "integer", "i", DATAGEN_FAMILY_INTEGER},
      {"pg_catalog.int8", "bigint", "l", DATAGEN_FAMILY_INTEGER},
      {"serial8", "bigserial", "l", DATAGEN_FAMILY_INTEGER},
      {"serial2", "smallserial", "s", DATAGEN_FAMILY_INTEGER},
      {"bool", "boolean", "b", DATAGEN_FAMILY_BOOLEAN},
      {"float", "double precision", "g", DATAGEN_FAMILY_FLOAT},
      {"float(24)", "real", "f", DATAGEN_FAMILY_FLOAT},
      {"float(25)", "double precision", "g", DATAGEN_FAMILY_FLOAT},
      {"Double   Precision", "double precision", "g", DATAGEN_FAMILY_FLOAT},
      {"dec(10)", "numeric(10,0)", "d:10,0", DATAGEN_FAMILY_DECIMAL},
      {"decimal( 10 , 2 )", "numeric(10,2)", "d:10,2", DATAGEN_FAMILY_DECIMAL},
      {"numeric", "numeric", "d:38,2", DATAGEN_FAMILY_DECIMAL},
      {"numeric(39,2)", "numeric(39,2)", "u", DATAGEN_FAMILY_DECIMAL},
      {"numeric(5,-2)", "numeric(5,-2)", "u", DATAGEN_FAMILY_DECIMAL},
      {"numeric(3,5)", "numeric(3,5)", "d:3,5", DATAGEN_FAMILY_DECIMAL},
      {"varchar(20)", "character varying(20)", "u", DATAGEN_FAMILY_TEXT},
      {"character varying", "character varying", "u", DATAGEN_FAMILY_TEXT},
      {"national char varying (3)", "character varying(3)", "u", DATAGEN_FAMILY_TEXT},
      {"char", "character(1)", "u", DATAGEN_FAMILY_TEXT},
      {"nchar(4)", "character(4)", "u", DATAGEN_FAMILY_TEXT},
      {"bpchar", "bpchar", "u", DATAGEN_FAMILY_TEXT},
      {"\"char\"", "\"char\"", "u", DATAGEN_FAMILY_TEXT},
      {"bit", "bit(1)", "u", DATAGEN_FAMILY_OTHER},
      {"varbit(8)", "bit varying(8)", "u", DATAGEN_FAMILY_OTHER},
      {"timestamp", "timestamp without time zone", "tsu:", DATAGEN_FAMILY_TIMESTAMP},
      {"timestamptz(3)", "timestamp(3) with time zone", "tsu:UTC", DATAGEN_FAMILY_TIMESTAMP},
      {"timestamp (3) WITH time\tzone", "timestamp(3) with time zone", "tsu:UTC", DATAGEN_FAMILY_TIMESTAMP},
      {"time with time zone", "time with time zone", "u", DATAGEN_FAMILY_TIME},
      {"time(0)", "time(0) without time zone", "ttu", DATAGEN_FAMILY_TIME},
      {"interval day to second(3)", "interval day to second(3)", "u", DATAGEN_FAMILY_INTERVAL},
      {"interval(6)", "interval(6)", "u", DATAGEN_FAMILY_INTERVAL},
      {"INTERVAL YEAR TO MONTH", "interval year to month", "u", DATAGEN_FAMILY_INTERVAL},
      {"uuid", "uuid", "w:16", DATAGEN_FAMILY_UUID},
      {"bytea", "bytea", "z", DATAGEN_FAMILY_BINARY},
      {"date", "date", "tdD", DATAGEN_FAMILY_DATE},
      {"jsonb", "jsonb", "u", DATAGEN_FAMILY_JSON},
      {"macaddr8", "macaddr8", "u", DATAGEN_FAMILY_NETWORK},
      {"tstzmultirange", "tstzmultirange", "u", DATAGEN_FAMILY_OTHER},
      {"text[]", "text[]", "u", DATAGEN_FAMILY_ARRAY},
      {"int4 [3][3]", "integer[3][3]", "u", DATAGEN_FAMILY_ARRAY},
      {"text ARRAY", "text[]", "u", DATAGEN_FAMILY_ARRAY},
      {"varchar(5) array[4]", "character varying(5)[4]", "u", DATAGEN_FAMILY_ARRAY},
  };
  for (const auto& each : cases) {
    const SqlType type = parsed(each.written);
    INFO(each.written);
    CHECK(type.text == each.text);
    CHECK(type.format == each.format);
    CHECK(type.family == each.family);
    CHECK(type.known);
  }
}

// What parse_type writes, it reads as the same type.
TEST_CASE("every built-in type's canonical text reads back as itself") {
  for (const std::string& name : known_type_names()) {
    for (const char* suffix : {"", "[]", "[2][3]"}) {
      std::string message;
      const auto type = parse_type(name + suffix, {}, message);
      INFO(name << suffix << " " << message);
      if (!type) {
        CHECK((name.find("serial") != std::string::npos && *suffix != '\0'));
        continue;
      }
      const SqlType again = parsed(type->text);
      CHECK(again.text == type->text);
      CHECK(again.base == type->base);
      CHECK(again.format == type->format);
      CHECK(again.known);
    }
  }
}

TEST_CASE("lengths, precisions and scales are those that were written") {
  CHECK(parsed("varchar(20)").max_characters == 20);
  CHECK(parsed("char").max_characters == 1);
  CHECK(parsed("text").max_characters == 0);
  CHECK(parsed("numeric(12,4)").precision == 12);
  CHECK(parsed("numeric(12,4)").scale == 4);
  CHECK(parsed("numeric").precision == -1);
  CHECK(parsed("timestamp(3)").precision == 3);
  CHECK(parsed("timestamp").precision == -1);
  CHECK(parsed("int[][]").array_dimensions == 2);
  CHECK(parsed("serial").serial);
}

TEST_CASE("malformed types are refused with a reason") {
  for (const char* written : {"",
                              "varchar(-1)",
                              "varchar(0)",
                              "varchar(20",
                              "varchar 20",
                              "varchar()",
                              "varchar(a)",
                              "varchar(1,2)",
                              "numeric(0)",
                              "numeric(1001)",
                              "numeric(5,2,1)",
                              "numeric(5,1001)",
                              "bit(0)",
                              "float(54)",
                              "int[",
                              "int]",
                              "int[-1]",
                              "int[1",
                              "int[][][][][][][]",
                              "timestamp(7)",
                              "timestamp with zone",
                              "interval day to month",
                              "interval year(3)",
                              "void",
                              "anyelement",
                              "integer; drop",
                              "text--",
                              "\"",
                              "\"\"",
                              ".int",
                              "int.",
                              "a.b.c",
                              "text array array",
                              "int text",
                              "timestamp with time zone(3)",
                              "serial[]",
                              "varchar(99999999999999999999)",
                              "1x",
                              "(int)"}) {
    std::string message;
    INFO(written);
    CHECK_FALSE(parse_type(written, {}, message).has_value());
    CHECK_FALSE(message.empty());
  }
}

TEST_CASE("types of the server alone are passed through, well formed") {
  CHECK(parsed("geometry(Point,4326)").text == "geometry(Point,4326)");
  CHECK_FALSE(parsed("geometry(Point,4326)").known);
  CHECK(parsed("vector(3)[]").text == "vector(3)[]");
  CHECK(parsed("gis.Shape").text == "gis.shape");
  CHECK(parsed("\"My Type\"").text == "\"My Type\"");
  CHECK(parsed("x('a''b')").text == "x('a''b')");
  CHECK(parsed("citext").family == DATAGEN_FAMILY_TEXT);
}

TEST_CASE("the description's own types are found as they were declared, and domains store what their base does") {
  std::vector<CustomType> custom(3);
  custom[0].name = "Mood";
  custom[1].schema = "sales";
  custom[1].name = "code";
  custom[1].kind = CustomType::Kind::domain;
  custom[1].base = parsed("varchar(7)");
  custom[2].name = "user";
  custom[2].kind = CustomType::Kind::domain;
  custom[2].base = parsed("sales.code", custom);
  CHECK(parsed("Mood", custom).text == "\"Mood\"");
  CHECK(parsed("Mood", custom).family == DATAGEN_FAMILY_ENUM);
  CHECK(parsed("Mood[]", custom).text == "\"Mood\"[]");
  CHECK(parsed("public.Mood", custom).custom);
  CHECK_FALSE(parsed("mood", custom).custom);
  CHECK(parsed("sales.code", custom).text == "sales.code");
  CHECK(parsed("sales.code", custom).max_characters == 7);
  CHECK(parsed("user", custom).text == "\"user\"");
  CHECK(storage_type(parsed("user", custom), custom).text == "character varying(7)");
  CHECK(storage_type(parsed("Mood", custom), custom).text == "\"Mood\"");
}

TEST_CASE("any text is a type or a message") {
  const std::string characters = "intvarchserl ()[],.'\"-0123ARY";
  for (std::uint64_t seed = 1; seed <= 20000; ++seed) {
    std::mt19937_64 random(seed);
    std::string text = seed % 2 == 0 ? "varchar" : "timestamp";
    for (std::size_t n = random() % 12; n > 0; --n) {
      text.insert(random() % (text.size() + 1), 1, characters[random() % characters.size()]);
    }
    std::string message;
    const auto type = parse_type(text, {}, message);
    INFO("seed " << seed << ": " << text);
    REQUIRE((type ? !type->text.empty() && !type->format.empty() : !message.empty()));
    if (type) REQUIRE(parsed(type->text).text == type->text);
  }
}
