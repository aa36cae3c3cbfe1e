#include "options/convert.hpp"

#include <charconv>
#include <cmath>
#include <span>
#include <system_error>

#include "datagen/core/error.hpp"
#include "options/relative_time.hpp"

namespace datagen {
namespace {

template <class Number>
std::optional<Number> parse_number(std::string_view text) {
  if (text.starts_with('+')) {
    text.remove_prefix(1);
    if (text.starts_with('-')) return std::nullopt;
  }
  Number number{};
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number);
  if (text.empty() || error != std::errc{} || stop != end) return std::nullopt;
  return number;
}

std::optional<double> to_float(const Node& node) {
  std::optional<double> number;
  if (node.is_number()) number = node.floating;
  if (node.is(Node::Kind::string)) number = parse_number<double>(node.string);
  if (number && !std::isfinite(*number)) return std::nullopt;
  return number;
}

std::optional<std::int64_t> to_integer(const Node& node) {
  if (node.is(Node::Kind::integer)) return node.integer;
  if (node.is(Node::Kind::string)) {
    if (const auto integer = parse_number<std::int64_t>(node.string)) return integer;
  }
  // 1e6 and 10.0 are whole numbers; from 2^53 on a double no longer tells neighbours apart.
  const std::optional<double> number = to_float(node);
  if (!number || std::abs(*number) > 9007199254740992.0 || std::trunc(*number) != *number) return std::nullopt;
  return static_cast<std::int64_t>(*number);
}

// Numbers and booleans stand for the text they were written as.
std::optional<std::string> to_string(const Node& node) {
  if (!node.is_scalar() || node.is(Node::Kind::null)) return std::nullopt;
  return node.string;
}

std::span<const Node> elements(const Node& node) {
  return node.is(Node::Kind::list) ? std::span<const Node>(node.list) : std::span<const Node>(&node, 1);
}

datagen_str keep(std::string text, OptionStorage& storage) {
  const std::string& kept = storage.texts.emplace_back(std::move(text));
  return {kept.data(), kept.size()};
}

bool convert_choice(const datagen_option& option, const Node& node, datagen_value& value) {
  const std::optional<std::string> text = to_string(node);
  for (std::uint32_t i = 0; text && i < option.n_choices; ++i) {
    if (*text == option.choices[i]) {
      value.as.i = i;
      return true;
    }
  }
  return false;
}

bool convert_strings(const Node& node, OptionStorage& storage, datagen_value& value) {
  std::vector<datagen_str> list;
  for (const Node& element : elements(node)) {
    std::optional<std::string> text = to_string(element);
    if (!text) return false;
    list.push_back(keep(std::move(*text), storage));
  }
  value.count = list.size();
  value.as.strings = storage.string_lists.emplace_back(std::move(list)).data();
  return true;
}

bool convert_floats(const Node& node, OptionStorage& storage, datagen_value& value) {
  std::vector<double> list;
  for (const Node& element : elements(node)) {
    const std::optional<double> number = to_float(element);
    if (!number) return false;
    list.push_back(*number);
  }
  value.count = list.size();
  value.as.floats = storage.float_lists.emplace_back(std::move(list)).data();
  return true;
}

template <class Number>
bool store(std::optional<Number> number, Number& place) {
  if (number) place = *number;
  return number.has_value();
}

// The type alone, without bounds.
bool convert_type(const datagen_option& option, const Node& node, std::int64_t now, OptionStorage& storage,
                  datagen_value& value) {
  switch (option.type) {
    case DATAGEN_BOOL:
      value.as.i = node.boolean ? 1 : 0;
      return node.is(Node::Kind::boolean);
    case DATAGEN_INT:
      return store(to_integer(node), value.as.i);
    case DATAGEN_FLOAT:
      return store(to_float(node), value.as.f);
    case DATAGEN_STRING: {
      std::optional<std::string> text = to_string(node);
      if (text) value.as.s = keep(std::move(*text), storage);
      return text.has_value();
    }
    case DATAGEN_CHOICE:
      return convert_choice(option, node, value);
    case DATAGEN_JSON:
      value.as.s = keep(node.json(), storage);
      return true;
    case DATAGEN_STRING_LIST:
      return convert_strings(node, storage, value);
    case DATAGEN_FLOAT_LIST:
      return convert_floats(node, storage, value);
    case DATAGEN_TIMESTAMP: {
      const std::optional<std::string> text = to_string(node);
      return text && store(resolve_time(*text, now), value.as.i);
    }
    default:
      return false;
  }
}

// Whether a <= b, for the types that have an order.  a may be a list: then every element of it, or of b.
bool not_above(const datagen_option& option, const datagen_value& a, const datagen_value& b) {
  switch (option.type) {
    case DATAGEN_INT:
    case DATAGEN_TIMESTAMP:
      return a.as.i <= b.as.i;
    case DATAGEN_FLOAT:
      return a.as.f <= b.as.f;
    case DATAGEN_FLOAT_LIST:
      for (const double x : std::span(a.as.floats, a.count)) {
        for (const double y : std::span(b.as.floats, b.count)) {
          if (!(x <= y)) return false;
        }
      }
      return true;
    default:
      return true;
  }
}

std::string shown(const datagen_option& option, const Node& node) {
  if ((option.flags & DATAGEN_OPTION_SECRET) != 0) return "";
  if (!node.is_scalar()) return std::string(", not ") + kind_name(node.kind);
  std::string text = node.is(Node::Kind::null) ? "null" : node.string;
  if (text.size() > 60) text = text.substr(0, 57) + "...";
  return node.is(Node::Kind::string) ? ", not '" + text + "'" : ", not " + text;
}

std::string near_choice(const datagen_option& option, const Node& node) {
  if (option.type != DATAGEN_CHOICE || (option.flags & DATAGEN_OPTION_SECRET) != 0) return "";
  return did_you_mean(node.string, std::vector<std::string>(option.choices, option.choices + option.n_choices));
}

}  // namespace

