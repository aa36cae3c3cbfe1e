// A sound plugin that reads its word list by the host's service; "file" names another.
#include "datagen/generator.hpp"
#include "datagen/services/resource.hpp"

namespace {

namespace sdk = datagen::sdk;

constexpr sdk::OptionTable kOptions(sdk::string_option("file", "The word list.", "\"data/words.txt\""));

std::unique_ptr<sdk::Generator> make_words(const sdk::Request& request) {
  const std::string file(request.options.string("file"));
  std::vector<std::string> words;
  for (const std::string_view line : sdk::resource_lines(request.host, file.c_str())) words.emplace_back(line);
  // The host keeps what it gave out, and reads it once.
  if (sdk::resource(request.host, file.c_str()).data() != sdk::resource(request.host, file.c_str()).data()) {
    throw sdk::PluginError(DATAGEN_INTERNAL, "the file has moved");
  }
  if (request.host->get_service(request.host, "org.example.unknown/1") != nullptr) {
    throw sdk::PluginError(DATAGEN_INTERNAL, "the host has a service that nobody knows");
  }
  return std::make_unique<sdk::DictionarySet>(std::move(words));
}

constexpr datagen_generator_class kWords =
    sdk::make_generator_class<make_words, kOptions>({.id = "org.example.words",
                                                     .summary = "Words of a list",
                                                     .families = DATAGEN_FAMILY_TEXT,
                                                     .plain_dictionary = true});
constexpr const datagen_generator_class* kClasses[] = {&kWords};
constexpr datagen_plugin kPlugin =
    sdk::make_plugin({"org.example.words", "Words", "1.0", "The tests", "MIT", ""}, kClasses, {});

}  // namespace

extern "C" const datagen_plugin* DATAGEN_CALL datagen_plugin_v1(void) noexcept { return &kPlugin; }
