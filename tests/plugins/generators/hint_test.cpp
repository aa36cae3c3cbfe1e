// Detection by column name: which generator the columns of public schemas get, and that its values are plausible.
#include <algorithm>
#include <fstream>
#include <sstream>

#include "datagen/core/registry.hpp"
#include "datagen/core/types.hpp"
#include "harness.hpp"
#include "plan/detection.hpp"
#include "tests/support/catch.hpp"

namespace datagen::test {
namespace {

struct NamedColumn {
  std::string table, name, type, generator, expectation;
};

std::vector<NamedColumn> named_columns() {
  std::ifstream file(DATAGEN_COLUMN_NAMES);
  REQUIRE(file.is_open());
  std::vector<NamedColumn> result;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#' || line[0] == '[') continue;
    NamedColumn column;
    std::istringstream words(line);
    REQUIRE(words >> column.table >> column.name >> column.type >> column.generator);
    std::getline(words >> std::ws, column.expectation);
    result.push_back(column);
  }
  return result;
}

Column column_of(const SqlType& type) {
  return {.type = type.text,
          .format = type.format,
          .family = type.family,
          .max_characters = type.max_characters,
          .precision = type.precision,
          .scale = type.scale};
}

// As numbers: decimals are stored as integers of their last place.
void check_expectation(const Object& object, const Column& column, const std::string& expectation) {
  const std::size_t dots = expectation.find("..");
  std::vector<std::string> values =
      object.has(DATAGEN_DICTIONARY) ? object.dictionary() : object.values(sample_ordinals(object.info(), 2000));
  if (dots == std::string::npos || dots == 0) {
    const bool found = std::any_of(values.begin(), values.end(),
                                   [&](const std::string& value) { return value.rfind(expectation, 0) == 0; });
    INFO("such as " << values.front());
    CHECK(found);
    return;
  }
  double unit = 1;
  if (column.format.rfind("d:", 0) == 0) {
    for (int i = 0; i < column.scale; ++i) unit *= 10;
  }
  for (const std::string& value : values) {
    INFO("value " << value << " / " << unit);
    REQUIRE(std::stod(value) / unit >= std::stod(expectation.substr(0, dots)));
    REQUIRE(std::stod(value) / unit <= std::stod(expectation.substr(dots + 2)));
  }
}

TEST_CASE("columns of public schemas get the generator that their name, table and type call for") {
  Registry registry;
  registry.add(generators_plugin(), "generators.so");
  const std::vector<NamedColumn> columns = named_columns();
  CHECK(columns.size() >= 400);
  for (const NamedColumn& column : columns) {
    INFO(column.table << "." << column.name << " " << column.type);
    std::string message;
    const auto type = parse_type(column.type, {}, message);
    REQUIRE(type.has_value());
    REQUIRE(type->known);
    const Detected detected = detect_by_name(registry, {column.table, column.name, type->family, type->base});
    const std::string found = detected.generator_class == nullptr ? "-" : detected.generator_class->short_name;
    CHECK(found == column.generator);
    if (found != column.generator || detected.generator_class == nullptr) continue;
    const char* const options = detected.hint->options;
    const Column target = column_of(*type);
    const Object object(find_class(found), target, options == nullptr ? Json::object() : Json::parse(options));
    INFO(object.message());
    CHECK(object.status() == DATAGEN_OK);
    if (object.status() != DATAGEN_OK) continue;
    CHECK((object.info().cardinality == 0 || object.info().cardinality > 1));
    if (!column.expectation.empty()) check_expectation(object, target, column.expectation);
  }
}

// Each family of plain types has a default.
TEST_CASE("every type has a default") {
  for (const Column& column : all_columns()) {
    bool found = false;
    const datagen_plugin& plugin = generators_plugin();
    for (std::uint32_t i = 0; i < plugin.n_generators; ++i) {
      const datagen_generator_class& type = *plugin.generators[i];
      for (std::uint32_t k = 0; k < type.n_hints; ++k) {
        const datagen_hint& hint = *type.hints[k];
        if (hint.column != nullptr || (hint.families & column.family) == 0) continue;
        if (hint.postgres_type != nullptr && column.type.rfind(hint.postgres_type, 0) != 0) continue;
        const Object object(type, column);
        INFO(type.id << " on " << column.type << ": " << object.message());
        CHECK(object.status() == DATAGEN_OK);
        found = true;
      }
    }
    INFO(column.type);
    CHECK(found);
  }
}

}  // namespace
}  // namespace datagen::test
