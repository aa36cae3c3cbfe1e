// The plugin "datagen.generators": everything of datagen's own that makes values.
#include <array>

#include "families.hpp"

namespace datagen::generators {
namespace {

struct List {
  std::array<const datagen_generator_class*, 512> classes{};
  std::size_t size = 0;
};

List gather_classes() {
  List list;
  using Family = Classes (*)();
  for (const Family family :
       {number_classes,     choice_classes,      pattern_classes,      time_classes,       series_classes,
        people_classes,     account_classes,     prose_classes,        place_classes,      street_classes,
        commerce_classes,   code_classes,        phone_classes,        type_classes,       geometry_classes,
        range_type_classes, system_type_classes, usual_number_classes, identifier_classes, status_classes,
        vocabulary_classes}) {
    for (const datagen_generator_class* generator : family()) list.classes.at(list.size++) = generator;
  }
  return list;
}

}  // namespace
}  // namespace datagen::generators

extern "C" const datagen_plugin* datagen_plugin_v1(void) noexcept {
  using namespace datagen;
  static const generators::List kList = generators::gather_classes();
  static const datagen_plugin kPlugin = sdk::make_plugin({.id = "datagen.generators",
                                                          .name = "datagen generators",
                                                          .version = "1.0.0",
                                                          .vendor = "datagen",
                                                          .license = "Apache-2.0",
                                                          .url = ""},
                                                         {kList.classes.data(), kList.size}, {});
  return &kPlugin;
}
