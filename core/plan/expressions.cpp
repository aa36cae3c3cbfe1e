// Generator `expression`: from PostgreSQL's own parse of the text to a tree that is evaluated row by row.  The parser
// is libpg_query, so that expressions are read here exactly as the server reads those of checks and defaults; a
// calculator library (ExprTk, muParser) has another grammar and only floating-point numbers.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "description/places.hpp"
#include "plan/parse_tree.hpp"
#include "plan/planner.hpp"
#include "program/sql_value.hpp"

namespace datagen {

namespace {

using Json = nlohmann::json;
using Operation = ExpressionTree::Operation;
using Kind = SqlValue::Kind;

// What the text asks for and this evaluator has not.
struct Unsupported {
  std::string what;
};

const std::map<std::string, Operation>& operators() {
  static const std::map<std::string, Operation> table = {
      {"+", Operation::add},          {"-", Operation::subtract},      {"*", Operation::multiply},
      {"/", Operation::divide},       {"%", Operation::modulo},        {"^", Operation::power},
      {"||", Operation::concatenate}, {"=", Operation::equal},         {"<>", Operation::not_equal},
      {"!=", Operation::not_equal},   {"<", Operation::less},          {"<=", Operation::less_equal},
      {">", Operation::greater},      {">=", Operation::greater_equal}};
  return table;
}

struct Function {
  Operation operation;
  std::size_t least, most;  // arguments
};

const std::map<std::string, Function>& functions() {
  static const std::map<std::string, Function> table = {
      {"round", {Operation::round, 1, 2}},      {"floor", {Operation::floor, 1, 1}},
      {"ceil", {Operation::ceiling, 1, 1}},     {"ceiling", {Operation::ceiling, 1, 1}},
      {"abs", {Operation::absolute, 1, 1}},     {"trunc", {Operation::truncate, 1, 2}},
      {"sqrt", {Operation::square_root, 1, 1}}, {"power", {Operation::power, 2, 2}},
      {"pow", {Operation::power, 2, 2}},        {"mod", {Operation::modulo, 2, 2}},
      {"upper", {Operation::upper, 1, 1}},      {"lower", {Operation::lower, 1, 1}},
      {"length", {Operation::length, 1, 1}},    {"char_length", {Operation::length, 1, 1}},
      {"substr", {Operation::substring, 2, 3}}, {"substring", {Operation::substring, 2, 3}},
      {"btrim", {Operation::trim, 1, 1}},       {"replace", {Operation::replace, 3, 3}},
      {"left", {Operation::left, 2, 2}},        {"right", {Operation::right, 2, 2}}};
  return table;
}

Kind kind_of_type(const std::string& name) {
  static const std::map<std::string, Kind> table = {{"int2", Kind::integer},
                                                    {"int4", Kind::integer},
                                                    {"int8", Kind::integer},
                                                    {"numeric", Kind::decimal},
                                                    {"float4", Kind::floating},
                                                    {"float8", Kind::floating},
                                                    {"text", Kind::text},
                                                    {"varchar", Kind::text},
                                                    {"bpchar", Kind::text},
                                                    {"bool", Kind::boolean},
                                                    {"date", Kind::date},
                                                    {"timestamp", Kind::timestamp},
                                                    {"timestamptz", Kind::timestamp},
                                                    {"time", Kind::time},
                                                    {"interval", Kind::interval}};
  auto found = table.find(name);
  if (found == table.end()) throw Unsupported{"the type " + name};
  return found->second;
}

// "2 days 3 hours", "90 minutes", "1:30:00"; months and years have no fixed length.
SqlValue parse_interval(const std::string& text) {
  static const std::map<std::string, std::int64_t> units = {
      {"second", 1'000'000},     {"seconds", 1'000'000},    {"s", 1'000'000},         {"minute", 60'000'000},
      {"minutes", 60'000'000},   {"min", 60'000'000},       {"hour", 3'600'000'000},  {"hours", 3'600'000'000},
      {"h", 3'600'000'000},      {"day", 86'400'000'000},   {"days", 86'400'000'000}, {"d", 86'400'000'000},
      {"week", 604'800'000'000}, {"weeks", 604'800'000'000}};
  SqlValue result;
  result.kind = Kind::interval;
  const char* at = text.c_str();
  while (*at != '\0') {
    char* end = nullptr;
    double number = std::strtod(at, &end);
    if (end == at) throw Unsupported{"the interval '" + text + "'"};
    if (*end == ':') {
      int hours = 0, minutes = 0;
      double seconds = 0;
      if (std::sscanf(at, "%d:%d:%lf", &hours, &minutes, &seconds) < 2)
        throw Unsupported{"the interval '" + text + "'"};
      result.number += static_cast<Int128>((hours * 3600.0 + minutes * 60.0 + seconds) * 1e6);
      return result;
    }
    at = end;
    while (*at == ' ') ++at;
    std::string unit;
    while (*at >= 'a' && *at <= 'z') unit += *at++;
    while (*at == ' ') ++at;
    auto found = units.find(unit);
    if (found == units.end())
      throw Unsupported{"the interval '" + text + "' (weeks, days, hours, minutes and seconds are understood)"};
    result.number += static_cast<Int128>(number * static_cast<double>(found->second));
  }
  return result;
}

class TreeBuilder {
 public:
  // column: the input that a column's name stands for.
  TreeBuilder(std::function<std::size_t(const std::string&)> column, std::int64_t now)
      : column_(std::move(column)), now_(now) {}

