#include "plugin_text.hpp"

#include <fmt/format.h>

#include <array>
#include <nlohmann/json.hpp>
#include <utility>

namespace datagen::host {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<const char*, 16> kFamilies{"boolean", "integer",   "decimal",  "float", "text",   "date",
                                                "time",    "timestamp", "interval", "uuid",  "binary", "json",
                                                "network", "enum",      "other",    "array"};
constexpr std::array<const char*, 11> kTypes{"unknown", "bool",   "int",         "float",      "string",   "choice",
                                             "json",    "column", "string list", "float list", "timestamp"};

std::vector<std::string> family_names(std::uint32_t families) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < kFamilies.size(); ++i) {
    if ((families >> i & 1u) != 0) names.emplace_back(kFamilies[i]);
  }
  return names;
}

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

std::string text_of(const char* text) { return text == nullptr ? "" : text; }

const char* type_name(const datagen_option& option) { return kTypes[option.type < kTypes.size() ? option.type : 0]; }

std::vector<std::string> choices(const datagen_option& option) {
  return {option.choices, option.choices + option.n_choices};
}

// Literals of an option are JSON already, which the registry has made sure of.
Json literal(const char* text) { return Json::parse(text, nullptr, false); }

Json option_json(const datagen_option& option) {
  Json json{{"name", option.name}, {"type", type_name(option)}, {"doc", text_of(option.doc)}};
  if (option.default_value != nullptr) json["default"] = literal(option.default_value);
  if (option.minimum != nullptr) json["minimum"] = literal(option.minimum);
  if (option.maximum != nullptr) json["maximum"] = literal(option.maximum);
  if (option.n_choices != 0) json["choices"] = choices(option);
  json["required"] = (option.flags & DATAGEN_OPTION_REQUIRED) != 0;
  json["secret"] = (option.flags & DATAGEN_OPTION_SECRET) != 0;
  json["deprecated"] = (option.flags & DATAGEN_OPTION_DEPRECATED) != 0;
  return json;
}

Json options_json(const std::vector<datagen_option>& options) {
  Json list = Json::array();
  for (const datagen_option& option : options) list.push_back(option_json(option));
  return list;
}

std::string options_text(const std::vector<datagen_option>& options) {
  if (options.empty()) return "  no options\n";
  std::string text = "  options:\n";
  for (const datagen_option& option : options) {
    std::string facts = type_name(option);
    if (option.n_choices != 0) facts += ": " + joined(choices(option));
    if (option.default_value != nullptr) facts += fmt::format("; default {}", option.default_value);
    if (option.minimum != nullptr) facts += fmt::format("; at least {}", option.minimum);
    if (option.maximum != nullptr) facts += fmt::format("; at most {}", option.maximum);
    if ((option.flags & DATAGEN_OPTION_REQUIRED) != 0) facts += "; required";
    if ((option.flags & DATAGEN_OPTION_SECRET) != 0) facts += "; secret";
    if ((option.flags & DATAGEN_OPTION_DEPRECATED) != 0) facts += "; deprecated";
    text += fmt::format("    {:<20} {}\n    {:<20} {}\n", option.name, text_of(option.doc), "", facts);
  }
  return text;
}

std::string hint_text(const datagen_hint& hint) {
  std::string text = hint.column == nullptr ? "any column" : std::string(hint.column);
  if (hint.column != nullptr && hint.match == DATAGEN_MATCH_SUFFIX) text = "*" + text;
  if (hint.table != nullptr) text = std::string(hint.table) + "." + text;
  if (hint.postgres_type != nullptr) text += std::string(" of type ") + hint.postgres_type;
  if (hint.options != nullptr) text += std::string(" with ") + hint.options;
  return text;
}

Json hint_json(const datagen_hint& hint) {
  Json json{{"column", hint.column == nullptr ? Json() : Json(hint.column)},
            {"match", hint.match == DATAGEN_MATCH_SUFFIX ? "suffix" : "exact"},
            {"families", family_names(hint.families)},
            {"priority", hint.priority}};
  if (hint.table != nullptr) json["table"] = hint.table;
  if (hint.postgres_type != nullptr) json["postgres_type"] = hint.postgres_type;
  if (hint.options != nullptr) json["options"] = literal(hint.options);
  return json;
}

template <class Class>
Json class_json(const Class& one, const char* role) {
  return {{"id", one.id},
          {"name", one.short_name},
          {"role", role},
          {"summary", text_of(one.table.summary)},
          {"algorithm_version", one.table.algorithm_version}};
}

const char* writer_role(const WriterClass& writer) { return writer.has_own_destination() ? "sink" : "writer"; }

Json generator_json(const GeneratorClass& one) {
  Json json = class_json(one, "generator");
  json["families"] = family_names(one.table.families);
  json["options"] = options_json(one.options);
  json["hints"] = Json::array();
  for (const datagen_hint& hint : one.hints) json["hints"].push_back(hint_json(hint));
  return json;
}

Json writer_json(const WriterClass& one) {
  Json json = class_json(one, writer_role(one));
  if (one.table.file_extension != nullptr) json["file_extension"] = one.table.file_extension;
  json["options"] = options_json(one.options);
  return json;
}

