// Finding and loading plugins.  A plugin is code: only directories that the user named and those that belong to the
// program are searched.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "datagen/core/registry.hpp"
#include "settings.hpp"

namespace datagen::host {

struct LoadedPlugin {
  std::filesystem::path file;  // absolute, without links
  datagen_plugin descriptor{};
};

struct Plugins {
  Registry registry;
  std::vector<LoadedPlugin> loaded;
};

// Loads every plugin in the directories of settings and in those of the program, each file once.  The result lives
// until the program ends: plugins are never unloaded.  Files without the entry symbol are passed over.  Throws
// Error(plugin), naming file, reason and remedy, for one that cannot be used; Error(usage) for a named directory that
// is not there.
[[nodiscard]] const Plugins& load_plugins(const Settings& settings);

// Loads one file's library, never to be unloaded, and asks for its descriptor, which is not examined.  Throws
// Error(plugin).
[[nodiscard]] const datagen_plugin* enter_plugin(const std::filesystem::path& file);

// As load_plugins(), for this one file.
[[nodiscard]] const Plugins& load_plugin_file(const std::filesystem::path& file);

// The writer class that a user's name means: "sql" is sql_insert.  Throws Error(description) with the names there are.
[[nodiscard]] const WriterClass& find_writer(const Registry& registry, const std::string& name, const Location& place);

}  // namespace datagen::host
