#include "number_text.hpp"
#include "progress_text.hpp"

#include <random>

#include "display_width.hpp"
#include "tests/support/catch.hpp"

namespace datagen::host {

// However narrow the terminal and long the numbers, no line is wider: a wider one would wrap, and could not be erased.
TEST_CASE("the display is never wider than the terminal") {
  std::mt19937_64 random(6);
  for (int round = 0; round < 3000; ++round) {
    ProgressState state;
    for (std::size_t i = random() % 40; i > 0; --i) state.table += random() % 3 == 0 ? "番" : "t";
    state.of_table.total = random() >> (random() % 60);
    state.of_table.rows = state.of_table.total == 0 ? 0 : random() % state.of_table.total;
    state.of_table.bytes = random() >> (random() % 64);
    state.of_all = state.of_table;
    state.tables = random() % 300;
    state.rows_per_second = static_cast<double>(random() >> (random() % 64));
    state.bytes_per_second = static_cast<double>(random() >> (random() % 64));
    if (random() % 2 == 0) state.seconds_left = static_cast<double>(random() >> (random() % 64));
    const std::size_t width = 1 + random() % 160;
    INFO("round " << round << ", width " << width);
    for (const std::string& line : display_lines(state, width)) {
      CHECK(display_width(line) <= width);
      CHECK_FALSE(line.empty());
    }
  }
}

TEST_CASE("a wide terminal shows all, a narrow one what matters most") {
  ProgressState state;
  state.table = "orders";
  state.of_table = {5'000, 10'000, 1'200'000};
  state.of_all = {6'000, 20'000, 1'500'000};
  state.tables_done = 1;
  state.tables = 3;
  state.rows_per_second = 2'000;
  state.bytes_per_second = 500'000;
  state.seconds_left = 7;
  const auto wide = display_lines(state, 120);
  REQUIRE(wide.size() == 2);
  CHECK(wide[0] == "orders  [##########..........]  50%  5,000 of 10,000 rows  1.2 MB");
  CHECK(wide[1] == "1 of 3 tables  30%  6,000 of 20,000 rows  1.5 MB  2,000 rows/s  500 kB/s  0:07 left");
  const auto narrow = display_lines(state, 20);
  CHECK(narrow[0] == "orders  50%");
  CHECK(narrow[1] == "30%  0:07 left");
  CHECK(progress_line(state) == "orders: 5,000 of 10,000 rows (50%), 1.5 MB in all; all: 30%, 2,000 rows/s, 0:07 left");
  CHECK(finished_line("orders", {10'000, 10'000, 2'400'000}) == "orders: 10,000 rows, 2.4 MB, done");
}

TEST_CASE("a sink has rows and no bytes") {
  ProgressState state;
  state.table = "orders";
  state.of_table = state.of_all = {5, 10, 0};
  for (const std::string& line : display_lines(state, 120)) CHECK(line.find(" B") == std::string::npos);
  CHECK(finished_line("orders", {1, 1, 0}) == "orders: 1 row, done");
}

TEST_CASE("sizes and times are short") {
  CHECK(short_size(0) == "0 B");
  CHECK(short_size(999) == "999 B");
  CHECK(short_size(1000) == "1.0 kB");
  CHECK(short_size(34'567'890) == "35 MB");
  CHECK(short_size(999'999'999) == "1.0 GB");
  CHECK(short_time(0.2) == "0:01");
  CHECK(short_time(59.5) == "1:00");
  CHECK(short_time(3'599.5) == "1:00:00");
  CHECK(short_time(90'000) == "1 d 1 h");
}

}  // namespace datagen::host
