#include "automaton.hpp"

#include <algorithm>
#include <map>

namespace datagen::generators {
namespace {

constexpr std::size_t kMostNfaStates = 200'000;
constexpr std::size_t kMostCounts = 4'000'000;

[[noreturn]] void refuse_complex() {
  refuse_option("pattern",
                "the pattern is too complex: its repeats multiply out to too many states; take smaller ones");
}

struct NfaState {
  std::vector<std::uint32_t> free;  // reached without a character
  const std::vector<CodeRange>* ranges = nullptr;
  std::uint32_t target = 0;
};

class Nfa {
 public:
  explicit Nfa(const RegexNode& expression) {
    const std::uint32_t start = add();
    accept = build(expression, start);
  }

  std::vector<NfaState> states;
  std::uint32_t accept = 0;

 private:
  std::uint32_t add() {
    if (states.size() >= kMostNfaStates) refuse_complex();
    states.emplace_back();
    return static_cast<std::uint32_t>(states.size() - 1);
  }

  // Adds what leads from `from` through the expression; returns the state behind it.
  std::uint32_t build(const RegexNode& node, std::uint32_t from) {
    switch (node.kind) {
      case RegexNode::Kind::kClass: {
        const std::uint32_t entry = add(), end = add();
        states[from].free.push_back(entry);
        states[entry].ranges = &node.ranges;
        states[entry].target = end;
        return end;
      }
      case RegexNode::Kind::kSequence: {
        for (const auto& child : node.children) from = build(*child, from);
        return from;
      }
      case RegexNode::Kind::kChoice: {
        std::vector<std::uint32_t> ends;
        for (const auto& child : node.children) {
          const std::uint32_t entry = add();
          states[from].free.push_back(entry);
          ends.push_back(build(*child, entry));
        }
        const std::uint32_t join = add();
        for (const std::uint32_t end : ends) states[end].free.push_back(join);
        return join;
      }
      default: {
        std::vector<std::uint32_t> exits;
        for (int i = 0; i < node.most; ++i) {
          if (i >= node.least) exits.push_back(from);
          const std::uint32_t entry = add();
          states[from].free.push_back(entry);
          from = build(*node.children.front(), entry);
        }
        const std::uint32_t join = add();
        states[from].free.push_back(join);
        for (const std::uint32_t exit : exits) states[exit].free.push_back(join);
        return join;
      }
    }
  }
};

using Subset = std::vector<std::uint32_t>;

// Only the states that matter (those with a transition, and acceptance) stay, so that equal subsets are found equal.
Subset closure(const Nfa& nfa, const Subset& seeds, std::vector<std::uint32_t>& seen, std::uint32_t mark) {
  Subset stack = seeds, result;
  for (const std::uint32_t state : seeds) seen[state] = mark;
  while (!stack.empty()) {
    const std::uint32_t state = stack.back();
    stack.pop_back();
    if (nfa.states[state].ranges != nullptr || state == nfa.accept) result.push_back(state);
    for (const std::uint32_t next : nfa.states[state].free) {
      if (seen[next] == mark) continue;
      seen[next] = mark;
      stack.push_back(next);
    }
  }
  std::sort(result.begin(), result.end());
  return result;
}

}  // namespace

Automaton::Automaton(const RegexNode& expression, std::uint32_t longest) {
  const Nfa nfa(expression);
  std::vector<std::uint32_t> seen(nfa.states.size(), 0);
  std::uint32_t mark = 0;
  std::map<Subset, std::uint32_t> known;
  std::vector<Subset> subsets;
  const auto state_of = [&](const Subset& seeds) {
    Subset subset = closure(nfa, seeds, seen, ++mark);
    const auto [place, is_new] = known.try_emplace(subset, static_cast<std::uint32_t>(subsets.size()));
    if (is_new) {
      if (subsets.size() >= kMostStates) refuse_complex();
      subsets.push_back(std::move(subset));
    }
    return place->second;
  };
  state_of({0});
  for (std::size_t i = 0; i < subsets.size(); ++i) {
    states_.emplace_back();
    const Subset subset = subsets[i];
    states_[i].accepts = std::binary_search(subset.begin(), subset.end(), nfa.accept);
    // Cut the characters where any class begins or ends; each piece leads to one subset.
    std::vector<char32_t> cuts;
    for (const std::uint32_t state : subset) {
      if (nfa.states[state].ranges == nullptr) continue;
      for (const CodeRange& range : *nfa.states[state].ranges) {
        cuts.push_back(range.low);
        cuts.push_back(range.high + 1);
      }
    }
    std::sort(cuts.begin(), cuts.end());
    cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
    std::map<std::uint32_t, std::size_t> edge_of;
    for (std::size_t k = 0; k + 1 < cuts.size(); ++k) {
      const CodeRange piece{cuts[k], cuts[k + 1] - 1};
      Subset targets;
      for (const std::uint32_t state : subset) {
        if (nfa.states[state].ranges == nullptr) continue;
        for (const CodeRange& range : *nfa.states[state].ranges) {
          if (range.low <= piece.low && piece.high <= range.high) targets.push_back(nfa.states[state].target);
        }
      }
      if (targets.empty()) continue;
      std::sort(targets.begin(), targets.end());
      targets.erase(std::unique(targets.begin(), targets.end()), targets.end());
      const std::uint32_t target = state_of(targets);
      const auto [place, is_new] = edge_of.try_emplace(target, states_[i].edges.size());
      if (is_new) states_[i].edges.push_back({{}, 0, target});
      Edge& edge = states_[i].edges[place->second];
      if (!edge.ranges.empty() && edge.ranges.back().high + 1 == piece.low) {
        edge.ranges.back().high = piece.high;
      } else {
        edge.ranges.push_back(piece);
      }
      edge.characters += piece.high - piece.low + 1;
    }
  }
  count_strings(longest);
}

void Automaton::count_strings(std::uint32_t longest) {
  counts_.emplace_back(states_.size());
  for (std::size_t s = 0; s < states_.size(); ++s) counts_[0][s] = states_[s].accepts ? 1 : 0;
  for (std::uint32_t length = 1; length <= longest; ++length) {
    if ((counts_.size() + 1) * states_.size() > kMostCounts) refuse_complex();
    std::vector<uint128> counts(states_.size());
    bool any = false;
    for (std::size_t s = 0; s < states_.size(); ++s) {
      for (const Edge& edge : states_[s].edges) {
        const uint128 below = counts_[length - 1][edge.target];
        // characters is at most 2^21, so the product of a saturated count needs the check first.
        const uint128 ways = below > kManyStrings / edge.characters ? kManyStrings : below * edge.characters;
        counts[s] = std::min(kManyStrings, counts[s] + ways);
      }
      any = any || counts[s] != 0;
    }
    if (!any) break;
    counts_.push_back(std::move(counts));
  }
  longest_ = static_cast<std::uint32_t>(counts_.size() - 1);
}

}  // namespace datagen::generators
