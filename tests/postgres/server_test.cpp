// The server that the other tests rely on.
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <string>
#include <thread>

#include "tests/support/catch.hpp"
#include "tests/support/postgres.hpp"

using namespace datagen::test;

namespace {

// Every byte that a text value may hold, then what COPY gives a meaning.
std::string all_characters() {
  std::string text;
  for (int byte = 1; byte < 128; ++byte) text.push_back(static_cast<char>(byte));
  return text + "\\N \\. \t\\\n é 日本 🦆";
}

}  // namespace

// What query returns is what the server holds, byte for byte; NULL and the empty text stay apart.
TEST_CASE("Rows come back as they are stored") {
  const Database database = PostgresCluster::shared().database();
  REQUIRE(database.execute("CREATE TABLE t (id int, v text)").exit_code == 0);
  const std::string text = all_characters();
  const ProcessResult inserted =
      database.execute("INSERT INTO t VALUES (1, " + quote_literal(text) + "), (2, NULL), (3, ''), (4, '\\N')");
  REQUIRE(inserted.exit_code == 0);
  const Rows rows = database.query("SELECT v, id FROM t ORDER BY id");
  CHECK(rows == Rows{{text, "1"}, {std::nullopt, "2"}, {"", "3"}, {"\\N", "4"}});
}

TEST_CASE("A script stops at its first error") {
  const Database database = PostgresCluster::shared().database();
  const ProcessResult result = database.execute("CREATE TABLE a (i int); SELECT 1/0; CREATE TABLE b (i int);");
  CHECK(result.exit_code == 3);
  CHECK(result.err.find("division by zero") != std::string::npos);
  CHECK(database.value("SELECT count(*) FROM pg_tables WHERE tablename IN ('a', 'b')") == "1");
}

TEST_CASE("Databases do not see each other") {
  const Database first = PostgresCluster::shared().database();
  const Database second = PostgresCluster::shared().database();
  REQUIRE(first.execute("CREATE TABLE only_here (i int)").exit_code == 0);
  CHECK(second.value("SELECT count(*) FROM pg_tables WHERE tablename = 'only_here'") == "0");
}

// However the owner ends, the server stops and its directory goes.
TEST_CASE("A killed owner leaves no server behind") {
  std::array<int, 2> ends{};
  REQUIRE(::pipe(ends.data()) == 0);
  const pid_t owner = ::fork();
  REQUIRE(owner >= 0);
  if (owner == 0) {
    const PostgresCluster cluster;
    const std::string directory = cluster.directory().string();
    const bool told = ::write(ends[1], directory.data(), directory.size()) == static_cast<ssize_t>(directory.size());
    ::kill(::getpid(), told ? SIGKILL : SIGTERM);
  }
  int status = 0;
  REQUIRE(::waitpid(owner, &status, 0) == owner);
  REQUIRE(WTERMSIG(status) == SIGKILL);
  std::string directory(200, '\0');
  const ssize_t size = ::read(ends[0], directory.data(), directory.size());
  REQUIRE(size > 0);
  directory.resize(static_cast<std::size_t>(size));
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(30);
  while (std::filesystem::exists(directory) && std::chrono::steady_clock::now() < deadline) {
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
  CHECK_FALSE(std::filesystem::exists(directory));
}
