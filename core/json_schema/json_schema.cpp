#include "datagen/core/json_schema.hpp"

#include <algorithm>
#include <map>
#include <string_view>

#include "description/places.hpp"
#include "description/spellings.hpp"
#include "description/type_table.hpp"
#include "json_schema/class_options.hpp"

namespace datagen {
namespace {

using Kind = Form::Kind;

constexpr const char* free_keys = "^(comment|x-.*)$";

Json reference_to(const std::string& definition) { return {{"$ref", "#/$defs/" + definition}}; }

class Writer {
 public:
  explicit Writer(const Registry& registry) : registry_(registry) {
    for (const Place* own : {&places::array_options(), &places::expression_options(), &places::lookup_options(),
                             &places::rollup_options(), &places::template_options()})
      own_generators_.emplace(own->name.substr(std::string_view("options_").size()), own);
  }

  Json write(const Place& root, const std::string& title) {
    Json schema{{"$schema", "https://json-schema.org/draft/2020-12/schema"}, {"title", title}};
    schema.update(place_schema(root));
    schema["$defs"] = std::move(definitions_);
    return schema;
  }

 private:
  // ---- values ----------------------------------------------------------------------------------------------------

  Json number_schema(const Form& form, const char* type) {
    Json schema{{"type", type}};
    if (form.bounded) schema["minimum"] = form.least;
    if (form.bounded) schema["maximum"] = form.most;
    if (form.above_least) schema["exclusiveMinimum"] = form.least;
    return schema;
  }

  Json form_schema(const Form& form) {
    switch (form.kind) {
      case Kind::text:
        if (!form.pattern.empty()) return {{"type", "string"}, {"pattern", form.pattern}};
        return {{"type", "string"}};
      case Kind::flag:
        return {{"type", "boolean"}};
      case Kind::whole:
        return number_schema(form, "integer");
      case Kind::number:
        return number_schema(form, "number");
      case Kind::value:
        return {{"type", {"string", "number", "boolean"}}};
      case Kind::null:
        return {{"type", "null"}};
      case Kind::anything:
        return Json::object();
      case Kind::choice:
        return {{"enum", form.words}};
      case Kind::generator:
        return define("generator_name", [this] { return generator_names(); });
      case Kind::writer:
        return define("writer_name", [this] { return writer_names(); });
      case Kind::type:
        return define("type_name", [] { return type_names(); });
      case Kind::options:
        return {{"type", "object"}};
      case Kind::defaults:
        return generator_defaults();
      case Kind::list:
        return {{"type", "array"}, {"items", any_of(form.elements)}};
      case Kind::names:
        return named(form);
      case Kind::place: {
        const Place& place = form.place();
        return define(place.name, [&] { return place_schema(place); });
      }
    }
    return Json::object();
  }

  // Values that have one of the forms.
  Json any_of(const std::vector<Form>& forms) {
    Json list = Json::array();
    for (const Form& form : forms) {
      Json schema = form_schema(form);
      if (std::find(list.begin(), list.end(), schema) == list.end()) list.push_back(std::move(schema));
    }
    return list.size() == 1 ? list[0] : joined(std::move(list));
  }

  // {"type": [...]} of alternatives that say no more than their types.
  static Json joined(Json list) {
    Json types = Json::array(), rest = Json::array();
    for (Json& schema : list) {
      if (schema.size() != 1 || !schema.contains("type")) {
        rest.push_back(std::move(schema));
      } else if (schema["type"].is_array()) {
        types.insert(types.end(), schema["type"].begin(), schema["type"].end());
      } else {
        types.push_back(schema["type"]);
      }
    }
    if (types.empty()) return {{"anyOf", std::move(rest)}};
    Json plain{{"type", types.size() == 1 ? types[0] : types}};
    if (rest.empty()) return plain;
    rest.push_back(std::move(plain));
    return {{"anyOf", std::move(rest)}};
  }

  // A comment is one where its value is text; a map would be an element of that name.
  Json named(const Form& form) {
    Json element = any_of(form.elements);
    return {{"type", "object"},
            {"patternProperties", {{"^x-", true}, {"^comment$", {{"anyOf", {{{"type", "string"}}, element}}}}}},
            {"additionalProperties", element}};
  }

  template <typename Make>
  Json define(const std::string& name, Make make) {
    if (!definitions_.contains(name)) {
      definitions_[name] = nullptr;  // it may hold itself
      Json made = make();
      definitions_[name] = std::move(made);
    }
    return reference_to(name);
  }

