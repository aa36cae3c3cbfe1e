// What an option's argument or an operand stands for, by the name that help gives it: the same name means the same
// everywhere.  Completions come from here.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace datagen::host {

struct Metavariable {
  enum class Kind {
    text,  // nothing to offer
    file,  // with one of words as its extension; of any kind where there are none
    directory,
    words,
    tables,      // of the description that the command line names, with commas between them
    row_counts,  // N, or TABLE=N
    writer,
    assignment,  // [WRITER.]OPTION=VALUE
    template_name,
    parameter,   // [TEMPLATE.]NAME=VALUE, of the templates that the command line names
    plugin,      // a generator, a writer, a plugin, or a plugin's file
    topic,       // a command, or a topic of help
  };
  std::string name;  // "FILE", "N|TABLE=N"
  Kind kind;
  std::vector<std::string> words;
};

// Of an OptionSpec's argument, or of a CommandSpec's operands, with their brackets; nullptr where there is none.
[[nodiscard]] const Metavariable* find_metavariable(std::string_view name);

}  // namespace datagen::host
