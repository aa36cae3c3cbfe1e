#include "output_files.hpp"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <utility>

#include "new_file.hpp"
#include "signals.hpp"

namespace datagen::host {
namespace {

namespace fs = std::filesystem;

constexpr int kPartDigits = 4;
constexpr std::uint64_t kMostParts = 9999;
constexpr std::size_t kMostNameBytes = 160;  // of a table; with the rest below what file systems allow

std::string part_number(std::uint64_t number) { return fmt::format("{:0{}}", number, kPartDigits); }

// ".sql.gz" of "dir/dump.sql.gz".
std::size_t extensions_begin(const std::string& name) {
  const std::size_t slash = name.rfind('/');
  const std::size_t begin = slash == std::string::npos ? 0 : slash + 1;
  std::size_t dot = name.rfind('.');
  if (dot == std::string::npos || dot <= begin) return name.size();
  const std::string last = name.substr(dot);
  if (last != ".gz" && last != ".zst") return dot;
  const std::size_t before = name.rfind('.', dot - 1);
  return before == std::string::npos || before <= begin ? dot : before;
}

// What no shell and no file system minds stays; the rest becomes %XX.
std::string file_name_of(const std::string& table) {
  std::string name;
  for (const char c : table) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = byte >= 0x80 || std::isalnum(byte) != 0 || c == '_' || c == '-' || c == '.';
    name += plain ? std::string(1, c) : fmt::format("%{:02X}", byte);
  }
  if (name.size() <= kMostNameBytes) return name;
  std::size_t size = kMostNameBytes;
  while (size > 0 && (static_cast<unsigned char>(name[size]) & 0xC0) == 0x80) --size;  // not within a character
  return name.substr(0, size);
}

// A name that begins with it: '-' would look like an option, and '.' hide the file.
std::string whole_file_name_of(const std::string& table) {
  const std::string name = file_name_of(table);
  return name.starts_with('-') || name.starts_with('.') ? fmt::format("%{:02X}", name[0]) + name.substr(1) : name;
}

class SeveralFiles : public OutputFile {
 public:
  using NameOf = std::function<std::string(const OutputPart&)>;

  SeveralFiles(fs::path directory, NameOf name_of) : directory_(std::move(directory)), name_of_(std::move(name_of)) {}

  void next_file(const OutputPart& part) override {
    if (part.number > kMostParts) {
      throw Error(ErrorCode::output,
                  Fault{fmt::format("more than {} parts would be needed", kMostParts), Location{},
                        files_.empty() ? "" : name_of_({part.section, part.table, part.position, kMostParts}),
                        "choose a larger --split-size"});
    }
    if (!files_.empty()) files_.back()->finish();
    files_.push_back(std::make_unique<NewFile>(name_of_(part)));
  }

  void write(std::span<const std::uint8_t> bytes) override { files_.back()->write(bytes); }
  [[nodiscard]] std::string file_name() const override { return files_.back()->file_name(); }

  void commit() override {
    if (!files_.empty()) files_.back()->finish();
    if (cancelled()) output_interrupted();
    for (const auto& file : files_) file->place();
    for (const auto& file : files_) file->keep();
    make_names_last(directory_.empty() ? "." : directory_);
  }

 private:
  fs::path directory_;
  NameOf name_of_;
  std::vector<std::unique_ptr<NewFile>> files_;
};

// Removes the directory at the end, unless it is to stay or holds something.
class NewDirectory {
 public:
  explicit NewDirectory(const fs::path& path) : path_(path) {
    if (::mkdir(path.c_str(), 0777) != 0) fail_output(path.string(), "cannot create the directory", errno);
    doomed_.emplace(path.string());
  }
  ~NewDirectory() {
    if (!kept_) ::rmdir(path_.c_str());
  }
  NewDirectory(const NewDirectory&) = delete;
  NewDirectory& operator=(const NewDirectory&) = delete;
  void keep() { kept_ = true; }

 private:
  fs::path path_;
  std::optional<Doomed> doomed_;
  bool kept_ = false;
};

class DirectoryOutput : public OutputFile {
 public:
  DirectoryOutput(const fs::path& directory, bool make, SeveralFiles::NameOf name_of) {
    if (make) made_.emplace(directory);
    files_ = std::make_unique<SeveralFiles>(directory, std::move(name_of));
  }
  void next_file(const OutputPart& part) override { files_->next_file(part); }
  void write(std::span<const std::uint8_t> bytes) override { files_->write(bytes); }
  [[nodiscard]] std::string file_name() const override { return files_->file_name(); }
  void commit() override {
    files_->commit();
    if (made_) made_->keep();
  }

