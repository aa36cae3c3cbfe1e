// Rules: {if, then, else} on other columns of the row.
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <map>

#include "description/map_reader.hpp"
#include "description/places.hpp"
#include "plan/planner.hpp"

namespace datagen {

namespace {

Operand operand_of(const Node& node) {
  Operand operand;
  operand.text = node.string;
  operand.is_number = node.is_number();
  if (operand.is_number)
    operand.number =
        node.is(Node::Kind::integer) ? static_cast<long double>(node.integer) : static_cast<long double>(node.floating);
  return operand;
}

// As comparison() of places.hpp names it, or another way to write that; nothing where it has no such key.
std::optional<Test::Operator> operator_named(const std::string& written) {
  using Operator = Test::Operator;
  static const std::map<std::string, Operator, std::less<>> table = {
      {"=", Operator::equal},         {"!=", Operator::not_equal},  {"<", Operator::less},
      {"<=", Operator::less_equal},   {">", Operator::greater},     {">=", Operator::greater_equal},
      {"in", Operator::in},           {"not_in", Operator::not_in}, {"between", Operator::between},
      {"is_null", Operator::is_null},
  };
  for (const Key& key : places::comparison().keys)
    if (key.name == written || std::find(key.other.begin(), key.other.end(), written) != key.other.end())
      return table.at(key.name);
  return std::nullopt;
}

}  // namespace

bool SourcePlanner::branch_source(std::size_t t, std::size_t c, const Node& node, Source& source) {
  const Column& column = table_of(t).columns[c];
  std::string where = subject(t, c);
  auto refuse = [&](const Location& location, const std::string& message, const std::string& hint = {}) {
    diagnostics_.fault(location, where, message, hint);
    return false;
  };
  Request request;
  request.table = t;
  request.column = c;
  request.location = node.location;
  request.part = fmt::format("/rule/{}", plan_.tables[t].columns[c].rule_branches++);
  // A range may hold other options of the generator that the column's type gives.
  const bool range = node.find("value") == nullptr && node.find("generator") == nullptr;
  if (!range && !check_keys(node, places::branch(), where, diagnostics_)) return false;
  Node config;
  config.kind = Node::Kind::map;
  config.location = node.location;
  std::string name;
  const Node* value = node.is_scalar() ? &node : node.find("value");
  if (node.is(Node::Kind::list))
    return refuse(node.location, "a branch is a list", "write a value, {min, max} or {generator, generator_config}");
  // TOML has no null.
  const bool written_null = value != nullptr && value->is(Node::Kind::string) && value->string == "null" &&
                            (storage(column).family & (DATAGEN_FAMILY_TEXT | DATAGEN_FAMILY_ENUM)) == 0;
  if (value != nullptr && (value->is(Node::Kind::null) || written_null)) {
    if (column.not_null) return refuse(value->location, "the rule gives null, and the column is NOT NULL");
    if (!choose_detected(t, c)) return false;
    source = std::move(plan_.tables[t].columns[c].source);
    source.always_null = true;
    return true;
  }
  if (value != nullptr) {
    Node list;
    list.kind = Node::Kind::list;
    list.location = value->location;
    list.list.push_back(*value);
    config.map.push_back({"values", value->location, std::move(list)});
    name = "enum";
  } else if (const Node* generator = node.find("generator")) {
    if (!generator->is(Node::Kind::string)) return refuse(generator->location, "'generator' is not a name");
    name = generator->string;
    if (const Node* given = node.find("generator_config")) config = *given;
  } else if (node.find("min") != nullptr || node.find("max") != nullptr) {
    SqlType type = storage(column);
    if ((type.family & (DATAGEN_FAMILY_INTEGER | DATAGEN_FAMILY_DECIMAL | DATAGEN_FAMILY_FLOAT)) != 0) {
      name = type.family == DATAGEN_FAMILY_INTEGER ? "integer_range" : "decimal_range";
      config.map = node.map;
    } else {
      std::string full_name = table_of(t).full_name();
      Detected detected = detect_by_type(plan_.registry, {full_name, column.name, type.family, type.base});
      if (detected.generator_class == nullptr)
        return refuse(node.location, fmt::format("{} has no range", column.type.text));
      name = detected.generator_class->id;
      for (const Node::Member& member : node.map)
        config.map.push_back({member.key == "min"   ? "start"
                              : member.key == "max" ? "end"
                                                    : member.key,
                              member.location, member.value});
    }
  } else {
    return refuse(node.location, "the branch says no value",
                  "write a value, {value: ...}, {min: ..., max: ...} or {generator: ..., generator_config: ...}");
  }
  request.generator_class = plan_.registry.find_generator(name);
  if (request.generator_class == nullptr) {
    std::vector<std::string> names;
    for (const auto& each : plan_.registry.generators()) names.push_back(each->short_name);
    return refuse(node.location, fmt::format("no generator '{}'{}", name, did_you_mean(name, names)));
  }
  request.config = &config;
  return create_values(request, source, diagnostics_);
}

bool SourcePlanner::choose_rules(std::size_t t, std::size_t c) {
  const Table& table = table_of(t);
  const Column& column = table.columns[c];
  std::string where = subject(t, c);
  bool ok = true;
  auto refuse = [&](const Location& location, const std::string& message, const std::string& hint = {}) {
    diagnostics_.fault(location, where, message, hint);
    ok = false;
  };
  auto rules = std::make_shared<RuleList>();
  Source source;
  source.kind = Source::Kind::rules;
  source.format = storage(column).format;

  auto add_branch = [&](const Node& node) {
    Source part;
    if (branch_source(t, c, node, part))
      source.parts.push_back(std::move(part));
    else
      ok = false;
    return source.parts.empty() ? 0 : source.parts.size() - 1;
  };
  auto add_test = [&](const Node::Member& member, std::vector<Test>& tests) {
    auto other = table.find_column(member.key);
    if (!other || *other == c || table.columns[*other].is_generated()) {
      std::vector<std::string> names;
      for (const Column& each : table.columns) names.push_back(each.name);
      return refuse(member.location, fmt::format("no other column '{}' with values in {}{}", member.key,
                                                 table.full_name(), did_you_mean(member.key, names)));
    }
    if (!resolve(t, *other)) {
      ok = false;
      return;
    }
    auto found = std::find(source.inputs.begin(), source.inputs.end(), *other);
    std::size_t input = static_cast<std::size_t>(found - source.inputs.begin());
    if (found == source.inputs.end()) source.inputs.push_back(*other);
    bool numeric =
        std::string_view("silfgd").find(plan_.tables[t].columns[*other].source.format[0]) != std::string_view::npos &&
        !plan_.tables[t].columns[*other].source.dictionary;
    auto add_operator = [&](Test::Operator op, const Node& value) {
      Test test{input, op, {}};
      if (op == Test::Operator::is_null) {
        if (!value.is(Node::Kind::boolean)) return refuse(value.location, "is_null is true or false");
        if (!value.boolean) test.op = Test::Operator::is_not_null;
      } else if (value.is(Node::Kind::null) && (op == Test::Operator::equal || op == Test::Operator::not_equal)) {
        test.op = op == Test::Operator::equal ? Test::Operator::is_null : Test::Operator::is_not_null;
      } else {
        std::vector<const Node*> values;
        if (value.is(Node::Kind::list))
          for (const Node& each : value.list) values.push_back(&each);
        else
          values.push_back(&value);
        bool many = op == Test::Operator::in || op == Test::Operator::not_in;
        if (op == Test::Operator::between ? values.size() != 2 : !many && values.size() != 1)
          return refuse(value.location, op == Test::Operator::between ? "between takes a list of two values"
                                                                      : "this comparison takes one value");
        for (const Node* each : values) {
          if (!each->is_scalar())
            return refuse(each->location, fmt::format("{} is no value to compare with", kind_name(each->kind)));
          Operand operand = operand_of(*each);
          if (numeric && !operand.is_number) {
            char* end = nullptr;
            operand.number = std::strtold(operand.text.c_str(), &end);
            if (operand.text.empty() || *end != '\0')
              return refuse(each->location,
                            fmt::format("'{}' is compared with the number {}", operand.text, member.key));
          }
          test.operands.push_back(std::move(operand));
        }
      }
      tests.push_back(std::move(test));
    };
    if (member.value.is(Node::Kind::map)) {
      for (const Node::Member& comparison : member.value.map) {
        if (const auto op = operator_named(comparison.key))
          add_operator(*op, comparison.value);
        else
          refuse(comparison.location, fmt::format("no comparison '{}'{}", comparison.key,
                                                  did_you_mean(comparison.key, places::comparison().known())));
      }
    } else {
      add_operator(member.value.is(Node::Kind::list) ? Test::Operator::in : Test::Operator::equal, member.value);
    }
  };

  bool decided = false;
  for (const Node& rule : column.rules->list) {
    const Node* condition = rule.find("if");
    const Node* then = rule.find("then");
    const Node* otherwise = rule.find("else");
    if (!rule.is(Node::Kind::map) || (condition == nullptr) != (then == nullptr) ||
        (then == nullptr && otherwise == nullptr)) {
      refuse(rule.location, "a rule has 'if' and 'then', or 'else'",
             "for example {if: {status: shipped}, then: {value: true}, else: {value: false}}");
      continue;
    }
    ok = check_keys(rule, places::rule(), where, diagnostics_) && ok;
    if (decided) {
      refuse(rule.location, "no row reaches this rule: an 'else' before it decides");
      continue;
    }
    if (condition != nullptr) {
      RuleList::Rule entry;
      if (condition->is(Node::Kind::string)) {
        entry.condition = expression_over(t, c, *condition, where, source.inputs);
        ok = ok && entry.condition != nullptr;
      } else if (!condition->is(Node::Kind::map) || condition->map.empty()) {
        refuse(condition->location, "'if' is a map from columns to values, or an SQL expression",
               "for example {status: [new, paid], total: {\">\": 100}}");
      }
      for (const Node::Member& member : condition->map) add_test(member, entry.tests);
      entry.branch = add_branch(*then);
      rules->rules.push_back(std::move(entry));
    }
    if (otherwise != nullptr) {
      rules->otherwise = add_branch(*otherwise);
      decided = true;
    }
  }
  if (!ok) return false;
  if (!decided) {
    // Rows that no rule matches get what the column would have without rules.
    if (!choose_detected(t, c)) return false;
    source.parts.push_back(std::move(plan_.tables[t].columns[c].source));
    rules->otherwise = source.parts.size() - 1;
  }
  source.rules = std::move(rules);
  plan_.tables[t].columns[c].source = std::move(source);
  plan_.tables[t].columns[c].chosen_by = "rules";
  return true;
}

}  // namespace datagen
