#include "templates.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <system_error>

#include "program_files.hpp"
#include "schema.hpp"

namespace datagen::host {
namespace {

namespace fs = std::filesystem;

// In this order, where one directory has several of one name.
constexpr std::array<const char*, 4> kExtensions{".yaml", ".yml", ".toml", ".json"};

fs::path own_directory() { return (program_directory() / "../share/datagen/templates").lexically_normal(); }

std::optional<fs::path> home_directory() {
  const char* const configuration = std::getenv("XDG_CONFIG_HOME");
  if (configuration != nullptr && *configuration != '\0') return fs::path(configuration) / "datagen/templates";
  const char* const home = std::getenv("HOME");
  if (home != nullptr && *home != '\0') return fs::path(home) / ".config/datagen/templates";
  return std::nullopt;
}

// By name; the first of a name stays.
void add_directory(const fs::path& directory, std::map<std::string, fs::path>& found) {
  std::map<std::pair<std::string, std::size_t>, fs::path> here;
  std::error_code error;
  for (fs::directory_iterator entry(directory, error), end; !error && entry != end; entry.increment(error)) {
    const auto extension =
        std::find(kExtensions.begin(), kExtensions.end(), entry->path().extension().string()) - kExtensions.begin();
    if (static_cast<std::size_t>(extension) == kExtensions.size()) continue;
    here[{entry->path().stem().string(), static_cast<std::size_t>(extension)}] = entry->path();
  }
  if (error) {
    throw Error(ErrorCode::usage, Fault{"the directory of templates cannot be read: " + error.message(), Location{},
                                        directory.string(), "correct its permissions"});
  }
  for (const auto& [name, file] : here) found.emplace(name.first, file);
}

bool looks_like_a_file(const std::string& name) {
  return name.find('/') != std::string::npos ||
         std::any_of(kExtensions.begin(), kExtensions.end(), [&](const char* end) { return name.ends_with(end); });
}

}  // namespace

std::vector<TemplateFile> find_templates(const Settings& settings) {
  std::map<std::string, fs::path> found;
  for (const SearchDirectory& directory : settings.template_dirs) {
    std::error_code error;
    if (!fs::is_directory(directory.path, error)) {
      throw Error(ErrorCode::usage,
                  Fault{error ? "no such template directory: " + error.message() : "is no directory of templates",
                        directory.named_by, directory.path, "create it, or correct the path"});
    }
    add_directory(directory.path, found);
  }
  std::error_code ignored;
  if (const auto home = home_directory(); home && fs::is_directory(*home, ignored)) add_directory(*home, found);
  if (const fs::path own = own_directory(); fs::is_directory(own, ignored)) add_directory(own, found);
  std::vector<TemplateFile> templates;
  for (const auto& [name, file] : found) templates.push_back({name, file});
  return templates;
}

LoadedTemplate load_template(const Settings& settings, const std::string& name, const Location& named_at) {
  const std::vector<TemplateFile> templates = find_templates(settings);
  std::vector<std::string> names;
  std::string list;
  for (const TemplateFile& one : templates) {
    if (one.name == name) return load_template_file(one);
    names.push_back(one.name);
    list += (list.empty() ? "" : ", ") + one.name;
  }
  const bool of_configuration = named_at.line > 0;
  throw Error(of_configuration ? ErrorCode::description : ErrorCode::usage,
              Fault{"there is no template '" + name + "'" + did_you_mean(name, names), named_at, "",
                    looks_like_a_file(name) ? "a template's name has no directory or extension; give a file as the "
                                              "description, or its directory with --template-dir"
                    : list.empty()          ? "no templates are found; name their directory with --template-dir"
                                            : "the templates are: " + list});
}

LoadedTemplate load_template_file(const TemplateFile& source) {
  LoadedTemplate loaded{source, read_text_file(source.file.string(), "the template"), {}, {}};
  const std::string file = source.file.string();
  loaded.document = parse_document(loaded.text, file, guess_format(file, loaded.text));
  if (!is_template(loaded.document)) {
    throw Error(ErrorCode::description,
                Fault{"the file is no template: it has no key 'template'", Location{file, 0, 0}, "",
                      "begin it with template: {summary: ..., parameters: {...}}, or give it as the description"});
  }
  Diagnostics diagnostics;
  loaded.head = read_template_head(loaded.document, diagnostics);
  diagnostics.throw_if_any(ErrorCode::description);
  return loaded;
}

}  // namespace datagen::host
