#include "connection.hpp"

#include <cstring>
#include <utility>

namespace datagen::sqlite {
namespace {

// Steps of SQLite's machine between two looks at is_cancelled(): some milliseconds.
constexpr int kStepsBetweenLooks = 200'000;
// Another program may have the file, of tables that are there.
constexpr int kPatienceInMilliseconds = 10'000;

int is_to_end(void* host) {
  const auto* const one = static_cast<const datagen_host*>(host);
  return one->is_cancelled(one);
}

const char* remedy(int code) {
  switch (code & 0xff) {
    case SQLITE_FULL:
      return "; free some space, or write elsewhere with --output (SQLite sorts large indexes in the directory that "
             "SQLITE_TMPDIR names)";
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return "; another program has the file open: end it, or wait";
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
      return "; choose a file that you may write to";
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
      return "; name another file";
    default:
      return "";
  }
}

}  // namespace

Connection::Connection(const datagen_host* host, const std::string& path) : path_(path) {
  sqlite3* handle = nullptr;
  const int result = sqlite3_open_v2(path.c_str(), &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
  handle_.reset(handle);
  if (result != SQLITE_OK) fail("cannot open the database");
  sqlite3_extended_result_codes(handle, 1);
  sqlite3_busy_timeout(handle, kPatienceInMilliseconds);
  sqlite3_progress_handler(handle, kStepsBetweenLooks, is_to_end, const_cast<datagen_host*>(host));
}

void Connection::run(const std::string& sql, const std::string& what) {
  if (sqlite3_exec(handle_.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) fail(what);
}

bool Connection::try_run(const std::string& sql) noexcept {
  return sqlite3_exec(handle_.get(), sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK;
}

void Connection::fail(const std::string& what) const {
  sqlite3* const handle = handle_.get();
  const int code = handle == nullptr ? SQLITE_NOMEM : sqlite3_extended_errcode(handle);
  if ((code & 0xff) == SQLITE_INTERRUPT) throw sdk::PluginError(DATAGEN_CANCELLED, "interrupted");
  std::string message = path_ + ": " + what + ": " + (handle == nullptr ? "out of memory" : sqlite3_errmsg(handle));
  const int number = handle == nullptr ? 0 : sqlite3_system_errno(handle);
  const bool by_system = (code & 0xff) == SQLITE_IOERR || (code & 0xff) == SQLITE_CANTOPEN;
  if (by_system && number != 0) message += std::string(": ") + std::strerror(number);
  throw sdk::PluginError(DATAGEN_IO, message + remedy(code));
}

void Connection::close() {
  if (sqlite3_close(handle_.get()) != SQLITE_OK) fail("cannot close the database");
  static_cast<void>(handle_.release());
}

Statement::Statement(Connection& connection, const std::string& sql, std::string what)
    : connection_(connection), what_(std::move(what)) {
  sqlite3_stmt* handle = nullptr;
  if (sqlite3_prepare_v3(connection.get(), sql.c_str(), -1, SQLITE_PREPARE_PERSISTENT, &handle, nullptr) != SQLITE_OK)
    connection.fail(what_);
  handle_.reset(handle);
}

bool Statement::step() {
  const int result = sqlite3_step(handle_.get());
  if (result == SQLITE_ROW) return true;
  if (result != SQLITE_DONE) connection_.fail(what_);
  return false;
}

std::string Statement::text(int column) const {
  const unsigned char* const value = sqlite3_column_text(handle_.get(), column);
  return value == nullptr ? "" : reinterpret_cast<const char*>(value);
}

}  // namespace datagen::sqlite
