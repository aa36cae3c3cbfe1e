// enum, weighted_enum and boolean: values that the user lists.
#include <nlohmann/json.hpp>

#include "families.hpp"
#include "value_list.hpp"

namespace datagen::generators {
namespace {

using Json = nlohmann::ordered_json;

Json parse_json(std::string_view option, std::string_view text) {
  Json result = Json::parse(text, nullptr, false);
  if (result.is_discarded()) refuse_option(option, "this is not JSON");
  return result;
}

Listed listed(std::string_view option, const Json& value) {
  if (value.is_string()) return {value.get<std::string>()};
  if (value.is_number() || value.is_boolean()) return {value.dump()};
  refuse_option(option, "'" + value.dump() + "' is no text, number, true or false; nulls come from null_fraction");
}

std::vector<Listed> listed_values(std::string_view option, const Json& values) {
  if (!values.is_array()) refuse_option(option, "a list of values is needed, such as [\"a\", \"b\"]");
  std::vector<Listed> result;
  for (const Json& value : values) result.push_back(listed(option, value));
  return result;
}

double weight_of(const std::string& value, const Json& weight) {
  if (!weight.is_number()) refuse_option("weights", "the weight of '" + value + "' is no number");
  const double result = weight.get<double>();
  if (!(result >= 0) || result > 1e300) {
    refuse_option("weights", "the weight of '" + value + "' is " + weight.dump() + "; weights are positive numbers");
  }
  return result;
}

void check_weights(const std::vector<double>& weights) {
  for (const double weight : weights) {
    if (weight > 0) return;
  }
  refuse_option("weights", "all weights are 0; at least one must be positive");
}

// Of an array column the values are whole arrays, or this class serves the elements' type only.
void require_arrays(const datagen_target& target, const std::vector<Listed>& values) {
  if (target.family != DATAGEN_FAMILY_ARRAY) return;
  for (const Listed& value : values) {
    if (value.text.size() >= 2 && value.text.front() == '{' && value.text.back() == '}') continue;
    refuse_target(target, "'" + value.text + "' is no array: a value of " + target.postgres_type +
                              " is written in braces, such as {" + value.text + "}");
  }
}

std::unique_ptr<Generator> make_enum(const Request& request) {
  const datagen_target& target = request.target;
  std::vector<Listed> values;
  if (request.options.is_set("values")) {
    values = listed_values("values", parse_json("values", request.options.json("values")));
  } else if (target.family == DATAGEN_FAMILY_ARRAY) {
    refuse_target(target, "no arrays are listed");
  } else if (target.n_labels > 0) {
    for (std::uint32_t i = 0; i < target.n_labels; ++i) values.push_back({target.labels[i]});
  } else {
    refuse_option("values", "a list of values is needed, such as [\"a\", \"b\"]");
  }
  require_arrays(target, values);
  return make_value_list(target, "values", values, {});
}

std::unique_ptr<Generator> make_weighted_enum(const Request& request) {
  std::vector<Listed> values;
  std::vector<double> weights;
  const auto take_map = [&](const Json& map) {
    for (const auto& [value, weight] : map.items()) {
      values.push_back({value});
      weights.push_back(weight_of(value, weight));
    }
  };
  const bool has_values = request.options.is_set("values"), has_weights = request.options.is_set("weights");
  const Json given_values = has_values ? parse_json("values", request.options.json("values")) : Json();
  const Json given_weights = has_weights ? parse_json("weights", request.options.json("weights")) : Json();
  if (given_values.is_object()) {
    if (has_weights) refuse_option("weights", "'values' holds the weights already; leave 'weights' out");
    take_map(given_values);
  } else if (given_weights.is_object()) {
    take_map(given_weights);
    if (has_values) {
      // The list says which values there are, and their order; the map must answer for each.
      std::vector<Listed> order = listed_values("values", given_values);
      std::vector<double> ordered;
      for (const Listed& value : order) {
        if (!given_weights.contains(value.text))
          refuse_option("weights", "there is no weight for '" + value.text + "'");
        ordered.push_back(weight_of(value.text, given_weights.at(value.text)));
      }
      if (order.size() != values.size()) refuse_option("weights", "there are weights for values that are not listed");
      values = std::move(order);
      weights = std::move(ordered);
    }
  } else if (has_values) {
    values = listed_values("values", given_values);
    if (has_weights) {
      if (!given_weights.is_array()) refuse_option("weights", "a list or a map of numbers is needed");
      if (given_weights.size() != values.size()) {
        refuse_option("weights", std::to_string(given_weights.size()) + " weights for " +
                                     std::to_string(values.size()) + " values; give one for each");
      }
      for (std::size_t i = 0; i < values.size(); ++i) weights.push_back(weight_of(values[i].text, given_weights[i]));
    } else {
      weights.assign(values.size(), 1.0);
    }
  } else {
    refuse_option("values", "values are needed: a list with 'weights', or a map from value to weight");
  }
  if (values.empty()) refuse_option("values", "the list is empty; give at least one value");
  check_weights(weights);
  require_arrays(request.target, values);
  return make_value_list(request.target, "values", values, std::move(weights));
}

std::unique_ptr<Generator> make_boolean(const Request& request) {
  const datagen_target& target = request.target;
  const bool worded = target.family == DATAGEN_FAMILY_BOOLEAN || is_text(target);
  std::vector<Listed> values{{worded ? "false" : "0"}, {worded ? "true" : "1"}};
  if (target.max_characters != 0 && target.max_characters < 5) values = {{"f"}, {"t"}};
  const double probability = request.options.number("probability");
  return make_value_list(target, "probability", values, {1 - probability, probability});
}

constexpr sdk::OptionTable kEnumOptions(sdk::json_option("values", "The values; an enum type's labels if left out."));
constexpr sdk::OptionTable kWeightedOptions(
    sdk::json_option("values", "The values, or a map from value to weight."),
    sdk::json_option("weights", "A weight for each value, as a list or as a map from value to weight."));
constexpr sdk::OptionTable kBooleanOptions(sdk::float_option("probability", "How often true.", "0.5", "0", "1"));

constexpr sdk::HintTable kEnumHints(sdk::make_type_hint(DATAGEN_FAMILY_ENUM));
// Integers of schemas that come from servers without a boolean type.
constexpr datagen_hint flag_hint(const char* column) { return sdk::make_hint(column, kInteger, DATAGEN_MATCH_SUFFIX); }
constexpr datagen_hint exact_flag_hint(const char* column) {
  return sdk::make_hint(column, kInteger, DATAGEN_MATCH_EXACT);
}
constexpr sdk::HintTable kBooleanHints(
    sdk::make_type_hint(DATAGEN_FAMILY_BOOLEAN), exact_flag_hint("active"), exact_flag_hint("enabled"),
    exact_flag_hint("deleted"), exact_flag_hint("visible"), exact_flag_hint("hidden"), exact_flag_hint("confirmed"),
    exact_flag_hint("verified"), exact_flag_hint("approved"), exact_flag_hint("published"),
    exact_flag_hint("discontinued"), exact_flag_hint("dead"), exact_flag_hint("suspended"), exact_flag_hint("voided"),
    exact_flag_hint("retired"), exact_flag_hint("locked"), exact_flag_hint("archived"), exact_flag_hint("emailstop"),
    flag_hint("is_active"), flag_hint("is_deleted"), flag_hint("is_enabled"), flag_hint("is_guest"),
    flag_hint("is_in_stock"), flag_hint("is_redirect"), flag_hint("is_adult"), flag_hint("is_default"),
    flag_hint("is_admin"), flag_hint("is_visible"), flag_hint("is_public"), flag_hint("is_primary"),
    flag_hint("is_required"), flag_hint("is_verified"), flag_hint("is_approved"), flag_hint("is_new"),
    flag_hint("is_featured"), flag_hint("is_virtual"), flag_hint("has_options"), flag_hint("flag"));

constexpr datagen_hint http_status_hint(const char* column, std::uint32_t match = DATAGEN_MATCH_SUFFIX) {
  return sdk::make_hint(column, kInteger | kText, match, nullptr,
                        R"({"values": {"200": 70, "201": 6, "204": 4, "301": 2, "302": 2, "304": 4, "400": 2, "401": 2,
                                       "403": 1, "404": 5, "422": 1, "429": 0.5, "500": 0.5}})");
}
constexpr sdk::HintTable kWeightedHints(http_status_hint("status_code"), http_status_hint("http_status"),
                                        http_status_hint("response_status"), http_status_hint("http_response_code"),
                                        http_status_hint("response_code", DATAGEN_MATCH_EXACT),
                                        http_status_hint("http_code"));

constexpr std::uint32_t kAnyFamily = 0xffffu;

constexpr datagen_generator_class kEnum = sdk::make_generator_class<make_enum, kEnumOptions>(
    {.id = "datagen.enum", .summary = "One of a list", .families = kAnyFamily, .hints = kEnumHints});
constexpr datagen_generator_class kWeightedEnum =
    sdk::make_generator_class<make_weighted_enum, kWeightedOptions>({.id = "datagen.weighted_enum",
                                                                     .summary = "One of a list, some more often",
                                                                     .families = kAnyFamily,
                                                                     .hints = kWeightedHints});
constexpr datagen_generator_class kBoolean =
    sdk::make_generator_class<make_boolean, kBooleanOptions>({.id = "datagen.boolean",
                                                              .summary = "True or false",
                                                              .families = DATAGEN_FAMILY_BOOLEAN | kNumeric | kText,
                                                              .hints = kBooleanHints});

constexpr const datagen_generator_class* kClasses[] = {&kEnum, &kWeightedEnum, &kBoolean};

}  // namespace

Classes choice_classes() { return kClasses; }

}  // namespace datagen::generators
