#include "topics.hpp"

#include <fmt/format.h>

#include <functional>
#include <map>
#include <stdexcept>
#include <string_view>

#include "configuration_keys.hpp"
#include "environment.hpp"
#include "exit_codes.hpp"
#include "texts.hpp"

namespace datagen::host {
namespace {

constexpr std::string_view folder = "help/";
constexpr std::string_view extension = ".txt";

std::string keys_text(const std::vector<Key>& keys) {
  std::string text;
  for (const Key& key : keys)
    if (key.use == Key::Use::offered && !key.name.starts_with('$')) text += definition(key.name, key.doc);
  return text;
}

std::string configuration_text(const std::vector<ConfigurationKey>& table) {
  std::vector<Key> keys;
  for (const ConfigurationKey& each : table) keys.push_back(each.key);
  return keys_text(keys);
}

std::string environment_text() {
  std::string text;
  for (const EnvironmentVariable& each : environment_variables())
    text += definition(each.name, std::string("as ") + each.key, 30);
  return text;
}

std::string exit_codes_text() {
  std::string text;
  for (const ExitCode& each : exit_codes()) text += definition(std::to_string(each.code), each.meaning, 8);
  return text;
}

std::string place_text(std::string_view name) {
  for (const Place* place : description_places())
    if (place->name == name) return keys_text(place->keys);
  throw std::logic_error("a description has no place '" + std::string(name) + "'");
}

std::string distributions_text() {
  std::string text;
  for (const Place* place : description_places()) {
    if (place->name != "column_distribution") continue;
    for (const Variant& variant : place->variants) {
      std::string keys;
      for (const std::string& key : variant.keys) keys += (keys.empty() ? "" : ", ") + key;
      text += definition(variant.words.front(), keys, 16);
    }
  }
  return text;
}

// "{{environment}}" on a line of its own.
std::string list_named(const std::string& name) {
  static const std::map<std::string, std::function<std::string()>> lists = {
      {"environment", environment_text},
      {"exit-codes", exit_codes_text},
      {"configuration", [] { return configuration_text(configuration_keys()); }},
      {"writer", [] { return configuration_text(writer_keys()); }},
      {"description", [] { return place_text("description"); }},
      {"table", [] { return place_text("table"); }},
      {"column", [] { return place_text("column"); }},
      {"distributions", distributions_text},
  };
  return lists.at(name)();
}

std::string_view file_of(const std::string& topic) {
  return find_text(std::string(folder) + topic + std::string(extension));
}

}  // namespace

std::string definition(const std::string& term, const std::string& text, std::size_t indent) {
  std::string lines = "  " + term;
  std::size_t width = lines.size();
  const auto fill = [&] {
    lines.append(indent - width, ' ');
    width = indent;
  };
  if (width + 2 > indent) {
    lines += '\n';
    width = 0;
  }
  fill();
  std::string_view rest = text;
  bool first = true;
  while (!rest.empty()) {
    const std::size_t blank = rest.find(' ');
    const std::string_view word = rest.substr(0, blank);
    rest = blank == std::string_view::npos ? std::string_view{} : rest.substr(blank + 1);
    if (!first && width + 1 + word.size() > 80) {
      lines += '\n';
      width = 0;
      fill();
      first = true;
    }
    if (!first) lines += ' ';
    width += word.size() + (first ? 0 : 1);
    lines += word;
    first = false;
  }
  return lines + "\n";
}

std::vector<std::string> topic_names() {
  std::vector<std::string> names;
  for (const Text& text : texts()) {
    if (!text.name.starts_with(folder)) continue;
    names.emplace_back(text.name.substr(folder.size(), text.name.size() - folder.size() - extension.size()));
  }
  return names;
}

std::string topic_list() {
  std::string names;
  for (const std::string& name : topic_names()) names += (names.empty() ? "" : ", ") + name;
  return definition("topics:", names + "; 'datagen help TOPIC' shows one", 12);
}

std::optional<std::string> topic_text(const std::string& name) {
  std::string_view file = file_of(name);
  if (file.empty()) return std::nullopt;
  std::string text;
  while (!file.empty()) {
    const std::string line(file.substr(0, file.find('\n')));
    file.remove_prefix(std::min(file.size(), line.size() + 1));
    if (line.starts_with("{{") && line.ends_with("}}")) {
      text += list_named(line.substr(2, line.size() - 4));
    } else {
      text += line + "\n";
    }
  }
  return text;
}

}  // namespace datagen::host
