// Word lists compiled into the plugin.  A list is one string of entries parted by commas; blanks and line ends around an
// entry do not count.  A locale is a set of lists: another one is another file like people_en_us.cpp and a line in
// find_locale().
#pragma once

#include <string_view>

namespace datagen::generators {

struct People {
  std::string_view female_names;
  std::string_view male_names;
  std::string_view last_names;
  std::string_view prefixes;
  std::string_view suffixes;
};

struct Places {
  std::string_view street_names;
  std::string_view street_suffixes;
};

struct Locale {
  std::string_view id;  // "en_US"
  const People* people;
  const Places* places;
};

// The word lists of a locale; those of en_US where it has none of its own.
const Locale& find_locale(std::string_view id);

extern const People people_en_us;
extern const Places places_en_us;

// Lists that no locale changes.
extern const std::string_view lorem_words;
extern const std::string_view common_words;
extern const std::string_view job_levels, job_fields, job_roles;
extern const std::string_view company_words, company_suffixes, company_trades;
extern const std::string_view product_adjectives, product_materials, product_nouns;
extern const std::string_view product_categories, departments, tags, roles;
extern const std::string_view color_names;
extern const std::string_view languages;   // name:code
extern const std::string_view currencies;  // code:name
extern const std::string_view time_zones;
extern const std::string_view mime_types;  // type:extension
extern const std::string_view user_agents;  // parted by line ends
// Parted by line ends, fields by '|'.
extern const std::string_view countries;  // alpha-2|alpha-3|name|currency|dialling code
extern const std::string_view cities;     // city|state|state code|alpha-2|postal pattern|latitude|longitude|time zone

}  // namespace datagen::generators
