// Reads one map of the description: the keys it may have, and values of the kinds they must have.
#pragma once

#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "datagen/core/document.hpp"
#include "datagen/core/error.hpp"

namespace datagen {

// True for "comment" and "x-...", which any map may hold.
[[nodiscard]] bool is_free_key(std::string_view key);

// Every getter returns nothing for a key that is absent or null, and after it has reported a value of a wrong kind.
class MapReader {
 public:
  // Reports keys that are not among known, with the nearest that is.  node must be a map; subject is the thing that it
  // describes ("orders.total").  Both node and diagnostics must outlive the reader.
  MapReader(const Node& node, std::string subject, Diagnostics& diagnostics,
            std::initializer_list<std::string_view> known);

  [[nodiscard]] const Node& node() const { return node_; }
  [[nodiscard]] const std::string& subject() const { return subject_; }

  [[nodiscard]] const Node* get(std::string_view key) const;
  [[nodiscard]] const Node* get(std::string_view key, Node::Kind kind) const;
  [[nodiscard]] std::optional<std::string> string(std::string_view key) const;
  [[nodiscard]] std::optional<bool> boolean(std::string_view key) const;
  [[nodiscard]] std::optional<std::int64_t> integer(std::string_view key) const;
  [[nodiscard]] std::optional<double> fraction(std::string_view key) const;  // in [0, 1]
  [[nodiscard]] std::shared_ptr<const Node> share(std::string_view key, std::initializer_list<Node::Kind> kinds) const;

  void fault(const Node& at, std::string message, std::string hint = {}) const;

 private:
  const Node& node_;
  std::string subject_;
  Diagnostics& diagnostics_;
};

// Whether node is of that kind; reports it otherwise.  what: "an element of 'columns'".
bool require_kind(const Node& node, Node::Kind kind, const std::string& what, const std::string& subject,
                  Diagnostics& diagnostics);

// The strings of a list, or of a single string.  Nothing, and a report, when there is anything else among them.
[[nodiscard]] std::optional<std::vector<const Node*>> string_list(const Node& node, const std::string& what,
                                                                  const std::string& subject, Diagnostics& diagnostics);

}  // namespace datagen
