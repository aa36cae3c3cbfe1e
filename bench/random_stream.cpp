// The random numbers that datasets are made of, as 64-bit words in this machine's byte order on standard output, for
// the batteries of scripts/check-randomness.
// usage: random_stream rows|columns|draws|interleaved SEED [WORDS]      (without WORDS: until the reader goes away)
#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "datagen/random.h"
#include "program/keys.hpp"

namespace {

constexpr std::size_t kWordsPerWrite = 8'192;
constexpr std::uint64_t kInterleavedColumns = 16;

datagen_key column_key(std::uint64_t seed, std::uint64_t column) {
  return datagen::derive_key(seed, "table", "column_" + std::to_string(column), "draw");
}

// Word number i of a stream.
using Stream = std::function<std::uint64_t(std::uint64_t i)>;

std::optional<Stream> find_stream(std::string_view name, std::uint64_t seed) {
  const datagen_key key = column_key(seed, 0);
  if (name == "rows") return [key](std::uint64_t i) { return datagen_random_at(key, i); };
  if (name == "columns") return [seed](std::uint64_t i) { return datagen_random_at(column_key(seed, i), 0); };
  if (name == "draws") return [key](std::uint64_t i) { return datagen_random(key, 0, i); };
  if (name == "interleaved") {
    std::array<datagen_key, kInterleavedColumns> keys;
    for (std::uint64_t column = 0; column < keys.size(); ++column) keys[column] = column_key(seed, column);
    return [keys](std::uint64_t i) { return datagen_random_at(keys[i % keys.size()], i / keys.size()); };
  }
  return std::nullopt;
}

bool read_number(std::string_view text, std::uint64_t& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size();
}

}  // namespace

int main(int argc, char** argv) {
  std::uint64_t seed = 0, words = UINT64_MAX;
  std::optional<Stream> stream;
  if ((argc == 3 || argc == 4) && read_number(argv[2], seed) && (argc == 3 || read_number(argv[3], words)))
    stream = find_stream(argv[1], seed);
  if (!stream) {
    std::fputs("usage: random_stream rows|columns|draws|interleaved SEED [WORDS]\n", stderr);
    return 1;
  }
  std::vector<std::uint64_t> block(kWordsPerWrite);
  for (std::uint64_t done = 0; done < words;) {
    const std::size_t n = static_cast<std::size_t>(std::min<std::uint64_t>(block.size(), words - done));
    for (std::size_t i = 0; i < n; ++i) block[i] = (*stream)(done + i);
    if (std::fwrite(block.data(), sizeof block[0], n, stdout) != n || std::fflush(stdout) != 0) {
      if (errno == EPIPE) return 0;
      std::fprintf(stderr, "random_stream: cannot write: %s\n", std::strerror(errno));
      return 1;
    }
    done += n;
  }
}
