// Numbers among a command's own options.
#pragma once

#include <charconv>
#include <string>
#include <system_error>

#include "arguments.hpp"
#include "datagen/core/error.hpp"

namespace datagen::host {

// The option's value, or otherwise; least: the smallest that is allowed; what: "a whole number from 1".  Throws
// Error(usage).
template <class Number>
[[nodiscard]] Number option_number(const Arguments& arguments, const std::string& option, Number otherwise,
                                   Number least, const std::string& what) {
  const auto found = arguments.options.find(option);
  if (found == arguments.options.end()) return otherwise;
  const std::string& text = found->second.back();
  Number number{};
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number);
  if (error != std::errc{} || stop != end || !(number >= least)) {
    throw Error(ErrorCode::usage, "--" + option + " must be " + what + ", not '" + text + "'",
                "see 'datagen " + arguments.command->name + " --help'");
  }
  return number;
}

}  // namespace datagen::host
