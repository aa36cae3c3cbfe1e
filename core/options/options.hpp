// What the user wrote for a class's options, checked against the class's declaration, as the typed values that its
// create() takes.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "datagen/core/document.hpp"
#include "datagen/plugin.h"

namespace datagen {

// Owns everything that its values point at.
class BoundOptions {
 public:
  struct Storage;
  BoundOptions();
  ~BoundOptions();
  BoundOptions(BoundOptions&&) noexcept;
  BoundOptions& operator=(BoundOptions&&) noexcept;

  [[nodiscard]] std::span<const datagen_value> values() const;  // values()[i] answers options[i]

 private:
  friend struct OptionBinder;
  std::unique_ptr<Storage> storage_;
};

struct OptionContext {
  std::string subject;                // "shop.orders.total" or "writer copy", for messages
  std::string class_name;             // "generator email", for messages
  Location location;                  // where the class was named, for options that are missing
  std::int64_t now = 0;               // for DATAGEN_TIMESTAMP
  // Resolves a DATAGEN_COLUMN option to an index into datagen_target.inputs.  explicit_name: what the user wrote, or empty:
  // then candidates are the declared default names, in order.  Returns nothing when there is no such column; for an
  // explicit name that is a fault, which the function itself has reported.  May be empty: no columns at hand.
  std::function<std::optional<std::int64_t>(std::size_t option, const std::string& explicit_name, const Location&,
                                            const std::vector<std::string>& candidates)>
      resolve_column;
};

// sources: maps whose keys are option names; an earlier one wins over a later one (null pointers are skipped).  Keys in
// ignored are passed over (they mean something to the caller), as are "comment" and keys beginning with "x-".
// Every fault (unknown option with "did you mean", wrong kind, out of bounds, not among the choices, missing though
// required) goes to diagnostics with its place; the result is then meaningless.  A deprecated option gives a warning.
// Lenient where a user would expect it: numbers written as strings for numeric options ("10"), one scalar for a list of
// one, numbers and booleans for strings.
[[nodiscard]] BoundOptions bind_options(std::span<const datagen_option> options,
                                        std::span<const Node* const> sources, std::span<const std::string_view> ignored,
                                        const OptionContext& context, Diagnostics& diagnostics);

}  // namespace datagen
