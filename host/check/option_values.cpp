#include "check/option_values.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <stdexcept>

namespace datagen::host::check {
namespace {

std::string quoted(const std::string& text) { return nlohmann::json(text).dump(); }

std::vector<std::string> hostile_texts() {
  std::vector<std::string> texts{
      "a",  "1",    "[a-z]{3}", "30d",  "09:30", "a@b.test", "",         "'; --",
      "\\", "%s%n", "é漢字😀",   "\n\t", "{{",    "((((",     "[z-a]{9}", "../../etc/passwd",
      "-1", "NULL", "0x10",     "x|y",  "a,b",   "1e999",    "\"",       std::string(65536, 'x')};
  std::vector<std::string> result;
  result.reserve(texts.size());
  for (const std::string& text : texts) result.push_back(quoted(text));
  return result;
}

std::vector<std::string> plain_candidates(const datagen_option& option) {
  switch (option.type) {
    case DATAGEN_BOOL:
      return {"true", "false"};
    case DATAGEN_INT:
      return {"1", "0", "-1", "2", "7", "100", "32768", "2147483648", "9223372036854775807", "-9223372036854775808"};
    case DATAGEN_FLOAT:
      return {"1.0",
              "0.5",
              "0.0",
              "-1.0",
              "-0.0",
              "1e-308",
              "99.999",
              "1e18",
              "1.7976931348623157e308",
              "-1.7976931348623157e308"};
    case DATAGEN_STRING:
      return hostile_texts();
    case DATAGEN_CHOICE: {
      std::vector<std::string> result;
      for (std::uint32_t i = 0; i < option.n_choices; ++i) result.push_back(quoted(option.choices[i]));
      return result;
    }
    case DATAGEN_JSON:
      return {R"(["1","0"])", "[1,2]",       R"({"1":3,"0":1})",
              R"(["a","b"])", "1",           "\"a\"",
              "true",         "null",        "[]",
              "{}",           R"({"a":-1})", "[null]",
              "[[]]",         "[1e400]",     "{\"\":{\"\":[]}}"};
    case DATAGEN_STRING_LIST:
      return {R"(["1","0"])", R"(["a","b"])", "[]", R"([""])", R"(["a","a"])", R"(["é漢","\u0000"])"};
    case DATAGEN_FLOAT_LIST:
      return {"[3,1]", "[]", "[0,0]", "[-1]", "[1e308,1e308]", "[0.5,0.5,0.5]"};
    case DATAGEN_TIMESTAMP:
      return {"\"2024-01-01\"", "\"now\"", "\"0001-01-01\"", "\"9999-12-31 23:59:59\"", "\"-30d\""};
    default:
      return {};
  }
}

}  // namespace

std::string settings_problem(const Registry& registry, const std::vector<Setting>& settings) {
  for (const Setting& setting : settings) {
    std::vector<const std::vector<datagen_option>*> classes;
    for (const auto& one : registry.generators()) {
      if (setting.class_name == one->id || setting.class_name == one->short_name) classes.push_back(&one->options);
    }
    for (const auto& one : registry.writers()) {
      if (setting.class_name == one->id || setting.class_name == one->short_name) classes.push_back(&one->options);
    }
    if (classes.empty()) return "the plugin has no class '" + setting.class_name + "'";
    for (const auto* options : classes) {
      const auto option = std::find_if(options->begin(), options->end(),
                                       [&](const datagen_option& one) { return setting.option == one.name; });
      if (option == options->end()) return setting.class_name + " has no option '" + setting.option + "'";
      if (option->type == DATAGEN_COLUMN) return setting.option + " names a column, and is given all kinds of them";
      OptionStorage storage;
      std::string message;
      if (!convert_option(*option, parse_literal(setting.value.c_str()), kNow, storage, message)) {
        return setting.class_name + "." + setting.option + " " + message;
      }
    }
  }
  return "";
}

std::size_t input_count(std::span<const datagen_option> options) {
  return static_cast<std::size_t>(std::count_if(
      options.begin(), options.end(), [](const datagen_option& option) { return option.type == DATAGEN_COLUMN; }));
}

OptionValues::OptionValues(std::span<const datagen_option> options, const OptionTexts& texts, bool inputs_bound) {
  std::int64_t inputs = 0;
  for (const datagen_option& option : options) {
    datagen_value unset{};
    unset.type = option.type;
    if (option.type == DATAGEN_COLUMN) {
      unset.is_set = inputs_bound ? 1 : 0;
      unset.as.i = inputs_bound ? inputs++ : 0;
      values_.push_back(unset);
      continue;
    }
    const auto given = texts.find(option.name);
    const char* const text = given != texts.end() ? given->second.c_str() : option.default_value;
    if (text == nullptr) {
      values_.push_back(unset);
      continue;
    }
    std::string message;
    const auto value = convert_option(option, parse_literal(text), kNow, storage_, message);
    if (!value) throw std::invalid_argument(std::string(option.name) + ' ' + message);
    values_.push_back(*value);
  }
}

std::vector<std::string> candidate_texts(const datagen_option& option) {
  std::vector<std::string> result = plain_candidates(option);
  for (const char* bound : {option.maximum, option.minimum}) {
    if (bound != nullptr) result.insert(result.begin(), bound);
  }
  std::erase_if(result, [&](const std::string& text) {
    OptionStorage storage;
    std::string message;
    try {
      return !convert_option(option, parse_literal(text.c_str()), kNow, storage, message);
    } catch (const Error&) {
      return true;  // 1e400 is no number
    }
  });
  return result;
}

}  // namespace datagen::host::check
