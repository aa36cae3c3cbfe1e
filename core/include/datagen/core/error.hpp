// The one exception type of core and host: a list of faults, each with its place and remedy.
// Thrown anywhere, caught in main and in the ABI trampolines only.
#pragma once

#include <cstdint>
#include <exception>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace datagen {

// What went wrong, as the program's exit code tells it.
enum class ErrorCode : int {
  usage = 1,        // command line wrong, or a file not found
  description = 2,  // description or configuration invalid, or impossible
  generation = 3,   // a value could not be made
  output = 4,       // the output could not be written
  validation = 5,   // the output was found to be wrong
  plugin = 6,       // a plugin was refused
  interrupted = 130,
};

// A place in a file that the user wrote.  line and column count from 1, columns in bytes; line 0: the file as a whole.
struct Location {
  std::string file;  // as the user named it; "<stdin>"; empty: no place known
  std::uint32_t line = 0;
  std::uint32_t column = 0;

  [[nodiscard]] bool known() const { return !file.empty(); }
  [[nodiscard]] std::string text() const;  // "shop.json:12:7", or ""
};

// One fault.  Rendered as "shop.json:12:7: shop.orders.total: message\n  hint".
struct Fault {
  std::string message;  // one sentence, no final full stop
  Location location;
  std::string subject;     // "table.column", "plugin file", ... or empty
  std::string hint;        // what to do about it, or empty
  bool endangers = false;  // of a warning: the data might break a constraint

  [[nodiscard]] std::string text() const;
};

class Error : public std::exception {
 public:
  Error(ErrorCode code, Fault fault) : Error(code, std::vector<Fault>{std::move(fault)}) {}
  Error(ErrorCode code, std::string message, std::string hint = {})
      : Error(code, Fault{std::move(message), {}, {}, std::move(hint)}) {}
  Error(ErrorCode code, std::vector<Fault> faults);

  [[nodiscard]] ErrorCode code() const noexcept { return code_; }
  [[nodiscard]] const std::vector<Fault>& faults() const noexcept { return faults_; }
  [[nodiscard]] const char* what() const noexcept override { return text_.c_str(); }  // all faults, a line or two each

 private:
  ErrorCode code_;
  std::vector<Fault> faults_;
  std::string text_;
};

// Collects faults and warnings, so that all are reported together.  Not for use by several threads.
class Diagnostics {
 public:
  void fault(Location location, std::string subject, std::string message, std::string hint = {});
  void warning(Location location, std::string subject, std::string message, std::string hint = {});
  // A warning that the data might break a constraint.
  void endangered(Location location, std::string subject, std::string message, std::string hint = {});
  void add_warnings(const std::vector<Fault>& warnings);

  [[nodiscard]] bool ok() const { return faults_.empty(); }
  [[nodiscard]] const std::vector<Fault>& faults() const { return faults_; }
  [[nodiscard]] const std::vector<Fault>& warnings() const { return warnings_; }
  void throw_if_any(ErrorCode code) const;  // throws Error with all faults, if there is one

 private:
  std::vector<Fault> faults_;
  std::vector<Fault> warnings_;
};

// " (did you mean 'x'?)" for the candidate nearest to word by edit distance, otherwise for the shortest of which it is a
// part ("integer" of "integer_range"), or "" when there is neither.
[[nodiscard]] std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace datagen
