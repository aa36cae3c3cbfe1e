#include "config_file.hpp"

#include <algorithm>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "configuration_keys.hpp"
#include "messages.hpp"
#include "schema.hpp"

namespace datagen::host {
namespace {

namespace fs = std::filesystem;

using Keys = std::vector<ConfigurationKey>;

struct Reader {
  Layer& layer;
  Diagnostics& diagnostics;
  std::string ignored{};

  void store(const Node::Member& member, const std::string& subject, const char* key) {
    if (!layer.values.emplace(key, member.value).second) {
      diagnostics.fault(member.location, subject, "is given twice, under two names", "keep one of them");
    }
  }

  void read(const Node& map, const Keys& keys, const std::string& prefix) {
    for (const Node::Member& member : map.map) {
      if (is_free_key(member.key)) continue;
      if (prefix.empty() && member.key == "writer") {
        read_writer(member);
        continue;
      }
      const auto known = std::find_if(keys.begin(), keys.end(),
                                      [&](const ConfigurationKey& each) { return member.key == each.key.name; });
      if (known == keys.end()) {
        unknown(member, keys, prefix);
      } else if (known->value == nullptr) {
        ignored += (ignored.empty() ? "" : ", ") + member.key;
      } else if (*known->value != '\0') {
        store(member, prefix + member.key, known->value);
      }
    }
  }

  void read_writer(const Node::Member& member) {
    if (member.value.is(Node::Kind::map)) {
      read(member.value, writer_keys(), "writer.");
    } else if (member.value.is(Node::Kind::string)) {
      store(member, "writer", "writer.name");
    } else {
      diagnostics.fault(
          member.value.location, "writer",
          std::string("must be a table with name, output or output_dir, compress, split_size, load_profile and options, not ") +
              kind_name(member.value.kind));
    }
  }

  void unknown(const Node::Member& member, const Keys& keys, const std::string& prefix) {
    std::vector<std::string> names;
    for (const ConfigurationKey& each : keys) {
      if (each.key.use == Key::Use::offered) names.push_back(each.key.name);
    }
    if (prefix.empty()) names.emplace_back("writer");
    std::string list;
    for (const std::string& name : names) list += (list.empty() ? "" : ", ") + name;
    const std::string suggestion = did_you_mean(member.key, names);
    diagnostics.fault(member.location, "", "unknown key '" + prefix + member.key + "'" + suggestion,
                      suggestion.empty() ? "the keys are: " + list : "");
  }
};

// Nothing but white space and comments: a configuration that says nothing, which readers of documents refuse.
bool says_nothing(std::string_view text) {
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    const auto first = line.find_first_not_of(" \t\r");
    if (first != std::string_view::npos && line[first] != '#') return false;
    text.remove_prefix(std::min(text.size(), line.size() + 1));
  }
  return true;
}

}  // namespace

std::optional<fs::path> find_config_file() {
  std::vector<fs::path> places{"datagen.toml", ".datagen.toml", ".datagen.yaml"};
  const char* const home = std::getenv("HOME");
  const char* const configuration = std::getenv("XDG_CONFIG_HOME");
  const bool has_home = home != nullptr && *home != '\0';
  if (has_home) {
    places.push_back(fs::path(home) / ".datagen.toml");
    places.push_back(fs::path(home) / ".datagen.yaml");
  }
  if (configuration != nullptr && *configuration != '\0') {
    places.push_back(fs::path(configuration) / "datagen/config.toml");
  } else if (has_home) {
    places.push_back(fs::path(home) / ".config/datagen/config.toml");
  }
  for (const fs::path& place : places) {
    std::error_code ignored;
    if (fs::is_regular_file(place, ignored)) return place;
  }
  return std::nullopt;
}

Layer read_config_file(const fs::path& file, const std::string& named_by, Diagnostics& diagnostics) {
  Layer layer;
  layer.base = file.parent_path();
  const std::string& text = read_text_file(file.string(), "the configuration", Location{named_by, 0, 0});
  if (says_nothing(text)) return layer;
  const Node document = parse_document(text, file.string(), guess_format(file.string(), text));
  Reader reader{layer, diagnostics};
  if (document.is(Node::Kind::map)) {
    reader.read(document, configuration_keys(), "");
  } else if (!document.is(Node::Kind::null)) {
    diagnostics.fault(document.location, "",
                      std::string("a configuration is a map of keys, not ") + kind_name(document.kind));
  }
  if (!reader.ignored.empty()) {
    say_verbose(file.string() + ": accepted, but nothing is left for these keys to do: " + reader.ignored);
  }
  return layer;
}

}  // namespace datagen::host
