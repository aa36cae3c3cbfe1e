// A generator class whose functions a test supplies, reached as the core reaches any plugin's: through a C table.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "datagen/core/registry.hpp"
#include "program/value_set.hpp"

namespace datagen::test {

struct FakeGenerator {
  datagen_generator_info info{};
  datagen_status create_status = DATAGEN_OK, describe_status = DATAGEN_OK;
  bool creates_nothing = false;
  int destroyed = 0;
  std::function<datagen_status(const datagen_call&, const std::uint64_t*, std::uint32_t, datagen_column&,
                               datagen_error&)>
      values;
  std::function<datagen_status(datagen_column&, std::int64_t&)> dictionary;
  std::function<datagen_status(double*, std::uint64_t)> weights;

  // Whose set functions are in the table.
  [[nodiscard]] std::unique_ptr<GeneratorClass> generator_class() const;
  // Made for a column of the format; `made` must outlive it.
  [[nodiscard]] std::shared_ptr<const ValueSet> value_set(const GeneratorClass& made, const char* format,
                                                          ValueSet::Status& status, std::uint32_t max_characters = 0);
  [[nodiscard]] std::shared_ptr<const ValueSet> value_set(const GeneratorClass& made, const char* format);
};

// A generator of text that gives text_of(ordinal).
[[nodiscard]] FakeGenerator text_generator(std::function<std::string(std::uint64_t)> text_of);
// A generator of fixed-width values.
template <typename T, typename Function>
[[nodiscard]] FakeGenerator fixed_generator(Function value_of) {
  FakeGenerator fake;
  fake.values = [value_of](const datagen_call&, const std::uint64_t* ordinals, std::uint32_t n, datagen_column& out,
                           datagen_error&) {
    for (std::uint32_t i = 0; i < n; ++i) reinterpret_cast<T*>(out.data->data)[i] = value_of(ordinals[i]);
    return datagen_status{DATAGEN_OK};
  };
  return fake;
}
// Puts texts into a text column.
datagen_status put_texts(datagen_column& out, const std::vector<std::string>& texts);

}  // namespace datagen::test
