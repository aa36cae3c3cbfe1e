// The file of --log-file.
#pragma once

#include <memory>
#include <string>

#include "message.hpp"

namespace datagen::host {

// Appends messages, each with its time, as soon as they come.
class LogFile {
 public:
  // Null, and a reason, if the file cannot be opened.
  [[nodiscard]] static std::unique_ptr<LogFile> open(const std::string& path, LogFormat format, std::string& reason);
  ~LogFile();
  LogFile(const LogFile&) = delete;
  LogFile& operator=(const LogFile&) = delete;

  // Any thread.  When the file can take no more it is given up, which standard error is told once.
  void write(const Message& message);

 private:
  struct Logger;
  explicit LogFile(std::unique_ptr<Logger> logger);
  std::unique_ptr<Logger> logger_;
};

}  // namespace datagen::host
