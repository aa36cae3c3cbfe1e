// What the program says to people: always on standard error.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "datagen/core/error.hpp"

namespace datagen::host {

enum class Verbosity { quiet, normal, verbose, debug };

// Until it is called: normal.  Colours only on a terminal, without NO_COLOR, and unless allow_colour is false.
void set_up_messages(Verbosity verbosity, bool allow_colour);

void log(int level, const std::string& message);  // DATAGEN_LOG_*; any thread
void say(const std::string& line);                // shown unless quiet
void say_verbose(const std::string& line);        // shown at -v

// Each distinct fault once.
void print_faults(const std::vector<Fault>& faults);
void print_warnings(const std::vector<Fault>& warnings);

// "1,234,567"
[[nodiscard]] std::string grouped(unsigned long long number);

}  // namespace datagen::host
