#include <string>
#include <string_view>

#include "datagen/postgres/copy_dialect.hpp"
#include "datagen/postgres/sql_dialect.hpp"
#include "datagen/text/dictionary.hpp"
#include "tests/support/catch.hpp"

namespace {

using namespace datagen;

template <class Rule>
std::string escaped(std::string_view text) {
  std::string out(text.size() * 2 + 64, '\0');
  const char* end = text::escape<Rule>(out.data(), text.data(), text.size(), text.data() + text.size());
  out.resize(static_cast<std::size_t>(end - out.data()));
  return out;
}

}  // namespace

TEST_CASE("COPY escapes what has a meaning in its text format, and nothing else") {
  CHECK(escaped<postgres::CopyRule>("a\tb\nc\rd\\e") == "a\\tb\\nc\\rd\\\\e");
  CHECK(escaped<postgres::CopyRule>("\b\f\v") == "\\b\\f\\v");
  CHECK(escaped<postgres::CopyRule>("\\N") == "\\\\N");
  CHECK(escaped<postgres::CopyRule>("\\.") == "\\\\.");
  CHECK(escaped<postgres::CopyRule>("it's \"quoted\" \x01\x7f \xc3\xa9") == "it's \"quoted\" \x01\x7f \xc3\xa9");
}

TEST_CASE("SQL literals double quotes, and nothing else") {
  CHECK(escaped<postgres::SqlRule>("it's") == "it''s");
  CHECK(escaped<postgres::SqlRule>("'") == "''");
  CHECK(escaped<postgres::SqlRule>("a\\b\nc\t\"") == "a\\b\nc\t\"");
}

// Invariant: entry i is written as it was added, whatever its length, and the length is right.
TEST_CASE("dictionaries give back every entry, short and long") {
  text::EncodedDictionary dictionary;
  for (std::size_t size = 0; size < 100; ++size) dictionary.add(std::string(size, static_cast<char>('0' + size % 75)));
  CHECK(dictionary.size() == 100);
  CHECK(dictionary.max_size() == 99);
  for (std::size_t size = 0; size < 100; ++size) {
    char out[200];
    char* end = dictionary.write(out, static_cast<std::int32_t>(size));
    CHECK(std::string(out, end) == std::string(size, static_cast<char>('0' + size % 75)));
  }
}
