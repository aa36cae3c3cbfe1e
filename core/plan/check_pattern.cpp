#include "plan/check_pattern.hpp"

#include <regex>

namespace datagen {

namespace {

constexpr std::size_t longest_pattern = 500;
constexpr std::size_t longest_text = 1024;

// libstdc++ can match without backtracking, in time proportional to the text.
#if defined(__GLIBCXX__)
constexpr std::regex::flag_type matcher = std::regex_constants::ECMAScript | std::regex_constants::__polynomial;
#else
constexpr std::regex::flag_type matcher = std::regex_constants::ECMAScript;
#endif

void append_literal(std::string& out, char c) {
  if (std::string_view(R"(\^$.|?*+()[]{}/-)").find(c) != std::string_view::npos) out += '\\';
  out += c;
}

struct Translated {
  std::string expression, generated;
  bool understood = true;
};

Translated translate_like(std::string_view pattern) {
  Translated result{"^(?:", "", true};
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    char c = pattern[i];
    if (c == '%' || c == '_') {
      result.expression += c == '%' ? "[\\s\\S]*" : "[\\s\\S]";
      result.generated += c == '%' ? "[a-z]{1,8}" : "[a-z]";
      continue;
    }
    if (c == '\\' && ++i == pattern.size()) return {"", "", false};
    append_literal(result.expression, pattern[i]);
    append_literal(result.generated, pattern[i]);
  }
  result.expression += ")$";
  return result;
}

Translated translate_similar(std::string_view pattern) {
  Translated result;
  bool bracket = false;
  for (char c : pattern) {
    if (c == '\\') return {"", "", false};
    if (c == '[') bracket = true;
    if (c == ']') bracket = false;
    if (!bracket && (c == '%' || c == '_')) {
      result.expression += c == '%' ? "[\\s\\S]*" : "[\\s\\S]";
      result.generated += c == '%' ? "[a-z]{1,8}" : "[a-z]";
    } else if (!bracket && (c == '.' || c == '^' || c == '$')) {
      append_literal(result.expression, c);
      append_literal(result.generated, c);
    } else {
      result.expression += c;
      result.generated += c;
    }
  }
  result.expression = "^(?:" + result.expression + ")$";
  return result;
}

// PostgreSQL's advanced regular expressions and ECMAScript agree in what is let through.
bool is_common_regex(std::string_view pattern) {
  if (pattern.starts_with("***") || pattern.find("(?") != std::string_view::npos) return false;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (static_cast<unsigned char>(pattern[i]) >= 0x80) return false;
    if (pattern[i] != '\\') continue;
    if (++i == pattern.size()) return false;
    bool alphanumeric = (pattern[i] >= '0' && pattern[i] <= '9') || (pattern[i] >= 'a' && pattern[i] <= 'z') ||
                        (pattern[i] >= 'A' && pattern[i] <= 'Z');
    if (alphanumeric && std::string_view("dwsDWSntr").find(pattern[i]) == std::string_view::npos) return false;
  }
  return true;
}

}  // namespace

struct TextPattern::Compiled {
  std::regex regex;
};

TextPattern::TextPattern() = default;
TextPattern::~TextPattern() = default;

std::shared_ptr<const TextPattern> TextPattern::compile(const std::string& expression, bool ignore_case,
                                                        std::string generator_pattern) {
  std::shared_ptr<TextPattern> result(new TextPattern());
  try {
    result->compiled_ = std::make_unique<Compiled>();
    result->compiled_->regex.assign(expression, ignore_case ? matcher | std::regex::icase : matcher);
  } catch (const std::regex_error&) {  // a pattern of another dialect
    return nullptr;
  }
  result->generator_pattern_ = std::move(generator_pattern);
  return result;
}

std::shared_ptr<const TextPattern> TextPattern::make(Syntax syntax, std::string_view pattern, bool ignore_case) {
  if (pattern.size() > longest_pattern) return nullptr;
  if (syntax == Syntax::regular) {
    if (!is_common_regex(pattern)) return nullptr;
    return compile(std::string(pattern), ignore_case, std::string(pattern));
  }
  Translated translated = syntax == Syntax::like ? translate_like(pattern) : translate_similar(pattern);
  if (!translated.understood) return nullptr;
  return compile(translated.expression, ignore_case, translated.generated);
}

std::shared_ptr<const TextPattern> TextPattern::only_case(bool upper) {
  return upper ? compile("^[^a-z]*$", false, "[A-Z]{6,12}") : compile("^[^A-Z]*$", false, "[a-z]{6,12}");
}

bool TextPattern::matches(std::string_view text) const {
  if (text.size() > longest_text) return false;
  for (char c : text)
    if (static_cast<unsigned char>(c) >= 0x80 || c == '\n' || c == '\r') return false;
  return std::regex_search(text.begin(), text.end(), compiled_->regex);
}

}  // namespace datagen
