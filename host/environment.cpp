#include "environment.hpp"

#include <cstdlib>
#include <string>

namespace datagen::host {
namespace {

constexpr EnvironmentVariable kVariables[] = {
    {"DATAGEN_VERBOSE", "verbose"},
    {"DATAGEN_LOG_LEVEL", "log_level"},
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

}  // namespace

std::span<const EnvironmentVariable> environment_variables() { return kVariables; }

Layer environment_layer() {
  Layer layer;
  layer.code = ErrorCode::description;
  for (const EnvironmentVariable& variable : kVariables) {
    const char* const text = std::getenv(variable.name);
    if (text == nullptr || *text == '\0') continue;
    const bool paths = std::string_view(variable.key).ends_with("_dirs");
    layer.values[variable.key] = paths ? path_list(text, variable.name) : text_node(text, variable.name);
  }
  return layer;
}

}  // namespace datagen::host
