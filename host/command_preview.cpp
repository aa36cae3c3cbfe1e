// The true rows of a run: computed alone, wherever they lie.
#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <nlohmann/json.hpp>

#include "commands.hpp"
#include "datagen/core/rows.hpp"
#include "display_width.hpp"
#include "messages.hpp"
#include "option_number.hpp"
#include "prepared_run.hpp"
#include "report.hpp"
#include "text_table.hpp"

namespace datagen::host {
namespace {

constexpr std::uint32_t kRowsAtOnce = 1000;

struct Range {
  std::uint64_t first = 0, n = 0;
};

Range shown_rows(std::uint64_t from, std::uint64_t limit, std::uint64_t rows) {
  return from >= rows ? Range{from, 0} : Range{from, std::min(limit, rows - from)};
}

// Line ends and tabs as they are written in C.
std::string on_one_line(const std::string& text) {
  std::string result;
  for (const char c : text) {
    if (c == '\n')
      result += "\\n";
    else if (c == '\t')
      result += "\\t";
    else if (c == '\r')
      result += "\\r";
    else
      result += c;
  }
  return without_controls(result);
}

bool is_number(std::string_view format) { return std::string_view("silfgd").find(format[0]) != std::string_view::npos; }

// Calls use(reader, i) for each row of the range.
template <class Use>
void each_row(RowReader& reader, const Range& range, const Use& use) {
  for (std::uint64_t done = 0; done < range.n;) {
    const auto n = static_cast<std::uint32_t>(std::min<std::uint64_t>(kRowsAtOnce, range.n - done));
    reader.read(range.first + done, n);
    for (std::uint32_t i = 0; i < n; ++i) use(i, range.first + done + i);
    done += n;
  }
}

class TextPreview {
 public:
  TextPreview(std::size_t cell_width, bool expanded) : cell_width_(cell_width), expanded_(expanded) {
    winsize size{};
    if (::isatty(STDOUT_FILENO) == 1 && ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0) terminal_ = size.ws_col;
  }

  std::string operator()(const Table& table, RowReader& reader, const Range& range, std::uint64_t rows) const {
    std::string text = heading(table, range, rows);
    if (range.n == 0) return text;
    if (expanded_) return text + expanded(table, reader, range);
    std::vector<TextTable::Heading> headings;
    for (std::size_t p = 0; p < reader.columns().size(); ++p)
      headings.push_back({table.columns[reader.columns()[p]].name, is_number(reader.format(p))});
    TextTable cells(headings);
    each_row(reader, range, [&](std::uint32_t i, std::uint64_t) {
      std::vector<std::string> row;
      for (std::size_t p = 0; p < headings.size(); ++p) row.push_back(cell(reader, p, i));
      cells.add(std::move(row));
    });
    if (terminal_ != 0 && cells.width() > terminal_) return text + expanded(table, reader, range);
    return text + cells.ruled();
  }

 private:
  static std::string heading(const Table& table, const Range& range, std::uint64_t rows) {
    if (range.n == 0) return fmt::format("{}: {} row{}\n", table.full_name(), grouped(rows), rows == 1 ? "" : "s");
    return fmt::format("{}: rows {} to {} of {}\n", table.full_name(), grouped(range.first),
                       grouped(range.first + range.n - 1), grouped(rows));
  }

  std::string expanded(const Table& table, RowReader& reader, const Range& range) const {
    std::size_t width = 0;
    for (const std::size_t c : reader.columns()) width = std::max(width, display_width(table.columns[c].name));
    std::string text;
    each_row(reader, range, [&](std::uint32_t i, std::uint64_t row) {
      text += fmt::format("-[ row {} ]-\n", grouped(row));
      for (std::size_t p = 0; p < reader.columns().size(); ++p) {
        const std::string& name = table.columns[reader.columns()[p]].name;
        text += name + std::string(width - display_width(name), ' ') + " | " + cell(reader, p, i) + "\n";
      }
    });
    return text;
  }

