#include "description/template_expression.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <vector>

namespace datagen {
namespace {

constexpr int kDeepest = 100;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_name_start(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }

constexpr std::string_view kWords[] = {"or", "and", "not", "true", "false", "min", "max", "round", "if"};

// Operators in the order of how tightly they bind, loosest first.  Longer spellings before their beginnings.
struct Operator {
  std::string_view text;
  int level;
};
constexpr Operator kOperators[] = {{"or", 1}, {"and", 2}, {"==", 4}, {"!=", 4}, {"<=", 4}, {">=", 4}, {"=", 4},
                                   {"<", 4},  {">", 4},   {"+", 5},  {"-", 5},  {"*", 6},  {"/", 6},  {"%", 6}};
constexpr int kNotLevel = 3, kSignLevel = 7, kLoosest = 1;

class Evaluator {
 public:
  Evaluator(std::string_view text, const ExpressionNames& names) : text_(text), names_(names) {}

  TemplateValue run() {
    TemplateValue value = binary(kLoosest);
    skip();
    if (at_ < text_.size()) fail(at_, "'" + std::string(text_.substr(at_, 12)) + "' is not expected here");
    return value;
  }

 private:
  [[noreturn]] static void fail(std::size_t offset, std::string message, std::string hint = {}) {
    throw ExpressionFault{offset, std::move(message), std::move(hint)};
  }

  void skip() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t' || text_[at_] == '\n')) ++at_;
  }

  [[nodiscard]] std::string_view word() const {
    std::size_t end = at_;
    while (end < text_.size() && (is_name_start(text_[end]) || is_digit(text_[end]))) ++end;
    return text_.substr(at_, end - at_);
  }

  const Operator* next_operator() {
    skip();
    for (const Operator& op : kOperators) {
      if (is_name_start(op.text.front()) ? word() == op.text : text_.substr(at_).starts_with(op.text)) return &op;
    }
    return nullptr;
  }

  bool take(char c) {
    skip();
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }

  void expect(char c) {
    if (!take(c)) fail(at_, std::string("expected '") + c + "'");
  }

  TemplateValue binary(int loosest) {
    if (++depth_ > kDeepest) fail(at_, "the expression is nested too deeply");
    TemplateValue left = unary();
    for (const Operator* op = next_operator(); op != nullptr && op->level >= loosest; op = next_operator()) {
      const std::size_t place = at_;
      at_ += op->text.size();
      const TemplateValue right = binary(op->level + 1);
      left = apply(op->text, op->level, place, left, right);
    }
    --depth_;
    return left;
  }

  TemplateValue unary() {
    skip();
    const std::size_t place = at_;
    if (word() == "not") {
      at_ += 3;
      return !truth(binary(kNotLevel), place);
    }
    if (take('-')) {
      const TemplateValue value = binary(kSignLevel);
      return apply("-", 5, place, std::int64_t{0}, value);
    }
    return primary();
  }

  TemplateValue primary() {
    skip();
    if (at_ >= text_.size()) fail(at_, "the expression ends too early");
    const std::size_t place = at_;
    const char c = text_[at_];
    if (take('(')) {
      TemplateValue value = binary(kLoosest);
      expect(')');
      return value;
    }
    if (is_digit(c)) return number();
    if (c == '\'') return quoted();
    if (!is_name_start(c)) fail(place, std::string("'") + c + "' is not expected here");
    const std::string_view name = word();
    at_ += name.size();
    if (name == "true" || name == "false") return name == "true";
    skip();
    if (at_ < text_.size() && text_[at_] == '(') return call(name, place);
    if (const TemplateValue* value = names_.find(name)) return *value;
    fail(place, "there is no parameter '" + std::string(name) + "'" + names_.suggestion(name));
  }

  TemplateValue number() {
    const char* const begin = text_.data() + at_;
    const char* const end = text_.data() + text_.size();
    std::size_t length = 0;
    bool whole = true;
    for (; begin + length < end && (is_digit(begin[length]) || (whole && begin[length] == '.')); ++length) {
      whole = whole && begin[length] != '.';
    }
    const std::size_t place = at_;
    at_ += length;
    if (!whole) {
      double value = 0;
      std::from_chars(begin, begin + length, value);
      return value;
    }
    std::int64_t value = 0;
    if (std::from_chars(begin, begin + length, value).ec != std::errc{}) fail(place, "the number is too large");
    return value;
  }

  TemplateValue quoted() {
    const std::size_t place = at_++;
    const std::size_t end = text_.find('\'', at_);
    if (end == std::string_view::npos) fail(place, "the text has no closing quote");
    std::string value(text_.substr(at_, end - at_));
    at_ = end + 1;
    return value;
  }

