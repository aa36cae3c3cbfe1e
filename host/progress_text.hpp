// How a run's progress reads.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace datagen::host {

struct ProgressNumbers {
  std::uint64_t rows = 0, total = 0, bytes = 0;  // bytes 0: of a sink, which has none
};

struct ProgressState {
  std::string table;  // the one under way; empty: none is
  ProgressNumbers of_table, of_all;
  std::size_t tables_done = 0, tables = 0;
  double rows_per_second = 0, bytes_per_second = 0;
  std::optional<double> seconds_left;  // unknown at first
};

// The display of a terminal: a line for the table, one for all; neither takes more than width columns.  What matters
// least is left out where room is short.
[[nodiscard]] std::vector<std::string> display_lines(const ProgressState& state, std::size_t width);

// "orders: 5,000 of 10,000 rows (50%), 1.2 MB; all: 40%, 1,200,000 rows/s, 25 MB/s, 0:42 left"
[[nodiscard]] std::string progress_line(const ProgressState& state);
// "orders: 10,000 rows, 2.4 MB, done"
[[nodiscard]] std::string finished_line(const std::string& table, const ProgressNumbers& numbers);

// "0:42", "12:03", "3:04:05", "5 d 3 h"
[[nodiscard]] std::string short_time(double seconds);

}  // namespace datagen::host
