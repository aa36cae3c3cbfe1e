// The options of the chosen writer, from the configuration and --set.
#pragma once

#include <memory>

#include "datagen/core/registry.hpp"
#include "settings.hpp"

namespace datagen::host {

// A map for RunOptions::writer_options, or null.  Options of the configuration count only for the writer that they were
// written for.  Throws Error(usage) for a --set that names another writer.
[[nodiscard]] std::shared_ptr<const Node> writer_options(const Settings& settings, const Registry& registry,
                                                         const WriterClass& writer);

}  // namespace datagen::host
