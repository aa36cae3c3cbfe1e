// What holds for every class, on every type of column that it accepts.
#include <algorithm>
#include <set>

#include "harness.hpp"
#include "tests/support/catch.hpp"

namespace datagen::test {
namespace {

// Options without which a class makes nothing.
Json needed_options(const std::string& id) {
  if (id == "datagen.pattern") return {{"pattern", "[a-z]{1,4}"}};
  if (id == "datagen.enum") return {{"values", {"1", "0"}}};
  if (id == "datagen.weighted_enum") return {{"values", {1, 0}}, {"weights", {3, 1}}};
  return Json::object();
}

template <class Check>
void for_each_object(Check&& check) {
  const datagen_plugin& plugin = generators_plugin();
  for (std::uint32_t i = 0; i < plugin.n_generators; ++i) {
    const datagen_generator_class& type = *plugin.generators[i];
    int made = 0;
    for (Column column : all_columns()) {
      if ((type.families & column.family) == 0) continue;
      for (const std::uint64_t needed : {std::uint64_t{0}, std::uint64_t{1000}}) {
        column.distinct_needed = needed;
        const Object object(type, column, column.labels.empty() ? needed_options(type.id) : Json::object());
        INFO(type.id << " on " << column.type << ", " << needed << " needed: " << object.message());
        if (object.status() != DATAGEN_OK) {
          CHECK(!object.message().empty());
          continue;
        }
        ++made;
        check(object, column);
      }
    }
    INFO(type.id);
    CHECK(made > 0);
  }
}

// The same ordinals, in another order, one at a time and again, give the same values; no ordinals give none.
TEST_CASE("values depend on ordinals alone, not on how calls are cut") {
  for_each_object([](const Object& object, const Column&) {
    const std::vector<std::uint64_t> ordinals = sample_ordinals(object.info(), 200);
    const std::vector<std::string> values = object.values(ordinals);
    CHECK(object.values({}).empty());
    std::vector<std::uint64_t> reversed(ordinals.rbegin(), ordinals.rend());
    std::vector<std::string> again = object.values(reversed);
    std::reverse(again.begin(), again.end());
    CHECK(again == values);
    for (std::size_t i = 0; i < ordinals.size(); i += 37) CHECK(object.values({ordinals[i]}).front() == values[i]);
  });
}

TEST_CASE("no text exceeds the column's length") {
  for_each_object([](const Object& object, const Column& column) {
    if (column.max_characters == 0 || column.format != "u") return;
    for (const std::string& value : object.values(sample_ordinals(object.info(), 2000))) {
      INFO(value);
      CHECK(characters(value) <= column.max_characters);
    }
  });
}

TEST_CASE("decimals stay within precision") {
  for_each_object([](const Object& object, const Column& column) {
    if (column.format.rfind("d:", 0) != 0 || object.has(DATAGEN_DICTIONARY)) return;
    for (const std::string& value : object.values(sample_ordinals(object.info(), 2000))) {
      CHECK(value.size() <= static_cast<std::size_t>(column.precision) + (value[0] == '-' ? 1 : 0));
    }
  });
}

TEST_CASE("a set that says it is injective is") {
  for_each_object([](const Object& object, const Column&) {
    if (!object.has(DATAGEN_INJECTIVE)) return;
    std::vector<std::string> values = object.values(sample_ordinals(object.info(), 20'000));
    std::sort(values.begin(), values.end());
    const auto twice = std::adjacent_find(values.begin(), values.end());
    INFO("twice: " << (twice == values.end() ? "" : *twice));
    CHECK(twice == values.end());
  });
}

TEST_CASE("a set that says it is ordered is") {
  for_each_object([](const Object& object, const Column& column) {
    if (!object.has(DATAGEN_ORDERED)) return;
    REQUIRE(column.format != "u");
    long double last = -1e300L;
    for (const std::string& value : object.values(sample_ordinals(object.info(), 2000))) {
      const long double number = value == "true" ? 1 : value == "false" ? 0 : std::stold(value);
      CHECK(number >= last);
      last = number;
    }
  });
}

TEST_CASE("dictionaries and weights are as long as the set") {
  for_each_object([](const Object& object, const Column&) {
    if (object.has(DATAGEN_DICTIONARY)) {
      const std::size_t entries = object.dictionary().size();
      CHECK(entries > 0);
      if (object.info().cardinality != 0) CHECK(entries == object.info().cardinality);
    }
    if (object.has(DATAGEN_WEIGHTED)) {
      double sum = 0;
      for (const double weight : object.weights()) {
        CHECK(weight >= 0);
        sum += weight;
      }
      CHECK(sum > 0);
    }
  });
}

TEST_CASE("classes, options and hints are declared soundly") {
  const datagen_plugin& plugin = generators_plugin();
  std::set<std::string> ids;
  for (std::uint32_t i = 0; i < plugin.n_generators; ++i) {
    const datagen_generator_class& type = *plugin.generators[i];
    INFO(type.id);
    CHECK(ids.insert(type.id).second);
    CHECK(std::string(type.id).rfind("datagen.", 0) == 0);
    CHECK(type.struct_size == sizeof(datagen_generator_class));
    CHECK(type.families != 0);
    for (std::uint32_t k = 0; k < type.n_options; ++k) {
      const datagen_option& option = *type.options[k];
      if (option.default_value != nullptr) CHECK(Json::accept(option.default_value));
    }
    for (std::uint32_t k = 0; k < type.n_hints; ++k) {
      const datagen_hint& hint = *type.hints[k];
      CHECK((hint.families & ~type.families) == 0);
      if (hint.options != nullptr) CHECK(Json::accept(hint.options));
    }
  }
}

}  // namespace
}  // namespace datagen::test
