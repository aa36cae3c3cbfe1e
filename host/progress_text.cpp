#include "progress_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "display_width.hpp"
#include "number_text.hpp"

namespace datagen::host {
namespace {

constexpr std::size_t kBarWidth = 20;
constexpr double kSecondsOfDay = 86400;

unsigned percent(const ProgressNumbers& numbers) {
  if (numbers.total == 0) return 100;
  // Not 100 before the last row.
  const double share = static_cast<double>(numbers.rows) / static_cast<double>(numbers.total);
  return std::min(static_cast<unsigned>(share * 100), numbers.rows < numbers.total ? 99U : 100U);
}

std::string bar(const ProgressNumbers& numbers) {
  const std::size_t filled = percent(numbers) * kBarWidth / 100;
  return "[" + std::string(filled, '#') + std::string(kBarWidth - filled, '.') + "]";
}

std::string rows_of(const ProgressNumbers& numbers) {
  return grouped(numbers.rows) + " of " + grouped(numbers.total) + " rows";
}

std::string rate(double rows) { return grouped(static_cast<unsigned long long>(rows)) + " rows/s"; }

// A part of a line; the higher its rank, the sooner it is left out.
struct Part {
  std::string text;
  int rank = 0;
};

std::string fit(std::vector<Part> parts, std::size_t width) {
  for (;;) {
    std::string line;
    int highest = 0;
    for (const Part& part : parts) {
      if (part.text.empty()) continue;
      line += (line.empty() ? "" : "  ") + part.text;
      highest = std::max(highest, part.rank);
    }
    if (highest == 0 || display_width(line) <= width) return cut_to_width(line, width);
    std::erase_if(parts, [&](const Part& part) { return part.rank == highest; });
  }
}

}  // namespace

std::string short_time(double seconds) {
  if (seconds >= kSecondsOfDay) {
    const auto hours = static_cast<unsigned long long>(std::min(seconds, 1e15)) / 3600;
    return fmt::format("{} d {} h", grouped(hours / 24), hours % 24);
  }
  const auto whole = static_cast<unsigned>(std::ceil(std::max(seconds, 0.0)));
  if (whole >= 3600) return fmt::format("{}:{:02}:{:02}", whole / 3600, whole / 60 % 60, whole % 60);
  return fmt::format("{}:{:02}", whole / 60, whole % 60);
}

std::vector<std::string> display_lines(const ProgressState& state, std::size_t width) {
  const auto size = [](const ProgressNumbers& numbers) {
    return numbers.bytes == 0 ? std::string() : short_size(static_cast<double>(numbers.bytes));
  };
  std::vector<std::string> lines;
  if (!state.table.empty()) {
    lines.push_back(fit({{state.table, 0},
                         {bar(state.of_table), 3},
                         {fmt::format("{}%", percent(state.of_table)), 1},
                         {rows_of(state.of_table), 2},
                         {size(state.of_table), 4}},
                        width));
  }
  std::string left = "finishing";
  if (state.of_all.rows < state.of_all.total) {
    left = state.seconds_left ? short_time(*state.seconds_left) + " left" : "";
  }
  const bool bytes = state.of_all.bytes != 0;
  lines.push_back(fit({{fmt::format("{} of {} tables", state.tables_done, state.tables), 6},
                       {fmt::format("{}%", percent(state.of_all)), 0},
                       {rows_of(state.of_all), 2},
                       {size(state.of_all), 4},
                       {state.rows_per_second > 0 ? rate(state.rows_per_second) : "", 3},
                       {bytes && state.bytes_per_second > 0 ? short_size(state.bytes_per_second) + "/s" : "", 5},
                       {left, 1}},
                      width));
  return lines;
}

std::string progress_line(const ProgressState& state) {
  std::string line = state.table.empty()
                         ? "finishing"
                         : fmt::format("{}: {} ({}%)", state.table, rows_of(state.of_table), percent(state.of_table));
  if (state.of_all.bytes != 0) line += ", " + short_size(static_cast<double>(state.of_all.bytes)) + " in all";
  line += fmt::format("; all: {}%", percent(state.of_all));
  if (state.rows_per_second > 0) line += ", " + rate(state.rows_per_second);
  if (state.seconds_left && state.of_all.rows < state.of_all.total) {
    line += ", " + short_time(*state.seconds_left) + " left";
  }
  return line;
}

std::string finished_line(const std::string& table, const ProgressNumbers& numbers) {
  const std::string size = numbers.bytes == 0 ? "" : ", " + short_size(static_cast<double>(numbers.bytes));
  return table + ": " + counted(numbers.rows, "row") + size + ", done";
}

}  // namespace datagen::host
