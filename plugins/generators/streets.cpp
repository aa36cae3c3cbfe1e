// Streets and house numbers, in the order that the locale writes them.
#include "families.hpp"
#include "locales.hpp"
#include "words.hpp"

namespace datagen::generators {
namespace {

std::vector<std::string> numbers_to(int last) {
  std::vector<std::string> result;
  for (int i = 1; i <= last; ++i) result.push_back(std::to_string(i));
  return result;
}

// Kind, name and suffix, as far as the locale has them.
std::vector<PhrasePart> street_parts(const Places& places) {
  std::vector<PhrasePart> parts;
  for (const std::string_view list : {places.street_kinds, places.street_names, places.street_suffixes}) {
    if (!list.empty()) parts.push_back({parts.empty() ? "" : " ", split_list(list)});
  }
  return parts;
}

std::unique_ptr<Generator> make_street_address(const Request& request) {
  const datagen_target& target = request.target;
  require_text(target);
  const Places& places = *locale_of(target).places;
  std::vector<PhrasePart> parts = street_parts(places);
  if (places.numbers_of_blocks) {
    parts.push_back({"", numbers_to(5)});
    parts.push_back({"-", numbers_to(30)});
    parts.push_back({"-", numbers_to(20)});
  } else if (places.number_before.empty()) {
    parts.front().before = " ";
    parts.insert(parts.begin(), PhrasePart{"", numbers_to(9'999)});
  } else {
    parts.push_back({std::string(places.number_before), numbers_to(299)});
  }
  return std::make_unique<PhraseSet>(target, std::move(parts), " #");
}

std::unique_ptr<Generator> make_street_name(const Request& request) {
  require_text(request.target);
  return std::make_unique<PhraseSet>(request.target, street_parts(*locale_of(request.target).places), " ");
}

std::unique_ptr<Generator> make_secondary_address(const Request& request) {
  require_text(request.target);
  return std::make_unique<PhraseSet>(
      request.target,
      std::vector<PhrasePart>{{"", split_list(locale_of(request.target).places->flats)}, {" ", numbers_to(999)}}, "-");
}

constexpr datagen_hint text_hint(const char* column) { return sdk::make_hint(column, kText); }
constexpr sdk::HintTable kAddressHints(text_hint("address"), text_hint("street_address"), text_hint("address_line_1"),
                                       text_hint("address_line1"), text_hint("address1"), text_hint("address_1"),
                                       text_hint("street"), text_hint("addr"), text_hint("street1"),
                                       text_hint("street_1"), text_hint("address_line"));
constexpr sdk::HintTable kStreetHints(text_hint("street_name"));
constexpr sdk::HintTable kSecondaryHints(text_hint("address_line_2"), text_hint("address_line2"), text_hint("address2"),
                                         text_hint("address_2"), text_hint("apartment"), text_hint("suite"),
                                         text_hint("suite_number"), text_hint("street2"), text_hint("street_2"),
                                         text_hint("apt"), text_hint("address_line_3"), text_hint("address3"));

constexpr datagen_generator_class kAddress = sdk::make_generator_class<make_street_address, kNoOptions>(
    {.id = "datagen.address", .summary = "A house number and street", .families = kText, .hints = kAddressHints});
constexpr datagen_generator_class kStreet = sdk::make_generator_class<make_street_name, kNoOptions>(
    {.id = "datagen.street", .summary = "A street", .families = kText, .hints = kStreetHints});
constexpr datagen_generator_class kSecondary = sdk::make_generator_class<make_secondary_address, kNoOptions>(
    {.id = "datagen.secondary_address", .summary = "A flat or suite", .families = kText, .hints = kSecondaryHints});

constexpr const datagen_generator_class* kClasses[] = {&kAddress, &kStreet, &kSecondary};

}  // namespace

Classes street_classes() { return kClasses; }

}  // namespace datagen::generators
