// A document read from JSON, TOML or YAML into one tree, each node with its place.  Order of keys is kept in all three.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "datagen/core/error.hpp"

namespace datagen {

class Node {
 public:
  enum class Kind : std::uint8_t { null, boolean, integer, floating, string, list, map };
  struct Member;

  Kind kind = Kind::null;
  bool boolean = false;
  std::int64_t integer = 0;
  double floating = 0;  // also set for integers
  std::string string;   // of a string: its value.  Of any other scalar: as it was written
  std::vector<Node> list;
  std::vector<Member> map;  // in written order; keys are unique
  Location location;

  [[nodiscard]] bool is(Kind k) const { return kind == k; }
  [[nodiscard]] bool is_scalar() const { return kind != Kind::list && kind != Kind::map; }
  [[nodiscard]] bool is_number() const { return kind == Kind::integer || kind == Kind::floating; }
  [[nodiscard]] const Node* find(std::string_view key) const;  // nullptr when absent or not a map
  [[nodiscard]] std::string json() const;                      // as compact JSON text, order kept
};

struct Node::Member {
  std::string key;
  Location location;  // of the key
  Node value;
};

[[nodiscard]] const char* kind_name(Node::Kind kind);  // "a number", "a list", ... for messages

enum class DocumentFormat { json, toml, yaml };

// By extension (.json .toml .yaml .yml); for others and for standard input by content: '{' or '[' first is JSON, else
// what parses.  file_name is only for messages.
[[nodiscard]] DocumentFormat guess_format(std::string_view file_name, std::string_view text);

// Throws Error(description) with file:line:column for a syntax error, a duplicate key, text that is not UTF-8, nesting
// deeper than 200, or YAML aliases that unfold to more than a million nodes.
[[nodiscard]] Node parse_document(std::string_view text, const std::string& file_name, DocumentFormat format);

}  // namespace datagen
