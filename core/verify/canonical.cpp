#include "verify/canonical.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>

#include "datagen/core/run.hpp"

namespace datagen {
namespace {

using Text = std::optional<std::string>;
using Types = std::vector<CustomType>;

// Parts of {a,"b c",{d}} or (a,"b c",): their texts without quotes, whether each was quoted, nested ones as they are.
struct Part {
  std::string text;
  bool quoted = false;
};

std::optional<std::vector<Part>> parts_of(std::string_view text, char open, char close) {
  if (text.size() < 2 || text.front() != open || text.back() != close) return std::nullopt;
  text = text.substr(1, text.size() - 2);
  std::vector<Part> parts(1);
  std::size_t depth = 0;
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    Part& part = parts.back();
    const bool whole = depth > 0;  // of what is nested, quotes and backslashes stay
    if (c == '\\' && i + 1 < text.size()) {
      if (whole) part.text += c;
      part.text += text[++i];
    } else if (c == '"') {
      const bool doubled = quoted && i + 1 < text.size() && text[i + 1] == '"';
      if (whole || doubled) part.text += c;
      if (doubled) {
        if (whole) part.text += c;
        ++i;
      } else {
        quoted = !quoted;
        if (!whole) part.quoted = true;
      }
    } else if (quoted) {
      part.text += c;
    } else if (c == ',' && depth == 0) {
      parts.emplace_back();
    } else {
      if (open == '{' && c == '{') ++depth;
      if (open == '{' && c == '}' && depth > 0) --depth;
      part.text += c;
    }
  }
  return parts;
}

// Lengths instead of quotes, so that no two lists are spelt alike.
void append_part(const Text& value, std::string& out) {
  out += value ? std::to_string(value->size()) + ":" + *value : "null";
  out += ',';
}

Text part_value(const SqlType& type, const Part& part, const Types& custom) {
  const Text value = canonical(type, part.text, custom);
  return value ? *value : part.text;
}

// A dimension after the other: elements that are arrays themselves stand in braces that are not quoted.
Text array(const SqlType& element, std::string_view text, const Types& custom) {
  if (text.starts_with('[')) {  // bounds: [1:3]={...}
    const std::size_t equals = text.find('=');
    if (equals == std::string_view::npos) return std::nullopt;
    const Text rest = array(element, text.substr(equals + 1), custom);
    return rest ? Text(std::string(text.substr(0, equals)) + *rest) : std::nullopt;
  }
  if (text == "{}") return "{}";
  const auto parts = parts_of(text, '{', '}');
  if (!parts) return std::nullopt;
  std::string result = "{";
  for (const Part& part : *parts) {
    const bool null = !part.quoted && (part.text == "NULL" || part.text == "null");
    const bool nested = !part.quoted && !part.text.empty() && part.text.front() == '{' && part.text.back() == '}';
    Text value = null ? Text() : nested ? array(element, part.text, custom) : Text();
    if (!null && !value) value = part_value(element, part, custom);
    append_part(value, result);
  }
  return result + "}";
}

Text composite(const CustomType& type, std::string_view text, const Types& custom) {
  const auto parts = parts_of(text, '(', ')');
  if (!parts || parts->size() != type.fields.size()) return std::nullopt;
  std::string result = "(";
  for (std::size_t i = 0; i < parts->size(); ++i) {
    const Part& part = (*parts)[i];
    const bool null = !part.quoted && part.text.empty();
    append_part(null ? Text() : part_value(type.fields[i].type, part, custom), result);
  }
  return result + ")";
}

// The type of a range's bounds, or of a multirange's ranges; "" for other types.
std::string subtype(std::string_view base) {
  if (base.starts_with("int4")) return "integer";
  if (base.starts_with("int8")) return "bigint";
  if (base.starts_with("num")) return "numeric";
  if (base.starts_with("tstz")) return "timestamp with time zone";
  if (base.starts_with("ts")) return "timestamp without time zone";
  return "date";
}

// Of whole numbers and days the lower bound is within, the upper one without: as PostgreSQL prints them.
Text discrete_bound(const std::string& base, const std::string& text, bool next) {
  if (base == "date") {
    const auto day = parse_timestamp(text);
    return day ? Text(std::to_string(*day / 86400000000 + (next ? 1 : 0))) : std::nullopt;
  }
  std::int64_t value = 0;
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || stop != text.data() + text.size()) return std::nullopt;
  return std::to_string(value + (next ? 1 : 0));
}

