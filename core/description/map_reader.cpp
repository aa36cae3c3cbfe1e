#include "description/map_reader.hpp"

#include <algorithm>
#include <utility>

namespace datagen {

bool is_free_key(std::string_view key) { return key == "comment" || key.substr(0, 2) == "x-"; }

MapReader::MapReader(const Node& node, std::string subject, Diagnostics& diagnostics,
                     std::initializer_list<std::string_view> known)
    : node_(node), subject_(std::move(subject)), diagnostics_(diagnostics) {
  std::vector<std::string> names;
  for (const Node::Member& member : node_.map) {
    if (is_free_key(member.key) || std::find(known.begin(), known.end(), member.key) != known.end()) continue;
    if (names.empty()) names.assign(known.begin(), known.end());
    std::string listing;
    for (const std::string& name : names) listing += (listing.empty() ? "" : ", ") + name;
    diagnostics_.fault(member.location, subject_, "unknown key '" + member.key + "'" + did_you_mean(member.key, names),
                       "known here: " + listing + "; keys of your own start with 'x-'");
  }
}

const Node* MapReader::get(std::string_view key) const {
  const Node* found = node_.find(key);
  return found == nullptr || found->is(Node::Kind::null) ? nullptr : found;
}

const Node* MapReader::get(std::string_view key, Node::Kind kind) const {
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

std::shared_ptr<const Node> MapReader::share(std::string_view key, std::initializer_list<Node::Kind> kinds) const {
  const Node* found = get(key);
  if (found == nullptr) return nullptr;
  if (std::find(kinds.begin(), kinds.end(), found->kind) != kinds.end()) return std::make_shared<const Node>(*found);
  std::string allowed;
  for (const Node::Kind kind : kinds) allowed += (allowed.empty() ? "" : " or ") + std::string(kind_name(kind));
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
  if (kind == Node::Kind::boolean || kind == Node::Kind::integer) {
    if (node.is(Node::Kind::string)) hint = "write it without quotes";
  }
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
