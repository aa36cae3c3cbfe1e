// What the cases found, for people and for programs.
#pragma once

#include <string>

#include "check/run_cases.hpp"

namespace datagen::host::check {

[[nodiscard]] std::string status_name(Status status);  // "ok", "timed out", ...

[[nodiscard]] std::string list_text();
[[nodiscard]] std::string list_json();
[[nodiscard]] std::string outcome_text(const Outcome& outcome);  // lines
[[nodiscard]] std::string summary_text(const Outcomes& outcomes, const Plan& plan);
[[nodiscard]] std::string outcomes_json(const Outcomes& outcomes, const Plan& plan);

}  // namespace datagen::host::check
