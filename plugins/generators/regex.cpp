#include "regex.hpp"

#include <algorithm>

#include "common.hpp"

namespace datagen::generators {
namespace {

using Node = std::unique_ptr<RegexNode>;
using Ranges = std::vector<CodeRange>;

constexpr int kDeepest = 100;
constexpr CodeRange kPrintable{0x20, 0x7e};

Node make_node(RegexNode::Kind kind) {
  auto node = std::make_unique<RegexNode>();
  node->kind = kind;
  return node;
}

Ranges merged(Ranges ranges) {
  std::sort(ranges.begin(), ranges.end(), [](const CodeRange& a, const CodeRange& b) { return a.low < b.low; });
  Ranges result;
  for (const CodeRange& range : ranges) {
    if (!result.empty() && range.low <= result.back().high + 1) {
      result.back().high = std::max(result.back().high, range.high);
    } else {
      result.push_back(range);
    }
  }
  return result;
}

Ranges printable_without(const Ranges& ranges) {
  Ranges result;
  char32_t next = kPrintable.low;
  for (const CodeRange& range : merged(ranges)) {
    if (range.low > kPrintable.high) break;
    if (range.low > next) result.push_back({next, range.low - 1});
    next = std::max(next, static_cast<char32_t>(range.high + 1));
  }
  if (next <= kPrintable.high) result.push_back({next, kPrintable.high});
  return result;
}

class Parser {
 public:
  explicit Parser(std::string_view pattern) { decode(pattern); }

  Node parse() {
    if (next_is('^')) ++place_;
    if (!text_.empty() && text_.back() == '$' && !(text_.size() > 1 && text_[text_.size() - 2] == '\\')) {
      text_.pop_back();
    }
    Node result = parse_choice(0);
    if (place_ < text_.size()) fail("a ')' without its '('");
    return result;
  }

 private:
  [[noreturn]] void fail(const std::string& what) const {
    refuse_option("pattern", what + " at character " + std::to_string(place_ + 1) + " of the pattern");
  }

  void decode(std::string_view pattern) {
    for (std::size_t i = 0; i < pattern.size();) {
      const auto lead = static_cast<unsigned char>(pattern[i]);
      const int extra = lead < 0x80 ? 0 : (lead & 0xe0) == 0xc0 ? 1 : (lead & 0xf0) == 0xe0 ? 2 : 3;
      char32_t code = extra == 0 ? lead : extra == 1 ? lead & 0x1fu : extra == 2 ? lead & 0x0fu : lead & 0x07u;
      if (extra > 0 && (lead < 0xc2 || lead > 0xf4)) refuse_option("pattern", "the pattern is not UTF-8");
      if (i + static_cast<std::size_t>(extra) >= pattern.size()) refuse_option("pattern", "the pattern is not UTF-8");
      for (int k = 1; k <= extra; ++k) {
        const auto next = static_cast<unsigned char>(pattern[i + static_cast<std::size_t>(k)]);
        if ((next & 0xc0) != 0x80) refuse_option("pattern", "the pattern is not UTF-8");
        code = code << 6 | (next & 0x3fu);
      }
      constexpr char32_t kLeast[] = {0, 0x80, 0x800, 0x10000};
      if (code == 0 || code < kLeast[extra] || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) {
        refuse_option("pattern", "the pattern is not UTF-8");
      }
      text_.push_back(code);
      i += static_cast<std::size_t>(extra) + 1;
    }
  }

  bool next_is(char c) const { return place_ < text_.size() && text_[place_] == static_cast<char32_t>(c); }
  bool take(char c) {
    if (!next_is(c)) return false;
    ++place_;
    return true;
  }

  Node parse_choice(int depth) {
    if (depth > kDeepest) fail("groups nested more than 100 deep");
    Node choice = make_node(RegexNode::Kind::kChoice);
    do {
      choice->children.push_back(parse_sequence(depth));
    } while (take('|'));
    if (choice->children.size() == 1) return std::move(choice->children.front());
    return choice;
  }

  Node parse_sequence(int depth) {
    Node sequence = make_node(RegexNode::Kind::kSequence);
    while (place_ < text_.size() && !next_is('|') && !next_is(')')) {
      sequence->children.push_back(parse_repeats(parse_atom(depth)));
    }
    return sequence;
  }

  Node parse_repeats(Node atom) {
    int repeats = 0;
    while (place_ < text_.size()) {
      int least = 0, most = 0;
      if (take('?')) {
        most = 1;
      } else if (take('*')) {
        most = kOpenRepeat;
      } else if (take('+')) {
        least = 1;
        most = kOpenRepeat;
      } else if (next_is('{')) {
        ++place_;
        least = most = parse_count();
        if (take(',')) most = next_is('}') ? least + kOpenRepeat : parse_count();
        if (!take('}')) fail("a '{' without its '}'");
        if (least > most) fail("a repeat whose first number exceeds its second");
      } else {
        break;
      }
      if (++repeats > 1) fail("two repeats in a row; put the first in a group");
      Node repeat = make_node(RegexNode::Kind::kRepeat);
      repeat->least = least;
      repeat->most = most;
      repeat->children.push_back(std::move(atom));
      atom = std::move(repeat);
    }
    return atom;
  }