std::string generator_text(const GeneratorClass& one) {
  std::string text =
      fmt::format("generator {}: {}\n  version {} of its algorithm\n  for columns of: {}\n", one.id,
                  text_of(one.table.summary), one.table.algorithm_version, joined(family_names(one.table.families)));
  std::vector<std::string> hints;
  for (const datagen_hint& hint : one.hints) hints.push_back(hint_text(hint));
  if (!hints.empty()) text += "  chosen by itself for: " + joined(hints) + "\n";
  return text + options_text(one.options);
}

std::string writer_text(const WriterClass& one) {
  std::string text = fmt::format("{} {}: {}\n  version {} of its algorithm\n", writer_role(one), one.id,
                                 text_of(one.table.summary), one.table.algorithm_version);
  if (one.table.file_extension != nullptr) text += fmt::format("  files end in .{}\n", one.table.file_extension);
  return text + options_text(one.options);
}

Json plugin_json(const LoadedPlugin& plugin) {
  const datagen_plugin& d = plugin.descriptor;
  return {{"id", d.id},
          {"name", text_of(d.name)},
          {"version", text_of(d.version)},
          {"vendor", text_of(d.vendor)},
          {"license", text_of(d.license)},
          {"url", text_of(d.url)},
          {"abi", fmt::format("{}.{}", d.abi_version >> 16, d.abi_version & 0xffff)},
          {"file", plugin.file.string()}};
}

std::string plugin_line(const LoadedPlugin& plugin) {
  const datagen_plugin& d = plugin.descriptor;
  return fmt::format("{} {} ({}, {})\n  {}\n", d.id, text_of(d.version), text_of(d.vendor), text_of(d.license),
                     plugin.file.string());
}

const LoadedPlugin* owner(const Plugins& plugins, const std::string& origin) {
  for (const LoadedPlugin& plugin : plugins.loaded) {
    if (plugin.file == origin) return &plugin;
  }
  return nullptr;
}

std::string dumped(const Json& json) { return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n"; }

}  // namespace

std::string list_text(const Plugins& plugins) {
  if (plugins.loaded.empty()) return "no plugins were found\n";
  std::string text;
  for (const LoadedPlugin& plugin : plugins.loaded) {
    text += plugin_line(plugin);
    for (const auto& one : plugins.registry.writers()) {
      if (plugin.file == one->origin) {
        text += fmt::format("  {:<9} {:<22} {}\n", writer_role(*one), one->short_name, text_of(one->table.summary));
      }
    }
    for (const auto& one : plugins.registry.generators()) {
      if (plugin.file == one->origin) {
        text += fmt::format("  {:<9} {:<22} {}\n", "generator", one->short_name, text_of(one->table.summary));
      }
    }
  }
  return text;
}

std::string list_json(const Plugins& plugins) {
  Json list = Json::array();
  for (const LoadedPlugin& plugin : plugins.loaded) {
    Json json = plugin_json(plugin);
    json["writers"] = Json::array();
    json["generators"] = Json::array();
    for (const auto& one : plugins.registry.writers()) {
      if (plugin.file == one->origin) json["writers"].push_back(class_json(*one, writer_role(*one)));
    }
    for (const auto& one : plugins.registry.generators()) {
      if (plugin.file == one->origin) json["generators"].push_back(class_json(*one, "generator"));
    }
    list.push_back(std::move(json));
  }
  return dumped(Json{{"plugins", std::move(list)}});
}

std::string info_text(const Plugins& plugins, const Selection& selection) {
  std::string text;
  if (selection.plugin != nullptr) {
    text += plugin_line(*selection.plugin);
    for (const auto& one : plugins.registry.writers()) {
      if (selection.plugin->file == one->origin) text += "\n" + writer_text(*one);
    }
    for (const auto& one : plugins.registry.generators()) {
      if (selection.plugin->file == one->origin) text += "\n" + generator_text(*one);
    }
  }
  if (selection.generator != nullptr) text += generator_text(*selection.generator);
  if (selection.writer != nullptr) text += (text.empty() ? "" : "\n") + writer_text(*selection.writer);
  for (const std::string& origin : {selection.generator != nullptr ? selection.generator->origin : std::string{},
                                    selection.writer != nullptr ? selection.writer->origin : std::string{}}) {
    if (const LoadedPlugin* plugin = owner(plugins, origin)) text += "from " + plugin_line(*plugin);
  }
  return text;
}

std::string info_json(const Plugins& plugins, const Selection& selection) {
  Json classes = Json::array();
  std::string origin;
  const bool whole = selection.plugin != nullptr;
  for (const auto& one : plugins.registry.writers()) {
    if (whole ? selection.plugin->file != one->origin : selection.writer != one.get()) continue;
    classes.push_back(writer_json(*one));
    origin = one->origin;
  }
  for (const auto& one : plugins.registry.generators()) {
    if (whole ? selection.plugin->file != one->origin : selection.generator != one.get()) continue;
    classes.push_back(generator_json(*one));
    origin = one->origin;
  }
  const LoadedPlugin* const plugin = whole ? selection.plugin : owner(plugins, origin);
  return dumped(Json{{"plugin", plugin == nullptr ? Json() : plugin_json(*plugin)}, {"classes", std::move(classes)}});
}

}  // namespace datagen::host
