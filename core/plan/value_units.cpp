#include "plan/value_units.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <string_view>
#include <utility>

#include "options/relative_time.hpp"
#include "program/render.hpp"

namespace datagen {

namespace {

__extension__ typedef __int128 Wide;
using Kind = ValueUnits::Kind;

constexpr double day = 86'400;
constexpr std::uint64_t most_knots = 4096;

std::optional<double> number_of(const Node& node) {
  if (node.is(Node::Kind::integer)) return static_cast<double>(node.integer);
  double value = node.floating;
  if (node.is(Node::Kind::string)) {
    const char* end = node.string.data() + node.string.size();
    auto [rest, error] = std::from_chars(node.string.data(), end, value);
    if (error != std::errc{} || rest != end) return std::nullopt;
  } else if (!node.is(Node::Kind::floating)) {
    return std::nullopt;
  }
  if (!std::isfinite(value)) return std::nullopt;
  return value;
}

std::optional<double> seconds_of_day(std::string_view text) {
  double total = 0;
  int fields = 0;
  for (double unit : {3600.0, 60.0, 1.0}) {
    double field = 0;
    auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), field, std::chars_format::fixed);
    if (error != std::errc{} || field < 0 || field > (unit > 60 ? 24 : 60)) return std::nullopt;
    total += field * unit;
    ++fields;
    text.remove_prefix(static_cast<std::size_t>(rest - text.data()));
    if (text.empty()) break;
    if (text[0] != ':' || unit == 1) return std::nullopt;
    text.remove_prefix(1);
  }
  if (fields < 2 || total > day) return std::nullopt;
  return total;
}

Kind kind_of(const Source& source) {
  const ValueSet& set = *source.set;
  if (!set.has(DATAGEN_ORDERED) || set.dictionary() != nullptr || set.has(DATAGEN_MAKES_NULLS) ||
      !source.inputs.empty() || set.generator_class().table.locate == nullptr)
    return Kind::index;
  const std::string_view format = set.format();
  if (format == "ttu") return Kind::time_of_day;
  if (format == "tdD" || format.starts_with("tsu:")) return Kind::instant;
  return std::string_view("silfgd").find(format[0]) != std::string_view::npos ? Kind::number : Kind::index;
}

double read(const ColumnData& column, std::string_view format, std::uint32_t i) {
  if (format == "tdD") return static_cast<double>(column.values<std::int32_t>()[i]) * day;
  switch (format[0]) {
    case 's':
      return static_cast<double>(column.values<std::int16_t>()[i]);
    case 'i':
      return static_cast<double>(column.values<std::int32_t>()[i]);
    case 'f':
      return static_cast<double>(column.values<float>()[i]);
    case 'g':
      return column.values<double>()[i];
    case 't':
      return static_cast<double>(column.values<std::int64_t>()[i]) / 1e6;
    case 'd':
      return static_cast<double>(column.values<Wide>()[i]) / std::pow(10.0, decimal_scale(format));
    default:
      return static_cast<double>(column.values<std::int64_t>()[i]);
  }
}

ValueScale scale_of(const Source& source) {
  std::vector<std::uint64_t> positions, ordinals;
  const std::uint64_t steps = std::min(source.count - 1, most_knots);
  for (std::uint64_t i = 0; i <= steps; ++i)
    positions.push_back(steps == 0 ? 0 : datagen_scale(~std::uint64_t{0} / steps * i, source.count - 1));
  positions.back() = source.count - 1;
  if (steps + 1 == source.count)
    for (std::uint64_t i = 0; i <= steps; ++i) positions[i] = i;
  positions.erase(std::unique(positions.begin(), positions.end()), positions.end());
  for (std::uint64_t p : positions) ordinals.push_back(source.allowed ? (*source.allowed)[p] : source.first + p);
  Workspace workspace;
  ColumnData column;
  std::int64_t nulls = 0;
  const auto n = static_cast<std::uint32_t>(ordinals.size());
  workspace.prepare(0, 0, 0, n);
  const std::string& format = source.set->format();
  source.set->values(workspace, source.key, positions.data(), ordinals.data(), n, {}, column, nulls);
  column.publish(parse_format(format), n, 0, nullptr);
  std::vector<ValueScale::Knot> knots;
  for (std::uint32_t i = 0; i < n; ++i) knots.push_back({positions[i], read(column, format, i)});
  return ValueScale(std::move(knots));
}

