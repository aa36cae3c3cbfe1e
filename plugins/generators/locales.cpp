#include "locales.hpp"

#include <algorithm>

#include "folding.hpp"
#include "words.hpp"

namespace datagen::generators {
namespace {

constexpr Locale kLocales[] = {{"en_US", &people_en_us, &places_en_us, PhoneFormat::kUs},
                               {"de_DE", &people_de_de, &places_de_de, PhoneFormat::kGermany},
                               {"es_ES", &people_es_es, &places_es_es, PhoneFormat::kSpain},
                               {"fr_FR", &people_fr_fr, &places_fr_fr, PhoneFormat::kFrance},
                               {"ja_JP", &people_ja_jp, &places_ja_jp, PhoneFormat::kJapan},
                               {"pt_BR", &people_pt_br, &places_pt_br, PhoneFormat::kBrazil}};

// Parts a list's entries "name:transcription"; a name without a transcription is its own.
void part(std::string_view list, std::vector<std::string>& names, std::vector<std::string>& latin,
          std::unordered_map<std::string_view, std::string>& transcriptions) {
  for (std::string_view rest = list; !rest.empty();) {
    const std::size_t end = std::min(rest.find(','), rest.size());
    std::string_view entry = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    constexpr std::string_view kBlank = " \n\r\t";
    const std::size_t first = entry.find_first_not_of(kBlank);
    if (first == std::string_view::npos) continue;
    entry = entry.substr(first, entry.find_last_not_of(kBlank) - first + 1);
    const std::size_t colon = entry.find(':');
    const std::string_view name = entry.substr(0, colon);
    if (std::find(names.begin(), names.end(), name) != names.end()) continue;
    names.emplace_back(name);
    std::string letters = folded(colon == std::string_view::npos ? name : entry.substr(colon + 1));
    if (letters.empty()) continue;
    if (colon != std::string_view::npos) transcriptions.emplace(name, letters);
    if (std::find(latin.begin(), latin.end(), letters) == latin.end()) latin.push_back(std::move(letters));
  }
}

}  // namespace

const Locale& locale_of(const datagen_target& target) {
  const std::string_view given = target.locale == nullptr ? "" : target.locale;
  std::string id(given.substr(0, given.find_first_of(".@")));
  std::replace(id.begin(), id.end(), '-', '_');
  if (id.empty() || id == "C" || id == "POSIX") return kLocales[0];
  for (const Locale& locale : kLocales) {
    if (locale.id == id) return locale;
  }
  const std::string_view language = std::string_view(id).substr(0, id.find('_'));
  std::string known;
  for (const Locale& locale : kLocales) {
    if (locale.id.substr(0, locale.id.find('_')) == language) return locale;
    known += (known.empty() ? "" : ", ") + std::string(locale.id);
  }
  refuse_option("locale", "there are no word lists for the locale '" + std::string(given) + "'; there are " + known);
}

NameLists::NameLists(const Locale& locale) : family_name_first(locale.people->family_name_first) {
  part(locale.people->female_names, female, latin_firsts, transcriptions);
  part(locale.people->male_names, male, latin_firsts, transcriptions);
  part(locale.people->last_names, last, latin_lasts, transcriptions);
}

std::vector<std::string> NameLists::first_names() const {
  std::vector<std::string> result = female;
  for (const std::string& name : male) {
    if (std::find(female.begin(), female.end(), name) == female.end()) result.push_back(name);
  }
  return result;
}

}  // namespace datagen::generators
