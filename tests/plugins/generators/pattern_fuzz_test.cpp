// The fuzz target of patterns over fixed seeds: signs of the pattern language, and any bytes.
#include <string>

#include "datagen/random.h"
#include "tests/fuzz/pattern_fuzz.hpp"
#include "tests/support/catch.hpp"

namespace datagen::fuzz {
namespace {

TEST_CASE("patterns made of pieces of the language are refused or numbered") {
  static constexpr const char* kPieces[] = {"a", "b",      "[a-c]", "(",    ")",  "|",     "?",    "*",
                                            "+", "{2}",    "{1,3}", "{2,}", ".",  "\\d",   "[^x]", "é",
                                            "-", "(ab|a)", "[",     "]",    "\\", "x{0,9}"};
  for (std::uint64_t seed = 0; seed < 3000; ++seed) {
    std::string input(1, static_cast<char>(datagen_mix(seed) % 12));
    for (std::uint64_t i = 0; i < 2 + seed % 7; ++i) {
      input += kPieces[datagen_mix(seed * 64 + i + 1) % (sizeof kPieces / sizeof *kPieces)];
    }
    INFO("seed " << seed);
    check_pattern(reinterpret_cast<const std::uint8_t*>(input.data()), input.size());
  }
  SUCCEED("no abort");
}

TEST_CASE("any bytes as a pattern are refused or numbered") {
  for (std::uint64_t seed = 0; seed < 5000; ++seed) {
    std::string input;
    for (std::uint64_t i = 0; i < 1 + seed % 12; ++i) input += static_cast<char>(datagen_mix(seed * 64 + i + 9) & 0xff);
    check_pattern(reinterpret_cast<const std::uint8_t*>(input.data()), input.size());
  }
  SUCCEED("no abort");
}

}  // namespace
}  // namespace datagen::fuzz
