// libFuzzer entry: clang++ -std=c++20 -fsanitize=fuzzer,address -Isdk/include -I. -Iplugins/generators
//   tests/fuzz/pattern_fuzz.cpp plugins/generators/{regex,automaton,language}.cpp
#include "tests/fuzz/pattern_fuzz.hpp"

#include <cstdio>
#include <cstdlib>
#include <string>

#include "language.hpp"

namespace datagen::fuzz {
namespace {

void require(bool holds, const char* what, const std::string& pattern) {
  if (holds) return;
  std::fprintf(stderr, "%s: %s\n", what, pattern.c_str());
  std::abort();
}

}  // namespace

void check_pattern(const std::uint8_t* data, std::size_t size) {
  if (size == 0 || size > 64) return;
  const std::uint32_t longest = data[0] % 32 + 1u;
  const std::string pattern(reinterpret_cast<const char*>(data) + 1, size - 1);
  try {
    const generators::Language language(pattern, longest, 0);
    std::string buffer(language.most_bytes() + 64, '\0'), last;
    const std::uint64_t n = language.cardinality();
    require(n > 0, "an empty language", pattern);
    for (std::uint64_t i = 0; i < n && i < 64; ++i) {
      // From both ends by turns, so that neighbours are compared at either.
      const std::uint64_t ordinal = i < 32 ? i : n - 1 - (i - 32) % n;
      const std::string value(buffer.data(), language.write(ordinal, buffer.data()));
      require(generators::count_characters(value) <= longest, "a string that is too long", pattern);
      require(value.size() <= language.most_bytes(), "more bytes than announced", pattern);
      if (i != 0 && i != 32) require(value != last, "two ordinals of one string", pattern);
      last = value;
    }
  } catch (const sdk::PluginError& refusal) {
    require(refusal.status() == DATAGEN_INVALID_OPTION && !refusal.message().empty(), "a refusal without a reason",
            pattern);
  }
}

}  // namespace datagen::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  datagen::fuzz::check_pattern(data, size);
  return 0;
}
