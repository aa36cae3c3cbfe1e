#include "words.hpp"

#include <algorithm>
#include <limits>
#include <unordered_set>

#include "datagen/text/integer.hpp"

namespace datagen::generators {
namespace {

std::size_t digits_of(std::uint64_t value) {
  std::size_t digits = 1;
  for (; value >= 10; value /= 10) ++digits;
  return digits;
}

}  // namespace

std::vector<std::string> split_list(std::string_view list, char separator) {
  std::vector<std::string> result;
  std::unordered_set<std::string_view> seen;
  constexpr std::string_view kBlank = " \n\r\t";
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(separator), list.size());
    std::string_view entry = list.substr(0, end);
    list.remove_prefix(std::min(end + 1, list.size()));
    const std::size_t first = entry.find_first_not_of(kBlank);
    if (first == std::string_view::npos) continue;
    entry = entry.substr(first, entry.find_last_not_of(kBlank) - first + 1);
    if (seen.insert(entry).second) result.emplace_back(entry);
  }
  return result;
}

std::vector<std::string> fitting(const datagen_target& target, std::vector<std::string> words) {
  std::erase_if(words, [&](const std::string& word) { return !fits(target, word); });
  return words;
}

WordTable::WordTable(const std::vector<std::string>& words) {
  for (const std::string& word : words) {
    pool_.insert(pool_.end(), word.begin(), word.end());
    offsets_.push_back(static_cast<std::uint32_t>(pool_.size()));
    longest_ = std::max(longest_, word.size());
  }
  pool_.resize(pool_.size() + 64);
}

PhraseSet::PhraseSet(const datagen_target& target, std::vector<PhrasePart> parts, std::string number_before,
                     std::string after)
    : number_before_(std::move(number_before)), after_(std::move(after)) {
  // Narrow the part with the longest word until the longest phrase fits; then numbers must fit too.
  std::size_t digits = 0;
  while (true) {
    std::size_t characters = count_characters(after_) + (digits > 0 ? number_before_.size() + digits : 0);
    std::size_t widest = 0, widest_part = 0;
    combinations_ = 1;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      std::size_t longest = 0;
      for (const std::string& word : parts[i].words) longest = std::max(longest, count_characters(word));
      characters += longest + count_characters(parts[i].before);
      if (longest > widest && parts[i].words.size() > 1) {
        widest = longest;
        widest_part = i;
      }
      const uint128 product = static_cast<uint128>(combinations_) * parts[i].words.size();
      combinations_ = static_cast<std::uint64_t>(std::min<uint128>(product, std::numeric_limits<std::int64_t>::max()));
    }
    numbers_ = 1;
    std::size_t digits_needed = 0;
    if (combinations_ < target.distinct_needed) {
      numbers_ = (target.distinct_needed - 1) / combinations_ + 1;
      digits_needed = digits_of(numbers_);
    }
    const bool too_long = target.max_characters != 0 && characters > target.max_characters;
    if (!too_long && digits_needed <= digits) break;
    if (digits_needed > digits) {
      digits = digits_needed;
      continue;
    }
    const std::size_t before = parts[widest_part].words.size();
    std::erase_if(parts[widest_part].words, [&](const std::string& word) { return count_characters(word) >= widest; });
    if (widest == 0 || parts[widest_part].words.empty() || parts[widest_part].words.size() == before) {
      refuse_target(target, "no phrase of " + std::to_string(target.max_characters) + " characters can be made");
    }
  }
  longest_ = numbers_ > 1 ? number_before_.size() + digits_of(numbers_) + after_.size() : 0;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    PhrasePart& part = parts[i];
    std::vector<std::string> sorted = part.words;
    std::sort(sorted.begin(), sorted.end());
    if (std::adjacent_find(sorted.begin(), sorted.end()) != sorted.end()) injective_ = false;
    // What stands before a later part must tell where an earlier word ends.
    if (i > 0 && part.before.empty()) injective_ = false;
    for (std::size_t later = i + 1; later < parts.size(); ++later) {
      for (const std::string& word : part.words) {
        if (word.find(parts[later].before) != std::string::npos) injective_ = false;
      }
    }
    // A number at the end must not be mistaken for the end of a word.
    for (const std::string& word : part.words) {
      if (numbers_ > 1 && i + 1 == parts.size() && word.back() >= '0' && word.back() <= '9') injective_ = false;
    }
    const std::uint64_t size = part.words.size();
    for (std::string& word : part.words) {
      word.insert(0, part.before);
      if (numbers_ == 1 && i + 1 == parts.size()) word += after_;
    }
    parts_.push_back({WordTable(part.words), size == 1 ? 0 : std::numeric_limits<std::uint64_t>::max() / size + 1});
    longest_ += parts_.back().words.longest();
    exact_ = exact_ && static_cast<uint128>(combinations_) * size <= std::numeric_limits<std::uint64_t>::max();
  }
}

GeneratorInfo PhraseSet::info() const {
  return {injective_ ? kInjective : 0u, combinations_ * numbers_, longest_ * 3 / 4};
}

// The reciprocal m of size d is 2^64 / d + e / d with 0 <= e < d: floor(n m / 2^64) is n / d while n e < 2^64 (Granlund
// and Montgomery, "Division by Invariant Integers using Multiplication", PLDI 1994).
template <bool kExact>
void PhraseSet::write(Ordinals ordinals, sdk::TextColumn& column) const {
  for (const std::uint64_t ordinal : ordinals) {
    char* end = column.cursor();
    std::uint64_t number = 0, rest = ordinal;
    if (numbers_ > 1) {
      number = ordinal / combinations_;
      rest = ordinal % combinations_;
    }
    for (const Part& part : parts_) {
      const std::uint64_t size = part.words.size();
      const std::uint64_t quotient = !kExact                ? rest / size
                                     : part.reciprocal == 0 ? rest
                                                            : datagen_scale(rest, part.reciprocal);
      end = part.words.copy(rest - quotient * size, end);
      rest = quotient;
    }
    if (numbers_ > 1) {
      if (number > 0) {
        for (const char c : number_before_) *end++ = c;
        end = text::write_unsigned(end, number);
      }
      for (const char c : after_) *end++ = c;
    }
    column.finish_value(end);
  }
}

void PhraseSet::values(const datagen_call&, Ordinals ordinals, datagen_column& out) const {
  sdk::TextColumn column(out, ordinals.size(), longest_);
  if (exact_) {
    write<true>(ordinals, column);
  } else {
    write<false>(ordinals, column);
  }
  column.finish();
}

std::unique_ptr<Generator> make_dictionary(const datagen_target& target, std::vector<std::string> words,
                                           std::vector<double> weights) {
  require_text(target);
  if (weights.empty()) {
    words = fitting(target, std::move(words));
  } else {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (!fits(target, words[i])) continue;
      if (kept != i) words[kept] = std::move(words[i]);
      weights[kept++] = weights[i];
    }
    words.resize(kept);
    weights.resize(kept);
  }
  if (words.empty()) {
    refuse_target(target, "no value has at most " + std::to_string(target.max_characters) + " characters, as " +
                              target.postgres_type + " needs");
  }
  return std::make_unique<sdk::DictionarySet>(std::move(words), std::move(weights));
}

}  // namespace datagen::generators
