#include "tests/core/description/document_writers.hpp"

#include <array>
#include <set>

namespace datagen::test {
namespace {

constexpr std::array<const char*, 16> pieces = {"a",  "Z9", "_", "-", " ", "ä", "日本", "\U0001F600",
                                                "\"", "\\", "'", "#", ":", "=", ".",    "true"};

std::size_t below(std::mt19937_64& random, std::size_t bound) { return static_cast<std::size_t>(random() % bound); }

std::string random_text(std::mt19937_64& random) {
  std::string text;
  for (std::size_t i = below(random, 6); i > 0; --i) text += pieces[below(random, pieces.size())];
  return text;
}

Node random_scalar(std::mt19937_64& random) {
  Node node;
  switch (below(random, 4)) {
    case 0:
      node.kind = Node::Kind::boolean;
      node.boolean = below(random, 2) == 0;
      node.string = node.boolean ? "true" : "false";
      break;
    case 1:
      node.kind = Node::Kind::integer;
      node.integer = static_cast<std::int64_t>(random()) >> below(random, 63);
      node.floating = static_cast<double>(node.integer);
      node.string = std::to_string(node.integer);
      break;
    case 2:
      node.kind = Node::Kind::floating;
      node.string = std::to_string(below(random, 100000)) + "." + std::to_string(below(random, 1000)) +
                    (below(random, 2) == 0 ? "e-3" : "");
      node.floating = std::stod(node.string);
      break;
    default:
      node.kind = Node::Kind::string;
      node.string = random_text(random);
  }
  return node;
}

std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

// Blanks where a form allows them.
std::string blanks(std::mt19937_64& random, bool lines) {
  constexpr std::array<const char*, 5> kinds = {"", " ", "\t", "\n", "\r\n  "};
  return kinds[below(random, lines ? 5 : 2)];
}

bool is_bare_key(const std::string& key) {
  return !key.empty() &&
         key.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-") == std::string::npos;
}

std::string toml_key(const std::string& key) { return is_bare_key(key) ? key : quoted(key); }

// Flow style; the same for TOML and YAML but for the sign between key and value.
std::string inline_value(const Node& node, std::mt19937_64& random, const char* sign) {
  if (node.is(Node::Kind::string)) return quoted(node.string);
  if (node.is_scalar()) return node.string;
  std::string out = node.is(Node::Kind::list) ? "[" : "{";
  for (const Node& item : node.list) {
    if (&item != &node.list.front()) out += ",";
    out += blanks(random, false) + inline_value(item, random, sign);
  }
  for (const Node::Member& member : node.map) {
    if (&member != &node.map.front()) out += ", ";
    out += quoted(member.key) + sign + inline_value(member.value, random, sign);
  }
  return out + (node.is(Node::Kind::list) ? "]" : "}");
}

// TOML puts a table's own values before the tables under it; random_document does so too.
void toml_table(const Node& table, const std::string& path, std::mt19937_64& random, std::string& out) {
  for (const Node::Member& member : table.map) {
    if (member.value.is(Node::Kind::map)) {
      const std::string inner = (path.empty() ? "" : path + ".") + toml_key(member.key);
      out += "[" + inner + "]" + (below(random, 2) == 0 ? " # a = {\"\n" : "\n");
      toml_table(member.value, inner, random, out);
    } else {
      out += blanks(random, false) + toml_key(member.key) + blanks(random, false) + "= " +
             inline_value(member.value, random, " = ") + "\n";
    }
  }
}

void yaml_block(const Node& node, const std::string& indent, std::mt19937_64& random, std::string& out) {
  for (const Node::Member& member : node.map) {
    out += indent + quoted(member.key) + ":";
    if (member.value.is(Node::Kind::map) && !member.value.map.empty() && below(random, 2) == 0) {
      out += " # comment: [\n";
      yaml_block(member.value, indent + "  ", random, out);
    } else {
      out += " " + inline_value(member.value, random, ": ") + "\n";
    }
  }
}

}  // namespace

Node random_document(std::mt19937_64& random, int depth) {
  Node node;
  node.kind = Node::Kind::map;
  std::set<std::string> keys;
  const auto key = [&] {
    std::string text;
    do {
      text = random_text(random);
    } while (!keys.insert(text).second);
    return text;
  };
  for (std::size_t i = 1 + below(random, 4); i > 0; --i) {
    Node value = random_scalar(random);
    if (depth > 0 && below(random, 3) == 0) {
      value = Node{};
      value.kind = Node::Kind::list;
      for (std::size_t n = below(random, 4); n > 0; --n) {
        value.list.push_back(below(random, 4) == 0 ? random_document(random, depth - 1) : random_scalar(random));
      }
    }
    node.map.push_back({key(), {}, std::move(value)});
  }
  for (std::size_t i = depth > 0 ? below(random, 3) : 0; i > 0; --i) {
    node.map.push_back({key(), {}, random_document(random, depth - 1)});
  }
  return node;
}

std::string write_json(const Node& node, std::mt19937_64& random) {
  if (node.is(Node::Kind::string)) return quoted(node.string);
  if (node.is_scalar()) return node.string;
  const auto gap = [&random] { return blanks(random, true); };
  std::string out = (node.is(Node::Kind::list) ? "[" : "{") + gap();
  for (const Node& item : node.list) {
    if (&item != &node.list.front()) out += gap() + "," + gap();
    out += write_json(item, random);
  }
  for (const Node::Member& member : node.map) {
    if (&member != &node.map.front()) out += gap() + "," + gap();
    out += quoted(member.key) + gap() + ":" + gap() + write_json(member.value, random);
  }
  return out + gap() + (node.is(Node::Kind::list) ? "]" : "}");
}

std::string write_toml(const Node& root, std::mt19937_64& random) {
  std::string out;
  toml_table(root, {}, random, out);
  return out;
}

std::string write_yaml(const Node& root, std::mt19937_64& random) {
  std::string out;
  yaml_block(root, {}, random, out);
  return out;
}

}  // namespace datagen::test
