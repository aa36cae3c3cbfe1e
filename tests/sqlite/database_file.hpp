// An SQLite database file, read by SQLite's own library.
#pragma once

#include <sqlite3.h>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace datagen::test {

// A value as COPY's text format has it in PostgreSQL, before escaping; nothing: null.  Bytes are "\x...", numbers the
// shortest that give the same number again.
using Value = std::optional<std::string>;

class DatabaseFile {
 public:
  // Enforces foreign keys.  Throws std::runtime_error if it cannot be opened.
  explicit DatabaseFile(const std::filesystem::path& path);

  // Throws std::runtime_error with SQLite's message.
  std::vector<std::vector<Value>> query(const std::string& sql) const;
  std::string value(const std::string& sql) const;  // of one row and column, not null
  // SQLite's message, or "" for success.
  std::string run(const std::string& sql) const;

  std::vector<std::string> tables() const;
  // Those that are not generated; of a name as it is.
  std::vector<std::string> columns(const std::string& table) const;
  std::vector<std::string> generated_columns(const std::string& table) const;

  // "" if integrity_check and foreign_key_check find nothing.
  std::string damage() const;

 private:
  struct Close {
    void operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }
  };
  std::unique_ptr<sqlite3, Close> handle_;
};

std::string quoted_name(const std::string& name);
std::string quoted_names(const std::vector<std::string>& names);

}  // namespace datagen::test
