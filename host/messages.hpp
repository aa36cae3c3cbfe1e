// What the program says to people: always on standard error, and in a log file if one is named.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "datagen/core/error.hpp"
#include "message.hpp"
#include "message_options.hpp"
#include "number_text.hpp"

namespace datagen::host {

// Until it is called: warnings and errors, as text, without colours.  Returns a fault if the log file cannot be opened;
// then there is none.  Not while other threads speak.
[[nodiscard]] std::optional<Fault> set_up_messages(const MessageOptions& options);

[[nodiscard]] const MessageOptions& message_options();

void emit(const Message& message);                // as its level asks; any thread
void log(int level, const std::string& message);  // DATAGEN_LOG_*; any thread
void say(const std::string& line);                // a result: shown unless only errors are
void say_verbose(const std::string& line);        // shown at -v

// Each distinct fault once, with the line that it speaks of.  Of many that differ only in names and numbers the first
// are shown, and told how many there are like them; all at -v, in JSON and in the log file.
void print_faults(ErrorCode code, const std::vector<Fault>& faults);
void print_warnings(const std::vector<Fault>& warnings);

}  // namespace datagen::host
