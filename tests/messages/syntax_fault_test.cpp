#include "description/syntax_fault.hpp"

#include <random>
#include <string>
#include <vector>

#include "datagen/core/document.hpp"
#include "tests/support/catch.hpp"

namespace datagen {
namespace {

struct Sample {
  DocumentFormat format;
  std::string text;
};

const std::vector<Sample> kSamples{
    {DocumentFormat::json,
     "{\n  \"tables\": {\"a\": {\"columns\": [{\"name\": \"id\", \"type\": \"serial\"}, -1.5e3, true]}}\n}\n"},
    {DocumentFormat::yaml,
     "tables:\n  a:\n    columns:\n      id: {type: serial, x: [1, 'b', \"c\"]}\n    row_count: 5\n"},
    {DocumentFormat::toml,
     "version = \"1.0\"\n[tables.a]\nrow_count = 5\ncolumns = [{name = 'id', type = \"serial\"}]\n"},
};

}  // namespace

// Whatever one slip makes of a text: if it is refused, then at a place in the text, with a sentence that neither names
// a library nor holds a line break.
TEST_CASE("every slip in a text is refused at a place, in plain words") {
  const std::string slips = "{}[],:=\"'#\t\n -@*&!%\\a1";
  std::mt19937 random(7);
  std::size_t refused = 0;
  for (const Sample& sample : kSamples) {
    for (int round = 0; round < 2000; ++round) {
      std::string text = sample.text;
      for (std::size_t slip = 1 + random() % 2; slip > 0; --slip) {
        const std::size_t at = random() % text.size();
        const char c = slips[random() % slips.size()];
        switch (random() % 3) {
          case 0:
            text.erase(at, 1);
            break;
          case 1:
            text.insert(at, 1, c);
            break;
          default:
            text[at] = c;
        }
      }
      try {
        static_cast<void>(parse_document(text, "file", sample.format));
      } catch (const Error& error) {
        ++refused;
        INFO(text);
        REQUIRE(error.faults().size() == 1);
        const Fault& fault = error.faults().front();
        INFO(fault.text());
        CHECK(fault.location.file == "file");
        CHECK_FALSE(fault.message.empty());
        CHECK(fault.message.find('\n') == std::string::npos);
        for (const char* word : {"exception", "Error while", "json.", "last read", "literal", "token"}) {
          CHECK(fault.text().find(word) == std::string::npos);
        }
      }
    }
  }
  CHECK(refused > 2000);
}

TEST_CASE("a quote is open when nothing closes it") {
  CHECK(quote_is_open("\"abc", 0));
  CHECK(quote_is_open("'it''s", 0));
  CHECK(quote_is_open("\"a\\\"", 0));
  CHECK_FALSE(quote_is_open("\"abc\"", 0));
  CHECK_FALSE(quote_is_open("'it''s'", 0));
  CHECK_FALSE(quote_is_open("abc", 0));
  CHECK_FALSE(quote_is_open("", 0));
}

}  // namespace datagen