  ExpressionTree build(const Json& node) {
    const std::string& type = node.begin().key();
    const Json& body = node.begin().value();
    if (type == "A_Const") return constant(constant_of(body));
    if (type == "ColumnRef") return reference(body);
    if (type == "A_Expr") return operation(body);
    if (type == "BoolExpr") return boolean(body);
    if (type == "NullTest")
      return make(body.at("nulltesttype") == "IS_NULL" ? Operation::is_null : Operation::is_not_null,
                  {build(body.at("arg"))});
    if (type == "CaseExpr") return choice(body);
    if (type == "CoalesceExpr") return make(Operation::coalesce, list(body.at("args")));
    if (type == "MinMaxExpr")
      return make(body.at("op") == "IS_GREATEST" ? Operation::greatest : Operation::least, list(body.at("args")));
    if (type == "FuncCall") return call(body);
    if (type == "TypeCast") return cast(body);
    if (type == "SQLValueFunction") return present(body.at("op").get<std::string>());
    throw Unsupported{type};
  }

 private:
  static ExpressionTree make(Operation operation, std::vector<ExpressionTree> arguments) {
    ExpressionTree tree;
    tree.operation = operation;
    tree.arguments = std::move(arguments);
    return tree;
  }
  static ExpressionTree constant(SqlValue value) {
    ExpressionTree tree;
    tree.constant = std::move(value);
    return tree;
  }
  static std::string name_of(const Json& names) { return names.back().at("String").at("sval").get<std::string>(); }

  static SqlValue constant_of(const Json& body) {
    if (body.contains("isnull")) return {};
    if (body.contains("ival")) return integer_value(body.at("ival").value("ival", 0));
    if (body.contains("boolval")) return boolean_value(body.at("boolval").value("boolval", false));
    if (body.contains("fval")) {
      std::string digits = body.at("fval").at("fval").get<std::string>();
      bool exponent = digits.find_first_of("eE") != std::string::npos;
      SqlValue value = convert(text_value(digits), Kind::decimal, -1);
      return exponent ? convert(value, Kind::floating, -1) : value;
    }
    if (body.contains("sval")) return text_value(body.at("sval").value("sval", ""));
    throw Unsupported{"this kind of constant"};
  }

  ExpressionTree reference(const Json& body) {
    const Json& field = body.at("fields").back();
    if (!field.contains("String")) throw Unsupported{"*"};
    ExpressionTree tree = make(Operation::column, {});
    tree.input = column_(field.at("String").at("sval").get<std::string>());
    return tree;
  }

  std::vector<ExpressionTree> list(const Json& nodes) {
    std::vector<ExpressionTree> trees;
    for (const Json& node : nodes) trees.push_back(build(node));
    return trees;
  }

