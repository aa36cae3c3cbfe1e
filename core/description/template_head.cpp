// The key 'template' of a document: what a template says of itself, and values of its parameters.
#include <charconv>
#include <cmath>

#include "datagen/core/run.hpp"
#include "datagen/core/template.hpp"
#include "description/map_reader.hpp"
#include "description/places.hpp"
#include "description/template_expression.hpp"

namespace datagen {
namespace {

using Type = TemplateParameter::Type;

struct TypeName {
  const char* name;
  Type type;
};
constexpr TypeName kTypes[] = {{"integer", Type::integer}, {"number", Type::number}, {"text", Type::text},
                               {"boolean", Type::boolean}, {"enum", Type::choice},   {"date", Type::date}};

std::string type_names() {
  std::string names;
  for (const TypeName& type : kTypes) names += (names.empty() ? "" : ", ") + std::string(type.name);
  return names;
}

bool is_parameter_name(std::string_view name) {
  if (name.empty() || (name[0] >= '0' && name[0] <= '9') || is_expression_word(name)) return false;
  constexpr std::string_view allowed = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_";
  return name.find_first_not_of(allowed) == std::string_view::npos;
}

// 2024-02-30 is none.
bool is_date(const std::string& text) { return text.size() == 10 && parse_timestamp(text).has_value(); }

// The number that a node is, or that its text is: the command line knows text only.
template <typename Number>
bool read_number(const std::string& text, Number& value) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} && end == text.data() + text.size();
}

Node scalar(const Location& place, Node::Kind kind, std::string text) {
  Node node;
  node.kind = kind;
  node.string = std::move(text);
  node.location = place;
  return node;
}

std::string article(Type type) {
  switch (type) {
    case Type::integer:
      return "a whole number";
    case Type::number:
      return "a number";
    case Type::text:
      return "text";
    case Type::boolean:
      return "true or false";
    case Type::date:
      return "a date such as 2024-01-31";
    case Type::choice:
      break;
  }
  return "one of its choices";
}

// A value of the parameter's type; bounds apart.
std::optional<Node> typed(const TemplateParameter& parameter, const Node& written) {
  if (!written.is_scalar() || written.is(Node::Kind::null)) return std::nullopt;
  Node value = written;
  const bool text = written.is(Node::Kind::string);
  switch (parameter.type) {
    case Type::integer:
      if (!written.is(Node::Kind::integer) && !(text && read_number(written.string, value.integer))) break;
      value.kind = Node::Kind::integer;
      value.floating = static_cast<double>(value.integer);
      return value;
    case Type::number:
      if (!written.is_number() && !(text && read_number(written.string, value.floating))) break;
      if (!std::isfinite(value.floating)) break;
      value.kind = Node::Kind::floating;
      return value;
    case Type::boolean:
      if (!written.is(Node::Kind::boolean) && written.string != "true" && written.string != "false") break;
      value.boolean = written.is(Node::Kind::boolean) ? written.boolean : written.string == "true";
      value.kind = Node::Kind::boolean;
      return value;
    case Type::date:
      if (!text || !is_date(written.string)) break;
      return value;
    case Type::text:
    case Type::choice:
      // A YAML "1.5" without quotes, or a year, is text as well as it is written.
      return scalar(written.location, Node::Kind::string, written.string);
  }
  return std::nullopt;
}

bool less(const Node& a, const Node& b) {
  if (a.is(Node::Kind::integer) && b.is(Node::Kind::integer)) return a.integer < b.integer;
  return a.is_number() ? a.floating < b.floating : a.string < b.string;
}

std::string range_text(const TemplateParameter& parameter) {
  if (parameter.minimum && parameter.maximum)
    return "from " + parameter.minimum->string + " to " + parameter.maximum->string;
  if (parameter.minimum) return "at least " + parameter.minimum->string;
  return "at most " + parameter.maximum->string;
}

void read_bound(const MapReader& reader, const char* key, const TemplateParameter& parameter,
                std::optional<Node>& bound) {
  const Node* const node = reader.get(key);
  if (node == nullptr) return;
  if (parameter.type != Type::integer && parameter.type != Type::number && parameter.type != Type::date) {
    reader.fault(*node, std::string("'") + key + "' goes with integers, numbers and dates");
    return;
  }
  bound = typed(parameter, *node);
  if (!bound) reader.fault(*node, std::string("'") + key + "' must be " + article(parameter.type));
}