  TemplateValue call(std::string_view name, std::size_t place) {
    const bool known = name == "min" || name == "max" || name == "round" || name == "if";
    if (!known) fail(place, "there is no function '" + std::string(name) + "'", "there are min, max, round and if");
    expect('(');
    std::vector<TemplateValue> values{binary(kLoosest)};
    while (take(',')) values.push_back(binary(kLoosest));
    expect(')');
    if (name == "if") {
      if (values.size() != 3) fail(place, "'if' takes a condition and two values");
      return truth(values[0], place) ? values[1] : values[2];
    }
    if (name == "round") {
      if (values.size() != 1) fail(place, "'round' takes one number");
      return rounded(values[0], place);
    }
    for (TemplateValue& value : values) {
      const bool less = truth(apply("<", 4, place, value, values[0]), place);
      const bool more = truth(apply(">", 4, place, value, values[0]), place);
      if (name == "min" ? less : more) values[0] = value;
    }
    return values[0];
  }

  static TemplateValue rounded(const TemplateValue& value, std::size_t place) {
    if (std::holds_alternative<std::int64_t>(value)) return value;
    const double result = std::round(real(value, place));
    if (!(std::abs(result) < 0x1p63)) fail(place, "the number is too large");
    return static_cast<std::int64_t>(result);
  }

  static bool truth(const TemplateValue& value, std::size_t place) {
    if (const bool* b = std::get_if<bool>(&value)) return *b;
    fail(place, std::string("needs true or false, not ") + template_value_kind(value));
  }

  static double real(const TemplateValue& value, std::size_t place) {
    if (const auto* whole = std::get_if<std::int64_t>(&value)) return static_cast<double>(*whole);
    if (const auto* number = std::get_if<double>(&value)) return *number;
    fail(place, std::string("needs numbers, not ") + template_value_kind(value));
  }

  static TemplateValue apply(std::string_view op, int level, std::size_t place, const TemplateValue& a,
                             const TemplateValue& b) {
    if (op == "and") return truth(a, place) && truth(b, place);
    if (op == "or") return truth(a, place) || truth(b, place);
    if (level == 4) return compared(op, place, a, b);
    const auto* const i = std::get_if<std::int64_t>(&a);
    const auto* const j = std::get_if<std::int64_t>(&b);
    return i != nullptr && j != nullptr ? whole(op, place, *i, *j) : decimal(op, place, real(a, place), real(b, place));
  }

  static bool compared(std::string_view op, std::size_t place, const TemplateValue& a, const TemplateValue& b) {
    const auto holds = [op](const auto& x, const auto& y) {
      if (op == "<") return x < y;
      if (op == "<=") return x <= y;
      if (op == ">") return x > y;
      if (op == ">=") return x >= y;
      return (x == y) == (op != "!=");
    };
    if (a.index() == b.index() && a.index() != 1) {
      if (std::holds_alternative<bool>(a) && (op.front() == '<' || op.front() == '>'))
        fail(place, "true and false have no order");
      return holds(a, b);
    }
    const bool numbers = a.index() <= 1 && b.index() <= 1;
    if (!numbers) {
      fail(place, std::string("cannot compare ") + template_value_kind(a) + " with " + template_value_kind(b));
    }
    return holds(real(a, place), real(b, place));
  }

  static TemplateValue whole(std::string_view op, std::size_t place, std::int64_t a, std::int64_t b) {
    std::int64_t result = 0;
    bool overflow = false;
    if (op == "+") overflow = __builtin_add_overflow(a, b, &result);
    if (op == "-") overflow = __builtin_sub_overflow(a, b, &result);
    if (op == "*") overflow = __builtin_mul_overflow(a, b, &result);
    if (op == "/" || op == "%") {
      if (b == 0) fail(place, "division by zero");
      if (b == -1) {
        overflow = op == "/" && __builtin_sub_overflow(std::int64_t{0}, a, &result);
      } else {
        result = op == "/" ? a / b : a % b;
      }
    }
    if (overflow) fail(place, "the result is too large for a whole number");
    return result;
  }

  static TemplateValue decimal(std::string_view op, std::size_t place, double a, double b) {
    if ((op == "/" || op == "%") && b == 0) fail(place, "division by zero");
    const double result = op == "+"   ? a + b
                          : op == "-" ? a - b
                          : op == "*" ? a * b
                          : op == "/" ? a / b
                                      : std::fmod(a, b);
    if (!std::isfinite(result)) fail(place, "the result is too large");
    return result;
  }

  std::string_view text_;
  const ExpressionNames& names_;
  std::size_t at_ = 0;
  int depth_ = 0;
};

}  // namespace

TemplateValue evaluate_template_expression(std::string_view text, const ExpressionNames& names) {
  return Evaluator(text, names).run();
}

const char* template_value_kind(const TemplateValue& value) {
  constexpr const char* kinds[] = {"a whole number", "a number", "true or false", "text"};
  return kinds[value.index()];
}

std::string template_value_text(const TemplateValue& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* flag = std::get_if<bool>(&value)) return *flag ? "true" : "false";
  if (const auto* whole = std::get_if<std::int64_t>(&value)) return std::to_string(*whole);
  char buffer[32];
  std::string text(buffer, std::to_chars(buffer, buffer + sizeof buffer, std::get<double>(value)).ptr);
  // Stays a number where it is read again.
  if (text.find_first_of(".e") == std::string::npos) text += ".0";
  return text;
}

bool is_expression_word(std::string_view word) {
  return std::find(std::begin(kWords), std::end(kWords), word) != std::end(kWords);
}

}  // namespace datagen
