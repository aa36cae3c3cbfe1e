// What a case works with: the plugin at hand, what it is to examine, and where it puts what it finds.
#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "check/samples.hpp"
#include "datagen/core/registry.hpp"
#include "datagen/plugin.h"

namespace datagen::host::check {

enum class Status { ok, failed, skipped, timed_out, crashed };

struct Finding {
  Status status = Status::ok;
  std::vector<std::string> messages;  // of failures: the first few; of all others: at most one
};

class Checker {
 public:
  Checker(std::filesystem::path file, std::uint64_t seed, const std::vector<Setting>& settings, char* place,
          std::size_t place_size);

  [[nodiscard]] const std::filesystem::path& file() const { return file_; }
  [[nodiscard]] std::uint64_t seed() const { return seed_; }
  [[nodiscard]] const std::vector<Setting>& settings() const { return settings_; }

  // Load the plugin when first called.  Throw Error(plugin) when that cannot be.
  const datagen_plugin& plugin();
  const Registry& registry();

  // What a survey found to work.
  Samples samples;

  // Forgets what an earlier case found; samples and plugin stay.
  void start();
  // What is examined now: told when the plugin crashes.
  void at(const std::string& what);
  void fail(const std::string& message);  // about what at() was told
  void skip(const std::string& why);      // the case as a whole, unless it fails
  // Something was examined; a case that examines nothing is skipped.
  void count() { ++examined_; }
  [[nodiscard]] Finding finding(const std::string& nothing_to_examine) const;

  // The host that objects are created with.
  [[nodiscard]] const datagen_host& host() const { return host_; }
  void cancel(bool value) { cancelled_ = value; }

  // Calls digest() in another process, after change(); returns its result, or an empty string if it ended otherwise.
  // Only before the plugin is loaded.
  [[nodiscard]] std::string elsewhere(const std::function<void()>& change, const std::function<std::string()>& digest);

 private:
  static std::int32_t DATAGEN_CALL is_cancelled(const datagen_host* host) noexcept;

  std::filesystem::path file_;
  std::uint64_t seed_;
  const std::vector<Setting>& settings_;
  char* place_;
  std::size_t place_size_;
  const datagen_plugin* plugin_ = nullptr;
  Registry registry_;
  bool registered_ = false;
  std::string what_;
  std::vector<std::string> failures_;
  std::size_t failure_count_ = 0;
  std::string skipped_;
  std::size_t examined_ = 0;
  datagen_host host_{};
  std::atomic<bool> cancelled_{false};
};

}  // namespace datagen::host::check
