// What a run is to do: defaults, overridden by the configuration, the environment and the command line, in this order.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "arguments.hpp"
#include "datagen/core/run.hpp"
#include "layer.hpp"
#include "message_options.hpp"

namespace datagen::host {

// Where plugins or templates are searched.
struct SearchDirectory {
  std::string path;
  Location named_by;  // "--plugin-dir", "datagen.toml:4:16", for messages
};

// NAME=V, or TEMPLATE.NAME=V: a parameter of the templates that are used.
struct ParameterAssignment {
  std::string of;  // a template, or empty: every one that has it
  std::string name;
  Node value;
  bool of_command_line = false;
};

// OPTION=V, or WRITER.OPTION=V: an option of the writer that the command line sets.
struct WriterAssignment {
  std::string writer;  // or empty: the one that is used
  std::string option;
  Node value;
};

struct TableName {
  std::string name;
  Location location;
};
using TemplateName = TableName;

struct Settings {
  std::optional<std::string> schema;  // path, or "-"
  Location schema_location;
  std::vector<TemplateName> templates;  // merged with each other and the schema
  std::vector<ParameterAssignment> parameters;
  std::string output = "-";
  std::optional<std::string> output_dir;   // instead of output: of a file for each table
  Location output_location;                // of either
  std::optional<Compression> compression;  // otherwise by the output's name
  std::uint64_t split_size = 0;            // bytes; 0: not split
  Shard shard;
  std::set<Section> sections;  // empty: those that the shard has
  std::optional<std::uint64_t> seed;
  std::optional<std::int64_t> now;  // as_of, resolved
  std::optional<double> default_null_fraction;
  bool strict = false;
  std::optional<std::string> locale;
  std::uint32_t jobs = 0;
  std::uint32_t batch_size = 1000;
  std::uint64_t default_row_count = 1000;
  std::optional<std::uint64_t> row_count;
  std::map<std::string, std::uint64_t> table_row_counts;
  std::map<std::string, Location> table_row_count_places;
  std::vector<TableName> tables, exclude_tables;
  bool definitions = true, data = true, create = false;
  bool validate_output = false;
  std::shared_ptr<const Node> load_profile;  // text, with its place; or null

  std::string writer = "sql";
  Location writer_location;
  std::string configured_writer = "sql";       // the one that writer_options were written for
  std::shared_ptr<const Node> writer_options;  // of the configuration, or null
  std::vector<WriterAssignment> assignments;
  std::map<std::string, std::shared_ptr<const Node>> generator_defaults;
  std::map<std::string, Location> generator_places;

  std::vector<SearchDirectory> plugin_dirs;    // highest precedence first
  std::vector<SearchDirectory> template_dirs;  // the same
  MessageOptions messages;
  When progress = When::automatic;
};

// Reads the configuration file (--config, DATAGEN_CONFIG, or the first that is found), the environment and the command
// line, and sets up messages as they ask.  Throws Error with every fault: description if one is of the configuration or
// the environment, otherwise usage.
[[nodiscard]] Settings read_settings(const Arguments& arguments);

// Sets up messages as the environment and the words of the command line ask, as far as they can be understood: so that
// faults of the command line and the configuration themselves come in the form that is asked for.
void set_up_first_messages(const std::vector<std::string>& words);

}  // namespace datagen::host
