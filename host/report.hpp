// Text that a command was asked for, on standard output.
#pragma once

#include <string>

namespace datagen::host {

void print_report(const std::string& text);   // to standard output; throws Error(output) if it cannot all be written
void print_message(const std::string& text);  // to standard error, whatever the verbosity

}  // namespace datagen::host
