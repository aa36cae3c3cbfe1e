// The strings of a regular expression, numbered.
//
// Up to 2^32 strings: each has its ordinal.  Of more, a part is numbered: lengths that have enough strings get equally
// many ordinals, so that [a-z]{5,15} gives words of all lengths and not almost only of 15 letters; the part holds at
// least 2^32 strings and at least four times as many as are needed, and all of the strings if there is one length and
// at most 2^62 of them.  Distinct ordinals always give distinct strings.
#pragma once

#include <memory>
#include <vector>

#include "automaton.hpp"

namespace datagen::generators {

class Language {
 public:
  /// Strings of at most `longest` characters.  Throws DATAGEN_INVALID_OPTION if there is none.
  Language(std::string_view pattern, std::uint32_t longest, std::uint64_t needed);

  std::uint64_t cardinality() const { return lengths_.back().end; }
  /// Bytes of the longest string.
  std::size_t most_bytes() const { return most_bytes_; }
  /// Writes string number `ordinal`, below cardinality(); returns its end.  May write 4 bytes beyond most_bytes().
  char* write(std::uint64_t ordinal, char* out) const;

 private:
  struct Letter {
    char bytes[4];
    std::uint32_t size;
  };
  // The characters of one class; ascii when each is a byte.
  struct Alphabet {
    std::vector<Letter> letters;
    std::vector<char> bytes;
    bool ascii = true;
  };
  // The strings of one length.  When each position's characters do not depend on the others, they are listed.
  struct Length {
    std::uint32_t length = 0;
    std::uint32_t hashed = 0;  // leading positions that a hash of the ordinal decides
    std::uint64_t begin = 0;   // first ordinal
    std::uint64_t end = 0;
    uint128 reciprocal = 0;  // ceil(2^128 / ordinals)
    bool independent = false;
    std::vector<std::uint32_t> positions;  // index into alphabets_, of independent positions
  };

  std::uint32_t alphabet_of(const std::vector<CodeRange>& ranges);
  void allot(std::uint64_t needed);
  void plan(Length& length);
  char* write_independent(const Length& length, std::uint64_t index, char* out) const;
  char* write_dependent(const Length& length, std::uint64_t index, char* out) const;
  static char* write_letter(const Alphabet& alphabet, std::uint64_t digit, char* out);

  std::unique_ptr<Automaton> automaton_;
  std::vector<Alphabet> alphabets_;
  std::vector<std::vector<CodeRange>> alphabet_ranges_;
  std::vector<std::vector<std::uint32_t>> edge_alphabets_;  // by state and edge; filled for dependent lengths
  std::vector<Length> lengths_;
  std::size_t most_bytes_ = 0;
};

}  // namespace datagen::generators
