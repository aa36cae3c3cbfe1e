#include <algorithm>
#include <chrono>
#include <regex>

#include "check/outcome_report.hpp"
#include "commands.hpp"
#include "datagen/core/document.hpp"
#include "exported_symbols.hpp"
#include "option_number.hpp"
#include "report.hpp"

namespace datagen::host {
namespace {

namespace fs = std::filesystem;

const std::string* value_of(const Arguments& arguments, const std::string& option) {
  const auto found = arguments.options.find(option);
  return found == arguments.options.end() ? nullptr : &found->second.back();
}

std::function<bool(const check::Case&)> selection(const Arguments& arguments) {
  const std::string* const pattern = value_of(arguments, "only");
  if (pattern == nullptr) return [](const check::Case&) { return true; };
  try {
    const std::regex wanted(*pattern, std::regex::ECMAScript);
    const auto matches = [wanted](const check::Case& one) { return std::regex_search(one.name, wanted); };
    const std::vector<check::Case>& all = check::all_cases();
    if (std::none_of(all.begin(), all.end(), matches)) {
      throw Error(ErrorCode::usage, "--only: no case has a name like '" + *pattern + "'", "--list names them");
    }
    return matches;
  } catch (const std::regex_error&) {
    throw Error(ErrorCode::usage, "--only: '" + *pattern + "' is no regular expression",
                "write one in ECMAScript's syntax, such as '^zero|order'");
  }
}

// CLASS.OPTION=VALUE; the class's id may have dots of its own.
check::Setting setting_of(const std::string& text) {
  const std::size_t equals = text.find('=');
  const std::size_t dot = equals == std::string::npos ? equals : text.rfind('.', equals);
  if (dot == std::string::npos || dot == 0 || dot + 1 == equals) {
    throw Error(ErrorCode::usage, "--set: '" + text + "' does not read CLASS.OPTION=VALUE",
                "write for example --set org.example.file.path=out.db");
  }
  check::Setting setting{text.substr(0, dot), text.substr(dot + 1, equals - dot - 1), text.substr(equals + 1)};
  try {
    setting.value = parse_document(setting.value, "--set", DocumentFormat::json).json();
  } catch (const Error&) {
    Node node;
    node.kind = Node::Kind::string;
    node.string = setting.value;
    setting.value = node.json();
  }
  return setting;
}

fs::path plugin_file(const Arguments& arguments) {
  if (arguments.operands.empty()) {
    throw Error(ErrorCode::usage, "name the plugin's file", "for example: datagen plugin check ./weather.so");
  }
  std::error_code error;
  const fs::path file = fs::canonical(arguments.operands.front(), error);
  if (error) {
    throw Error(ErrorCode::usage,
                Fault{"no such plugin file: " + error.message(), {}, arguments.operands.front(), "check the path"});
  }
  if (fs::is_directory(file)) {
    throw Error(ErrorCode::usage,
                Fault{"is a directory", {}, arguments.operands.front(), "name one plugin's file in it"});
  }
  return file;
}

}  // namespace

int run_plugin_check(const Arguments& arguments) {
  const bool json = arguments.has("json");
  if (arguments.has("list")) {
    print_report(json ? check::list_json() : check::list_text());
    return 0;
  }
  check::Plan plan;
  plan.selected = selection(arguments);
  plan.seed = option_number<std::uint64_t>(arguments, "seed", plan.seed, 0, "a whole number from 0");
  const double limit = option_number<double>(arguments, "timeout", 60, 0.001, "a number of seconds");
  plan.limit = std::chrono::milliseconds(static_cast<std::int64_t>(std::min(limit, 1e6) * 1000));
  if (const auto settings = arguments.options.find("set"); settings != arguments.options.end()) {
    for (const std::string& text : settings->second) plan.settings.push_back(setting_of(text));
  }
  plan.in_process = arguments.has("in-process");
  plan.file = plugin_file(arguments);
  static_cast<void>(exported_symbols(plan.file));  // refuses what is no shared library

  const check::Outcomes outcomes = check::run_cases(plan, [&](const check::Outcome& outcome) {
    if (!json) print_report(check::outcome_text(outcome));
  });
  print_report(json ? check::outcomes_json(outcomes, plan) : check::summary_text(outcomes, plan));
  return outcomes.passed() ? 0 : static_cast<int>(ErrorCode::plugin);
}

}  // namespace datagen::host
