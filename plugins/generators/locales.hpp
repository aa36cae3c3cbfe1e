// The word lists of a column's locale.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common.hpp"
#include "data/word_lists.hpp"

namespace datagen::generators {

/// The target's locale: "de_DE", also written "de-DE" or "de_DE.UTF-8"; another country's form of a language that is
/// known reads as the known one ("de_AT", "de"), and "", "C" and "POSIX" as en_US.  Throws DATAGEN_INVALID_OPTION,
/// naming those that there are, for any other: names of another language would pass unnoticed.
const Locale& locale_of(const datagen_target& target);

/// The names of a locale, made ready.
struct NameLists {
  explicit NameLists(const Locale& locale);

  std::vector<std::string> first_names() const;  // female, then male

  std::vector<std::string> female, male, last;
  // In lower-case ASCII letters, without those that have none.
  std::vector<std::string> latin_firsts, latin_lasts;
  // Lower-case ASCII letters of names in another script.
  std::unordered_map<std::string_view, std::string> transcriptions;
  bool family_name_first;
};

}  // namespace datagen::generators
