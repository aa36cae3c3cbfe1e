// The run configuration file.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "layer.hpp"

namespace datagen::host {

// The file that counts when none is named: the first of ./datagen.toml, ./.datagen.toml, ./.datagen.yaml,
// ~/.datagen.toml, ~/.datagen.yaml, $XDG_CONFIG_HOME/datagen/config.toml (~/.config when unset).
[[nodiscard]] std::optional<std::filesystem::path> find_config_file();

// Unknown keys go to diagnostics.  Throws Error(usage) if the file cannot be read (named_by: who named it, "--config",
// or empty), Error(description) for wrong syntax.  Keys of earlier versions that have nothing left to do are named in a
// message at -v.
[[nodiscard]] Layer read_config_file(const std::filesystem::path& file, const std::string& named_by,
                                     Diagnostics& diagnostics);

}  // namespace datagen::host
