// Codes such as "A-0042": a prefix and a number.
#include <memory>
#include <string>

#include "datagen/generator.hpp"

namespace {

namespace sdk = datagen::sdk;

constexpr sdk::OptionTable kOptions(sdk::string_option("prefix", "What stands before the number.", "\"A-\""),
                                    sdk::integer_option("digits", "Digits of the number.", "4", "1", "18"));

// A numbered set of values.  It is asked for the values of ordinals in [0, cardinality) by any number of threads; which
// ordinal a row gets is not its business.  What it makes depends on its arguments alone.
class Codes final : public sdk::Generator {
 public:
  Codes(std::string prefix, std::size_t digits) : prefix_(std::move(prefix)), digits_(digits) {
    for (std::size_t i = 0; i < digits; ++i) cardinality_ *= 10;
  }

  // Distinct ordinals give distinct codes, in order: unique columns and bounds may rest on it.
  sdk::GeneratorInfo info() const override {
    return {DATAGEN_INJECTIVE | DATAGEN_ORDERED, cardinality_, prefix_.size() + digits_};
  }

  void values(const datagen_call&, std::span<const std::uint64_t> ordinals, datagen_column& out) const override {
    sdk::TextColumn column(out, ordinals.size(), prefix_.size() + digits_);
    for (const std::uint64_t ordinal : ordinals) {
      char* const start = column.cursor();
      prefix_.copy(start, prefix_.size());
      char* const end = start + prefix_.size() + digits_;
      std::uint64_t rest = ordinal;
      for (std::size_t i = 0; i < digits_; ++i, rest /= 10) *(end - 1 - i) = static_cast<char>('0' + rest % 10);
      column.finish_value(end);
    }
    column.finish();
  }

 private:
  std::string prefix_;
  std::size_t digits_;
  std::uint64_t cardinality_ = 1;
};

// One object for each column.  What suits neither the column nor the options is refused here, before anything is
// written: throw sdk::PluginError.
std::unique_ptr<sdk::Generator> make_codes(const sdk::Request& request) {
  sdk::require_format(request.target, "u");
  const std::string prefix(request.options.string("prefix"));
  const std::size_t digits = static_cast<std::size_t>(request.options.integer("digits"));
  const std::uint32_t most = request.target.max_characters;
  if (most != 0 && prefix.size() + digits > most) {
    throw sdk::PluginError(DATAGEN_INVALID_OPTION, "the column takes " + std::to_string(most) + " characters only",
                           "digits");
  }
  return std::make_unique<Codes>(prefix, digits);
}

// Text columns whose names end in these words get it without asking.
constexpr sdk::HintTable kHints(sdk::make_hint("@NAME@", DATAGEN_FAMILY_TEXT));

constexpr datagen_generator_class kCodes = sdk::make_generator_class<make_codes, kOptions>(
    {.id = "@ID@", .summary = "A prefix and a number", .families = DATAGEN_FAMILY_TEXT, .hints = kHints});
constexpr const datagen_generator_class* kGenerators[] = {&kCodes};
constexpr datagen_plugin kPlugin =
    sdk::make_plugin({"@ID@", "@NAME@", "0.1.0", "Unknown", "LicenseRef-None", ""}, kGenerators, {});

}  // namespace

extern "C" const datagen_plugin* DATAGEN_CALL datagen_plugin_v1(void) noexcept { return &kPlugin; }
