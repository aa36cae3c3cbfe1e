// Generators in C++: conditions from a word list that comes with the plugin, as a weighted dictionary, and temperatures
// that suit the condition of their row.
#include <charconv>
#include <cmath>
#include <string>
#include <unordered_map>

#include "datagen/generator.hpp"
#include "datagen/random.h"
#include "datagen/services/resource.hpp"

namespace {

namespace sdk = datagen::sdk;

struct Condition {
  std::string name;
  double weight = 0;
  double lowest = 0;
  double highest = 0;
};

// "rain 18 3 20"; numbers are read without regard to the locale.
Condition parse_condition(std::string_view line) {
  Condition condition;
  const std::size_t space = line.find(' ');
  condition.name = line.substr(0, space);
  const char* at = line.data() + condition.name.size();
  const char* const end = line.data() + line.size();
  for (double* const number : {&condition.weight, &condition.lowest, &condition.highest}) {
    const std::from_chars_result result = std::from_chars(at == end ? end : at + 1, end, *number);
    if (result.ec != std::errc()) {
      throw sdk::PluginError(DATAGEN_DATA, "this line of the word list is not understood: " + std::string(line));
    }
    at = result.ptr;
  }
  return condition;
}

std::vector<Condition> read_conditions(const datagen_host* host) {
  std::vector<Condition> conditions;
  for (const std::string_view line : sdk::resource_lines(host, "data/weather/conditions.txt")) {
    conditions.push_back(parse_condition(line));
  }
  return conditions;
}

std::unique_ptr<sdk::Generator> make_condition(const sdk::Request& request) {
  std::vector<std::string> names;
  std::vector<double> weights;
  for (const Condition& condition : read_conditions(request.host)) {
    names.push_back(condition.name);
    weights.push_back(condition.weight);
  }
  return std::make_unique<sdk::DictionarySet>(std::move(names), std::move(weights));
}

// Any double within the range of the row's condition: 2^64 ordinals, so each is 64 bits of entropy.
class Temperature final : public sdk::Generator {
 public:
  Temperature(const sdk::Request& request, std::optional<std::uint32_t> input)
      : input_(input), fahrenheit_(request.options.choice("unit") == 1) {
    for (const Condition& condition : read_conditions(request.host)) ranges_.emplace(condition.name, condition);
  }

  sdk::GeneratorInfo info() const override { return {0, 0, 5}; }

  void values(const datagen_call& call, std::span<const std::uint64_t> ordinals, datagen_column& out) const override {
    double* const result = sdk::fixed_values<double>(out);
    for (std::size_t i = 0; i < ordinals.size(); ++i) {
      const Condition& range = range_of(call, i);
      const double celsius = range.lowest + datagen_unit(ordinals[i]) * (range.highest - range.lowest);
      result[i] = std::round((fahrenheit_ ? celsius * 1.8 + 32 : celsius) * 10) / 10;
    }
  }

 private:
  const Condition& range_of(const datagen_call& call, std::size_t row) const {
    if (input_) {
      const auto name = sdk::TextInput(*call.inputs[*input_]).at(row);
      const auto known = ranges_.find(std::string(name.value_or("")));
      if (known != ranges_.end()) return known->second;
    }
    return any_;
  }

  std::optional<std::uint32_t> input_;
  bool fahrenheit_;
  Condition any_{"", 1, -10, 30};
  std::unordered_map<std::string, Condition> ranges_;
};

constexpr const char* kUnits[] = {"celsius", "fahrenheit"};
// The program binds the first of these columns that the table has.
constexpr sdk::OptionTable kTemperatureOptions(sdk::choice_option("unit", "Of the temperature.", kUnits, "\"celsius\""),
                                               sdk::column_option("condition",
                                                                  "The column with the weather's condition.",
                                                                  R"(["condition", "weather"])"));

std::unique_ptr<sdk::Generator> make_temperature(const sdk::Request& request) {
  sdk::require_format(request.target, "g");
  const std::optional<std::uint32_t> input = request.options.column("condition");
  if (input && !sdk::TextInput::accepts(*request.target.inputs[*input])) {
    throw sdk::PluginError(DATAGEN_INVALID_OPTION, "names a column that holds no text", "condition");
  }
  return std::make_unique<Temperature>(request, input);
}

constexpr sdk::OptionTable<0> kNoOptions;
constexpr sdk::HintTable kConditionHints(sdk::make_hint("weather_condition", DATAGEN_FAMILY_TEXT));
constexpr datagen_generator_class kCondition =
    sdk::make_generator_class<make_condition, kNoOptions>({.id = "org.example.weather.condition",
                                                           .summary = "Sunny, cloudy, rain, ...",
                                                           .families = DATAGEN_FAMILY_TEXT,
                                                           .hints = kConditionHints,
                                                           .plain_dictionary = true});
constexpr datagen_generator_class kTemperature = sdk::make_generator_class<make_temperature, kTemperatureOptions>(
    {.id = "org.example.weather.temperature",
     .summary = "A temperature that suits the row's condition",
     .families = DATAGEN_FAMILY_FLOAT});

constexpr const datagen_generator_class* kGenerators[] = {&kCondition, &kTemperature};
constexpr datagen_plugin kPlugin = sdk::make_plugin(
    {"org.example.weather", "Weather", "1.0.0", "Example", "Apache-2.0", "https://example.org/weather"}, kGenerators,
    {});

}  // namespace

extern "C" const datagen_plugin* DATAGEN_CALL datagen_plugin_v1(void) noexcept { return &kPlugin; }
