#include <new>
#include <random>
#include <stdexcept>
#include <string>

#include "datagen/plugin.hpp"
#include "tests/support/catch.hpp"

namespace {

using datagen::sdk::guard;
using datagen::sdk::PluginError;

datagen_error empty_error() {
  datagen_error error{};
  error.struct_size = sizeof error;
  error.row = 77;
  return error;
}

}  // namespace

TEST_CASE("guard contains whatever is thrown and says what it was") {
  datagen_error error = empty_error();
  CHECK(guard(&error, [] {}) == DATAGEN_OK);
  CHECK(guard(&error, [] { throw PluginError(DATAGEN_DATA, "bad value", "email", 12); }) == DATAGEN_DATA);
  CHECK(error.code == DATAGEN_DATA);
  CHECK(error.row == 12);
  CHECK(std::string(error.subject) == "email");
  CHECK(std::string(error.message) == "bad value");
  CHECK(guard(&error, [] { throw std::bad_alloc(); }) == DATAGEN_OUT_OF_MEMORY);
  CHECK(error.row == -1);
  CHECK(guard(&error, [] { throw std::runtime_error("what it says"); }) == DATAGEN_INTERNAL);
  CHECK(std::string(error.message) == "what it says");
  CHECK(guard(&error, [] { throw 42; }) == DATAGEN_INTERNAL);
  CHECK(guard(nullptr, [] { throw PluginError(DATAGEN_IO, "no one listens"); }) == DATAGEN_IO);
  CHECK(guard(&error, [] { throw PluginError(DATAGEN_OK, "a failure is never OK"); }) == DATAGEN_INTERNAL);
}

TEST_CASE("an error struct of an older or odd host is filled only as far as it reaches") {
  datagen_error error = empty_error();
  error.struct_size = offsetof(datagen_error, row);
  error.message[0] = 'x';
  CHECK(datagen::sdk::fill_error(&error, DATAGEN_IO, "message", "subject", 3) == DATAGEN_IO);
  CHECK(error.code == DATAGEN_IO);
  CHECK(error.row == 77);
  CHECK(error.message[0] == 'x');
}

// Invariant: a message that is cut ends in a whole character and a NUL, inside its field.
TEST_CASE("messages too long for their field are cut between characters") {
  std::mt19937 random(3);
  for (int round = 0; round < 2'000; ++round) {
    const std::string pieces[] = {"a", "\xc3\xa9", "\xe2\x82\xac", "\xf0\x9f\x98\x80"};
    std::string text;
    while (text.size() < 40) text += pieces[random() % 4];
    char field[34];
    field[33] = 0x5a;
    datagen::sdk::copy_text(field, 33, text);
    const std::string cut = field;
    REQUIRE(field[33] == 0x5a);
    REQUIRE(text.starts_with(cut));
    REQUIRE(cut.size() >= 29);
    REQUIRE((static_cast<unsigned char>(text[cut.size()]) & 0xc0) != 0x80);
  }
}

TEST_CASE("a field that a struct's maker did not know reads as zero") {
  datagen_table_plan plan{};
  plan.row_alignment = 5;
  plan.struct_size = sizeof plan;
  CHECK(datagen::sdk::field_of(&plan, &datagen_table_plan::row_alignment) == 5);
  plan.struct_size = offsetof(datagen_table_plan, row_alignment);
  CHECK(datagen::sdk::field_of(&plan, &datagen_table_plan::row_alignment) == 0);
}
