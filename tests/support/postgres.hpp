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

// A server with a cluster of its own in a temporary directory, reached only by a socket in that directory, run by
// scripts/with-postgres.  It is stopped and removed when this process ends, however it ends.
class PostgresCluster {
 public:
  PostgresCluster();  // throws std::runtime_error if the server does not come up; its log is on standard error
  ~PostgresCluster();
  PostgresCluster(const PostgresCluster&) = delete;
  PostgresCluster& operator=(const PostgresCluster&) = delete;

  // The cluster of this test program, started at the first call.
  [[nodiscard]] static PostgresCluster& shared();

  [[nodiscard]] Database database() const;  // a fresh, empty one (UTF8, locale C)
  [[nodiscard]] const std::filesystem::path& directory() const { return directory_; }  // holds the cluster and socket

  // psql with the arguments after those that name the server; reads no start-up file, stops at the first error.
  [[nodiscard]] ProcessResult psql(const std::vector<std::string>& arguments, std::string_view input = {}) const;
  // pg_dump and pg_restore in the same way.
  [[nodiscard]] ProcessResult pg_dump(const std::vector<std::string>& arguments) const;
  [[nodiscard]] ProcessResult pg_restore(const std::vector<std::string>& arguments, std::string_view input = {}) const;

 private:
  [[nodiscard]] ProcessResult client(const std::string& program, const std::vector<std::string>& arguments,
                                     std::string_view input) const;

  std::filesystem::path directory_;
  std::string psql_;
  std::FILE* keeper_ = nullptr;
};

// Dropped at the end.
class Database {
 public:
  Database(const PostgresCluster& cluster, std::string name);
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  [[nodiscard]] const std::string& name() const { return name_; }
  // For libpq.
  [[nodiscard]] std::string connection_string() const;

  // Both stop at the first error.  The result's exit code is psql's: 0, or 3 for an error in the script.
  [[nodiscard]] ProcessResult load(const std::filesystem::path& dump) const;
  [[nodiscard]] ProcessResult execute(std::string_view sql) const;

  // What pg_dump makes of it; throws std::runtime_error with its message.
  [[nodiscard]] std::string dump(const std::vector<std::string>& options = {}) const;

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
