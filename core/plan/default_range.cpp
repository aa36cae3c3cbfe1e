#include "plan/default_range.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "datagen/plugin.h"
#include "plan/value_units.hpp"

namespace datagen {

namespace {

using Kind = Distribution::Kind;

struct Bounds {
  std::optional<double> low, high;
  double fineness = 0;  // steps much smaller than this are wanted, or 0
};

// What the distribution reaches from its parameters alone.
Bounds reached(const Distribution& distribution, const ValueUnits& units) {
  Bounds bounds;
  const auto mean = distribution.mean ? units.value(*distribution.mean) : std::nullopt;
  auto deviation = distribution.std_dev ? units.length(*distribution.std_dev) : std::nullopt;
  if (deviation && !(*deviation > 0)) return bounds;  // a fault, which the draw reports
  const auto low = distribution.minimum ? units.value(*distribution.minimum) : std::nullopt;
  const bool number = units.kind == ValueUnits::Kind::number;
  switch (distribution.kind) {
    case Kind::normal:
      if (mean && !deviation && number) deviation = std::max(std::fabs(*mean) / 8, 1e-9);
      if (!mean || !deviation) return bounds;
      bounds = {*mean - 4 * *deviation, *mean + 4 * *deviation, *deviation};
      break;
    case Kind::lognormal: {
      if (!mean || !number || *mean <= 0) return bounds;
      const double ratio = deviation.value_or(*mean / 2) / *mean, variance = std::log1p(ratio * ratio);
      bounds = {0, *mean * std::exp(4 * std::sqrt(variance) - variance / 2), *mean * std::min(ratio, 1.0)};
      break;
    }
    case Kind::exponential: {
      const double start = low.value_or(0);
      const double distance = distribution.lambda ? 1 / *distribution.lambda : mean.value_or(0) - start;
      if (!number || !(distance > 0)) return bounds;
      bounds = {start, start + 20 * distance, distance};
      break;
    }
    case Kind::poisson:
      bounds = {0, std::ceil(*distribution.lambda + 10 * std::sqrt(*distribution.lambda) + 20), 0};
      break;
    case Kind::histogram:
      for (const Distribution::Bucket& bucket : distribution.buckets) {
        const auto from = units.value(bucket.from), to = units.value(bucket.to);
        if (from) bounds.low = std::min(bounds.low.value_or(*from), *from);
        if (to) bounds.high = std::max(bounds.high.value_or(*to), *to);
      }
      break;
    default:
      break;
  }
  return bounds;
}

double largest(const SqlType& type) {
  if (type.format == "s") return std::numeric_limits<std::int16_t>::max();
  if (type.format == "i") return std::numeric_limits<std::int32_t>::max();
  if (type.format == "l") return 9e18;
  if (type.family == DATAGEN_FAMILY_DECIMAL && type.precision > 0) {
    const int scale = std::max(type.scale, 0);
    return std::pow(10.0, std::min(type.precision, 18) - scale) - std::pow(10.0, -scale);
  }
  return 1e12;
}

void add(Node& config, const char* key, Node value) { config.map.push_back({key, value.location, std::move(value)}); }

Node integer_node(std::int64_t value, const Location& location) {
  Node node;
  node.kind = Node::Kind::integer;
  node.integer = value;
  node.floating = static_cast<double>(value);
  node.string = std::to_string(value);
  node.location = location;
  return node;
}

}  // namespace

std::string default_range(const SqlType& type, const Distribution& distribution, std::int64_t now, Node& config) {
  config.kind = Node::Kind::map;
  config.location = distribution.location;
  ValueUnits units = index_units(1);
  units.now = now;
  const bool integer = type.family == DATAGEN_FAMILY_INTEGER;
  const bool number = integer || type.family == DATAGEN_FAMILY_DECIMAL || type.family == DATAGEN_FAMILY_FLOAT;
  std::string name;
  if (number) {
    units.kind = ValueUnits::Kind::number;
    name = integer || distribution.kind == Kind::poisson || distribution.kind == Kind::zipf ? "integer_range"
                                                                                            : "decimal_range";
    if (distribution.kind == Kind::sequential && !distribution.minimum && !distribution.maximum) {
      if (distribution.start) add(config, "start", *distribution.start);
      if (distribution.increment) add(config, "increment", *distribution.increment);
      return "serial";
    }
  } else if (type.family == DATAGEN_FAMILY_DATE || type.family == DATAGEN_FAMILY_TIMESTAMP) {
    units.kind = ValueUnits::Kind::instant;
    name = type.family == DATAGEN_FAMILY_DATE ? "date" : "timestamp";
  } else if (type.family == DATAGEN_FAMILY_TIME) {
    units.kind = ValueUnits::Kind::time_of_day;
    name = "time";
  } else {
    return {};
  }
  const Bounds bounds = reached(distribution, units);
  const auto bound = [&](const std::optional<Node>& written, const std::optional<double>& value, bool upper) {
    const char* key = number ? (upper ? "max" : "min") : (upper ? "end" : "start");
    if (written) return add(config, key, *written);
    if (!value) return;
    Node node;
    if (number) {
      const double most = largest(type), least = integer ? -most - 1 : -most;
      const double clipped = std::clamp(*value, type.format == "l" ? -most : least, most);
      if (name == "integer_range")
        return add(config, key,
                   integer_node(static_cast<std::int64_t>(upper ? std::ceil(clipped) : std::floor(clipped)),
                                distribution.location));
      node.kind = Node::Kind::floating;
      node.floating = clipped;
      node.string = fmt::format("{}", clipped);
    } else {
      node.kind = Node::Kind::string;
      node.string = units.kind == ValueUnits::Kind::time_of_day ? units.text(std::clamp(*value, 0.0, 86'399.0))
                                                                : units.text(*value);
      if (auto dot = node.string.find('.'); dot != std::string::npos) node.string.resize(dot);
    }
    node.location = distribution.location;
    add(config, key, std::move(node));
  };
  std::optional<double> low = bounds.low, high = bounds.high;
  if (const auto given = distribution.minimum ? units.value(*distribution.minimum) : std::nullopt; given && high)
    high = std::max(*high, *given);
  if (const auto given = distribution.maximum ? units.value(*distribution.maximum) : std::nullopt; given && low)
    low = std::min(*low, *given);
  bound(distribution.minimum, low, false);
  bound(distribution.maximum, high, true);
  // A float tells finer values apart than the two decimals of the generator's default.
  if (type.family == DATAGEN_FAMILY_FLOAT && name == "decimal_range" && bounds.fineness > 0) {
    const int digits = type.format == "f" ? 3 : 6;
    const int scale = std::clamp(digits - static_cast<int>(std::floor(std::log10(bounds.fineness))), 2, 15);
    // The set counts in 63-bit units.
    const double widest = std::max({std::fabs(low.value_or(1)), std::fabs(high.value_or(1)), 1.0});
    const int most = static_cast<int>(17 - std::ceil(std::log10(widest)));
    add(config, "scale", integer_node(std::clamp(std::min(scale, most), 2, 15), distribution.location));
  }
  return name;
}

}  // namespace datagen
