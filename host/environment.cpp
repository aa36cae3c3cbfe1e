#include "environment.hpp"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <string>
#include <vector>

namespace datagen::host {
namespace {

constexpr EnvironmentVariable kVariables[] = {
    {"DATAGEN_VERBOSE", "verbose"},
    {"DATAGEN_LOG_LEVEL", "log_level"},
    {"DATAGEN_LOG_FORMAT", "log_format"},
    {"DATAGEN_LOG_FILE", "log_file"},
    {"DATAGEN_COLOR", "color"},
    {"DATAGEN_PROGRESS", "progress"},
    {"DATAGEN_DEFAULT_SEED", "default_seed"},
    {"DATAGEN_SEED", "seed"},
    {"DATAGEN_WORKERS", "jobs"},
    {"DATAGEN_JOBS", "jobs"},
    {"DATAGEN_DEFAULT_BATCH_SIZE", "default_batch_size"},
    {"DATAGEN_BATCH_SIZE", "default_batch_size"},
    {"DATAGEN_DEFAULT_ROW_COUNT", "default_row_count"},
    {"DATAGEN_DEFAULT_FORMAT", "writer.name"},
    {"DATAGEN_FORMAT", "writer.name"},
    {"DATAGEN_OUTPUT", "writer.output"},
    {"DATAGEN_OUTPUT_DIR", "writer.output_dir"},
    {"DATAGEN_COMPRESS", "writer.compress"},
    {"DATAGEN_SPLIT_SIZE", "writer.split_size"},
    {"DATAGEN_LOAD_PROFILE", "writer.load_profile"},
    {"DATAGEN_SHARD", "shard"},
    {"DATAGEN_SCHEMA", "schema"},
    {"DATAGEN_AS_OF", "as_of"},
    {"DATAGEN_LOCALE", "locale"},
    {"DATAGEN_STRICT", "strict"},
    {"DATAGEN_VALIDATE_OUTPUT", "validate_output"},
    {"DATAGEN_PLUGIN_PATH", "plugin_dirs"},
    {"DATAGEN_TEMPLATE_PATH", "template_dirs"},
};

Node path_list(std::string_view text, const std::string& place) {
  Node list = text_node("", place);
  list.kind = Node::Kind::list;
  while (!text.empty()) {
    const auto colon = text.find(':');
    const std::string_view part = text.substr(0, colon);
    // An empty part would mean the current directory, where nothing is searched by accident.
    if (!part.empty()) list.list.push_back(text_node(part, place));
    text = colon == std::string_view::npos ? std::string_view{} : text.substr(colon + 1);
  }
  return list;
}

// Only what is nearly one of ours: plugins may have variables of their own.
void warn_of_slips(Diagnostics& diagnostics) {
  std::vector<std::string> names{"DATAGEN_CONFIG"};
  for (const EnvironmentVariable& variable : kVariables) names.emplace_back(variable.name);
  for (char** entry = environ; *entry != nullptr; ++entry) {
    const std::string_view text = *entry;
    const std::string name(text.substr(0, text.find('=')));
    if (!name.starts_with("DATAGEN_") || std::find(names.begin(), names.end(), name) != names.end()) continue;
    const std::string suggestion = did_you_mean(name, names);
    if (!suggestion.empty()) diagnostics.warning({name, 0, 0}, "", "there is no such variable" + suggestion);
  }
}

}  // namespace

std::span<const EnvironmentVariable> environment_variables() { return kVariables; }

Layer environment_layer(Diagnostics& diagnostics) {
  warn_of_slips(diagnostics);
  Layer layer;
  for (const EnvironmentVariable& variable : kVariables) {
    const char* const text = std::getenv(variable.name);
    if (text == nullptr || *text == '\0') continue;
    const bool paths = std::string_view(variable.key).ends_with("_dirs");
    layer.values[variable.key] = paths ? path_list(text, variable.name) : text_node(text, variable.name);
  }
  return layer;
}

}  // namespace datagen::host
