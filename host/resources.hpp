// The files that come with a plugin, for the host service of datagen/services/resource.h.
#pragma once

#include <filesystem>
#include <string>

namespace datagen::host {

// A host service by id for the plugin in that file, or null; lives as long as the process.  Any thread.
[[nodiscard]] const void* plugin_service(const std::filesystem::path& plugin_file, const std::string& id);

}  // namespace datagen::host
