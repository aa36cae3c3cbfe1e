#include "check/checker.hpp"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstring>
#include <utility>

#include "check/process.hpp"
#include "plugins.hpp"

namespace datagen::host::check {
namespace {

constexpr std::size_t kMostFailures = 5;
constexpr std::chrono::seconds kElsewhereLimit{600};  // the case's own limit comes first

void DATAGEN_CALL log_nothing(const datagen_host*, std::int32_t, const char* message) noexcept {
  // Read, as a host does.
  static std::atomic<std::size_t> length{0};
  length = message == nullptr ? 0 : std::strlen(message);
}

const void* DATAGEN_CALL no_service(const datagen_host*, const char*) noexcept { return nullptr; }

}  // namespace

Checker::Checker(std::filesystem::path file, std::uint64_t seed, const std::vector<Setting>& settings, char* place,
                 std::size_t place_size)
    : file_(std::move(file)), seed_(seed), settings_(settings), place_(place), place_size_(place_size) {
  host_.abi_version = DATAGEN_ABI_VERSION;
  host_.context = this;
  host_.name = "datagen";
  host_.version = DATAGEN_VERSION;
  host_.log = &log_nothing;
  host_.is_cancelled = &is_cancelled;
  host_.get_service = &no_service;
}

std::int32_t DATAGEN_CALL Checker::is_cancelled(const datagen_host* host) noexcept {
  return static_cast<const Checker*>(host->context)->cancelled_ ? 1 : 0;
}

const datagen_plugin& Checker::plugin() {
  if (plugin_ == nullptr) plugin_ = enter_plugin(file_);
  return *plugin_;
}

const Registry& Checker::registry() {
  if (!registered_) registry_.add(plugin(), file_.string());
  registered_ = true;
  return registry_;
}

void Checker::start() {
  what_.clear();
  failures_.clear();
  skipped_.clear();
  failure_count_ = examined_ = 0;
  cancelled_ = false;
}

void Checker::at(const std::string& what) {
  what_ = what;
  const std::size_t size = std::min(what.size(), place_size_ - 1);
  std::memcpy(place_, what.data(), size);
  place_[size] = '\0';
}

void Checker::fail(const std::string& message) {
  ++failure_count_;
  const std::string whole = what_.empty() ? message : what_ + ": " + message;
  const bool told = std::find(failures_.begin(), failures_.end(), whole) != failures_.end();
  if (failures_.size() < kMostFailures && !told) failures_.push_back(whole);
}

void Checker::skip(const std::string& why) { skipped_ = why; }

Finding Checker::finding(const std::string& nothing_to_examine) const {
  if (failure_count_ > 0) {
    Finding finding{Status::failed, failures_};
    if (failure_count_ > failures_.size()) {
      finding.messages.push_back("and " + std::to_string(failure_count_ - failures_.size()) + " more");
    }
    return finding;
  }
  if (!skipped_.empty()) return {Status::skipped, {skipped_}};
  if (examined_ == 0) return {Status::skipped, {nothing_to_examine}};
  return {};
}

std::string Checker::elsewhere(const std::function<void()>& change, const std::function<std::string()>& digest) {
  const ProcessEnd end = run_apart(
      [&] {
        change();
        return digest();
      },
      kElsewhereLimit);
  return end.returned ? end.result : std::string();
}

}  // namespace datagen::host::check
