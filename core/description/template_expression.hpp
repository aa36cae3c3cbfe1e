// The expressions in ${...}: whole numbers, numbers, true and false, text, and parameters.
//   or, and, not, = == != < <= > >=, + -, * / %, unary -, parentheses, min(..) max(..) round(x) if(condition, a, b)
// Whole numbers stay whole: 7 / 2 is 3, cut toward 0.  A number among them makes the result a number.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <variant>

namespace datagen {

using TemplateValue = std::variant<std::int64_t, double, bool, std::string>;

// What is wrong with an expression, and where in it.
struct ExpressionFault {
  std::size_t offset = 0;
  std::string message, hint;
};

// Null for a name that is no parameter; a message's end may suggest another ("did you mean").
struct ExpressionNames {
  std::function<const TemplateValue*(std::string_view)> find;
  std::function<std::string(std::string_view)> suggestion;
};

// Throws ExpressionFault.
[[nodiscard]] TemplateValue evaluate_template_expression(std::string_view text, const ExpressionNames& names);

[[nodiscard]] const char* template_value_kind(const TemplateValue& value);  // "a whole number", for messages
[[nodiscard]] std::string template_value_text(const TemplateValue& value);  // as it stands within other text

// Words of the language, which no parameter may have as its name.
[[nodiscard]] bool is_expression_word(std::string_view word);

}  // namespace datagen
