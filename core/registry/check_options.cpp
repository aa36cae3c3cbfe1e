#include <cctype>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "datagen/core/document.hpp"
#include "options/convert.hpp"
#include "registry/check.hpp"

namespace datagen {
namespace {

constexpr std::uint32_t kMostOptions = 1024;
constexpr std::uint32_t kMostChoices = 4096;
constexpr std::uint32_t kMostHints = 65536;

bool has_order(std::uint32_t type) {
  return type == DATAGEN_INT || type == DATAGEN_FLOAT || type == DATAGEN_FLOAT_LIST || type == DATAGEN_TIMESTAMP;
}

// Nothing, and a fault, when text is not JSON.
std::optional<Node> literal(const char* text, const char* role, const std::string& what, PluginFaults& faults) {
  try {
    return parse_literal(text);
  } catch (const Error&) {
    faults.add(what, std::string("has a ") + role + " that is not JSON: " + text);
    return std::nullopt;
  }
}

void check_name(const char* name, std::set<std::string>& names, const std::string& what, PluginFaults& faults) {
  const std::string text = name;
  bool plain = !text.empty() && text != "comment" && !text.starts_with("x-");
  for (const char c : text) plain = plain && (std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '-');
  if (!plain)
    faults.add(what, "has a name that cannot be written: letters, digits, '_' and '-' only, not comment or x-");
  if (!names.insert(text).second) faults.add(what, "is declared twice");
}

bool check_choices(const datagen_option& option, const std::string& what, PluginFaults& faults) {
  if (option.type != DATAGEN_CHOICE) {
    if (option.n_choices != 0) faults.add(what, "has choices, but its type is not a choice");
    return option.n_choices == 0;
  }
  if (!check_array(option.choices, option.n_choices, kMostChoices, what, "choices", faults)) return false;
  if (option.n_choices == 0) faults.add(what, "is a choice of nothing");
  std::set<std::string> seen;
  for (std::uint32_t i = 0; i < option.n_choices; ++i) {
    if (option.choices[i] == nullptr) {
      faults.add(what, "has a choice that is NULL");
      return false;
    }
    if (!seen.insert(option.choices[i]).second) {
      faults.add(what, std::string("has the choice '") + option.choices[i] + "' twice");
    }
  }
  return option.n_choices != 0;
}

void check_bounds(datagen_option option, const std::string& what, PluginFaults& faults) {
  if (!has_order(option.type)) {
    faults.add(what, "has a minimum or maximum, but its type has no order");
    return;
  }
  const char* const minimum = option.minimum;
  const char* const maximum = option.maximum;
  option.minimum = nullptr;
  option.maximum = nullptr;
  OptionStorage storage;
  std::string message;
  std::optional<Node> upper;
  for (const auto& [text, role] : {std::pair{minimum, "minimum"}, std::pair{maximum, "maximum"}}) {
    if (text == nullptr) continue;
    const std::optional<Node> node = literal(text, role, what, faults);
    if (!node) return;
    if (!convert_option(option, *node, 0, storage, message)) {
      faults.add(what, std::string("has a ") + role + " of the wrong type: it " + message);
      return;
    }
    upper = node;
  }
  if (minimum == nullptr || maximum == nullptr || option.type == DATAGEN_TIMESTAMP) return;
  option.minimum = minimum;
  if (!convert_option(option, *upper, 0, storage, message)) faults.add(what, "has a maximum below its minimum");
}

void check_default(const datagen_option& option, const std::string& what, PluginFaults& faults) {
  const std::optional<Node> node = literal(option.default_value, "default", what, faults);
  if (!node) return;
  if (option.type == DATAGEN_COLUMN) {
    if (!column_names(*node)) faults.add(what, "has a default that is no list of column names");
    return;
  }
  OptionStorage storage;
  std::string message;
  if (!convert_option(option, *node, 0, storage, message)) {
    faults.add(what, "has a default that does not fit: it " + message);
  }
}

// Everything behind the pointers of one option whose struct is sound.
bool check_option(const datagen_option& option, const std::string& what, PluginFaults& faults) {
  const std::size_t before = faults.count();
  if (option.doc == nullptr) faults.add(what, "has no doc");
  if (option.type < DATAGEN_BOOL || option.type > DATAGEN_TIMESTAMP) {
    faults.add(what, "has type " + std::to_string(option.type) + ", which is unknown",
               "use a newer datagen, or an older build of the plugin");
    return false;
  }
  if (!check_choices(option, what, faults)) return false;
  if (option.minimum != nullptr || option.maximum != nullptr) check_bounds(option, what, faults);
  if (faults.count() == before && option.default_value != nullptr) check_default(option, what, faults);
  return faults.count() == before;
}

// Of a hint: a JSON object that sets declared options to values that fit.
void check_hint_options(const char* text, std::span<const datagen_option> options, const std::string& what,
                        PluginFaults& faults) {
  const std::optional<Node> node = literal(text, "set of options", what, faults);
  if (!node) return;
  if (!node->is(Node::Kind::map)) {
    faults.add(what, "has options that are no JSON object");
    return;
  }
  for (const Node::Member& member : node->map) {
    const datagen_option* declared = nullptr;
    for (const datagen_option& option : options) {
      if (member.key == option.name) declared = &option;
    }
    OptionStorage storage;
    std::string message;
    if (declared == nullptr) {
      faults.add(what, "sets the option '" + member.key + "', which the class does not declare");
    } else if (declared->type == DATAGEN_COLUMN) {
      if (!member.value.is(Node::Kind::string)) faults.add(what, "sets '" + member.key + "' to no column name");
    } else if (!convert_option(*declared, member.value, 0, storage, message)) {
      faults.add(what, "sets '" + member.key + "' wrongly: it " + message);
    }
  }
}

// Names are compared as lower-case words: any other spelling would never match.
bool matchable(const char* name) {
  if (name == nullptr) return true;
  const std::string_view text(name);
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80 && std::islower(byte) == 0 && std::isdigit(byte) == 0 && c != '_') return false;
  }
  return !text.empty();
}

}  // namespace

