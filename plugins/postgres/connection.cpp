#include "connection.hpp"

#include <poll.h>

#include <cerrno>
#include <utility>

#include "libpq.hpp"

namespace datagen::postgres_sink {
namespace {

constexpr int kPollMilliseconds = 100;

struct ResultCloser {
  void operator()(PGresult* result) const noexcept { libpq().PQclear(result); }
};
using Result = std::unique_ptr<PGresult, ResultCloser>;

// libpq ends its messages with line ends, and breaks and indents long ones.
std::string on_one_line(std::string_view text) {
  std::string line;
  for (const char c : text) {
    const bool space = c == '\n' || c == '\t' || c == ' ';
    if (!space)
      line += c;
    else if (!line.empty() && line.back() != ' ')
      line += ' ';
  }
  while (!line.empty() && line.back() == ' ') line.pop_back();
  return line;
}

std::string field(const PGresult* result, int code) {
  const char* const text = libpq().PQresultErrorField(result, code);
  return text == nullptr ? "" : on_one_line(text);
}

// What to do about an error, by its SQLSTATE (PostgreSQL documentation, appendix A).
std::string remedy(const std::string& state) {
  static constexpr std::pair<const char*, const char*> kRemedies[] = {
      {"42P07", "load into the existing tables with --data-only, or drop them first"},
      {"42710", "load into the existing objects with --data-only, or drop them first"},
      {"42501", "connect as a user who may, or have the right granted"},
      {"53100", "free space on the server's disk"},
      {"22001", "the table's columns are shorter than the description says; make the two agree"},
      {"23505", "the rows that are there already have such keys: set existing=truncate, or load into empty tables"},
      {"23503", "load all tables together, or drop the foreign keys first"},
      {"0A000", "truncating needs all tables that refer to these, too"},
  };
  for (const auto& [code, text] : kRemedies)
    if (state == code) return std::string("; ") + text;
  return "";
}

[[noreturn]] void fail(const std::string& doing, const PGresult* result) {
  const std::string state = field(result, PG_DIAG_SQLSTATE);
  std::string message = doing + ": " + field(result, PG_DIAG_MESSAGE_PRIMARY);
  if (!state.empty()) message += " (SQLSTATE " + state + ")";
  for (const int code : {PG_DIAG_MESSAGE_DETAIL, PG_DIAG_MESSAGE_HINT, PG_DIAG_CONTEXT}) {
    const std::string more = field(result, code);
    if (!more.empty()) message += "; " + more;
  }
  throw sdk::PluginError(DATAGEN_IO, message + remedy(state));
}

}  // namespace

void check_connection_string(const std::string& dsn) {
  char* parse_error = nullptr;
  if (dsn.find('=') != std::string::npos || dsn.find("://") != std::string::npos) {
    PQconninfoOption* const parsed = libpq().PQconninfoParse(dsn.c_str(), &parse_error);
    libpq().PQfreemem(parse_error);  // it may quote a password
    if (parsed == nullptr) {
      throw sdk::PluginError(DATAGEN_INVALID_OPTION,
                             "libpq cannot read the connection string; write \"host=... dbname=... user=...\" or "
                             "postgresql://user@host/database",
                             "dsn");
    }
    libpq().PQconninfoFree(parsed);
  }
}

void Connection::Closer::operator()(pg_conn* connection) const noexcept { libpq().PQfinish(connection); }

Connection::Connection(const datagen_host* host, const Target& target) : host_(host) {
  // The first dbname may be a connection string; one after it overrides the database that this names.
  std::vector<const char*> names{"dbname", "fallback_application_name", "client_encoding"};
  std::vector<const char*> values{target.dsn.c_str(), "datagen", "UTF8"};
  if (!target.database.empty()) {
    names.push_back("dbname");
    values.push_back(target.database.c_str());
  }
  names.push_back(nullptr);
  values.push_back(nullptr);
  connection_.reset(libpq().PQconnectStartParams(names.data(), values.data(), 1));
  if (connection_ == nullptr) throw std::bad_alloc();
  PostgresPollingStatusType state = PGRES_POLLING_WRITING;
  while (libpq().PQstatus(connection_.get()) != CONNECTION_BAD && state != PGRES_POLLING_OK &&
         state != PGRES_POLLING_FAILED) {
    wait(state == PGRES_POLLING_READING ? POLLIN : POLLOUT);
    state = libpq().PQconnectPoll(connection_.get());
  }
  if (state != PGRES_POLLING_OK) {
    std::string message = on_one_line(libpq().PQerrorMessage(connection_.get()));
    if (libpq().PQconnectionNeedsPassword(connection_.get()) != 0 || message.find("password") != std::string::npos)
      message += "; give the password in PGPASSWORD or ~/.pgpass";
    else if (message.find("does not exist") != std::string::npos)
      message += "; create it, or let datagen do so with --create";
    throw sdk::PluginError(DATAGEN_IO, "cannot connect: " + message);
  }
  libpq().PQsetnonblocking(connection_.get(), 1);
  libpq().PQsetNoticeProcessor(
      connection_.get(), [](void*, const char*) {}, nullptr);
}

Connection::~Connection() {
  if (!copy_.empty()) abort_copy();
}

bool Connection::alive() const noexcept { return libpq().PQstatus(connection_.get()) == CONNECTION_OK; }

void Connection::fail(const std::string& doing) const {
  throw sdk::PluginError(DATAGEN_IO, doing + ": " + on_one_line(libpq().PQerrorMessage(connection_.get())));
}

void Connection::cancel() noexcept {
  char ignored[256];
  if (PGcancel* const request = libpq().PQgetCancel(connection_.get()); request != nullptr) {
    libpq().PQcancel(request, ignored, sizeof ignored);
    libpq().PQfreeCancel(request);
  }
}

// Until the socket is ready, or a short time has passed.
void Connection::wait(short events) {
  if (host_->is_cancelled(host_) != 0) {
    cancel();
    throw sdk::PluginError(DATAGEN_CANCELLED, "interrupted");
  }
  pollfd descriptor{libpq().PQsocket(connection_.get()), events, 0};
  if (::poll(&descriptor, 1, kPollMilliseconds) < 0 && errno != EINTR) {
    throw sdk::PluginError(DATAGEN_IO, "cannot wait for the server");
  }
}

void Connection::flush() {
  for (;;) {
    const int left = libpq().PQflush(connection_.get());
    if (left == 0) return;
    if (left < 0) fail(copy_.empty() ? "cannot send to the server" : copy_);
    wait(POLLIN | POLLOUT);
    // The server may have something to say before it takes more.
    if (libpq().PQconsumeInput(connection_.get()) == 0) fail(copy_.empty() ? "cannot send to the server" : copy_);
  }
}

void Connection::send(const std::string& sql, const std::string& doing) {
  if (libpq().PQsendQuery(connection_.get(), sql.c_str()) == 0) fail(doing);
  flush();
}

std::vector<Row> Connection::finish(const std::string& doing) {
  std::vector<Row> rows;
  Result failed;
  for (;;) {
    while (libpq().PQisBusy(connection_.get()) != 0) {
      wait(POLLIN);
      if (libpq().PQconsumeInput(connection_.get()) == 0) fail(doing);
    }
    Result result(libpq().PQgetResult(connection_.get()));
    if (result == nullptr) break;
    switch (libpq().PQresultStatus(result.get())) {
      case PGRES_COMMAND_OK:
      case PGRES_EMPTY_QUERY:
        break;
      case PGRES_TUPLES_OK:
        rows.clear();
        for (int i = 0; i < libpq().PQntuples(result.get()); ++i) {
          Row& row = rows.emplace_back();
          for (int j = 0; j < libpq().PQnfields(result.get()); ++j) {
            if (libpq().PQgetisnull(result.get(), i, j) != 0)
              row.emplace_back();
            else
              row.emplace_back(libpq().PQgetvalue(result.get(), i, j));
          }
        }
        break;
      case PGRES_COPY_IN:
        return rows;
      default:
        if (failed == nullptr) failed = std::move(result);
    }
    if (!alive() && failed == nullptr) fail(doing);
  }
  if (failed != nullptr) postgres_sink::fail(doing, failed.get());
  return rows;
}

void Connection::run(const std::string& sql, const std::string& doing) { static_cast<void>(rows(sql, doing)); }

std::vector<Row> Connection::rows(const std::string& sql, const std::string& doing) {
  send(sql, doing);
  return finish(doing);
}

bool Connection::try_run(const std::string& sql) noexcept {
  if (!copy_.empty()) abort_copy();
  libpq().PQsetnonblocking(connection_.get(), 0);
  // What a cancelled statement still has to say.
  while (const Result rest{libpq().PQgetResult(connection_.get())}) {
    if (!alive()) return false;
  }
  const Result result(libpq().PQexec(connection_.get(), sql.c_str()));
  const ExecStatusType status = libpq().PQresultStatus(result.get());
  libpq().PQsetnonblocking(connection_.get(), 1);
  return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK;
}

void Connection::begin_copy(const std::string& sql, const std::string& doing) {
  send(sql, doing);
  finish(doing);
  copy_ = doing;
}

void Connection::put(std::string_view bytes) {
  constexpr std::size_t kMost = std::size_t{1} << 20;  // libpq's buffer grows to hold what is queued
  while (!bytes.empty()) {
    const std::string_view piece = bytes.substr(0, kMost);
    const int taken = libpq().PQputCopyData(connection_.get(), piece.data(), static_cast<int>(piece.size()));
    if (taken < 0) {
      const std::string doing = std::exchange(copy_, "");
      finish(doing);  // throws with the server's own message, if it has one
      fail(doing);
    }
    if (taken == 1) bytes.remove_prefix(piece.size());
    flush();
  }
}

void Connection::end_copy() {
  const std::string doing = copy_;
  while (true) {
    const int ended = libpq().PQputCopyEnd(connection_.get(), nullptr);
    if (ended == 1) break;
    if (ended < 0) {
      copy_.clear();
      finish(doing);
      fail(doing);
    }
    wait(POLLOUT);
  }
  flush();
  copy_.clear();
  finish(doing);
}

void Connection::abort_copy() noexcept {
  copy_.clear();
  libpq().PQsetnonblocking(connection_.get(), 0);
  if (libpq().PQputCopyEnd(connection_.get(), "given up by datagen") == 1) {
    while (const Result result{libpq().PQgetResult(connection_.get())}) {
      if (!alive()) break;
    }
  }
  libpq().PQsetnonblocking(connection_.get(), 1);
}

std::unique_ptr<Connection> ConnectionPool::take() {
  {
    const std::lock_guard lock(mutex_);
    if (!idle_.empty()) {
      std::unique_ptr<Connection> connection = std::move(idle_.back());
      idle_.pop_back();
      return connection;
    }
  }
  auto connection = std::make_unique<Connection>(host_, target_);
  connection->run(settings_, "cannot set up the session");
  return connection;
}

void ConnectionPool::give_back(std::unique_ptr<Connection> connection) {
  const std::lock_guard lock(mutex_);
  idle_.push_back(std::move(connection));
}

}  // namespace datagen::postgres_sink
