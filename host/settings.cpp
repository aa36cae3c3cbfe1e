#include "settings.hpp"

#include <cstdlib>
#include <utility>

#include "apply_layer.hpp"
#include "config_file.hpp"
#include "environment.hpp"
#include "messages.hpp"

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
    {"load-profile", "writer.load_profile", OptionKey::one},
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
    {"progress", "progress", OptionKey::one},
    {"log-level", "log_level", OptionKey::one},
    {"log-format", "log_format", OptionKey::one},
    {"log-file", "log_file", OptionKey::one},
    {"color", "color", OptionKey::one},
};

// Of verify: a template stands for the description.
bool operands_are_dumps(const Arguments& arguments) {
  return arguments.command->most_operands > 1 && arguments.has("template");
}

Layer command_line_layer(const Arguments& arguments) {
  Layer layer;
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

// -q and -v are of standard error only; --log-level is of the log file too.
void apply_verbosity(const Arguments& arguments, MessageOptions& options) {
  if (arguments.has("quiet") && arguments.has("verbose")) {
    throw Error(ErrorCode::usage, "--quiet and --verbose contradict each other", "give one of the two");
  }
  if (arguments.has("quiet")) options.level = LogLevel::error;
  if (arguments.has("verbose")) {
    options.level = arguments.options.at("verbose").size() > 1 ? LogLevel::debug : LogLevel::info;
  }
}

struct ConfigPath {
  std::filesystem::path path;
  std::string named_by;  // or empty
};

std::optional<ConfigPath> config_path(const Arguments& arguments) {
  const auto given = arguments.options.find("config");
  if (given != arguments.options.end()) return ConfigPath{given->second.back(), "--config"};
  const char* const variable = std::getenv("DATAGEN_CONFIG");
  if (variable != nullptr && *variable != '\0') return ConfigPath{variable, "DATAGEN_CONFIG"};
  if (const auto found = find_config_file()) return ConfigPath{*found, ""};
  return std::nullopt;
}

// "--log-format json" and "--log-format=json", as far as they are seen without knowing the command.
Layer message_words(const std::vector<std::string>& words) {
  Layer layer;
  for (std::size_t i = 0; i < words.size() && words[i] != "--"; ++i) {
    for (const auto& [option, key] : {std::pair{"--log-format", "log_format"}, std::pair{"--log-level", "log_level"},
                                      std::pair{"--log-file", "log_file"}, std::pair{"--color", "color"}}) {
      const std::string name = option;
      if (words[i].starts_with(name + "=")) layer.values[key] = text_node(words[i].substr(name.size() + 1), name);
      if (words[i] == name && i + 1 < words.size()) layer.values[key] = text_node(words[i + 1], name);
    }
  }
  return layer;
}

}  // namespace

void set_up_first_messages(const std::vector<std::string>& words) {
  Settings settings;
  Diagnostics told_later;
  apply(settings, environment_layer(told_later), told_later);
  apply(settings, message_words(words), told_later);
  // A log file that cannot be written is a fault only if nothing names another.
  static_cast<void>(set_up_messages(settings.messages));
}

Settings read_settings(const Arguments& arguments) {
  Settings settings;
  // Before the first file is read, so that what is said about it is said as loudly as the user wished.
  MessageOptions first = message_options();
  apply_verbosity(arguments, first);
  static_cast<void>(set_up_messages(first));

  Diagnostics configured, commanded;
  if (const auto config = config_path(arguments)) {
    say_verbose("configuration: " + config->path.string());
    apply(settings, read_config_file(config->path, config->named_by, configured), configured);
  }
  apply(settings, environment_layer(configured), configured);
  apply(settings, command_line_layer(arguments), commanded);
  apply_verbosity(arguments, settings.messages);
  std::vector<Fault> faults = configured.faults();
  faults.insert(faults.end(), commanded.faults().begin(), commanded.faults().end());
  if (!faults.empty()) throw Error(configured.ok() ? ErrorCode::usage : ErrorCode::description, faults);
  if (const auto fault = set_up_messages(settings.messages)) throw Error(ErrorCode::usage, *fault);
  print_warnings(configured.warnings());
  return settings;
}

}  // namespace datagen::host
