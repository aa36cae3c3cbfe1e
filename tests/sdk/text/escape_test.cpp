#include <memory>
#include <random>
#include <string>
#include <string_view>

#include "datagen/postgres/copy_dialect.hpp"
#include "datagen/postgres/sql_dialect.hpp"
#include "datagen/text/base64.hpp"
#include "datagen/text/dictionary.hpp"
#include "tests/support/catch.hpp"

namespace {

using namespace datagen;

template <class Rule>
std::string escaped(std::string_view text) {
  std::string out(text.size() * 2 + 64, '\0');
  const char* end = text::escape(Rule{}, out.data(), text.data(), text.size(), text.data() + text.size());
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

// Invariant: text is copied where no byte of it is special, and refused where one is, wherever that stands and whatever
// follows the text in its buffer.
TEST_CASE("plain text is told from text that has to be escaped") {
  std::mt19937_64 random(7);
  for (int round = 0; round < 20'000; ++round) {
    const std::size_t size = random() % 100, after = random() % 50;
    const auto buffer =
        std::make_unique<char[]>(size + after);  // no byte more, so that the sanitizer sees reads beyond
    for (std::size_t i = 0; i < size + after; ++i) buffer[i] = random() % 60 == 0 ? '\'' : 'x';
    const std::string_view text(buffer.get(), size);
    std::string out(size + 64, '-');
    const char* const end =
        text::copy_plain(postgres::SqlRule{}, out.data(), text.data(), size, buffer.get() + size + after);
    CAPTURE(round, size, after);
    REQUIRE((end == nullptr) == (text.find('\'') != std::string_view::npos));
    if (end == nullptr) continue;
    REQUIRE(end == out.data() + size);
    REQUIRE(out.substr(0, size) == text);
  }
}

TEST_CASE("base64 is that of RFC 4648") {
  const auto base64 = [](std::string_view bytes) {
    char out[64];
    return std::string(out, text::write_base64(out, reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()));
  };
  CHECK(base64("").empty());
  CHECK(base64("f") == "Zg==");
  CHECK(base64("fo") == "Zm8=");
  CHECK(base64("foo") == "Zm9v");
  CHECK(base64("foob") == "Zm9vYg==");
  CHECK(base64("foobar") == "Zm9vYmFy");
  CHECK(base64("\xff\xfe\xfb") == "//77");
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
