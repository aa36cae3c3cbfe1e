#include "messages.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <memory>
#include <set>

#include "datagen/plugin.h"
#include "log_file.hpp"
#include "standard_error.hpp"

namespace datagen::host {
namespace {

constexpr std::size_t kErrorsAlike = 20;
constexpr std::size_t kWarningsAlike = 3;
constexpr std::size_t kLeastWidth = 40, kWidth = 120, kMostWidth = 160;

MessageOptions current;
std::unique_ptr<LogFile> log_file;

bool colors() {
  const char* const no_color = std::getenv("NO_COLOR");
  if (current.color != When::automatic) return current.color == When::always;
  return is_terminal() && (no_color == nullptr || *no_color == '\0');
}

LogLevel file_level() { return current.file_level.value_or(std::max(current.level, LogLevel::info)); }

LogLevel level_of(int level) {
  if (level <= DATAGEN_LOG_DEBUG) return LogLevel::debug;
  if (level == DATAGEN_LOG_INFO) return LogLevel::info;
  return level == DATAGEN_LOG_WARNING ? LogLevel::warning : LogLevel::error;
}

void show(const Message& message) {
  if (current.format == LogFormat::json) {
    write_standard_error(message_json(message, "") + "\n");
    return;
  }
  const std::size_t width = is_terminal() ? std::clamp(terminal_width(), kLeastWidth, kMostWidth) : kWidth;
  write_standard_error(message_text(message, {colors(), width}));
}

void keep(const Message& message) {
  if (log_file != nullptr && message.level <= file_level()) log_file->write(message);
}

// What two messages of one sort have in common: all but what stands in quotes or brackets, and numbers.
std::string sort_of(const std::string& text) {
  std::string sort;
  std::size_t depth = 0;
  bool quoted = false;
  for (const char c : text) {
    if (c == '\'') quoted = !quoted;
    if (!quoted && c == ')' && depth > 0) --depth;
    if (!quoted && depth == 0 && (c < '0' || c > '9')) sort += c;
    if (!quoted && c == '(') ++depth;
  }
  return sort;
}

void print_all(const std::vector<Fault>& faults, LogLevel level, int code, std::size_t most_alike) {
  const bool all = current.level >= LogLevel::info || current.format == LogFormat::json;
  std::set<std::string> said;
  std::map<std::string, std::size_t> alike;
  std::vector<std::pair<const Fault*, std::string>> distinct;
  for (const Fault& fault : faults) {
    if (!said.insert(fault.text()).second) continue;
    distinct.emplace_back(&fault, sort_of(fault.message));
    ++alike[distinct.back().second];
  }
  std::map<std::string, std::size_t> passed;
  for (const auto& [fault, sort] : distinct) {
    const Message message = message_of(*fault, level, code);
    keep(message);
    if (level > current.level) continue;
    const std::size_t before = passed[sort]++;
    // One that is left over is shown rather than counted.
    if (all || before < most_alike || alike[sort] == most_alike + 1) {
      show(message);
    } else if (before + 1 == alike[sort]) {
      show({.level = level, .text = "and " + std::to_string(alike[sort] - most_alike) + " more like it; -v shows all"});
    }
  }
}

}  // namespace

std::optional<Fault> set_up_messages(const MessageOptions& options) {
  const bool same = log_file != nullptr && options.log_file == current.log_file && options.format == current.format;
  current = options;
  if (same) return std::nullopt;
  log_file.reset();
  if (options.log_file.empty()) return std::nullopt;
  std::string reason;
  log_file = LogFile::open(options.log_file, options.format, reason);
  if (log_file != nullptr) return std::nullopt;
  return Fault{"cannot write the log: " + reason,
               {},
               options.log_file,
               "create its directory first, or name another file with --log-file"};
}

const MessageOptions& message_options() { return current; }

void emit(const Message& message) {
  keep(message);
  const bool shown = message.result ? current.level > LogLevel::error : message.level <= current.level;
  if (shown || message.wanted) show(message);
}

void log(int level, const std::string& message) { emit({.level = level_of(level), .text = message}); }

void say(const std::string& line) { emit({.text = line, .result = true}); }

void say_verbose(const std::string& line) { emit({.text = line}); }

void print_faults(ErrorCode code, const std::vector<Fault>& faults) {
  print_all(faults, LogLevel::error, static_cast<int>(code), kErrorsAlike);
}

void print_warnings(const std::vector<Fault>& warnings) { print_all(warnings, LogLevel::warning, 0, kWarningsAlike); }

}  // namespace datagen::host
