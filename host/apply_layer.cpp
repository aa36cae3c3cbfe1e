#include "apply_layer.hpp"

#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <utility>

#include "configuration_keys.hpp"
#include "output_settings.hpp"

namespace datagen::host {
namespace {

// Puts the values of one layer over those of the layers below.
class Applier {
 public:
  Applier(Settings& settings, const Layer& layer, Diagnostics& diagnostics)
      : settings_(settings), layer_(layer), diagnostics_(diagnostics) {}

  void apply() {
    apply_source();
    apply_output();
    apply_seed();
    if (const auto jobs = number("jobs")) settings_.jobs = static_cast<std::uint32_t>(*jobs);
    if (const auto rows = number("default_batch_size")) {
      settings_.batch_size = static_cast<std::uint32_t>(*rows);
    }
    if (const auto rows = number("default_row_count")) settings_.default_row_count = *rows;
    apply_null_fraction();
    apply_as_of();
    if (const Node* node = find("locale")) settings_.locale = string("locale", *node);
    apply_writer();
    apply_content();
    apply_rows();
    apply_names("tables", "table", settings_.tables);
    apply_names("exclude_tables", "table", settings_.exclude_tables);
    apply_assignments();
    apply_generators();
    apply_directories("plugin_dirs", settings_.plugin_dirs);
    apply_directories("template_dirs", settings_.template_dirs);
    apply_parameters();
    apply_messages();
  }

 private:
  const Node* find(const char* key) const {
    const auto value = layer_.values.find(key);
    return value == layer_.values.end() ? nullptr : &value->second;
  }

  // On the command line the place says the name already.
  void fault(const std::string& key, const Node& node, const std::string& message, const std::string& hint = "") {
    diagnostics_.fault(node.location, node.location.line == 0 ? "" : key, message, hint);
  }

  std::string string(const char* key, const Node& node) {
    if (node.is(Node::Kind::string) && !node.string.empty()) return node.string;
    fault(key, node,
          std::string("must be a string that is not empty") +
              (node.is(Node::Kind::string) ? "" : std::string(", not ") + kind_name(node.kind)));
    return "";
  }

  void set_path(const char* key, const Node& node, std::string& place) {
    place = string(key, node);
    if (place == "-" || place.empty() || layer_.base.empty()) return;
    place = (layer_.base / place).lexically_normal().string();
  }

  static std::optional<std::uint64_t> whole_number(const Node& node) {
    if (node.is(Node::Kind::integer)) {
      return node.integer < 0 ? std::nullopt : std::optional(static_cast<std::uint64_t>(node.integer));
    }
    if (!node.is(Node::Kind::string) && !node.is(Node::Kind::floating)) return std::nullopt;
    std::uint64_t value = 0;
    const char* const end = node.string.data() + node.string.size();
    const auto [stop, error] = std::from_chars(node.string.data(), end, value);
    return error == std::errc{} && stop == end ? std::optional(value) : std::nullopt;
  }

  std::optional<std::uint64_t> checked(const char* key, const Node& node, const Limits& limits) {
    const std::optional<std::uint64_t> value = whole_number(node);
    if (value && *value >= limits.least && *value <= limits.most) return value;
    fault(key, node,
          "must be a whole number from " + std::to_string(limits.least) + " to " + std::to_string(limits.most) +
              not_this(node));
    return std::nullopt;
  }

  std::optional<std::uint64_t> number(const char* key) {
    const Node* const node = find(key);
    return node == nullptr ? std::nullopt : checked(key, *node, limits_of(key));
  }

  std::optional<bool> boolean(const char* key) {
    const Node* const node = find(key);
    if (node == nullptr) return std::nullopt;
    if (node->is(Node::Kind::boolean)) return node->boolean;
    if (node->string == "true" || node->string == "1") return true;
    if (node->string == "false" || node->string == "0") return false;
    fault(key, *node, "must be true or false" + not_this(*node));
    return std::nullopt;
  }

