#include <cstdint>
#include <random>
#include <string>

#include "tests/fuzz/escape_fuzz.hpp"
#include "tests/support/catch.hpp"

namespace {

constexpr std::uint64_t kSeed = 99;

std::string utf8(std::uint32_t code) {
  const auto byte = [](std::uint32_t value) { return static_cast<char>(value); };
  if (code < 0x80) return {byte(code)};
  if (code < 0x800) return {byte(0xc0 | code >> 6), byte(0x80 | (code & 63))};
  if (code < 0x10000) return {byte(0xe0 | code >> 12), byte(0x80 | (code >> 6 & 63)), byte(0x80 | (code & 63))};
  return {byte(0xf0 | code >> 18), byte(0x80 | (code >> 12 & 63)), byte(0x80 | (code >> 6 & 63)),
          byte(0x80 | (code & 63))};
}

}  // namespace

// Invariant: what is escaped reads back as it was, by a reader written from PostgreSQL's documentation; the fast paths
// give the scalar path's bytes; nothing beyond the promised room is written; only NUL is refused.
TEST_CASE("any text survives escaping, at every length and with every byte at every place") {
  for (int byte = 0; byte < 256; ++byte) {
    if (byte > 0x28 && byte % 16 != 12 && byte % 16 != 15) continue;  // the plain ones behave alike
    for (std::size_t size = 1; size < 35; ++size) {
      for (std::size_t place = 0; place < size; ++place) {
        std::string text(size, 'x');
        text[place] = static_cast<char>(byte);
        const std::string fault = datagen::fuzz::escape_fault(text);
        if (!fault.empty()) {
          CAPTURE(byte, size, place);
          FAIL(fault);
        }
      }
    }
  }
}

TEST_CASE("hostile text survives escaping") {
  std::mt19937_64 random(kSeed);
  const std::string pieces[] = {"\\",     "'",    "\"", "\\.",    "\\N",        "\\.\n",
                                "\n",     "\r\n", "\t", "\x7f",   "''",         "\\'",
                                "$$",     "--",   "/*", "\b\f\v", "plain text", std::string(1, '\x01'),
                                "\x1b[0m"};
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    const std::size_t parts = random() % 12;
    for (std::size_t i = 0; i < parts; ++i) {
      if (random() % 2 == 0) {
        text += pieces[random() % std::size(pieces)];
      } else {
        std::uint32_t code = 1 + static_cast<std::uint32_t>(random() % 0x10ffff);
        if (code >= 0xd800 && code < 0xe000) code = 0x1f600;
        text += utf8(code >> (random() % 2 == 0 ? 0 : 13));
      }
    }
    if (random() % 64 == 0) text += '\0';
    const std::string fault = datagen::fuzz::escape_fault(text);
    if (!fault.empty()) {
      CAPTURE(kSeed, round, text);
      FAIL(fault);
    }
  }
}
