// The fuzz target of scripts over fixed seeds: signs that open and close something, and any bytes.
#include <string>

#include "datagen/random.h"
#include "tests/fuzz/script_fuzz.hpp"
#include "tests/support/catch.hpp"

namespace datagen::fuzz {
namespace {

void check(const std::string& input) {
  check_script(reinterpret_cast<const std::uint8_t*>(input.data()), input.size());
}

std::string joined(std::uint64_t seed, const std::vector<std::string>& pieces, std::uint64_t most) {
  std::string input(1, static_cast<char>(datagen_mix(seed) % 7));
  for (std::uint64_t i = 0; i < 1 + datagen_mix(seed + 77) % most; ++i)
    input += pieces[datagen_mix(seed * 64 + i + 1) % pieces.size()];
  return input;
}

TEST_CASE("Scripts made of what opens and closes are read the same in any pieces") {
  const std::vector<std::string> pieces = {"'",
                                           "''",
                                           "E'",
                                           "\\'",
                                           "\\",
                                           "$$",
                                           "$a$",
                                           "$1",
                                           "a$",
                                           "\"",
                                           ";",
                                           ";\n",
                                           "--",
                                           "\n",
                                           "/*",
                                           "*/",
                                           "(",
                                           ")",
                                           " ",
                                           "a",
                                           "e",
                                           "1E'x'",
                                           "\r\n",
                                           "-",
                                           "/",
                                           "*",
                                           "é",
                                           "\\connect x\n",
                                           "U&'",
                                           "COPY t FROM stdin;\n",
                                           "COPY t FROM stdin; -- x\n",
                                           "1\t2\n",
                                           "\\.\n",
                                           "\\N",
                                           "x'0'",
                                           "SELECT 1;"};
  for (std::uint64_t seed = 0; seed < 20000; ++seed) {
    INFO("seed " << seed);
    check(joined(seed, pieces, 14));
  }
  SUCCEED("no abort");
}

TEST_CASE("Rows made of literals and their parts are read only if PostgreSQL reads them") {
  const std::vector<std::string> pieces = {
      "(",    ")",    ",",       "1", "'a'",      "'",       "E'\\n'", "E'",   "\\x41",    "\\u00e9", "\\",
      "NULL", "true", "DEFAULT", "-", "1.5",      ".",       "e5",     "b'1'", "x'f'",     " ",       "\n",
      "''",   "+",    "_",       "$", "(1, 'a')", "(NULL),", "\v",     "--",   "\xc3\xa9", "\\777"};
  for (std::uint64_t seed = 0; seed < 20000; ++seed) {
    INFO("seed " << seed);
    std::string input = joined(seed, pieces, 7);
    input.insert(1, "(");
    check(input + ")");
  }
  SUCCEED("no abort");
}

TEST_CASE("Any bytes are read the same in any pieces") {
  for (std::uint64_t seed = 0; seed < 20000; ++seed) {
    std::string input;
    for (std::uint64_t i = 0; i < 1 + seed % 24; ++i) input += static_cast<char>(datagen_mix(seed * 64 + i + 9) & 0xff);
    check(input);
  }
  SUCCEED("no abort");
}

}  // namespace
}  // namespace datagen::fuzz
