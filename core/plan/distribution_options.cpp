#include "plan/distribution_options.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <set>

#include "description/places.hpp"

namespace datagen {

namespace {

using Kind = Distribution::Kind;

struct KindEntry {
  const char* name;
  Kind kind;
};

constexpr KindEntry kinds[] = {
    {"uniform", Kind::uniform},     {"weighted", Kind::weighted},       {"normal", Kind::normal},
    {"lognormal", Kind::lognormal}, {"exponential", Kind::exponential}, {"poisson", Kind::poisson},
    {"zipf", Kind::zipf},           {"sequential", Kind::sequential},   {"histogram", Kind::histogram}};

std::string listed(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

std::optional<double> number_of(const Node& node) {
  if (node.is_number()) return node.is(Node::Kind::integer) ? static_cast<double>(node.integer) : node.floating;
  if (!node.is(Node::Kind::string)) return std::nullopt;
  double value = 0;
  const char* end = node.string.data() + node.string.size();
  auto [rest, error] = std::from_chars(node.string.data(), end, value);
  if (error != std::errc{} || rest != end) return std::nullopt;
  return value;
}

class Parser {
 public:
  Parser(const std::string& subject, bool of_foreign_key, Diagnostics& diagnostics)
      : subject_(subject), of_foreign_key_(of_foreign_key), diagnostics_(diagnostics) {}

  std::optional<Distribution> parse(const Node& node) {
    result_.location = node.location;
    const Node* type = node.is(Node::Kind::string) ? &node : node.find("type");
    const bool shares = of_foreign_key_ && node.find("per_parent") != nullptr;
    if (type == nullptr && !shares) {
      refuse(node.location, "a distribution names its 'type'", "one of " + listed(names()));
      return std::nullopt;
    }
    const std::string name = type == nullptr ? "uniform" : type->is(Node::Kind::string) ? type->string : "";
    const auto entry =
        std::find_if(std::begin(kinds), std::end(kinds), [&](const KindEntry& each) { return each.name == name; });
    if (entry == std::end(kinds)) {
      refuse(type->location, fmt::format("no distribution '{}'{}", type->string, did_you_mean(type->string, names())),
             "one of " + listed(names()));
      return std::nullopt;
    }
    result_.kind = entry->kind;
    result_.name = name;
    if (node.is(Node::Kind::map)) take_keys(node, *entry);
    require_keys();
    if (!ok_) return std::nullopt;
    return std::move(result_);
  }

 private:
  static std::vector<std::string> names() {
    std::vector<std::string> result;
    for (const KindEntry& entry : kinds) result.emplace_back(entry.name);
    return result;
  }

  void refuse(const Location& location, const std::string& message, const std::string& hint = {}) {
    diagnostics_.fault(location, subject_, message, hint);
    ok_ = false;
  }

  void take_keys(const Node& node, const KindEntry& entry) {
    const Place& place = of_foreign_key_ ? places::reference_distribution() : places::column_distribution();
    const auto variant = std::find_if(place.variants.begin(), place.variants.end(),
                                      [&entry](const Variant& each) { return each.words.front() == entry.name; });
    const std::vector<std::string>& allowed = variant->keys;
    for (const Node::Member& member : node.map) {
      const std::string& key = member.key;
      if (key == "type" || is_free_key(key)) continue;
      if (std::find(allowed.begin(), allowed.end(), key) == allowed.end()) {
        refuse(member.location,
               fmt::format("distribution {} has no '{}'{}", entry.name, key, did_you_mean(key, allowed)),
               allowed.empty() ? "" : "it takes " + listed(allowed));
        continue;
      }
      const Node& value = member.value;
      if (key == "mean") take_scalar(member, result_.mean);
      if (key == "std_dev") take_scalar(member, result_.std_dev);
      if (key == "min") take_scalar(member, result_.minimum);
      if (key == "max") take_scalar(member, result_.maximum);
      if (key == "start") take_scalar(member, result_.start);
      if (key == "increment") take_scalar(member, result_.increment);
      if (key == "alpha") result_.alpha = positive(member).value_or(1);
      if (key == "lambda") result_.lambda = positive(member);
      if (key == "weights") take_weights(value, node.find("values"));
      if (key == "values" && node.find("weights") == nullptr)
        refuse(value.location, "'values' without 'weights'", "give weights: {value: weight, ...}");
      if (key == "buckets") take_buckets(value);
      if (key == "per_parent") take_per_parent(member);
      if (key == "order") take_order(value, node.find("per_parent") != nullptr);
    }
  }

  void require_keys() {
    if (result_.kind == Kind::weighted && !weights_given_)
      refuse(result_.location, "distribution weighted needs 'weights'", "for example weights: {a: 9, b: 1}");
    if (result_.kind == Kind::poisson && !result_.lambda)
      refuse(result_.location, "distribution poisson needs 'lambda', the mean of its values", "for example lambda: 3");
    if (result_.kind == Kind::histogram && !buckets_given_)
      refuse(result_.location, "distribution histogram needs 'buckets'",
             "for example buckets: [{min: 0, max: 9, weight: 3}, {min: 10, max: 99, weight: 1}]");
    if (result_.kind == Kind::exponential && result_.lambda && result_.mean)
      refuse(result_.mean->location, "'lambda' and 'mean' say the same: an exponential's mean is 1 / lambda",
             "leave one of them out");
    if (result_.per_parent && result_.kind != Kind::uniform)
      refuse(result_.per_parent->location,
             fmt::format("per_parent gives each parent its children by itself, which distribution {} contradicts",
                         result_.name),
             "leave 'type' out, or 'per_parent'");
    if (result_.per_parent && (result_.minimum || result_.maximum))
      refuse((result_.minimum ? result_.minimum : result_.maximum)->location,
             "with per_parent every parent takes part: 'min' and 'max' belong into it");
  }

  void take_scalar(const Node::Member& member, std::optional<Node>& out) {
    if (member.value.is(Node::Kind::string) || member.value.is_number())
      out = member.value;
    else
      refuse(member.value.location,
             fmt::format("'{}' must be a value, but is {}", member.key, kind_name(member.value.kind)));
  }

  std::optional<double> positive(const Node::Member& member) {
    const std::optional<double> value = number_of(member.value);
    if (value && std::isfinite(*value) && *value > 0) return value;
    refuse(member.value.location, fmt::format("'{}' must be a number above 0", member.key));
    return std::nullopt;
  }

  std::optional<double> weight_of(const Node& node, const std::string& what) {
    const std::optional<double> weight = number_of(node);
    if (weight && *weight >= 0 && *weight < 1e100) return weight;
    refuse(node.location, fmt::format("the weight of {} must be a number, 0 or more", what));
    return std::nullopt;
  }

  template <typename Weighted>
  void require_some(const std::vector<Weighted>& items, const Location& location, const char* what) {
    if (!ok_) return;
    if (items.empty())
      refuse(location, fmt::format("there are no {}; give at least one", what));
    else if (std::none_of(items.begin(), items.end(), [](const Weighted& item) { return item.weight > 0; }))
      refuse(location, "all weights are 0; at least one must be above");
  }

  void take_weights(const Node& weights, const Node* values) {
    weights_given_ = true;
    std::set<std::string> seen;
    const auto add = [&](const std::string& value, const Location& location, const Node& weight) {
      if (!seen.insert(value).second) refuse(location, fmt::format("'{}' is there twice", value));
      result_.weights.push_back({value, location, weight_of(weight, "'" + value + "'").value_or(0)});
    };
    if (weights.is(Node::Kind::map) && values == nullptr) {
      for (const Node::Member& member : weights.map) add(member.key, member.location, member.value);
    } else if (weights.is(Node::Kind::list) && values != nullptr && values->is(Node::Kind::list)) {
      if (weights.list.size() != values->list.size())
        return refuse(weights.location, fmt::format("{} weights for {} values; give one for each", weights.list.size(),
                                                    values->list.size()));
      for (std::size_t i = 0; i < weights.list.size(); ++i) {
        if (!values->list[i].is_scalar() || values->list[i].is(Node::Kind::null))
          return refuse(values->list[i].location, "this is no value to give a weight to");
        add(values->list[i].string, values->list[i].location, weights.list[i]);
      }
    } else {
      return refuse(weights.location, "'weights' must be a map from value to weight, or a list beside a list 'values'",
                    "for example weights: {a: 9, b: 1}");
    }
    require_some(result_.weights, weights.location, "weights");
  }

  void take_buckets(const Node& buckets) {
    buckets_given_ = true;
    constexpr const char* example = "for example {min: 0, max: 9, weight: 3}";
    if (!buckets.is(Node::Kind::list))
      return refuse(buckets.location, "'buckets' must be a list", fmt::format("of buckets, {}", example));
    for (const Node& node : buckets.list) {
      if (!node.is(Node::Kind::map)) {
        refuse(node.location, "a bucket is a map of two bounds and a weight", example);
        continue;
      }
      for (const Node::Member& member : node.map)
        if (const std::vector<std::string> keys = places::bucket().known();
            std::find(keys.begin(), keys.end(), member.key) == keys.end() && !is_free_key(member.key))
          refuse(member.location, fmt::format("a bucket has no '{}'{}", member.key, did_you_mean(member.key, keys)),
                 example);
      Distribution::Bucket bucket;
      bucket.location = node.location;
      const Node *low = node.find("min"), *high = node.find("max"), *from = node.find("from"), *to = node.find("to");
      bucket.to_included = low != nullptr;
      if ((low == nullptr) == (from == nullptr) || (high == nullptr) == (to == nullptr) ||
          (low == nullptr) != (high == nullptr)) {
        refuse(node.location, "a bucket has 'min' and 'max', both included, or 'from' and 'to', 'to' left out",
               example);
        continue;
      }
      bucket.from = low != nullptr ? *low : *from;
      bucket.to = high != nullptr ? *high : *to;
      for (const Node* bound : {&bucket.from, &bucket.to})
        if (!bound->is(Node::Kind::string) && !bound->is_number())
          refuse(bound->location, fmt::format("a bucket's bound must be a value, but is {}", kind_name(bound->kind)));
      const Node* weight = node.find("weight");
      if (weight == nullptr)
        refuse(node.location, "a bucket has a 'weight'", example);
      else
        bucket.weight = weight_of(*weight, "a bucket").value_or(0);
      result_.buckets.push_back(std::move(bucket));
    }
    require_some(result_.buckets, buckets.location, "buckets");
  }

  void take_per_parent(const Node::Member& member) {
    const Node& node = member.value;
    Distribution::PerParent bounds;
    bounds.location = member.location;
    const auto take = [&](const Node& written, const char* what) -> std::uint64_t {
      if (written.is(Node::Kind::integer) && written.integer >= 0) return static_cast<std::uint64_t>(written.integer);
      refuse(written.location, fmt::format("'{}' must be a whole number, 0 or more", what));
      return 0;
    };
    if (node.is_scalar()) {
      bounds.minimum = bounds.maximum = take(node, "per_parent");
    } else {
      const Node *low = node.find("min"), *high = node.find("max");
      if (high == nullptr)
        return refuse(node.location, "per_parent says how many children a parent has: 'min' and 'max', or one number",
                      "for example per_parent: {min: 1, max: 5}");
      for (const Node::Member& each : node.map)
        if (places::per_parent().find(each.key) == nullptr && !is_free_key(each.key))
          refuse(each.location, fmt::format("per_parent has no '{}'{}", each.key,
                                            did_you_mean(each.key, places::per_parent().known())));
      bounds.minimum = low != nullptr ? take(*low, "min") : 0;
      bounds.maximum = take(*high, "max");
    }
    if (!ok_) return;
    if (bounds.minimum > bounds.maximum)
      return refuse(node.location, fmt::format("min {} is above max {}", bounds.minimum, bounds.maximum),
                    "exchange them");
    result_.per_parent = bounds;
  }

  void take_order(const Node& node, bool shares) {
    if (!node.is(Node::Kind::string) || (node.string != "clustered" && node.string != "scattered"))
      return refuse(node.location, fmt::format("'order' is clustered or scattered{}",
                                               did_you_mean(node.string, {"clustered", "scattered"})));
    result_.clustered = node.string == "clustered";
    if (result_.clustered && !shares)
      refuse(node.location, "children can be clustered by their parents only where per_parent counts them",
             "add per_parent: {min: ..., max: ...}");
  }

  const std::string& subject_;
  bool of_foreign_key_;
  Diagnostics& diagnostics_;
  Distribution result_;
  bool ok_ = true, weights_given_ = false, buckets_given_ = false;
};

}  // namespace

std::optional<Distribution> parse_distribution(const Node& node, const std::string& subject, bool of_foreign_key,
                                               Diagnostics& diagnostics) {
  return Parser(subject, of_foreign_key, diagnostics).parse(node);
}

}  // namespace datagen
