// Checks, generated columns and conditions of indexes: each one expression, over columns that exist.
#include <algorithm>

#include "description/expression.hpp"
#include "description/parts.hpp"

namespace datagen {
namespace {

class ExpressionChecker {
 public:
  ExpressionChecker(const Table& table, Diagnostics& diagnostics) : table_(table), diagnostics_(diagnostics) {}

  // Returns the columns that the expression reads, each once or more.
  std::vector<std::size_t> check(const std::string& text, const std::string& what, const std::string& subject,
                                 const Location& location) {
    std::string message;
    const auto expression = parse_expression(text, message);
    if (!expression) {
      diagnostics_.fault(location, subject, what + " '" + text + "': " + message, "write one SQL expression");
      return {};
    }
    if (expression->subquery) {
      diagnostics_.fault(location, subject, what + " '" + text + "' holds a subquery, which PostgreSQL does not allow");
    }
    if (expression->default_keyword) {
      diagnostics_.fault(location, subject, what + " '" + text + "': DEFAULT has no value here");
    }
    std::vector<std::size_t> columns;
    for (const auto& parts : expression->columns) resolve(parts, what, subject, location, columns);
    return columns;
  }

 private:
  void resolve(const std::vector<std::string>& parts, const std::string& what, const std::string& subject,
               const Location& location, std::vector<std::size_t>& columns) {
    const std::string& name = parts.back();
    const bool own_table = parts.size() == 1 || (parts.size() == 2 && parts[0] == table_.name) ||
                           (parts.size() == 3 && parts[0] == table_.schema && parts[1] == table_.name);
    if (own_table) {
      if (const auto found = table_.find_column(name)) {
        columns.push_back(*found);
        return;
      }
      if (parts.size() == 1 && (name == table_.name || name == "tableoid")) return;  // the whole row; a system column
      const std::string suggestion = did_you_mean(name, column_names(table_));
      diagnostics_.fault(location, subject,
                         what + ": table '" + table_.full_name() + "' has no column '" + name + "'" + suggestion,
                         hint(name));
      return;
    }
    std::string written;
    for (const std::string& part : parts) written += (written.empty() ? "" : ".") + part;
    diagnostics_.fault(location, subject, what + ": '" + written + "' is no column of the table",
                       "an expression can only refer to columns of its own table");
  }

  // PostgreSQL folds unquoted names to lower case, which is what the expression's parser reports.
  [[nodiscard]] std::string hint(const std::string& name) const {
    for (const Column& column : table_.columns) {
      if (column.name.size() == name.size() && did_you_mean(name, {column.name}) != "" &&
          std::equal(name.begin(), name.end(), column.name.begin(), [](char a, char b) {
            return a == (b >= 'A' && b <= 'Z' ? static_cast<char>(b - 'A' + 'a') : b);
          })) {
        return "names with capital letters need double quotes in SQL: \"" + column.name + "\"";
      }
    }
    return "text stands in single quotes in SQL";
  }

  const Table& table_;
  Diagnostics& diagnostics_;
};

}  // namespace

std::string without_check_keyword(const std::string& text) {
  constexpr std::string_view blanks = " \t\r\n";
  const std::size_t start = text.find_first_not_of(blanks);
  if (start == std::string::npos || text.size() - start < 6) return text;
  constexpr std::string_view keyword = "check";
  for (std::size_t i = 0; i < keyword.size(); ++i) {
    if (text[start + i] != keyword[i] && text[start + i] != keyword[i] - 'a' + 'A') return text;
  }
  const std::size_t open = text.find_first_not_of(blanks, start + keyword.size());
  if (open == std::string::npos || text[open] != '(') return text;
  const std::size_t close = text.find_last_not_of(blanks);
  const std::string inner = text.substr(open + 1, close - open - 1);
  std::string ignored;
  // "CHECK (a) OR (b)" ends with a parenthesis too, but not with that which follows the word.
  if (text[close] == ')' && parse_expression(inner, ignored)) return inner;
  return text.substr(open);
}

std::optional<Check> read_check(const Node& node, const std::string& subject, Diagnostics& diagnostics) {
  Check check;
  check.location = node.location;
  if (node.is(Node::Kind::string)) {
    check.expression = without_check_keyword(node.string);
    return check;
  }
  if (!require_kind(node, Node::Kind::map, "a check", subject, diagnostics)) return std::nullopt;
  const MapReader reader(node, subject, diagnostics, places::check_constraint());
  check.name = read_name(reader, "name", diagnostics);
  const Node* expression = reader.get("expression");
  if (expression == nullptr) {
    reader.fault(node, "the check has no 'expression'");
    return std::nullopt;
  }
  if (!require_kind(*expression, Node::Kind::string, "'expression'", subject, diagnostics)) return std::nullopt;
  check.location = expression->location;
  check.expression = without_check_keyword(expression->string);
  return check;
}

void check_expressions(const Table& table, Diagnostics& diagnostics) {
  ExpressionChecker checker(table, diagnostics);
  for (const Check& check : table.checks) {
    static_cast<void>(checker.check(check.expression, "check", table.full_name(), check.location));
  }
  for (const Index& index : table.indexes) {
    if (index.where.empty()) continue;
    static_cast<void>(checker.check(index.where, "where", table.full_name(), index.where_location));
  }
  for (const Column& column : table.columns) {
    if (!column.generated) continue;
    const std::string subject = table.full_name() + "." + column.name;
    for (const std::size_t source : checker.check(*column.generated, "generated", subject, column.generated_location)) {
      if (!table.columns[source].is_generated()) continue;
      diagnostics.fault(
          column.generated_location, subject,
          "a generated column may not refer to the generated column '" + table.columns[source].name + "'");
    }
  }
}

}  // namespace datagen
