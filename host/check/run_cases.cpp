#include "check/run_cases.hpp"

#include <sys/mman.h>

#include <algorithm>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>
#include <system_error>

#include "check/lending.hpp"
#include "check/option_values.hpp"
#include "check/process.hpp"

namespace datagen::host::check {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

constexpr std::size_t kPlaceSize = 4096;

// Memory that a case's process shares with this one: what it was about when it ended.
class SharedPlace {
 public:
  SharedPlace()
      : memory_(static_cast<char*>(
            ::mmap(nullptr, kPlaceSize, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0))) {
    if (memory_ == MAP_FAILED) throw std::bad_alloc();
  }
  ~SharedPlace() { ::munmap(memory_, kPlaceSize); }
  SharedPlace(const SharedPlace&) = delete;
  SharedPlace& operator=(const SharedPlace&) = delete;
  [[nodiscard]] char* memory() const { return memory_; }
  void clear() { memory_[0] = '\0'; }
  // It comes from a process that may have gone astray.
  [[nodiscard]] std::string text() const { return {memory_, std::find(memory_, memory_ + kPlaceSize, '\0')}; }

 private:
  char* memory_;
};

class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string pattern = (fs::temp_directory_path() / "datagen-check-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr) {
      throw Error(ErrorCode::plugin,
                  Fault{"a temporary directory cannot be made: " + std::generic_category().message(errno),
                        {},
                        pattern,
                        "make room there, or set TMPDIR"});
    }
    path_ = pattern;
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  [[nodiscard]] fs::path make(const std::string& name) const {
    fs::create_directory(path_ / name);
    return path_ / name;
  }

 private:
  fs::path path_;
};

std::string see(const char* gate) { return std::string("see ") + gate; }

// What a case found.  A plugin that does not load, or is not accepted, is told by the cases that are about that.
Finding examine(const Case& one, Checker& checker) {
  try {
    one.run(checker);
  } catch (const Error& error) {
    if (one.needs != Needs::file) {
      return {Status::skipped, {"the plugin cannot be used: " + see(one.needs == Needs::library ? kLoads : kDeclares)}};
    }
    for (const Fault& fault : error.faults()) checker.fail(fault.message);
  } catch (const std::exception& error) {
    checker.fail(std::string("the case could not be finished: ") + error.what());
  }
  return checker.finding(one.nothing);
}

std::string ending(const ProcessEnd& end, const std::string& place) {
  std::string text = place.empty() ? "" : place + ": ";
  if (end.timed_out) return text + "did not end in time";
  text += end.signal != 0 ? "ended by " + signal_name(end.signal)
                          : "the process was ended with code " + std::to_string(end.exit_code);
  return end.last_words.empty() ? text : text + " (" + end.last_words + ")";
}

class Runner {
 public:
  explicit Runner(const Plan& plan) : plan_(plan) {}

  Finding run(const Case& one) {
    if (broken_ != nullptr && one.needs >= broken_needs_) return {Status::skipped, {see(broken_)}};
    place_.clear();
    const Finding finding = plan_.in_process ? run_here(one) : run_apart(one);
    const bool ended = finding.status == Status::crashed || finding.status == Status::timed_out;
    const std::string_view name = one.name;
    if (ended && name == kLoads) give_up(kLoads, Needs::library);
    if (ended && name == kDeclares) give_up(kDeclares, Needs::declarations);
    if (ended && name == kMakes) give_up(kMakes, Needs::objects);
    return finding;
  }

  // Throws Error(usage) for settings that mean nothing to the plugin.  One that cannot be loaded is told by the cases.
  void check_settings() {
    if (plan_.settings.empty()) return;
    const ProcessEnd end = check::run_apart(
        [&] {
          Checker checker(plan_.file, plan_.seed, plan_.settings, place_.memory(), kPlaceSize);
          return settings_problem(checker.registry(), plan_.settings);
        },
        plan_.limit);
    if (end.interrupted) throw Error(ErrorCode::interrupted, "interrupted");
    if (end.returned && !end.result.empty()) {
      throw Error(ErrorCode::usage, "--set: " + end.result,
                  "'datagen plugin info FILE' shows classes and their options");
    }
  }

  [[nodiscard]] const Samples& samples() const { return samples_; }

 private:
  void give_up(const char* gate, Needs needs) {
    broken_ = gate;
    broken_needs_ = needs;
  }

  Finding run_here(const Case& one) {
    if (one.alone) return {Status::skipped, {"needs a process of its own"}};
    if (!here_) {
      install_lending();
      fs::current_path(folder_.make("here"));
      here_.emplace(plan_.file, plan_.seed, plan_.settings, place_.memory(), kPlaceSize);
    }
    lending() = {};
    here_->start();
    const Finding finding = examine(one, *here_);
    samples_ = here_->samples;
    return finding;
  }

  Finding run_apart(const Case& one) {
    const fs::path folder = folder_.make(one.name);
    const ProcessEnd end = check::run_apart(
        [&] {
          fs::current_path(folder);
          install_lending();
          Checker checker(plan_.file, plan_.seed, plan_.settings, place_.memory(), kPlaceSize);
          checker.samples = samples_;
          const Finding finding = examine(one, checker);
          Json result{{"status", static_cast<int>(finding.status)}, {"messages", finding.messages}};
          if (one.name == std::string_view(kMakes)) result["samples"] = to_json(checker.samples);
          return result.dump(-1, ' ', false, Json::error_handler_t::replace);
        },
        plan_.limit);
    if (end.interrupted) throw Error(ErrorCode::interrupted, "interrupted");
    if (end.timed_out) return {Status::timed_out, {ending(end, place_.text())}};
    if (!end.returned) return {Status::crashed, {ending(end, place_.text())}};
    const Json result = Json::parse(end.result);
    if (result.contains("samples")) samples_ = samples_from_json(result["samples"].get<std::string>());
    return {static_cast<Status>(result.at("status").get<int>()), result.at("messages").get<std::vector<std::string>>()};
  }

  const Plan& plan_;
  SharedPlace place_;
  TemporaryFolder folder_;
  Samples samples_;
  const char* broken_ = nullptr;
  Needs broken_needs_ = Needs::objects;
  std::optional<Checker> here_;
};

}  // namespace

std::size_t Outcomes::count(Status status) const {
  return static_cast<std::size_t>(std::count_if(
      cases.begin(), cases.end(), [status](const Outcome& outcome) { return outcome.finding.status == status; }));
}

bool Outcomes::passed() const {
  return count(Status::ok) > 0 && count(Status::ok) + count(Status::skipped) == cases.size();
}

Outcomes run_cases(const Plan& plan, const std::function<void(const Outcome&)>& report) {
  Runner runner(plan);
  runner.check_settings();
  Outcomes result;
  bool objects = false;
  for (const Case& one : all_cases()) objects = objects || (plan.selected(one) && one.needs == Needs::objects);
  for (const Case& one : all_cases()) {
    const std::string_view name = one.name;
    // What the selected cases rest on is run, though not told.
    const bool gate = name == kLoads || name == kDeclares || (objects && name == kMakes);
    if (!plan.selected(one) && !gate) continue;
    const auto start = std::chrono::steady_clock::now();
    Outcome outcome{&one, runner.run(one), {}};
    outcome.elapsed = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - start);
    if (!plan.selected(one)) continue;
    report(outcome);
    result.cases.push_back(std::move(outcome));
  }
  result.untried = runner.samples().untried;
  return result;
}

}  // namespace datagen::host::check
