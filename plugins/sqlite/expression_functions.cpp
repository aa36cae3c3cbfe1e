#include <algorithm>

#include "expression_value.hpp"
#include "names.hpp"

namespace datagen::sqlite {
namespace {

[[noreturn]] void no_function(const std::string& name) {
  throw Untranslatable("SQLite has no function that is " + name + "() of PostgreSQL");
}

bool is_text(const Value& value) { return value.kind == ValueKind::text || value.is_string; }

std::string list(const std::vector<Value>& values) {
  std::string sql;
  for (const Value& value : values) sql += (sql.empty() ? "" : ", ") + value.sql;
  return sql;
}

bool all(const std::vector<Value>& values, bool (*holds)(const Value&)) {
  return std::all_of(values.begin(), values.end(), holds);
}

Value text_call(const char* name, const std::vector<Value>& arguments) {
  return simple(std::string(name) + '(' + list(arguments) + ')', ValueKind::text);
}

// A random UUID of version 4.
constexpr const char* kRandomUuid =
    "lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || "
    "substr('89AB', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))";

Value clock(const std::string& name, Use use) {
  if (use != Use::default_value) throw Untranslatable("SQLite lets no " + std::string("clock into it"));
  if (name == "current_date") return simple("CURRENT_DATE", ValueKind::date);
  if (name == "current_time" || name == "localtime") return simple("CURRENT_TIME", ValueKind::time);
  return simple("CURRENT_TIMESTAMP",
                name == "localtimestamp" || name == "timezone" ? ValueKind::timestamp : ValueKind::timestamp_utc);
}

Value coalesce(std::vector<Value>& arguments) {
  Value result = arguments[0];
  for (Value& one : arguments) {
    if (one.is_null) continue;
    if (one.is_string && !result.is_string && !result.is_null) one = typed_string(one, result.kind);
    if (one.is_wide || result.is_wide) throw Untranslatable("a number of many digits may be text in SQLite");
    const bool numbers = one.is_number() && result.is_number();
    if (!result.is_null && one.kind != result.kind && !numbers)
      throw Untranslatable("its values are of several types in SQLite");
    if (result.is_null) result.kind = one.kind;
    if (numbers) result.kind = common_number(result, one);
    result.is_null = false;
    result.scale = std::max(result.scale, one.scale);
    result.is_computed = result.is_computed || one.is_computed;
  }
  Value made = simple("coalesce(" + list(arguments) + ')', result.kind, result.scale);
  made.is_computed = result.is_computed;
  return made;
}

}  // namespace

bool is_clock_word(const std::string& name) {
  return name == "current_timestamp" || name == "current_date" || name == "current_time" || name == "localtimestamp" ||
         name == "localtime";
}

Value call_function(const std::string& name, std::vector<Value> arguments, Use use) {
  const std::size_t n = arguments.size();
  if (n == 0) {
    if (is_clock_word(name) || name == "now" || name == "transaction_timestamp" || name == "statement_timestamp" ||
        name == "clock_timestamp")
      return clock(name, use);
    if (name == "gen_random_uuid" || name == "uuid_generate_v4") {
      if (use != Use::default_value) throw Untranslatable("SQLite lets no random values into it");
      return simple(kRandomUuid, ValueKind::uuid);
    }
    no_function(name);
  }
  if (name == "timezone" && n == 2 && arguments[0].is_string && folded(arguments[0].text) == "utc" &&
      arguments[1].kind == ValueKind::timestamp_utc) {
    arguments[1].kind = ValueKind::timestamp;
    return arguments[1];
  }
  if (name == "coalesce") return coalesce(arguments);
  if (name == "nullif" && n == 2) {
    if (arguments[1].is_string && !arguments[0].is_string) arguments[1] = typed_string(arguments[1], arguments[0].kind);
    if (arguments[0].kind != arguments[1].kind || arguments[0].is_computed || arguments[0].is_wide) no_function(name);
    return simple("nullif(" + list(arguments) + ')', arguments[0].kind, arguments[0].scale);
  }
  if (name == "abs" && n == 1 && arguments[0].is_number() && !arguments[0].is_wide) {
    Value result = simple("abs(" + arguments[0].sql + ')', arguments[0].kind, arguments[0].scale);
    result.is_computed = arguments[0].is_computed;
    return result;
  }
  if (name == "round" && n == 2 && arguments[0].kind == ValueKind::decimal && arguments[1].kind == ValueKind::integer &&
      !arguments[0].is_wide && !arguments[1].sql.empty() &&
      arguments[1].sql.find_first_not_of("0123456789") == std::string::npos && arguments[1].sql.size() < 3) {
    // A half is not a half any more in binary digits: only what loses none is the same.
    const int digits = std::stoi(arguments[1].sql);
    if (arguments[0].scale > digits) throw Untranslatable("SQLite rounds binary numbers, not decimal ones");
    return rounded(arguments[0]);
  }
  if (name == "mod" && n == 2 && arguments[0].kind == ValueKind::integer && arguments[1].kind == ValueKind::integer)
    return {.sql = arguments[0].operand() + " % " + arguments[1].operand(), .kind = ValueKind::integer};
  if (!all(std::vector<Value>(arguments.begin(), arguments.begin() + 1), is_text)) no_function(name);
  if (n == 1 && (name == "length" || name == "char_length" || name == "character_length"))
    return simple("length(" + arguments[0].sql + ')', ValueKind::integer);
  if (n == 1 && (name == "lower" || name == "upper")) return text_call(name.c_str(), arguments);
  if ((n == 1 || n == 2) && all(arguments, is_text)) {
    if (name == "btrim" || name == "trim") return text_call("trim", arguments);
    if (name == "ltrim" || name == "rtrim") return text_call(name.c_str(), arguments);
  }
  if (n == 3 && name == "replace" && all(arguments, is_text)) return text_call("replace", arguments);
  if (n == 2 && name == "strpos" && all(arguments, is_text))
    return simple("instr(" + list(arguments) + ')', ValueKind::integer);
  const bool whole = std::all_of(arguments.begin() + 1, arguments.end(), [](const Value& value) {
    return value.sql.find_first_not_of("0123456789") == std::string::npos && value.sql != "0";
  });
  if (whole && (n == 2 || n == 3) && (name == "substr" || name == "substring")) return text_call("substr", arguments);
  if (whole && n == 2 && name == "left")
    return simple("substr(" + arguments[0].sql + ", 1, " + arguments[1].sql + ')', ValueKind::text);
  if (whole && n == 2 && name == "right")
    return simple("substr(" + arguments[0].sql + ", -" + arguments[1].sql + ')', ValueKind::text);
  no_function(name);
}

Value extract(const std::string& field, const Value& from) {
  const bool dated = from.kind == ValueKind::date || from.kind == ValueKind::timestamp;
  const bool timed = from.kind == ValueKind::time || from.kind == ValueKind::timestamp;
  const char* const code = field == "year" && dated     ? "%Y"
                           : field == "month" && dated  ? "%m"
                           : field == "day" && dated    ? "%d"
                           : field == "dow" && dated    ? "%w"
                           : field == "doy" && dated    ? "%j"
                           : field == "hour" && timed   ? "%H"
                           : field == "minute" && timed ? "%M"
                                                        : nullptr;
  if (code == nullptr) throw Untranslatable("the field " + field + " is not computed alike in SQLite");
  return simple("CAST(strftime('" + std::string(code) + "', " + from.sql + ") AS INTEGER)", ValueKind::integer);
}

}  // namespace datagen::sqlite
