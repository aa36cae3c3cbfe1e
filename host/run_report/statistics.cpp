#include "run_report/statistics.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_map>
#include <utility>

#include "datagen/random.h"

namespace datagen::host {
namespace {

constexpr std::uint32_t kRowsAtOnce = 1000;
constexpr std::uint64_t kFirstRows = 5;
constexpr std::size_t kMostValues = 8, kRanges = 24;

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

// What is gathered of one column while the sample is read.
class Gathering {
 public:
  void add_null() { ++nulls_; }

  void add(const std::string& text, std::optional<double> number) {
    const std::size_t length = characters(text);
    ++lengths_[length];
    const auto value = values_.try_emplace(text, 0).first;
    ++value->second;
    if (number && std::isfinite(*number)) numbers_.push_back({*number, &value->first});
  }

  ColumnStatistics finish(std::size_t column, std::uint64_t rows, std::uint64_t sampled, bool unique) {
    std::sort(numbers_.begin(), numbers_.end(), [](const Number& a, const Number& b) { return a.value < b.value; });
    ColumnStatistics result;
    result.column = column;
    result.nulls = nulls_;
    count_distinct(result, rows, sampled, unique);
    if (!numbers_.empty()) {
      result.least = *numbers_.front().text;
      result.greatest = *numbers_.back().text;
    }
    if (!lengths_.empty()) {
      result.fewest_characters = lengths_.begin()->first;
      result.most_characters = lengths_.rbegin()->first;
    }
    choose_shape(result, sampled - nulls_);
    return result;
  }

 private:
  void count_distinct(ColumnStatistics& result, std::uint64_t rows, std::uint64_t sampled, bool unique) const {
    const auto n = static_cast<double>(sampled - nulls_), d = static_cast<double>(values_.size());
    const double all = sampled == 0 ? 0 : static_cast<double>(rows) * n / static_cast<double>(sampled);
    result.distinct = d;
    result.distinct_is_exact = sampled == rows;
    if (result.distinct_is_exact || n == 0) return;
    if (unique) {
      result.distinct = std::round(all);
      return;
    }
    const auto once = static_cast<double>(
        std::count_if(values_.begin(), values_.end(), [](const auto& value) { return value.second == 1; }));
    result.distinct = std::round(n * d / (n - once + once * n / all));
  }

