#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "commands.hpp"
#include "messages.hpp"
#include "report.hpp"
#include "run_options.hpp"
#include "schema.hpp"

namespace datagen::host {
namespace {

using Json = nlohmann::ordered_json;

Json to_json(const std::vector<Fault>& faults) {
  Json list = Json::array();
  for (const Fault& fault : faults) {
    list.push_back({{"message", fault.message},
                    {"file", fault.location.file},
                    {"line", fault.location.line},
                    {"column", fault.location.column},
                    {"subject", fault.subject},
                    {"hint", fault.hint}});
  }
  return list;
}

struct Findings {
  std::vector<Fault> faults, warnings;
  std::size_t tables = 0, columns = 0;
  unsigned long long rows = 0;
};

void plan_it(const Settings& settings, const Plugins& plugins, Description& description, Findings& findings) {
  bool random_seed = false;
  const RunOptions options = make_run_options(settings, plugins, description, random_seed);
  const Plan plan(description, plugins.registry, options, process_environment(), findings.warnings);
  for (std::size_t i = 0; i < description.tables.size(); ++i) {
    findings.rows += plan.row_count(i);
    findings.columns += description.tables[i].columns.size();
  }
  findings.tables = description.tables.size();
}

Findings examine(const Settings& settings, const Plugins& plugins) {
  Findings findings;
  try {
    Diagnostics diagnostics;
    Description description = read_description(settings, diagnostics);
    findings.faults = diagnostics.faults();
    findings.warnings = diagnostics.warnings();
    if (diagnostics.ok()) plan_it(settings, plugins, description, findings);
  } catch (const Error& error) {
    if (error.code() != ErrorCode::description) throw;
    findings.faults.insert(findings.faults.end(), error.faults().begin(), error.faults().end());
  }
  return findings;
}

}  // namespace

int run_validate(const Arguments& arguments) {
  const Settings settings = read_settings(arguments);
  const Plugins& plugins = load_plugins(settings);
  const Findings findings = examine(settings, plugins);
  const bool valid = findings.faults.empty();
  if (arguments.has("json")) {
    const Json document{
        {"valid", valid}, {"faults", to_json(findings.faults)}, {"warnings", to_json(findings.warnings)}};
    print_report(document.dump(2, ' ', false, Json::error_handler_t::replace) + "\n");
  } else {
    print_warnings(findings.warnings);
    if (!valid) throw Error(ErrorCode::description, findings.faults);
    say(fmt::format("{}: ok ({}, {}, {})", description_name(settings), counted(findings.tables, "table"),
                    counted(findings.columns, "column"), counted(findings.rows, "row")));
  }
  return valid ? 0 : static_cast<int>(ErrorCode::description);
}

}  // namespace datagen::host
