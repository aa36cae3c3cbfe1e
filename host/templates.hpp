// Template files: where they are found, and what is in them.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "datagen/core/template.hpp"
#include "settings.hpp"

namespace datagen::host {

struct TemplateFile {
  std::string name;  // the file's, without its extension
  std::filesystem::path file;
};

// Every template of the directories that settings name, of the user's own, and of the program's: sorted by name; of
// those with one name the first found.  Throws Error(usage) for a directory that the user named and that is none.
[[nodiscard]] std::vector<TemplateFile> find_templates(const Settings& settings);

struct LoadedTemplate {
  TemplateFile source;
  std::string text;
  Node document;
  TemplateHead head;
};

// Throws Error: usage or description, by who named it, where there is no such template; description where its file is
// not right.
[[nodiscard]] LoadedTemplate load_template(const Settings& settings, const std::string& name, const Location& named_at);
[[nodiscard]] LoadedTemplate load_template_file(const TemplateFile& source);

}  // namespace datagen::host
