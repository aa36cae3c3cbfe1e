// Closed vocabularies: the few words that a column such as status or unit takes.
#pragma once

#include <algorithm>
#include <array>

#include "common.hpp"
#include "words.hpp"

namespace datagen::generators {

/// Those of the words that fit the target; where fewer than two do, the words' initials ("S" for "single" in char(1)).
inline std::unique_ptr<Generator> make_vocabulary(const datagen_target& target, std::string_view list) {
  const std::vector<std::string> words = split_list(list);
  std::vector<std::string> chosen = fitting(target, words);
  if (chosen.size() < 2 && words.size() > 1) {
    chosen.clear();
    for (const std::string& word : words) {
      const char first = word[0];
      const std::string initial(1, static_cast<char>(first >= 'a' && first <= 'z' ? first - 'a' + 'A' : first));
      if (std::find(chosen.begin(), chosen.end(), initial) == chosen.end()) chosen.push_back(initial);
    }
  }
  return make_dictionary(target, std::move(chosen));
}

template <const auto& kWords>
std::unique_ptr<Generator> make_listed(const sdk::Request& request) {
  require_text(request.target);
  return make_vocabulary(request.target, kWords);
}

template <const auto& kWords>
constexpr datagen_generator_class word_class(const char* id, const char* summary,
                                             std::span<const datagen_hint* const> hints) {
  return sdk::make_generator_class<make_listed<kWords>, kNoOptions>(
      {.id = id, .summary = summary, .families = kText, .hints = hints, .plain_dictionary = true});
}

/// A hint for the column's last words, in tables of this name or in all.
constexpr datagen_hint words_hint(const char* column, const char* table = nullptr) {
  return sdk::make_hint(column, kText, DATAGEN_MATCH_SUFFIX, table);
}
/// A hint for the whole name of the column.
constexpr datagen_hint whole_name_hint(const char* column, const char* table = nullptr) {
  return sdk::make_hint(column, kText, DATAGEN_MATCH_EXACT, table);
}

}  // namespace datagen::generators
