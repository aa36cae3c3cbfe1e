// SQLite's handles, with its failures as sdk::PluginError.
#pragma once

#include <sqlite3.h>

#include <memory>
#include <string>

#include "datagen/error.hpp"

namespace example {

class Connection {
 public:
  // path "" is a private database on disk that vanishes with the connection.
  explicit Connection(const std::string& path) {
    sqlite3* handle = nullptr;
    const int result = sqlite3_open_v2(path.c_str(), &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
    handle_.reset(handle);
    if (result != SQLITE_OK) fail("cannot open " + path);
    // Lanes that commit at the same time wait for each other.
    sqlite3_busy_timeout(handle, 600'000);
  }

  // what: what it is for, for messages.
  void run(const std::string& sql, const std::string& what) {
    if (sqlite3_exec(handle_.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) fail(what);
  }

  [[noreturn]] void fail(const std::string& what) const {
    const char* const reason = handle_ ? sqlite3_errmsg(handle_.get()) : "out of memory";
    throw datagen::sdk::PluginError(DATAGEN_IO, "SQLite: " + what + ": " + reason);
  }

  sqlite3* get() const { return handle_.get(); }

 private:
  struct Close {
    void operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }
  };
  std::unique_ptr<sqlite3, Close> handle_;
};

// A prepared statement; its connection must outlive it.
class Statement {
 public:
  Statement(Connection& connection, const std::string& sql) : connection_(connection) {
    sqlite3_stmt* handle = nullptr;
    if (sqlite3_prepare_v2(connection.get(), sql.c_str(), -1, &handle, nullptr) != SQLITE_OK) connection.fail(sql);
    handle_.reset(handle);
  }

  void check(int result) const {
    if (result != SQLITE_OK) connection_.fail("cannot set a value");
  }
  // To the end, for a statement that returns no rows; ready to run again then.
  void run() {
    if (sqlite3_step(handle_.get()) != SQLITE_DONE) connection_.fail("cannot insert a row");
    sqlite3_reset(handle_.get());
  }
  sqlite3_stmt* get() const { return handle_.get(); }

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* handle) const { sqlite3_finalize(handle); }
  };
  Connection& connection_;
  std::unique_ptr<sqlite3_stmt, Finalize> handle_;
};

}  // namespace example
