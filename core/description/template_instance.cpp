// A template's document with values in place of its parameters.
#include <map>

#include "datagen/core/template.hpp"
#include "description/template_expression.hpp"
#include "description/template_text.hpp"

namespace datagen {
namespace {

constexpr std::string_view kWhen = "when";

TemplateValue value_of(const Node& node) {
  switch (node.kind) {
    case Node::Kind::integer:
      return node.integer;
    case Node::Kind::floating:
      return node.floating;
    case Node::Kind::boolean:
      return node.boolean;
    default:
      return node.string;
  }
}

Node node_of(const TemplateValue& value, const Location& location) {
  Node node;
  node.location = location;
  node.string = template_value_text(value);
  if (const auto* whole = std::get_if<std::int64_t>(&value)) {
    node.kind = Node::Kind::integer;
    node.integer = *whole;
    node.floating = static_cast<double>(*whole);
  } else if (const auto* number = std::get_if<double>(&value)) {
    node.kind = Node::Kind::floating;
    node.floating = *number;
  } else if (const auto* flag = std::get_if<bool>(&value)) {
    node.kind = Node::Kind::boolean;
    node.boolean = *flag;
  } else {
    node.kind = Node::Kind::string;
  }
  return node;
}

bool is_whole(const std::vector<Placeholder>& placeholders, const std::string& text) {
  return placeholders.size() == 1 && !placeholders[0].escape && placeholders[0].begin == 0 &&
         placeholders[0].end == text.size();
}

class Instance {
 public:
  Instance(std::string_view text, const TemplateHead& head, const ParameterValues& values, Diagnostics& diagnostics)
      : text_(text), diagnostics_(diagnostics) {
    for (const TemplateParameter& parameter : head.parameters) {
      const auto given = values.find(parameter.name);
      values_[parameter.name] = value_of(given == values.end() ? parameter.default_value : given->second);
      names_.push_back(parameter.name);
    }
    lookup_.find = [this](std::string_view name) {
      const auto value = values_.find(name);
      return value == values_.end() ? nullptr : &value->second;
    };
    lookup_.suggestion = [this](std::string_view name) { return did_you_mean(name, names_); };
  }

  Node make(const Node& document) {
    Node node = document;
    std::erase_if(node.map, [this](const Node::Member& member) {
      if (member.key != "template") return false;
      text_.remove_member(member.location, false);
      return true;
    });
    visit(node);
    return node;
  }

  std::optional<std::string> text() { return text_.changed(); }

 private:
  void visit(Node& node) {
    if (node.is(Node::Kind::string)) {
      fill(node);
    } else if (node.is(Node::Kind::list)) {
      std::erase_if(node.list, [this](Node& item) {
        if (included(item)) return false;
        text_.remove_item(item);
        return true;
      });
      for (Node& item : node.list) visit(item);
    } else if (node.is(Node::Kind::map)) {
      std::erase_if(node.map, [this](Node::Member& member) {
        if (included(member.value)) return false;
        text_.remove_member(member.location, true);
        return true;
      });
      for (Node::Member& member : node.map) visit(member.value);
    }
  }

  // What the map's 'when' decides; the key goes.
  bool included(Node& node) {
    for (auto member = node.map.begin(); member != node.map.end(); ++member) {
      if (member->key != kWhen || !member->value.is(Node::Kind::string)) continue;
      if (!is_whole(find_placeholders(member->value.string), member->value.string)) continue;
      const Node condition = filled(member->value, false);
      if (condition.is(Node::Kind::null)) return true;  // reported
      if (!condition.is(Node::Kind::boolean)) {
        diagnostics_.fault(member->value.location, "",
                           std::string("'when' must be true or false, not ") + kind_name(condition.kind));
        return true;
      }
      if (!condition.boolean) return false;
      text_.remove_condition(*member);
      node.map.erase(member);
      return true;
    }
    return true;
  }

  void fill(Node& scalar) {
    if (scalar.string.find("${") != std::string::npos) scalar = filled(scalar, true);
  }

  // Null where there was a fault.
  Node filled(const Node& scalar, bool change_text) {
    const std::vector<Placeholder> placeholders = find_placeholders(scalar.string);
    std::vector<TemplateValue> values;
    bool good = true;
    for (std::size_t i = 0; i < placeholders.size(); ++i) {
      values.emplace_back();
      if (placeholders[i].escape) continue;
      try {
        if (!placeholders[i].closed) throw ExpressionFault{0, "'${' has no '}'", "for '${' itself write '$${'"};
        values[i] = evaluate_template_expression(placeholders[i].expression, lookup_);
      } catch (const ExpressionFault& fault) {
        Location place = text_.place(scalar, i);
        place.column += static_cast<std::uint32_t>(fault.offset + 2);
        diagnostics_.fault(place, "", "${" + std::string(placeholders[i].expression) + "}: " + fault.message,
                           fault.hint);
        good = false;
      }
    }
    if (!good) return Node{};
    if (change_text) text_.replace(scalar, placeholders, values);
    if (is_whole(placeholders, scalar.string)) return node_of(values[0], scalar.location);
    std::string result;
    std::size_t at = 0;
    for (std::size_t i = 0; i < placeholders.size(); ++i) {
      result += scalar.string.substr(at, placeholders[i].begin - at);
      result += placeholders[i].escape ? "${" : template_value_text(values[i]);
      at = placeholders[i].end;
    }
    return node_of(result + scalar.string.substr(at), scalar.location);
  }

  TemplateText text_;
  Diagnostics& diagnostics_;
  std::map<std::string, TemplateValue, std::less<>> values_;
  std::vector<std::string> names_;
  ExpressionNames lookup_;
};

}  // namespace

Node instantiate_template(const Node& document, std::string_view text, const TemplateHead& head,
                          const ParameterValues& values, Diagnostics& diagnostics) {
  return Instance(text, head, values, diagnostics).make(document);
}

std::optional<std::string> instantiated_text(const Node& document, std::string_view text, const TemplateHead& head,
                                             const ParameterValues& values, const Node& instance) {
  Diagnostics ignored;
  Instance again(text, head, values, ignored);
  static_cast<void>(again.make(document));
  const std::string& file = document.location.file;
  if (guess_format(file, text) != DocumentFormat::yaml) return std::nullopt;
  std::optional<std::string> result = again.text();
  if (!result) return std::nullopt;
  try {
    if (same_value(parse_document(*result, file, DocumentFormat::yaml), instance)) return result;
  } catch (const Error&) {
    // Not YAML any more: written in a way that these changes do not fit.
  }
  return std::nullopt;
}

}  // namespace datagen