  ExpressionTree operation(const Json& body) {
    std::string kind = body.at("kind").get<std::string>(), name = name_of(body.at("name"));
    if (kind == "AEXPR_OP") {
      if (!body.contains("lexpr") && name == "-") return make(Operation::negate, {build(body.at("rexpr"))});
      if (!body.contains("lexpr") && name == "+") return build(body.at("rexpr"));
      auto found = operators().find(name);
      if (found == operators().end() || !body.contains("lexpr")) throw Unsupported{"the operator " + name};
      return make(found->second, {build(body.at("lexpr")), build(body.at("rexpr"))});
    }
    if (kind == "AEXPR_NULLIF") return make(Operation::nullif, {build(body.at("lexpr")), build(body.at("rexpr"))});
    if (kind == "AEXPR_IN" || kind == "AEXPR_BETWEEN" || kind == "AEXPR_NOT_BETWEEN") {
      const Json& items = body.at("rexpr").at("List").at("items");
      ExpressionTree tree;
      if (kind == "AEXPR_IN") {
        tree = make(Operation::logical_or, {});
        for (const Json& item : items)
          tree.arguments.push_back(make(Operation::equal, {build(body.at("lexpr")), build(item)}));
        if (name == "<>") tree = make(Operation::logical_not, {std::move(tree)});
      } else {
        tree =
            make(Operation::logical_and, {make(Operation::greater_equal, {build(body.at("lexpr")), build(items.at(0))}),
                                          make(Operation::less_equal, {build(body.at("lexpr")), build(items.at(1))})});
        if (kind == "AEXPR_NOT_BETWEEN") tree = make(Operation::logical_not, {std::move(tree)});
      }
      return tree;
    }
    throw Unsupported{"the operator " + name};
  }

  ExpressionTree boolean(const Json& body) {
    std::string op = body.at("boolop").get<std::string>();
    Operation operation = op == "AND_EXPR"  ? Operation::logical_and
                          : op == "OR_EXPR" ? Operation::logical_or
                                            : Operation::logical_not;
    return make(operation, list(body.at("args")));
  }

  ExpressionTree choice(const Json& body) {
    ExpressionTree tree = make(Operation::choose, {});
    for (const Json& when : body.at("args")) {
      const Json& branch = when.at("CaseWhen");
      ExpressionTree condition = build(branch.at("expr"));
      if (body.contains("arg")) condition = make(Operation::equal, {build(body.at("arg")), std::move(condition)});
      tree.arguments.push_back(std::move(condition));
      tree.arguments.push_back(build(branch.at("result")));
    }
    tree.arguments.push_back(body.contains("defresult") ? build(body.at("defresult")) : constant({}));
    return tree;
  }

  ExpressionTree call(const Json& body) {
    std::string name = name_of(body.at("funcname"));
    std::vector<ExpressionTree> arguments =
        body.contains("args") ? list(body.at("args")) : std::vector<ExpressionTree>{};
    if ((name == "now" || name == "transaction_timestamp") && arguments.empty())
      return present("SVFOP_CURRENT_TIMESTAMP");
    if (name == "concat" && !arguments.empty()) {
      // concat() passes over nulls, || does not.
      ExpressionTree tree = constant(text_value(""));
      for (ExpressionTree& argument : arguments)
        tree = make(Operation::concatenate,
                    {std::move(tree), make(Operation::coalesce, {std::move(argument), constant(text_value(""))})});
      return tree;
    }
    auto found = functions().find(name);
    if (found == functions().end()) throw Unsupported{"the function " + name};
    if (arguments.size() < found->second.least || arguments.size() > found->second.most)
      throw Unsupported{fmt::format("the function {} with {} arguments", name, arguments.size())};
    return make(found->second.operation, std::move(arguments));
  }

  ExpressionTree cast(const Json& body) {
    const Json& type = body.at("typeName");
    if (type.contains("arrayBounds")) throw Unsupported{"an array"};
    ExpressionTree argument = build(body.at("arg"));
    Kind kind = kind_of_type(name_of(type.at("names")));
    if (kind == Kind::interval) {
      if (argument.operation != Operation::constant || argument.constant.kind != Kind::text)
        throw Unsupported{"a cast to interval of anything but text"};
      return constant(parse_interval(argument.constant.text));
    }
    ExpressionTree tree = make(Operation::cast, {std::move(argument)});
    tree.type = kind;
    if (kind == Kind::decimal && type.contains("typmods"))
      tree.scale = type.at("typmods").size() > 1
                       ? static_cast<int>(constant_of(type.at("typmods").at(1).at("A_Const")).number)
                       : 0;
    return tree;
  }

