// Throws in create() ("when": "create") or in values(); the C++ glue must contain it.
#include <stdexcept>

#include "datagen/generator.hpp"

namespace {

namespace sdk = datagen::sdk;

constexpr const char* kTimes[] = {"create", "values"};
constexpr sdk::OptionTable kOptions(sdk::choice_option("when", "When to throw.", kTimes, "\"create\""));

class Throwing final : public sdk::Generator {
 public:
  sdk::GeneratorInfo info() const override { return {0, 1000, 4}; }
  void values(const datagen_call&, std::span<const std::uint64_t>, datagen_column&) const override {
    throw std::runtime_error("thrown in values");
  }
};

std::unique_ptr<sdk::Generator> make_throwing(const sdk::Request& request) {
  if (request.options.choice("when") == 0) throw std::runtime_error("thrown in create");
  return std::make_unique<Throwing>();
}

constexpr datagen_generator_class kClass = sdk::make_generator_class<make_throwing, kOptions>(
    {.id = "org.example.bad", .summary = "Throws", .families = DATAGEN_FAMILY_INTEGER | DATAGEN_FAMILY_TEXT});
constexpr const datagen_generator_class* kClasses[] = {&kClass};
constexpr datagen_plugin kPlugin =
    sdk::make_plugin({"org.example.bad", "Throwing", "1.0", "The tests", "MIT", "https://example.org"}, kClasses, {});

}  // namespace

extern "C" DATAGEN_EXPORT const datagen_plugin* DATAGEN_CALL datagen_plugin_v1(void) noexcept { return &kPlugin; }
