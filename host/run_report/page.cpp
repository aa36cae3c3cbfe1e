#include "run_report/page.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "datagen/core/explanation.hpp"
#include "datagen/text/calendar.hpp"
#include "messages.hpp"
#include "run_report/diagram.hpp"
#include "run_report/markup.hpp"
#include "run_report/statistics.hpp"
#include "schema.hpp"

namespace datagen::host {
namespace {

constexpr std::size_t kMostCellCharacters = 60, kMostLabelCharacters = 28;

std::string moment_text(std::int64_t microseconds) {
  char buffer[64 + 64];
  return {buffer, text::write_timestamp(buffer, microseconds, true)};
}

std::string fact(const std::string& name, const std::string& value) {
  return fmt::format("<div><dt>{}</dt><dd>{}</dd></div>\n", name, escaped(value));
}

// The database's name, or the file's.
std::string title(const PreparedRun& prepared) {
  const std::string& database = prepared.description.database_name;
  if (!database.empty()) return database;
  return std::filesystem::path(prepared.settings.schema.value_or(description_name(prepared.settings))).stem().string();
}

std::string head(const PreparedRun& prepared, const RunSummary& summary, double seconds, std::size_t tables) {
  std::string text = fmt::format("<header>\n<h1>{}</h1>\n<dl class=\"facts\">\n", escaped(title(prepared)));
  text += fact("tables", grouped(tables)) + fact("rows", grouped(summary.rows));
  if (summary.bytes != 0)
    text += fact("output", short_size(static_cast<double>(summary.bytes)) + " by " + prepared.writer.short_name);
  if (summary.bytes == 0) text += fact("output", "by " + prepared.writer.short_name);
  text += fact("time", fmt::format("{:.2f} s", seconds));
  text +=
      fact("rate", grouped(static_cast<std::uint64_t>(static_cast<double>(summary.rows) / std::max(seconds, 1e-6))) +
                       " rows/s");
  text += fact("seed", std::to_string(prepared.options.seed));
  text += fact("as of", moment_text(prepared.options.now));
  if (prepared.options.shard.count > 1)
    text += fact("shard", fmt::format("{} of {}", prepared.options.shard.number, prepared.options.shard.count));
  text += fact("datagen", DATAGEN_VERSION);
  return text + "</dl>\n</header>\n";
}

std::string percentage(double fraction) {
  if (fraction == 0) return "";
  return fraction < 0.001 ? "&lt; 0.1 %" : fmt::format("{:.3g} %", fraction * 100);
}

std::string distinct_text(const ColumnStatistics& column) {
  const std::string number = grouped(static_cast<std::uint64_t>(column.distinct));
  return column.distinct_is_exact ? number : "about " + number;
}

std::string range_text(const ColumnStatistics& column) {
  if (!column.least.empty())
    return column.least == column.greatest
               ? escaped(column.least)
               : fmt::format("{}<br/>{}", escaped_beginning(column.least, 32), escaped_beginning(column.greatest, 32));
  if (column.most_characters == 0) return "";
  if (column.fewest_characters == column.most_characters) return fmt::format("{} characters", column.most_characters);
  return fmt::format("{} to {} characters", column.fewest_characters, column.most_characters);
}

std::uint64_t largest(const std::vector<Bar>& bars) {
  std::uint64_t most = 1;
  for (const Bar& bar : bars) most = std::max(most, bar.count);
  return most;
}

std::string histogram(const std::vector<Bar>& bars, const char* of) {
  constexpr double width = 192, height = 40;
  const double step = width / static_cast<double>(bars.size()), most = static_cast<double>(largest(bars));
  std::string text = fmt::format(
      "<svg class=\"histogram\" viewBox=\"0 0 {0} {1}\" width=\"{0}\" height=\"{1}\" role=\"img\" "
      "aria-label=\"Rows by {2}\">",
      width, height + 1, of);
  for (std::size_t i = 0; i < bars.size(); ++i) {
    const double tall = static_cast<double>(bars[i].count) / most * height;
    text +=
        fmt::format("<rect x=\"{:.2f}\" y=\"{:.2f}\" width=\"{:.2f}\" height=\"{:.2f}\"><title>{}: {}</title></rect>",
                    static_cast<double>(i) * step, height - tall, std::max(step - 1, 0.5), tall, escaped(bars[i].label),
                    grouped(bars[i].count));
  }
  return text + fmt::format("<path class=\"axis\" d=\"M0 {0}H{1}\"/></svg>", height + 0.5, width);
}

std::string frequent_values(const std::vector<Bar>& bars, std::uint64_t sampled) {
  std::string text = "<ul class=\"values\">";
  const auto most = static_cast<double>(largest(bars));
  for (const Bar& bar : bars)
    text += fmt::format(
        "<li><span class=\"label\">{}</span><span class=\"bar\" style=\"width:{:.1f}px\"></span><span "
        "class=\"share\">{}</span></li>",
        bar.label.empty() ? "(empty)" : escaped_beginning(bar.label, kMostLabelCharacters),
        80 * static_cast<double>(bar.count) / most,
        percentage(static_cast<double>(bar.count) / static_cast<double>(sampled)));
  return text + "</ul>";
}

std::string shape(const ColumnStatistics& column, std::uint64_t sampled) {
  switch (column.shape) {
    case ColumnStatistics::Shape::values:
      return frequent_values(column.bars, sampled);
    case ColumnStatistics::Shape::ranges:
      return histogram(column.bars, "value");
    case ColumnStatistics::Shape::lengths:
      return histogram(column.bars, "length") + "<div class=\"note\">by length</div>";
    case ColumnStatistics::Shape::none:
      break;
  }
  return "";
}

std::string key_marks(const Table& table, std::size_t column) {
  std::string marks;
  const UniqueSet* const primary = table.primary_key();
  const auto in = [&](const std::vector<std::size_t>& columns) {
    return std::find(columns.begin(), columns.end(), column) != columns.end();
  };
  if (primary != nullptr && in(primary->columns)) marks += "<span class=\"mark\">PK</span>";
  for (const ForeignKey& key : table.foreign_keys)
    if (in(key.columns)) marks += fmt::format("<a class=\"mark\" href=\"#table-{}\">FK</a>", key.referenced_table);
  return marks;
}

std::string columns_table(const Table& table, const TableStatistics& statistics, const TableExplanation& explanation) {
  std::string text =
      "<div class=\"wide\"><table class=\"columns\">\n<thead><tr><th>column</th><th>type</th><th>made by</th>"
      "<th class=\"number\">null</th><th class=\"number\">distinct</th><th>range</th><th>shape</th></tr></thead>\n"
      "<tbody>\n";
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    const auto found = std::find_if(statistics.columns.begin(), statistics.columns.end(),
                                    [&](const ColumnStatistics& each) { return each.column == c; });
    text += fmt::format("<tr><th scope=\"row\">{}{}</th><td>{}</td><td>{}</td>", escaped(table.columns[c].name),
                        key_marks(table, c), escaped(table.columns[c].type.text),
                        escaped_beginning(explanation.columns[c].source, kMostCellCharacters));
    if (found == statistics.columns.end() || statistics.sampled == 0) {
      text += "<td></td><td></td><td></td><td></td></tr>\n";
      continue;
    }
    const double nulls = static_cast<double>(found->nulls) / static_cast<double>(statistics.sampled);
    text +=
        fmt::format("<td class=\"number\">{}</td><td class=\"number\">{}</td><td>{}</td><td>{}</td></tr>\n",
                    percentage(nulls), distinct_text(*found), range_text(*found), shape(*found, statistics.sampled));
  }
  return text + "</tbody></table></div>\n";
}

std::string first_rows(const Table& table, const TableStatistics& statistics) {
  if (statistics.first_rows.empty()) return "";
  std::string text = "<details><summary>first rows</summary><div class=\"wide\"><table class=\"rows\">\n<thead><tr>";
  for (const ColumnStatistics& column : statistics.columns)
    text += fmt::format("<th>{}</th>", escaped(table.columns[column.column].name));
  text += "</tr></thead>\n<tbody>\n";
  for (const auto& row : statistics.first_rows) {
    text += "<tr>";
    for (const auto& value : row)
      text += value ? fmt::format("<td>{}</td>", escaped_beginning(*value, kMostCellCharacters))
                    : std::string("<td class=\"null\">null</td>");
    text += "</tr>\n";
  }
  return text + "</tbody></table></div></details>\n";
}

std::string section(const PreparedRun& prepared, const TableExplanation& explanation, const RunSummary& summary) {
  const Table& table = prepared.description.tables[explanation.table];
  const TableStatistics statistics = table_statistics(prepared.description, *prepared.plan, explanation.table);
  std::string text =
      fmt::format("<section id=\"table-{}\">\n<h2>{}</h2>\n<p class=\"note\">{} row{}", explanation.table,
                  escaped(table.full_name()), grouped(statistics.rows), statistics.rows == 1 ? "" : "s");
  const std::uint64_t bytes = summary.tables[explanation.table].bytes;
  if (bytes != 0) text += ", " + short_size(static_cast<double>(bytes));
  if (!statistics.is_whole()) text += fmt::format("; figures from a sample of {}", grouped(statistics.sampled));
  text += "</p>\n";
  if (!table.comment.empty()) text += fmt::format("<p>{}</p>\n", escaped(table.comment));
  return text + columns_table(table, statistics, explanation) + first_rows(table, statistics) + "</section>\n";
}

}  // namespace

std::string report_page(const PreparedRun& prepared, const RunSummary& summary, double seconds) {
  const std::vector<TableExplanation> tables = explain(*prepared.plan);
  std::string text = fmt::format(
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
      "<meta name=\"color-scheme\" content=\"light dark\"/>\n<title>{} - datagen</title>\n<style>\n{}</style>\n"
      "</head>\n<body>\n",
      escaped(title(prepared)), report_style);
  text += head(prepared, summary, seconds, tables.size());
  text += "<section>\n<h2>Relations</h2>\n<div class=\"wide\">" + relations_diagram(prepared.description, tables) +
          "</div>\n</section>\n";
  for (const TableExplanation& table : tables) text += section(prepared, table, summary);
  return text + "</body>\n</html>\n";
}

}  // namespace datagen::host
