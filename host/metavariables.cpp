#include "metavariables.hpp"

#include <algorithm>

namespace datagen::host {

const Metavariable* find_metavariable(std::string_view name) {
  using Kind = Metavariable::Kind;
  static const std::vector<Metavariable> table = {
      {"FILE", Kind::file, {}},
      {"SCHEMA", Kind::file, {"json", "toml", "yaml", "yml"}},
      {"CONFIG", Kind::file, {"toml", "yaml", "yml"}},
      {"DIR", Kind::directory, {}},
      {"NAME", Kind::text, {}},
      {"N", Kind::text, {}},
      {"K/N", Kind::text, {}},
      {"SIZE", Kind::text, {}},
      {"REGEX", Kind::text, {}},
      {"SECONDS", Kind::text, {}},
      {"CLASS.OPT=V", Kind::text, {}},
      {"TIME", Kind::words, {"now"}},
      {"METHOD[:LEVEL]", Kind::words, {"zstd", "gzip", "none"}},
      {"SECTION", Kind::words, {"pre-data", "data", "post-data"}},
      {"KIND", Kind::words, {"generator", "writer", "sink"}},
      {"LANGUAGE", Kind::words, {"c++", "c"}},
      {"DOCUMENT", Kind::words, {"description", "configuration"}},
      {"FORMAT", Kind::words, {"text", "json"}},
      {"WHEN", Kind::words, {"auto", "always", "never"}},
      {"LEVEL", Kind::words, {"error", "warning", "info", "debug"}},
      {"SHELL", Kind::words, {"bash", "zsh", "fish"}},
      {"A,B", Kind::tables, {}},
      {"N|TABLE=N", Kind::row_counts, {}},
      {"WRITER", Kind::writer, {}},
      {"[WRITER.]OPT=V", Kind::assignment, {}},
      {"TEMPLATE", Kind::template_name, {}},
      {"[TEMPLATE.]K=V", Kind::parameter, {}},
      {"K=V", Kind::parameter, {}},
      {"[SCHEMA] DUMP...", Kind::file, {}},
      {"ID|FILE", Kind::plugin, {}},
      {"COMMAND|TOPIC", Kind::topic, {}},
  };
  const bool optional = name.starts_with('[') && name.ends_with(']');
  if (optional) name = name.substr(1, name.size() - 2);
  const auto found =
      std::find_if(table.begin(), table.end(), [name](const Metavariable& each) { return each.name == name; });
  return found == table.end() ? nullptr : &*found;
}

}  // namespace datagen::host
