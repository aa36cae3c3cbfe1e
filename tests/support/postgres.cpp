#include "tests/support/postgres.hpp"

#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <charconv>
#include <chrono>
#include <cstdlib>
#include <memory>
#include <stdexcept>
#include <system_error>
#include <thread>
#include <utility>

namespace datagen::test {
namespace {

namespace fs = std::filesystem;

fs::path find_binaries() {
  if (const char* chosen = std::getenv("DATAGEN_POSTGRES_BIN")) return chosen;
  fs::path best;
  int best_version = -1;
  std::error_code ignored;
  for (const fs::directory_entry& entry : fs::directory_iterator("/usr/lib/postgresql", ignored)) {
    const std::string name = entry.path().filename().string();
    int version = -1;
    std::from_chars(name.data(), name.data() + name.size(), version);
    if (version > best_version && fs::exists(entry.path() / "bin" / "postgres")) {
      best = entry.path() / "bin";
      best_version = version;
    }
  }
  if (!best.empty()) return best;
  const std::string path = std::getenv("PATH") != nullptr ? std::getenv("PATH") : "";
  for (std::size_t begin = 0; begin <= path.size();) {
    const std::size_t end = std::min(path.find(':', begin), path.size());
    const fs::path folder = path.substr(begin, end - begin);
    if (fs::exists(folder / "postgres", ignored) && fs::exists(folder / "initdb", ignored)) return folder;
    begin = end + 1;
  }
  throw std::runtime_error("no PostgreSQL server found; scripts/install-packages test installs one");
}

// Not the TMPDIR of the caller: another user must be able to enter it, and a socket's path is at most 107 bytes long.
fs::path make_directory() {
  std::string pattern = "/tmp/datagen-postgres-XXXXXX";
  if (::mkdtemp(pattern.data()) == nullptr) throw std::system_error(errno, std::generic_category(), pattern);
  return pattern;
}

// Words that make a command run as a user the server accepts.
std::string as_server_user(const fs::path& directory) {
  if (::geteuid() != 0) return "";
  const passwd* user = ::getpwnam("postgres");
  if (user == nullptr) user = ::getpwnam("nobody");
  if (user == nullptr) throw std::runtime_error("neither user postgres nor nobody exists to run the server as");
  if (::chown(directory.c_str(), user->pw_uid, user->pw_gid) != 0) {
    throw std::system_error(errno, std::generic_category(), "chown " + directory.string());
  }
  return "setpriv --reuid=" + std::to_string(user->pw_uid) + " --regid=" + std::to_string(user->pw_gid) +
         " --clear-groups ";
}

// $1: binaries, $2: directory.  The signals of a terminal reach this shell too; only the end of its input counts.
constexpr const char* keeper_script = R"(
trap "" INT TERM HUP
cd "$2" || exit 1
"$1/initdb" --pgdata=data --username=datagen --auth=trust --encoding=UTF8 --locale=C --no-sync >log 2>&1 || : >failed
if [ ! -e failed ]; then
  "$1/postgres" -D data -k "$2" -c listen_addresses= -c fsync=off -c full_page_writes=off \
    -c synchronous_commit=off -c autovacuum=off -c shared_buffers=64MB -c max_wal_size=4GB >>log 2>&1 </dev/null &
  server=$!
fi
cat >/dev/null
[ -e failed ] || { kill -QUIT $server; wait $server; }
cd / && rm -rf "$2")";

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

PostgresCluster::PostgresCluster() : binaries_(find_binaries()), directory_(make_directory()) {
  const std::string command = "LC_ALL=C exec " + as_server_user(directory_) + "/bin/sh -c " +
                              shell_quote(keeper_script) + " keeper " + shell_quote(binaries_.string()) + " " +
                              shell_quote(directory_.string());
  keeper_ = ::popen(command.c_str(), "we");
  if (keeper_ == nullptr) throw std::system_error(errno, std::generic_category(), "popen");
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::minutes(1);
  while (!ready()) {
    if (fs::exists(directory_ / "failed") || std::chrono::steady_clock::now() > deadline) {
      const fs::path log = directory_ / "log";
      const std::string text = fs::exists(log) ? read_file(log) : "no log";
      ::pclose(std::exchange(keeper_, nullptr));
      throw std::runtime_error("the PostgreSQL server does not come up:\n" + text);
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
}

PostgresCluster::~PostgresCluster() {
  if (keeper_ != nullptr) ::pclose(keeper_);
}

PostgresCluster& PostgresCluster::shared() {
  static PostgresCluster cluster;
  return cluster;
}

bool PostgresCluster::ready() const {
  Command command;
  command.arguments = {(binaries_ / "pg_isready").string(), "-q", "-h", directory_.string()};
  return run_process(command).exit_code == 0;
}

ProcessResult PostgresCluster::psql(const std::vector<std::string>& arguments, std::string_view input) const {
  Command command;
  command.arguments = {(binaries_ / "psql").string(), "-X", "-q",     "-v", "ON_ERROR_STOP=1", "-h",
                       directory_.string(),           "-U", "datagen"};
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

ProcessResult Database::load(const fs::path& dump) const { return cluster_.psql({"-d", name_, "-f", dump.string()}); }

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
