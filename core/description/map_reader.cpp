#include "description/map_reader.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace datagen {

namespace {

// Of forms that reach a reader.
bool can_be_read_as(const Key& key, Node::Kind kind) {
  return std::any_of(key.forms.begin(), key.forms.end(),
                     [kind](const Form& form) { return !form.other && can_be(form, kind); });
}

bool is_unknown(std::string_view name, const Place& place) {
  const Key* key = place.find(name);
  return !is_free_key(name) && (key == nullptr || key->use == Key::Use::respelled);
}

}  // namespace

bool check_keys(const Node& map, const Place& place, const std::string& subject, Diagnostics& diagnostics) {
  bool good = true;
  for (const Node::Member& member : map.map) {
    if (!is_unknown(member.key, place)) continue;
    const std::vector<std::string> names = place.known();
    std::string listing;
    for (const std::string& name : names) listing += (listing.empty() ? "" : ", ") + name;
    const std::string suggestion = did_you_mean(member.key, names);
    diagnostics.fault(member.location, subject, "unknown key '" + member.key + "'" + suggestion,
                      suggestion.empty() ? "known here: " + listing + "; keys of your own start with 'x-'" : "");
    good = false;
  }
  return good;
}

MapReader::MapReader(const Node& node, std::string subject, Diagnostics& diagnostics, const Place& place)
    : node_(node), subject_(std::move(subject)), diagnostics_(diagnostics), place_(place) {
  check_keys(node_, place_, subject_, diagnostics_);
}

const Key& MapReader::known(std::string_view key) const {
  const Key* found = place_.find(key);
  if (found == nullptr || found->use == Key::Use::respelled)
    throw std::logic_error("no key '" + std::string(key) + "' in the table of " + place_.name);
  return *found;
}

bool MapReader::looks_misspelt(std::string_view key) const {
  const std::string quoted = "'" + std::string(key) + "'";
  return std::any_of(node_.map.begin(), node_.map.end(), [&](const Node::Member& member) {
    return is_unknown(member.key, place_) && did_you_mean(member.key, place_.known()).find(quoted) != std::string::npos;
  });
}

const Node* MapReader::get(std::string_view key) const {
  static_cast<void>(known(key));
  const Node* found = node_.find(key);
  return found == nullptr || found->is(Node::Kind::null) ? nullptr : found;
}

const Node* MapReader::get(std::string_view key, Node::Kind kind) const {
  if (!can_be_read_as(known(key), kind))
    throw std::logic_error("the table of " + place_.name + " calls '" + std::string(key) + "' something else");
  const Node* found = get(key);
  if (found == nullptr) return nullptr;
  return require_kind(*found, kind, "'" + std::string(key) + "'", subject_, diagnostics_) ? found : nullptr;
}

std::optional<std::string> MapReader::string(std::string_view key) const {
  const Node* found = get(key, Node::Kind::string);
  return found == nullptr ? std::nullopt : std::optional(found->string);
}

std::optional<bool> MapReader::boolean(std::string_view key) const {
  const Node* found = get(key, Node::Kind::boolean);
  return found == nullptr ? std::nullopt : std::optional(found->boolean);
}

std::optional<std::int64_t> MapReader::integer(std::string_view key) const {
  const Node* found = get(key, Node::Kind::integer);
  return found == nullptr ? std::nullopt : std::optional(found->integer);
}

std::optional<double> MapReader::fraction(std::string_view key) const {
  if (!can_be_read_as(known(key), Node::Kind::floating))
    throw std::logic_error("the table of " + place_.name + " calls '" + std::string(key) + "' no number");
  const Node* found = get(key);
  if (found == nullptr) return std::nullopt;
  if (!found->is_number()) {
    fault(*found, "'" + std::string(key) + "' must be a number, not " + kind_name(found->kind));
    return std::nullopt;
  }
  if (found->floating < 0 || found->floating > 1) {
    fault(*found, "'" + std::string(key) + "' is " + found->string + "; it must lie between 0 and 1");
    return std::nullopt;
  }
  return found->floating;
}

std::shared_ptr<const Node> MapReader::share(std::string_view key) const {
  const Node* found = get(key);
  if (found == nullptr) return nullptr;
  if (can_be_read_as(known(key), found->kind)) return std::make_shared<const Node>(*found);
  std::string allowed;
  for (const Form& form : known(key).forms)
    for (const Node::Kind kind : {Node::Kind::list, Node::Kind::map, Node::Kind::string})
      if (!form.other && can_be(form, kind) && allowed.find(kind_name(kind)) == std::string::npos)
        allowed += (allowed.empty() ? "" : " or ") + std::string(kind_name(kind));
  fault(*found, "'" + std::string(key) + "' must be " + allowed + ", not " + kind_name(found->kind));
  return nullptr;
}

void MapReader::fault(const Node& at, std::string message, std::string hint) const {
  diagnostics_.fault(at.location, subject_, std::move(message), std::move(hint));
}

bool require_kind(const Node& node, Node::Kind kind, const std::string& what, const std::string& subject,
                  Diagnostics& diagnostics) {
  if (node.is(kind)) return true;
  std::string hint;
  if (kind == Node::Kind::string && node.is_scalar()) hint = "put it in quotes";
  if (kind == Node::Kind::integer && node.is(Node::Kind::string)) hint = "write it without quotes";
  if (kind == Node::Kind::boolean && node.is_scalar()) hint = "write true or false, without quotes";
  const std::string got = node.is(Node::Kind::floating) ? node.string : kind_name(node.kind);
  diagnostics.fault(node.location, subject, what + " must be " + kind_name(kind) + ", not " + got, hint);
  return false;
}

std::optional<std::vector<const Node*>> string_list(const Node& node, const std::string& what,
                                                    const std::string& subject, Diagnostics& diagnostics) {
  std::vector<const Node*> strings;
  if (node.is(Node::Kind::string)) {
    strings.push_back(&node);
    return strings;
  }
  if (!require_kind(node, Node::Kind::list, what, subject, diagnostics)) return std::nullopt;
  bool good = true;
  for (const Node& item : node.list) {
    good = require_kind(item, Node::Kind::string, "each of " + what, subject, diagnostics) && good;
    strings.push_back(&item);
  }
  if (!good) return std::nullopt;
  return strings;
}

}  // namespace datagen
