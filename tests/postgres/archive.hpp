// Archives that datagen makes, in pg_dump's custom and directory formats.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "tests/postgres/program.hpp"
#include "tests/support/postgres.hpp"

namespace datagen::test {

// An archive in a directory of its own.
class ArchiveFile {
 public:
  enum class Format { custom, directory };

  // datagen generate DESCRIPTION --format pg_archive --seed SEED, and more.
  ArchiveFile(const std::filesystem::path& description, Format format, std::uint64_t seed,
              const std::vector<std::string>& more = {});

  [[nodiscard]] const ProcessResult& result() const { return result_; }
  [[nodiscard]] std::string path() const { return (directory_.path() / "archive").string(); }
  // All bytes of it; of a directory, names and bytes of its files.
  [[nodiscard]] std::string bytes() const;

 private:
  TemporaryDirectory directory_;
  ProcessResult result_;
};

// What the setting of the destination is.
[[nodiscard]] std::vector<std::string> archive_words(const std::string& destination, ArchiveFile::Format format);

// All of a database but the order of rows, which is the server's: what pg_dump says of its objects, the rows of each
// table, where sequences stand.
[[nodiscard]] std::string state_of(const Database& database);

// pg_restore into the database, or of it, stopping at the first error.
[[nodiscard]] ProcessResult restore(const Database& database, const std::vector<std::string>& arguments,
                                    std::string_view input = {});

}  // namespace datagen::test
