#include "help.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "topics.hpp"

namespace datagen::host {
namespace {

constexpr std::size_t column_of_text = 33;

std::string option_line(const OptionSpec& option) {
  const auto comma = option.name.find(',');
  const std::string letter = comma == std::string::npos ? "   " : "-" + option.name.substr(comma + 1) + ",";
  const std::string argument = option.argument.empty() ? "" : " " + option.argument;
  return definition(letter + " --" + option.long_name() + argument, option.text, column_of_text);
}

std::string option_lines(const std::vector<OptionSpec>& options) {
  std::string text;
  for (const OptionSpec& option : options) text += option_line(option);
  return text;
}

// Under the headings of the command's groups.
std::string grouped_lines(const CommandSpec& command) {
  std::string text;
  std::set<std::string> shown;
  for (const OptionGroup& group : command.groups) {
    text += group.heading + ":\n";
    for (const std::string& name : group.options) {
      const auto option = std::find_if(command.options.begin(), command.options.end(),
                                       [&](const OptionSpec& each) { return each.long_name() == name; });
      if (option == command.options.end()) continue;
      text += option_line(*option);
      shown.insert(name);
    }
  }
  std::vector<OptionSpec> others;
  for (const OptionSpec& option : command.options)
    if (!shown.contains(option.long_name())) others.push_back(option);
  if (others.empty()) return text;
  return text + (command.groups.empty() ? "options:\n" : "other:\n") + option_lines(others);
}

std::string commands_text(const std::vector<CommandSpec>& commands, const std::vector<std::string>& names) {
  std::string text;
  for (const CommandSpec& command : commands)
    if (std::find(names.begin(), names.end(), command.name) != names.end())
      text += definition(command.name, command.summary, 20);
  return text;
}

std::string global_option_names() {
  constexpr std::size_t width = 80;
  std::string text, line = "and of every command:";
  for (const OptionSpec& option : global_options()) {
    const auto comma = option.name.find(',');
    const std::string name =
        comma == std::string::npos ? "--" + option.long_name() : "-" + option.name.substr(comma + 1);
    if (line.size() + 1 + name.size() > width) {
      text += line + "\n";
      line = " ";
    }
    line += " " + name;
  }
  return text + line + "\n";
}

}  // namespace

std::string usage(const CommandSpec& command) {
  return fmt::format("datagen {}{}{}{}", command.name, command.operands.empty() ? "" : " ", command.operands,
                     command.options.empty() ? "" : " [OPTION]...");
}

std::string overview(const std::vector<CommandSpec>& commands) {
  std::string text =
      "datagen makes a dataset of any size from a description of a database.\n\n"
      "usage: datagen [--plugin-dir DIR]... [--config CONFIG] [-v|-q] COMMAND ...\n\n";
  std::vector<std::string> data, templates, plugins, others;
  for (const CommandSpec& command : commands) {
    const bool of_plugins = command.name.starts_with("plugin ");
    const bool other = command.name == "completion" || command.name == "version" || command.name == "help";
    const bool of_templates = command.name.starts_with("template ");
    (of_plugins ? plugins : of_templates ? templates : other ? others : data).push_back(command.name);
  }
  text += "data:\n" + commands_text(commands, data) + "templates:\n" + commands_text(commands, templates) +
          "plugins:\n" + commands_text(commands, plugins) + "this program:\n" + commands_text(commands, others);
  text += "\noptions of every command, before or after it:\n" + option_lines(global_options());
  return text + "\n'datagen COMMAND --help' tells more.\n";
}

std::string command_help(const CommandSpec& command) {
  std::string text = fmt::format("{}\n\nusage: {}\n", command.summary, usage(command));
  if (!command.options.empty()) text += "\n" + grouped_lines(command);
  text += "\n" + global_option_names();
  if (!command.examples.empty()) text += "\nexamples:\n";
  for (const std::string& example : command.examples) text += "  " + example + "\n";
  return text;
}

}  // namespace datagen::host
