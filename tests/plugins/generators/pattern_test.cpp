// Patterns: every value matches, each string has one ordinal, and the count is that of an exhaustive search.
#include <regex>
#include <set>

#include "datagen/random.h"
#include "harness.hpp"
#include "tests/support/catch.hpp"

namespace datagen::test {
namespace {

Object make(const std::string& pattern, std::uint32_t n = 0, std::uint64_t needed = 0) {
  Column column = text_column(n);
  column.distinct_needed = needed;
  return Object(find_class("pattern"), column, {{"pattern", pattern}});
}

// All strings over "abc" of up to six characters that std::regex matches.
std::size_t count_exhaustively(const std::string& pattern) {
  const std::regex regex(pattern);
  std::size_t count = 0;
  std::vector<std::string> level{""};
  for (int length = 0; length <= 6; ++length) {
    std::vector<std::string> next;
    for (const std::string& text : level) {
      count += std::regex_match(text, regex);
      for (const char c : {'a', 'b', 'c'}) next.push_back(text + c);
    }
    level = std::move(next);
  }
  return count;
}

TEST_CASE("the cardinality of a small pattern is the number of its matches") {
  for (const char* pattern :
       {"a", "a|b", "a|a", "a?a?", "(a|b){0,3}", "(a|ab)(c|bc)?", "[a-c]{2}", "(aa|a){1,3}", "a{2,4}b?",
        "(a|b|ab){1,2}", "(ab?){0,3}", "((a|b)c){1,3}", "[abc]?[ab]?[a]?", "(a{0,2}){0,3}", "", "(a?b?c?){2}"}) {
    const Object object = make(pattern);
    INFO(pattern << object.message());
    REQUIRE(object.status() == DATAGEN_OK);
    CHECK(object.info().cardinality == count_exhaustively(pattern));
    const std::vector<std::string> values = object.values(sample_ordinals(object.info(), 10'000));
    CHECK(std::set<std::string>(values.begin(), values.end()).size() == values.size());
  }
}

TEST_CASE("every value matches its pattern") {
  for (const char* pattern :
       {"PRD-[0-9]{8}", "[a-z]{5,15}", "[a-z0-9-]{10,30}", "[A-Z]{3}-\\d{4}", "\\w+@\\w+\\.(com|org)", "(foo|bar)*baz",
        "[^a-z]{3}", ".{2,5}", "\\+1 \\(\\d{3}\\) \\d{3}-\\d{4}", "[0-9a-f]{32}", "(a|b|cd){3,9}x?", "\\S\\s\\D\\W",
        "[A-Za-z_][A-Za-z0-9_]{0,62}", "((ab|a)(c|bcd)){1,12}", "[[:digit:]]{3}", "[\\d-]{4}", "x{0,3}|y{2,}",
        "[a-z]{200}"}) {
    const Object object = make(pattern);
    INFO(pattern << object.message());
    REQUIRE(object.status() == DATAGEN_OK);
    CHECK(object.has(DATAGEN_INJECTIVE));
    const std::regex regex(pattern);
    const std::vector<std::string> values = object.values(sample_ordinals(object.info(), 2000));
    for (const std::string& value : values) {
      INFO(value);
      CHECK(std::regex_match(value, regex));
    }
    CHECK(std::set<std::string>(values.begin(), values.end()).size() == values.size());
  }
}

TEST_CASE("counts of large patterns are exact, lengths are spread") {
  CHECK(make("PRD-[0-9]{8}").info().cardinality == 100'000'000);
  CHECK(make("[A-Z0-9]{10}").info().cardinality == 3'656'158'440'062'976);
  CHECK(make("[a-z]{5,15}").info().cardinality >= (std::uint64_t{1} << 32));
  std::set<std::size_t> lengths;
  const Object slugs = make("[a-z]{5,15}");
  for (const std::string& value : slugs.values(sample_ordinals(slugs.info(), 1000))) lengths.insert(value.size());
  CHECK(lengths.size() >= 9);
  CHECK(make("[0-9]{1,3}", 0, 1110).info().cardinality == 1110);
}

TEST_CASE("a column's length bounds a pattern's repeats") {
  const Object object = make("[a-z]{2,20}", 3);
  CHECK(object.info().cardinality == 26 * 26 + 26 * 26 * 26);
  const Object refused = make("[a-z]{5,15}", 3);
  CHECK(refused.status() == DATAGEN_INVALID_OPTION);
  CHECK(refused.message().find("3 characters") != std::string::npos);
}

TEST_CASE("characters beyond ASCII stay whole") {
  const Object object = make("[äöüß]{1,2}日?");
  CHECK(object.info().cardinality == 40);
  for (const std::string& value : object.values(sample_ordinals(object.info(), 100))) CHECK(is_utf8(value));
}

TEST_CASE("faulty patterns are refused with their place") {
  for (const char* pattern : {"(", ")", "[", "[]", "a{2", "a{3,2}", "*a", "a**", "\\", "\\1", "(?=a)", "a{1001}",
                              "[z-a]", "[\\d-z]x{", "a^b", "\xff", "[^\\d\\D]"}) {
    const Object object = make(pattern);
    INFO(pattern);
    CHECK(object.status() == DATAGEN_INVALID_OPTION);
    CHECK(!object.message().empty());
  }
}

TEST_CASE("no pattern crashes") {
  constexpr char kSigns[] = "abc[]()|{}*+?.^-\\dws,0123$";
  for (std::uint64_t seed = 0; seed < 4000; ++seed) {
    std::string pattern;
    const std::uint64_t size = datagen_mix(seed) % 14;
    for (std::uint64_t i = 0; i < size; ++i) pattern += kSigns[datagen_mix(seed * 100 + i + 1) % (sizeof kSigns - 1)];
    INFO("seed " << seed << ": " << pattern);
    const Object object = make(pattern, 12);
    if (object.status() == DATAGEN_OK) {
      for (const std::string& value : object.values(sample_ordinals(object.info(), 20))) CHECK(characters(value) <= 12);
    } else {
      CHECK(object.status() == DATAGEN_INVALID_OPTION);
    }
  }
}

// Of an array column a class makes whole arrays or refuses, so that the host can make the elements with it.
TEST_CASE("listed values and patterns of an array column are whole arrays or refused") {
  struct Case {
    const char* type;
    Json options;
    bool whole;
  };
  const std::vector<Case> cases{
      {"enum", {{"values", {"{}", "{a,b}", "{{1,2},{3,4}}"}}}, true},
      {"enum", {{"values", {"a", "b"}}}, false},
      {"enum", {{"values", {"{a}", "b"}}}, false},
      {"enum", Json::object(), false},
      {"weighted_enum", {{"values", {{"{a}", 1}, {"{}", 3}}}}, true},
      {"weighted_enum", {{"values", {{"a", 1}, {"b", 3}}}}, false},
      {"pattern", {{"pattern", "\\{[1-9],[a-z]{2,4}\\}"}}, true},
      {"pattern", {{"pattern", "^\\{x\\}$"}}, true},
      {"pattern", {{"pattern", "[a-z]{2,4}"}}, false},
  };
  for (const Case& test : cases) {
    INFO(test.type << ' ' << test.options.dump());
    const Object object(find_class(test.type), array_column("text"), test.options);
    CHECK(object.status() == (test.whole ? DATAGEN_OK : DATAGEN_UNSUPPORTED));
    CHECK((test.whole || !object.message().empty()));
    if (object.status() != DATAGEN_OK) continue;
    for (const std::string& value : object.values(sample_ordinals(object.info(), 100))) {
      CHECK(value.front() == '{');
      CHECK(value.back() == '}');
    }
  }
}

}  // namespace
}  // namespace datagen::test
