// Constants in checks: literals with their signs and casts, and times relative to now.
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "plan/check_values.hpp"

namespace datagen {

struct CheckConstant {
  std::string text;
  bool number = false;    // written as a number
  bool boolean = false;   // written as true or false
  bool from_now = false;  // grows with the time of loading
  std::string cast;       // the type it was cast to, without modifiers; or empty
};

// The constant that a node of the parser's tree stands for; nothing when it is none, or one whose value is the server's
// to say.
[[nodiscard]] std::optional<CheckConstant> constant_of(const nlohmann::json& node, std::int64_t now);

// The text with which a column of the kind is compared; nothing when it is no value of the kind.
[[nodiscard]] std::optional<std::string> comparand(const CheckConstant& constant, ValueKind kind);

// The last part of a type's or function's name in the tree; empty when qualified by anything but pg_catalog.
[[nodiscard]] std::string unqualified(const nlohmann::json& names);

}  // namespace datagen