  // A file and a directory replace each other, where they stand in different layers.
  void apply_output() {
    const Node* const file = find("writer.output");
    const Node* const directory = find("writer.output_dir");
    if (file != nullptr && directory != nullptr) {
      fault("output_dir", *directory, "an output and an output directory exclude each other", "keep one of the two");
    } else if (file != nullptr) {
      set_path("output", *file, settings_.output);
      settings_.output_dir.reset();
      settings_.output_location = file->location;
    } else if (directory != nullptr) {
      set_path("output_dir", *directory, settings_.output_dir.emplace());
      settings_.output = "-";
      settings_.output_location = directory->location;
    }
    parsed("writer.compress", parse_compression,
           "must be none, gzip or zstd, or with a level gzip:1 to gzip:12, zstd:1 to zstd:19", settings_.compression);
    parsed("writer.split_size", parse_split_size, "must be a size of at least 1kB, such as 100MB or 1GiB",
           settings_.split_size);
    if (const Node* const profile = find("writer.load_profile"))
      settings_.load_profile = std::make_shared<Node>(*profile);
    parsed("shard", parse_shard, "must be K/N, the number of the shard and of all shards, such as 2/3",
           settings_.shard);
    apply_sections();
  }

  template <typename Parse, typename Value>
  void parsed(const char* key, Parse parse, const char* what, Value& value) {
    const Node* const node = find(key);
    if (node == nullptr) return;
    if (const auto result = parse(node->string)) {
      value = *result;
    } else {
      fault(key, *node, what + not_this(*node));
    }
  }

  void apply_sections() {
    std::vector<TableName> names;
    if (find("sections") == nullptr) return;
    apply_names("sections", "section", names);
    settings_.sections.clear();
    for (const TableName& name : names) {
      if (const auto section = parse_section(name.name)) {
        settings_.sections.insert(*section);
      } else {
        fault("sections", *find("sections"),
              "there is no section '" + name.name + "'" + did_you_mean(name.name, {"pre-data", "data", "post-data"}),
              "the sections are pre-data, data and post-data");
      }
    }
  }

  void apply_seed() {
    // The original took 0 in this key to mean: a new one each time.
    if (const auto seed = number("default_seed")) {
      settings_.seed = *seed == 0 ? std::nullopt : std::optional(*seed);
    }
    if (const auto seed = number("seed")) settings_.seed = *seed;
  }

  void apply_null_fraction() {
    const Node* const node = find("default_null_fraction");
    if (node == nullptr) return;
    if (node->is_number() && node->floating >= 0 && node->floating <= 1) {
      settings_.default_null_fraction = node->floating;
    } else {
      fault("default_null_fraction", *node, "must be a number from 0 to 1" + not_this(*node));
    }
  }

  void apply_as_of() {
    const Node* const node = find("as_of");
    if (node == nullptr) return;
    if (node->string == "now") {
      const auto clock = std::chrono::system_clock::now().time_since_epoch();
      settings_.now = std::chrono::duration_cast<std::chrono::microseconds>(clock).count();
      return;
    }
    settings_.now = parse_timestamp(node->string);
    if (!settings_.now) {
      fault("as_of", *node, "must be a date or a time that exists" + not_this(*node),
            "write 2025-01-01, 2025-01-01T12:00:00Z, or now");
    }
  }

  void apply_writer() {
    const Node* const name = find("writer.name");
    if (name != nullptr) {
      settings_.writer = string("writer.name", *name);
      settings_.writer_location = name->location;
    }
    if (const Node* options = find("writer.options")) {
      if (options->is(Node::Kind::map)) {
        settings_.writer_options = std::make_shared<Node>(*options);
        settings_.configured_writer = settings_.writer;
      } else {
        fault("writer.options", *options, "must be a table of options");
      }
    }
  }

  void apply_content() {
    const std::optional<bool> schema_only = boolean("schema_only");
    const std::optional<bool> data_only = boolean("data_only");
    if (schema_only.value_or(false) && data_only.value_or(false)) {
      fault("schema_only", *find("schema_only"), "schema only and data only leave nothing to write",
            "give one of the two, or neither for both parts");
    }
    if (schema_only) settings_.data = !*schema_only;
    if (schema_only.value_or(false)) settings_.definitions = true;
    if (data_only) settings_.definitions = !*data_only;
    if (data_only.value_or(false)) settings_.data = true;
    if (const auto create = boolean("create")) settings_.create = *create;
    if (const auto strict = boolean("strict")) settings_.strict = *strict;
    if (const auto check = boolean("validate_output")) settings_.validate_output = *check;
  }

