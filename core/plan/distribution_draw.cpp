#include "plan/distribution_draw.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace datagen {

namespace {

using Kind = Distribution::Kind;

const char* expected(const ValueUnits& units, bool length) {
  switch (units.kind) {
    case ValueUnits::Kind::instant:
      return length ? "a length of time such as \"30d\", or a number of seconds" : "a date or time";
    case ValueUnits::Kind::time_of_day:
      return length ? "a length of time such as \"2h\", or a number of seconds" : "a time of day such as \"12:30\"";
    default:
      return "a number";
  }
}

class TableMaker {
 public:
  TableMaker(const Distribution& distribution, const ValueUnits& units, const std::string& subject,
             Diagnostics& diagnostics)
      : distribution_(distribution), units_(units), subject_(subject), diagnostics_(diagnostics) {}

  BinTablePointer make() {
    low_ = units_.scale.first();
    high_ = units_.scale.last();
    switch (distribution_.kind) {
      case Kind::normal:
        return normal();
      case Kind::lognormal:
        return lognormal();
      case Kind::exponential:
        return exponential();
      case Kind::poisson:
        return checked(poisson_law(*distribution_.lambda), fmt::format("lambda {}", *distribution_.lambda));
      case Kind::zipf:
        return zipf_table(units_.scale.count(), distribution_.alpha);
      case Kind::histogram:
        return histogram();
      default:
        return nullptr;
    }
  }

 private:
  BinTablePointer refuse(const Location& location, const std::string& message, const std::string& hint = {}) {
    diagnostics_.fault(location, subject_, message, hint);
    return nullptr;
  }

  std::optional<double> taken(const Node& node, const char* name, bool length) {
    auto value = length ? units_.length(node) : units_.value(node);
    if (!value)
      refuse(node.location, fmt::format("'{}' must be {}, as the values are", name, expected(units_, length)));
    return value;
  }

  std::optional<double> deviation(double otherwise) {
    if (!distribution_.std_dev) return otherwise > 0 ? otherwise : 1;
    auto value = taken(*distribution_.std_dev, "std_dev", true);
    if (value && !(*value > 0)) {
      refuse(distribution_.std_dev->location, "'std_dev' must be above 0",
             "for one value only, give a generator that has one value");
      return std::nullopt;
    }
    return value;
  }

  // The mean's distance from an origin that values cannot go below.
  std::optional<double> distance(double origin) {
    if (!distribution_.mean) {
      const double share = (high_ - origin) / 8;
      return share > 0 ? share : 1;
    }
    const Node& mean = *distribution_.mean;
    const bool of_time = units_.kind == ValueUnits::Kind::instant || units_.kind == ValueUnits::Kind::time_of_day;
    std::optional<double> value;
    if (of_time) value = units_.length(mean);
    if (!value) {
      value = taken(mean, "mean", false);
      if (value) *value -= origin;
    }
    if (value && !(*value > 0)) {
      refuse(mean.location, fmt::format("the mean of distribution {} must be above {}, where its values begin",
                                        distribution_.name, units_.text(origin)));
      return std::nullopt;
    }
    return value;
  }

  BinTablePointer checked(const Law& law, const std::string& parameters) {
    if (BinTablePointer table = law_table(law, units_.scale)) return table;
    return refuse(distribution_.location,
                  fmt::format("distribution {} with {} has no value between {} and {}", distribution_.name, parameters,
                              units_.text(low_), units_.text(high_)),
                  "move the mean into the range of the values, or the range to the mean");
  }

  BinTablePointer normal() {
    auto mean = distribution_.mean ? taken(*distribution_.mean, "mean", false) : low_ + (high_ - low_) / 2;
    auto spread = deviation((high_ - low_) / 8);
    if (!mean || !spread) return nullptr;
    return checked(normal_law(*mean, *spread), fmt::format("mean {}", units_.text(*mean)));
  }

