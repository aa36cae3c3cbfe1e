#include <algorithm>

#include "commands.hpp"
#include "plugin_text.hpp"
#include "report.hpp"

namespace datagen::host {
namespace {

[[noreturn]] void unknown(const std::string& name, const Plugins& plugins) {
  std::vector<std::string> names;
  for (const LoadedPlugin& plugin : plugins.loaded) names.emplace_back(plugin.descriptor.id);
  for (const auto& one : plugins.registry.generators()) names.insert(names.end(), {one->id, one->short_name});
  for (const auto& one : plugins.registry.writers()) names.insert(names.end(), {one->id, one->short_name});
  throw Error(ErrorCode::usage, "there is no plugin, generator or writer '" + name + "'" + did_you_mean(name, names),
              "'datagen plugin list' shows what there is; --plugin-dir adds a directory");
}

bool names_a_file(const std::string& name) { return name.find('/') != std::string::npos || name.ends_with(".so"); }

}  // namespace

int run_plugin_list(const Arguments& arguments) {
  const Plugins& plugins = load_plugins(read_settings(arguments));
  print_report(arguments.has("json") ? list_json(plugins) : list_text(plugins));
  return 0;
}

int run_plugin_info(const Arguments& arguments) {
  if (arguments.operands.empty()) {
    throw Error(ErrorCode::usage, "name a plugin, a generator or a writer",
                "'datagen plugin list' shows what there is");
  }
  const std::string& name = arguments.operands.front();
  const Settings settings = read_settings(arguments);
  const bool file = names_a_file(name);
  const Plugins& plugins = file ? load_plugin_file(name) : load_plugins(settings);

  Selection selection;
  for (const LoadedPlugin& plugin : plugins.loaded) {
    if (file || name == plugin.descriptor.id) selection.plugin = &plugin;
  }
  // A class that has the plugin's own name says more than the plugin.
  selection.generator = file ? nullptr : plugins.registry.find_generator(name);
  selection.writer = file ? nullptr : plugins.registry.find_writer(name == "sql" ? "sql_insert" : name);
  if (selection.generator != nullptr || selection.writer != nullptr) selection.plugin = nullptr;
  if (selection.plugin == nullptr && selection.generator == nullptr && selection.writer == nullptr) {
    unknown(name, plugins);
  }
  print_report(arguments.has("json") ? info_json(plugins, selection) : info_text(plugins, selection));
  return 0;
}

}  // namespace datagen::host
