// Good descriptions, damaged at random.  See tests/fuzz/description_fuzz.hpp for what must hold of each.
#include <array>
#include <random>
#include <string>

#include "datagen/core/description.hpp"
#include "tests/core/description/samples.hpp"
#include "tests/fuzz/description_fuzz.hpp"
#include "tests/support/catch.hpp"

using namespace datagen;
using namespace datagen::test;

namespace {

constexpr std::array<const char*, 40> pieces = {
    "{",    "}",    "[",    "]",  ":",           ",",       "\"",      "'",        "\n",      "- ",
    "  ",   "null", "true", "-1", "1e99",        "0x1",     "\\u0000", "\\",       "&a ",     "*a",
    "<<: ", "# ",   "= ",   "[[", "'''",         "\"\"\"",  "serial",  "text[]",   "\xff",    "\xc3\xa9",
    "\t",   "(",    ")",    "--", "primary_key", "columns", "users",   "users.id", "CASCADE", ";"};

std::string damage(std::string text, std::mt19937_64& random) {
  for (std::size_t n = 1 + random() % 3; n > 0; --n) {
    const std::size_t at = random() % (text.size() + 1);
    switch (random() % 4) {
      case 0:
        text.insert(at, pieces[random() % pieces.size()]);
        break;
      case 1:
        text.erase(at, 1 + random() % 12);
        break;
      case 2:
        text.insert(at, text.substr(random() % (text.size() + 1), random() % 40));
        break;
      default:
        if (at < text.size()) text[at] = static_cast<char>(random());
    }
  }
  return text;
}

}  // namespace

TEST_CASE("damaged descriptions end in a description or in faults with places") {
  for (const char* sample : {sample_json, sample_toml, sample_yaml}) {
    for (std::uint64_t seed = 1; seed <= 700; ++seed) {
      std::mt19937_64 random(seed);
      check_any_document(damage(sample, random));
    }
  }
  SUCCEED();
}

TEST_CASE("hostile nesting ends in a fault, in every form") {
  for (const char* piece : {"[",    "{",       "{\"a\":", "- ",   "? ",      ": ",   "a.", "[[",
                            "[a.",  "a = [",   "x={a=",   "((",   "&a [*a,", "\"",   "'",  "-",
                            "- - ", "!!map {", "|\n",     "# \n", "*a ",     "<<: {"}) {
    for (const std::size_t count : {199U, 201U, 20000U}) {
      std::string text;
      for (std::size_t i = 0; i < count; ++i) text += piece;
      check_any_document(text);
      check_any_document("x = " + text);
    }
  }
  SUCCEED();
}
