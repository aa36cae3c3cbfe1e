// TOML by toml++.  Its tables are sorted by key; the written order is restored from the places of the keys.
#include <toml++/toml.h>

#include <algorithm>
#include <cmath>
#include <locale>
#include <sstream>
#include <utility>
#include <vector>

#include "description/document_builder.hpp"
#include "description/readers.hpp"
#include "description/syntax_fault.hpp"
#include "description/toml_depth.hpp"

namespace datagen {
namespace {

class Converter {
 public:
  explicit Converter(const TextSource& source) : source_(source), builder_(source) {}

  Node convert(const toml::table& root) {
    add(root);
    return builder_.take();
  }

 private:
  [[nodiscard]] std::size_t offset(const toml::source_position& position) const {
    return source_.offset_of_code_point(position.line, position.column);
  }

  void add(const toml::node& node) {
    const std::size_t begin = offset(node.source().begin);
    if (const toml::table* table = node.as_table()) {
      add_table(*table, source_.at(begin));
    } else if (const toml::array* array = node.as_array()) {
      builder_.open(Node::Kind::list, source_.at(begin));
      for (const toml::node& item : *array) add(item);
      builder_.close();
    } else {
      add_scalar(node, begin);
    }
  }

  void add_table(const toml::table& table, const Location& location) {
    struct Entry {
      std::size_t offset;
      const toml::key* key;
      const toml::node* value;
    };
    std::vector<Entry> entries;
    entries.reserve(table.size());
    for (auto&& [key, value] : table) entries.push_back({offset(key.source().begin), &key, &value});
    std::stable_sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) { return a.offset < b.offset; });
    builder_.open(Node::Kind::map, location);
    for (const Entry& entry : entries) {
      builder_.key(std::string(entry.key->str()), source_.at(entry.offset));
      add(*entry.value);
    }
    builder_.close();
  }

  void add_scalar(const toml::node& value, std::size_t begin) {
    Node node;
    node.location = source_.at(begin);
    node.string = std::string(source_.text().substr(begin, offset(value.source().end) - begin));
    if (const auto* string = value.as_string()) {
      node.kind = Node::Kind::string;
      node.string = string->get();
    } else if (const auto* boolean = value.as_boolean()) {
      node.kind = Node::Kind::boolean;
      node.boolean = boolean->get();
    } else if (const auto* integer = value.as_integer()) {
      node.kind = Node::Kind::integer;
      node.integer = integer->get();
      node.floating = static_cast<double>(node.integer);
    } else if (const auto* floating = value.as_floating_point()) {
      node.kind = Node::Kind::floating;
      node.floating = floating->get();
      if (!std::isfinite(node.floating)) {
        source_.fail(node.location, "'" + node.string + "' is not a finite number", "quote it if it is meant as text");
      }
    } else {
      node.kind = Node::Kind::string;
      node.string = iso_time(value);
    }
    builder_.add(std::move(node));
  }

  static std::string iso_time(const toml::node& value) {
    std::ostringstream out;
    out.imbue(std::locale::classic());
    if (const auto* date = value.as_date()) out << date->get();
    if (const auto* time = value.as_time()) out << time->get();
    if (const auto* date_time = value.as_date_time()) out << date_time->get();
    return out.str();
  }

  const TextSource& source_;
  DocumentBuilder builder_;
};

}  // namespace

Node read_toml(const TextSource& source) {
  check_toml_depth(source);
  try {
    const toml::table root = toml::parse(source.text());
    return Converter(source).convert(root);
  } catch (const toml::parse_error& error) {
    const toml::source_position& place = error.source().begin;
    const SyntaxFault fault =
        explain_toml(source.text(), source.offset_of_code_point(place.line, place.column), error.description());
    source.fail(fault.offset, "not TOML: " + fault.message, fault.hint);
  }
}

}  // namespace datagen
