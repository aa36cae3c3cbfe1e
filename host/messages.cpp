#include "messages.hpp"

#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

#include <cstdlib>
#include <memory>

#include "datagen/plugin.h"

namespace datagen::host {
namespace {

Verbosity current = Verbosity::normal;
bool colours = false;

spdlog::logger& logger() {
  static const std::shared_ptr<spdlog::logger> instance = [] {
    auto sink = std::make_shared<spdlog::sinks::stderr_color_sink_mt>(spdlog::color_mode::never);
    auto made = std::make_shared<spdlog::logger>("datagen", std::move(sink));
    made->set_pattern("datagen: %^%l%$: %v");
    made->set_level(spdlog::level::warn);
    return made;
  }();
  return *instance;
}

spdlog::level::level_enum spdlog_level(int level) {
  if (level <= DATAGEN_LOG_DEBUG) return spdlog::level::debug;
  if (level == DATAGEN_LOG_INFO) return spdlog::level::info;
  if (level == DATAGEN_LOG_WARNING) return spdlog::level::warn;
  return spdlog::level::err;
}

void write_line(const std::string& line) { fmt::print(stderr, "{}\n", line); }

}  // namespace

void set_up_messages(Verbosity verbosity, bool allow_colour) {
  current = verbosity;
  const char* const no_colour = std::getenv("NO_COLOR");
  colours = allow_colour && ::isatty(STDERR_FILENO) == 1 && (no_colour == nullptr || *no_colour == '\0');
  static_cast<spdlog::sinks::stderr_color_sink_mt&>(*logger().sinks().front())
      .set_color_mode(colours ? spdlog::color_mode::always : spdlog::color_mode::never);
  switch (verbosity) {
    case Verbosity::quiet:
      logger().set_level(spdlog::level::err);
      break;
    case Verbosity::normal:
      logger().set_level(spdlog::level::warn);
      break;
    case Verbosity::verbose:
      logger().set_level(spdlog::level::info);
      break;
    case Verbosity::debug:
      logger().set_level(spdlog::level::debug);
      break;
  }
}

void log(int level, const std::string& message) { logger().log(spdlog_level(level), "{}", message); }

void say(const std::string& line) {
  if (current != Verbosity::quiet) write_line(line);
}

void say_verbose(const std::string& line) { logger().info("{}", line); }

void print_faults(const std::vector<Fault>& faults) {
  std::set<std::string> printed;
  for (const Fault& fault : faults) {
    const std::string text = fault.text();
    if (!printed.insert(text).second) continue;
    write_line((colours ? "datagen: \033[1;31merror\033[0m: " : "datagen: error: ") + text);
  }
}

void print_warnings(const std::vector<Fault>& warnings) {
  std::set<std::string> printed;
  for (const Fault& warning : warnings) {
    if (printed.insert(warning.text()).second) logger().warn("{}", warning.text());
  }
}

std::string grouped(unsigned long long number) {
  std::string digits = std::to_string(number);
  for (std::size_t i = digits.size(); i > 3; i -= 3) digits.insert(i - 3, ",");
  return digits;
}

}  // namespace datagen::host
