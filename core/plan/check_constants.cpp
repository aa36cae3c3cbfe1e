#include "plan/check_constants.hpp"

#include <algorithm>
#include <charconv>

#include "datagen/core/run.hpp"
#include "datagen/text/calendar.hpp"

namespace datagen {

namespace {

using Json = nlohmann::json;

constexpr std::int64_t day = text::kMicrosecondsPerDay;
constexpr std::int64_t largest_count = 10'000'000;

struct Interval {
  std::int64_t months = 0, micros = 0;
};

// "18 years", "1 year 6 months", "-30 days", "12 hours".
std::optional<Interval> parse_interval(std::string_view text) {
  Interval result;
  bool any = false;
  auto skip_blanks = [&] { text.remove_prefix(std::min(text.find_first_not_of(' '), text.size())); };
  for (skip_blanks(); !text.empty(); skip_blanks()) {
    if (text[0] == '+') text.remove_prefix(1);
    std::int64_t count = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
    if (error != std::errc() || count > largest_count || count < -largest_count) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    skip_blanks();
    std::string unit(text.substr(0, text.find(' ')));
    text.remove_prefix(unit.size());
    if (unit.size() > 1 && unit.back() == 's') unit.pop_back();
    if (unit == "year" || unit == "yr" || unit == "y")
      result.months += 12 * count;
    else if (unit == "month" || unit == "mon")
      result.months += count;
    else if (unit == "week" || unit == "w")
      result.micros += 7 * day * count;
    else if (unit == "day" || unit == "d")
      result.micros += day * count;
    else if (unit == "hour" || unit == "h")
      result.micros += day / 24 * count;
    else if (unit == "minute" || unit == "min" || unit == "m")
      result.micros += day / 1440 * count;
    else if (unit == "second" || unit == "sec")
      result.micros += day / 86400 * count;
    else
      return std::nullopt;
    any = true;
  }
  return any ? std::optional(result) : std::nullopt;
}

std::string timestamp_text(std::int64_t micros) {
  char buffer[text::kMaxTimestampSize + 64];
  return {buffer, text::write_timestamp(buffer, micros, false)};
}

bool is_leap(std::int64_t year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

// The same day some months away, or the last of that month, as the server has it.  Nothing outside the years 1 to 9999.
std::optional<std::string> add_interval(const std::string& timestamp, const Interval& interval, int sign) {
  auto micros = parse_timestamp(timestamp);
  if (!micros) return std::nullopt;
  std::string written = timestamp_text(*micros);
  std::int64_t months =
      std::stoll(written.substr(0, 4)) * 12 + std::stoll(written.substr(5, 2)) - 1 + sign * interval.months;
  std::int64_t year = months / 12, month = months % 12;
  if (year < 1 || year > 9999) return std::nullopt;
  static constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  int last = month == 1 && is_leap(year) ? 29 : days[month];
  int moved_day = std::min(std::stoi(written.substr(8, 2)), last);
  auto moved = parse_timestamp(fmt::format("{:04}-{:02}-{:02}{}", year, month + 1, moved_day, written.substr(10)));
  if (!moved) return std::nullopt;
  std::int64_t result = *moved + sign * interval.micros;
  if (result < text::kFirstPlainDay * day || result > text::kLastPlainDay * day) return std::nullopt;
  return timestamp_text(result);
}

std::optional<CheckConstant> literal(const Json& node) {
  CheckConstant result;
  if (node.contains("ival")) {
    result.text = std::to_string(node.at("ival").value("ival", std::int64_t{0}));
    result.number = true;
  } else if (node.contains("fval")) {
    result.text = node.at("fval").value("fval", std::string("0"));
    result.number = true;
  } else if (node.contains("boolval")) {
    result.text = node.at("boolval").value("boolval", false) ? "true" : "false";
    result.boolean = true;
  } else if (node.contains("sval")) {
    result.text = node.at("sval").value("sval", std::string());
  } else {
    return std::nullopt;  // NULL, bit strings
  }
  return result;
}

std::optional<CheckConstant> cast(const Json& node, std::int64_t now) {
  auto result = constant_of(node.at("arg"), now);
  const Json& type = node.at("typeName");
  std::string name = unqualified(type.at("names"));
  if (!result || name.empty() || type.contains("arrayBounds") || type.contains("typmods")) return std::nullopt;
  if (name == "interval") return std::nullopt;
  if (name == "date") {
    if (result->text.size() > 10 && parse_timestamp(result->text)) result->text.resize(10);
  } else if (name.starts_with("int")) {
    // A cast to an integer rounds.
    if (result->text.find_first_not_of("+-0123456789") != std::string::npos) return std::nullopt;
    result->number = true;
  } else if (name == "numeric" || name == "float4" || name == "float8") {
    if (name == "float4") return std::nullopt;
    result->number = true;
  } else if (name == "bool") {
    result->boolean = true;
  }
  result->cast = name;
  return result;
}

std::optional<CheckConstant> current_time(const std::string& name, std::int64_t now) {
  static const std::vector<std::string> times = {"now",
                                                 "transaction_timestamp",
                                                 "statement_timestamp",
                                                 "clock_timestamp",
                                                 "SVFOP_CURRENT_TIMESTAMP",
                                                 "SVFOP_CURRENT_TIMESTAMP_N",
                                                 "SVFOP_LOCALTIMESTAMP",
                                                 "SVFOP_LOCALTIMESTAMP_N"};
  bool date = name == "SVFOP_CURRENT_DATE";
  if (!date && std::find(times.begin(), times.end(), name) == times.end()) return std::nullopt;
  CheckConstant result;
  result.text = timestamp_text(now);
  if (date) result.text.resize(10);
  result.from_now = true;
  result.cast = date ? "date" : "timestamptz";
  return result;
}

std::optional<CheckConstant> call(const Json& node, std::int64_t now) {
  std::string name = unqualified(node.at("funcname"));
  if (!node.contains("args")) return current_time(name, now);
  const Json& arguments = node.at("args");
  if ((name == "extract" || name == "date_part") && arguments.size() == 2) {
    auto field = constant_of(arguments[0], now), value = constant_of(arguments[1], now);
    if (!field || !value || field->text != "year" || !value->from_now) return std::nullopt;
    value->text = std::to_string(std::stoi(value->text.substr(0, 4)));
    value->number = true;
    value->cast.clear();
    return value;
  }
  return std::nullopt;
}

// -literal, and now plus or minus an interval or a number.
std::optional<CheckConstant> arithmetic(const Json& node, std::int64_t now) {
  if (node.value("kind", std::string()) != "AEXPR_OP" || !node.contains("rexpr")) return std::nullopt;
  std::string op = unqualified(node.at("name"));
  if (op != "-" && op != "+") return std::nullopt;
  int sign = op == "-" ? -1 : 1;
  const Json& right = node.at("rexpr");
  if (!node.contains("lexpr")) {
    auto value = constant_of(right, now);
    if (!value || !value->number || value->from_now || value->text.empty()) return std::nullopt;
    if (sign > 0) return value;
    if (value->text[0] == '-')
      value->text.erase(0, 1);
    else
      value->text.insert(0, 1, '-');
    return value;
  }
  auto left = constant_of(node.at("lexpr"), now);
  if (!left || !left->from_now) return std::nullopt;
  if (right.contains("TypeCast") && unqualified(right.at("TypeCast").at("typeName").at("names")) == "interval" &&
      !right.at("TypeCast").at("typeName").contains("typmods") && right.at("TypeCast").at("arg").contains("A_Const")) {
    auto written = literal(right.at("TypeCast").at("arg").at("A_Const"));
    auto interval = written ? parse_interval(written->text) : std::nullopt;
    auto moved = interval && !left->number ? add_interval(left->text, *interval, sign) : std::nullopt;
    if (!moved) return std::nullopt;
    left->text = *moved;
    left->cast = "timestamptz";
    return left;
  }
  auto count = constant_of(right, now);
  if (!count || !count->number || count->from_now || count->text.size() > 7 ||
      count->text.find_first_not_of("-0123456789") != std::string::npos)
    return std::nullopt;
  std::int64_t number = std::stoll(count->text);
  if (left->number) {
    left->text = std::to_string(std::stoll(left->text) + sign * number);
    return left;
  }
  auto moved = left->cast == "date" ? add_interval(left->text, {0, number * day}, sign) : std::nullopt;
  if (!moved) return std::nullopt;
  left->text = moved->substr(0, 10);
  return left;
}

}  // namespace

std::string unqualified(const Json& names) {
  if (names.size() > 2 || (names.size() == 2 && names[0].at("String").value("sval", std::string()) != "pg_catalog"))
    return {};
  return names.back().at("String").value("sval", std::string());
}

std::optional<CheckConstant> constant_of(const Json& node, std::int64_t now) {
  if (!node.is_object() || node.empty()) return std::nullopt;
  const std::string& name = node.begin().key();
  const Json& inner = node.begin().value();
  if (name == "A_Const") return literal(inner);
  if (name == "TypeCast") return cast(inner, now);
  if (name == "A_Expr") return arithmetic(inner, now);
  if (name == "FuncCall") return call(inner, now);
  if (name == "SQLValueFunction") return current_time(inner.value("op", std::string()), now);
  return std::nullopt;
}

std::optional<std::string> comparand(const CheckConstant& constant, ValueKind kind) {
  std::string text = constant.text;
  if (constant.number && !is_number(kind)) return std::nullopt;
  if (constant.boolean && kind != ValueKind::boolean) return std::nullopt;
  // A bare literal takes the column's type, which for a date drops the time.
  if (kind == ValueKind::date && constant.cast.empty() && text.size() > 10) text.resize(10);
  if (kind == ValueKind::boolean && text.size() > 1)
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  if (!compare_values(kind, text, text)) return std::nullopt;
  return text;
}

}  // namespace datagen