  // ---- maps ------------------------------------------------------------------------------------------------------

  Json key_schema(const Place& place, const Key& key) {
    std::vector<Form> forms = key.forms;
    if (place.null_is_absent) forms.push_back(forms::null());
    Json schema{{"description", key.doc}};
    schema.update(any_of(forms));
    return schema;
  }

  Json place_schema(const Place& place) {
    Json properties = Json::object(), others = Json::object(), required = Json::array();
    for (const Key& key : place.keys) {
      Json schema = key_schema(place, key);
      if (key.use == Key::Use::offered) properties[key.name] = schema;
      // Patterns are matched, but not offered.
      std::vector<std::string> names = key.other;
      if (key.use != Key::Use::offered && key.name != "comment") names.push_back(key.name);
      if (!names.empty()) others[name_pattern(names)] = std::move(schema);
      if (key.required && key.other.empty()) required.push_back(key.name);
    }
    add_generator_options(place, others);
    if (!properties.contains("comment"))
      others[free_keys] = true;
    else
      others["^x-"] = true;
    Json schema{{"type", "object"}, {"description", place.doc}, {"properties", std::move(properties)}};
    if (!required.empty()) schema["required"] = std::move(required);
    schema["patternProperties"] = std::move(others);
    if (place.generator != "*") schema["additionalProperties"] = false;
    Json conditions = Json::array();
    add_variants(place, conditions);
    for (const Key& key : place.keys) {
      if (key.name == "generator_config" && place.find("generator") != nullptr) add_generators(conditions);
      if (key.name == "options" && place.find("name") != nullptr) add_writers(conditions);
    }
    if (!conditions.empty()) schema["allOf"] = std::move(conditions);
    return schema;
  }

  // Where the selector has a word, only its keys, and other names for them, are allowed.
  static void add_variants(const Place& place, Json& conditions) {
    for (const Variant& variant : place.variants) {
      std::vector<std::string> names;
      for (const Key& key : place.keys) {
        const bool allowed = key.name == place.selector || key.use == Key::Use::respelled ||
                             std::find(variant.keys.begin(), variant.keys.end(), key.name) != variant.keys.end();
        if (!allowed) continue;
        names.push_back(key.name);
        names.insert(names.end(), key.other.begin(), key.other.end());
      }
      const std::string allowed = name_pattern(names);
      conditions.push_back({{"if", has(place.selector, variant.words)},
                            {"then", {{"propertyNames", {{"pattern", free_keys + ("|" + allowed)}}}}}});
    }
  }

  static Json has(const std::string& key, const std::vector<std::string>& words) {
    return {{"properties", {{key, {{"enum", words}}}}}, {"required", {key}}};
  }

  // ---- plugins ---------------------------------------------------------------------------------------------------

  // Whether the short name means this class.
  template <typename Class>
  static std::vector<std::string> names_of(const Class& one, const Class* by_short_name) {
    std::vector<std::string> names;
    if (by_short_name == &one) names.push_back(one.short_name);
    names.push_back(one.id);
    return names;
  }

  std::vector<std::string> generator_names_of(const GeneratorClass& one) const {
    return names_of(one, find_quietly(one.short_name));
  }

  const GeneratorClass* find_quietly(const std::string& short_name) const {
    try {
      return registry_.find_generator(short_name);
    } catch (const Error&) {  // the name of several: each goes by its id
      return nullptr;
    }
  }

  Json generator_names() {
    std::vector<std::string> shown, ids;
    for (const auto& [name, place] : own_generators_) shown.push_back(name);
    for (const auto& one : registry_.generators()) {
      for (const std::string& name : generator_names_of(*one)) (name == one->id ? ids : shown).push_back(name);
    }
    std::sort(shown.begin(), shown.end());
    std::sort(ids.begin(), ids.end());
    Json pattern{{"type", "string"}, {"pattern", name_pattern(ids)}};
    return {{"description", "A generator; `datagen plugin list` shows them, `datagen plugin info NAME` one of them."},
            {"anyOf", Json::array({Json{{"enum", shown}}, std::move(pattern)})}};
  }

  Json writer_names() {
    std::vector<std::string> shown{"sql"}, ids;
    for (const auto& one : registry_.writers()) {
      shown.push_back(one->short_name);
      ids.push_back(one->id);
    }
    std::sort(shown.begin(), shown.end());
    Json pattern{{"type", "string"}, {"pattern", name_pattern(ids)}};
    return {{"description", "What writes the output; `datagen plugin list` shows the writers."},
            {"anyOf", Json::array({Json{{"enum", shown}}, std::move(pattern)})}};
  }