  void choose_shape(ColumnStatistics& result, std::uint64_t n) const {
    using Shape = ColumnStatistics::Shape;
    if (n == 0) return;
    const bool few = values_.size() <= kMostValues;
    const bool numeric = numbers_.size() == n && numbers_.back().value > numbers_.front().value;
    const auto most = std::max_element(values_.begin(), values_.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    if (few || (!numeric && most->second > 2 && most->second * 100 >= n)) {
      result.shape = Shape::values;
      result.bars = frequent_values();
    } else if (numeric) {
      result.shape = Shape::ranges;
      result.bars = ranges();
    } else if (lengths_.size() > 1) {
      result.shape = Shape::lengths;
      for (const auto& [length, count] : lengths_) result.bars.push_back({fmt::format("{} characters", length), count});
      if (result.bars.size() > 2 * kRanges) result.bars = length_ranges();
    }
  }

  [[nodiscard]] std::vector<Bar> frequent_values() const {
    std::vector<Bar> bars;
    for (const auto& [text, count] : values_) bars.push_back({text, count});
    const std::size_t kept = std::min(bars.size(), kMostValues);
    std::partial_sort(
        bars.begin(), bars.begin() + static_cast<std::ptrdiff_t>(kept), bars.end(),
        [](const Bar& a, const Bar& b) { return std::pair(b.count, a.label) < std::pair(a.count, b.label); });
    bars.resize(kept);
    return bars;
  }

  // Whole numbers in ranges of as many numbers each.
  [[nodiscard]] std::vector<Bar> ranges() const {
    const double least = numbers_.front().value, span = numbers_.back().value - least;
    const bool whole = std::all_of(numbers_.begin(), numbers_.end(),
                                   [](const Number& number) { return number.value == std::floor(number.value); });
    const double width = whole ? std::ceil((span + 1) / kRanges) : span / kRanges;
    const auto n = static_cast<std::size_t>(whole ? std::ceil((span + 1) / width) : kRanges);
    std::vector<Bar> bars(n);
    std::vector<const std::string*> from(n), to(n);
    for (const Number& number : numbers_) {
      const std::size_t i = std::min(static_cast<std::size_t>((number.value - least) / width), n - 1);
      if (bars[i].count++ == 0) from[i] = number.text;
      to[i] = number.text;
    }
    for (std::size_t i = 0; i < n; ++i)
      if (from[i] != nullptr) bars[i].label = *from[i] == *to[i] ? *from[i] : *from[i] + " to " + *to[i];
    return bars;
  }

  [[nodiscard]] std::vector<Bar> length_ranges() const {
    const std::size_t least = lengths_.begin()->first, span = lengths_.rbegin()->first - least + 1;
    std::vector<Bar> bars(kRanges);
    for (std::size_t i = 0; i < kRanges; ++i)
      bars[i].label =
          fmt::format("{} to {} characters", least + i * span / kRanges, least + (i + 1) * span / kRanges - 1);
    for (const auto& [length, count] : lengths_) {
      std::size_t i = (length - least) * kRanges / span;
      while (i + 1 < kRanges && least + (i + 1) * span / kRanges <= length) ++i;
      bars[i].count += count;
    }
    return bars;
  }

  std::uint64_t nulls_ = 0;
  std::unordered_map<std::string, std::uint64_t> values_;
  std::map<std::size_t, std::uint64_t> lengths_;  // in characters
  struct Number {
    double value;
    const std::string* text;  // in values_
  };
  std::vector<Number> numbers_;
};

// All rows, or one of each of n equal ranges.
std::vector<std::uint64_t> sample(std::uint64_t rows, std::uint64_t n) {
  std::vector<std::uint64_t> chosen(n);
  const datagen_key key{0x7265706f7274, 1};
  __extension__ typedef unsigned __int128 Wide;
  for (std::uint64_t i = 0; i < n; ++i) {
    const auto first = static_cast<std::uint64_t>(static_cast<Wide>(rows) * i / n);
    const auto end = static_cast<std::uint64_t>(static_cast<Wide>(rows) * (i + 1) / n);
    chosen[i] = first + datagen_scale(datagen_random_at(key, i), end - first);
  }
  return chosen;
}

bool is_unique(const Table& table, std::size_t column) {
  return std::any_of(table.unique_sets.begin(), table.unique_sets.end(),
                     [&](const UniqueSet& set) { return set.columns.size() == 1 && set.columns[0] == column; });
}

}  // namespace

TableStatistics table_statistics(const Description& description, const Plan& plan, std::size_t t,
                                 std::uint64_t most_sampled) {
  const Table& table = description.tables[t];
  TableStatistics result;
  result.table = t;
  result.rows = plan.row_count(t);
  result.sampled = std::min(result.rows, most_sampled);

  RowReader reader(plan, t);
  const std::size_t columns = reader.columns().size();
  std::vector<Gathering> gatherings(columns);
  const std::vector<std::uint64_t> chosen = sample(result.rows, result.sampled);
  std::string text;
  for (std::size_t first = 0; first < chosen.size(); first += kRowsAtOnce) {
    const auto part = std::span(chosen).subspan(first, std::min<std::size_t>(kRowsAtOnce, chosen.size() - first));
    reader.read(part);
    for (std::size_t p = 0; p < columns; ++p) {
      for (std::uint32_t i = 0; i < part.size(); ++i) {
        if (reader.is_null(p, i)) {
          gatherings[p].add_null();
          continue;
        }
        text.clear();
        reader.append_text(p, i, text);
        gatherings[p].add(text, reader.number(p, i));
      }
    }
  }
  for (std::size_t p = 0; p < columns; ++p) {
    const std::size_t c = reader.columns()[p];
    result.columns.push_back(gatherings[p].finish(c, result.rows, result.sampled, is_unique(table, c)));
  }

  const auto shown = static_cast<std::uint32_t>(std::min(result.rows, kFirstRows));
  if (shown > 0) reader.read(0, shown);
  for (std::uint32_t i = 0; i < shown; ++i) {
    auto& row = result.first_rows.emplace_back(columns);
    for (std::size_t p = 0; p < columns; ++p)
      if (!reader.is_null(p, i)) reader.append_text(p, i, row[p].emplace());
  }
  return result;
}

}  // namespace datagen::host
