// Several documents as one description.
#include "datagen/core/template.hpp"
#include "description/map_reader.hpp"
#include "description/spellings.hpp"

namespace datagen {
namespace {

// The keys whose members are merged one by one, and what one of them is called.
struct Section {
  std::string_view key;
  const char* what;
};
constexpr Section kSections[] = {{"tables", "table"}, {"custom_types", "type"}, {"sequences", "sequence"}};

class Merger {
 public:
  explicit Merger(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  Node merge(const std::vector<Node>& documents) {
    Node result = documents.front();
    result.map.clear();
    for (const Node& document : documents) {
      if (!require_kind(document, Node::Kind::map, "a description", {}, diagnostics_)) continue;
      for (Node::Member& member : respelled_document(document, diagnostics_).map) add(result, member);
    }
    return result;
  }

 private:
  void add(Node& result, Node::Member& member) {
    for (const Section& section : kSections) {
      if (member.key == section.key) return add_section(result, member, section);
    }
    Node* const present = find_member(result, member.key);
    if (present == nullptr) {
      result.map.push_back(std::move(member));
    } else if (member.key == "extensions" && present->is(Node::Kind::list) && member.value.is(Node::Kind::list)) {
      present->list.insert(present->list.end(), member.value.list.begin(), member.value.list.end());
    } else if (!is_free_key(member.key) && !same_value(*present, member.value)) {
      differ("setting", member, present->location);
    }
  }

  void add_section(Node& result, Node::Member& member, const Section& section) {
    Node named = by_name(member, section);
    if (!named.is(Node::Kind::map)) {  // reported when the description is read
      if (find_member(result, member.key) == nullptr) result.map.push_back(std::move(member));
      return;
    }
    Node* present = find_member(result, member.key);
    if (present == nullptr || !present->is(Node::Kind::map)) {
      if (present != nullptr) return;
      result.map.push_back({member.key, member.location, map_node(member.value.location)});
      present = &result.map.back().value;
    }
    for (Node::Member& one : named.map) {
      const Node::Member* same = nullptr;
      for (const Node::Member& other : present->map) {
        if (other.key == one.key) same = &other;
      }
      if (same == nullptr) {
        present->map.push_back(std::move(one));
      } else if (!is_free_key(one.key) && !same_value(same->value, one.value)) {
        differ(section.what, one, same->location);
      }
    }
  }

  // Lists name their items inside.
  Node by_name(const Node::Member& member, const Section& section) {
    if (section.key == "custom_types") return respelled_types(member.value, diagnostics_);
    if (!member.value.is(Node::Kind::list)) return member.value;
    Node map = map_node(member.value.location);
    for (const Node& item : member.value.list) {
      const Node* name = item.find("name");
      if (name == nullptr || !name->is(Node::Kind::string)) {
        diagnostics_.fault(item.location, {}, std::string("a ") + section.what + " of the list has no 'name'");
      } else {
        add_member(map, name->string, name->location, item);
      }
    }
    return map;
  }

  void differ(const char* what, const Node::Member& member, const Location& other) {
    diagnostics_.fault(member.location, "",
                       std::string(what) + " '" + member.key + "' is defined differently at " + other.text(),
                       "leave out one of the two, rename it, or make them equal");
  }

  Diagnostics& diagnostics_;
};

}  // namespace

bool same_value(const Node& a, const Node& b) {
  if (a.is_number() && b.is_number()) {
    if (a.kind == b.kind && a.is(Node::Kind::integer)) return a.integer == b.integer;
    return a.floating == b.floating;
  }
  if (a.kind != b.kind || a.list.size() != b.list.size() || a.map.size() != b.map.size()) return false;
  if (a.is(Node::Kind::boolean)) return a.boolean == b.boolean;
  if (a.is(Node::Kind::string)) return a.string == b.string;
  for (std::size_t i = 0; i < a.list.size(); ++i) {
    if (!same_value(a.list[i], b.list[i])) return false;
  }
  for (std::size_t i = 0; i < a.map.size(); ++i) {
    if (a.map[i].key != b.map[i].key || !same_value(a.map[i].value, b.map[i].value)) return false;
  }
  return true;
}

Node merge_documents(const std::vector<Node>& documents, Diagnostics& diagnostics) {
  return documents.size() == 1 ? documents.front() : Merger(diagnostics).merge(documents);
}

}  // namespace datagen