  void apply_rows() {
    const Node* const rows = find("rows");
    if (rows == nullptr) return;
    for (const Node& node : rows->list) {
      const auto equals = node.string.rfind('=');
      if (equals == 0) {
        fault("rows", node, "must be N or TABLE=N, not '" + node.string + "'");
        continue;
      }
      Node count = node;
      if (equals != std::string::npos) count.string = node.string.substr(equals + 1);
      const auto value = checked("rows", count, limits_of("default_row_count"));
      if (!value) continue;
      if (equals == std::string::npos) {
        settings_.row_count = value;
      } else {
        settings_.table_row_counts[node.string.substr(0, equals)] = *value;
        settings_.table_row_count_places[node.string.substr(0, equals)] = node.location;
      }
    }
  }

  // A list, or one string with commas.
  void apply_names(const char* key, const std::string& what, std::vector<TableName>& names) {
    const Node* const node = find(key);
    if (node == nullptr) return;
    names.clear();
    if (!node->is(Node::Kind::list) && !node->is(Node::Kind::string)) {
      fault(key, *node, "must be a list of " + what + " names");
      return;
    }
    const bool list = node->is(Node::Kind::list);
    for (std::size_t i = 0; i < (list ? node->list.size() : 1); ++i) {
      const Node& part = list ? node->list[i] : *node;
      std::string_view rest = part.string;
      for (bool more = true; more;) {
        const auto comma = rest.find(',');
        more = comma != std::string_view::npos;
        const std::string_view name = rest.substr(0, comma);
        if (name.empty()) fault(key, part, "holds an empty " + what + " name");
        if (!name.empty()) names.push_back({std::string(name), part.location});
        rest = more ? rest.substr(comma + 1) : std::string_view{};
      }
    }
  }

  void apply_assignments() {
    const Node* const node = find("set");
    if (node == nullptr) return;
    for (const Node& one : node->list) {
      const auto equals = one.string.find('=');
      const std::string name = one.string.substr(0, equals);
      if (equals == std::string::npos || name.empty() || name.ends_with('.')) {
        fault("set", one, "must be OPTION=VALUE or WRITER.OPTION=VALUE, not '" + one.string + "'");
        continue;
      }
      const auto dot = name.rfind('.');
      WriterAssignment assignment;
      if (dot != std::string::npos) assignment.writer = name.substr(0, dot);
      assignment.option = dot == std::string::npos ? name : name.substr(dot + 1);
      assignment.value = text_node(one.string.substr(equals + 1), "--set " + name);
      settings_.assignments.push_back(std::move(assignment));
    }
  }

  void apply_generators() {
    const Node* const node = find("generators");
    if (node == nullptr) return;
    if (!node->is(Node::Kind::map)) {
      fault("generators", *node, "must be a table: a generator's name, then its options");
      return;
    }
    for (const Node::Member& member : node->map) {
      if (!member.value.is(Node::Kind::map)) {
        fault("generators." + member.key, member.value, "must be a table of options");
        continue;
      }
      settings_.generator_defaults[member.key] = std::make_shared<Node>(member.value);
      settings_.generator_places[member.key] = member.location;
    }
  }

  // A description and templates that a higher layer names take the place of both of a lower one.
  void apply_source() {
    if (find("schema") == nullptr && find("templates") == nullptr) return;
    settings_.schema.reset();
    if (const Node* node = find("schema")) {
      set_path("schema", *node, settings_.schema.emplace());
      settings_.schema_location = node->location;
    }
    settings_.templates.clear();
    apply_names("templates", "template", settings_.templates);
  }

