#include "tests/core/support/fake_generator.hpp"

#include <cstring>

namespace datagen::test {
namespace {

FakeGenerator& fake_of(datagen_generator* generator) { return *reinterpret_cast<FakeGenerator*>(generator); }
const FakeGenerator& fake_of(const datagen_generator* generator) {
  return *reinterpret_cast<const FakeGenerator*>(generator);
}

datagen_status create(const datagen_host* host, const datagen_target*, const datagen_value*, std::uint32_t,
                      datagen_generator** out, datagen_error* error) noexcept {
  auto* fake = static_cast<FakeGenerator*>(host->context);
  std::memcpy(error->message, "as told", 8);
  *out = fake->creates_nothing ? nullptr : reinterpret_cast<datagen_generator*>(fake);
  return fake->create_status;
}
void destroy(datagen_generator* generator) noexcept { ++fake_of(generator).destroyed; }
datagen_status describe(const datagen_generator* generator, datagen_generator_info* info, datagen_error*) noexcept {
  const std::uint32_t size = info->struct_size;
  *info = fake_of(generator).info;
  info->struct_size = size;
  return fake_of(generator).describe_status;
}
datagen_status values(const datagen_generator* generator, const datagen_call* call, const std::uint64_t* ordinals,
                      std::uint32_t n, datagen_column* out, datagen_error* error) noexcept {
  return fake_of(generator).values(*call, ordinals, n, *out, *error);
}
datagen_status dictionary(const datagen_generator* generator, datagen_column* out, std::int64_t* length,
                          datagen_error*) noexcept {
  return fake_of(generator).dictionary(*out, *length);
}
datagen_status weights(const datagen_generator* generator, double* out, std::uint64_t n, datagen_error*) noexcept {
  return fake_of(generator).weights(out, n);
}

}  // namespace

std::unique_ptr<GeneratorClass> FakeGenerator::generator_class() const {
  auto result = std::make_unique<GeneratorClass>();
  result->id = "org.example.fake";
  result->short_name = "fake";
  result->origin = "fake.so";
  result->table.create = &create;
  result->table.destroy = &destroy;
  result->table.describe = &describe;
  if (this->values) result->table.values = &datagen::test::values;
  if (this->dictionary) result->table.dictionary = &datagen::test::dictionary;
  if (this->weights) result->table.weights = &datagen::test::weights;
  return result;
}

std::shared_ptr<const ValueSet> FakeGenerator::value_set(const GeneratorClass& made, const char* format,
                                                         ValueSet::Status& status, std::uint32_t max_characters) {
  datagen_host host{};
  host.struct_size = sizeof host;
  host.context = this;
  datagen_target target{};
  target.struct_size = sizeof target;
  target.format = format;
  target.max_characters = max_characters;
  return ValueSet::create(made, host, target, {}, "shop.orders.code", status);
}

std::shared_ptr<const ValueSet> FakeGenerator::value_set(const GeneratorClass& made, const char* format) {
  ValueSet::Status status;
  return value_set(made, format, status);
}

FakeGenerator text_generator(std::function<std::string(std::uint64_t)> text_of) {
  FakeGenerator fake;
  fake.values = [text_of = std::move(text_of)](const datagen_call&, const std::uint64_t* ordinals, std::uint32_t n,
                                               datagen_column& out, datagen_error&) {
    std::vector<std::string> texts;
    for (std::uint32_t i = 0; i < n; ++i) texts.push_back(text_of(ordinals[i]));
    return put_texts(out, texts);
  };
  return fake;
}

datagen_status put_texts(datagen_column& out, const std::vector<std::string>& texts) {
  std::string all;
  auto* offsets = reinterpret_cast<std::int32_t*>(out.offsets->data);
  offsets[0] = 0;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    all += texts[i];
    offsets[i + 1] = static_cast<std::int32_t>(all.size());
  }
  if (datagen_status status = out.data->reserve(out.data, all.size()); status != DATAGEN_OK) return status;
  std::memcpy(out.data->data, all.data(), all.size());
  out.data->size = all.size();
  return DATAGEN_OK;
}

}  // namespace datagen::test
