// Word lists compiled into the plugin.  A list is one string of entries parted by commas; blanks and line ends around
// an entry do not count.  A locale is a set of lists: another one is another file like locale_de_de.cpp and a line in
// locales.cpp.
#pragma once

#include <string_view>

namespace datagen::generators {

// Names in another script than Latin are written "name:transcription".
struct People {
  std::string_view female_names;
  std::string_view male_names;
  std::string_view last_names;
  std::string_view prefixes;
  std::string_view suffixes;
  bool family_name_first = false;
};

// A street is a kind, a name and a suffix with blanks between; a locale may do without kinds or suffixes.
struct Places {
  std::string_view street_kinds;
  std::string_view street_names;
  std::string_view street_suffixes;
  std::string_view number_before;  // what stands before a house number that follows the street; "": it comes first
  std::string_view flats;          // words before a flat's number
  bool numbers_of_blocks = false;  // a street's name is followed by three numbers with '-' between
  std::string_view country;        // the country's own name for itself, or "": cities of all the world
  std::string_view cities;         // city|state|state code|alpha-2|postal pattern|latitude|longitude|time zone
};

enum class PhoneFormat { kUs, kUk, kE164, kGermany, kFrance, kSpain, kBrazil, kJapan };

struct Locale {
  std::string_view id;  // "en_US"
  const People* people;
  const Places* places;
  PhoneFormat phone;
};

extern const People people_en_us, people_de_de, people_fr_fr, people_es_es, people_pt_br, people_ja_jp;
extern const Places places_en_us, places_de_de, places_fr_fr, places_es_es, places_pt_br, places_ja_jp;

// Lists that no locale changes.
extern const std::string_view lorem_words;
extern const std::string_view common_words;
extern const std::string_view job_levels, job_fields, job_roles;
extern const std::string_view company_words, company_suffixes, company_trades;
extern const std::string_view product_adjectives, product_materials, product_nouns;
extern const std::string_view product_categories, departments, tags, roles;
extern const std::string_view team_words, project_nouns, event_kinds, event_subjects, event_nouns;
extern const std::string_view course_openings, course_subjects, plan_names, permission_subjects;
extern const std::string_view task_verbs, task_subjects, setting_words;
extern const std::string_view label_adjectives, label_nouns;
extern const std::string_view color_names;
extern const std::string_view languages;   // name:code
extern const std::string_view currencies;  // code:name
extern const std::string_view time_zones;
extern const std::string_view mime_types;   // type:extension
extern const std::string_view user_agents;  // parted by line ends
// Parted by line ends, fields by '|'.
extern const std::string_view countries;  // alpha-2|alpha-3|name|currency|dialling code
extern const std::string_view cities;     // as Places.cities, of the whole world

}  // namespace datagen::generators