  // The run's "now", not the clock.
  ExpressionTree present(const std::string& op) {
    SqlValue value;
    value.kind = Kind::timestamp;
    value.number = now_;
    value.utc = true;
    if (op == "SVFOP_CURRENT_DATE") return constant(convert(value, Kind::date, -1));
    if (op == "SVFOP_CURRENT_TIMESTAMP") return constant(std::move(value));
    if (op == "SVFOP_LOCALTIMESTAMP") {
      value.utc = false;
      return constant(std::move(value));
    }
    throw Unsupported{op};
  }

  std::function<std::size_t(const std::string&)> column_;
  std::int64_t now_;
};

}  // namespace

std::shared_ptr<const ExpressionTree> SourcePlanner::expression_over(std::size_t t, std::optional<std::size_t> own,
                                                                     const Node& text, const std::string& where,
                                                                     std::vector<std::size_t>& inputs) {
  const Table& table = table_of(t);
  auto refuse = [&](const std::string& message, const std::string& hint = {}) {
    diagnostics_.fault(text.location, where, message, hint);
    return nullptr;
  };
  std::string message;
  if (!is_single_expression(text.string, message))
    return refuse(fmt::format("expression '{}': {}", text.string, message), "write one SQL expression");
  bool ok = true;
  auto input = [&](const std::string& name) -> std::size_t {
    auto other = table.find_column(name);
    if (!other || other == own || table.columns[*other].is_generated()) {
      std::vector<std::string> names;
      for (const Column& each : table.columns) names.push_back(each.name);
      refuse(fmt::format("no {}column '{}' with values in {}{}", own ? "other " : "", name, table.full_name(),
                         did_you_mean(name, names)));
      ok = false;
      return 0;
    }
    ok = resolve(t, *other) && ok;
    auto found = std::find(inputs.begin(), inputs.end(), *other);
    if (found != inputs.end()) return static_cast<std::size_t>(found - inputs.begin());
    inputs.push_back(*other);
    return inputs.size() - 1;
  };
  const std::optional<Json> tree = parse_tree(text.string);
  if (!tree) return refuse(fmt::format("expression '{}' is not understood", text.string));
  try {
    auto built = std::make_shared<const ExpressionTree>(TreeBuilder(input, plan_.options.now).build(*tree));
    return ok ? built : nullptr;
  } catch (const Unsupported& unsupported) {
    return refuse(
        fmt::format("expression '{}': {} is not evaluated here", text.string, unsupported.what),
        "docs/computed-columns.md lists the operators and functions; a column with 'generated' is computed by the "
        "server");
  } catch (const Error& error) {
    return refuse(fmt::format("expression '{}': {}", text.string, error.faults()[0].message));
  } catch (const Json::exception&) {
    return refuse(fmt::format("expression '{}' is not understood", text.string));
  }
}

bool SourcePlanner::choose_expression(std::size_t t, std::size_t c) {
  const Column& column = table_of(t).columns[c];
  const std::string where = subject(t, c);
  const Node* config = column.generator_config.get();
  const Node* text = config != nullptr ? config->find("expression") : nullptr;
  if (text == nullptr || !text->is(Node::Kind::string)) {
    diagnostics_.fault(text != nullptr ? text->location : column.generator_location, where,
                       "generator expression needs the option 'expression'",
                       "for example generator_config: {expression: quantity * unit_price}");
    return false;
  }
  if (!only_options(*config, places::expression_options(), "expression", where)) return false;
  Source source;
  source.kind = Source::Kind::expression;
  take_target(column, source);
  source.expression = expression_over(t, c, *text, where, source.inputs);
  if (source.expression == nullptr) return false;
  plan_.tables[t].columns[c].source = std::move(source);
  plan_.tables[t].columns[c].chosen_by = "expression " + text->string;
  return true;
}

void SourcePlanner::take_target(const Column& column, Source& source) const {
  const SqlType type = storage(column);
  source.format = type.format;
  source.max_characters = type.max_characters;
  source.precision = type.precision;
  source.not_null = column.not_null;
}

}  // namespace datagen
