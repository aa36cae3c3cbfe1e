#include "description/expression.hpp"

#include <pg_query.h>

#include <memory>
#include <nlohmann/json.hpp>

#include "datagen/core/description.hpp"

namespace datagen {
namespace {

using Json = nlohmann::json;

// The parser's output recurses; this keeps its depth well within a thread's stack.
constexpr std::size_t maximum_expression_bytes = 16 * 1024;

// The statements of sql, or a null value with the parser's message.
Json parse_statements(const std::string& sql, std::string& message) {
  const PgQueryParseResult result = pg_query_parse(sql.c_str());
  const auto free_result = [](const PgQueryParseResult* r) { pg_query_free_parse_result(*r); };
  const std::unique_ptr<const PgQueryParseResult, decltype(free_result)> guard(&result, free_result);
  if (result.error != nullptr) {
    message = result.error->message;
    return {};
  }
  Json tree = Json::parse(result.parse_tree, nullptr, false);
  if (tree.is_discarded()) {  // from E'\\xFF', or a name that the parser cut off in the middle of a character
    message = "it holds bytes that are not UTF-8, or a name of more than 63 bytes";
    return {};
  }
  return std::move(tree.at("stmts"));  // copying recurses with the tree; moving and destroying do not
}

// The expression of "SELECT expression", or nullptr when there is anything more to the statement.
const Json* only_target(const Json& statements) {
  if (statements.size() != 1 || statements[0].contains("stmt_len")) return nullptr;
  const Json& statement = statements[0].at("stmt");
  if (!statement.contains("SelectStmt")) return nullptr;
  for (const auto& [key, value] : statement.at("SelectStmt").items()) {
    if (key != "targetList" && key != "limitOption" && key != "op") return nullptr;
  }
  const Json& select = statement.at("SelectStmt");
  if (!select.contains("targetList") || select.at("targetList").size() != 1 || select.at("op") != "SETOP_NONE") {
    return nullptr;
  }
  const Json& target = select.at("targetList")[0].at("ResTarget");
  for (const auto& [key, value] : target.items()) {
    if (key != "val" && key != "location") return nullptr;
  }
  return target.contains("val") ? &target.at("val") : nullptr;
}

std::string string_value(const Json& constant) { return constant.at("sval").value("sval", std::string()); }

// What a node of that name says, wherever it stands.  False for what no expression in a table definition may hold.
bool take_note(const std::string& name, const Json& node, Expression& expression, std::string& message) {
  if (name == "A_Star") {
    message = "'*' is no expression";
    return false;
  }
  if (name == "ParamRef") {
    message = "a parameter such as $1 has no value here";
    return false;
  }
  if (name == "ColumnRef") {
    std::vector<std::string> parts;
    for (const Json& field : node.at("fields")) {
      if (field.contains("String")) parts.push_back(field.at("String").value("sval", std::string()));
    }
    expression.columns.push_back(std::move(parts));
  }
  expression.subquery = expression.subquery || name == "SubLink";
  expression.call = expression.call || name == "FuncCall" || name == "TypeCast" || name == "SQLValueFunction" ||
                    name == "CoalesceExpr" || name == "MinMaxExpr" || name == "XmlExpr" || name == "CaseExpr" ||
                    name == "A_ArrayExpr" || name == "RowExpr";
  expression.string_constant =
      expression.string_constant || (name == "A_Const" && (node.contains("sval") || node.contains("bsval")));
  return true;
}

// With a stack of its own: the tree of 1+1+1+... is as deep as the text is long.
bool walk(const Json& root, Expression& expression, std::string& message) {
  std::vector<const Json*> pending{&root};
  while (!pending.empty()) {
    const Json& node = *pending.back();
    pending.pop_back();
    if (node.is_object()) {
      for (const auto& [key, value] : node.items()) {
        if (value.is_object() && !take_note(key, value, expression, message)) return false;
        if (value.is_structured()) pending.push_back(&value);
      }
    } else {
      for (const Json& item : node) {
        if (item.is_structured()) pending.push_back(&item);
      }
    }
  }
  return true;
}

void classify_root(const Json& root, Expression& expression) {
  const std::string& name = root.begin().key();
  const Json& node = root.begin().value();
  expression.bare_column = name == "ColumnRef";
  expression.default_keyword = name == "SetToDefault";
  expression.user_function = name == "SQLValueFunction" && node.value("op", std::string()) == "SVFOP_USER";
  if (name == "A_Const") {
    expression.null_constant = node.contains("isnull");
    expression.number_only = node.contains("ival") || node.contains("fval");
    expression.boolean_only = node.contains("boolval");
    if (node.contains("sval")) expression.text = string_value(node);
  }
  if (name == "TypeCast" && node.at("arg").contains("A_Const") && node.at("arg").at("A_Const").contains("sval")) {
    expression.text = string_value(node.at("arg").at("A_Const"));
  }
}

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n\f\v") == std::string_view::npos; }

}  // namespace

std::optional<Expression> parse_expression(std::string_view text, std::string& message) {
  if (is_blank(text)) {
    message = "the expression is empty";
    return std::nullopt;
  }
  if (text.size() > maximum_expression_bytes) {
    message = "the expression is longer than 16 KiB";
    return std::nullopt;
  }
  if (text.find('\0') != std::string_view::npos) {
    message = "the expression holds the character U+0000";
    return std::nullopt;
  }
  // As it stands it must be the only target of a SELECT: so it ends no statement and opens no clause.  In parentheses,
  // with nothing after it, it must be one again: so it closes no parenthesis, leaves none, nor a quote or comment,
  // open.
  const Json bare = parse_statements("SELECT " + std::string(text), message);
  if (bare.is_null()) return std::nullopt;
  const Json* root = only_target(bare);
  std::string in_parentheses_message;
  const Json enclosed = parse_statements("SELECT (" + std::string(text) + ")", in_parentheses_message);
  if (root == nullptr || enclosed.is_null() || only_target(enclosed) == nullptr) {
    message = "it is not exactly one expression";
    return std::nullopt;
  }
  Expression expression;
  if (!walk(*root, expression, message)) return std::nullopt;
  classify_root(*root, expression);
  return expression;
}

std::optional<IndexElement> parse_index_element(const std::string& text, std::string& message) {
  if (text.size() > maximum_expression_bytes || text.find('\0') != std::string::npos || is_blank(text)) {
    message = "it is empty, longer than 16 KiB, or holds the character U+0000";
    return std::nullopt;
  }
  for (const bool enclosed : {false, true}) {
    IndexElement element;
    element.text = enclosed ? "(" + text + ")" : text;
    std::string reason;
    const Json statements = parse_statements("CREATE INDEX ON t (" + element.text + ")", reason);
    if (!enclosed) message = reason.empty() ? "it is not exactly one element of an index" : reason;
    if (statements.is_null() || statements.size() != 1 || !statements[0].at("stmt").contains("IndexStmt")) continue;
    const Json& index = statements[0].at("stmt").at("IndexStmt");
    // Nothing that closes the list and goes on behind it.
    bool alone = !statements[0].contains("stmt_len") && index.at("indexParams").size() == 1;
    for (const auto& [key, value] : index.items())
      alone = alone && (key == "relation" || key == "accessMethod" || key == "indexParams");
    if (!alone) continue;
    const Json& body = index.at("indexParams")[0].at("IndexElem");
    element.column = body.value("name", std::string());
    element.bare = !element.column.empty() &&
                   body.value("ordering", std::string("SORTBY_DEFAULT")) == "SORTBY_DEFAULT" &&
                   body.value("nulls_ordering", std::string("SORTBY_NULLS_DEFAULT")) == "SORTBY_NULLS_DEFAULT" &&
                   !body.contains("opclass") && !body.contains("collation");
    if (body.contains("expr") && !walk(body.at("expr"), element.expression, message)) return std::nullopt;
    return element;
  }
  return std::nullopt;
}

std::string as_default_clause(const std::string& text) {
  std::string message;
  const Json statements = parse_statements("CREATE TABLE t (c integer DEFAULT " + text + " NOT NULL)", message);
  return statements.is_null() ? "(" + text + ")" : text;
}

bool is_plain_type_name(const std::string& name) {
  std::string message;
  const Json statements = parse_statements("SELECT NULL::" + name, message);
  if (statements.is_null()) return false;
  const Json* root = only_target(statements);
  if (root == nullptr || !root->contains("TypeCast")) return false;
  const Json& names = root->at("TypeCast").at("typeName").at("names");
  return names.size() == 1 && names[0].at("String").value("sval", std::string()) == name;
}

bool is_single_expression(std::string_view text, std::string& message) {
  return parse_expression(text, message).has_value();
}

}  // namespace datagen
