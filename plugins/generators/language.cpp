#include "language.hpp"

#include <algorithm>
#include <cstring>

namespace datagen::generators {
namespace {

constexpr std::uint64_t kAllNumbered = std::uint64_t{1} << 32;
constexpr uint128 kMostOrdinals = uint128{1} << 62;

std::uint32_t encode(char32_t code, char* out) {
  const auto byte = [](char32_t value) { return static_cast<char>(static_cast<unsigned char>(value)); };
  if (code < 0x80) {
    out[0] = byte(code);
    return 1;
  }
  if (code < 0x800) {
    out[0] = byte(0xc0 | code >> 6);
    out[1] = byte(0x80 | (code & 0x3f));
    return 2;
  }
  if (code < 0x10000) {
    out[0] = byte(0xe0 | code >> 12);
    out[1] = byte(0x80 | (code >> 6 & 0x3f));
    out[2] = byte(0x80 | (code & 0x3f));
    return 3;
  }
  out[0] = byte(0xf0 | code >> 18);
  out[1] = byte(0x80 | (code >> 12 & 0x3f));
  out[2] = byte(0x80 | (code >> 6 & 0x3f));
  out[3] = byte(0x80 | (code & 0x3f));
  return 4;
}

// Pseudo-random digits from an ordinal.
class Digits {
 public:
  explicit Digits(std::uint64_t seed) : state_(datagen_mix(seed ^ 0x6a09e667f3bcc909u)), seed_(state_) {}
  std::uint64_t below(std::uint64_t n) {
    spent_ *= n;
    if (spent_ > (uint128{1} << 40)) {
      spent_ = n;
      seed_ += 0x9e3779b97f4a7c15u;
      state_ = datagen_mix(seed_);
    }
    const uint128 product = static_cast<uint128>(state_) * n;
    state_ = static_cast<std::uint64_t>(product);
    return static_cast<std::uint64_t>(product >> 64);
  }
  double unit() {
    seed_ += 0x9e3779b97f4a7c15u;
    return datagen_unit(datagen_mix(seed_));
  }

