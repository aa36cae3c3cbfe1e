#include "log_file.hpp"

#include <fmt/chrono.h>
#include <spdlog/sinks/basic_file_sink.h>
#include <spdlog/spdlog.h>

#include <atomic>
#include <cerrno>
#include <chrono>
#include <cstring>

#include "standard_error.hpp"

namespace datagen::host {
namespace {

spdlog::level::level_enum spdlog_level(LogLevel level) {
  switch (level) {
    case LogLevel::error:
      return spdlog::level::err;
    case LogLevel::warning:
      return spdlog::level::warn;
    case LogLevel::info:
      return spdlog::level::info;
    case LogLevel::debug:
      break;
  }
  return spdlog::level::debug;
}

std::string now() {
  const auto time = std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
  const auto milliseconds = time.time_since_epoch().count() % 1000;
  return fmt::format("{:%Y-%m-%dT%H:%M:%S}.{:03}Z", fmt::gmtime(std::chrono::system_clock::to_time_t(time)),
                     milliseconds);
}

}  // namespace

struct LogFile::Logger {
  std::string path;
  LogFormat format = LogFormat::text;
  std::unique_ptr<spdlog::logger> logger;
  std::atomic<bool> broken{false};
};

std::unique_ptr<LogFile> LogFile::open(const std::string& path, LogFormat format, std::string& reason) {
  auto logger = std::make_unique<Logger>();
  logger->path = path;
  logger->format = format;
  try {
    logger->logger =
        std::make_unique<spdlog::logger>("datagen", std::make_shared<spdlog::sinks::basic_file_sink_mt>(path));
  } catch (const spdlog::spdlog_ex&) {
    reason = std::strerror(errno);
    return nullptr;
  }
  return std::unique_ptr<LogFile>(new LogFile(std::move(logger)));
}

LogFile::LogFile(std::unique_ptr<Logger> logger) : logger_(std::move(logger)) {
  logger_->logger->set_pattern(logger_->format == LogFormat::json ? "%v" : "%Y-%m-%dT%H:%M:%S.%eZ %l %v",
                               spdlog::pattern_time_type::utc);
  logger_->logger->set_level(spdlog::level::debug);
  logger_->logger->flush_on(spdlog::level::debug);
  logger_->logger->set_error_handler([state = logger_.get()](const std::string&) {
    if (state->broken.exchange(true)) return;
    const Message message{.level = LogLevel::warning,
                          .text = "the log can take no more",
                          .subject = state->path,
                          .hint = "nothing more is written to it; free some space"};
    write_standard_error(message_text(message, {}));
  });
}

LogFile::~LogFile() = default;

void LogFile::write(const Message& message) {
  if (logger_->broken.load()) return;
  const std::string line =
      logger_->format == LogFormat::json ? message_json(message, now()) : message_log_line(message);
  logger_->logger->log(spdlog_level(message.level), line);
}

}  // namespace datagen::host
