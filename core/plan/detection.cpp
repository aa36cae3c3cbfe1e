#include "plan/detection.hpp"

#include <algorithm>
#include <tuple>

#include "plan/names.hpp"

namespace datagen {

namespace {

std::size_t word_count(std::string_view name) {
  return 1 + static_cast<std::size_t>(std::count(name.begin(), name.end(), '_'));
}

// What decides among hints that fit, better ones greater.
struct Rank {
  std::int32_t priority = 0;
  std::size_t words = 0;
  bool exact = false, table = false, type = false;
  auto operator<=>(const Rank&) const = default;
};

bool fits_type(const datagen_hint& hint, const DetectionTarget& target) {
  if ((hint.families & target.family) == 0) return false;
  return hint.postgres_type == nullptr || target.base_type == hint.postgres_type;
}

bool fits_table(const datagen_hint& hint, std::string_view singular_table) {
  std::string_view prefix;
  return hint.table == nullptr || ends_with_words(singular_table, hint.table, prefix);
}

bool fits_name(const datagen_hint& hint, std::string_view column, std::string_view& prefix) {
  return ends_with_words(column, hint.column, prefix) && (prefix.empty() || hint.match == DATAGEN_MATCH_SUFFIX);
}

template <typename Fits>
Detected best(const Registry& registry, Fits fits) {
  Detected found;
  Rank found_rank;
  for (const auto& generator_class : registry.generators()) {
    for (const datagen_hint& hint : generator_class->hints) {
      Rank rank;
      std::string_view prefix;
      if (!fits(hint, rank, prefix)) continue;
      bool better = found.generator_class == nullptr || rank > found_rank ||
                    (rank == found_rank && generator_class->id < found.generator_class->id);
      if (!better) continue;
      found = {generator_class.get(), &hint, std::string(prefix)};
      found_rank = rank;
    }
  }
  return found;
}

std::string table_words(std::string_view table) {
  std::size_t dot = table.rfind('.');
  return singular_name(normalized_name(dot == std::string_view::npos ? table : table.substr(dot + 1)));
}

}  // namespace

Detected detect_by_name(const Registry& registry, const DetectionTarget& target) {
  std::string column = normalized_name(target.column), table = table_words(target.table);
  return best(registry, [&](const datagen_hint& hint, Rank& rank, std::string_view& prefix) {
    if (hint.column == nullptr || !fits_type(hint, target) || !fits_table(hint, table)) return false;
    if (!fits_name(hint, column, prefix)) return false;
    rank = {hint.priority, word_count(hint.column), prefix.empty(), hint.table != nullptr,
            hint.postgres_type != nullptr};
    return true;
  });
}

Detected detect_by_type(const Registry& registry, const DetectionTarget& target) {
  return best(registry, [&](const datagen_hint& hint, Rank& rank, std::string_view&) {
    if (hint.column != nullptr || !fits_type(hint, target)) return false;
    rank = {hint.priority, 0, false, false, hint.postgres_type != nullptr};
    return true;
  });
}

std::string name_prefix(const GeneratorClass& generator_class, const DetectionTarget& target) {
  std::string column = normalized_name(target.column);
  std::string_view longest_match_prefix;
  std::size_t longest = 0;
  for (const datagen_hint& hint : generator_class.hints) {
    std::string_view prefix;
    if (hint.column == nullptr || !fits_name(hint, column, prefix)) continue;
    std::size_t length = std::string_view(hint.column).size();
    if (length <= longest) continue;
    longest = length;
    longest_match_prefix = prefix;
  }
  return std::string(longest_match_prefix);
}

}  // namespace datagen
