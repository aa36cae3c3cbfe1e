#include "description/document_builder.hpp"

#include <utility>

namespace datagen {

void fail_too_deep(const TextSource& source, const Location& location) {
  source.fail(location, "nested deeper than " + std::to_string(maximum_document_depth) + " levels");
}

bool DocumentBuilder::expects_key() const {
  return !open_.empty() && open_.back().node.kind == Node::Kind::map && !open_.back().key;
}

void DocumentBuilder::check_string(const std::string& text, const Location& location) const {
  if (text.find('\0') != std::string::npos) {
    source_.fail(location, "a string holds the character U+0000", "PostgreSQL cannot store it; leave it out");
  }
}

void DocumentBuilder::open(Node::Kind kind, Location location) {
  if (open_.size() >= maximum_document_depth) fail_too_deep(source_, location);
  Open next;
  next.node.kind = kind;
  next.node.location = std::move(location);
  open_.push_back(std::move(next));
}

void DocumentBuilder::key(std::string text, Location location) {
  check_string(text, location);
  Open& map = open_.back();
  const auto [found, fresh] = map.seen.emplace(text, map.node.map.size());
  if (!fresh) {
    const Location& first = map.node.map[found->second].location;
    source_.fail(std::move(location), "key '" + text + "' is written twice",
                 "it stands at " + first.text() + " already");
  }
  map.key.emplace(std::move(text), std::move(location));
}

Node& DocumentBuilder::add(Node node) {
  if (node.kind == Node::Kind::string) check_string(node.string, node.location);
  if (open_.empty()) return root_ = std::move(node);
  Open& parent = open_.back();
  if (parent.node.kind == Node::Kind::list) return parent.node.list.emplace_back(std::move(node));
  parent.node.map.push_back({std::move(parent.key->first), std::move(parent.key->second), std::move(node)});
  parent.key.reset();
  return parent.node.map.back().value;
}

Node& DocumentBuilder::close() {
  Node node = std::move(open_.back().node);
  open_.pop_back();
  return add(std::move(node));
}

}  // namespace datagen
