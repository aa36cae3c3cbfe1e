// The command line, taken apart.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace datagen::host {

struct OptionSpec {
  std::string name;       // "plugin-dir", or with its letter "output,o"
  std::string argument;   // "DIR", one of metavariables.hpp; or empty for a switch
  std::string text;       // one line of help
  bool repeated = false;  // may be given more than once

  [[nodiscard]] std::string long_name() const { return name.substr(0, name.find(',')); }
};

struct Arguments;

// Options that help shows together.
struct OptionGroup {
  std::string heading;               // "which rows"
  std::vector<std::string> options;  // by long name, in order
};

struct CommandSpec {
  std::string name;      // "generate", "plugin list"
  std::string operands;  // "[SCHEMA]", as an option's argument
  std::string summary;   // one line
  std::size_t most_operands = 0;
  bool takes_schema = false;  // the operand is the description's path
  std::vector<OptionSpec> options;
  std::vector<std::string> examples;
  int (*run)(const Arguments&) = nullptr;  // returns the exit code
  std::vector<OptionGroup> groups{};       // options in none of them come after them
};

struct Arguments {
  const CommandSpec* command = nullptr;
  std::map<std::string, std::vector<std::string>> options;  // by long name; a switch has one empty value each time
  std::vector<std::string> operands;

  [[nodiscard]] bool has(const std::string& option) const { return options.contains(option); }
};

// Options of every command, accepted before and after it.
[[nodiscard]] const std::vector<OptionSpec>& global_options();

// Finds the command and reads its options.  command is null when there is none ("datagen --help").  Throws
// Error(usage) for what is unknown (with "did you mean"), lacks its value, or is one operand too many.
[[nodiscard]] Arguments parse_arguments(const std::vector<std::string>& words,
                                        const std::vector<CommandSpec>& commands);

}  // namespace datagen::host
