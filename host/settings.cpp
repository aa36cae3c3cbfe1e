#include "settings.hpp"

#include <cstdlib>
#include <utility>

#include "apply_layer.hpp"
#include "config_file.hpp"
#include "environment.hpp"

namespace datagen::host {
namespace {

Node list_node(const std::vector<std::string>& values, const std::string& place) {
  Node list = text_node("", place);
  list.kind = Node::Kind::list;
  for (const std::string& value : values) list.list.push_back(text_node(value, place));
  return list;
}

struct OptionKey {
  const char* option;
  const char* key;
  enum Shape { one, list, flag } shape;
};
constexpr OptionKey kOptionKeys[] = {
    {"input", "schema", OptionKey::one},
    {"output", "writer.output", OptionKey::one},
    {"output-dir", "writer.output_dir", OptionKey::one},
    {"compress", "writer.compress", OptionKey::one},
    {"split-size", "writer.split_size", OptionKey::one},
    {"shard", "shard", OptionKey::one},
    {"section", "sections", OptionKey::list},
    {"format", "writer.name", OptionKey::one},
    {"seed", "seed", OptionKey::one},
    {"rows", "rows", OptionKey::list},
    {"jobs", "jobs", OptionKey::one},
    {"batch-size", "default_batch_size", OptionKey::one},
    {"tables", "tables", OptionKey::list},
    {"exclude-tables", "exclude_tables", OptionKey::list},
    {"schema-only", "schema_only", OptionKey::flag},
    {"data-only", "data_only", OptionKey::flag},
    {"create", "create", OptionKey::flag},
    {"strict", "strict", OptionKey::flag},
    {"validate-output", "validate_output", OptionKey::flag},
    {"set", "set", OptionKey::list},
    {"as-of", "as_of", OptionKey::one},
    {"plugin-dir", "plugin_dirs", OptionKey::list},
    {"template-dir", "template_dirs", OptionKey::list},
    {"template", "templates", OptionKey::list},
    {"param", "param", OptionKey::list},
};

// Of verify: a template stands for the description.
bool operands_are_dumps(const Arguments& arguments) {
  return arguments.command->most_operands > 1 && arguments.has("template");
}

Layer command_line_layer(const Arguments& arguments) {
  Layer layer;
  layer.code = ErrorCode::usage;
  for (const OptionKey& entry : kOptionKeys) {
    const auto given = arguments.options.find(entry.option);
    if (given == arguments.options.end()) continue;
    const std::string place = std::string("--") + entry.option;
    switch (entry.shape) {
      case OptionKey::one:
        layer.values[entry.key] = text_node(given->second.back(), place);
        break;
      case OptionKey::list:
        layer.values[entry.key] = list_node(given->second, place);
        break;
      case OptionKey::flag:
        layer.values[entry.key] = text_node("true", place);
        break;
    }
  }
  if (arguments.command != nullptr && arguments.command->takes_schema && !arguments.operands.empty() &&
      !operands_are_dumps(arguments)) {
    if (layer.values.contains("schema")) {
      throw Error(ErrorCode::usage, "the description is named twice: '" + arguments.operands.front() + "' and --input",
                  "keep one of them");
    }
    layer.values["schema"] = text_node(arguments.operands.front(), "SCHEMA");
  }
  return layer;
}

Verbosity command_line_verbosity(const Arguments& arguments, Verbosity otherwise) {
  if (arguments.has("quiet") && arguments.has("verbose")) {
    throw Error(ErrorCode::usage, "--quiet and --verbose contradict each other", "give one of the two");
  }
  if (arguments.has("quiet")) return Verbosity::quiet;
  if (!arguments.has("verbose")) return otherwise;
  return arguments.options.at("verbose").size() > 1 ? Verbosity::debug : Verbosity::verbose;
}

std::optional<std::filesystem::path> config_path(const Arguments& arguments) {
  const auto given = arguments.options.find("config");
  if (given != arguments.options.end()) return given->second.back();
  const char* const variable = std::getenv("DATAGEN_CONFIG");
  if (variable != nullptr && *variable != '\0') return variable;
  return find_config_file();
}

}  // namespace

Settings read_settings(const Arguments& arguments) {
  Settings settings;
  // Before the first file is read, so that what is said about it is said as loudly as the user wished.
  set_up_messages(command_line_verbosity(arguments, Verbosity::normal), true);
  if (const auto path = config_path(arguments)) {
    say_verbose("configuration: " + path->string());
    apply(settings, read_config_file(*path));
  }
  apply(settings, environment_layer());
  apply(settings, command_line_layer(arguments));
  settings.verbosity = command_line_verbosity(arguments, settings.verbosity);
  set_up_messages(settings.verbosity, settings.colour);
  return settings;
}

}  // namespace datagen::host