 private:
  std::optional<NewDirectory> made_;
  std::unique_ptr<SeveralFiles> files_;  // goes first
};

void check_names(const std::vector<DirectoryTable>& tables, const std::string& directory) {
  std::map<std::string, std::string> names;
  for (const DirectoryTable& table : tables) {
    if (!table.written) continue;
    const auto [place, is_new] = names.emplace(whole_file_name_of(table.name), table.name);
    if (is_new) continue;
    throw Error(
        ErrorCode::output,
        Fault{"the tables " + place->second + " and " + table.name + " would have files of one name, " + place->first,
              Location{}, directory, "write them into two directories, with --tables and --exclude-tables"});
  }
}

bool is_temporary(const std::string& name) { return name.starts_with('.') && name.ends_with(".tmp"); }

fs::directory_iterator entries_of(const std::string& name, const fs::path& directory) {
  std::error_code error;
  fs::directory_iterator entries(directory, error);
  if (error) fail_output(name, "cannot read the directory", error.value());
  return entries;
}

}  // namespace

std::unique_ptr<OutputFile> open_parts(const std::string& name) {
  const std::size_t cut = extensions_begin(name);
  const std::string stem = name.substr(0, cut) + ".", extension = name.substr(cut);
  const fs::path directory = fs::path(name).parent_path();
  const std::string stem_name = fs::path(stem).filename().string();
  for (const fs::directory_entry& entry : entries_of(name, directory.empty() ? "." : directory)) {
    const std::string other = entry.path().filename().string();
    if (other.size() != stem_name.size() + kPartDigits + extension.size() || !other.starts_with(stem_name) ||
        !other.ends_with(extension)) {
      continue;
    }
    const std::string digits = other.substr(stem_name.size(), kPartDigits);
    if (!std::all_of(digits.begin(), digits.end(), [](unsigned char c) { return std::isdigit(c) != 0; })) continue;
    throw Error(ErrorCode::output,
                Fault{"is there already: parts of two outputs would be taken for one", Location{},
                      (directory / other).string(), "remove the parts of the earlier output, or choose another name"});
  }
  return std::make_unique<SeveralFiles>(
      directory, [stem, extension](const OutputPart& part) { return stem + part_number(part.number) + extension; });
}

std::unique_ptr<OutputFile> open_directory(const std::string& directory, std::vector<DirectoryTable> tables,
                                           bool rows_only, const std::string& extension) {
  if (rows_only) check_names(tables, directory);
  const auto written = std::count_if(tables.begin(), tables.end(), [](const auto& table) { return table.written; });
  const auto width = static_cast<int>(std::max<std::size_t>(3, fmt::formatted_size("{}", written + 1)));
  const auto name_of = [=, tables = std::move(tables)](const OutputPart& part) {
    const std::string number = part.number == 0 ? "" : "." + part_number(part.number);
    if (rows_only)
      return (fs::path(directory) / (whole_file_name_of(tables[part.table].name) + number + extension)).string();
    const std::string what = part.section == Section::pre_data    ? "pre-data"
                             : part.section == Section::post_data ? "post-data"
                                                                  : file_name_of(tables[part.table].name);
    return (fs::path(directory) / fmt::format("{:0{}}-{}{}{}", part.position, width, what, number, extension)).string();
  };
  struct stat status {};
  if (::stat(directory.c_str(), &status) != 0) {
    if (errno != ENOENT) fail_output(directory, "cannot create the directory", errno);
    return std::make_unique<DirectoryOutput>(directory, true, name_of);
  }
  if (!S_ISDIR(status.st_mode)) {
    throw Error(ErrorCode::output, Fault{"is not a directory", Location{}, directory,
                                         "name a new or an empty directory with --output-dir"});
  }
  for (const fs::directory_entry& entry : entries_of(directory, directory)) {
    const std::string name = entry.path().filename().string();
    if (is_temporary(name)) continue;  // of a run that was killed
    throw Error(ErrorCode::output, Fault{"is not empty: it holds " + name, Location{}, directory,
                                         "name a new or an empty directory with --output-dir"});
  }
  return std::make_unique<DirectoryOutput>(directory, false, name_of);
}

}  // namespace datagen::host
