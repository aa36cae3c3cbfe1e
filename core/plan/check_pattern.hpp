// Patterns of text in checks: LIKE, SIMILAR TO and regular expressions.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace datagen {

// Immutable; any number of threads.  Matching is in time proportional to the text, and says no where it is not sure:
// of text that is not ASCII, holds line ends, or is longer than 1024 bytes.
class TextPattern {
 public:
  enum class Syntax { like, similar, regular };

  // Nothing when the pattern uses what is not understood here (look-around, back-references, word boundaries, options).
  [[nodiscard]] static std::shared_ptr<const TextPattern> make(Syntax syntax, std::string_view pattern,
                                                               bool ignore_case);
  // Text in which no letter has the other case: what upper(x) = x, lower(x) = x ask for.
  [[nodiscard]] static std::shared_ptr<const TextPattern> only_case(bool upper);

  ~TextPattern();
  [[nodiscard]] bool matches(std::string_view text) const;
  // For generator pattern: a regular expression all of whose texts match.
  [[nodiscard]] const std::string& generator_pattern() const { return generator_pattern_; }

 private:
  struct Compiled;
  TextPattern();
  [[nodiscard]] static std::shared_ptr<const TextPattern> compile(const std::string& expression, bool ignore_case,
                                                                  std::string generator_pattern);

  std::unique_ptr<Compiled> compiled_;
  std::string generator_pattern_;
};

}  // namespace datagen