std::optional<std::uint64_t> located(const Source& source, const std::string& value, bool greater) {
  std::uint64_t ordinal = 0;
  if (!source.set->locate(value, greater ? DATAGEN_LOCATE_FIRST_GREATER : DATAGEN_LOCATE_FIRST_NOT_LESS, ordinal))
    return std::nullopt;
  if (source.allowed) {
    auto found = std::lower_bound(source.allowed->begin(), source.allowed->end(), ordinal);
    return static_cast<std::uint64_t>(found - source.allowed->begin());
  }
  return ordinal <= source.first ? 0 : std::min(ordinal - source.first, source.count);
}

}  // namespace

std::string instant_text(double seconds) {
  using Microseconds = std::chrono::microseconds;
  const std::chrono::sys_time<Microseconds> instant{
      Microseconds{static_cast<std::int64_t>(std::clamp(std::round(seconds * 1e6), -9e18, 9e18))}};
  const auto midnight = std::chrono::floor<std::chrono::days>(instant);
  const std::chrono::year_month_day date{midnight};
  const std::int64_t micros = (instant - midnight).count();
  std::string text = fmt::format("{:04}-{:02}-{:02} {:02}:{:02}:{:02}", static_cast<int>(date.year()),
                                 static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                                 micros / 3'600'000'000, micros / 60'000'000 % 60, micros / 1'000'000 % 60);
  if (micros % 1'000'000 != 0) text += fmt::format(".{:06}", micros % 1'000'000);
  return text;
}

std::optional<double> ValueUnits::value(const Node& written) const {
  switch (kind) {
    case Kind::index:
    case Kind::number:
      return number_of(written);
    case Kind::time_of_day:
      return seconds_of_day(written.string);
    case Kind::instant:
      if (auto micros = resolve_time(written.string, now)) return static_cast<double>(*micros) / 1e6;
      return std::nullopt;
  }
  return std::nullopt;
}

std::optional<double> ValueUnits::length(const Node& written) const {
  if (auto number = number_of(written)) return number;
  if (kind != Kind::instant && kind != Kind::time_of_day) return std::nullopt;
  auto micros = resolve_time("+" + written.string, 0);
  if (!micros) return std::nullopt;
  return static_cast<double>(*micros) / 1e6;
}

std::string ValueUnits::text(double value) const {
  if (kind == Kind::instant) return instant_text(value);
  if (kind == Kind::time_of_day) return instant_text(value).substr(11);
  return fmt::format("{}", value);
}

ValueUnits index_units(std::uint64_t count) {
  return {Kind::index, ValueScale::of_indices(count),
          [count](const Node& written, bool greater) -> std::optional<std::uint64_t> {
            const auto index = number_of(written);
            if (!index) return std::nullopt;
            const double first = greater ? std::floor(*index) + 1 : std::ceil(*index);
            if (!(first > 0)) return 0;
            return first >= static_cast<double>(count) ? count : static_cast<std::uint64_t>(first);
          },
          0};
}

ValueUnits units_of(const Source& source, std::int64_t now) {
  const Kind kind = kind_of(source);
  if (kind == Kind::index) return index_units(source.count);
  ValueUnits units{kind, scale_of(source), {}, now};
  units.locate = [&source, kind, now](const Node& written, bool greater) {
    std::string text = written.string;
    if (kind == Kind::instant && (text == "now" || text.starts_with('+') || text.starts_with('-')))
      if (auto micros = resolve_time(text, now)) text = instant_text(static_cast<double>(*micros) / 1e6);
    return located(source, text, greater);
  };
  return units;
}

}  // namespace datagen
