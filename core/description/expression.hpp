// SQL expressions, read by PostgreSQL's own parser.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace datagen {

// What has to be known about an expression to judge it; its meaning is the server's.
struct Expression {
  std::vector<std::vector<std::string>> columns;  // each reference as its parts: {"total"}, {"orders", "total"}
  bool subquery = false;
  bool call = false;                // a function, a cast, a constructor, CURRENT_DATE and the like
  bool user_function = false;       // the whole is USER, which is more often meant as a word
  bool string_constant = false;     // somewhere
  bool null_constant = false;       // the whole is NULL
  bool bare_column = false;         // the whole is one column reference
  bool number_only = false;         // the whole is one unsigned number
  bool boolean_only = false;        // the whole is TRUE or FALSE
  bool default_keyword = false;     // the whole is DEFAULT
  std::optional<std::string> text;  // the whole is a string constant, perhaps with a cast
};

// Reads text that must be exactly one expression, whatever it is put between.  Returns nothing, with the reason in
// message, for anything else.  Takes at most 16 KiB.
[[nodiscard]] std::optional<Expression> parse_expression(std::string_view text, std::string& message);

// One element of CREATE INDEX's list: "created_at DESC", "lower(email) text_pattern_ops".
struct IndexElement {
  std::string text;    // as it stands there; in parentheses where the grammar asks for them
  std::string column;  // of the element's one column; empty: it is an expression
  bool bare = false;   // a column's name and no more
  Expression expression;
};
// Reads text that must be exactly one element.  Returns nothing, with the reason in message, for anything else.
[[nodiscard]] std::optional<IndexElement> parse_index_element(const std::string& text, std::string& message);

// The text in the form that DEFAULT takes: in parentheses where its grammar asks for them (b_expr in gram.y).
[[nodiscard]] std::string as_default_clause(const std::string& text);

// True when name, unquoted, names the type of that name and no other (which INT, USER and the like do not).
[[nodiscard]] bool is_plain_type_name(const std::string& name);

}  // namespace datagen
