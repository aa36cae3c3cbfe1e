// One connection to the server, over libpq.
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "datagen/plugin.hpp"
#include "datagen/postgres/database_ddl.hpp"

struct pg_conn;

namespace datagen::postgres_sink {

// Where to connect: a connection string or URI for libpq, "" for what PG* variables and files say; and the database, if
// it is another than that names.
struct Target {
  std::string dsn, database;
};

// Throws PluginError DATAGEN_INVALID_OPTION, which quotes nothing of it.
void check_connection_string(const std::string& dsn);

using Row = std::vector<std::optional<std::string>>;

// Used by one thread at a time.  Every wait looks at the host's is_cancelled(), cancels the statement on the server and
// throws PluginError DATAGEN_CANCELLED.  Failures are PluginError DATAGEN_IO with the server's message, never with a
// password.
class Connection {
 public:
  Connection(const datagen_host* host, const Target& target);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  // Statements of the simple protocol; several in one text are one transaction unless one is open.  doing: what is said
  // of a failure, "cannot create table users".
  void run(const std::string& sql, const std::string& doing);
  // The rows of a single statement.
  [[nodiscard]] std::vector<Row> rows(const std::string& sql, const std::string& doing);
  // Without exceptions, for destructors: whether it succeeded.
  bool try_run(const std::string& sql) noexcept;

  // COPY ... FROM STDIN: begins with the statement, takes any pieces, ends.
  void begin_copy(const std::string& sql, const std::string& doing);
  void put(std::string_view bytes);
  void end_copy();
  // Gives a COPY up that has not ended; the transaction is to be rolled back.
  void abort_copy() noexcept;

  [[nodiscard]] bool alive() const noexcept;

 private:
  struct Closer {
    void operator()(pg_conn* connection) const noexcept;
  };
  void send(const std::string& sql, const std::string& doing);
  void wait(short events);
  void flush();
  // Results up to the end of the command; rows of the last that has any.
  std::vector<Row> finish(const std::string& doing);
  [[noreturn]] void fail(const std::string& doing) const;
  void cancel() noexcept;

  const datagen_host* host_;
  std::unique_ptr<pg_conn, Closer> connection_;
  std::string copy_;  // what the COPY under way does; empty: none is
};

// Connections that are not in use are kept for the next.  Any thread.
class ConnectionPool {
 public:
  // settings: SQL, beside those that every session needs.
  ConnectionPool(const datagen_host* host, Target target, const std::string& settings)
      : host_(host), target_(std::move(target)), settings_(postgres::settings() + settings) {}

  // With the session's settings made.
  [[nodiscard]] std::unique_ptr<Connection> take();
  // In no transaction.
  void give_back(std::unique_ptr<Connection> connection);

  [[nodiscard]] const datagen_host* host() const { return host_; }

 private:
  const datagen_host* host_;
  Target target_;
  std::string settings_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<Connection>> idle_;
};

}  // namespace datagen::postgres_sink