  [[nodiscard]] std::string cell(const RowReader& reader, std::size_t position, std::uint32_t i) const {
    if (reader.is_null(position, i)) return "NULL";
    std::string text;
    reader.append_text(position, i, text);
    text = on_one_line(text);
    return cell_width_ == 0 ? text : cut_to_width(text, cell_width_);
  }

  std::size_t cell_width_;
  bool expanded_;
  std::size_t terminal_ = 0;  // its columns; 0: no terminal
};

std::string json_string(const std::string& text) {
  return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string json_value(const RowReader& reader, std::size_t position, std::uint32_t i) {
  if (reader.is_null(position, i)) return "null";
  std::string text;
  reader.append_text(position, i, text);
  const std::string_view format = reader.format(position);
  if (format == "b") return text;
  // NaN and the infinities are no numbers to JSON.
  if (is_number(format) && text.find_first_of("Nn") == std::string::npos) return text;
  return json_string(text);
}

std::string json_preview(const Table& table, RowReader& reader, const Range& range, std::uint64_t rows) {
  std::string text = fmt::format("    {{\n      \"table\": {},\n      \"row_count\": {},\n      \"columns\": [",
                                 json_string(table.full_name()), rows);
  for (std::size_t p = 0; p < reader.columns().size(); ++p) {
    const Column& column = table.columns[reader.columns()[p]];
    text += fmt::format("{}{{\"name\": {}, \"type\": {}}}", p == 0 ? "" : ", ", json_string(column.name),
                        json_string(column.type.text));
  }
  text += "],\n      \"rows\": [";
  each_row(reader, range, [&](std::uint32_t i, std::uint64_t row) {
    text += fmt::format("{}\n        {{\"row\": {}, \"values\": [", row == range.first ? "" : ",", row);
    for (std::size_t p = 0; p < reader.columns().size(); ++p) text += (p == 0 ? "" : ", ") + json_value(reader, p, i);
    text += "]}";
  });
  return text + (range.n == 0 ? "]\n    }" : "\n      ]\n    }");
}

}  // namespace

int run_preview(const Arguments& arguments) {
  const auto from = option_number<std::uint64_t>(arguments, "from", 0, 0, "a row number, counted from 0");
  const auto limit = option_number<std::uint64_t>(arguments, "limit", 10, 1, "a number of rows, from 1");
  const auto width = option_number<std::size_t>(arguments, "width", 40, 0, "a number of characters; 0: no limit");
  const PreparedRun prepared(arguments, Purpose::rows);
  const Plan& plan = *prepared.plan;
  const TextPreview text_preview(width, arguments.has("expanded"));
  const bool json = arguments.has("json");

  std::string text;
  std::uint64_t most_rows = 0;
  for (std::size_t t = 0; t < prepared.description.tables.size(); ++t) {
    if (!plan.is_written(t)) continue;
    const Table& table = prepared.description.tables[t];
    const std::uint64_t rows = plan.row_count(t);
    most_rows = std::max(most_rows, rows);
    const Range range = shown_rows(from, limit, rows);
    RowReader reader(plan, t);
    if (!text.empty()) text += json ? ",\n" : "\n";
    text += json ? json_preview(table, reader, range, rows) : text_preview(table, reader, range, rows);
  }
  if (from > 0 && from >= most_rows) {
    throw Error(ErrorCode::usage, fmt::format("--from {}: no table that is shown has that many rows", from),
                fmt::format("the longest has {}, and the first of them is row 0", grouped(most_rows)));
  }
  if (json) {
    text = fmt::format("{{\n  \"seed\": {},\n  \"tables\": [\n{}\n  ]\n}}\n", prepared.options.seed, text);
  } else if (prepared.random_seed) {
    say(fmt::format("datagen: seed {}; repeat with --seed {}", prepared.options.seed, prepared.options.seed));
  }
  print_report(text);
  return 0;
}

}  // namespace datagen::host