  BinTablePointer lognormal() {
    const bool of_time = units_.kind == ValueUnits::Kind::instant || units_.kind == ValueUnits::Kind::time_of_day;
    const double origin = of_time ? low_ : 0;
    auto mean = distance(origin);
    auto spread = mean ? deviation(*mean / 2) : std::nullopt;
    if (!mean || !spread) return nullptr;
    return checked(lognormal_law(origin, *mean, *spread), fmt::format("mean {}", units_.text(origin + *mean)));
  }

  BinTablePointer exponential() {
    auto mean = distribution_.lambda ? std::optional(1 / *distribution_.lambda) : distance(low_);
    if (!mean) return nullptr;
    return checked(exponential_law(low_, *mean), fmt::format("mean {}", units_.text(low_ + *mean)));
  }

  BinTablePointer histogram() {
    struct Placed {
      WeightedRange range;
      const Distribution::Bucket* bucket;
    };
    std::vector<Placed> placed;
    bool ok = true;
    for (const Distribution::Bucket& bucket : distribution_.buckets) {
      auto start = units_.locate(bucket.from, false), end = units_.locate(bucket.to, bucket.to_included);
      if (!start || !end) {
        const Node& bound = start ? bucket.to : bucket.from;
        refuse(bound.location, fmt::format("a bucket's bound must be {}, as the values are; not '{}'",
                                           expected(units_, false), bound.string));
        ok = false;
      } else if (*start >= *end && bucket.weight > 0) {
        refuse(bucket.location,
               fmt::format("no value lies between {} and {}; values go from {} to {}", bucket.from.string,
                           bucket.to.string, units_.text(low_), units_.text(high_)));
        ok = false;
      } else if (*start < *end) {
        placed.push_back({{*start, *end, bucket.weight}, &bucket});
      }
    }
    std::sort(placed.begin(), placed.end(),
              [](const Placed& a, const Placed& b) { return a.range.start < b.range.start; });
    std::vector<WeightedRange> ranges;
    for (std::size_t i = 0; i < placed.size(); ++i) {
      if (i > 0 && placed[i].range.start < placed[i - 1].range.end) {
        refuse(placed[i].bucket->location,
               fmt::format("buckets overlap: values from {} lie in the one from {} too", placed[i].bucket->from.string,
                           placed[i - 1].bucket->from.string),
               "{from, to} leaves 'to' out, {min, max} includes 'max'");
        ok = false;
      }
      ranges.push_back(placed[i].range);
    }
    return ok ? histogram_table(ranges) : nullptr;
  }

  const Distribution& distribution_;
  const ValueUnits& units_;
  const std::string& subject_;
  Diagnostics& diagnostics_;
  double low_ = 0, high_ = 0;
};

}  // namespace

std::optional<PositionRange> bounded_positions(const Distribution& distribution, const ValueUnits& units,
                                               const std::string& subject, Diagnostics& diagnostics) {
  const std::uint64_t count = units.scale.count();
  PositionRange range{0, count};
  bool ok = true;
  const auto take = [&](const std::optional<Node>& bound, const char* name, bool greater, std::uint64_t& out) {
    if (!bound) return;
    if (auto position = units.locate(*bound, greater)) {
      out = *position;
      return;
    }
    diagnostics.fault(bound->location, subject,
                      fmt::format("'{}' must be {}, as the values are", name, expected(units, false)));
    ok = false;
  };
  take(distribution.minimum, "min", false, range.first);
  take(distribution.maximum, "max", true, range.end);
  if (!ok) return std::nullopt;
  if (range.first >= range.end) {
    const Node& bound = distribution.minimum ? *distribution.minimum : *distribution.maximum;
    diagnostics.fault(bound.location, subject,
                      fmt::format("the distribution's bounds leave no value: values go from {} to {}",
                                  units.text(units.scale.first()), units.text(units.scale.last())));
    return std::nullopt;
  }
  return range;
}

BinTablePointer distribution_table(const Distribution& distribution, const ValueUnits& units,
                                   const std::string& subject, Diagnostics& diagnostics) {
  return TableMaker(distribution, units, subject, diagnostics).make();
}

}  // namespace datagen
