// How loudly, where and in which form the program speaks.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace datagen::host {

enum class LogLevel { error, warning, info, debug };  // each says all that those before it say
enum class LogFormat { text, json };
enum class When { automatic, always, never };

struct MessageOptions {
  LogLevel level = LogLevel::warning;  // on standard error
  LogFormat format = LogFormat::text;
  When color = When::automatic;        // automatic: on a terminal, unless NO_COLOR is set or TERM is "dumb"
  std::string log_file;                // appended to; or empty
  std::optional<LogLevel> file_level;  // of log_file; otherwise info, or level if that says more
};

// "warning", "warn"; "text"; "auto".  Nothing if it is another word.
[[nodiscard]] std::optional<LogLevel> parse_log_level(std::string_view text);
[[nodiscard]] std::optional<LogFormat> parse_log_format(std::string_view text);
[[nodiscard]] std::optional<When> parse_when(std::string_view text);

[[nodiscard]] const char* level_name(LogLevel level);

}  // namespace datagen::host
