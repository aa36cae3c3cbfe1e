#include "plugins.hpp"

#include <dlfcn.h>

#include <algorithm>
#include <boost/dll/shared_library.hpp>
#include <memory>
#include <string_view>
#include <system_error>

#include "exported_symbols.hpp"
#include "messages.hpp"
#include "program_files.hpp"

namespace datagen::host {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void refuse(const fs::path& file, const std::string& reason, const std::string& remedy) {
  throw Error(ErrorCode::plugin, Fault{reason, Location{}, file.string(), remedy});
}

enum class Kind { not_a_plugin, plugin };

Kind examine(const fs::path& file) {
  const std::string_view wanted = DATAGEN_ENTRY_SYMBOL;
  const std::string_view family = wanted.substr(0, wanted.size() - 1);
  std::string other;
  for (const std::string& symbol : exported_symbols(file)) {
    if (symbol == wanted) return Kind::plugin;
    const bool numbered = symbol.size() > family.size() && symbol.starts_with(family) &&
                          symbol.find_first_not_of("0123456789", family.size()) == std::string::npos;
    if (numbered) other = symbol;
  }
  if (other.empty()) return Kind::not_a_plugin;
  refuse(file,
         "the plugin is made for another major version of the plugin interface: it exports " + other +
             ", and this datagen looks for " + std::string(wanted),
         "use a build of the plugin for version " + std::to_string(DATAGEN_ABI_MAJOR) + ", or another datagen");
}

// Never unloaded: what a plugin handed out must stay valid, whatever the order of destruction.
std::vector<std::unique_ptr<boost::dll::shared_library>>& libraries() {
  static auto* const all = new std::vector<std::unique_ptr<boost::dll::shared_library>>;
  return *all;
}

void load_file(const fs::path& file, Plugins& plugins) {
  std::error_code error;
  const fs::path canonical = fs::canonical(file, error);
  if (error) refuse(file, "the plugin cannot be found: " + error.message(), "check the path");
  for (const LoadedPlugin& other : plugins.loaded) {
    if (fs::equivalent(other.file, canonical, error)) return;
  }
  if (examine(canonical) == Kind::not_a_plugin) {
    say_verbose(file.string() + " exports no " DATAGEN_ENTRY_SYMBOL " and is no plugin: passed over");
    return;
  }
  const datagen_plugin* const plugin = enter_plugin(canonical);
  plugins.registry.add(*plugin, canonical.string());
  for (const LoadedPlugin& other : plugins.loaded) {
    if (std::string_view(other.descriptor.id) == plugin->id) {
      refuse(canonical, "the plugin has the same id, " + std::string(plugin->id) + ", as " + other.file.string(),
             "remove one of the two files");
    }
  }
  plugins.loaded.push_back(LoadedPlugin{canonical, *plugin});
  say_verbose("plugin " + std::string(plugin->id) + " " + plugin->version + ": " + canonical.string());
}

void load_directory(const fs::path& directory, Plugins& plugins) {
  std::vector<fs::path> files;
  std::error_code error;
  for (fs::directory_iterator entry(directory, error), end; !error && entry != end; entry.increment(error)) {
    if (entry->path().extension() != ".so") continue;
    std::error_code ignored;
    // A link that leads nowhere is a plugin that is missing.
    if (entry->is_regular_file(ignored) || (entry->is_symlink(ignored) && !entry->exists(ignored))) {
      files.push_back(entry->path());
    } else {
      say_verbose(entry->path().string() + " is no file: passed over");
    }
  }
  if (error)
    refuse(directory, "the directory of plugins cannot be read: " + error.message(), "correct its permissions");
  if (files.empty()) say_verbose(directory.string() + " holds no plugins");
  std::sort(files.begin(), files.end());
  for (const fs::path& file : files) load_file(file, plugins);
}

// Deliberately never destroyed.
Plugins& all_plugins() {
  static Plugins* const plugins = new Plugins;
  return *plugins;
}

std::vector<fs::path> own_directories() {
  const fs::path folder = program_directory();
  if (folder.empty()) return {};
  return {folder / "../plugins", folder / "../lib/datagen/plugins"};
}

}  // namespace

const datagen_plugin* enter_plugin(const fs::path& file) {
  boost::dll::shared_library& library = *libraries().emplace_back(std::make_unique<boost::dll::shared_library>());
  std::error_code error;
  library.load(file, error, boost::dll::load_mode::rtld_now | boost::dll::load_mode::rtld_local);
  if (error) {
    const char* const reason = ::dlerror();
    refuse(file, "the plugin cannot be loaded: " + (reason == nullptr ? error.message() : std::string(reason)),
           "install what it needs, or use a build of it for this system");
  }
  auto& entry = library.get<decltype(datagen_plugin_v1)>(DATAGEN_ENTRY_SYMBOL);
  const datagen_plugin* const plugin = entry();
  if (plugin == nullptr) refuse(file, "the plugin returned no descriptor", "ask its vendor for a newer build");
  return plugin;
}

const Plugins& load_plugins(const Settings& settings) {
  Plugins& plugins = all_plugins();
  for (const SearchDirectory& directory : settings.plugin_dirs) {
    std::error_code error;
    if (fs::is_directory(directory.path, error)) {
      load_directory(directory.path, plugins);
      continue;
    }
    throw Error(ErrorCode::usage, Fault{fs::exists(directory.path, error) ? "is no directory of plugins"
                                                                          : "there is no such directory of plugins",
                                        directory.named_by, directory.path, "create it, or correct the path"});
  }
  for (const fs::path& directory : own_directories()) {
    std::error_code ignored;
    if (fs::is_directory(directory, ignored)) load_directory(directory.lexically_normal(), plugins);
  }
  return plugins;
}

const Plugins& load_plugin_file(const fs::path& file) {
  std::error_code error;
  if (!fs::exists(file, error)) {
    throw Error(ErrorCode::usage, Fault{"no such plugin file", Location{}, file.string(), "check the path"});
  }
  Plugins& plugins = all_plugins();
  load_file(file, plugins);
  if (plugins.loaded.empty()) {
    refuse(file, "the file exports no " DATAGEN_ENTRY_SYMBOL ": it is no plugin", "name a plugin's shared library");
  }
  return plugins;
}

const WriterClass& find_writer(const Registry& registry, const std::string& name, const Location& place) {
  const WriterClass* const found = registry.find_writer(name == "sql" ? "sql_insert" : name);
  if (found != nullptr) return *found;
  std::vector<std::string> names;
  std::string list;
  for (const auto& writer : registry.writers()) {
    names.push_back(writer->short_name);
    list += (list.empty() ? "" : ", ") + writer->short_name;
  }
  const bool command_line = place.file.starts_with("--");
  throw Error(command_line ? ErrorCode::usage : ErrorCode::description,
              Fault{"there is no format '" + name + "'" + did_you_mean(name, names), place, "",
                    names.empty() ? "no plugin with a writer was found: name their directory with --plugin-dir"
                                  : "the formats are: " + list});
}

}  // namespace datagen::host
