#include "configuration_keys.hpp"

#include <limits>
#include <stdexcept>
#include <string>

namespace datagen::host {
namespace {

using namespace forms;

constexpr std::uint64_t most_rows = std::numeric_limits<std::int64_t>::max();
constexpr std::uint64_t most_jobs = 4096;
constexpr std::uint64_t most_batch_rows = std::uint64_t{1} << 20;
constexpr std::uint64_t most_seed = std::numeric_limits<std::uint64_t>::max();

std::vector<Form> number_in_quotes(std::int64_t least, std::uint64_t most) {
  return {whole(least, most), other(text("^[0-9]+$"))};
}

std::vector<Form> lenient_flag() { return {flag(), other(text("^(true|false|0|1)$")), other(whole(0, 1))}; }

std::vector<Form> one_or_many() { return {list({text()}), text()}; }

const Form path = text(".");  // not empty

Key without_effect(const char* name) {
  return accepted(name, {anything()}, "Accepted, but nothing is left for it to do.");
}

Key original(Key key) {
  key.use = Key::Use::accepted;
  return key;
}

const Place& writer_place() {
  static const Place place = [] {
    Place made{"writer", "What writes the output, and where to.", {}, false};
    for (const ConfigurationKey& each : writer_keys()) made.keys.push_back(each.key);
    return made;
  }();
  return place;
}

}  // namespace

const std::vector<ConfigurationKey>& configuration_keys() {
  static const std::vector<ConfigurationKey> table = {
      {key("schema", {path}, "The description, relative to this file."), "schema"},
      {key("seed", number_in_quotes(0, most_seed), "Same seed, same data; without it each run has a new one."), "seed"},
      {key("jobs", number_in_quotes(0, most_jobs), "Threads; 0: one for each core."), "jobs"},
      {key("default_batch_size", number_in_quotes(1, most_batch_rows), "Rows of one plugin call, by default 1000."),
       "default_batch_size"},
      {key("default_row_count", number_in_quotes(0, most_rows),
           "Rows of tables that give no row_count, by default 1000."),
       "default_row_count"},
      {key("default_null_fraction", {number(0, 1)},
           "How many values of columns that take nulls are null, from 0 to 1."),
       "default_null_fraction"},
      {key("as_of", {text()}, "The data's now: a date, a time, or now."), "as_of"},
      {key("locale", {path}, "Word lists of the values, such as de_DE."), "locale"},
      {key("tables", one_or_many(), "Write only these tables."), "tables"},
      {key("exclude_tables", one_or_many(), "Write all tables but these."), "exclude_tables"},
      {key("schema_only", lenient_flag(), "Definitions without rows."), "schema_only"},
      {key("data_only", lenient_flag(), "Rows without definitions."), "data_only"},
      {key("create", lenient_flag(), "Create the database and connect to it."), "create"},
      {key("shard", {text("^[0-9]+/[0-9]+$")}, "K/N: the K-th of N ranges of every table's rows."), "shard"},
      {key("sections",
           {list({choice({"pre-data", "data", "post-data"}), other(text(","))}),
            choice({"pre-data", "data", "post-data"}), other(text(","))},
           "Only these sections of the dump."),
       "sections"},
      {key("strict", lenient_flag(), "Refuse what might break a constraint."), "strict"},
      {key("validate_output", lenient_flag(), "Read the SQL with PostgreSQL's parser as it is written."),
       "validate_output"},
      {key("templates", one_or_many(), "Templates, instead of a description or with it."), "templates"},
      {key("params", {anything()}, "Parameters of the templates: a map, or NAME=VALUE."), "params"},
      {key("template_dirs", {list({path}), path}, "Directories of templates, searched first; relative to this file."),
       "template_dirs"},
      {key("plugin_dirs", {list({path}), path}, "Directories of plugins, searched first; relative to this file."),
       "plugin_dirs"},
      {key("generators", {named(Form::Kind::defaults)}, "Options that every use of a generator starts from."),
       "generators"},
      {key("log_level", {choice({"debug", "info", "warn", "error"}), other(choice({"warning"}))}, "How much is said."),
       "log_level"},
      {key("log_format", {choice({"text", "json"})}, "How messages are written: for people, or an object a line."),
       "log_format"},
      {key("log_file", {path}, "A file for all messages from log_level on, with times; relative to this file."),
       "log_file"},
      {key("color", {choice({"auto", "always", "never"})}, "When messages have colours."), "color"},
      {key("progress", {choice({"auto", "always", "never"})}, "When to tell how far the run is."), "progress"},
      // Of the original.
      {original(key("default_format", {named(Form::Kind::writer)}, "As writer.name.")), "writer.name"},
      {original(key("default_seed", number_in_quotes(0, most_seed), "As seed, but 0 means a new one each time.")),
       "default_seed"},
      {original(key("workers", number_in_quotes(0, most_jobs), "As jobs.")), "jobs"},
      {original(key("verbose", lenient_flag(), "Say more.")), "verbose"},
      {original(key("quiet_mode", lenient_flag(), "Only say what went wrong.")), "quiet"},
      {original(key("color_output", lenient_flag(), "Whether messages have colours on a terminal.")), "color_output"},
      {without_effect("enable_cache"), nullptr},
      {without_effect("cache_size"), nullptr},
      {without_effect("stream_writes"), nullptr},
      {original(key("progress_bar", lenient_flag(), "Whether progress is shown on a terminal.")), "progress_bar"},
      {without_effect("json_output"), nullptr},
      {without_effect("pretty_print"), nullptr},
      {without_effect("show_timestamp"), nullptr},
      {key("$schema", {text()}, "Where editors find the JSON Schema of this file."), ""},
  };
  return table;
}

const std::vector<ConfigurationKey>& writer_keys() {
  static const std::vector<ConfigurationKey> table = {
      {key("name", {named(Form::Kind::writer)}, "The writer: sql, copy, or a writer plugin's name."), "writer.name"},
      {key("output", {path}, "The file to write, relative to this file; - for standard output."), "writer.output"},
      {key("output_dir", {path}, "A new directory with a file for each table, instead of output."),
       "writer.output_dir"},
      {key("compress", {choice({"none", "gzip", "zstd"}), other(text("^(gzip|zstd):[0-9]+$"))},
           "The compression, also with a level as zstd:9; by default by the output's name."),
       "writer.compress"},
      {key("split_size", {text("^[0-9]"), whole(1000, most_rows)}, "Write files of at most this size: 100MB, 1GiB."),
       "writer.split_size"},
      {key("load_profile", {choice({"safe", "single-transaction", "fast"})}, "How the output is to be loaded."),
       "writer.load_profile"},
      {key("options", {named(Form::Kind::options)}, "Options of the writer."), "writer.options"},
  };
  return table;
}

const Place& configuration_place() {
  static const Place place = [] {
    Place made{
        "configuration", "What a run is to do, where neither its command line nor the environment says.", {}, false};
    for (const ConfigurationKey& each : configuration_keys()) made.keys.push_back(each.key);
    made.keys.push_back(
        key("writer", {of(writer_place), other(named(Form::Kind::writer))}, "What writes the output, and where to."));
    return made;
  }();
  return place;
}

Limits limits_of(std::string_view value) {
  for (const ConfigurationKey& each : configuration_keys()) {
    if (each.value == nullptr || value != each.value) continue;
    for (const Form& form : each.key.forms)
      if (form.kind == Form::Kind::whole && form.bounded) return {static_cast<std::uint64_t>(form.least), form.most};
  }
  throw std::logic_error("'" + std::string(value) + "' is no whole number of the configuration");
}

}  // namespace datagen::host
