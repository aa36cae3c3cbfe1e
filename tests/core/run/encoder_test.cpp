// The coordinator with an encoder: the bytes, their order, and how a run ends.
#include <algorithm>
#include <chrono>
#include <random>
#include <thread>

#include "tests/core/run/runner.hpp"
#include "tests/support/catch.hpp"

namespace datagen {
namespace {

using test::record;
using test::reset_record;
using test::run_options;
using test::run_text;
using test::shop;
using test::TextOutput;

std::string reference() {
  reset_record();
  const auto result = run_text(shop, run_options(1, 1000));
  REQUIRE(result.message == "");
  return result.text;
}

void check_nothing_left() {
  CHECK(record().writers == 0);
  CHECK(record().tables == 0);
  CHECK(record().sinks == 0);
  CHECK_FALSE(record().after_close);
  CHECK_FALSE(record().lane_shared);
  CHECK_FALSE(record().misaligned);
}

// Invariant: the bytes depend on neither threads, batch size nor alignment.
TEST_CASE("any number of threads, any batch size and any alignment give the same bytes") {
  const std::string expected = reference();
  CHECK(expected.substr(0, 7) == "schema\n");
  CHECK(expected.substr(expected.size() - 5) == "done\n");
  for (std::uint32_t jobs = 1; jobs <= 8; ++jobs) {
    for (const std::uint32_t batch_size : {1u, 7u, 1000u, 5000u}) {
      for (const std::uint64_t alignment : {1u, 100u}) {
        reset_record();
        record().alignment = alignment;
        const auto result = run_text(shop, run_options(jobs, batch_size));
        CAPTURE(jobs, batch_size, alignment);
        REQUIRE(result.message == "");
        REQUIRE((result.text == expected));
        CHECK(result.summary.rows == 2345 + 321 + 1);
        CHECK(result.summary.bytes == expected.size());
        check_nothing_left();
        for (const char* table : {"orders", "users", "one", "nothing"}) {
          CHECK(record().begun[table] == 1);
          CHECK(record().ended[table] == 1);
        }
      }
    }
  }
}

// Invariant: jobs that are made and not yet written are at most two a thread, however slow the output is.
TEST_CASE("a slow output holds the encoders back") {
  for (const std::uint32_t jobs : {1u, 2u, 4u}) {
    reset_record();
    TextOutput output;
    int writes = 0;
    output.before_write = [&] {
      if (++writes % 20 == 0) std::this_thread::sleep_for(std::chrono::milliseconds(2));
    };
    // note_written() counts pre-data and empty tables too, so under_way is low by these at most.
    const auto result = run_text(shop, run_options(jobs, 5), output);
    REQUIRE(result.message == "");
    CAPTURE(jobs, record().most_under_way.load());
    CHECK(record().most_under_way <= static_cast<int>(jobs == 1 ? 1 : 2 * jobs));
    CHECK(record().most_under_way >= 0);
  }
}

// Invariant: what was written before an output failed is a beginning of the right bytes, nothing follows it, the
// error is the output's, and everything opened is closed.
TEST_CASE("an output that fails at any byte ends the run with its error") {
  const std::string expected = reference();
  std::mt19937_64 random(1);
  for (int round = 0; round < 150; ++round) {
    reset_record();
    TextOutput output;
    output.limit = random() % expected.size();
    const auto options =
        run_options(static_cast<std::uint32_t>(1 + random() % 4), static_cast<std::uint32_t>(1 + random() % 300));
    const auto result = run_text(shop, options, output);
    CAPTURE(round, output.limit, options.jobs, options.batch_size);
    REQUIRE(result.code == ErrorCode::output);
    REQUIRE(result.message.find("the disk is full") != std::string::npos);
    REQUIRE(output.writes_after_failure == 0);
    REQUIRE(expected.starts_with(output.text));
    check_nothing_left();
  }
}

// Invariant: the same for an encoder that fails at a row; the error names writer, table and the row in its table.
TEST_CASE("an encoder that fails at any row ends the run with its error") {
  const std::string expected = reference();
  std::mt19937_64 random(2);
  for (int round = 0; round < 150; ++round) {
    reset_record();
    record().fail_row = static_cast<std::int64_t>(321 + random() % 2000);  // only orders has it
    const std::pair<datagen_status, ErrorCode> kinds[] = {{DATAGEN_DATA, ErrorCode::generation},
                                                          {DATAGEN_IO, ErrorCode::output},
                                                          {DATAGEN_CANCELLED, ErrorCode::interrupted},
                                                          {12345, ErrorCode::generation}};
    const auto& [status, code] = kinds[random() % 4];
    record().fail_status = status;
    TextOutput output;
    const auto options =
        run_options(static_cast<std::uint32_t>(1 + random() % 4), static_cast<std::uint32_t>(1 + random() % 300));
    const auto result = run_text(shop, options, output);
    CAPTURE(round, options.jobs, options.batch_size, result.message);
    REQUIRE(result.code == code);
    REQUIRE(result.message.find("writer lines: cannot write this (row " + std::to_string(record().fail_row) + ")") !=
            std::string::npos);
    REQUIRE(result.message.find("orders") != std::string::npos);
    REQUIRE(expected.starts_with(output.text));
    REQUIRE(output.text.size() < expected.size());
    check_nothing_left();
  }
}

TEST_CASE("a writer that refuses a table, or fails at the end, is named, and all is closed") {
  reset_record();
  record().fail_open = true;
  auto result = run_text(shop, run_options(2, 10));
  CHECK(result.code == ErrorCode::description);
  CHECK(result.text == "schema\n");
  check_nothing_left();
  reset_record();
  record().fail_post_data = true;
  result = run_text(shop, run_options(2, 10));
  CHECK(result.code == ErrorCode::generation);
  CHECK(result.message.find("no end") != std::string::npos);
  check_nothing_left();
  for (const std::uint64_t alignment : {std::uint64_t{0}, (std::uint64_t{1} << 20) + 1, ~std::uint64_t{0}}) {
    reset_record();
    record().alignment = alignment;
    result = run_text(shop, run_options(2, 10));
    CHECK(result.code == ErrorCode::plugin);
    CHECK(result.message.find("row alignment of " + std::to_string(alignment)) != std::string::npos);
    CHECK(record().tables == 0);
    CHECK(record().writers == 0);
  }
}

// Invariant: once cancelled, the run ends soon, as interrupted, after a beginning of the right bytes.
TEST_CASE("a cancelled run ends as interrupted") {
  const std::string expected = reference();
  for (const std::uint32_t jobs : {1u, 2u, 5u}) {
    for (const int after : {0, 1, 10, 50}) {
      reset_record();
      std::atomic<bool> cancelled{after == 0};
      Environment environment;
      environment.cancelled = &cancelled;
      TextOutput output;
      int batches = 0, batches_at_end = 0;
      environment.progress = [&](const TableProgress& progress) {
        if (progress.rows_done == 0) return;  // a table is announced
        ++batches_at_end;
        if (++batches == after) cancelled = true;
      };
      const auto result = run_text(shop, run_options(jobs, 10), output, environment);
      CAPTURE(jobs, after);
      CHECK(result.code == ErrorCode::interrupted);
      CHECK(expected.starts_with(output.text));
      CHECK(batches_at_end <= after + static_cast<int>(2 * jobs));
      check_nothing_left();
    }
  }
}

TEST_CASE("progress counts every row of every table, in order") {
  reset_record();
  Environment environment;
  std::vector<TableProgress> seen;
  environment.progress = [&](const TableProgress& progress) { seen.push_back(progress); };
  TextOutput output;
  const auto result = run_text(shop, run_options(3, 50), output, environment);
  REQUIRE(result.message == "");
  std::vector<std::uint64_t> rows(4, 0);
  for (const TableProgress& progress : seen) {
    CHECK(progress.rows_done >= rows.at(progress.table));
    rows[progress.table] = progress.rows_done;
    CHECK(progress.rows_done <= progress.rows_total);
  }
  CHECK(rows == std::vector<std::uint64_t>{2345, 0, 321, 1});
}

TEST_CASE("without data only what is around it is written, without a table its rows are not") {
  reset_record();
  RunOptions options = run_options(2, 100);
  options.data = false;
  CHECK(run_text(shop, options).text == "schema\ndone\n");
  options.data = true;
  options.tables = {"users"};
  const std::string text = run_text(shop, options).text;
  CHECK(text.find("begin orders") == std::string::npos);
  CHECK(text.find("begin users") != std::string::npos);
  // The keys that orders refer to are as they would be with users written.
  options.tables = {"orders"};
  const std::string orders = run_text(shop, options).text, all = reference();
  const std::string part =
      orders.substr(orders.find("begin orders"), orders.find("done") - orders.find("begin orders"));
  CHECK(all.find(part) != std::string::npos);
}

}  // namespace
}  // namespace datagen
