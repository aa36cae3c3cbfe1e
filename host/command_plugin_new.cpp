// "plugin new": a project for a plugin, from the templates of share/datagen/plugin-templates.
#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <cctype>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <system_error>
#include <utility>

#include "commands.hpp"
#include "datagen/core/error.hpp"
#include "datagen/plugin.h"
#include "program_files.hpp"
#include "report.hpp"
#include "schema.hpp"

namespace datagen::host {
namespace {

namespace fs = std::filesystem;
using Replacements = std::vector<std::pair<std::string, std::string>>;

struct Project {
  std::string id;         // "org.example.weather"
  std::string name;       // "weather": of the library, the files and the class
  std::string kind;       // "generator"
  std::string language;   // "c++"
  std::string extension;  // "cpp"
  fs::path directory;
};

// The value of an option that is one of a few words.
std::string one_of(const Arguments& arguments, const std::string& option, const std::vector<std::string>& words,
                   const std::string& otherwise) {
  std::string list;
  for (const std::string& word : words) list += (list.empty() ? "" : ", ") + word;
  const auto given = arguments.options.find(option);
  if (given == arguments.options.end()) {
    if (!otherwise.empty()) return otherwise;
    throw Error(ErrorCode::usage, "say with --" + option + " what the plugin is to be", "it is one of: " + list);
  }
  const std::string& word = given->second.front();
  for (const std::string& known : words) {
    if (word == known) return word;
  }
  throw Error(ErrorCode::usage, "--" + option + ": there is no '" + word + "'" + did_you_mean(word, words),
              "it is one of: " + list);
}

// "weather", or a whole id, "com.acme.weather".
void name_project(const std::string& text, Project& project) {
  bool plain = !text.empty() && text.size() <= 100;
  char before = '.';
  for (const char c : text) {
    const bool letter = std::islower(static_cast<unsigned char>(c)) != 0;
    const bool digit = std::isdigit(static_cast<unsigned char>(c)) != 0;
    plain = plain && (letter || ((digit || c == '_' || c == '.') && before != '.'));
    before = c;
  }
  if (!plain || before == '.') {
    throw Error(ErrorCode::usage, "'" + text + "' cannot be a plugin's name",
                "use lower-case letters, digits and '_', such as weather; or a whole id, such as com.acme.weather");
  }
  const std::size_t dot = text.rfind('.');
  project.name = dot == std::string::npos ? text : text.substr(dot + 1);
  project.id = dot == std::string::npos ? "org.example." + text : text;
  // CMake keeps these for itself.
  for (const char* taken : {"all", "test", "install", "package", "clean", "help", "edit_cache", "rebuild_cache"}) {
    if (project.name == taken) {
      throw Error(ErrorCode::usage, "'" + project.name + "' cannot be a plugin's name: CMake has a target of that name",
                  "choose another");
    }
  }
}

Project read_project(const Arguments& arguments) {
  if (arguments.operands.empty()) throw Error(ErrorCode::usage, "name the plugin", "see 'datagen plugin new --help'");
  Project project;
  name_project(arguments.operands.front(), project);
  project.kind = one_of(arguments, "kind", {"generator", "writer", "sink"}, "");
  project.language = one_of(arguments, "language", {"c++", "c"}, "c++");
  project.extension = project.language == "c" ? "c" : "cpp";
  const auto directory = arguments.options.find("directory");
  project.directory = directory == arguments.options.end() ? project.name : directory->second.front();
  if (project.directory.empty()) throw Error(ErrorCode::usage, "--directory: the name is empty", "name a directory");
  return project;
}

std::string filled(std::string text, const Replacements& replacements) {
  for (const auto& [mark, value] : replacements) {
    for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at + value.size())) {
      text.replace(at, mark.size(), value);
    }
  }
  return text;
}

[[noreturn]] void fail(const fs::path& path, const std::string& reason) {
  throw Error(ErrorCode::output, Fault{"cannot be made: " + reason, Location{}, path.string(),
                                       "choose a place that you may write to with --directory"});
}

void write_file(const fs::path& path, const std::string& text) {
  errno = 0;
  std::ofstream file(path, std::ios::binary);
  file << text;
  file.close();
  if (!file) fail(path, std::strerror(errno));
}