Text range(const std::string& base, std::string_view text) {
  if (text == "empty") return "empty";
  if (text.size() < 3) return std::nullopt;
  const char open = text.front(), close = text.back();
  const std::string inner = "(" + std::string(text.substr(1, text.size() - 2)) + ")";
  const auto parts = parts_of(inner, '(', ')');
  if (!parts || parts->size() != 2) return std::nullopt;
  SqlType type;
  type.base = subtype(base);
  const bool discrete = type.base == "integer" || type.base == "bigint" || type.base == "date";
  std::string result;
  for (std::size_t i = 0; i < 2; ++i) {
    const std::string& bound = (*parts)[i].text;
    const bool within = i == 0 ? open == '[' : close == ']';
    Text value = bound;
    if (!bound.empty()) {
      value = discrete ? discrete_bound(type.base, bound, within == (i == 1)) : canonical_scalar(type, bound);
      if (!value) return std::nullopt;
    }
    result += *value + (discrete || bound.empty() ? "," : within ? "=," : "<,");
  }
  const std::size_t comma = result.find(',');
  // Two bounds that leave nothing between them.
  if (discrete && comma > 0 && result.compare(0, comma + 1, result, comma + 1, std::string::npos) == 0) return "empty";
  return result;
}

Text multirange(const std::string& base, std::string_view text) {
  if (text.size() < 2 || text.front() != '{' || text.back() != '}') return std::nullopt;
  text = text.substr(1, text.size() - 2);
  std::string result;
  while (!text.empty()) {
    const std::size_t end = text.find_first_of(")]");
    if (end == std::string_view::npos) return std::nullopt;
    const Text one = range(base, text.substr(0, end + 1));
    if (!one) return std::nullopt;
    result += *one + ";";
    text.remove_prefix(end + 1);
    while (!text.empty() && (text[0] == ',' || text[0] == ' ')) text.remove_prefix(1);
  }
  return result;
}

const CustomType* composite_named(const std::string& base, const Types& custom) {
  for (const CustomType& type : custom) {
    const std::string name = type.schema.empty() ? type.name : type.schema + "." + type.name;
    if (type.kind == CustomType::Kind::composite && name == base) return &type;
  }
  return nullptr;
}

}  // namespace

std::optional<std::string> canonical(const SqlType& written, std::string_view text,
                                     const std::vector<CustomType>& custom) {
  const SqlType type = storage_type(written, custom);
  if (type.array_dimensions > 0) {
    SqlType element = type;
    element.array_dimensions = 0;
    return array(element, text, custom);
  }
  if (type.custom) {
    const CustomType* const fields = composite_named(type.base, custom);
    return fields == nullptr ? std::nullopt : composite(*fields, text, custom);
  }
  if (type.base.ends_with("multirange")) return multirange(type.base, text);
  if (type.base.ends_with("range")) return range(type.base, text);
  return canonical_scalar(type, text);
}

ValueEquality::ValueEquality(const SqlType& type, const std::vector<CustomType>& custom)
    : type_(storage_type(type, custom)),
      custom_(custom),
      boolean_(type_.array_dimensions == 0 && type_.base == "boolean") {}

bool ValueEquality::same_value(std::string_view a, std::string_view b) const {
  // COPY's word for it.
  if (boolean_ && ((a == "t" && b == "true") || (a == "f" && b == "false"))) return true;
  const auto one = canonical(type_, a, custom_), other = canonical(type_, b, custom_);
  return one && other && *one == *other;
}

std::string ValueEquality::spelling(std::string_view text) const {
  const auto value = canonical(type_, text, custom_);
  return value ? *value : std::string(text);
}

}  // namespace datagen
