// The options of the chosen writer, from the configuration and --set.
#pragma once

#include <memory>
#include <string_view>

#include "datagen/core/registry.hpp"
#include "settings.hpp"

namespace datagen::host {

// Whether it has an option of this name.
[[nodiscard]] bool declares(const WriterClass& writer, std::string_view option);

// A map for RunOptions::writer_options, or null.  Options of the configuration count only for the writer that they were
// written for.  What --output or --output-dir names is in it, for a writer with a destination of its own that declares
// the option.  Throws Error(usage) for a --set that names another writer.
[[nodiscard]] std::shared_ptr<const Node> writer_options(const Settings& settings, const Registry& registry,
                                                         const WriterClass& writer);

}  // namespace datagen::host
