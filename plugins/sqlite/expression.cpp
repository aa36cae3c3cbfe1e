#include "expression.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "expression_value.hpp"
#include "names.hpp"
#include "tokens.hpp"

namespace datagen::sqlite {
namespace {

using Kind = Token::Kind;

bool is_comparison(const std::string& symbol) {
  return symbol == "=" || symbol == "<>" || symbol == "!=" || symbol == "<" || symbol == ">" || symbol == "<=" ||
         symbol == ">=";
}

// Orders alike in both: not text, whose order is a collation's.
bool is_ordered(ValueKind kind) {
  return kind != ValueKind::text && kind != ValueKind::json && kind != ValueKind::other && kind != ValueKind::bytes;
}

// Recursive descent through PostgreSQL's precedences, loosest first.
class Translator {
 public:
  Translator(std::string_view text, const ExpressionContext& context) : tokens_(tokens_of(text)), context_(context) {}

  Value whole() {
    Value value = any();
    if (now().kind != Kind::end) refuse_here();
    return value;
  }
  Value element() { return any(); }
  const Token& now() const { return tokens_[at_]; }
  bool take(std::string_view text) {
    if ((now().kind != Kind::word && now().kind != Kind::symbol) || now().text != text) return false;
    ++at_;
    return true;
  }
  // Nothing follows an unknown token.
  void skip() {
    if (now().kind == Kind::unknown) refuse_here();
    if (now().kind != Kind::end) ++at_;
  }
  [[noreturn]] void refuse_here() const {
    if (now().kind == Kind::end) throw Untranslatable("it ends early");
    throw Untranslatable("SQLite has nothing alike for " + now().text);
  }

 private:
  void expect(std::string_view text) {
    if (!take(text)) refuse_here();
  }
  bool sees(std::string_view text, std::size_t ahead = 0) const {
    if (at_ + ahead >= tokens_.size()) return false;
    const Token& token = tokens_[at_ + ahead];
    return (token.kind == Kind::word || token.kind == Kind::symbol) && token.text == text;
  }

  static Value truth(std::string sql) { return {.sql = std::move(sql), .kind = ValueKind::boolean}; }
  static Value condition(Value value) {
    if (value.is_string) value = typed_string(value, ValueKind::boolean);
    if (value.kind != ValueKind::boolean && !value.is_null) throw Untranslatable("a condition is no truth value");
    return value;
  }

  Value any() {
    Value left = conjunction();
    while (take("or")) left = truth(condition(left).operand() + " OR " + condition(conjunction()).operand());
    return left;
  }
  Value conjunction() {
    Value left = negation();
    while (take("and")) left = truth(condition(left).operand() + " AND " + condition(negation()).operand());
    return left;
  }
  Value negation() {
    if (take("not")) return truth("NOT " + condition(negation()).operand());
    return test();
  }

  Value test() {
    Value left = comparison();
    for (;;) {
      if (take("isnull")) {
        left = truth(left.operand() + " IS NULL");
      } else if (take("notnull")) {
        left = truth(left.operand() + " IS NOT NULL");
      } else if (take("is")) {
        const std::string is = take("not") ? " IS NOT " : " IS ";
        if (take("null")) {
          left = truth(left.operand() + is + "NULL");
        } else if (sees("true") || sees("false")) {
          left = truth(condition(left).operand() + is + (take("true") ? "TRUE" : (skip(), "FALSE")));
        } else if (take("distinct")) {
          expect("from");
          Value right = comparison();
          make_comparable(left, right, false);
          left = truth(left.operand() + (is == " IS " ? " IS NOT " : " IS ") + right.operand());
        } else {
          refuse_here();
        }
      } else {
        return left;
      }
    }
  }

  Value comparison() {
    Value left = range();
    while (now().kind == Kind::symbol && is_comparison(now().text)) {
      const std::string symbol = now().text == "!=" ? "<>" : now().text;
      skip();
      if (symbol == "=" && sees("any") && sees("(", 1) && sees("array", 2)) {
        at_ += 3;
        expect("[");
        left = one_of(left, " IN (", "]");
        while (take("::")) type_words();
        expect(")");
        continue;
      }
      Value right = range();
      make_comparable(left, right, symbol != "=" && symbol != "<>");
      left = truth(left.operand() + ' ' + symbol + ' ' + right.operand());
    }
    return left;
  }

