// The coordinator with a container: encoded on all threads, appended to one lane in order.
#include <algorithm>
#include <random>

#include "tests/core/run/runner.hpp"
#include "tests/support/catch.hpp"

namespace datagen {
namespace {

using test::record;
using test::reset_record;
using test::run_options;
using test::run_text;
using test::shop;

void check_closed() {
  CHECK(record().sinks == 0);
  CHECK(record().tables == 0);
  CHECK(record().writers == 0);
  CHECK_FALSE(record().after_close);
  CHECK_FALSE(record().lane_shared);
  CHECK_FALSE(record().misaligned);
  CHECK(record().begun.empty());
  CHECK(record().ended.empty());
}

// The rows of each table, as the encoder of the same lines writes them.
std::map<std::string, std::string> lines_of_tables() {
  reset_record();
  const std::string text = run_text(shop, run_options(1, 1000)).text;
  std::map<std::string, std::string> tables;
  for (const std::string name : {"users", "orders", "one", "nothing"}) {
    const std::size_t first = text.find("begin " + name + "\n") + 7 + name.size();
    tables[name] = text.substr(first, text.find("end " + name + "\n") - first);
  }
  return tables;
}

// Invariant: whatever threads, batch size, alignment and lanes asked for, each table's only lane gets the bytes of all
// its rows in order, and is committed once; the program's own output gets none.
TEST_CASE("a container gets what its encoder made, in order, in one lane for each table") {
  const auto expected = lines_of_tables();
  std::mt19937_64 random(7);
  int most_at_once = 0;
  for (int round = 0; round < 60; ++round) {
    reset_record();
    record().alignment = 1 + random() % 40;
    record().pause = round % 4 == 0;
    record().lanes = static_cast<std::uint32_t>(1 + random() % 8);
    const auto jobs = static_cast<std::uint32_t>(1 + random() % 5);
    const auto batch_size = static_cast<std::uint32_t>(1 + random() % 700);
    const auto result = run_text(shop, run_options(jobs, batch_size, "archive"));
    CAPTURE(round, jobs, batch_size, record().alignment);
    REQUIRE(result.message == "");
    CHECK(result.text.empty());
    CHECK(result.summary.rows == 2345 + 321 + 1);
    for (const auto& [table, lines] : expected) {
      CHECK(record().archive[table] == lines);
      CHECK(record().opened[table] == 1);
      CHECK(record().commits[table] == 1);
    }
    most_at_once = std::max<int>(most_at_once, record().most_under_way);
    CHECK(record().most_under_way <= static_cast<int>(2 * jobs));
    check_closed();
  }
  CHECK(most_at_once > 1);  // several were encoded before the first was appended
}

// Invariant: what fails ends the run before its table is committed, with the row where an encoder knows it.
TEST_CASE("a container that fails at a row or at its destination commits nothing of that table") {
  std::mt19937_64 random(8);
  for (int round = 0; round < 60; ++round) {
    reset_record();
    const bool at_row = round % 2 == 0;
    if (at_row) record().fail_row = static_cast<std::int64_t>(400 + random() % 1900);
    if (!at_row) record().archive_limit = 9000 + random() % 10000;
    const auto jobs = static_cast<std::uint32_t>(1 + random() % 4);
    const auto result = run_text(shop, run_options(jobs, 10, "archive"));
    CAPTURE(round, result.message);
    REQUIRE(result.code == (at_row ? ErrorCode::generation : ErrorCode::output));
    if (at_row)
      CHECK(result.message.find("(row " + std::to_string(record().fail_row) + ")") != std::string::npos);
    else
      CHECK(result.message.find("the disk is full") != std::string::npos);
    CHECK(record().commits["users"] == 1);
    CHECK(record().commits["orders"] == 0);
    CHECK(record().archive["orders"].empty());
    check_closed();
  }
}

}  // namespace
}  // namespace datagen