  void apply_directories(const char* key, std::vector<SearchDirectory>& place) {
    const Node* const node = find(key);
    if (node == nullptr) return;
    if (!node->is(Node::Kind::list) && !node->is(Node::Kind::string)) {
      fault(key, *node, "must be a list of directories");
      return;
    }
    const bool list = node->is(Node::Kind::list);
    std::vector<SearchDirectory> directories;
    for (std::size_t i = 0; i < (list ? node->list.size() : 1); ++i) {
      const Node& part = list ? node->list[i] : *node;
      SearchDirectory& directory = directories.emplace_back();
      set_path(key, part, directory.path);
      directory.named_by = part.location;
    }
    place.insert(place.begin(), directories.begin(), directories.end());
  }

  // "params" of a configuration: names, or templates with names below; "param" of the command line: [TEMPLATE.]NAME=V.
  void apply_parameters() {
    if (const Node* node = find("params")) {
      if (!node->is(Node::Kind::map)) fault("params", *node, "must be a table: a parameter's name, then its value");
      for (const Node::Member& member : node->map) {
        if (!member.value.is(Node::Kind::map)) {
          settings_.parameters.push_back({"", member.key, member.value});
          continue;
        }
        for (const Node::Member& one : member.value.map)
          settings_.parameters.push_back({member.key, one.key, one.value});
      }
    }
    const Node* const given = find("param");
    if (given == nullptr) return;
    for (const Node& one : given->list) {
      const auto equals = one.string.find('=');
      const std::string name = one.string.substr(0, equals);
      const auto dot = name.find('.');
      if (equals == std::string::npos || name.empty() || dot == 0 || name.ends_with('.')) {
        fault("param", one, "must be NAME=VALUE or TEMPLATE.NAME=VALUE, not '" + one.string + "'");
        continue;
      }
      const Node value = text_node(one.string.substr(equals + 1), "--param " + name);
      const std::string of = dot == std::string::npos ? "" : name.substr(0, dot);
      settings_.parameters.push_back({of, dot == std::string::npos ? name : name.substr(dot + 1), value, true});
    }
  }

  void apply_messages() {
    MessageOptions& messages = settings_.messages;
    if (const auto level = word("log_level", parse_log_level, {"error", "warning", "info", "debug"})) {
      messages.level = *level;
      messages.file_level = *level;
    }
    if (boolean("verbose").value_or(false)) messages.level = LogLevel::info;
    if (boolean("quiet").value_or(false)) messages.level = LogLevel::error;
    if (const auto format = word("log_format", parse_log_format, {"text", "json"})) messages.format = *format;
    if (const auto when = word("color", parse_when, {"auto", "always", "never"})) messages.color = *when;
    if (const auto colored = boolean("color_output")) messages.color = *colored ? When::automatic : When::never;
    if (const auto when = word("progress", parse_when, {"auto", "always", "never"})) settings_.progress = *when;
    if (const auto shown = boolean("progress_bar")) settings_.progress = *shown ? When::automatic : When::never;
    const Node* const file = find("log_file");
    if (file == nullptr) return;
    messages.log_file.clear();
    // The original's configurations name no file this way.
    if (!file->is(Node::Kind::string) || !file->string.empty()) set_path("log_file", *file, messages.log_file);
  }

  // One of some words.
  template <typename Parse>
  auto word(const char* key, Parse parse, const std::vector<std::string>& words) -> decltype(parse("")) {
    const Node* const node = find(key);
    if (node == nullptr) return std::nullopt;
    if (const auto value = parse(node->string)) return value;
    std::string list;
    for (const std::string& one : words) list += (list.empty() ? "" : &one == &words.back() ? " or " : ", ") + one;
    fault(key, *node, "must be " + list + not_this(*node) + did_you_mean(node->string, words));
    return std::nullopt;
  }

  static std::string not_this(const Node& node) {
    return node.is_scalar() ? ", not '" + node.string + "'" : std::string(", not ") + kind_name(node.kind);
  }

  Settings& settings_;
  const Layer& layer_;
  Diagnostics& diagnostics_;
};

}  // namespace

void apply(Settings& settings, const Layer& layer, Diagnostics& diagnostics) {
  Applier(settings, layer, diagnostics).apply();
}

}  // namespace datagen::host
