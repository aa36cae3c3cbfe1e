// Runs the cases, each in a process of its own.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "check/case.hpp"

namespace datagen::host::check {

struct Plan {
  std::filesystem::path file;  // absolute, without links
  std::uint64_t seed = 1;
  std::chrono::milliseconds limit{60'000};  // of one case
  bool in_process = false;                  // all in this process, for a debugger: what crashes ends it
  std::vector<Setting> settings;
  std::function<bool(const Case&)> selected;
};

struct Outcome {
  const Case* what = nullptr;
  Finding finding;
  std::chrono::milliseconds elapsed{0};
};

struct Outcomes {
  std::vector<Outcome> cases;        // the selected ones, in order
  std::vector<std::string> untried;  // ids of classes that make no object here
  [[nodiscard]] std::size_t count(Status status) const;
  // Cases ran, and all passed.
  [[nodiscard]] bool passed() const;
};

// Tells report about each selected case as it ends.  The working directory of each case is empty and its own, below a
// temporary directory that is removed at the end.  Throws Error(interrupted) once the program is to end.
[[nodiscard]] Outcomes run_cases(const Plan& plan, const std::function<void(const Outcome&)>& report);

}  // namespace datagen::host::check