  // The rest of a list of values that left is compared with, up to what closes it.
  Value one_of(Value left, const char* opening, std::string_view closing) {
    std::string list;
    do {
      Value right = any();
      Value same = left;
      make_comparable(same, right, false);
      if (!list.empty() && same.sql != left.sql) throw Untranslatable("its values are of several types in SQLite");
      left = same;
      list += (list.empty() ? "" : ", ") + right.sql;
    } while (take(","));
    expect(closing);
    return truth(left.operand() + opening + list + ')');
  }

  Value range() {
    Value left = joined();
    for (;;) {
      const bool negated = sees("not") && (sees("in", 1) || sees("between", 1) || sees("like", 1) || sees("ilike", 1));
      if (negated) skip();
      const std::string no = negated ? " NOT" : "";
      if (take("in")) {
        expect("(");
        left = one_of(left, negated ? " NOT IN (" : " IN (", ")");
      } else if (take("between")) {
        Value low = joined();
        expect("and");
        Value high = joined();
        Value other = left;
        make_comparable(left, low, true);
        make_comparable(other, high, true);
        if (left.sql != other.sql) throw Untranslatable("its bounds are of several types in SQLite");
        left = truth(left.operand() + no + " BETWEEN " + low.operand() + " AND " + high.operand());
      } else if (sees("like") || sees("ilike")) {
        const bool folding = sees("ilike");
        skip();
        left = like(left, joined(), folding, no);
      } else {
        return left;
      }
    }
  }

  // GLOB tells capitals apart, as LIKE does in PostgreSQL; LIKE in SQLite does not.
  static Value like(const Value& left, const Value& pattern, bool folding, const std::string& no) {
    if (left.kind != ValueKind::text || !pattern.is_string) throw Untranslatable("the pattern of LIKE is no constant");
    const bool ascii =
        std::all_of(pattern.text.begin(), pattern.text.end(), [](char c) { return static_cast<signed char>(c) >= 0; });
    if (pattern.text.find('\\') != std::string::npos || (folding && !ascii))
      throw Untranslatable("the pattern of LIKE means something else in SQLite");
    if (folding) return truth(left.operand() + no + " LIKE " + literal(pattern.text));
    std::string glob;
    for (const char c : pattern.text) {
      if (c == '%' || c == '_')
        glob += c == '%' ? '*' : '?';
      else if (c == '*' || c == '?' || c == '[')
        glob += std::string("[") + c + ']';
      else
        glob += c;
    }
    return truth(left.operand() + no + " GLOB " + literal(glob));
  }

  Value joined() {
    Value left = sum();
    while (take("||")) {
      Value right = sum();
      for (const Value* one : {&left, &right})
        if (one->kind != ValueKind::text && one->kind != ValueKind::integer && one->kind != ValueKind::date &&
            one->kind != ValueKind::uuid && !one->is_string)
          throw Untranslatable("such a value is written another way by SQLite's ||");
      if (left.kind == ValueKind::integer && right.kind == ValueKind::integer) refuse_here();
      left = {.sql = left.operand() + " || " + right.operand(), .kind = ValueKind::text};
    }
    return left;
  }

  Value sum() {
    Value left = product();
    while (sees("+") || sees("-")) {
      const std::string sign = now().text;
      skip();
      left = combine(left, sign, product());
    }
    return left;
  }
  Value product() {
    Value left = sign();
    while (sees("*") || sees("/") || sees("%")) {
      const std::string symbol = now().text;
      skip();
      left = combine(left, symbol, sign());
    }
    return left;
  }

  static Value combine(Value left, const std::string& symbol, Value right) {
    if (left.kind == ValueKind::date || right.kind == ValueKind::date) return shift(left, symbol, right);
    if (left.is_string) left = typed_string(left, right.kind);
    if (right.is_string) right = typed_string(right, left.kind);
    if (!left.is_number() || !right.is_number()) throw Untranslatable("SQLite does not compute with such values alike");
    if (left.is_wide || right.is_wide) throw Untranslatable("a number of many digits may be text in SQLite");
    const ValueKind kind = common_number(left, right);
    Value result{.sql = left.operand() + ' ' + symbol + ' ' + right.operand(), .kind = kind};
    if (kind != ValueKind::decimal) {
      if (symbol == "%" && kind != ValueKind::integer) throw Untranslatable("% is of whole numbers in SQLite");
      return result;
    }
    if (symbol == "/" || symbol == "%") throw Untranslatable("SQLite divides binary numbers, not decimal ones");
    result.scale = symbol == "*" ? left.scale + right.scale : std::max(left.scale, right.scale);
    result.is_computed = true;
    return result;
  }

