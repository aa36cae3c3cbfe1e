// One thing that the program says, and the forms in which it is written.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "datagen/core/error.hpp"
#include "message_options.hpp"

namespace datagen::host {

struct Message {
  LogLevel level = LogLevel::info;
  std::string text{};  // one sentence
  Location location{};
  std::string subject{}, hint{};  // or empty
  int code = 0;                   // the exit code that it leads to, or 0
  bool result = false;            // what a command tells of its work: a line without a label
  bool wanted = false;            // asked for by name: shown however quiet the rest is
  std::vector<std::pair<std::string, std::uint64_t>> numbers{};  // for programs that read JSON
  std::vector<std::pair<std::string, std::string>> names{};      // the same
};

[[nodiscard]] Message message_of(const Fault& fault, LogLevel level, int code);

struct TextStyle {
  bool colors = false;
  std::size_t width = 100;  // of the lines that are shown of the user's texts
};

// For people: "datagen: error: shop.json:12:7: users.id: text", the line with a caret where its text is known, the
// hint.  Ends with a line end.
[[nodiscard]] std::string message_text(const Message& message, const TextStyle& style);

// For a log: place, subject, text and hint in one line, without a line end.
[[nodiscard]] std::string message_log_line(const Message& message);

// One JSON object in a line, without a line end.  time: of the log, or empty.
[[nodiscard]] std::string message_json(const Message& message, const std::string& time);

}  // namespace datagen::host
