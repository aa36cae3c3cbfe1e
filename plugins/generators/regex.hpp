// Regular expressions without look-around and back-references, as a tree.
//
//   expression  alternatives parted by '|'        atom   a literal, [class], [^class], ., (group), (?:group)
//   repeat      ? * + {n} {m,n} {m,} after an atom       \d \D \w \W \s \S \t \n \r, \ before any other sign
//
// ^ at the beginning and $ at the end are allowed and mean nothing, since values are whole matches.  Open repeats are
// bounded at kOpenRepeat more than their least number (at least kOpenRepeat).  Negated classes and '.' stand for
// printable ASCII.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace datagen::generators {

inline constexpr int kOpenRepeat = 8;
inline constexpr int kLargestRepeat = 1000;

/// Code points, inclusive.
struct CodeRange {
  char32_t low;
  char32_t high;
  bool operator==(const CodeRange&) const = default;
};

struct RegexNode {
  enum class Kind { kClass, kSequence, kChoice, kRepeat };
  Kind kind;
  std::vector<CodeRange> ranges;                     // kClass: sorted, apart from one another
  std::vector<std::unique_ptr<RegexNode>> children;  // kSequence, kChoice; one of kRepeat
  int least = 0;                                     // kRepeat
  int most = 0;
};

/// Throws PluginError DATAGEN_INVALID_OPTION (subject "pattern") that names the place, counted in characters from 1.
std::unique_ptr<RegexNode> parse_regex(std::string_view pattern);

}  // namespace datagen::generators