  int parse_count() {
    int value = -1;
    while (place_ < text_.size() && text_[place_] >= U'0' && text_[place_] <= U'9') {
      value = std::max(value, 0) * 10 + static_cast<int>(text_[place_++] - U'0');
      if (value > kLargestRepeat) fail("a repeat of more than 1000");
    }
    if (value < 0) fail("a number is missing in the repeat");
    return value;
  }

  Node parse_atom(int depth) {
    if (take('(')) {
      if (take('?') && !take(':')) fail("look-around and named groups are not supported, only (?:...),");
      Node group = parse_choice(depth + 1);
      if (!take(')')) fail("a '(' without its ')'");
      return group;
    }
    Node atom = make_node(RegexNode::Kind::kClass);
    if (take('[')) {
      atom->ranges = parse_class();
    } else if (take('.')) {
      atom->ranges = {kPrintable};
    } else if (take('\\')) {
      atom->ranges = parse_escape();
    } else if (next_is('*') || next_is('+') || next_is('?') || next_is('{')) {
      fail("nothing to repeat");
    } else if (next_is('^') || next_is('$')) {
      fail("an anchor inside the pattern (write \\^ or \\$ for the sign itself)");
    } else {
      atom->ranges = {{text_[place_], text_[place_]}};
      ++place_;
    }
    return atom;
  }

  Ranges parse_escape() {
    if (place_ >= text_.size()) fail("a '\\' with nothing after it");
    const char32_t code = text_[place_++];
    const Ranges digits{{U'0', U'9'}}, words{{U'0', U'9'}, {U'A', U'Z'}, {U'_', U'_'}, {U'a', U'z'}},
        blank{{U' ', U' '}};
    switch (code) {
      case U'd':
        return digits;
      case U'D':
        return printable_without(digits);
      case U'w':
        return words;
      case U'W':
        return printable_without(words);
      case U's':
        return blank;
      case U'S':
        return printable_without(blank);
      case U't':
        return {{U'\t', U'\t'}};
      case U'n':
        return {{U'\n', U'\n'}};
      case U'r':
        return {{U'\r', U'\r'}};
      default:
        break;
    }
    if ((code >= U'0' && code <= U'9') || (code >= U'a' && code <= U'z') || (code >= U'A' && code <= U'Z')) {
      --place_;
      fail("back-references, \\b and the like are not supported,");
    }
    return {{code, code}};
  }

  Ranges parse_class() {
    const bool negated = take('^');
    Ranges ranges;
    bool first = true;
    while (!next_is(']') || first) {
      if (place_ >= text_.size()) fail("a '[' without its ']'");
      first = false;
      Ranges part = parse_member();
      const bool single = part.size() == 1 && part[0].low == part[0].high;
      if (single && next_is('-') && place_ + 1 < text_.size() && text_[place_ + 1] != U']') {
        ++place_;
        const Ranges end = parse_member();
        if (end.size() != 1 || end[0].low != end[0].high) fail("a range that ends in a class");
        if (end[0].low < part[0].low) fail("a range whose end is before its start");
        part[0].high = end[0].high;
      }
      ranges.insert(ranges.end(), part.begin(), part.end());
    }
    ++place_;
    ranges = negated ? printable_without(ranges) : merged(ranges);
    // The surrogates are no characters.
    Ranges result;
    for (const CodeRange& range : ranges) {
      if (range.high < 0xd800 || range.low > 0xdfff) {
        result.push_back(range);
        continue;
      }
      if (range.low < 0xd800) result.push_back({range.low, 0xd7ff});
      if (range.high > 0xdfff) result.push_back({0xe000, range.high});
    }
    if (result.empty()) fail("a class without a character");
    return result;
  }

  Ranges parse_member() {
    if (place_ >= text_.size()) fail("a '[' without its ']'");
    if (next_is('[') && place_ + 1 < text_.size() && text_[place_ + 1] == U':') return parse_posix();
    if (take('\\')) return parse_escape();
    const char32_t code = text_[place_++];
    return {{code, code}};
  }

  Ranges parse_posix() {
    static const struct {
      std::u32string_view name;
      Ranges ranges;
    } kClasses[] = {{U"[:digit:]", {{U'0', U'9'}}},
                    {U"[:alpha:]", {{U'A', U'Z'}, {U'a', U'z'}}},
                    {U"[:alnum:]", {{U'0', U'9'}, {U'A', U'Z'}, {U'a', U'z'}}},
                    {U"[:upper:]", {{U'A', U'Z'}}},
                    {U"[:lower:]", {{U'a', U'z'}}},
                    {U"[:xdigit:]", {{U'0', U'9'}, {U'A', U'F'}, {U'a', U'f'}}}};
    const std::u32string_view rest(text_.data() + place_, text_.size() - place_);
    for (const auto& known : kClasses) {
      if (rest.substr(0, known.name.size()) == known.name) {
        place_ += known.name.size();
        return known.ranges;
      }
    }
    fail("an unknown class name");
  }

  std::u32string text_;
  std::size_t place_ = 0;
};

}  // namespace

std::unique_ptr<RegexNode> parse_regex(std::string_view pattern) { return Parser(pattern).parse(); }

}  // namespace datagen::generators