  // Any text: a type may be one of the description's own, an array, or have a length.
  static Json type_names() {
    return {{"description", "An SQL type: any of PostgreSQL's, an array of one, or one of custom_types."},
            {"anyOf", Json::array({Json{{"enum", builtin_type_names()}}, Json{{"type", "string"}}})}};
  }

  Json options_of(const GeneratorClass& one) {
    return define("options_" + one.id, [&one] { return generator_options(one); });
  }

  static bool has_option(const GeneratorClass& one, std::string_view name) {
    return std::any_of(one.options.begin(), one.options.end(),
                       [name](const datagen_option& option) { return name == option.name; });
  }

  static Json generator_options(const GeneratorClass& one) {
    Json schema = options_schema(one.options, one.table.summary);
    // See move_up_distribution and choose_weighted of column_spellings.cpp.
    if (takes_distribution(one.short_name) && !has_option(one, "distribution"))
      schema["patternProperties"]["^distribution$"] = true;
    if (one.short_name == "enum" && !has_option(one, "weights")) schema["patternProperties"]["^weights$"] = true;
    return schema;
  }

  // Calls visit(names, schema of the options) for each generator.
  template <typename Visit>
  void for_each_generator(Visit visit) {
    for (const auto& [name, place] : own_generators_) {
      const Place& own = *place;
      visit(std::vector<std::string>{name}, define(own.name, [&] {
              Json schema = place_schema(own);
              schema["properties"]["type"] = {{"const", own_name(own)}};
              return schema;
            }));
    }
    for (const auto& one : registry_.generators()) visit(generator_names_of(*one), options_of(*one));
  }

  static std::string own_name(const Place& own) { return own.name.substr(std::string_view("options_").size()); }

  void add_generators(Json& conditions) {
    // One condition more, so that what names no generator is not tried against every one.
    Json all = define("generator_with_options", [this] { return Json{{"allOf", generator_conditions()}}; });
    conditions.push_back({{"if", {{"required", {"generator"}}}}, {"then", std::move(all)}});
  }

  Json generator_conditions() {
    Json conditions = Json::array();
    for_each_generator([&](const std::vector<std::string>& names, const Json& options) {
      conditions.push_back(
          {{"if", has("generator", names)},
           {"then", {{"properties", {{"generator_config", {{"anyOf", {options, {{"type", "null"}}}}}}}}}}});
    });
    return conditions;
  }

  void add_writers(Json& conditions) {
    for (const auto& one : registry_.writers()) {
      std::vector<std::string> names{one->short_name, one->id};
      if (one->short_name == "sql_insert") names.emplace_back("sql");
      Json options = define("options_writer_" + one->id, [&one] {
        Json schema = options_schema(one->options, one->table.summary);
        schema["properties"].erase("type");
        return schema;
      });
      conditions.push_back({{"if", has("name", names)}, {"then", {{"properties", {{"options", std::move(options)}}}}}});
    }
  }

  void add_generator_options(const Place& place, Json& others) {
    const GeneratorClass* one = place.generator.empty() ? nullptr : find_quietly(place.generator);
    if (one == nullptr) return;
    // Named: the loop would not keep the whole of which it walks a part.
    const Json options = options_schema(one->options, "");
    for (const auto& [name, schema] : options.at("properties").items()) {
      const bool there =
          std::any_of(place.keys.begin(), place.keys.end(), [&](const Key& key) { return key.name == name; });
      if (!there && name != "type") others[name_pattern({name})] = schema;
    }
  }

  // [generators.NAME] of a configuration.
  Json generator_defaults() {
    Json properties = Json::object(), others = Json::object();
    for (const auto& one : registry_.generators()) {
      for (const std::string& name : generator_names_of(*one)) {
        if (name == one->id)
          others[name_pattern({name})] = options_of(*one);
        else
          properties[name] = options_of(*one);
      }
    }
    return {{"type", "object"},
            {"properties", std::move(properties)},
            {"patternProperties", std::move(others)},
            {"additionalProperties", false}};
  }

  const Registry& registry_;
  std::map<std::string, const Place*> own_generators_;  // by generator name
  Json definitions_ = Json::object();
};

}  // namespace

std::string json_schema(const Place& root, const std::string& title, const Registry& registry) {
  return Writer(registry).write(root, title).dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string description_json_schema(const Registry& registry) {
  return json_schema(places::description(), "A datagen description", registry);
}

}  // namespace datagen