  // date + days, date - days, date - date.
  static Value shift(const Value& left, const std::string& symbol, const Value& right) {
    if (left.kind == ValueKind::date && right.kind == ValueKind::date && symbol == "-")
      return simple("CAST(julianday(" + left.sql + ") - julianday(" + right.sql + ") AS INTEGER)", ValueKind::integer);
    if (left.kind == ValueKind::date && right.kind == ValueKind::integer && (symbol == "+" || symbol == "-")) {
      std::string days = symbol == "-" ? "-" : "";
      days += right.operand();
      return simple("date(" + left.sql + ", (" + days + ") || ' days')", ValueKind::date);
    }
    throw Untranslatable("SQLite does not compute with such dates alike");
  }

  Value sign() {
    if (take("+")) return sign();
    if (!take("-")) return cast();
    Value value = sign();
    if (!value.is_number() || value.is_wide) throw Untranslatable("SQLite does not negate such a value alike");
    value.sql = '-' + value.operand();
    value.is_simple = false;
    return value;
  }

  Value cast() {
    Value value = primary();
    for (;;) {
      if (take("::")) {
        value = converted(value, type_words());
      } else if (take("collate")) {
        // The order of bytes, which SQLite has too.
        if (now().text != "C" && now().text != "POSIX") throw Untranslatable("SQLite has other collations");
        skip();
      } else if (take("at")) {
        expect("time");
        expect("zone");
        Value zone = primary();
        if (value.kind != ValueKind::timestamp_utc || folded(zone.text) != "utc")
          throw Untranslatable("SQLite knows no time zones");
        value.kind = ValueKind::timestamp;
      } else {
        return value;
      }
    }
  }

  // A type's name, of which the modifiers do not matter here.
  std::string type_words() {
    if (now().kind == Kind::quoted_name) return skip(), "";
    if (now().kind != Kind::word) refuse_here();
    std::string type = now().text;
    skip();
    if (take(".")) return skip(), "";
    const auto more = [&](std::string_view word) {
      if (take(word)) type += ' ' + std::string(word);
    };
    if (type == "character") more("varying");
    if (type == "double") more("precision");
    if (take("(")) {
      while (!take(")")) {
        if (now().kind == Kind::end) refuse_here();
        skip();
      }
      type += "()";
    }
    if (type.starts_with("time"))
      for (const std::string_view word : {"with", "without", "time", "zone"}) more(word);
    if (take("[")) {
      take("]");
      return "[]";
    }
    return type;
  }

  Value converted(const Value& value, const std::string& type) {
    static constexpr std::array<std::pair<std::string_view, ValueKind>, 24> kinds{{
        {"text", ValueKind::text},
        {"varchar", ValueKind::text},
        {"character varying", ValueKind::text},
        {"bpchar", ValueKind::text},
        {"int", ValueKind::integer},
        {"integer", ValueKind::integer},
        {"int2", ValueKind::integer},
        {"int4", ValueKind::integer},
        {"int8", ValueKind::integer},
        {"smallint", ValueKind::integer},
        {"bigint", ValueKind::integer},
        {"numeric", ValueKind::decimal},
        {"decimal", ValueKind::decimal},
        {"float8", ValueKind::floating},
        {"double precision", ValueKind::floating},
        {"boolean", ValueKind::boolean},
        {"bool", ValueKind::boolean},
        {"date", ValueKind::date},
        {"timestamp", ValueKind::timestamp},
        {"timestamp without time zone", ValueKind::timestamp},
        {"timestamptz", ValueKind::timestamp_utc},
        {"timestamp with time zone", ValueKind::timestamp_utc},
        {"uuid", ValueKind::uuid},
        {"time", ValueKind::time},
    }};
    const auto found = std::find_if(kinds.begin(), kinds.end(), [&](const auto& one) { return one.first == type; });
    if (found == kinds.end()) {
      // A type of the description, or one that SQLite stores as text: what the string is to be is decided by its use.
      if (value.is_null || value.is_string) return value;
      throw Untranslatable("SQLite has no such cast");
    }
    const ValueKind to = found->second;
    if (value.is_null || value.kind == to) return value;
    if (value.is_string) return typed_string(value, to);
    const auto is = [&](ValueKind from, ValueKind wanted) { return value.kind == from && to == wanted; };
    if (is(ValueKind::integer, ValueKind::decimal)) {
      Value result = value;
      result.kind = to;
      return result;
    }
    if (is(ValueKind::integer, ValueKind::floating)) return simple("CAST(" + value.sql + " AS REAL)", to);
    if (is(ValueKind::integer, ValueKind::text) || is(ValueKind::uuid, ValueKind::text) ||
        is(ValueKind::date, ValueKind::text))
      return simple("CAST(" + value.sql + " AS TEXT)", to);
    if (is(ValueKind::timestamp, ValueKind::date)) return simple("date(" + value.sql + ')', to);
    if (is(ValueKind::date, ValueKind::timestamp)) return {.sql = value.operand() + " || ' 00:00:00'", .kind = to};
    throw Untranslatable("SQLite has no cast to " + type + " that gives the same");
  }

