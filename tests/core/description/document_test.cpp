#include "datagen/core/document.hpp"

#include <functional>

#include "tests/core/description/document_writers.hpp"
#include "tests/support/catch.hpp"

using namespace datagen;
using namespace datagen::test;

namespace {

std::size_t offset_of(const std::string& text, const Location& location) {
  std::size_t offset = 0;
  for (std::uint32_t line = 1; line < location.line; ++line) offset = text.find('\n', offset) + 1;
  return offset + location.column - 1;
}

// What a scalar's first bytes in the text must be.
bool starts_as_written(const std::string& text, const Node& node) {
  const std::string rest = text.substr(offset_of(text, node.location));
  if (node.is(Node::Kind::string)) return rest[0] == '"';
  return rest.compare(0, node.string.size(), node.string) == 0;
}

void require_places(const std::string& text, const Node& node) {
  if (node.is_scalar()) {
    INFO(node.location.text() << " " << node.string);
    REQUIRE(starts_as_written(text, node));
  }
  for (const Node& item : node.list) require_places(text, item);
  for (const Node::Member& member : node.map) {
    const std::string rest = text.substr(offset_of(text, member.location));
    INFO(member.location.text() << " key " << member.key);
    const bool bare = rest.compare(0, member.key.size(), member.key) == 0 && rest[0] != '"';
    REQUIRE((bare || rest[0] == '"'));
    require_places(text, member.value);
  }
}

}  // namespace

// One document, three forms: the trees are equal, in order, to the document that was written, and every node's place is
// where its text stands.
TEST_CASE("a document reads the same from JSON, TOML and YAML, with every place exact") {
  for (std::uint64_t seed = 1; seed <= 400; ++seed) {
    std::mt19937_64 random(seed);
    const Node document = random_document(random, 4);
    const std::string json = write_json(document, random);
    const std::string toml = write_toml(document, random);
    const std::string yaml = write_yaml(document, random);
    INFO("seed " << seed << "\n" << json << "\n" << toml << "\n" << yaml);
    const Node from_json = parse_document(json, "d", DocumentFormat::json);
    const Node from_toml = parse_document(toml, "d", DocumentFormat::toml);
    const Node from_yaml = parse_document("\xEF\xBB\xBF" + yaml, "d", DocumentFormat::yaml);
    REQUIRE(from_json.json() == document.json());
    REQUIRE(from_toml.json() == document.json());
    REQUIRE(from_yaml.json() == document.json());
    require_places(json, from_json);
    require_places(toml, from_toml);
    require_places(yaml, from_yaml);
    REQUIRE(guess_format("-", json) == DocumentFormat::json);
    REQUIRE(guess_format("-", toml) == DocumentFormat::toml);
    REQUIRE(guess_format("-", yaml) == DocumentFormat::yaml);
  }
}

// Reading a node's own JSON gives that JSON again.
TEST_CASE("the JSON of a node reads back as itself") {
  const std::string text = R"({"a":[1,-2.50,1e3,"x\"y",null,true],"b":{},"big":123456789012345678901234567890})";
  CHECK(parse_document(text, "d", DocumentFormat::json).json() == text);
  CHECK(parse_document("{a: 0x10, b: 0o17, c: 1_000, d: .5, e: 010}", "d", DocumentFormat::yaml).json() ==
        R"({"a":16,"b":15,"c":"1_000","d":0.5,"e":10})");
  CHECK(parse_document("a = 0x10\nb = 1_000\nc = 1979-05-27T07:32:00Z\nd = 2024-01-02\ne = 07:32:00", "d",
                       DocumentFormat::toml)
            .json() == R"({"a":16,"b":1000,"c":"1979-05-27T07:32:00Z","d":"2024-01-02","e":"07:32:00"})");
}

TEST_CASE("numbers that fit no 64-bit integer keep their text") {
  const Node node = parse_document("[9223372036854775807, 9223372036854775808, 18446744073709551616, 1e3, -0]", "d",
                                   DocumentFormat::json);
  CHECK(node.list[0].is(Node::Kind::integer));
  CHECK(node.list[0].integer == INT64_MAX);
  for (const std::size_t i : {1U, 2U, 3U}) CHECK(node.list[i].is(Node::Kind::floating));
  CHECK(node.list[1].string == "9223372036854775808");
  CHECK(node.list[2].string == "18446744073709551616");
  CHECK(node.list[3].floating == 1000);
}

TEST_CASE("YAML's aliases and merge keys unfold, written keys first") {
  const Node node = parse_document(
      "base: &b {type: integer, nullable: false}\nmore: &m {unique: true, type: text}\n"
      "one: {<<: *b, type: bigint}\ntwo:\n  <<: [*b, *m]\n  x: *b\nquoted: {\"<<\": 1}\n",
      "d", DocumentFormat::yaml);
  CHECK(node.find("one")->json() == R"({"nullable":false,"type":"bigint"})");
  CHECK(node.find("two")->json() ==
        R"({"type":"integer","nullable":false,"unique":true,"x":{"type":"integer","nullable":false}})");
}

TEST_CASE("a form is guessed by extension, then by content") {
  CHECK(guess_format("a.JSON", "a: 1") == DocumentFormat::json);
  CHECK(guess_format("a.yml", "{}") == DocumentFormat::yaml);
  CHECK(guess_format("a.txt", "[tables.users]\n") == DocumentFormat::toml);
  CHECK(guess_format("a.txt", "[1, 2") == DocumentFormat::json);
  CHECK(guess_format("a.txt", " {") == DocumentFormat::json);
  CHECK(guess_format("-", "a = [\n") == DocumentFormat::toml);
  CHECK(guess_format("-", "a: [\n") == DocumentFormat::yaml);
}
