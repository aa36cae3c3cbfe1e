#include <nlohmann/json.hpp>

#include "datagen/core/document.hpp"

namespace datagen {
namespace {

void append_string(const std::string& text, std::string& out) {
  out += nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

// The number as it was written, where that is JSON too (it need not fit a double); else its value.
void append_number(const Node& node, std::string& out) {
  if (nlohmann::json::accept(node.string)) {
    out += node.string;
  } else if (node.kind == Node::Kind::integer) {
    out += std::to_string(node.integer);
  } else {
    out += nlohmann::json(node.floating).dump();
  }
}

void append(const Node& node, std::string& out) {
  switch (node.kind) {
    case Node::Kind::null:
      out += "null";
      break;
    case Node::Kind::boolean:
      out += node.boolean ? "true" : "false";
      break;
    case Node::Kind::integer:
    case Node::Kind::floating:
      append_number(node, out);
      break;
    case Node::Kind::string:
      append_string(node.string, out);
      break;
    case Node::Kind::list:
      out += '[';
      for (const Node& item : node.list) {
        if (&item != &node.list.front()) out += ',';
        append(item, out);
      }
      out += ']';
      break;
    case Node::Kind::map:
      out += '{';
      for (const Node::Member& member : node.map) {
        if (&member != &node.map.front()) out += ',';
        append_string(member.key, out);
        out += ':';
        append(member.value, out);
      }
      out += '}';
      break;
  }
}

}  // namespace

const Node* Node::find(std::string_view key) const {
  for (const Member& member : map) {
    if (member.key == key) return &member.value;
  }
  return nullptr;
}

std::string Node::json() const {
  std::string out;
  append(*this, out);
  return out;
}

const char* kind_name(Node::Kind kind) {
  switch (kind) {
    case Node::Kind::null:
      return "null";
    case Node::Kind::boolean:
      return "true or false";
    case Node::Kind::integer:
      return "a whole number";
    case Node::Kind::floating:
      return "a number";
    case Node::Kind::string:
      return "a string";
    case Node::Kind::list:
      return "a list";
    case Node::Kind::map:
      return "a map";
  }
  return "a value";
}

}  // namespace datagen
