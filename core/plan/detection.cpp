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

// The words before the hint's, and those that only the hint itself allows: where a class has "state" exactly, of
// any table, and "shipping_state" besides, "shipping_" tells one place of the row from another as "billing_" does in
// billing_city.
std::string full_prefix(const GeneratorClass& generator_class, std::string_view hint_column, std::string_view prefix) {
  std::string_view allowed;
  for (const datagen_hint& other : generator_class.hints) {
    std::string_view before;
    if (other.column == nullptr || other.table != nullptr || other.match != DATAGEN_MATCH_EXACT) continue;
    if (!ends_with_words(hint_column, other.column, before) || before.empty()) continue;
    if (allowed.empty() || before.size() < allowed.size()) allowed = before;
  }
  return std::string(prefix) + std::string(allowed);
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
      found = {generator_class.get(), &hint,
               hint.column == nullptr ? "" : full_prefix(*generator_class, hint.column, prefix)};
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
  std::string_view longest_match_prefix, longest_match;
  for (const datagen_hint& hint : generator_class.hints) {
    std::string_view prefix;
    if (hint.column == nullptr || !fits_name(hint, column, prefix)) continue;
    if (std::string_view(hint.column).size() <= longest_match.size()) continue;
    longest_match = hint.column;
    longest_match_prefix = prefix;
  }
  return longest_match.empty() ? "" : full_prefix(generator_class, longest_match, longest_match_prefix);
}

}  // namespace datagen
