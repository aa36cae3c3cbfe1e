// Builds a document's tree from a reader's events, and keeps the limits that hold for every format.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "datagen/core/document.hpp"
#include "description/text_source.hpp"

namespace datagen {

inline constexpr std::size_t maximum_document_depth = 200;
inline constexpr std::size_t maximum_unfolded_nodes = 1'000'000;

[[noreturn]] void fail_too_deep(const TextSource& source, const Location& location);

// Throws Error(description) for a duplicate key, nesting that is too deep, and U+0000 in a string.
class DocumentBuilder {
 public:
  explicit DocumentBuilder(const TextSource& source) : source_(source) {}

  [[nodiscard]] std::size_t depth() const { return open_.size(); }
  [[nodiscard]] bool expects_key() const;
  void open(Node::Kind kind, Location location);
  void key(std::string text, Location location);
  // A scalar, or a subtree that was built before.  The reference holds until the next event.
  Node& add(Node node);
  Node& close();
  // The innermost open map or list.
  [[nodiscard]] Node& current() { return open_.back().node; }
  [[nodiscard]] Node take() { return std::move(root_); }

 private:
  struct Open {
    Node node;
    std::optional<std::pair<std::string, Location>> key;
    std::unordered_map<std::string, std::size_t> seen;  // key -> index into node.map
  };
  void check_string(const std::string& text, const Location& location) const;

  const TextSource& source_;
  std::vector<Open> open_;
  Node root_;
};

}  // namespace datagen