std::vector<datagen_option> check_options(const datagen_option* const* options, std::uint32_t count,
                                          const std::string& what, PluginFaults& faults) {
  std::vector<datagen_option> result;
  if (!check_array(options, count, kMostOptions, what, "options", faults)) return result;
  std::set<std::string> names;
  for (std::uint32_t i = 0; i < count; ++i) {
    const std::string number = what + ": option " + std::to_string(i);
    if (!check_struct(options[i], AbiOneSizes::option, number, faults)) continue;
    const datagen_option option = copy_known(options[i]);
    if (option.name == nullptr) {
      faults.add(number, "has no name");
      continue;
    }
    const std::string named = what + ": option '" + option.name + "'";
    check_name(option.name, names, named, faults);
    if (check_option(option, named, faults)) result.push_back(option);
  }
  return result;
}

std::vector<datagen_hint> check_hints(const datagen_hint* const* hints, std::uint32_t count,
                                      std::span<const datagen_option> options, const std::string& what,
                                      PluginFaults& faults) {
  std::vector<datagen_hint> result;
  if (!check_array(hints, count, kMostHints, what, "hints", faults)) return result;
  for (std::uint32_t i = 0; i < count; ++i) {
    std::string name = what + ": hint " + std::to_string(i);
    if (!check_struct(hints[i], AbiOneSizes::hint, name, faults)) continue;
    const datagen_hint hint = copy_known(hints[i]);
    if (hint.column != nullptr) name += std::string(" ('") + hint.column + "')";
    if (hint.families == 0) faults.add(name, "fits no family of types");
    if (hint.match != DATAGEN_MATCH_EXACT && hint.match != DATAGEN_MATCH_SUFFIX) {
      faults.add(name, "has match " + std::to_string(hint.match) + ", which is unknown",
                 "use a newer datagen, or an older build of the plugin");
    }
    if (!matchable(hint.column) || !matchable(hint.table)) {
      faults.add(name, "can never match: column and table are lower-case words joined by '_'");
    }
    if (hint.options != nullptr) check_hint_options(hint.options, options, name, faults);
    result.push_back(hint);
  }
  return result;
}

}  // namespace datagen
