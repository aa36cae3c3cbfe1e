// What a column's default means.  A number, true or false is that value.  A string is an SQL expression, except where
// only a literal makes sense:
//   - it does not parse, and holds none of the marks that an expression would ("in stock", "2024-01-01 12:00")
//   - it refers to columns, as bare words do ("active"), which PostgreSQL allows in no default
//   - it does sums with nothing but numbers where the column is no number ("2024-01-01" on a date)
// Such text is quoted.  On columns of numbers and booleans only their own words may be literals.
#include <algorithm>
#include <array>
#include <cctype>

#include "datagen/plugin.h"
#include "description/expression.hpp"
#include "description/identifier.hpp"
#include "description/parts.hpp"

namespace datagen {
namespace {

constexpr std::uint32_t number_families = DATAGEN_FAMILY_INTEGER | DATAGEN_FAMILY_DECIMAL | DATAGEN_FAMILY_FLOAT;
constexpr std::uint32_t word_families = DATAGEN_FAMILY_TEXT | DATAGEN_FAMILY_ENUM;

bool is_boolean_word(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  constexpr std::array<std::string_view, 10> words = {"true", "false", "yes", "no", "on", "off", "t", "f", "y", "n"};
  return std::find(words.begin(), words.end(), text) != words.end();
}

class DefaultReader {
 public:
  DefaultReader(const Node& node, const SqlType& type, const std::string& subject,
                const std::vector<CustomType>& custom, Diagnostics& diagnostics)
      : node_(node), type_(storage_type(type, custom)), subject_(subject), custom_(custom), diagnostics_(diagnostics) {}

  std::optional<std::string> read() {
    switch (node_.kind) {
      case Node::Kind::boolean:
        return of_boolean();
      case Node::Kind::integer:
      case Node::Kind::floating:
        return of_number();
      case Node::Kind::string:
        return of_string();
      case Node::Kind::list:
      case Node::Kind::map:
        return of_structure();
      case Node::Kind::null:
        break;
    }
    return std::nullopt;
  }

 private:
  [[nodiscard]] bool in(std::uint32_t families) const { return (type_.family & families) != 0; }

  std::nullopt_t fault(std::string message, std::string hint = {}) {
    diagnostics_.fault(node_.location, subject_, "default '" + node_.string + "': " + std::move(message),
                       std::move(hint));
    return std::nullopt;
  }

  std::optional<std::string> literal(const std::string& text) {
    check_label(text);
    return quote_literal(text);
  }

  void check_label(const std::string& text) {
    if (type_.family != DATAGEN_FAMILY_ENUM) return;
    for (const CustomType& candidate : custom_) {
      if (QualifiedName{candidate.schema, candidate.name}.text() != type_.base) continue;
      if (std::find(candidate.labels.begin(), candidate.labels.end(), text) != candidate.labels.end()) return;
      fault("'" + text + "' is no value of " + type_.base + did_you_mean(text, candidate.labels));
    }
  }

  std::optional<std::string> of_boolean() {
    if (in(number_families)) return fault("true and false are no numbers", "write 1 or 0");
    const std::string word = node_.boolean ? "true" : "false";
    return in(DATAGEN_FAMILY_BOOLEAN) ? word : literal(word);
  }

  std::optional<std::string> of_number() {
    std::string ignored;
    const std::string text = node_.is(Node::Kind::integer)             ? std::to_string(node_.integer)
                             : parse_expression(node_.string, ignored) ? node_.string
                                                                       : node_.json();
    if (in(DATAGEN_FAMILY_BOOLEAN)) {
      if (text == "0" || text == "1") return text == "1" ? "true" : "false";
      return fault("a number is no boolean", "write true or false");
    }
    return in(number_families) ? text : literal(text);
  }

  std::optional<std::string> of_structure() {
    if (in(DATAGEN_FAMILY_JSON)) return quote_literal(node_.json());
    if (in(DATAGEN_FAMILY_ARRAY) && node_.list.empty() && node_.map.empty()) return quote_literal("{}");
    diagnostics_.fault(
        node_.location, subject_,
        std::string("'default' must be a string, a number, true or false, not ") + kind_name(node_.kind));
    return std::nullopt;
  }

  std::optional<std::string> of_string() {
    const std::string& text = node_.string;
    std::string message;
    if (in(DATAGEN_FAMILY_JSON | DATAGEN_FAMILY_ARRAY) && (text.substr(0, 1) == "{" || text.substr(0, 1) == "[")) {
      return literal(text);
    }
    if (text.empty() && in(word_families)) return literal(text);
    const auto expression = parse_expression(text, message);
    if (!expression) return of_unparsed(message);
    if (expression->subquery) return fault("a default may not hold a subquery");
    if (is_meant_as_literal(*expression)) {
      if (in(number_families)) return fault("a default may refer to no column", "write a number or an SQL expression");
      if (in(DATAGEN_FAMILY_BOOLEAN) && !is_boolean_word(text)) return fault("it is no boolean", "write true or false");
      return literal(text);
    }
    if (!expression->columns.empty()) {
      return fault("a default may refer to no column, such as '" + expression->columns.front().back() + "'",
                   "write text in single quotes");
    }
    if (expression->text) check_label(*expression->text);
    return as_default_clause(text);
  }

  [[nodiscard]] bool is_meant_as_literal(const Expression& expression) const {
    if (expression.default_keyword) return true;
    if (expression.user_function) return in(word_families);
    if (expression.call || expression.string_constant || expression.null_constant) return false;
    if (!expression.columns.empty()) return true;
    return !in(number_families | DATAGEN_FAMILY_BOOLEAN);
  }

  std::optional<std::string> of_unparsed(const std::string& message) {
    const bool marked =
        node_.string.find_first_of("'();\"") != std::string::npos || node_.string.find("::") != std::string::npos;
    if (marked || in(number_families | DATAGEN_FAMILY_BOOLEAN)) {
      return fault(message, "write one SQL expression, text in it in single quotes");
    }
    return literal(node_.string);
  }

  const Node& node_;
  const SqlType type_;
  const std::string& subject_;
  const std::vector<CustomType>& custom_;
  Diagnostics& diagnostics_;
};

}  // namespace

std::optional<std::string> read_default(const Node& node, const SqlType& type, const std::string& subject,
                                        const std::vector<CustomType>& custom, Diagnostics& diagnostics) {
  return DefaultReader(node, type, subject, custom, diagnostics).read();
}

}  // namespace datagen
