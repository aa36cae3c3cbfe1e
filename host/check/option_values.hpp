// Values of a class's options, made by the program's own conversion from texts.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "check/samples.hpp"
#include "options/convert.hpp"

namespace datagen::host::check {

inline constexpr std::int64_t kNow = 1735689600000000;  // 2025-01-01 00:00:00 UTC

// Owns everything that its values point at.
class OptionValues {
 public:
  // An option without a text has its default.  inputs_bound: every DATAGEN_COLUMN option names its own input, in order.
  // Throws std::invalid_argument, naming the option, for a text that the program would refuse.
  OptionValues(std::span<const datagen_option> options, const OptionTexts& texts, bool inputs_bound);
  OptionValues(const OptionValues&) = delete;
  OptionValues& operator=(const OptionValues&) = delete;

  [[nodiscard]] std::span<const datagen_value> values() const { return values_; }

 private:
  OptionStorage storage_;
  std::vector<datagen_value> values_;
};

// What is wrong with settings that are to be given to classes of this registry, or "".
[[nodiscard]] std::string settings_problem(const Registry& registry, const std::vector<Setting>& settings);

// How many DATAGEN_COLUMN options there are.
[[nodiscard]] std::size_t input_count(std::span<const datagen_option> options);

// Texts that the option's declaration allows: the bounds, every choice, what is awkward.  The number of candidates is
// bounded; the first are what a user would write.
[[nodiscard]] std::vector<std::string> candidate_texts(const datagen_option& option);

}  // namespace datagen::host::check
