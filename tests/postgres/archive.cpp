#include "tests/postgres/archive.hpp"

#include <algorithm>
#include <sstream>

#include "tests/postgres/facts.hpp"

namespace datagen::test {
namespace fs = std::filesystem;

std::vector<std::string> archive_words(const std::string& destination, ArchiveFile::Format format) {
  return {"--format", "pg_archive", "--set",
          (format == ArchiveFile::Format::custom ? "output=" : "output_dir=") + destination};
}

ArchiveFile::ArchiveFile(const fs::path& description, Format format, std::uint64_t seed,
                         const std::vector<std::string>& more) {
  std::vector<std::string> words{"generate", description.string(), "--seed", std::to_string(seed)};
  for (const std::string& word : archive_words(path(), format)) words.push_back(word);
  words.insert(words.end(), more.begin(), more.end());
  result_ = run_datagen(words);
}

std::string ArchiveFile::bytes() const {
  if (!fs::is_directory(path())) return read_file(path());
  std::vector<fs::path> files;
  for (const fs::directory_entry& entry : fs::directory_iterator(path())) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  std::string all;
  for (const fs::path& file : files) all += file.filename().string() + '\n' + read_file(file);
  return all;
}

std::string state_of(const Database& database) {
  // Without what differs from one call to the next.
  std::istringstream lines(database.dump({"--schema-only"}));
  std::string text;
  for (std::string line; std::getline(lines, line);)
    if (!line.starts_with("\\restrict ") && !line.starts_with("\\unrestrict ")) text += line + '\n';
  for (const auto& [table, hash] : contents(database)) text += table + ": " + hash + '\n';
  const std::string positions =
      "SELECT quote_ident(schemaname) || '.' || quote_ident(sequencename), coalesce(last_value::text, 'unused') FROM "
      "pg_sequences ORDER BY 1";
  for (const auto& row : database.query(positions)) text += row[0].value() + " " + row[1].value() + '\n';
  return text;
}

ProcessResult restore(const Database& database, const std::vector<std::string>& arguments, std::string_view input) {
  std::vector<std::string> words{"--exit-on-error", "-d", database.name()};
  words.insert(words.end(), arguments.begin(), arguments.end());
  return PostgresCluster::shared().pg_restore(words, input);
}

}  // namespace datagen::test
