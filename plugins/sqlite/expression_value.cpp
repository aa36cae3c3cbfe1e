#include "expression_value.hpp"

#include <algorithm>
#include <string_view>

#include "names.hpp"

namespace datagen::sqlite {
namespace {

// Digits where the form has 0, the character itself elsewhere.
bool has_form(std::string_view text, std::string_view form) {
  if (text.size() != form.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool digit = text[i] >= '0' && text[i] <= '9';
    if (form[i] == '0' ? !digit : text[i] != form[i]) return false;
  }
  return true;
}

bool is_number(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  const std::size_t point = text.find('.');
  const std::string_view whole = text.substr(0, point);
  if (whole.empty() || whole.find_first_not_of("0123456789") != std::string_view::npos) return false;
  return point == std::string_view::npos ||
         text.substr(point + 1).find_first_not_of("0123456789") == std::string_view::npos;
}

std::string trimmed_fraction(std::string text) {
  while (text.ends_with('0')) text.pop_back();
  if (text.ends_with('.')) text.pop_back();
  return text;
}

}  // namespace

Value simple(std::string sql, ValueKind kind, std::int32_t scale) {
  return {.sql = std::move(sql), .kind = kind, .scale = scale, .is_simple = true};
}

Value rounded(Value value) {
  if (!value.is_computed) return value;
  return simple("round(" + value.sql + ", " + std::to_string(value.scale) + ')', value.kind, value.scale);
}

ValueKind common_number(const Value& a, const Value& b) {
  for (const ValueKind kind : {ValueKind::floating, ValueKind::decimal})
    if (a.kind == kind || b.kind == kind) return kind;
  return ValueKind::integer;
}

Value typed_string(const Value& string, ValueKind kind) {
  const std::string& text = string.text;
  const auto unknown = [&]() -> Value { throw Untranslatable("the text " + literal(text) + " is another in SQLite"); };
  switch (kind) {
    case ValueKind::boolean:
      if (text == "t" || text == "true") return simple("1", kind);
      return text == "f" || text == "false" ? simple("0", kind) : unknown();
    case ValueKind::integer:
    case ValueKind::decimal:
    case ValueKind::floating:
    case ValueKind::single: {
      const std::size_t point = text.find('.');
      if (!is_number(text) || text.size() > 15) return unknown();
      const std::size_t digits = point == std::string::npos ? 0 : text.size() - point - 1;
      if (kind == ValueKind::integer && digits > 0) return unknown();
      return {
          .sql = text, .kind = kind, .scale = static_cast<std::int32_t>(digits), .is_simple = !text.starts_with('-')};
    }
    case ValueKind::date:
      return has_form(text, "0000-00-00") ? simple(literal(text), kind) : unknown();
    case ValueKind::time:
      if (has_form(text, "00:00")) return simple(literal(text + ":00"), kind);
      return has_form(text, "00:00:00") ? simple(literal(text), kind) : unknown();
    case ValueKind::timestamp:
    case ValueKind::timestamp_utc: {
      std::string time = text.size() > 10 && text[10] == 'T' ? text.substr(0, 10) + ' ' + text.substr(11) : text;
      const bool zoned = kind == ValueKind::timestamp_utc;
      // Without a zone, a session's own would count.
      for (const std::string_view zone : {"Z", "+00", "+00:00", " UTC"})
        if (zoned && time.size() > 16 && time.ends_with(zone)) {
          time.resize(time.size() - zone.size());
          if (has_form(time, "0000-00-00 00:00:00")) return simple(literal(time), kind);
          return unknown();
        }
      if (zoned) return unknown();
      if (has_form(time, "0000-00-00")) return simple(literal(time + " 00:00:00"), kind);
      if (has_form(time, "0000-00-00 00:00")) return simple(literal(time + ":00"), kind);
      if (has_form(time, "0000-00-00 00:00:00")) return simple(literal(time), kind);
      if (time.size() > 20 && time.size() <= 26 && has_form(time.substr(0, 20), "0000-00-00 00:00:00.") &&
          time.find_first_not_of("0123456789", 20) == std::string::npos)
        return simple(literal(trimmed_fraction(time)), kind);
      return unknown();
    }
    case ValueKind::uuid: {
      const std::string lower = folded(text);
      const std::string_view places = "--------~----~----~----~------------";
      if (lower.size() != places.size()) return unknown();
      for (std::size_t i = 0; i < places.size(); ++i)
        if (places[i] == '~' ? lower[i] != '-' : std::string_view("0123456789abcdef").find(lower[i]) == lower.npos)
          return unknown();
      return simple(literal(lower), kind);
    }
    case ValueKind::bytes:
      if (!text.starts_with("\\x") || text.size() % 2 != 0 ||
          text.find_first_not_of("0123456789abcdefABCDEF", 2) != std::string::npos)
        return unknown();
      return simple("X'" + text.substr(2) + '\'', kind);
    case ValueKind::text:
    case ValueKind::json:
    case ValueKind::other:
      break;
  }
  return simple(literal(text), kind);
}

}  // namespace datagen::sqlite
