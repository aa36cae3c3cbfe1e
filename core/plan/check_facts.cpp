#include "plan/check_facts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "plan/check_constants.hpp"
#include "plan/parse_tree.hpp"
#include "program/text_checks.hpp"

namespace datagen {

namespace {

using Json = nlohmann::json;
using Kind = ColumnCondition::Kind;

constexpr int deepest = 60;

enum class Comparison { equal, not_equal, less, less_equal, greater, greater_equal };

std::optional<Comparison> comparison_of(const std::string& name) {
  static const std::map<std::string, Comparison> table = {
      {"=", Comparison::equal},         {"<>", Comparison::not_equal},  {"!=", Comparison::not_equal},
      {"<", Comparison::less},          {"<=", Comparison::less_equal}, {">", Comparison::greater},
      {">=", Comparison::greater_equal}};
  auto found = table.find(name);
  return found == table.end() ? std::nullopt : std::optional(found->second);
}

Comparison mirrored(Comparison c) {
  switch (c) {
    case Comparison::less:
      return Comparison::greater;
    case Comparison::less_equal:
      return Comparison::greater_equal;
    case Comparison::greater:
      return Comparison::less;
    case Comparison::greater_equal:
      return Comparison::less_equal;
    default:
      return c;
  }
}

Comparison negated(Comparison c) {
  switch (c) {
    case Comparison::equal:
      return Comparison::not_equal;
    case Comparison::not_equal:
      return Comparison::equal;
    case Comparison::less:
      return Comparison::greater_equal;
    case Comparison::less_equal:
      return Comparison::greater;
    case Comparison::greater:
      return Comparison::less_equal;
    default:
      return Comparison::less;
  }
}

// A column, or a function of one that is understood.
struct Term {
  std::size_t column = 0;
  enum class Form { plain, length, trimmed_length, trimmed, lower, upper } form = Form::plain;
};

bool is_lower(std::string_view text) {
  return std::none_of(text.begin(), text.end(),
                      [](char c) { return (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80; });
}
bool is_upper(std::string_view text) {
  return std::none_of(text.begin(), text.end(),
                      [](char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; });
}

CheckFacts not_usable(std::string reason) { return {{}, {}, {std::move(reason)}}; }

void append(CheckFacts& to, CheckFacts from) {
  std::move(from.conditions.begin(), from.conditions.end(), std::back_inserter(to.conditions));
  std::move(from.orders.begin(), from.orders.end(), std::back_inserter(to.orders));
  std::move(from.unusable.begin(), from.unusable.end(), std::back_inserter(to.unusable));
}

// How much a branch of an OR takes away from the values: the least is chosen.
int cost(const CheckFacts& facts) {
  int worst = 0;
  for (const ColumnCondition& c : facts.conditions) {
    int own = c.is_bound() || c.kind == Kind::never_null                    ? 1
              : c.kind == Kind::least_length || c.kind == Kind::most_length ? 2
              : c.kind == Kind::none_of                                     ? 3
              : c.kind == Kind::one_of                                      ? 4
                                                                            : 5;
    worst = std::max(worst, own);
  }
  return facts.orders.empty() ? worst : std::max(worst, 1);
}

class Analysis {
 public:
  Analysis(std::span<const CheckColumn> columns, std::int64_t now) : columns_(columns), now_(now) {}

  CheckFacts condition(const Json& node, bool negate, int depth = 0) const {
    if (depth > deepest) return not_usable("it is nested too deeply");
    const std::string& name = node.begin().key();
    const Json& inner = node.begin().value();
    if (name == "BoolExpr") return boolean(inner, negate, depth);
    if (name == "NullTest") return null_test(inner, negate);
    if (name == "BooleanTest") return boolean_test(inner, negate);
    if (name == "A_Expr") return expression(inner, negate);
    if (auto constant = constant_of(node, now_); constant && constant->boolean)
      return (constant->text == "true") != negate ? CheckFacts{} : not_usable("it is never true");
    if (auto column = term(node); column && column->form == Term::Form::plain && kind_of(*column) == ValueKind::boolean)
      return list(Kind::one_of, *column, {negate ? "false" : "true"});
    return not_usable("it is no comparison of a column with constants");
  }

 private:
  [[nodiscard]] ValueKind kind_of(const Term& term) const { return value_kind(columns_[term.column].storage); }

  [[nodiscard]] CheckFacts boolean(const Json& node, bool negate, int depth) const {
    std::string op = node.at("boolop");
    if (op == "NOT_EXPR") return condition(node.at("args")[0], !negate, depth + 1);
    std::vector<CheckFacts> parts;
    bool nulls = false;
    bool either = (op == "OR_EXPR") != negate;
    for (const Json& argument : node.at("args")) {
      // Where a value may be null, it may as well satisfy the rest.
      if (either && argument.contains("NullTest") &&
          (argument.at("NullTest").at("nulltesttype") == "IS_NULL") != negate) {
        nulls = true;
        continue;
      }
      parts.push_back(condition(argument, negate, depth + 1));
    }
    CheckFacts result;
    if (!either) {
      for (CheckFacts& part : parts) append(result, std::move(part));
      return result;
    }
    if (parts.empty()) return not_usable(nulls ? "it asks for nulls" : "it is empty");
    if (auto merged = merged_lists(parts)) return *merged;
    auto best = parts.end();
    for (auto part = parts.begin(); part != parts.end(); ++part)
      if (part->unusable.empty() && (best == parts.end() || cost(*part) < cost(*best))) best = part;
    if (best != parts.end()) return std::move(*best);
    return not_usable("no part of its OR is understood: " + parts.front().unusable.front());
  }

  // a = 1 OR a IN (2, 3)
  static std::optional<CheckFacts> merged_lists(const std::vector<CheckFacts>& parts) {
    CheckFacts result;
    for (const CheckFacts& part : parts) {
      if (!part.unusable.empty() || !part.orders.empty() || part.conditions.size() != 1 ||
          part.conditions[0].kind != Kind::one_of)
        return std::nullopt;
      if (result.conditions.empty()) {
        result.conditions.push_back(part.conditions[0]);
      } else if (result.conditions[0].column == part.conditions[0].column) {
        auto& values = result.conditions[0].values;
        values.insert(values.end(), part.conditions[0].values.begin(), part.conditions[0].values.end());
      } else {
        return std::nullopt;
      }
    }
    return result;
  }

  [[nodiscard]] CheckFacts null_test(const Json& node, bool negate) const {
    auto column = term(node.at("arg"));
    bool wants_null = (node.at("nulltesttype") == "IS_NULL") != negate;
    if (!column || wants_null) return not_usable("it asks for nulls");
    return {{{Kind::never_null, column->column, {}, 0, false, nullptr, 0}}, {}, {}};
  }

  [[nodiscard]] CheckFacts boolean_test(const Json& node, bool negate) const {
    std::string test = node.at("booltesttype");
    auto column = term(node.at("arg"));
    if (!column || column->form != Term::Form::plain || kind_of(*column) != ValueKind::boolean)
      return not_usable("it tests what is no boolean column");
    bool wants_true = test == "IS_TRUE" || test == "IS_NOT_FALSE", other = test == "IS_FALSE" || test == "IS_NOT_TRUE";
    if (!wants_true && !other) return not_usable("it tests for unknown");
    // Other than "= true", "IS TRUE" is false for null.
    CheckFacts result = list(Kind::one_of, *column, {wants_true != negate ? "true" : "false"});
    if ((test == "IS_TRUE" || test == "IS_FALSE") != negate)
      result.conditions.push_back({Kind::never_null, column->column, {}, 0, false, nullptr, 0});
    return result;
  }

  [[nodiscard]] CheckFacts expression(const Json& node, bool negate) const {
    std::string kind = node.at("kind");
    if (!node.contains("lexpr") || !node.contains("rexpr")) return not_usable("it is no comparison");
    const Json &left = node.at("lexpr"), &right = node.at("rexpr");
    std::string name = unqualified(node.at("name"));
    if (kind == "AEXPR_OP") {
      if (name == "~" || name == "~*") return pattern(TextPattern::Syntax::regular, left, right, name == "~*", negate);
      if (name == "~~" || name == "~~*") return pattern(TextPattern::Syntax::like, left, right, name == "~~*", negate);
      auto comparison = comparison_of(name);
      if (!comparison) return not_usable(fmt::format("operator {} is not understood", name));
      return compare(left, negate ? negated(*comparison) : *comparison, right);
    }
    if (kind == "AEXPR_BETWEEN" || kind == "AEXPR_NOT_BETWEEN") {
      if ((kind == "AEXPR_NOT_BETWEEN") != negate) return not_usable("NOT BETWEEN is not understood");
      CheckFacts result = compare(left, Comparison::greater_equal, right.at("List").at("items")[0]);
      append(result, compare(left, Comparison::less_equal, right.at("List").at("items")[1]));
      return result;
    }
    if (kind == "AEXPR_IN") return members(left, right.at("List").at("items"), (name == "=") != negate);
    if ((kind == "AEXPR_OP_ANY" && name == "=") || (kind == "AEXPR_OP_ALL" && name == "<>")) {
      const Json* array = &right;
      while (array->contains("TypeCast")) array = &array->at("TypeCast").at("arg");
      if (!array->contains("A_ArrayExpr") || !array->at("A_ArrayExpr").contains("elements"))
        return not_usable("its list is no ARRAY[...]");
      return members(left, array->at("A_ArrayExpr").at("elements"), (kind == "AEXPR_OP_ANY") != negate);
    }
    if (kind == "AEXPR_LIKE" || kind == "AEXPR_ILIKE") {
      if (name != "~~" && name != "~~*") return not_usable("NOT LIKE is not understood");
      return pattern(TextPattern::Syntax::like, left, right, kind == "AEXPR_ILIKE", negate);
    }
    if (kind == "AEXPR_SIMILAR" && name == "~") {
      if (!right.contains("FuncCall") || right.at("FuncCall").at("args").size() != 1)
        return not_usable("SIMILAR TO with ESCAPE is not understood");
      return pattern(TextPattern::Syntax::similar, left, right.at("FuncCall").at("args")[0], false, negate);
    }
    return not_usable("it is no comparison that is understood");
  }

  [[nodiscard]] std::optional<Term> term(const Json& node, int depth = 0) const {
    if (depth > deepest || !node.is_object() || node.empty()) return std::nullopt;
    if (node.contains("ColumnRef")) {
      const Json& field = node.at("ColumnRef").at("fields").back();
      if (!field.contains("String")) return std::nullopt;
      std::string name = field.at("String").value("sval", std::string());
      for (std::size_t c = 0; c < columns_.size(); ++c)
        if (columns_[c].name == name) return Term{c, Term::Form::plain};
      return std::nullopt;
    }
    if (node.contains("TypeCast")) {
      const Json& type = node.at("TypeCast").at("typeName");
      auto inner = term(node.at("TypeCast").at("arg"), depth + 1);
      if (!inner || type.contains("typmods") || type.contains("arrayBounds")) return std::nullopt;
      return keeps_values(*inner, unqualified(type.at("names"))) ? inner : std::nullopt;
    }
    if (node.contains("FuncCall")) {
      const Json& call = node.at("FuncCall");
      if (!call.contains("args") || call.at("args").size() != 1) return std::nullopt;
      auto inner = term(call.at("args")[0], depth + 1);
      if (!inner || !is_textual(kind_of(*inner))) return std::nullopt;
      std::string name = unqualified(call.at("funcname"));
      if (name == "length" || name == "char_length" || name == "character_length") {
        if (inner->form == Term::Form::plain) return Term{inner->column, Term::Form::length};
        if (inner->form == Term::Form::trimmed) return Term{inner->column, Term::Form::trimmed_length};
      }
      if (inner->form != Term::Form::plain) return std::nullopt;
      if (name == "btrim") return Term{inner->column, Term::Form::trimmed};
      if (name == "lower") return Term{inner->column, Term::Form::lower};
      if (name == "upper") return Term{inner->column, Term::Form::upper};
    }
    return std::nullopt;
  }

  // Casts after which a value still compares as before.
  [[nodiscard]] bool keeps_values(const Term& term, const std::string& type) const {
    if (term.form == Term::Form::length || term.form == Term::Form::trimmed_length)
      return type.starts_with("int") || type == "numeric";
    ValueKind kind = kind_of(term);
    if (kind == ValueKind::text || kind == ValueKind::label) return type == "text" || type == "varchar";
    if (kind == ValueKind::padded_text) return type == "bpchar" || type == "text" || type == "varchar";
    if (kind == ValueKind::integer) return type == "numeric" || type == "int8";
    if (kind == ValueKind::decimal) return type == "numeric";
    if (kind == ValueKind::single) return type == "float8";
    if (kind == ValueKind::floating) return type == "float8";
    if (kind == ValueKind::date) return type == "date" || type == "timestamp";
    return false;
  }

  [[nodiscard]] static CheckFacts list(Kind kind, const Term& column, std::vector<std::string> values) {
    return {{{kind, column.column, std::move(values), 0, false, nullptr, 0}}, {}, {}};
  }

  [[nodiscard]] CheckFacts compare(const Json& left, Comparison comparison, const Json& right) const {
    auto a = term(left), b = term(right);
    if (a && b) return compare_columns(*a, comparison, *b);
    if (a)
      if (auto constant = constant_of(right, now_)) return compare_constant(*a, comparison, *constant);
    if (b)
      if (auto constant = constant_of(left, now_)) return compare_constant(*b, mirrored(comparison), *constant);
    return not_usable("it is no comparison of a column with constants");
  }

  [[nodiscard]] CheckFacts compare_columns(const Term& a, Comparison comparison, const Term& b) const {
    if (a.column == b.column && comparison == Comparison::equal && is_textual(kind_of(a))) {
      const Term& changed = a.form == Term::Form::plain ? b : a;
      const Term& plain = a.form == Term::Form::plain ? a : b;
      if (plain.form == Term::Form::plain && (changed.form == Term::Form::lower || changed.form == Term::Form::upper))
        return {{{Kind::matches, a.column, {}, 0, false, TextPattern::only_case(changed.form == Term::Form::upper), 0}},
                {},
                {}};
    }
    if (a.form != Term::Form::plain || b.form != Term::Form::plain || a.column == b.column)
      return not_usable("it compares computed values");
    ValueKind x = kind_of(a), y = kind_of(b);
    bool alike =
        (is_number(x) && is_number(y)) || (is_time(x) && is_time(y)) || (x == ValueKind::time_of_day && y == x);
    if (!alike) return not_usable("it compares columns whose order is not known here");
    switch (comparison) {
      case Comparison::less:
        return {{}, {{a.column, b.column, true, 0}}, {}};
      case Comparison::less_equal:
        return {{}, {{a.column, b.column, false, 0}}, {}};
      case Comparison::greater:
        return {{}, {{b.column, a.column, true, 0}}, {}};
      case Comparison::greater_equal:
        return {{}, {{b.column, a.column, false, 0}}, {}};
      default:
        return not_usable("it compares columns for equality");
    }
  }

  [[nodiscard]] CheckFacts compare_length(const Term& term, Comparison comparison,
                                          const CheckConstant& constant) const {
    auto parsed = units_of(ValueKind::integer, 0, constant.text);
    bool trimmed = term.form == Term::Form::trimmed_length;
    if (!constant.number || constant.from_now || !parsed || !parsed->exact || parsed->floor > 1'000'000'000)
      return not_usable("the length is not compared with a number");
    auto length = static_cast<std::int64_t>(parsed->floor);
    auto demand = [&](Kind kind, std::int64_t n) -> CheckFacts {
      if (kind == Kind::least_length && n <= 0) return {};
      if (n < 0) return not_usable("no text is as short");
      return {{{kind, term.column, {}, static_cast<std::uint64_t>(n), trimmed, nullptr, 0}}, {}, {}};
    };
    switch (comparison) {
      case Comparison::greater:
        return demand(Kind::least_length, length + 1);
      case Comparison::greater_equal:
        return demand(Kind::least_length, length);
      case Comparison::less:
        return demand(Kind::most_length, length - 1);
      case Comparison::less_equal:
        return demand(Kind::most_length, length);
      case Comparison::equal: {
        CheckFacts result = demand(Kind::least_length, length);
        append(result, demand(Kind::most_length, length));
        return result;
      }
      default:
        return length == 0 ? demand(Kind::least_length, 1) : not_usable("it excludes a length");
    }
  }

  [[nodiscard]] CheckFacts compare_constant(const Term& term, Comparison comparison,
                                            const CheckConstant& constant) const {
    ValueKind kind = kind_of(term);
    switch (term.form) {
      case Term::Form::length:
      case Term::Form::trimmed_length:
        return compare_length(term, comparison, constant);
      case Term::Form::trimmed:
        if (comparison == Comparison::not_equal && constant.text.empty())
          return {{{Kind::least_length, term.column, {}, 1, true, nullptr, 0}}, {}, {}};
        return not_usable("it compares trimmed text");
      case Term::Form::lower:
      case Term::Form::upper:
        if (comparison != Comparison::equal ||
            !(term.form == Term::Form::lower ? is_lower(constant.text) : is_upper(constant.text)))
          return not_usable("it compares text in another case");
        break;
      case Term::Form::plain:
        break;
    }
    auto value = comparand(constant, kind);
    if (!value)
      return not_usable(
          fmt::format("'{}' is not compared with {} here", constant.text, columns_[term.column].storage.text));
    if (comparison == Comparison::equal || comparison == Comparison::not_equal) {
      if (constant.from_now) return not_usable("it depends on the time of loading");
      if (is_textual(kind) && comparison == Comparison::not_equal && value->empty())
        return {{{Kind::least_length, term.column, {}, 1, false, nullptr, 0}}, {}, {}};
      return list(comparison == Comparison::equal ? Kind::one_of : Kind::none_of, term, {*value});
    }
    if (!is_ordered(kind)) {
      if (is_textual(kind)) return not_usable("the order of text depends on the collation");
      return not_usable("its order is not known here");
    }
    bool upper = comparison == Comparison::less || comparison == Comparison::less_equal;
    if (constant.from_now && !upper) return not_usable("it depends on the time of loading");
    Kind bound = comparison == Comparison::less            ? Kind::below
                 : comparison == Comparison::less_equal    ? Kind::at_most
                 : comparison == Comparison::greater_equal ? Kind::at_least
                                                           : Kind::above;
    return list(bound, term, {*value});
  }

  [[nodiscard]] CheckFacts members(const Json& left, const Json& items, bool inside) const {
    auto column = term(left);
    if (!column) return not_usable("its list is not compared with a column");
    CheckFacts result;
    for (const Json& item : items) {
      auto constant = constant_of(item, now_);
      if (!constant) {
        // What is not understood only makes a list of allowed values longer.
        if (inside) continue;
        return not_usable("its list holds more than constants");
      }
      CheckFacts one = compare_constant(*column, inside ? Comparison::equal : Comparison::not_equal, *constant);
      if (!one.unusable.empty()) return one;
      if (inside && one.conditions.size() != 1) return not_usable("a length is compared with a list");
      bool same = !result.conditions.empty() && result.conditions[0].kind == one.conditions[0].kind;
      if (same && one.conditions[0].kind != Kind::least_length)
        result.conditions[0].values.push_back(one.conditions[0].values[0]);
      else
        append(result, std::move(one));
    }
    if (result.conditions.empty()) return not_usable("its list holds no constants");
    return result;
  }

  [[nodiscard]] CheckFacts pattern(TextPattern::Syntax syntax, const Json& left, const Json& right, bool ignore_case,
                                   bool negate) const {
    auto column = term(left);
    auto constant = constant_of(right, now_);
    if (negate) return not_usable("a pattern that is not to match is not understood");
    if (!column || !constant || constant->number || constant->boolean || constant->from_now)
      return not_usable("it is no match of a column with a constant");
    ValueKind kind = kind_of(*column);
    // lower(x) ~ ... holds too for an x that matches and is lower case itself.
    bool cased = column->form == Term::Form::lower || column->form == Term::Form::upper;
    if ((column->form != Term::Form::plain && !cased) || (!is_textual(kind) && kind != ValueKind::label))
      return not_usable("it matches what is no text column");
    auto compiled = TextPattern::make(syntax, constant->text, ignore_case);
    if (compiled == nullptr) return not_usable(fmt::format("the pattern '{}' is not understood", constant->text));
    CheckFacts result{{{Kind::matches, column->column, {}, 0, false, compiled, 0}}, {}, {}};
    result.conditions[0].values = {constant->text};
    if (kind == ValueKind::padded_text) {  // the spaces that the server adds would have to match too
      result.conditions.push_back(
          {Kind::least_length, column->column, {}, columns_[column->column].storage.max_characters, false, nullptr, 0});
    }
    if (cased) {
      result.conditions.push_back(
          {Kind::matches, column->column, {}, 0, false, TextPattern::only_case(column->form == Term::Form::upper), 0});
    }
    return result;
  }

  std::span<const CheckColumn> columns_;
  std::int64_t now_;
};

}  // namespace

CheckFacts analyse_check(const std::string& expression, std::span<const CheckColumn> columns, std::int64_t now) {
  const std::optional<Json> tree = parse_tree(expression);
  if (!tree) return not_usable("it cannot be parsed");
  try {
    return Analysis(columns, now).condition(*tree, false);
  } catch (const Json::exception&) {  // a tree of another shape than is looked for
    return not_usable("it is not understood");
  }
}

}  // namespace datagen
