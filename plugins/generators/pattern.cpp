// Text that matches a regular expression.
#include "families.hpp"
#include "pattern_set.hpp"

namespace datagen::generators {
namespace {

std::unique_ptr<Generator> make_pattern(const Request& request) {
  require_text(request.target);
  const bool array = request.target.family == DATAGEN_FAMILY_ARRAY;
  std::string_view pattern = request.options.string("pattern");
  if (pattern.substr(0, 1) == "^") pattern.remove_prefix(1);
  if (array && pattern.substr(0, 2) != "\\{") {
    refuse_target(request.target, std::string("a pattern for whole values of ") + request.target.postgres_type +
                                      " begins with \\{, the brace that an array begins with");
  }
  return std::make_unique<PatternSet>(request.options.string("pattern"),
                                      array ? 0xffffffffu : characters_or(request.target, 0xffffffffu),
                                      request.target.distinct_needed);
}

constexpr sdk::OptionTable kOptions(sdk::string_option("pattern",
                                                       "A regular expression without look-around and back-references.",
                                                       nullptr, DATAGEN_OPTION_REQUIRED));
constexpr datagen_generator_class kPattern = sdk::make_generator_class<make_pattern, kOptions>(
    {.id = "datagen.pattern",
     .summary = "Text that matches a regular expression",
     .families = kText | DATAGEN_FAMILY_OTHER | DATAGEN_FAMILY_NETWORK | DATAGEN_FAMILY_JSON | DATAGEN_FAMILY_INTERVAL |
                 DATAGEN_FAMILY_ARRAY});
constexpr const datagen_generator_class* kClasses[] = {&kPattern};

}  // namespace

Classes pattern_classes() { return kClasses; }

}  // namespace datagen::generators
