#include "tests/postgres/random_text.hpp"

#include <array>
#include <cstdint>
#include <string_view>

namespace datagen::test {
namespace {

using namespace std::string_view_literals;

constexpr std::array pieces = {
    "'"sv,       "''"sv,     "\""sv,     "\\"sv, "\\\\"sv, "\\N"sv,  "\\."sv,   "\n\\.\n"sv, "\t"sv,   "\n"sv,
    "\r"sv,      "\r\n"sv,   "\b"sv,     "\f"sv, "\v"sv,   "\x7f"sv, "\x01"sv,  "\x1b[0m"sv, "$$"sv,   "$a$"sv,
    ";"sv,       "--"sv,     "/*"sv,     "*/"sv, ":x"sv,   ":'x'"sv, ","sv,     "("sv,       ")"sv,    "{}"sv,
    "%s"sv,      "%"sv,      "NULL"sv,   "E'"sv, " "sv,    "  "sv,   "é"sv,     "ß"sv,       "日本"sv, "🦆"sv,
    "e\u0301"sv, "\u200f"sv, "\ufeff"sv, "A"sv,  "z"sv,    "0"sv,    "\\x41"sv, "\\101"sv,   "\\n"sv};

constexpr std::array keywords = {"select"sv, "table"sv, "user"sv, "Order"sv, "GROUP"sv, "null"sv, "Users"sv, "end"sv};

std::uint64_t below(std::mt19937_64& random, std::uint64_t n) { return random() % n; }

std::string utf8(std::uint32_t code) {
  std::string text;
  if (code < 0x80) {
    text.push_back(static_cast<char>(code));
    return text;
  }
  const int continuation = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
  const std::uint32_t lead = continuation == 1 ? 0xC0 : continuation == 2 ? 0xE0 : 0xF0;
  text.push_back(static_cast<char>(lead | (code >> (6 * continuation))));
  for (int i = continuation - 1; i >= 0; --i) text.push_back(static_cast<char>(0x80 | ((code >> (6 * i)) & 0x3F)));
  return text;
}

std::string random_character(std::mt19937_64& random) {
  const std::uint32_t plane = static_cast<std::uint32_t>(below(random, 17));
  std::uint32_t code = plane << 16 | static_cast<std::uint32_t>(below(random, 0x10000));
  if (code == 0 || (code >= 0xD800 && code < 0xE000)) code = 0x41;
  return utf8(code);
}

}  // namespace

std::string random_text(std::mt19937_64& random, std::size_t max_bytes) {
  const std::size_t target = below(random, max_bytes + 1);
  std::string text;
  for (;;) {
    std::string next;
    switch (below(random, 4)) {
      case 0:
        next = random_character(random);
        break;
      case 1:
        next = utf8(static_cast<std::uint32_t>(1 + below(random, 127)));
        break;
      default:
        next = pieces[below(random, pieces.size())];
    }
    if (text.size() + next.size() > target) return text;
    text += next;
  }
}

std::string random_name(std::mt19937_64& random) {
  if (below(random, 6) == 0) return std::string(keywords[below(random, keywords.size())]);
  std::string name = random_text(random, below(random, 3) == 0 ? 63 : 12);
  if (below(random, 8) == 0) name.resize(63, 'x');  // the longest that there is
  return name.empty() ? "\"" : name;
}

}  // namespace datagen::test
