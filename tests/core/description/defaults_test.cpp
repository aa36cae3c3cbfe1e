#include "tests/core/description/describe.hpp"
#include "tests/support/catch.hpp"

using namespace datagen;
using namespace datagen::test;

namespace {

// The default of a column of that type, written as JSON; "" when there is none.
std::string default_of(const std::string& type, const std::string& json) {
  const Described result = describe(
      R"({"custom_types": {"mood": ["active", "user"], "pos": {"base_type": "int"}}, "tables": {"t": {"columns": [{"name": "c",)"
      R"( "type": ")" +
          type + R"(", "default": )" + json + "}]}}}",
      DocumentFormat::json);
  INFO(type << " " << json << "\n" << result.faults());
  REQUIRE(result.diagnostics.ok());
  return result.description.tables[0].columns[0].default_expression.value_or("");
}

}  // namespace

TEST_CASE("a default is the literal or the expression that its writer meant") {
  struct {
    const char* type;
    const char* json;
    const char* sql;
  } const cases[] = {
      {"timestamp", "\"now()\"", "now()"},
      {"timestamptz", "\"CURRENT_TIMESTAMP\"", "CURRENT_TIMESTAMP"},
      {"timestamp", "\"2024-01-01 10:00\"", "'2024-01-01 10:00'"},
      {"timestamp", "\"now\"", "'now'"},
      {"timestamp", "\"now() + interval '1 day'\"", "now() + interval '1 day'"},
      {"timestamp", "\"now() at time zone 'utc'\"", "(now() at time zone 'utc')"},
      {"date", "\"2024-01-01\"", "'2024-01-01'"},
      {"interval", "\"1 day\"", "'1 day'"},
      {"time", "\"10:30\"", "'10:30'"},
      {"varchar(20)", "\"active\"", "'active'"},
      {"varchar(20)", "\"'active'\"", "'active'"},
      {"varchar(20)", "\"in stock\"", "'in stock'"},
      {"varchar(20)", "\"out-of-stock\"", "'out-of-stock'"},
      {"varchar(20)", "\"user\"", "'user'"},
      {"varchar(20)", "\"current_user\"", "current_user"},
      {"varchar(20)", "\"select\"", "'select'"},
      {"varchar(20)", "\"\"", "''"},
      {"varchar(20)", "\"NULL\"", "NULL"},
      {"varchar(20)", "0", "'0'"},
      {"varchar(20)", "\"007\"", "'007'"},
      {"varchar(20)", "true", "'true'"},
      {"text", "\"upper('x')\"", "upper('x')"},
      {"text", "\"a\\\\b\"", "'a\\b'"},
      {"mood", "\"active\"", "'active'"},
      {"mood", "\"user\"", "'user'"},
      {"mood", "\"'active'::mood\"", "'active'::mood"},
      {"integer", "0", "0"},
      {"integer", "-5", "-5"},
      {"pos", "7", "7"},
      {"integer", "\"60 * 60\"", "60 * 60"},
      {"integer", "\"nextval('s')\"", "nextval('s')"},
      {"numeric(10,2)", "1.50", "1.50"},
      {"numeric", "123456789012345678901234567890", "123456789012345678901234567890"},
      {"boolean", "true", "true"},
      {"boolean", "0", "false"},
      {"boolean", "\"yes\"", "'yes'"},
      {"boolean", "\"true\"", "true"},
      {"boolean", "\"true AND false\"", "(true AND false)"},
      {"uuid", "\"gen_random_uuid()\"", "gen_random_uuid()"},
      {"uuid", "\"550e8400-e29b-41d4-a716-446655440000\"", "'550e8400-e29b-41d4-a716-446655440000'"},
      {"inet", "\"10.0.0.0/8\"", "'10.0.0.0/8'"},
      {"jsonb", "{\"a\": [1, \"it's\"]}", "'{\"a\":[1,\"it''s\"]}'"},
      {"jsonb", "\"{}\"", "'{}'"},
      {"jsonb", "\"'{}'::jsonb\"", "'{}'::jsonb"},
      {"text[]", "\"{}\"", "'{}'"},
      {"text[]", "[]", "'{}'"},
      {"integer[]", "\"ARRAY[1,2]\"", "ARRAY[1,2]"},
      {"integer", "null", ""},
  };
  for (const auto& each : cases) {
    INFO(each.type << " " << each.json);
    CHECK(default_of(each.type, each.json) == each.sql);
  }
}
