#include "check/outcome_report.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

namespace datagen::host::check {
namespace {

using Json = nlohmann::ordered_json;

std::string dump(const Json& json) { return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n"; }

constexpr Status kStatuses[] = {Status::ok, Status::failed, Status::skipped, Status::timed_out, Status::crashed};

}  // namespace

std::string status_name(Status status) {
  switch (status) {
    case Status::ok:
      return "ok";
    case Status::failed:
      return "failed";
    case Status::skipped:
      return "skipped";
    case Status::timed_out:
      return "timed out";
    case Status::crashed:
      break;
  }
  return "crashed";
}

std::string list_text() {
  std::string text;
  for (const Case& one : all_cases()) text += fmt::format("{}\n    {}\n", one.name, one.sentence);
  return text;
}

std::string list_json() {
  Json list = Json::array();
  for (const Case& one : all_cases()) list.push_back({{"name", one.name}, {"sentence", one.sentence}});
  return dump({{"cases", list}});
}

std::string outcome_text(const Outcome& outcome) {
  const Finding& finding = outcome.finding;
  const std::string status = status_name(finding.status);
  if (finding.status == Status::ok) return fmt::format("{:<10} {}\n", status, outcome.what->name);
  if (finding.status == Status::skipped) {
    return fmt::format("{:<10} {}: {}\n", status, outcome.what->name, finding.messages.at(0));
  }
  std::string text = fmt::format("{:<10} {}: {}\n", status, outcome.what->name, outcome.what->sentence);
  for (const std::string& message : finding.messages) text += fmt::format("           {}\n", message);
  return text;
}

std::string summary_text(const Outcomes& outcomes, const Plan& plan) {
  std::string text = fmt::format("{}: {} cases", plan.file.string(), outcomes.cases.size());
  for (const Status status : kStatuses) {
    if (const std::size_t n = outcomes.count(status)) text += fmt::format(", {} {}", n, status_name(status));
  }
  text += fmt::format("; seed {}\n", plan.seed);
  for (const std::string& id : outcomes.untried) {
    text +=
        fmt::format("{} made no object here and was not examined; --set {}.OPTION=VALUE gives it options\n", id, id);
  }
  return text;
}

std::string outcomes_json(const Outcomes& outcomes, const Plan& plan) {
  Json cases = Json::array();
  for (const Outcome& outcome : outcomes.cases) {
    cases.push_back({{"name", outcome.what->name},
                     {"sentence", outcome.what->sentence},
                     {"status", status_name(outcome.finding.status)},
                     {"messages", outcome.finding.messages},
                     {"milliseconds", outcome.elapsed.count()}});
  }
  Json counts = Json::object();
  for (const Status status : kStatuses) counts[status_name(status)] = outcomes.count(status);
  return dump({{"file", plan.file.string()},
               {"seed", plan.seed},
               {"passed", outcomes.passed()},
               {"counts", counts},
               {"cases", cases},
               {"not_examined", outcomes.untried}});
}

}  // namespace datagen::host::check
