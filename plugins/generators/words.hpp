// Word lists made ready for the inner loop, and texts composed of words.
#pragma once

#include <cstring>
#include <string>
#include <vector>

#include "common.hpp"

namespace datagen::generators {

/// The entries of a list parted by `separator`, without blanks and line ends around them, each once.
std::vector<std::string> split_list(std::string_view list, char separator = ',');

/// Those that fit the target's max_characters.
std::vector<std::string> fitting(const datagen_target& target, std::vector<std::string> words);

/// Words in one block, padded so that copying may read beyond a word.
class WordTable {
 public:
  WordTable() = default;
  explicit WordTable(const std::vector<std::string>& words);

  std::size_t size() const noexcept { return offsets_.size() - 1; }
  std::size_t longest() const noexcept { return longest_; }  // bytes
  std::string_view operator[](std::size_t i) const noexcept {
    return {pool_.data() + offsets_[i], offsets_[i + 1] - offsets_[i]};
  }
  /// Copies word i; returns its end.  Writes up to 32 bytes beyond.
  char* copy(std::size_t i, char* out) const noexcept {
    const char* const from = pool_.data() + offsets_[i];
    const std::size_t size = offsets_[i + 1] - offsets_[i];
    std::memcpy(out, from, 32);
    if (size > 32) [[unlikely]]
      std::memcpy(out + 32, from + 32, size - 32);
    return out + size;
  }

 private:
  std::vector<char> pool_;
  std::vector<std::uint32_t> offsets_{0};
  std::size_t longest_ = 0;
};

/// A phrase: one word of each part with what stands before it, then perhaps a number.
struct PhrasePart {
  std::string before;  // "", " ", "."
  std::vector<std::string> words;
};

/// Every combination of the parts' words, numbered by mixed radix.  Words too long for the target are left out.  When
/// the target needs more distinct values than there are combinations, number_before and a number follow ("Oak Chair
/// 17"). Injective when the parts are told apart by what stands before them.
class PhraseSet final : public Generator {
 public:
  /// after ends each value ("@example.com").  Throws DATAGEN_UNSUPPORTED when nothing fits the target.
  PhraseSet(const datagen_target& target, std::vector<PhrasePart> parts, std::string number_before = " ",
            std::string after = {});

  GeneratorInfo info() const override;
  void values(const datagen_call& call, Ordinals ordinals, datagen_column& out) const override;

 private:
  // Words with what stands before them (and, of the last part, after them).
  struct Part {
    WordTable words;
    std::uint64_t reciprocal;  // 2^64 / size, rounded up
  };
  template <bool kExact>
  void write(Ordinals ordinals, sdk::TextColumn& column) const;

  std::vector<Part> parts_;
  std::string number_before_;
  std::string after_;
  std::uint64_t combinations_ = 1;
  std::uint64_t numbers_ = 1;  // 1: no number follows
  std::size_t longest_ = 0;
  bool injective_ = true;
  bool exact_ = true;  // multiplication by the reciprocals divides all ordinals exactly
};

/// A dictionary of the list's words that fit the target.
std::unique_ptr<Generator> make_dictionary(const datagen_target& target, std::vector<std::string> words,
                                           std::vector<double> weights = {});

}  // namespace datagen::generators
