#include <fmt/format.h>

#include <algorithm>

#include "plan/check_constants.hpp"
#include "plan/check_facts.hpp"
#include "program/text_checks.hpp"

namespace datagen {

namespace {

using Kind = ColumnCondition::Kind;

std::string_view trimmed(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
  return text.substr(0, text.find_last_not_of(' ') + 1);
}

}  // namespace

bool satisfies(const ColumnCondition& condition, ValueKind kind, std::string_view text) {
  auto order = [&](const std::string& value) { return compare_values(kind, text, value); };
  switch (condition.kind) {
    case Kind::at_least: {
      auto c = order(condition.values[0]);
      return c && *c >= 0;
    }
    case Kind::above: {
      auto c = order(condition.values[0]);
      return c && *c > 0;
    }
    case Kind::at_most: {
      auto c = order(condition.values[0]);
      return c && *c <= 0;
    }
    case Kind::below: {
      auto c = order(condition.values[0]);
      return c && *c < 0;
    }
    case Kind::one_of:
      return std::any_of(condition.values.begin(), condition.values.end(), [&](const std::string& value) {
        auto c = order(value);
        return c && *c == 0;
      });
    case Kind::none_of:
      return std::all_of(condition.values.begin(), condition.values.end(), [&](const std::string& value) {
        auto c = order(value);
        return c && *c != 0;
      });
    case Kind::least_length:
    case Kind::most_length: {
      if (kind == ValueKind::padded_text) text = text.substr(0, text.find_last_not_of(' ') + 1);
      std::uint64_t length = count_characters(condition.trimmed ? trimmed(text) : text);
      return condition.kind == Kind::least_length ? length >= condition.length : length <= condition.length;
    }
    case Kind::matches:
      return condition.pattern->matches(text);
    case Kind::never_null:
      break;
  }
  return true;
}

std::string condition_text(const ColumnCondition& condition) {
  std::string values;
  for (std::size_t i = 0; i < condition.values.size() && i < 8; ++i)
    values += (i == 0 ? "'" : ", '") + condition.values[i] + "'";
  if (condition.values.size() > 8) values += ", ...";
  const std::string value = condition.values.empty() ? "" : condition.values[0];
  switch (condition.kind) {
    case Kind::at_least:
      return "at least " + value;
    case Kind::above:
      return "above " + value;
    case Kind::at_most:
      return "at most " + value;
    case Kind::below:
      return "below " + value;
    case Kind::one_of:
      return "one of " + values;
    case Kind::none_of:
      return "none of " + values;
    case Kind::least_length:
      return fmt::format("at least {} characters", condition.length);
    case Kind::most_length:
      return fmt::format("at most {} characters", condition.length);
    case Kind::matches:
      return condition.values.empty() ? "of one case" : "like '" + value + "'";
    case Kind::never_null:
      break;
  }
  return "not null";
}

}  // namespace datagen
