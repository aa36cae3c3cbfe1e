// Distributions and options of generators: see spellings.hpp.
#include <algorithm>
#include <utility>

#include "description/places.hpp"
#include "description/spellings.hpp"

namespace datagen {
namespace {

constexpr Spelling weight_spellings[] = {{"probability", "weight"}, {"percentage", "weight"}, {"frequency", "weight"}};

void respell_number(Node& node) {
  if (!node.is(Node::Kind::string)) return;
  if (const auto number = written_number(node)) node = number_node(*number, node.location);
}

// [{value: a, weight: 3}, ...] as a map from value to weight; nothing when the list is of another kind.
std::optional<Node> weights_of(const Node& list, const std::string& subject, Diagnostics& diagnostics) {
  if (!list.is(Node::Kind::list) || list.list.empty()) return std::nullopt;
  Node weights = map_node(list.location);
  for (Node item : list.list) {
    if (!item.is(Node::Kind::map)) return std::nullopt;
    rename_keys(item, weight_spellings, subject, diagnostics);
    rename_keys(item, {{"name", "value"}, {"label", "value"}}, subject, diagnostics);
    const Node *value = item.find("value"), *weight = item.find("weight");
    if (value == nullptr || weight == nullptr || !value->is_scalar() || item.map.size() != 2) return std::nullopt;
    add_member(weights, value->string, value->location, *weight);
    respell_number(weights.map.back().value);
  }
  return weights;
}

// "0-17": 3, as {min: 0, max: 17, weight: 3}
Node listed_buckets(const Node& buckets) {
  Node list = list_node(buckets.location);
  for (const Node::Member& member : buckets.map) {
    const std::size_t dash = member.key.find('-', 1);
    Node bucket = map_node(member.location);
    if (dash != std::string::npos) {
      add_member(bucket, "min", member.location, string_node(member.key.substr(0, dash), member.location));
      add_member(bucket, "max", member.location, string_node(member.key.substr(dash + 1), member.location));
    }
    add_member(bucket, "weight", member.location, member.value);
    list.list.push_back(std::move(bucket));
  }
  return list;
}

void respell_bucket(Node& bucket, const std::string& subject, Diagnostics& diagnostics) {
  if (!bucket.is(Node::Kind::map)) return;
  rename_keys(bucket, places::bucket(), subject, diagnostics);

  for (Node::Member& member : bucket.map) respell_number(member.value);
  const Node* range = find_member(bucket, "range");
  if (range == nullptr || range->list.size() != 2) return;
  const Node::Member written = *taken(bucket, "range");
  add_member(bucket, "min", written.location, written.value.list[0]);
  add_member(bucket, "max", written.location, written.value.list[1]);
}

// Where a bucket ends with the value that another begins with, that value is the other's.
void leave_out_shared_bounds(Node& buckets) {
  for (Node& bucket : buckets.list) {
    Node* end = find_member(bucket, "max");
    if (end == nullptr || find_member(bucket, "min") == nullptr) continue;
    const auto begins_there = [&](const Node& other) {
      const Node* start = other.find("min") != nullptr ? other.find("min") : other.find("from");
      return &other != &bucket && start != nullptr && start->string == end->string;
    };
    if (std::none_of(buckets.list.begin(), buckets.list.end(), begins_there)) continue;
    for (Node::Member& member : bucket.map) {
      if (member.key == "min") member.key = "from";
      if (member.key == "max") member.key = "to";
    }
  }
}

void respell_name(Node& name) {
  if (!name.is(Node::Kind::string)) return;
  std::string word = lower_case(name.string);
  std::replace(word.begin(), word.end(), '-', '_');
  static constexpr Spelling names[] = {{"gaussian", "normal"},      {"log_normal", "lognormal"},
                                       {"zipfian", "zipf"},         {"weighted_random", "weighted"},
                                       {"categorical", "weighted"}, {"even", "uniform"}};
  for (const Spelling& spelling : names)
    if (word == spelling.other) word = spelling.own;
  name.string = word;
}

}  // namespace

Node respelled_distribution(const Node& distribution, const std::string& subject, Diagnostics& diagnostics) {
  Node own = distribution;
  if (own.is(Node::Kind::string)) respell_name(own);
  if (!own.is(Node::Kind::map)) return own;
  rename_keys(own, {{"params", "parameters"}, {"config", "parameters"}}, subject, diagnostics);
  if (const Node* parameters = find_member(own, "parameters");
      parameters != nullptr && parameters->is(Node::Kind::map)) {
    Node inner = std::move(taken(own, "parameters")->value);
    for (Node::Member& member : inner.map) own.map.push_back(std::move(member));
  }
  rename_keys(own, places::column_distribution(), subject, diagnostics);
  if (Node* type = find_member(own, "type")) respell_name(*type);
  // What the original called the mean of a Poisson distribution is its only parameter.
  if (const Node* type = find_member(own, "type"); type != nullptr && type->string == "poisson")
    rename_keys(own, {{"mean", "lambda"}}, subject, diagnostics);
  // {type: per_parent, min: 1, max: 5}: the bounds belong into it.
  if (const Node* type = find_member(own, "type"); type != nullptr && type->is(Node::Kind::string) &&
                                                   type->string == "per_parent" &&
                                                   find_member(own, "per_parent") == nullptr) {
    const Location location = taken(own, "type")->location;
    Node bounds = map_node(location);
    for (const char* key : {"min", "max"}) {
      if (std::optional<Node::Member> bound = taken(own, key))
        add_member(bounds, key, bound->location, std::move(bound->value));
    }
    add_member(own, "per_parent", location, std::move(bounds));
  }
  if (Node* values = find_member(own, "values"); values != nullptr && find_member(own, "weights") == nullptr) {
    const bool weighted = values->is(Node::Kind::map) || weights_of(*values, subject, diagnostics);
    if (weighted) {
      Node::Member written = *taken(own, "values");
      add_member(own, "weights", written.location, std::move(written.value));
    }
  }
  if (Node* weights = find_member(own, "weights")) {
    if (auto map = weights_of(*weights, subject, diagnostics)) *weights = std::move(*map);
    for (Node::Member& member : weights->map) respell_number(member.value);
    for (Node& weight : weights->list) respell_number(weight);
  }
  if (Node* buckets = find_member(own, "buckets")) {
    if (buckets->is(Node::Kind::map)) *buckets = listed_buckets(*buckets);
    for (Node& bucket : buckets->list) respell_bucket(bucket, subject, diagnostics);
    leave_out_shared_bounds(*buckets);
  }
  return own;
}

std::span<const Spelling> option_spellings() {
  static constexpr Spelling spellings[] = {{"min_value", "min"},
                                           {"max_value", "max"},
                                           {"start_date", "start"},
                                           {"end_date", "end"},
                                           {"start_time", "start"},
                                           {"end_time", "end"},
                                           {"min", "start"},
                                           {"max", "end"},
                                           {"precision", "scale"},
                                           {"decimals", "scale"},
                                           {"decimal_places", "scale"},
                                           {"choices", "values"},
                                           {"options", "values"},
                                           {"regex", "pattern"}};
  return spellings;
}

Node respelled_options(const Node& options, const std::vector<std::string>& declared, const std::string& subject,
                       Diagnostics& diagnostics) {
  const auto is_declared = [&declared](std::string_view name) {
    return std::find(declared.begin(), declared.end(), name) != declared.end();
  };
  Node own = options;
  for (const Spelling& spelling : option_spellings())
    if (is_declared(spelling.own) && !is_declared(spelling.other)) rename_keys(own, {spelling}, subject, diagnostics);
  if (!is_declared("values")) return own;
  if (Node* values = find_member(own, "values"); values != nullptr && find_member(own, "weights") == nullptr)
    if (auto map = weights_of(*values, subject, diagnostics)) *values = std::move(*map);
  if (Node* weights = find_member(own, "weights")) {
    if (auto map = weights_of(*weights, subject, diagnostics)) *weights = std::move(*map);
    for (Node::Member& member : weights->map) respell_number(member.value);
    for (Node& weight : weights->list) respell_number(weight);
  }
  if (Node* values = find_member(own, "values"))
    for (Node::Member& member : values->map) respell_number(member.value);
  return own;
}

}  // namespace datagen
