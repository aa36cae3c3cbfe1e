#include "arguments.hpp"

#include <algorithm>
#include <boost/program_options.hpp>

#include "datagen/core/error.hpp"

namespace datagen::host {
namespace {

namespace po = boost::program_options;

[[noreturn]] void usage(const std::string& message, const std::string& hint) {
  throw Error(ErrorCode::usage, message, hint);
}

std::string help_hint(const CommandSpec* command) {
  return "see 'datagen " + (command == nullptr ? std::string("--help'") : command->name + " --help'");
}

[[noreturn]] void unknown_option(const std::string& word, const std::vector<OptionSpec>& options,
                                 const std::string& hint) {
  std::vector<std::string> names;
  for (const OptionSpec& option : options) names.push_back("--" + option.long_name());
  const std::string name = word.substr(0, word.find('='));
  usage("unknown option '" + name + "'" + did_you_mean(name, names), hint);
}

// Too little or too much behind an option that there is.
[[noreturn]] void malformed(const po::invalid_command_line_syntax& error, const std::vector<OptionSpec>& options,
                            const std::string& hint) {
  const std::string name = error.get_option_name();
  for (const OptionSpec& option : options) {
    if (name != "--" + option.long_name() &&
        !option.name.ends_with("," + name.substr(std::min<std::size_t>(1, name.size()))))
      continue;
    if (error.kind() == po::invalid_syntax::extra_parameter)
      usage("option '" + name + "' takes no value", "leave it out");
    if (error.kind() == po::invalid_syntax::missing_parameter ||
        error.kind() == po::invalid_syntax::empty_adjacent_parameter) {
      usage("option '" + name + "' needs a value", "write " + name + " " + option.argument);
    }
  }
  usage(error.what(), hint);
}

// "--output --seed 4": what looks like the next option is no value.  One that is meant is written --output=--seed.
void check_values_follow(const std::vector<std::string>& words, const std::vector<OptionSpec>& options) {
  const auto find = [&](const std::string& word) {
    return std::find_if(options.begin(), options.end(), [&](const OptionSpec& option) {
      const std::string long_name = "--" + option.long_name();
      const auto comma = option.name.find(',');
      return word == long_name || (comma != std::string::npos && word == "-" + option.name.substr(comma + 1));
    });
  };
  for (std::size_t i = 0; i + 1 < words.size() && words[i] != "--"; ++i) {
    const auto option = find(words[i]);
    if (option == options.end() || option->argument.empty()) continue;
    if (find(words[i + 1]) != options.end()) {
      usage("option '" + words[i] + "' needs a value, and '" + words[i + 1] + "' follows",
            "write " + words[i] + " " + option->argument);
    }
    ++i;
  }
}

// How many words the option before the command takes: 1, or 2 with its value.
std::size_t words_of_global(const std::string& word) {
  if (!word.starts_with("--")) return 1;
  for (const OptionSpec& option : global_options()) {
    if (word == "--" + option.long_name()) return option.argument.empty() ? 1 : 2;
    if (word.starts_with("--" + option.long_name() + "=")) return 1;
  }
  unknown_option(word, global_options(), "options of a command come after it; see 'datagen --help'");
}

// "generate", or "plugin list"; where it begins is taken out of the words.
const CommandSpec* take_command(std::vector<std::string>& words, const std::vector<CommandSpec>& commands) {
  std::size_t first = 0;
  while (first < words.size() && words[first].starts_with('-')) first += words_of_global(words[first]);
  if (first >= words.size()) return nullptr;

  std::vector<std::string> known;
  for (const CommandSpec& command : commands) {
    const auto space = command.name.find(' ');
    const std::string group = command.name.substr(0, space);
    known.push_back(group);
    if (words[first] != group) continue;
    if (space == std::string::npos) {
      words.erase(words.begin() + static_cast<std::ptrdiff_t>(first));
      return &command;
    }
    if (first + 1 < words.size() && words[first + 1] == command.name.substr(space + 1)) {
      words.erase(words.begin() + static_cast<std::ptrdiff_t>(first),
                  words.begin() + static_cast<std::ptrdiff_t>(first) + 2);
      return &command;
    }
  }

  std::vector<std::string> members;
  for (const CommandSpec& command : commands) {
    if (command.name.starts_with(words[first] + " ")) members.push_back(command.name.substr(words[first].size() + 1));
  }
  if (members.empty()) {
    usage("unknown command '" + words[first] + "'" + did_you_mean(words[first], known), help_hint(nullptr));
  }
  std::string list;
  for (const std::string& member : members) list += (list.empty() ? "" : ", ") + member;
  if (first + 1 < words.size() && !words[first + 1].starts_with('-')) {
    usage("unknown command '" + words[first] + " " + words[first + 1] + "'" + did_you_mean(words[first + 1], members),
          "it is one of: " + list);
  }
  if (std::find(words.begin(), words.end(), "--help") != words.end()) return nullptr;
  usage("'" + words[first] + "' needs a second word", "it is one of: " + list);
}

std::vector<OptionSpec> all_options(const CommandSpec* command) {
  std::vector<OptionSpec> options = global_options();
  if (command != nullptr) options.insert(options.end(), command->options.begin(), command->options.end());
  return options;
}

}  // namespace

const std::vector<OptionSpec>& global_options() {
  static const std::vector<OptionSpec> options{
      {"plugin-dir", "DIR", "also look for plugins here, first", true},
      {"template-dir", "DIR", "also look for templates here, first", true},
      {"config", "CONFIG", "run configuration (TOML or YAML)", false},
      {"verbose,v", "", "say more; twice: still more", true},
      {"quiet,q", "", "only say what went wrong", true},
      {"log-level", "LEVEL", "error, warning (default), info or debug", false},
      {"log-format", "FORMAT", "text (default) or json: an object a line", false},
      {"log-file", "FILE", "also append messages here, with times", false},
      {"color", "WHEN", "auto (default), always or never", false},
      {"help,h", "", "show help", true},
  };
  return options;
}

Arguments parse_arguments(const std::vector<std::string>& words, const std::vector<CommandSpec>& commands) {
  Arguments result;
  std::vector<std::string> rest = words;
  result.command = take_command(rest, commands);
  const std::vector<OptionSpec> options = all_options(result.command);

  po::options_description description;
  for (const OptionSpec& option : options) {
    if (option.argument.empty()) {
      description.add_options()(option.name.c_str(), "");
    } else {
      description.add_options()(option.name.c_str(), po::value<std::vector<std::string>>()->composing(), "");
    }
  }

  check_values_follow(rest, options);
  try {
    using namespace po::command_line_style;
    const po::parsed_options parsed =
        po::command_line_parser(rest).options(description).style(unix_style & ~allow_guessing).run();
    for (const auto& option : parsed.options) {
      if (option.position_key >= 0) {
        result.operands.insert(result.operands.end(), option.value.begin(), option.value.end());
        continue;
      }
      std::vector<std::string>& values = result.options[option.string_key];
      values.insert(values.end(), option.value.begin(), option.value.end());
      if (option.value.empty()) values.emplace_back();
    }
  } catch (const po::unknown_option& error) {
    unknown_option(error.get_option_name(), options, help_hint(result.command));
  } catch (const po::invalid_command_line_syntax& error) {
    malformed(error, options, help_hint(result.command));
  } catch (const po::error& error) {
    usage(error.what(), help_hint(result.command));
  }

  for (const OptionSpec& option : options) {
    const auto given = result.options.find(option.long_name());
    if (given != result.options.end() && given->second.size() > 1 && !option.repeated) {
      usage("option '--" + option.long_name() + "' is given more than once", "keep one of them");
    }
  }
  const std::size_t most = result.command == nullptr ? 0 : result.command->most_operands;
  if (!result.has("help") && result.operands.size() > most) {
    usage("unexpected argument '" + result.operands[most] + "'", help_hint(result.command));
  }
  return result;
}

}  // namespace datagen::host
