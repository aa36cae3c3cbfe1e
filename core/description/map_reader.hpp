// Reads one map of the description as its place (places.hpp) says: the keys it may have, and the kinds of their values.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "datagen/core/document.hpp"
#include "datagen/core/error.hpp"
#include "datagen/core/keys.hpp"

namespace datagen {

// Every getter returns nothing for a key that is absent or null, and after it has reported a value of a wrong kind.
// Asking for a key that the place does not have, or as what it cannot be there, is a fault of this program:
// std::logic_error, whatever the document holds.
class MapReader {
 public:
  // Reports keys that the place does not have, with the nearest that it has.  node must be a map; subject is the thing
  // that it describes ("orders.total").  All but subject must outlive the reader.
  MapReader(const Node& node, std::string subject, Diagnostics& diagnostics, const Place& place);

  [[nodiscard]] const Node& node() const { return node_; }
  [[nodiscard]] const std::string& subject() const { return subject_; }

  // Whether a key that is not known was probably meant to be this one, which has been reported.
  [[nodiscard]] bool looks_misspelt(std::string_view key) const;

  [[nodiscard]] const Node* get(std::string_view key) const;
  [[nodiscard]] const Node* get(std::string_view key, Node::Kind kind) const;
  [[nodiscard]] std::optional<std::string> string(std::string_view key) const;
  [[nodiscard]] std::optional<bool> boolean(std::string_view key) const;
  [[nodiscard]] std::optional<std::int64_t> integer(std::string_view key) const;
  [[nodiscard]] std::optional<double> fraction(std::string_view key) const;     // in [0, 1]
  [[nodiscard]] std::shared_ptr<const Node> share(std::string_view key) const;  // of any kind that it can be

  void fault(const Node& at, std::string message, std::string hint = {}) const;

 private:
  const Key& known(std::string_view key) const;

  const Node& node_;
  std::string subject_;
  Diagnostics& diagnostics_;
  const Place& place_;
};

// Reports the keys of a map that its place does not have.  Returns whether there were none.
bool check_keys(const Node& map, const Place& place, const std::string& subject, Diagnostics& diagnostics);

// Whether node is of that kind; reports it otherwise.  what: "an element of 'columns'".
bool require_kind(const Node& node, Node::Kind kind, const std::string& what, const std::string& subject,
                  Diagnostics& diagnostics);

// The strings of a list, or of a single string.  Nothing, and a report, when there is anything else among them.
[[nodiscard]] std::optional<std::vector<const Node*>> string_list(const Node& node, const std::string& what,
                                                                  const std::string& subject, Diagnostics& diagnostics);

}  // namespace datagen
