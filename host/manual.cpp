// The manual's pages, in the macros of man(7), from the same tables as --help.
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "commands.hpp"
#include "configuration_keys.hpp"
#include "datagen/core/error.hpp"
#include "environment.hpp"
#include "exit_codes.hpp"
#include "help.hpp"
#include "report.hpp"
#include "topics.hpp"

namespace datagen::host {
namespace {

// As text of a line.
std::string escaped(std::string_view text) {
  std::string result = text.starts_with('.') || text.starts_with('\'') ? "\\&" : "";
  for (const char c : text) {
    if (c == '\\') {
      result += "\\e";
    } else if (c == '-') {
      result += "\\-";
    } else {
      result += c;
    }
  }
  return result;
}

// As an argument of a macro.
std::string macro_argument(std::string_view text) {
  std::string result = "\"";
  for (const char c : escaped(text)) result += c == '"' ? "\"\"" : std::string(1, c);
  return result + "\"";
}

std::string head(const std::string& name, int section, const std::string& summary) {
  std::string title = name;
  std::transform(title.begin(), title.end(), title.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
  return fmt::format(".TH {} {} \"{}\" \"datagen {}\" \"datagen\"\n.SH NAME\n{} \\- {}\n", macro_argument(title),
                     section, DATAGEN_DATE, DATAGEN_VERSION, escaped(name), escaped(summary));
}

std::string entry(const std::string& term, const std::string& text) {
  return fmt::format(".TP\n.B {}\n{}\n", macro_argument(term), escaped(text));
}

std::string options_text(const std::vector<OptionSpec>& options) {
  std::string text;
  for (const OptionSpec& option : options) {
    const auto comma = option.name.find(',');
    const std::string letter = comma == std::string::npos ? "" : "-" + option.name.substr(comma + 1) + ", ";
    const std::string argument = option.argument.empty() ? "" : " " + option.argument;
    text += entry(letter + "--" + option.long_name() + argument,
                  option.text + (option.repeated ? " (may be given more than once)" : ""));
  }
  return text;
}

std::string page_name(const CommandSpec& command) {
  std::string name = "datagen-" + command.name;
  std::replace(name.begin(), name.end(), ' ', '-');
  return name;
}

std::string program_page() {
  std::string text = head("datagen", 1, "datasets of any size from descriptions of databases");
  text += ".SH SYNOPSIS\n.B datagen\n" + escaped("[--plugin-dir DIR]... [--config CONFIG] [-v|-q] COMMAND ...") + "\n";
  text +=
      ".SH DESCRIPTION\nTurns a description of a relational database, in JSON, TOML or YAML, into a dataset: a "
      "dump that\nPostgreSQL loads, or what a writer plugin makes.\n";
  text += ".SH COMMANDS\n";
  for (const CommandSpec& command : commands())
    text += entry("datagen " + command.name, command.summary + "; see " + page_name(command) + "(1)");
  text += ".SH OPTIONS\nOf every command, before or after it.\n" + options_text(global_options());
  text += ".SH ENVIRONMENT\n" + entry("DATAGEN_CONFIG", "the run configuration, as --config") +
          entry("NO_COLOR", "where it is set, messages have no colours");
  for (const EnvironmentVariable& each : environment_variables())
    text += entry(each.name, std::string("as ") + each.key + " in datagen-configuration(5)");
  text += ".SH EXIT STATUS\n";
  for (const ExitCode& each : exit_codes()) text += entry(std::to_string(each.code), each.meaning);
  return text + ".SH SEE ALSO\n.BR datagen\\-description (5),\n.BR datagen\\-configuration (5)\n";
}

std::string command_page(const CommandSpec& command) {
  std::string text = head(page_name(command), 1, command.summary);
  text += ".SH SYNOPSIS\n.B " + macro_argument(usage(command)) + "\n";
  if (!command.options.empty()) text += ".SH OPTIONS\n" + options_text(command.options);
  text += ".SH OPTIONS OF EVERY COMMAND\n" + options_text(global_options());
  if (!command.examples.empty()) text += ".SH EXAMPLES\n";
  for (const std::string& example : command.examples) {
    if (&example != &command.examples.front()) text += ".PP\n";
    text += ".EX\n" + escaped(example) + "\n.EE\n";
  }
  return text + ".SH SEE ALSO\n.BR datagen (1)\n";
}

std::string keys_text(const std::vector<Key>& keys) {
  std::string text;
  for (const Key& key : keys)
    if (key.use == Key::Use::offered) text += entry(key.name, key.doc);
  return text;
}

std::string description_page() {
  std::string text = head("datagen-description", 5, "the description of a database that datagen reads");
  text +=
      ".SH DESCRIPTION\nA document in JSON, TOML or YAML, with the same keys. Keys that begin with x\\- are for\n"
      "anything. `datagen schema` writes a JSON Schema of it, for editors.\n";
  for (const Place* place : description_places()) {
    std::string title = place->name;
    std::replace(title.begin(), title.end(), '_', ' ');
    text += ".SS " + macro_argument(title) + "\n" + escaped(place->doc) + "\n" + keys_text(place->keys);
  }
  return text + ".SH SEE ALSO\n.BR datagen (1),\n.BR datagen\\-configuration (5)\n";
}

std::string configuration_page() {
  std::string text = head("datagen-configuration", 5, "what a run of datagen is to do");
  text +=
      ".SH DESCRIPTION\nA document in TOML, YAML or JSON: datagen.toml, .datagen.toml or .datagen.yaml in the\n"
      "working directory or at home, or what \\-\\-config names.\n.SS \"top level\"\n";
  std::vector<Key> top, writer;
  for (const ConfigurationKey& each : configuration_keys()) top.push_back(each.key);
  for (const ConfigurationKey& each : writer_keys()) writer.push_back(each.key);
  text += keys_text(top) + ".SS \"writer\"\n" + keys_text(writer);
  return text + ".SH SEE ALSO\n.BR datagen (1),\n.BR datagen\\-description (5)\n";
}

}  // namespace

int run_manual(const std::vector<std::string>& words) {
  std::vector<std::pair<std::string, std::string>> pages{{"datagen.1", program_page()},
                                                         {"datagen-description.5", description_page()},
                                                         {"datagen-configuration.5", configuration_page()}};
  for (const CommandSpec& command : commands()) pages.emplace_back(page_name(command) + ".1", command_page(command));
  std::string list;
  for (const auto& [name, text] : pages) {
    if (!words.empty() && words.front() == name) {
      print_report(text);
      return 0;
    }
    list += name + "\n";
  }
  if (!words.empty()) throw Error(ErrorCode::usage, "the manual has no page '" + words.front() + "'");
  print_report(list);
  return 0;
}

}  // namespace datagen::host
