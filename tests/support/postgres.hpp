// A throw-away PostgreSQL server, to load dumps into and to ask what arrived.
#pragma once

#include <cstdio>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/process.hpp"

namespace datagen::test {

using Cell = std::optional<std::string>;  // nothing: NULL; else the value in PostgreSQL's output syntax
using Rows = std::vector<std::vector<Cell>>;

class Database;

// A server with a cluster of its own in a temporary directory, reached only by a socket in that directory.  A shell
// beside it waits for this process's end, however it comes, then stops the server and removes the directory.
// Root runs the server as user postgres, or nobody where there is no such user.
// The binaries are those of DATAGEN_POSTGRES_BIN, else of the highest version below /usr/lib/postgresql, else PATH's.
class PostgresCluster {
 public:
  PostgresCluster();  // throws std::runtime_error, with the server's log, if it does not come up within a minute
  ~PostgresCluster();
  PostgresCluster(const PostgresCluster&) = delete;
  PostgresCluster& operator=(const PostgresCluster&) = delete;

  // The cluster of this test program, started at the first call.
  [[nodiscard]] static PostgresCluster& shared();

  [[nodiscard]] Database database() const;  // a fresh, empty one (UTF8, locale C)
  [[nodiscard]] const std::filesystem::path& directory() const { return directory_; }  // holds the cluster and socket

  // psql with the arguments after those that name the server; reads no start-up file, stops at the first error.
  [[nodiscard]] ProcessResult psql(const std::vector<std::string>& arguments, std::string_view input = {}) const;

 private:
  [[nodiscard]] bool ready() const;

  std::filesystem::path binaries_;
  std::filesystem::path directory_;
  std::FILE* keeper_ = nullptr;
};

// Dropped at the end.
class Database {
 public:
  Database(const PostgresCluster& cluster, std::string name);
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  // Both stop at the first error.  The result's exit code is psql's: 0, or 3 for an error in the script.
  [[nodiscard]] ProcessResult load(const std::filesystem::path& dump) const;
  [[nodiscard]] ProcessResult execute(std::string_view sql) const;

  // The rows of one SELECT, byte for byte; throws std::runtime_error with the server's message.
  [[nodiscard]] Rows query(const std::string& select) const;
  [[nodiscard]] std::string value(const std::string& select) const;  // of one row and column, not NULL

 private:
  const PostgresCluster& cluster_;
  std::string name_;
};

[[nodiscard]] std::string quote_identifier(std::string_view name);
[[nodiscard]] std::string quote_literal(std::string_view text);

// Rows of COPY's text format.  Throws std::runtime_error if text is not whole lines of it.
[[nodiscard]] Rows parse_copy_text(std::string_view text);

}  // namespace datagen::test
