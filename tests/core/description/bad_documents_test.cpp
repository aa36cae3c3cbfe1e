#include "tests/core/description/marked.hpp"
#include "tests/support/catch.hpp"

using namespace datagen;
using namespace datagen::test;

namespace {

void require_fault(const Marked& bad, DocumentFormat format) {
  const Unmarked plain = unmark(bad.text);
  INFO(bad.text);
  try {
    static_cast<void>(parse_document(plain.text, "shop", format));
    FAIL("no fault");
  } catch (const Error& error) {
    INFO(error.what());
    CHECK(error.code() == ErrorCode::description);
    CHECK(std::string(error.what()).substr(0, plain.place.size()) == plain.place);
    CHECK(std::string(error.what()).find(bad.message) != std::string::npos);
  }
}

std::string repeated(const std::string& piece, std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += piece;
  return text;
}

}  // namespace

TEST_CASE("each fault of JSON is shown where it is") {
  const Marked cases[] = {
      {" \n", "the document is empty"},
      {"{\"a\": 1,@@, \"b\": 2}", "a ',' too many"},
      {"{\"a\": 1\n @@// x\n}", "JSON has no comments"},
      {"{@@# x\n}", "JSON has no comments"},
      {"{\"a\": 1,\n \"b\": @@tru}", "'tru' is no value of JSON"},
      {"{\"a\": 1,\n  @@\"a\": 2}", "it stands at shop:1:2 already"},
      {"{\"x\": {\"a\": 1}, \"y\": {\"a\": 1, \"é\": 2, @@\"a\": 3}}", "key 'a' is written twice"},
      {"{\"a\": @@\"x\n\"}", "the quote is not closed in its line"},
      {"{\"a\": \"x@@\\q\"}", "'\\q' is no escape of JSON"},
      {"{\"a\": @@1e999}", "the number is too large"},
      {"{\"a\": 1@@", "the text ends too early"},
      {"{@@'a': 1}", "double quotes"},
      {"{\"a\": [1, 2,@@]}", "a ',' too many before this"},
      {"{\"a\": 1} @@x", "goes on behind its end"},
      {"{\"a\": 1} @@{}", "goes on behind its end"},
      {"{\"a\": @@NaN}", "'NaN' is no value of JSON"},
      {"{\"ab\xC3\xA9\": \"@@\xC3(\"}", "byte 0xC3 is not UTF-8"},
      {"@@\xFF", "byte 0xFF is not UTF-8"},
      {"{\"a\": \"@@\xED\xA0\x80\"}", "not UTF-8"},
      {"{\"a\": @@\"x\\u0000\"}", "U+0000"},
      {"{\"a\": 1 @@\"b\": 2}", "a ',' is missing before this"},
  };
  for (const Marked& bad : cases) require_fault(bad, DocumentFormat::json);
}

TEST_CASE("each fault of TOML is shown where it is") {
  const Marked cases[] = {
      {"a = \"é\" @@é", "not TOML"},
      {"a = 1\n@@a = 2", "key 'a' is written twice"},
      {"a = @@inf", "not a finite number"},
      {"x = [1, @@-nan]", "not a finite number"},
      {"a = \"@@\x01\"", "control character U+0001"},
      {"a = @@\"\\u0000\"", "U+0000"},
  };
  for (const Marked& bad : cases) require_fault(bad, DocumentFormat::toml);
}

TEST_CASE("each fault of YAML is shown where it is") {
  const Marked cases[] = {
      {"# nothing\n", "the document is empty"},
      {"a: 1\n@@a: 2", "it stands at shop:1:1 already"},
      {"a: {b: 1, \"é\": 2, @@b: 3}", "key 'b' is written twice"},
      {"a: 1\n---\nb: 2", "more than one document"},
      {"a: @@.inf", "not a finite number"},
      {"a: @@1e999", "too large"},
      {"a: @@.NaN", "not a finite number"},
      {"? @@[x]\n: 1", "a key must be plain text"},
      {"a: @@*b", "no anchor for the alias '*b'"},
      {"a: &b [@@*b]", "inside what it names"},
      {"a: @@!!binary aGk=", "does not suit"},
      {"a: @@!!int x", "does not suit"},
      {"a:\n  @@<<: 3", "takes a map"},
      {"a: [1\nb: 2", "not YAML"},
      {"a: @@\"\\0\"", "U+0000"},
  };
  for (const Marked& bad : cases) {
    if (std::string(bad.message) == "not YAML") {
      CHECK_THROWS_AS(parse_document(bad.text, "shop", DocumentFormat::yaml), Error);
    } else {
      require_fault(bad, DocumentFormat::yaml);
    }
  }
}

// 200 levels are read in every form, 201 are not.
TEST_CASE("the limit of nesting is the same in every form") {
  const std::string open = repeated("[", 199);
  const std::string close = repeated("]", 199);
  const auto reads = [](const std::string& text, DocumentFormat format) {
    try {
      static_cast<void>(parse_document(text, "shop", format));
      return true;
    } catch (const Error& error) {
      CHECK(std::string(error.what()).find("nested deeper than 200 levels") != std::string::npos);
      return false;
    }
  };
  CHECK(reads("{\"a\":" + open + close + "}", DocumentFormat::json));
  CHECK(reads("a = " + open + close, DocumentFormat::toml));
  CHECK(reads("a: " + open + close, DocumentFormat::yaml));
  CHECK(reads("[" + repeated("a.", 198) + "a]", DocumentFormat::toml));
  CHECK_FALSE(reads("{\"a\":[" + open + close + "]}", DocumentFormat::json));
  CHECK_FALSE(reads("a = [" + open + close + "]", DocumentFormat::toml));
  CHECK_FALSE(reads("a: [" + open + close + "]", DocumentFormat::yaml));
  CHECK_FALSE(reads("[" + repeated("a.", 199) + "a]", DocumentFormat::toml));
  CHECK_FALSE(reads(repeated("a.", 100000) + "a = 1", DocumentFormat::toml));
  CHECK_FALSE(reads(repeated("- ", 100000), DocumentFormat::yaml));
}

TEST_CASE("aliases of aliases do not unfold without bound") {
  std::string bomb = "a0: &a0 [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]\n";
  for (int i = 1; i < 12; ++i) {
    const std::string previous = "*a" + std::to_string(i - 1);
    bomb += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + previous;
    for (int n = 0; n < 9; ++n) bomb += ", " + previous;
    bomb += "]\n";
  }
  try {
    static_cast<void>(parse_document(bomb, "shop", DocumentFormat::yaml));
    FAIL("no fault");
  } catch (const Error& error) {
    CHECK(std::string(error.what()).find("more than a million") != std::string::npos);
  }
}
