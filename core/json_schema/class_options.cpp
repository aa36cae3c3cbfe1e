#include "json_schema/class_options.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "description/spellings.hpp"

namespace datagen {
namespace {

constexpr const char* number_text = "^[+-]?[0-9.]+([eE][+-]?[0-9]+)?$";

Json literal(const char* text) { return Json::parse(text, nullptr, false); }

void add_bounds(Json& schema, const datagen_option& option) {
  if (option.minimum != nullptr) schema["minimum"] = literal(option.minimum);
  if (option.maximum != nullptr) schema["maximum"] = literal(option.maximum);
}

Json scalar() { return {{"type", {"string", "number", "boolean"}}}; }

// One element or a list of them.
Json one_or_many(const Json& element) {
  return {{"anyOf", Json::array({Json{{"type", "array"}, {"items", element}}, element})}};
}

Json number_schema(const datagen_option& option, const char* type) {
  Json number{{"type", type}};
  add_bounds(number, option);
  return {{"anyOf", Json::array({number, Json{{"type", "string"}, {"pattern", number_text}}})}};
}

Json value_schema(const datagen_option& option) {
  switch (option.type) {
    case DATAGEN_BOOL:
      return {{"type", "boolean"}};
    case DATAGEN_INT:
      return number_schema(option, "integer");
    case DATAGEN_FLOAT:
      return number_schema(option, "number");
    case DATAGEN_STRING:
    case DATAGEN_TIMESTAMP:
      return scalar();
    case DATAGEN_COLUMN:
      return {{"type", "string"}, {"minLength", 1}};
    case DATAGEN_STRING_LIST:
      return one_or_many(scalar());
    case DATAGEN_FLOAT_LIST:
      return one_or_many(number_schema(option, "number"));
    case DATAGEN_CHOICE: {
      Json words = Json::array();
      for (std::uint32_t i = 0; i < option.n_choices; ++i) {
        words.push_back(option.choices[i]);
        // What is written without quotes may be a number, or true or false.
        const Json bare = literal(option.choices[i]);
        if (bare.is_number() || bare.is_boolean()) words.push_back(bare);
      }
      return {{"enum", std::move(words)}};
    }
    default:
      return Json::object();
  }
}

Json option_schema(const datagen_option& option) {
  Json schema{{"description", option.doc == nullptr ? "" : option.doc}};
  schema.update(value_schema(option));
  if (option.default_value != nullptr && option.type != DATAGEN_COLUMN)
    schema["default"] = literal(option.default_value);
  if ((option.flags & DATAGEN_OPTION_DEPRECATED) != 0) schema["deprecated"] = true;
  return schema;
}

}  // namespace

std::string name_pattern(const std::vector<std::string>& names) {
  std::string pattern = "^(";
  for (const std::string& name : names) {
    if (!pattern.ends_with('(')) pattern += '|';
    for (const char c : name) {
      if (std::string_view(".*+?()[]{}|^$\\").find(c) != std::string_view::npos) pattern += '\\';
      pattern += c;
    }
  }
  return pattern + ")$";
}

Json options_schema(const std::vector<datagen_option>& options, const char* summary) {
  Json properties = Json::object();
  for (const datagen_option& option : options) properties[option.name] = option_schema(option);
  Json others = Json::object();
  // As respelled_options takes them, which also reads values with weights in one map or list.
  for (const Spelling& spelling : option_spellings()) {
    const std::string own(spelling.own), other(spelling.other);
    if (properties.contains(own) && !properties.contains(other)) others[name_pattern({other})] = properties[own];
  }
  for (const char* name : {"values", "weights"}) {
    if (!properties.contains("values") || !properties.contains(name)) continue;
    Json& written = properties[name];
    Json any{{"description", written["description"]}, {"type", {"array", "object", "string", "number", "boolean"}}};
    written = std::move(any);
  }
  others["^(comment|x-.*)$"] = true;
  properties["type"] = {{"type", "string"},
                        {"description", "The generator's name, where 'generator' does not give it."}};
  return {{"type", "object"},
          {"description", summary == nullptr ? "" : summary},
          {"properties", std::move(properties)},
          {"patternProperties", std::move(others)},
          {"additionalProperties", false}};
}

}  // namespace datagen
