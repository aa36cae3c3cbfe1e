// What holds for every class, on every type of column that it accepts.
#include <algorithm>
#include <cstdint>
#include <numeric>
#include <set>

#include "datagen/random.h"
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
    const std::vector<std::uint64_t> ordinals = sample_ordinals(object.info(), cases(100));
    const std::vector<std::string> values = object.values(ordinals);
    CHECK(object.values({}).empty());
    std::vector<std::uint64_t> reversed(ordinals.rbegin(), ordinals.rend());
    std::vector<std::string> again = object.values(reversed);
    std::reverse(again.begin(), again.end());
    CHECK(again == values);
    for (std::size_t i = 0; i < ordinals.size(); i += 31) CHECK(object.values({ordinals[i]}).front() == values[i]);
  });
}

TEST_CASE("no text exceeds the column's length") {
  for_each_object([](const Object& object, const Column& column) {
    if (column.max_characters == 0 || column.format != "u") return;
    for (const std::string& value : object.values(sample_ordinals(object.info(), cases(300)))) {
      INFO(value);
      CHECK(characters(value) <= column.max_characters);
    }
  });
}

TEST_CASE("decimals stay within precision") {
  for_each_object([](const Object& object, const Column& column) {
    if (column.format.rfind("d:", 0) != 0 || object.has(DATAGEN_DICTIONARY)) return;
    for (const std::string& value : object.values(sample_ordinals(object.info(), cases(300)))) {
      CHECK(value.size() <= static_cast<std::size_t>(column.precision) + (value[0] == '-' ? 1 : 0));
    }
  });
}

bool all_distinct(std::vector<std::uint64_t> hashes) {
  std::sort(hashes.begin(), hashes.end());
  return std::adjacent_find(hashes.begin(), hashes.end()) == hashes.end();
}

TEST_CASE("a set that says it is injective is") {
  for_each_object([](const Object& object, const Column&) {
    if (!object.has(DATAGEN_INJECTIVE)) return;
    CHECK(all_distinct(object.hashes(sample_ordinals(object.info(), cases(500)))));
  });
}

// Of each class: as many values as are asked for, or up to its cardinality, no two of them equal.  On the column that
// suits it best those of the first ordinals, where what repeats after some number of rows shows; on another those of
// ordinals from the whole set.
TEST_CASE("every class that is to be distinct is, over a hundred thousand values") {
  const std::size_t many = cases(100'000);
  const datagen_plugin& plugin = generators_plugin();
  for (std::uint32_t i = 0; i < plugin.n_generators; ++i) {
    const datagen_generator_class& type = *plugin.generators[i];
    std::vector<Column> columns{bigint_column(), text_column(), numeric_column(10, 2), text_column(20)};
    if ((type.families & (DATAGEN_FAMILY_TEXT | DATAGEN_FAMILY_INTEGER)) == 0) columns = all_columns();
    int tried = 0;
    for (Column column : columns) {
      if ((type.families & column.family) == 0 || tried == 2) continue;
      const std::size_t needed = tried == 0 ? many : many / 10;
      column.distinct_needed = needed;
      const Object object(type, column, column.labels.empty() ? needed_options(type.id) : Json::object());
      if (object.status() != DATAGEN_OK) continue;
      ++tried;
      if (!object.has(DATAGEN_INJECTIVE)) continue;
      INFO(type.id << " on " << column.type << ", " << object.info().cardinality << " values");
      std::vector<std::uint64_t> ordinals = sample_ordinals(object.info(), needed);
      if (object.info().cardinality != 0 && object.info().cardinality < needed) {
        REQUIRE(ordinals.size() == object.info().cardinality);
      }
      if (tried == 1) std::iota(ordinals.begin(), ordinals.end(), std::uint64_t{0});
      CHECK(all_distinct(object.hashes(ordinals)));
    }
  }
}

TEST_CASE("a set that says it is ordered is") {
  for_each_object([](const Object& object, const Column& column) {
    if (!object.has(DATAGEN_ORDERED)) return;
    REQUIRE(column.format != "u");
    long double last = -1e300L;
    for (const std::string& value : object.values(sample_ordinals(object.info(), cases(300)))) {
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

// Extreme and senseless values of the declared types: an object whose values can be made, or a refusal with a reason.
TEST_CASE("no option value crashes") {
  const datagen_plugin& plugin = generators_plugin();
  const auto garbage = [](const datagen_option& option, std::uint64_t random) -> Json {
    constexpr std::int64_t kNumbers[] = {0, 1, -1, 7, 100, 32767, 40000, std::int64_t{1} << 31, INT64_MAX, INT64_MIN};
    constexpr double kFloats[] = {0, 1, -1, 0.1, 1e-9, 1e18, -1e300, 99.999, 12345678.9, 0.5};
    const char* const kTexts[] = {"", "a", "[a-z]{3}", "30d", "x|y", "09:30", "-5", "corp.test", "a@b", "é"};
    const Json kValues[] = {Json::array(), {1, 2}, {"a", "b"}, {{"a", 1}}, nullptr, 3,
                            {{"a", -1}},   {true}, {nullptr},  {0}};
    const std::uint64_t pick = random % 10;
    switch (option.type) {
      case DATAGEN_BOOL:
        return pick % 2 == 0;
      case DATAGEN_INT:
      case DATAGEN_TIMESTAMP: {
        // The host holds values to the declared bounds.
        std::int64_t value = kNumbers[pick];
        if (option.minimum != nullptr) value = std::max(value, Json::parse(option.minimum).get<std::int64_t>());
        if (option.maximum != nullptr) value = std::min(value, Json::parse(option.maximum).get<std::int64_t>());
        return value;
      }
      case DATAGEN_FLOAT: {
        double value = kFloats[pick];
        if (option.minimum != nullptr) value = std::max(value, Json::parse(option.minimum).get<double>());
        if (option.maximum != nullptr) value = std::min(value, Json::parse(option.maximum).get<double>());
        return value;
      }
      case DATAGEN_CHOICE:
        return option.choices[pick % option.n_choices];
      case DATAGEN_FLOAT_LIST:
        return {kFloats[pick]};
      case DATAGEN_JSON:
        return kValues[pick];
      case DATAGEN_STRING:
        return kTexts[pick];
      default:
        return nullptr;
    }
  };
  std::uint64_t seed = 0;
  for (std::uint32_t i = 0; i < plugin.n_generators; ++i) {
    const datagen_generator_class& type = *plugin.generators[i];
    if (type.n_options == 0) continue;
    for (const Column& column : all_columns()) {
      if ((type.families & column.family) == 0) continue;
      for (int round = 0; round < static_cast<int>(cases(8)); ++round) {
        Json options = Json::object();
        for (std::uint32_t k = 0; k < type.n_options; ++k) {
          const std::uint64_t random = datagen_mix(++seed);
          if (random % 4 != 0) options[type.options[k]->name] = garbage(*type.options[k], random >> 8);
        }
        INFO(type.id << " on " << column.type << " with " << options.dump());
        const Object object(type, column, options);
        if (object.status() != DATAGEN_OK) {
          CHECK(!object.message().empty());
        } else {
          object.values(sample_ordinals(object.info(), 20));
        }
      }
    }
  }
}

}  // namespace
}  // namespace datagen::test
