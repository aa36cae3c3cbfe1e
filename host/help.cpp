#include "help.hpp"

#include <fmt/format.h>

namespace datagen::host {
namespace {

std::string option_lines(const std::vector<OptionSpec>& options) {
  std::string text;
  for (const OptionSpec& option : options) {
    const auto comma = option.name.find(',');
    const std::string letter = comma == std::string::npos ? "   " : "-" + option.name.substr(comma + 1) + ",";
    const std::string argument = option.argument.empty() ? "" : " " + option.argument;
    text += fmt::format("  {} {:<25} {}\n", letter, "--" + option.long_name() + argument, option.text);
  }
  return text;
}

}  // namespace

std::string overview(const std::vector<CommandSpec>& commands) {
  std::string text =
      "datagen makes a dataset of any size from a description of a database.\n\n"
      "usage: datagen [--plugin-dir DIR]... [--config FILE] [-v|-q] COMMAND ...\n\ncommands:\n";
  for (const CommandSpec& command : commands) text += fmt::format("  {:<13} {}\n", command.name, command.summary);
  text += "\noptions of every command, before or after it:\n" + option_lines(global_options());
  text +=
      "\nexit codes: 0 done; 1 usage, or a file not found; 2 description or\n"
      "configuration invalid; 3 generation failed; 4 output failed; 5 output\n"
      "validation failed; 6 plugin refused; 130 interrupted\n"
      "\n'datagen COMMAND --help' tells more.\n";
  return text;
}

std::string command_help(const CommandSpec& command) {
  std::string text =
      fmt::format("{}\n\nusage: datagen {}{}{}{}\n", command.summary, command.name, command.operands.empty() ? "" : " ",
                  command.operands, command.options.empty() ? "" : " [OPTION]...");
  if (!command.options.empty()) text += "\n" + option_lines(command.options);
  text += "\noptions of every command:\n" + option_lines(global_options());
  if (!command.examples.empty()) text += "\nexamples:\n";
  for (const std::string& example : command.examples) text += "  " + example + "\n";
  return text;
}

}  // namespace datagen::host
