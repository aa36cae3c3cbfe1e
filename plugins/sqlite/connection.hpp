// SQLite's handles, with its failures as sdk::PluginError.
#pragma once

#include <sqlite3.h>

#include <memory>
#include <string>

#include "datagen/plugin.hpp"

namespace datagen::sqlite {

class Connection {
 public:
  // An existing file.  host: is asked now and then whether long statements are to end.  It must outlive the connection.
  Connection(const datagen_host* host, const std::string& path);
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  // what: "cannot create the tables", for messages.
  void run(const std::string& sql, const std::string& what);
  // The same, for undoing: a failure is nobody's.
  bool try_run(const std::string& sql) noexcept;
  // What failed, and why.  DATAGEN_CANCELLED if the run is to end.
  [[noreturn]] void fail(const std::string& what) const;

  sqlite3* get() const { return handle_.get(); }
  // Throws if SQLite cannot: what is left undone would be lost.
  void close();

 private:
  struct Close {
    void operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }
  };
  std::string path_;
  std::unique_ptr<sqlite3, Close> handle_;
};

// A prepared statement; its connection must outlive it.
class Statement {
 public:
  Statement(Connection& connection, const std::string& sql, std::string what);

  // Whether there is a row (another row).
  bool step();
  void reset() { sqlite3_reset(handle_.get()); }
  // Of the row that step() found.
  std::string text(int column) const;
  std::int64_t integer(int column) const { return sqlite3_column_int64(handle_.get(), column); }

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* handle) const { sqlite3_finalize(handle); }
  };
  Connection& connection_;
  std::string what_;
  std::unique_ptr<sqlite3_stmt, Finalize> handle_;
};

}  // namespace datagen::sqlite