  Value primary() {
    const Token token = now();
    switch (token.kind) {
      case Kind::number:
        return number();
      case Kind::string:
        skip();
        return {.sql = literal(token.text), .is_simple = true, .is_string = true, .text = token.text};
      case Kind::quoted_name:
        skip();
        return column(token.text);
      case Kind::word:
        return word();
      case Kind::symbol:
        if (take("(")) {
          Value inner = any();
          expect(")");
          return inner;
        }
        refuse_here();
      case Kind::end:
      case Kind::unknown:
        break;
    }
    refuse_here();
  }

  Value number() {
    const std::string text = now().text;
    skip();
    const std::size_t point = text.find('.');
    if (text.size() > 15) throw Untranslatable("a number has more digits than SQLite keeps");
    if (point == std::string::npos) return simple(text, ValueKind::integer);
    return simple(text, ValueKind::decimal, static_cast<std::int32_t>(text.size() - point - 1));
  }

  Value column(const std::string& name) {
    if (take(".")) throw Untranslatable("names of two parts are not known here");
    if (context_.value_column && name == "value") return column_value(*context_.value_column);
    return column_value(name);
  }
  Value column_value(const std::string& name) {
    const ColumnType* const type = context_.columns(name);
    if (type == nullptr) throw Untranslatable("SQLite's table has no column " + name);
    Value value = simple(quoted(name), type->kind, type->scale);
    value.is_wide = type->wide;
    return value;
  }

  Value word() {
    const std::string name = now().text;
    skip();
    if (name == "null") return {.sql = "NULL", .is_simple = true, .is_null = true};
    if (name == "true" || name == "false") return simple(name == "true" ? "1" : "0", ValueKind::boolean);
    if (name == "case") return choice();
    if (is_clock_word(name)) {
      if (take("(")) {
        skip();
        expect(")");
      }
      return call_function(name, {}, context_.use);
    }
    if (name == "cast") {
      expect("(");
      const Value value = any();
      expect("as");
      const Value result = converted(value, type_words());
      expect(")");
      return result;
    }
    if (name == "extract" && take("(")) {
      const std::string field = now().text;
      skip();
      expect("from");
      const Value from = any();
      expect(")");
      return extract(field, from);
    }
    if ((name == "date" || name == "timestamp" || name == "timestamptz") && now().kind == Kind::string) {
      const Value string = primary();
      return converted(string, name);
    }
    if (name == "interval" && now().kind == Kind::string) throw Untranslatable("SQLite has no intervals");
    if (name == "pg_catalog" && take(".")) return word();
    if (!take("(")) return column(name);
    std::vector<Value> arguments;
    if (!take(")")) {
      do arguments.push_back(any());
      while (take(","));
      expect(")");
    }
    if (context_.use == Use::generated && (name == "lower" || name == "upper"))
      throw Untranslatable("SQLite's " + name + "() changes ASCII letters only");
    return call_function(name, std::move(arguments), context_.use);
  }

  // CASE [value] WHEN ... THEN ... [ELSE ...] END
  Value choice() {
    std::optional<Value> subject;
    if (!sees("when")) subject = any();
    std::string sql = "CASE";
    std::vector<Value> results;
    const auto result = [&](const char* before) {
      results.push_back(any());
      sql += before + results.back().operand();
    };
    while (take("when")) {
      Value when = any();
      if (subject) {
        Value left = *subject;
        make_comparable(left, when, false);
        sql += " WHEN " + left.operand() + " = " + when.operand();
      } else {
        sql += " WHEN " + condition(when).sql;
      }
      expect("then");
      result(" THEN ");
    }
    if (take("else")) result(" ELSE ");
    expect("end");
    if (results.empty()) refuse_here();
    Value value = simple(sql + " END", ValueKind::other);
    bool first = true;
    for (const Value& one : results) {
      if (one.is_null) continue;
      const ValueKind kind = one.is_string ? ValueKind::text : one.kind;
      if (one.is_wide || (!first && kind != value.kind && !(one.is_number() && value.is_number())))
        throw Untranslatable("its results are of several types in SQLite");
      value.kind = first || kind == value.kind ? kind : common_number(value, one);
      value.scale = std::max(value.scale, one.scale);
      value.is_computed = value.is_computed || one.is_computed;
      first = false;
    }
    return value;
  }

