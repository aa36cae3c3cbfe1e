// Expressions in ${...} against an evaluator of their own trees, which knows nothing of text.
#include <memory>
#include <optional>
#include <random>
#include <string>

#include "datagen/core/template.hpp"
#include "tests/support/catch.hpp"

using namespace datagen;

namespace {

constexpr const char* kHead =
    "template: {summary: s, parameters: {rows: {type: integer, default: 7}, "
    "part: {type: number, default: 0.25}, on: {type: boolean, default: true}, "
    "word: {type: text, default: ab}}}\n";

struct Result {
  Node value;
  std::string faults;
};

Result evaluate(const std::string& expression) {
  const std::string text = std::string(kHead) + "x: ${" + expression + "}\n";
  const Node document = parse_document(text, "t.yaml", DocumentFormat::yaml);
  Diagnostics diagnostics;
  const TemplateHead head = read_template_head(document, diagnostics);
  REQUIRE(diagnostics.ok());
  const Node instance = instantiate_template(document, text, head, {}, diagnostics);
  Result result;
  for (const Fault& fault : diagnostics.faults()) result.faults += fault.text() + "\n";
  result.value = *instance.find("x");
  return result;
}

__extension__ using Wide = __int128;
using Whole = std::optional<Wide>;  // nothing: a division by zero or a result of more than 64 bits

struct Expression {
  std::string text;
  int level = 9;  // how tightly its outermost operator binds
  Whole value;
};

Whole within_64_bits(Whole value) {
  if (value && (*value > INT64_MAX || *value < INT64_MIN)) return std::nullopt;
  return value;
}

std::string enclosed(const Expression& expression, int least) {
  return expression.level < least ? "(" + expression.text + ")" : expression.text;
}

Expression random_expression(std::mt19937_64& random, int depth) {
  if (depth == 0 || random() % 5 == 0) {
    if (random() % 4 == 0) return {"rows", 9, 7};
    const std::int64_t number = static_cast<std::int64_t>(random() >> (random() % 62 + 1));
    return {std::to_string(number), 9, number};
  }
  const Expression a = random_expression(random, depth - 1), b = random_expression(random, depth - 1);
  const bool both = a.value && b.value;
  const std::string space = random() % 2 == 0 ? " " : "";
  const auto binary = [&](const char* op, int level, Whole value) {
    return Expression{enclosed(a, level) + space + op + space + enclosed(b, level + 1), level,
                      both ? within_64_bits(value) : std::nullopt};
  };
  const Wide x = a.value.value_or(0), y = b.value.value_or(0);
  switch (random() % 9) {
    case 0:
      return binary("+", 5, x + y);
    case 1:
      return binary("-", 5, x - y);
    case 2:
      return binary("*", 6, x * y);
    case 3:
      return binary("/", 6, y == 0 ? Whole{} : Whole{x / y});
    case 4:
      return binary("%", 6, y == 0 ? Whole{} : Whole{x % y});
    case 5:
      return {"min(" + a.text + "," + space + b.text + ")", 9, both ? Whole{std::min(x, y)} : std::nullopt};
    case 6:
      return {"max(" + a.text + "," + space + b.text + ")", 9, both ? Whole{std::max(x, y)} : std::nullopt};
    case 7: {
      const Expression c = random_expression(random, depth - 1);
      const bool all = both && c.value;
      return {"if(" + enclosed(a, 5) + " < " + enclosed(b, 5) + ", " + c.text + ", 3)", 9,
              all ? Whole{x < y ? *c.value : 3} : std::nullopt};
    }
    default:
      return {"-" + enclosed(a, 9), 7, within_64_bits(a.value ? Whole{-x} : Whole{})};
  }
}

}  // namespace

// Invariant: an expression over whole numbers gives exactly what arithmetic without bounds gives, and a fault instead
// where a division is by zero or a result, also of a part, does not fit 64 bits.
TEST_CASE("Expressions of templates give what exact arithmetic gives, or a fault") {
  std::mt19937_64 random(20240611);
  int values = 0, faults = 0;
  for (int round = 0; round < 4000; ++round) {
    const Expression expression = random_expression(random, static_cast<int>(random() % 5));
    CAPTURE(round, expression.text);
    const Result result = evaluate(expression.text);
    CAPTURE(result.faults);
    if (expression.value) {
      ++values;
      REQUIRE(result.faults.empty());
      REQUIRE(result.value.is(Node::Kind::integer));
      REQUIRE(result.value.integer == static_cast<std::int64_t>(*expression.value));
      REQUIRE(result.value.string == std::to_string(result.value.integer));
    } else {
      ++faults;
      REQUIRE_FALSE(result.faults.empty());
    }
  }
  CHECK(values > 1000);
  CHECK(faults > 200);
}

TEST_CASE("Expressions of templates know numbers, truth and text") {
  const auto floating = [](const char* text) { return evaluate(text).value.floating; };
  CHECK(floating("rows * part") == 1.75);
  CHECK(floating("7 / 2.0") == 3.5);
  CHECK(evaluate("7 / 2").value.integer == 3);
  CHECK(evaluate("-7 / 2").value.integer == -3);
  CHECK(evaluate("round(rows * part)").value.integer == 2);
  CHECK(evaluate("round(rows * part)").value.is(Node::Kind::integer));
  CHECK(evaluate("on and not rows < 3 or false").value.boolean);
  CHECK_FALSE(evaluate("not on or rows == 8 and true").value.boolean);
  CHECK(evaluate("word == 'ab' and word != 'a}b'").value.boolean);
  CHECK(evaluate("if(on, word, 'no')").value.string == "ab");
  CHECK(evaluate("rows >= 7.0").value.boolean);
  CHECK(evaluate("2.0 * 3").value.string == "6.0");
}

// Line 2 begins with "x: ${".
TEST_CASE("A fault in an expression has its exact place and says what to do") {
  const auto is = [](const char* expression, const std::string& place, const std::string& message) {
    const std::string faults = evaluate(expression).faults;
    CAPTURE(expression, faults);
    CHECK(faults.find("t.yaml:2:" + place + ": ") == 0);
    CHECK(faults.find(message) != std::string::npos);
  };
  is("row * 2", "6", "there is no parameter 'row' (did you mean 'rows'?)");
  is("rows + colums", "13", "there is no parameter 'colums'");
  is("1 / (rows - 7)", "8", "division by zero");
  is("rows * 9223372036854775807", "11", "too large");
  is("9223372036854775808", "6", "too large");
  is("rows +", "12", "ends too early");
  is("(rows", "11", "expected ')'");
  is("rows rows", "11", "is not expected here");
  is("sqrt(rows)", "6", "there are min, max, round and if");
  is("'text", "6", "");
  is("on + 1", "9", "needs numbers, not true or false");
  is("not rows", "6", "needs true or false, not a whole number");
  is("word < rows", "11", "cannot compare text with a whole number");
  is("if(on, 1)", "6", "a condition and two values");
  is("", "6", "ends too early");
}