void read_choices(const MapReader& reader, TemplateParameter& parameter, Diagnostics& diagnostics) {
  const Node* const node = reader.get("choices");
  if ((parameter.type == Type::choice) != (node != nullptr)) {
    reader.fault(reader.node(), node == nullptr ? "an enum needs 'choices'" : "'choices' go with type enum");
  }
  if (node == nullptr) return;
  if (!require_kind(*node, Node::Kind::list, "'choices'", reader.subject(), diagnostics)) return;
  for (const Node& choice : node->list) {
    if (!choice.is_scalar()) reader.fault(choice, "a choice must be text");
    parameter.choices.push_back(choice.string);
  }
  if (node->list.empty()) reader.fault(*node, "'choices' is empty");
}

std::optional<TemplateParameter> read_parameter(const Node::Member& member, Diagnostics& diagnostics) {
  const std::string subject = "parameter " + member.key;
  TemplateParameter parameter;
  parameter.name = member.key;
  parameter.location = member.location;
  if (!is_parameter_name(member.key)) {
    diagnostics.fault(member.location, "", "'" + member.key + "' cannot be a parameter's name",
                      "use letters, digits and _; and, or, not, true, false, min, max, round and if are taken");
    return std::nullopt;
  }
  if (!require_kind(member.value, Node::Kind::map, "a parameter", subject, diagnostics)) return std::nullopt;
  const MapReader reader(member.value, subject, diagnostics, places::template_parameter());
  parameter.doc = reader.string("doc").value_or("");
  const std::optional<std::string> type = reader.string("type");
  const TypeName* known = nullptr;
  for (const TypeName& one : kTypes) {
    if (type == one.name) known = &one;
  }
  if (known == nullptr) {
    std::vector<std::string> names;
    for (const TypeName& one : kTypes) names.emplace_back(one.name);
    const Node* const node = reader.get("type");
    reader.fault(node == nullptr ? member.value : *node,
                 type ? "unknown type '" + *type + "'" + did_you_mean(*type, names) : "a parameter needs a 'type'",
                 "it is one of: " + type_names());
    return std::nullopt;
  }
  parameter.type = known->type;
  read_bound(reader, "minimum", parameter, parameter.minimum);
  read_bound(reader, "maximum", parameter, parameter.maximum);
  read_choices(reader, parameter, diagnostics);
  const Node* const otherwise = reader.get("default");
  if (otherwise == nullptr) {
    reader.fault(member.value, "a parameter needs a 'default'", "so that the template works without --param");
    return std::nullopt;
  }
  const std::optional<Node> value = parameter_value(parameter, *otherwise, diagnostics);
  if (!value) return std::nullopt;
  parameter.default_value = *value;
  return parameter;
}

}  // namespace

const TemplateParameter* TemplateHead::find(std::string_view name) const {
  for (const TemplateParameter& parameter : parameters) {
    if (parameter.name == name) return &parameter;
  }
  return nullptr;
}

bool is_template(const Node& document) { return document.find("template") != nullptr; }

const char* parameter_type_name(TemplateParameter::Type type) {
  for (const TypeName& one : kTypes) {
    if (one.type == type) return one.name;
  }
  return "";
}

TemplateHead read_template_head(const Node& document, Diagnostics& diagnostics) {
  TemplateHead head;
  const Node& node = *document.find("template");
  if (!require_kind(node, Node::Kind::map, "'template'", {}, diagnostics)) return head;
  const MapReader reader(node, "template", diagnostics, places::template_head());
  head.summary = reader.string("summary").value_or("");
  head.doc = reader.string("doc").value_or("");
  if (const Node* parameters = reader.get("parameters", Node::Kind::map)) {
    for (const Node::Member& member : parameters->map) {
      if (auto parameter = read_parameter(member, diagnostics)) head.parameters.push_back(std::move(*parameter));
    }
  }
  return head;
}

std::optional<Node> parameter_value(const TemplateParameter& parameter, const Node& written, Diagnostics& diagnostics) {
  const std::string subject = "parameter " + parameter.name;
  const std::string got = written.is_scalar() ? "'" + written.string + "'" : kind_name(written.kind);
  std::optional<Node> value = typed(parameter, written);
  if (!value) {
    diagnostics.fault(written.location, subject, "must be " + article(parameter.type) + ", not " + got);
    return std::nullopt;
  }
  if (parameter.type == Type::choice) {
    std::string list;
    for (const std::string& choice : parameter.choices) {
      if (choice == value->string) return value;
      list += (list.empty() ? "" : ", ") + choice;
    }
    diagnostics.fault(written.location, subject,
                      "there is no choice " + got + did_you_mean(value->string, parameter.choices),
                      "the choices are: " + list);
    return std::nullopt;
  }
  const bool low = parameter.minimum && less(*value, *parameter.minimum);
  const bool high = parameter.maximum && less(*parameter.maximum, *value);
  if (low || high) {
    diagnostics.fault(written.location, subject, "must be " + range_text(parameter) + ", not " + value->string);
    return std::nullopt;
  }
  return value;
}

}  // namespace datagen