 private:
  std::uint64_t state_;
  std::uint64_t seed_;
  uint128 spent_ = 1;
};

}  // namespace

Language::Language(std::string_view pattern, std::uint32_t longest, std::uint64_t needed) {
  const auto expression = parse_regex(pattern);
  constexpr std::uint32_t kLongest = 4096;
  automaton_ = std::make_unique<Automaton>(*expression, std::min(longest, kLongest));
  for (std::uint32_t length = 0; length <= automaton_->longest(); ++length) {
    if (automaton_->count(Automaton::kStart, length) != 0) lengths_.emplace_back().length = length;
  }
  if (lengths_.empty()) {
    refuse_option("pattern", "no match of the pattern has at most " + std::to_string(std::min(longest, kLongest)) +
                                 " characters, which is all that the column holds");
  }
  allot(needed);
  bool dependent = false;
  for (Length& length : lengths_) {
    plan(length);
    dependent = dependent || !length.independent;
  }
  if (!dependent) {
    automaton_.reset();
    return;
  }
  for (std::uint32_t state = 0, seen = 0; state <= seen; ++state) {
    edge_alphabets_.emplace_back();
    for (const Automaton::Edge& edge : automaton_->edges(state)) {
      seen = std::max(seen, edge.target);
      edge_alphabets_.back().push_back(alphabet_of(edge.ranges));
      for (const Letter& letter : alphabets_[edge_alphabets_.back().back()].letters) {
        most_bytes_ = std::max(most_bytes_, std::size_t{letter.size} * lengths_.back().length);
      }
    }
  }
}

void Language::allot(std::uint64_t needed) {
  const uint128 cap = kMostOrdinals / lengths_.size();
  std::vector<uint128> counts;
  uint128 total = 0;
  for (const Length& length : lengths_) {
    counts.push_back(std::min(cap, automaton_->count(Automaton::kStart, length.length)));
    total += counts.back();
  }
  const uint128 wanted = std::min(total, std::max<uint128>(kAllNumbered, static_cast<uint128>(needed) * 4));
  uint128 level = cap;
  if (total > wanted) {
    // The lowest level at which the lengths, each cut at the level, hold enough.
    uint128 low = 1, high = cap;
    while (low < high) {
      const uint128 middle = (low + high) / 2;
      uint128 held = 0;
      for (const uint128 count : counts) held += std::min(count, middle);
      if (held >= wanted) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    // Up to the next smaller length's count the lengths that are cut stay equal.
    level = cap;
    for (const uint128 count : counts) {
      if (count >= low) level = std::min(level, count);
    }
  }
  std::uint64_t next = 0;
  for (std::size_t i = 0; i < lengths_.size(); ++i) {
    const auto ordinals = static_cast<std::uint64_t>(std::min(counts[i], level));
    lengths_[i].begin = next;
    lengths_[i].end = next += ordinals;
    lengths_[i].reciprocal = ordinals == 1 ? 0 : ~uint128{0} / ordinals + 1;
  }
}

std::uint32_t Language::alphabet_of(const std::vector<CodeRange>& ranges) {
  for (std::size_t i = 0; i < alphabets_.size(); ++i) {
    if (std::equal(ranges.begin(), ranges.end(), alphabet_ranges_[i].begin(), alphabet_ranges_[i].end())) {
      return static_cast<std::uint32_t>(i);
    }
  }
  Alphabet alphabet;
  for (const CodeRange& range : ranges) {
    for (char32_t code = range.low; code <= range.high; ++code) {
      Letter letter{};
      letter.size = encode(code, letter.bytes);
      alphabet.ascii = alphabet.ascii && letter.size == 1;
      alphabet.letters.push_back(letter);
      alphabet.bytes.push_back(letter.bytes[0]);
    }
  }
  alphabets_.push_back(std::move(alphabet));
  alphabet_ranges_.push_back(ranges);
  return static_cast<std::uint32_t>(alphabets_.size() - 1);
}

void Language::plan(Length& length) {
  const std::uint64_t ordinals = length.end - length.begin;
  const std::uint32_t n = length.length;
  // States on the way to a string of this length, position by position.
  std::vector<std::uint32_t> states{Automaton::kStart};
  length.independent = true;
  std::vector<uint128> least(n + 1);  // fewest strings that lead on from a state at that position
  for (std::uint32_t position = 0; position <= n; ++position) {
    const std::uint32_t left = n - position;
    least[position] = Automaton::kManyStrings;
    for (const std::uint32_t state : states)
      least[position] = std::min(least[position], automaton_->count(state, left));
    if (position == n) break;
    std::vector<std::uint32_t> next;
    std::vector<CodeRange> ranges;
    for (const std::uint32_t state : states) {
      for (const Automaton::Edge& edge : automaton_->edges(state)) {
        if (automaton_->count(edge.target, left - 1) == 0) continue;
        next.push_back(edge.target);
        ranges.insert(ranges.end(), edge.ranges.begin(), edge.ranges.end());
      }
    }
    std::sort(next.begin(), next.end());
    next.erase(std::unique(next.begin(), next.end()), next.end());
    length.independent = length.independent && next.size() == 1;
    if (length.independent) length.positions.push_back(alphabet_of(ranges));
    states = std::move(next);
  }
  for (std::uint32_t position = 0; position <= n; ++position) {
    if (least[position] >= ordinals) length.hashed = position;
  }
  if (!length.independent) {
    length.positions.clear();
    return;
  }
  std::size_t bytes = 0;
  for (const std::uint32_t position : length.positions) {
    std::uint32_t widest = 0;
    for (const Letter& letter : alphabets_[position].letters) widest = std::max(widest, letter.size);
    bytes += widest;
  }
  most_bytes_ = std::max(most_bytes_, bytes);
}

char* Language::write_letter(const Alphabet& alphabet, std::uint64_t digit, char* out) {
  if (alphabet.ascii) {
    *out = alphabet.bytes[digit];
    return out + 1;
  }
  const Letter& letter = alphabet.letters[digit];
  std::memcpy(out, letter.bytes, 4);
  return out + letter.size;
}

// The digits of the fraction index / ordinals in the mixed radix of the positions' sizes.  The fraction is rounded up
// to 128 bits, which is exact enough: its error, times the strings of the decided positions, stays below one string.
char* Language::write_independent(const Length& length, std::uint64_t index, char* out) const {
  std::uint32_t position = 0;
  if (length.hashed > 0) {
    Digits digits(index);
    for (; position < length.hashed; ++position) {
      const Alphabet& alphabet = alphabets_[length.positions[position]];
      out = write_letter(alphabet, digits.below(alphabet.letters.size()), out);
    }
  }
  const uint128 fraction = length.reciprocal * index;
  auto high = static_cast<std::uint64_t>(fraction >> 64);
  auto low = static_cast<std::uint64_t>(fraction);
  for (; position < length.length; ++position) {
    const Alphabet& alphabet = alphabets_[length.positions[position]];
    const std::uint64_t size = alphabet.letters.size();
    if (size == 1) {
      out = write_letter(alphabet, 0, out);
      continue;
    }
    const uint128 low_product = static_cast<uint128>(low) * size;
    const uint128 product = static_cast<uint128>(high) * size + (low_product >> 64);
    low = static_cast<std::uint64_t>(low_product);
    high = static_cast<std::uint64_t>(product);
    out = write_letter(alphabet, static_cast<std::uint64_t>(product >> 64), out);
  }
  return out;
}

char* Language::write_dependent(const Length& length, std::uint64_t index, char* out) const {
  std::uint32_t state = Automaton::kStart;
  std::uint32_t left = length.length;
  Digits digits(index);
  for (std::uint32_t position = 0; position < length.hashed; ++position) {
    --left;
    const auto& edges = automaton_->edges(state);
    double total = 0;
    for (const auto& edge : edges) total += static_cast<double>(automaton_->count(edge.target, left)) * edge.characters;
    double place = digits.unit() * total;
    std::size_t chosen = edges.size();
    for (std::size_t i = 0; i < edges.size(); ++i) {
      const double share = static_cast<double>(automaton_->count(edges[i].target, left)) * edges[i].characters;
      if (share == 0) continue;
      chosen = i;
      if (place < share) break;
      place -= share;
    }
    out = write_letter(alphabets_[edge_alphabets_[state][chosen]], digits.below(edges[chosen].characters), out);
    state = edges[chosen].target;
  }
  // The index spread over the strings that are left.
  const std::uint64_t ordinals = length.end - length.begin;
  const uint128 strings = automaton_->count(state, left);
  uint128 rank = strings >> 64 == 0 ? static_cast<uint128>(index) * strings / ordinals : strings / ordinals * index;
  while (left > 0) {
    --left;
    const auto& edges = automaton_->edges(state);
    for (std::size_t i = 0; i < edges.size(); ++i) {
      const uint128 below = automaton_->count(edges[i].target, left);
      if (below == 0) continue;
      const uint128 digit = rank / below;
      if (digit < edges[i].characters) {
        rank -= digit * below;
        out = write_letter(alphabets_[edge_alphabets_[state][i]], static_cast<std::uint64_t>(digit), out);
        state = edges[i].target;
        break;
      }
      rank -= below * edges[i].characters;
    }
  }
  return out;
}

char* Language::write(std::uint64_t ordinal, char* out) const {
  auto length = lengths_.begin();
  if (lengths_.size() > 8) {
    length = std::upper_bound(lengths_.begin(), lengths_.end(), ordinal,
                              [](std::uint64_t value, const Length& candidate) { return value < candidate.end; });
  } else {
    while (ordinal >= length->end) ++length;
  }
  const std::uint64_t index = ordinal - length->begin;
  return length->independent ? write_independent(*length, index, out) : write_dependent(*length, index, out);
}

}  // namespace datagen::generators