  static void make_comparable(Value& left, Value& right, bool ordered) {
    if (left.is_null || right.is_null) return;
    if (left.is_string && right.is_string) {
      left = typed_string(left, ValueKind::text);
      right = typed_string(right, ValueKind::text);
    }
    if (left.is_string) left = typed_string(left, right.kind);
    if (right.is_string) right = typed_string(right, left.kind);
    if (left.kind == ValueKind::date && right.kind == ValueKind::timestamp)
      left = {.sql = left.operand() + " || ' 00:00:00'", .kind = right.kind};
    if (left.kind == ValueKind::timestamp && right.kind == ValueKind::date)
      right = {.sql = right.operand() + " || ' 00:00:00'", .kind = left.kind};
    const auto number = [](const Value& value) { return value.is_number() || value.kind == ValueKind::single; };
    if (left.kind != right.kind && !(number(left) && number(right)))
      throw Untranslatable("it compares values whose types differ in SQLite");
    if (left.kind == ValueKind::json || left.kind == ValueKind::other || (ordered && !is_ordered(left.kind)))
      throw Untranslatable("SQLite has another order or equality of such values");
    for (Value* one : {&left, &right}) {
      if (one->is_wide) *one = simple("CAST(" + one->sql + " AS NUMERIC)", one->kind, one->scale);
      *one = rounded(*one);
    }
  }

  std::vector<Token> tokens_;
  std::size_t at_ = 0;
  const ExpressionContext& context_;
};

// What PostgreSQL stores where this is assigned to a column of the type.
Value assigned(Value value, const ColumnType& target, Use use) {
  if (value.is_null) return value;
  if (value.is_string) {
    const bool number = target.kind == ValueKind::decimal && target.wide;
    return typed_string(value, number ? ValueKind::decimal : target.kind);
  }
  if (value.kind == ValueKind::timestamp_utc && use == Use::default_value) {
    if (value.sql != "CURRENT_TIMESTAMP") throw Untranslatable("SQLite knows no time zones");
    if (target.kind == ValueKind::date) return simple("CURRENT_DATE", target.kind);
    if (target.kind == ValueKind::time) return simple("CURRENT_TIME", target.kind);
    if (target.kind == ValueKind::timestamp) return value;
  }
  const bool to_decimal = target.kind == ValueKind::decimal && !target.wide;
  if (value.kind == ValueKind::integer && (to_decimal || target.kind == ValueKind::floating)) return value;
  if (target.wide && use == Use::default_value && (value.kind == ValueKind::integer || !value.is_computed))
    return value;
  if (value.kind != target.kind || value.is_wide || target.wide)
    throw Untranslatable("its type is not that of the column in SQLite");
  if (to_decimal && value.scale > target.scale) throw Untranslatable("SQLite rounds binary numbers, not decimal ones");
  if (to_decimal && value.is_computed) value.scale = target.scale;
  return rounded(value);
}

}  // namespace

Translation translate(std::string_view expression, const ExpressionContext& context) {
  try {
    Value value = Translator(expression, context).whole();
    if (context.target != nullptr) {
      value = assigned(value, *context.target, context.use);
    } else if (value.kind != ValueKind::boolean) {
      throw Untranslatable("it is no condition in SQLite");
    }
    return {value.sql, ""};
  } catch (const Untranslatable& reason) {
    return {"", reason.what()};
  }
}

IndexElement translate_index_element(std::string_view element, const ColumnLookup& columns) {
  try {
    const ExpressionContext context{Use::index, columns, nullptr, std::nullopt};
    Translator translator(element, context);
    const Value value = translator.element();
    std::string sql = rounded(value).operand();
    bool descending = false;
    // An operator class is one word, and none in SQLite; nulls are less than all else there.
    while (translator.now().kind != Kind::end) {
      if (translator.take("desc")) descending = true;
      translator.skip();
    }
    if (descending) sql += " DESC";
    return {sql, ""};
  } catch (const Untranslatable& reason) {
    return {"", reason.what()};
  }
}

}  // namespace datagen::sqlite
