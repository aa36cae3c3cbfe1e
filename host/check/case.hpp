// The cases of the conformance kit.
#pragma once

#include <string>
#include <vector>

#include "check/checker.hpp"

namespace datagen::host::check {

// What must have gone well before a case has a meaning.
enum class Needs { file, library, declarations, objects };

struct Case {
  const char* name;      // "split-invariant"
  const char* sentence;  // what it demands
  Needs needs;
  void (*run)(Checker&);
  const char* nothing;  // why nothing was examined, when nothing was
  bool alone = false;   // makes no sense in a process that has loaded the plugin already
};

// In the order in which they run.
[[nodiscard]] const std::vector<Case>& all_cases();

// Its parts.
[[nodiscard]] std::vector<Case> library_cases();
[[nodiscard]] std::vector<Case> declaration_cases();
[[nodiscard]] std::vector<Case> creation_cases();
[[nodiscard]] std::vector<Case> lifetime_cases();
[[nodiscard]] std::vector<Case> host_cases();
[[nodiscard]] std::vector<Case> purity_cases();
[[nodiscard]] std::vector<Case> memory_cases();
[[nodiscard]] std::vector<Case> value_cases();
[[nodiscard]] std::vector<Case> set_cases();
[[nodiscard]] std::vector<Case> writer_cases();
[[nodiscard]] std::vector<Case> sink_cases();

// The cases that others rest on.
inline constexpr const char* kLoads = "loads-alone";
inline constexpr const char* kDeclares = "declarations-are-sound";
inline constexpr const char* kMakes = "makes-objects";

inline constexpr const char* kNoGenerator = "no generator makes an object here";
inline constexpr const char* kNoWriter = "no writer makes an object here";
inline constexpr const char* kNoObject = "no class makes an object here";

}  // namespace datagen::host::check
