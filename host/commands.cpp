#include "commands.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <limits>

#include "candidates.hpp"
#include "datagen/core/error.hpp"
#include "help.hpp"
#include "messages.hpp"
#include "report.hpp"
#include "settings.hpp"
#include "topics.hpp"

namespace datagen::host {
namespace {

CommandSpec generate_command() {
  return {"generate",
          "[SCHEMA]",
          "make the data",
          1,
          true,
          {{"input,i", "FILE", "the description; - for standard input", false},
           {"template", "TEMPLATE", "a template, instead of a description or with it", true},
           {"param", "[TEMPLATE.]K=V", "a parameter of the template", true},
           {"output,o", "FILE", "where to write; - (default): standard output", false},
           {"output-dir", "DIR", "a file for each table, in a new directory", false},
           {"compress", "METHOD[:LEVEL]", "zstd, gzip, none; default: by the output's name", false},
           {"split-size", "SIZE", "write files of at most this size: 100MB, 1GiB", false},
           {"format,f", "WRITER", "sql (default), copy, or a writer plugin's name", false},
           {"seed,s", "N", "same seed, same data; default: a new one", false},
           {"rows,r", "N|TABLE=N", "rows of every table, or of one", true},
           {"jobs,j", "N", "threads; 0 (default): one for each core", false},
           {"batch-size", "N", "rows of one plugin call (1000)", false},
           {"tables,t", "A,B", "write only these tables", true},
           {"exclude-tables", "A,B", "write all but these", true},
           {"schema-only", "", "definitions without rows", false},
           {"data-only", "", "rows without definitions", false},
           {"section", "SECTION", "pre-data, data or post-data; default: all", true},
           {"shard", "K/N", "the K-th of N ranges of every table's rows", false},
           {"set", "[WRITER.]OPT=V", "an option of the writer", true},
           {"as-of", "TIME", "the data's now: a date, or now", false},
           {"create", "", "create the database and connect to it", false},
           {"load-profile", "PROFILE", "safe (default), single-transaction or fast", false},
           {"strict", "", "refuse what might break a constraint", false},
           {"report", "FILE", "write a page about the run, in HTML", false},
           {"validate-output", "", "have PostgreSQL's own parser read the SQL", false},
           {"progress", "WHEN", "auto (default), always or never", false},
           {"dry-run", "", "show what would be made; write nothing", false}},
          {"datagen generate shop.json -o shop.sql --seed 42",
           "datagen generate --template blog --param rows=5000 -o blog.sql",
           "datagen generate shop.json --format copy --rows users=1000000 | psql shop"},
          run_generate,
          {{"what is made", {"input", "template", "param", "seed", "rows", "as-of"}},
           {"which part of it", {"tables", "exclude-tables", "schema-only", "data-only", "section", "shard"}},
           {"where to", {"output", "output-dir", "compress", "split-size"}},
           {"how it is written", {"format", "set", "create", "load-profile"}},
           {"how it runs", {"jobs", "batch-size", "strict", "dry-run"}},
           {"what is told of it", {"progress", "report", "validate-output"}}}};
}

CommandSpec validate_command() {
  return {"validate",
          "SCHEMA",
          "check a description, and that it can be filled",
          1,
          true,
          {{"input,i", "FILE", "the description; - for standard input", false},
           {"template", "TEMPLATE", "a template, instead of a description or with it", true},
           {"param", "[TEMPLATE.]K=V", "a parameter of the template", true},
           {"strict", "", "refuse what might break a constraint", false},
           {"json", "", "the result as JSON on standard output", false}},
          {"datagen validate shop.json", "datagen validate --json - < shop.json"},
          run_validate};
}

// What decides which rows a run has.
std::vector<OptionSpec> data_options() {
  return {{"input,i", "FILE", "the description; - for standard input", false},
          {"template", "TEMPLATE", "a template, instead of a description or with it", true},
          {"param", "[TEMPLATE.]K=V", "a parameter of the template", true},
          {"seed,s", "N", "same seed, same data; default: a new one", false},
          {"rows,r", "N|TABLE=N", "rows of every table, or of one", true},
          {"as-of", "TIME", "the data's now: a date, or now", false},
          {"tables,t", "A,B", "only these tables", true},
          {"exclude-tables", "A,B", "all tables but these", true},
          {"strict", "", "refuse what might break a constraint", false}};
}

std::vector<OptionSpec> with(std::vector<OptionSpec> options, const std::vector<OptionSpec>& more) {
  options.insert(options.end(), more.begin(), more.end());
  return options;
}

CommandSpec preview_command() {
  return {"preview",
          "[SCHEMA]",
          "show rows of a run, wherever they lie",
          1,
          true,
          with(data_options(), {{"from", "N", "the first row shown; they count from 0 (0)", false},
                                {"limit,n", "N", "how many rows of each table (10)", false},
                                {"width", "N", "most characters of a value; 0: all (40)", false},
                                {"expanded,x", "", "a line for each value", false},
                                {"json", "", "as JSON, values whole", false}}),
          {"datagen preview shop.json --seed 42", "datagen preview shop.json -s 42 --rows 1000000000 --from 123456789"},
          run_preview};
}

CommandSpec explain_command() {
  return {"explain",
          "[SCHEMA]",
          "show how the rows would be made, and why",
          1,
          true,
          with(data_options(), {{"format,f", "WRITER", "sql (default), copy, or a writer plugin's name", false},
                                {"set", "[WRITER.]OPT=V", "an option of the writer", true},
                                {"compress", "METHOD[:LEVEL]", "zstd, gzip, none (default)", false},
                                {"jobs,j", "N", "threads; 0 (default): one for each core", false},
                                {"batch-size", "N", "rows of one plugin call (1000)", false},
                                {"json", "", "as JSON", false}}),
          {"datagen explain shop.json", "datagen explain shop.json --format copy --rows 100000000 --json"},
          run_explain};
}

CommandSpec verify_command() {
  return {"verify",
          "[SCHEMA] DUMP...",
          "check that a dump holds what a description and seed make",
          std::numeric_limits<std::size_t>::max(),
          true,
          {{"template", "TEMPLATE", "a template, instead of the description", true},
           {"param", "[TEMPLATE.]K=V", "a parameter of the template", true},
           {"seed,s", "N", "the dump's", false},
           {"rows,r", "N|TABLE=N", "rows of every table, or of one", true},
           {"tables,t", "A,B", "the dump has only these tables", true},
           {"exclude-tables", "A,B", "the dump has all but these", true},
           {"as-of", "TIME", "the data's now: a date, or now", false},
           {"any-order", "", "rows may stand in any order, as in pg_dump's output", false},
           {"shard", "K/N", "the dump is the K-th of N shards", false},
           {"format,f", "WRITER", "with --shard: of the dump, sql (default) or copy", false},
           {"set", "[WRITER.]OPT=V", "with --shard: an option of the writer", true},
           {"json", "", "the result as JSON on standard output", false}},
          {"datagen verify shop.json shop.sql --seed 42",
           "zstdcat part.*.zst | datagen verify shop.json - --seed 42 --json"},
          run_verify};
}

CommandSpec plugin_check_command() {
  return {"plugin check",
          "FILE",
          "try whether a plugin keeps the rules",
          1,
          false,
          {{"json", "", "the result as JSON", false},
           {"only", "REGEX", "only cases whose name it matches", false},
           {"seed,s", "N", "of what is drawn at random (1)", false},
           {"set", "CLASS.OPT=V", "an option that objects of the class are given", true},
           {"timeout", "SECONDS", "for one case (60)", false},
           {"in-process", "", "all cases in this process, for a debugger", false},
           {"list", "", "the cases, and what each demands", false}},
          {"datagen plugin check ./weather.so", "datagen plugin check ./weather.so --only 'order|split' --json"},
          run_plugin_check};
}

const CommandSpec* find(const std::string& name) {
  for (const CommandSpec& command : commands()) {
    if (command.name == name) return &command;
  }
  return nullptr;
}

}  // namespace

const std::vector<CommandSpec>& commands() {
  static const std::vector<CommandSpec> table{
      generate_command(),
      validate_command(),
      preview_command(),
      explain_command(),
      verify_command(),
      {"schema",
       "[DOCUMENT]",
       "the JSON Schema of a document, for editors",
       1,
       false,
       {{"json-schema", "", "as JSON Schema, draft 2020-12: the default", false}},
       {"datagen schema --json-schema > datagen.schema.json",
        "datagen schema --json-schema configuration > config.schema.json"},
       run_schema},
      {"completion",
       "SHELL",
       "a shell's completion script: bash, zsh or fish",
       1,
       false,
       {},
       {"source <(datagen completion bash)", "datagen completion fish > ~/.config/fish/completions/datagen.fish"},
       run_completion},
      {"plugin list",
       "",
       "the plugins that are found",
       0,
       false,
       {{"json", "", "as JSON", false}},
       {"datagen plugin list", "datagen --plugin-dir ./build/plugins plugin list --json"},
       run_plugin_list},
      {"plugin info",
       "ID|FILE",
       "a generator, writer or plugin and its options",
       1,
       false,
       {{"json", "", "as JSON", false}},
       {"datagen plugin info email", "datagen plugin info ./weather.so --json"},
       run_plugin_info},
      {"plugin new",
       "NAME",
       "a project for a plugin of your own",
       1,
       false,
       {{"kind", "KIND", "generator, writer or sink", false},
        {"language", "LANGUAGE", "c++ (default) or c", false},
        {"directory", "DIR", "where; default: NAME", false}},
       {"datagen plugin new weather --kind generator", "datagen plugin new com.acme.parquet --kind sink --language c"},
       run_plugin_new},
      plugin_check_command(),
      {"template list",
       "",
       "the templates that are found",
       0,
       false,
       {{"json", "", "as JSON", false}},
       {"datagen template list"},
       run_template_list},
      {"template show",
       "TEMPLATE",
       "a template, its parameters and tables",
       1,
       false,
       {{"param", "K=V", "a parameter of the template", true}, {"json", "", "as JSON", false}},
       {"datagen template show blog", "datagen template show blog --param rows=5000 --json"},
       run_template_show},
      {"template export",
       "TEMPLATE",
       "a template as a description of your own",
       1,
       false,
       {{"output,o", "FILE", "where to write; - (default): standard output", false},
        {"param", "K=V", "a parameter of the template", true}},
       {"datagen template export blog -o blog.yaml", "datagen template export blog --param rows=5000 > blog.yaml"},
       run_template_export},
      {"version",
       "",
       "the version of the program and of the plugin interface",
       0,
       false,
       {{"short", "", "the number alone", false}, {"json", "", "as JSON", false}},
       {"datagen version --short"},
       run_version},
      {"help",
       "[COMMAND|TOPIC]",
       "help on a command or a topic",
       2,
       false,
       {},
       {"datagen help", "datagen help distributions"},
       run_help},
  };
  return table;
}

int run_help(const Arguments& arguments) {
  std::string name;
  for (const std::string& word : arguments.operands) name += (name.empty() ? "" : " ") + word;
  if (name.empty()) {
    print_report(overview(commands()) + topic_list());
    return 0;
  }
  if (const auto topic = topic_text(name)) {
    print_report(*topic);
    return 0;
  }
  std::string text;
  std::vector<std::string> names = topic_names();
  for (const CommandSpec& command : commands()) {
    names.push_back(command.name);
    if (command.name == name || command.name.starts_with(name + " ")) {
      text += (text.empty() ? "" : "\n") + command_help(command);
    }
  }
  if (text.empty()) {
    throw Error(ErrorCode::usage, "there is no help on '" + name + "'" + did_you_mean(name, names),
                "'datagen help' lists the commands and topics");
  }
  print_report(text);
  return 0;
}

int run_program(const std::vector<std::string>& words) {
  set_up_first_messages(words);
  if (words.empty()) {
    print_message(overview(commands()));
    return static_cast<int>(ErrorCode::usage);
  }
  // What only the completion scripts and the build ask for: in no list of commands.
  if (words[0] == "complete") {
    print_report(candidates({words.begin() + 1, words.end()}, commands(), topic_names()).text());
    return 0;
  }
  if (words[0] == "manual") return run_manual({words.begin() + 1, words.end()});
  if (words.size() == 1 && words[0] == "--version") return run_version(Arguments{find("version"), {}, {}});
  const Arguments arguments = parse_arguments(words, commands());
  if (arguments.command == nullptr) {
    if (arguments.has("help")) {
      Arguments asked{find("help"), {}, {}};
      for (const CommandSpec& command : commands()) {
        const std::string group = command.name.substr(0, command.name.find(' '));
        if (group != command.name && words[0] == group) asked.operands = {group};
      }
      return run_help(asked);
    }
    throw Error(ErrorCode::usage, "no command is given", "see 'datagen --help'");
  }
  if (arguments.has("help")) {
    print_report(command_help(*arguments.command));
    return 0;
  }
  return arguments.command->run(arguments);
}

}  // namespace datagen::host