// What a template's file is called in the project.
fs::path project_name(const fs::path& name, const Project& project) {
  if (name == "gitignore") return ".gitignore";
  if (name.stem() == "plugin") return project.name + name.extension().string();
  return name;
}

void copy_template(const fs::path& folder, const Project& project, const Replacements& replacements,
                   const fs::path& directory) {
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
    const fs::path target = directory / project_name(entry.path().lexically_relative(folder), project);
    std::error_code error;
    fs::create_directories(entry.is_directory() ? target : target.parent_path(), error);
    if (error) fail(target, error.message());
    if (entry.is_regular_file()) {
      write_file(target, filled(read_text_file(entry.path().string(), "a template"), replacements));
    }
  }
}

void refuse_existing(const fs::path& directory) {
  std::error_code error;
  const fs::file_status status = fs::symlink_status(directory, error);
  if (!fs::exists(status)) return;
  if (fs::is_directory(status) && fs::is_empty(directory, error) && !error) return;
  throw Error(ErrorCode::usage, Fault{fs::is_directory(status) ? "is not empty, and nothing is ever overwritten"
                                                               : "exists already, and is no empty directory",
                                      Location{}, directory.string(), "choose another place with --directory"});
}

// Made beside its place and renamed: it is there whole, or not at all.
class Unfinished {
 public:
  explicit Unfinished(const fs::path& target) {
    fs::path parent = fs::absolute(target).lexically_normal();
    if (!parent.has_filename()) parent = parent.parent_path();
    target_ = parent;
    std::error_code error;
    fs::create_directories(parent.parent_path(), error);
    path_ = parent.parent_path() / ("." + parent.filename().string() + "." + std::to_string(::getpid()) + ".tmp");
    if (!error) fs::create_directory(path_, error);
    if (error) fail(target, error.message());
  }
  ~Unfinished() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  Unfinished(const Unfinished&) = delete;
  Unfinished& operator=(const Unfinished&) = delete;

  [[nodiscard]] const fs::path& path() const { return path_; }
  void finish() {
    std::error_code error;
    fs::rename(path_, target_, error);  // over an empty directory at most
    if (error) fail(target_, error.message());
  }

 private:
  fs::path path_, target_;
};

// For a shell, in quotes where it needs them.
std::string shell_word(const std::string& text) {
  const char* const plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-+./,@%";
  if (text.find_first_not_of(plain) == std::string::npos) return text;
  std::string word = "'";
  for (const char c : text) word += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return word + "'";
}

}  // namespace

int run_plugin_new(const Arguments& arguments) {
  const Project project = read_project(arguments);
  refuse_existing(project.directory);
  const Replacements replacements{
      {"@NAME@", project.name},
      {"@ID@", project.id},
      {"@KIND@", project.kind},
      {"@CHECK_OPTIONS@",
       project.kind != "sink" ? "" : " CHECK_OPTIONS \"" + project.id + ".directory=${CMAKE_CURRENT_BINARY_DIR}\""},
      {"@EXTENSION@", project.extension},
      {"@LANGUAGES@", project.language == "c" ? "C" : "CXX"},
      {"@ABI@", fmt::format("{}.{}", DATAGEN_ABI_MAJOR, DATAGEN_ABI_MINOR)}};
  std::vector<std::string> parts{"common", project.kind, project.kind + "-" + project.language};
  if (project.language == "c" && project.kind != "generator") parts.emplace_back("rows-c");
  Unfinished unfinished(project.directory);
  for (const std::string& part : parts) {
    copy_template(data_path(fs::path("plugin-templates") / part), project, replacements, unfinished.path());
  }
  unfinished.finish();
  const std::string build = shell_word((project.directory / "build").string());
  print_report(fmt::format(
      "{0}: a {1} in {2}; {3}.{4} is all of it\n"
      "  cmake -S {5} -B {6} && cmake --build {6} && ctest --test-dir {6}\n"
      "  datagen --plugin-dir {7} plugin info {8}\n",
      project.directory.string(), project.kind, project.language == "c" ? "C" : "C++",
      (project.directory / project.name).string(), project.extension, shell_word(project.directory.string()), build,
      shell_word((project.directory / "build/plugins").string()), project.id));
  return 0;
}

}  // namespace datagen::host
