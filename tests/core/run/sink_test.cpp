// The coordinator with a sink: lanes, commits and roll-backs.
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
}

// Invariant: every batch is committed once, by lanes that one call at a time uses, each committed once; no more lanes
// than were allowed, nor than threads.
TEST_CASE("a sink gets every batch once, over lanes that are never shared") {
  for (const std::uint32_t jobs : {1u, 2u, 5u}) {
    for (const std::uint32_t lanes : {1u, 2u, 8u}) {
      reset_record();
      record().lanes = lanes;
      record().alignment = 3;
      record().pause = true;
      const auto result = run_text(shop, run_options(jobs, 10, "recorder"));
      CAPTURE(jobs, lanes);
      REQUIRE(result.message == "");
      CHECK(result.text.empty());
      CHECK(result.summary.rows == 2345 + 321 + 1);
      for (const auto& [table, rows] : {std::pair("orders", 2345u), {"users", 321u}, {"one", 1u}, {"nothing", 0u}}) {
        auto first_rows = record().committed[table];
        std::sort(first_rows.begin(), first_rows.end());
        std::vector<std::uint64_t> expected;
        for (std::uint64_t row = 0; row < rows; row += 12) expected.push_back(row);
        CHECK(first_rows == expected);
        CHECK(record().commits[table] == record().opened[table]);
        CHECK(record().opened[table] >= 1);
        CHECK(record().opened[table] <= static_cast<int>(std::min(jobs, lanes)));
      }
      CHECK(record().rolled_back.empty());
      check_closed();
    }
  }
}

// Invariant: a table whose writing fails is not committed, tables before it are, those after it are not touched.
TEST_CASE("a sink that fails at a row rolls that table back") {
  std::mt19937_64 random(1);
  for (int round = 0; round < 60; ++round) {
    reset_record();
    record().lanes = static_cast<std::uint32_t>(1 + random() % 4);
    record().fail_row = static_cast<std::int64_t>(400 + random() % 1900);  // of orders; users come before
    record().fail_status = round % 2 == 0 ? DATAGEN_IO : DATAGEN_DATA;
    const auto result = run_text(shop, run_options(static_cast<std::uint32_t>(1 + random() % 4), 10, "recorder"));
    CAPTURE(round, result.message);
    REQUIRE(result.code == ErrorCode::output);
    REQUIRE(result.message.find("(row " + std::to_string(record().fail_row) + ")") != std::string::npos);
    CHECK(record().commits["users"] >= 1);
    CHECK(record().commits["orders"] == 0);
    CHECK(record().committed["orders"].empty());
    CHECK(!record().rolled_back["orders"].empty());
    check_closed();
  }
}

TEST_CASE("a lane that does not open, a commit that fails and a cancelled run leave nothing open") {
  for (int round = 0; round < 3; ++round) {
    reset_record();
    record().lanes = 3;
    std::atomic<bool> cancelled{false};
    Environment environment;
    environment.cancelled = &cancelled;
    if (round == 0) record().fail_lane = 2;
    if (round == 1) record().fail_commit = true;
    if (round == 2)
      environment.progress = [&](const TableProgress& progress) { cancelled = cancelled || progress.rows_done > 100; };
    test::TextOutput output;
    const auto result = run_text(shop, run_options(3, 10, "recorder"), output, environment);
    CAPTURE(round, result.message);
    CHECK(result.code == (round == 2 ? ErrorCode::interrupted : ErrorCode::output));
    CHECK(record().commits["orders"] == 0);
    CHECK(output.text.empty());
    check_closed();
  }
}

}  // namespace
}  // namespace datagen