std::string option_type_text(const datagen_option& option) {
  switch (option.type) {
    case DATAGEN_BOOL:
      return "true or false";
    case DATAGEN_INT:
      return "an integer";
    case DATAGEN_FLOAT:
      return "a finite number";
    case DATAGEN_STRING:
      return "a string";
    case DATAGEN_CHOICE: {
      std::string text = "one of ";
      for (std::uint32_t i = 0; i < option.n_choices; ++i)
        text += (i == 0 ? "" : ", ") + std::string(option.choices[i]);
      return text;
    }
    case DATAGEN_JSON:
      return "any value";
    case DATAGEN_COLUMN:
      return "the name of a column of the same table";
    case DATAGEN_STRING_LIST:
      return "a list of strings";
    case DATAGEN_FLOAT_LIST:
      return "a list of finite numbers";
    case DATAGEN_TIMESTAMP:
      return "a time, such as 2024-12-31, \"2024-12-31 12:00:00\", \"now\" or \"-30d\"";
    default:
      return "of a type that is unknown here";
  }
}

Node parse_literal(const char* text) { return parse_document(text, "literal", DocumentFormat::json); }

std::optional<std::vector<std::string>> column_names(const Node& node) {
  if (!node.is(Node::Kind::list)) return std::nullopt;
  std::vector<std::string> names;
  for (const Node& element : node.list) {
    if (!element.is(Node::Kind::string) || element.string.empty()) return std::nullopt;
    names.push_back(element.string);
  }
  return names;
}

std::optional<datagen_value> convert_option(const datagen_option& option, const Node& node, std::int64_t now,
                                            OptionStorage& storage, std::string& message) {
  datagen_value value{};
  value.type = option.type;
  value.is_set = 1;
  if (!convert_type(option, node, now, storage, value)) {
    message = "must be " + option_type_text(option) + shown(option, node) + near_choice(option, node);
    return std::nullopt;
  }
  for (const bool lower : {true, false}) {
    const char* const literal = lower ? option.minimum : option.maximum;
    datagen_value bound{};
    if (literal == nullptr || !convert_type(option, parse_literal(literal), now, storage, bound)) continue;
    if (lower ? not_above(option, bound, value) : not_above(option, value, bound)) continue;
    message = std::string(lower ? "must be at least " : "must be at most ") + literal + shown(option, node);
    return std::nullopt;
  }
  return value;
}

}  // namespace datagen
