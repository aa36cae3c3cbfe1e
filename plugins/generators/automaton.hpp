// The finite language of a regular expression as a deterministic automaton, so that each string is counted once however
// many ways the expression matches it.
//
// Thompson's construction, then the subset construction (Aho, Sethi, Ullman: "Compilers", section 3.7).  Strings are
// counted by length: count(state, length) strings of exactly that many characters lead from a state to acceptance.
#pragma once

#include <cstdint>
#include <vector>

#include "common.hpp"
#include "regex.hpp"

namespace datagen::generators {

class Automaton {
 public:
  /// A transition on any of these characters; the edges of a state are ordered and apart from one another.
  struct Edge {
    std::vector<CodeRange> ranges;
    std::uint32_t characters = 0;
    std::uint32_t target = 0;
  };

  /// Strings of more than `longest` characters are left out.  Throws DATAGEN_INVALID_OPTION when the expression is too
  /// complex (more than kMostStates states).
  Automaton(const RegexNode& expression, std::uint32_t longest);

  static constexpr std::uint32_t kStart = 0;
  static constexpr std::size_t kMostStates = 20'000;
  /// Counts saturate here.
  static constexpr uint128 kManyStrings = uint128{1} << 120;

  const std::vector<Edge>& edges(std::uint32_t state) const { return states_[state].edges; }
  /// The longest string, at most `longest`.
  std::uint32_t longest() const { return longest_; }
  uint128 count(std::uint32_t state, std::uint32_t length) const { return counts_[length][state]; }

 private:
  struct State {
    std::vector<Edge> edges;
    bool accepts = false;
  };
  void count_strings(std::uint32_t longest);

  std::vector<State> states_;
  std::vector<std::vector<uint128>> counts_;  // by length, then state
  std::uint32_t longest_ = 0;
};

}  // namespace datagen::generators
