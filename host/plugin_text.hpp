// What plugins declare, as text for people and as JSON for programs.
#pragma once

#include <string>

#include "plugins.hpp"

namespace datagen::host {

// What "plugin info" was asked about: a whole plugin, or classes (a generator and a writer may share a name).
struct Selection {
  const LoadedPlugin* plugin = nullptr;
  const GeneratorClass* generator = nullptr;
  const WriterClass* writer = nullptr;
};

[[nodiscard]] std::string list_text(const Plugins& plugins);
[[nodiscard]] std::string list_json(const Plugins& plugins);
[[nodiscard]] std::string info_text(const Plugins& plugins, const Selection& selection);
[[nodiscard]] std::string info_json(const Plugins& plugins, const Selection& selection);

}  // namespace datagen::host
