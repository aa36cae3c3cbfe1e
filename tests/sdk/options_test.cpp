#include <string>

#include "datagen/plugin.hpp"
#include "tests/support/catch.hpp"

namespace {

using namespace datagen;

constexpr const char* kChoices[] = {"red", "green"};
constexpr sdk::OptionTable kOptions(sdk::integer_option("count", "How many.", "3", "1", "9"),
                                    sdk::string_option("label", "What it is called."),
                                    sdk::choice_option("color", "Which.", kChoices, "\"red\""),
                                    sdk::string_list_option("names", "Who."), sdk::column_option("from", "A column."));

datagen_status status_of(const auto& function) {
  datagen_error error{};
  error.struct_size = sizeof error;
  return sdk::guard(&error, function);
}

}  // namespace

TEST_CASE("declared options are constant data with their bounds and choices") {
  CHECK(kOptions.size() == 5);
  CHECK(std::string(kOptions.data()[0]->minimum) == "1");
  CHECK(kOptions.data()[0]->struct_size == sizeof(datagen_option));
  CHECK(kOptions.data()[2]->n_choices == 2);
  CHECK(std::string(kOptions.data()[2]->choices[1]) == "green");
}

TEST_CASE("options are read by name and by place, and misuse is told apart from absence") {
  const datagen_str names[] = {{"ann", 3}, {"bob", 3}};
  datagen_value values[5]{};
  values[0].type = DATAGEN_INT;
  values[0].is_set = 1;
  values[0].as.i = 7;
  values[2].type = DATAGEN_CHOICE;
  values[2].is_set = 1;
  values[2].as.i = 1;
  values[3].type = DATAGEN_STRING_LIST;
  values[3].is_set = 1;
  values[3].count = 2;
  values[3].as.strings = names;
  const sdk::OptionReader options(kOptions, values, 5);
  CHECK(options.integer("count") == 7);
  CHECK(options.integer(std::size_t{0}) == 7);
  CHECK(options.choice("color") == 1);
  CHECK(options.strings("names").size() == 2);
  CHECK(sdk::OptionReader::view(options.strings("names")[1]) == "bob");
  CHECK_FALSE(options.is_set("label"));
  CHECK(options.string_or("label", "none") == "none");
  CHECK_FALSE(options.column("from").has_value());
  CHECK(status_of([&] { options.string("label"); }) == DATAGEN_INVALID_OPTION);
  CHECK(status_of([&] { options.integer("label"); }) == DATAGEN_INTERNAL);
  CHECK(status_of([&] { options.integer("cuont"); }) == DATAGEN_INTERNAL);
  values[0].type = DATAGEN_FLOAT;
  CHECK(status_of([&] { options.integer("count"); }) == DATAGEN_INVALID_ARGUMENT);
}

TEST_CASE("a host that passes fewer values than are declared leaves the rest unset") {
  datagen_value value{};
  value.type = DATAGEN_INT;
  value.is_set = 1;
  const sdk::OptionReader options(kOptions, &value, 1);
  CHECK(options.is_set("count"));
  CHECK_FALSE(options.is_set("color"));
  CHECK_FALSE(sdk::OptionReader(kOptions, nullptr, 0).is_set("count"));
}
