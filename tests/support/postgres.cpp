#include "tests/support/postgres.hpp"

#include <atomic>
#include <cerrno>
#include <chrono>
#include <stdexcept>
#include <system_error>
#include <thread>
#include <utility>

namespace datagen::test {
namespace {

namespace fs = std::filesystem;

// Runs beside the server until its input ends, which is when the test program does, however it ends.
constexpr const char* keeper =
    R"sh(printf '%s\n' "$PGHOST" "$(command -v psql)" >"$0.new" && mv "$0.new" "$0"; exec cat >/dev/null)sh";

std::string shell_quote(std::string_view text) {
  std::string result = "'";
  for (const char c : text) result += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return result + "'";
}

std::string doubled(std::string_view text, char quote) {
  std::string result(1, quote);
  for (const char c : text) result.append(c == quote ? 2 : 1, c);
  return result + quote;
}

[[noreturn]] void malformed(const char* what) { throw std::runtime_error(std::string("COPY text: ") + what); }

// One backslash sequence; position is that of the backslash and is left behind the sequence.
char unescape(std::string_view text, std::size_t& position) {
  if (position + 1 >= text.size()) malformed("a backslash at the end");
  const char letter = text[position + 1];
  position += 2;
  switch (letter) {
    case 'b':
      return '\b';
    case 'f':
      return '\f';
    case 'n':
      return '\n';
    case 'r':
      return '\r';
    case 't':
      return '\t';
    case 'v':
      return '\v';
    default:
      return letter;
  }
}

}  // namespace

PostgresCluster::PostgresCluster() {
  const TemporaryDirectory temporary;
  const fs::path ready = temporary.path() / "ready", failed = temporary.path() / "failed";
  const std::string command = shell_quote(DATAGEN_SOURCE_DIR "/scripts/with-postgres") + " sh -c " +
                              shell_quote(keeper) + " " + shell_quote(ready.string()) + " || : >" +
                              shell_quote(failed.string());
  keeper_ = ::popen(command.c_str(), "we");
  if (keeper_ == nullptr) throw std::system_error(errno, std::generic_category(), "popen");
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::minutes(2);
  while (!fs::exists(ready)) {
    if (fs::exists(failed) || std::chrono::steady_clock::now() > deadline) {
      ::pclose(keeper_);
      throw std::runtime_error("the PostgreSQL server does not come up");
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  const std::string text = read_file(ready);
  const std::size_t line = text.find('\n');
  directory_ = text.substr(0, line);
  psql_ = text.substr(line + 1, text.size() - line - 2);
}

PostgresCluster::~PostgresCluster() { ::pclose(keeper_); }

PostgresCluster& PostgresCluster::shared() {
  static PostgresCluster cluster;
  return cluster;
}

ProcessResult PostgresCluster::psql(const std::vector<std::string>& arguments, std::string_view input) const {
  std::vector<std::string> all{"-X", "-q", "-v", "ON_ERROR_STOP=1"};
  all.insert(all.end(), arguments.begin(), arguments.end());
  return client(psql_, all, input);
}

ProcessResult PostgresCluster::pg_dump(const std::vector<std::string>& arguments) const {
  return client(fs::path(psql_).replace_filename("pg_dump").string(), arguments, {});
}

ProcessResult PostgresCluster::pg_restore(const std::vector<std::string>& arguments, std::string_view input) const {
  return client(fs::path(psql_).replace_filename("pg_restore").string(), arguments, input);
}

ProcessResult PostgresCluster::client(const std::string& program, const std::vector<std::string>& arguments,
                                      std::string_view input) const {
  Command command;
  command.arguments = {program, "-h", directory_.string(), "-U", "datagen"};
  command.arguments.insert(command.arguments.end(), arguments.begin(), arguments.end());
  command.input = input;
  command.timeout = std::chrono::minutes(5);
  for (const char* name : {"PGPORT", "PGDATABASE", "PGSERVICE", "PGUSER", "PGHOSTADDR", "PGPASSFILE"}) {
    command.environment[name] = std::nullopt;
  }
  command.environment["PGOPTIONS"] = "-c client_min_messages=warning";
  command.environment["PGCLIENTENCODING"] = "UTF8";
  return run_process(command);
}

Database PostgresCluster::database() const {
  static std::atomic<int> count = 0;
  return {*this, "test" + std::to_string(++count)};
}

Database::Database(const PostgresCluster& cluster, std::string name) : cluster_(cluster), name_(std::move(name)) {
  const ProcessResult result = cluster_.psql({"-d", "postgres", "-c", "CREATE DATABASE " + name_});
  if (result.exit_code != 0) throw std::runtime_error(result.err);
}

Database::~Database() {
  static_cast<void>(cluster_.psql({"-d", "postgres", "-c", "DROP DATABASE " + name_ + " WITH (FORCE)"}));
}

std::string Database::connection_string() const {
  return "host=" + cluster_.directory().string() + " user=datagen dbname=" + name_;
}

ProcessResult Database::load(const fs::path& dump) const { return cluster_.psql({"-d", name_, "-f", dump.string()}); }

std::string Database::dump(const std::vector<std::string>& options) const {
  std::vector<std::string> arguments{"-d", name_};
  arguments.insert(arguments.end(), options.begin(), options.end());
  const ProcessResult result = cluster_.pg_dump(arguments);
  if (result.exit_code != 0) throw std::runtime_error(result.err);
  return result.out;
}

ProcessResult Database::execute(std::string_view sql) const { return cluster_.psql({"-d", name_, "-f", "-"}, sql); }

Rows Database::query(const std::string& select) const {
  const ProcessResult result = cluster_.psql({"-d", name_, "-c", "COPY (" + select + ") TO STDOUT"});
  if (result.exit_code != 0) throw std::runtime_error(select + "\n" + result.err);
  return parse_copy_text(result.out);
}

std::string Database::value(const std::string& select) const {
  const Rows rows = query(select);
  if (rows.size() != 1 || rows[0].size() != 1 || !rows[0][0]) throw std::runtime_error("not one value: " + select);
  return *rows[0][0];
}

std::string quote_identifier(std::string_view name) { return doubled(name, '"'); }

std::string quote_literal(std::string_view text) { return doubled(text, '\''); }

Rows parse_copy_text(std::string_view text) {
  Rows rows;
  for (std::size_t position = 0; position < text.size();) {
    std::vector<Cell> row(1, "");
    for (; position < text.size() && text[position] != '\n';) {
      if (text[position] == '\t') {
        row.emplace_back("");
        ++position;
      } else if (text[position] == '\\' && text.substr(position, 2) == "\\N") {
        row.back() = std::nullopt;
        position += 2;
      } else {
        const char byte = text[position] == '\\' ? unescape(text, position) : text[position++];
        if (!row.back()) malformed("\\N within a value");
        row.back()->push_back(byte);
      }
    }
    if (position == text.size()) malformed("no end of line");
    ++position;
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace datagen::test
