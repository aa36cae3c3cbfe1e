#include "message.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "display_width.hpp"
#include "snippet.hpp"
#include "source_texts.hpp"

namespace datagen::host {
namespace {

constexpr std::string_view kBold = "\033[1m";
constexpr std::string_view kGutter = "\033[34m";
constexpr std::string_view kCaret = "\033[1;32m";
constexpr std::string_view kEnd = "\033[0m";

std::string_view color_of(LogLevel level) {
  if (level == LogLevel::error) return "\033[1;31m";
  return level == LogLevel::warning ? "\033[1;33m" : "\033[1;36m";
}

std::string what_it_says(const Message& message) {
  return message.subject.empty() ? message.text : message.subject + ": " + message.text;
}

std::string colored(std::string_view color, const std::string& text, bool colors) {
  return colors && !text.empty() ? fmt::format("{}{}{}", color, text, kEnd) : text;
}

}  // namespace

Message message_of(const Fault& fault, LogLevel level, int code) {
  return {.level = level,
          .text = fault.message,
          .location = fault.location,
          .subject = fault.subject,
          .hint = fault.hint,
          .code = code};
}

std::string message_text(const Message& message, const TextStyle& style) {
  if (message.result) return without_controls(message.text) + "\n";
  const std::string place = without_controls(message.location.text());
  std::string text = fmt::format(
      "datagen: {}: {}{}{}\n", colored(color_of(message.level), level_name(message.level), style.colors),
      colored(kBold, place, style.colors), place.empty() ? "" : ": ", without_controls(what_it_says(message)));
  if (const auto line = source_line(message.location); line && !line->empty()) {
    SnippetStyle lines{style.width, {}, {}, {}};
    if (style.colors) lines = {style.width, kGutter, kCaret, kEnd};
    text += snippet(*line, message.location.line, message.location.column, lines) + "\n";
  }
  if (!message.hint.empty()) text += "  " + without_controls(message.hint) + "\n";
  return text;
}

std::string message_log_line(const Message& message) {
  const std::string place = message.location.text();
  std::string line = place + (place.empty() ? "" : ": ") + what_it_says(message);
  if (!message.hint.empty()) line += " (" + message.hint + ")";
  line = without_controls(line);
  for (char& c : line) {
    if (c == '\n') c = ' ';
  }
  return line;
}

std::string message_json(const Message& message, const std::string& time) {
  using Json = nlohmann::ordered_json;
  Json object = Json::object();
  if (!time.empty()) object["time"] = time;
  object["level"] = level_name(message.level);
  object["message"] = message.text;
  if (message.location.known()) object["file"] = message.location.file;
  if (message.location.line != 0) {
    object["line"] = message.location.line;
    object["column"] = message.location.column;
  }
  if (!message.subject.empty()) object["subject"] = message.subject;
  if (!message.hint.empty()) object["hint"] = message.hint;
  if (message.code != 0) object["code"] = message.code;
  for (const auto& [name, value] : message.names) object[name] = value;
  for (const auto& [name, value] : message.numbers) object[name] = value;
  return object.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace datagen::host
