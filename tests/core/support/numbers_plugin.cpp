#include "tests/core/support/numbers_plugin.hpp"

#include <cstring>
#include <string>
#include <string_view>

namespace datagen::test {
namespace {

enum class Kind { numbers, serial, colours, follower };

struct Numbers {
  Kind kind;
  char format = 'i';
  std::int64_t count = 0;  // serial: the increment
  std::int64_t start = 0;
  bool repeats = false, weighted = false;
};

const Numbers& numbers_of(const datagen_generator* generator) { return *reinterpret_cast<const Numbers*>(generator); }

template <Kind kind>
datagen_status create(const datagen_host*, const datagen_target* target, const datagen_value* values, std::uint32_t n,
                      datagen_generator** out, datagen_error* error) noexcept {
  auto* made = new Numbers{kind, target->format[0], 0, 0, false, false};
  if (kind == Kind::numbers) {
    made->count = values[0].as.i;
    made->repeats = values[1].as.i != 0;
    made->weighted = values[2].as.i != 0;
  } else if (kind == Kind::serial) {
    made->start = values[0].as.i;
    made->count = values[1].as.i;
  } else if (kind == Kind::follower && (n != 1 || values[0].is_set == 0)) {
    delete made;
    error->code = DATAGEN_INVALID_OPTION;
    std::memcpy(error->message, "needs a column", 15);
    return DATAGEN_INVALID_OPTION;
  }
  *out = reinterpret_cast<datagen_generator*>(made);
  return DATAGEN_OK;
}

void destroy(datagen_generator* generator) noexcept { delete reinterpret_cast<Numbers*>(generator); }

datagen_status describe(const datagen_generator* generator, datagen_generator_info* info, datagen_error*) noexcept {
  const Numbers& numbers = numbers_of(generator);
  switch (numbers.kind) {
    case Kind::numbers:
      info->cardinality = static_cast<std::uint64_t>(numbers.count);
      info->flags = (numbers.repeats ? 0u : std::uint32_t{DATAGEN_INJECTIVE}) |
                    (numbers.weighted ? std::uint32_t{DATAGEN_WEIGHTED} : 0u);
      break;
    case Kind::serial:
      info->flags = DATAGEN_INJECTIVE | DATAGEN_ORDERED | DATAGEN_SEQUENTIAL;
      break;
    case Kind::colours:
      info->cardinality = 3;
      info->flags = DATAGEN_DICTIONARY | DATAGEN_INJECTIVE | DATAGEN_WEIGHTED;
      break;
    case Kind::follower:
      break;
  }
  return DATAGEN_OK;
}

void put(datagen_column* out, char format, std::uint32_t i, std::int64_t value) {
  if (format == 's')
    reinterpret_cast<std::int16_t*>(out->data->data)[i] = static_cast<std::int16_t>(value);
  else if (format == 'i')
    reinterpret_cast<std::int32_t*>(out->data->data)[i] = static_cast<std::int32_t>(value);
  else
    reinterpret_cast<std::int64_t*>(out->data->data)[i] = value;
}

datagen_status put_text(datagen_column* out, std::uint32_t i, std::uint64_t value) {
  char text[40];
  const int size =
      std::snprintf(text, sizeof text, "a value that is numbered %llu", static_cast<unsigned long long>(value));
  const std::uint64_t begin = i == 0 ? 0 : out->data->size, bytes = static_cast<std::uint64_t>(size);
  if (out->data->reserve(out->data, begin + bytes) != DATAGEN_OK) return DATAGEN_OUT_OF_MEMORY;
  std::memcpy(out->data->data + begin, text, bytes);
  out->data->size = begin + bytes;
  reinterpret_cast<std::int32_t*>(out->offsets->data)[i + 1] = static_cast<std::int32_t>(begin + bytes);
  return DATAGEN_OK;
}

datagen_status values(const datagen_generator* generator, const datagen_call* call, const std::uint64_t* ordinals,
                      std::uint32_t n, datagen_column* out, datagen_error*) noexcept {
  const Numbers& numbers = numbers_of(generator);
  if (numbers.format == 'u') reinterpret_cast<std::int32_t*>(out->offsets->data)[0] = 0;
  for (std::uint32_t i = 0; i < n; ++i) {
    std::int64_t value = static_cast<std::int64_t>(ordinals[i]);
    if (numbers.kind == Kind::serial) value = numbers.start + value * numbers.count;
    if (numbers.kind == Kind::follower) value = static_cast<const std::int32_t*>(call->inputs[0]->buffers[1])[i] + 1000;
    if (numbers.repeats) value /= 2;
    if (numbers.format == 'u') {
      if (datagen_status status = put_text(out, i, static_cast<std::uint64_t>(value)); status != DATAGEN_OK)
        return status;
    } else {
      put(out, numbers.format, i, value);
    }
  }
  return DATAGEN_OK;
}

datagen_status dictionary(const datagen_generator*, datagen_column* out, std::int64_t* length,
                          datagen_error*) noexcept {
  static constexpr std::string_view all = "redgreenblue";
  static constexpr std::int32_t ends[] = {0, 3, 8, 12};
  if (out->data->reserve(out->data, all.size()) != DATAGEN_OK) return DATAGEN_OUT_OF_MEMORY;
  std::memcpy(out->data->data, all.data(), all.size());
  out->data->size = all.size();
  std::memcpy(out->offsets->data, ends, sizeof ends);
  *length = 3;
  return DATAGEN_OK;
}

datagen_status weights(const datagen_generator*, double* out, std::uint64_t n, datagen_error*) noexcept {
  for (std::uint64_t i = 0; i < n; ++i) out[i] = 1 / static_cast<double>(i + 1);
  return DATAGEN_OK;
}

constexpr datagen_option option(std::uint32_t type, const char* name, const char* default_value) {
  return {sizeof(datagen_option), type, 0, 0, name, "As its name says.", default_value, nullptr, nullptr, nullptr};
}
constexpr datagen_option count = option(DATAGEN_INT, "count", "1000000"),
                         repeats = option(DATAGEN_BOOL, "repeats", "false"),
                         weighted = option(DATAGEN_BOOL, "weighted", "false"),
                         start = option(DATAGEN_INT, "start", "1"), increment = option(DATAGEN_INT, "increment", "1"),
                         column = option(DATAGEN_COLUMN, "column", nullptr);
constexpr const datagen_option* numbers_options[] = {&count, &repeats, &weighted};
constexpr const datagen_option* serial_options[] = {&start, &increment};
constexpr const datagen_option* follower_options[] = {&column};
constexpr datagen_hint by_type{sizeof(datagen_hint),
                               DATAGEN_FAMILY_INTEGER | DATAGEN_FAMILY_TEXT,
                               DATAGEN_MATCH_EXACT,
                               0,
                               nullptr,
                               nullptr,
                               nullptr,
                               nullptr};
constexpr const datagen_hint* hints[] = {&by_type};

template <Kind kind>
datagen_generator_class make(const char* id, const datagen_option* const* options, std::uint32_t n_options) {
  datagen_generator_class made{};
  made.struct_size = sizeof made;
  made.algorithm_version = 1;
  made.id = id;
  made.summary = "For tests.";
  made.options = options;
  made.n_options = n_options;
  made.families = DATAGEN_FAMILY_INTEGER | DATAGEN_FAMILY_TEXT;
  made.create = &create<kind>;
  made.destroy = &destroy;
  made.describe = &describe;
  made.values = &values;
  return made;
}

}  // namespace

const datagen_plugin& numbers_plugin() {
  static const datagen_generator_class numbers = [] {
    auto made = make<Kind::numbers>("org.example.numbers", numbers_options, 3);
    made.weights = &weights;
    made.hints = hints;
    made.n_hints = 1;
    return made;
  }();
  static const datagen_generator_class serial = make<Kind::serial>("org.example.serial", serial_options, 2);
  static const datagen_generator_class colours = [] {
    auto made = make<Kind::colours>("org.example.colours", nullptr, 0);
    made.values = nullptr;
    made.dictionary = &dictionary;
    made.weights = &weights;
    return made;
  }();
  static const datagen_generator_class follower = make<Kind::follower>("org.example.follower", follower_options, 1);
  static const datagen_generator_class* const classes[] = {&numbers, &serial, &colours, &follower};
  static const datagen_plugin plugin = [] {
    datagen_plugin made{};
    made.struct_size = sizeof made;
    made.abi_version = made.minimum_host_abi = DATAGEN_ABI_VERSION;
    made.n_generators = 4;
    made.generators = classes;
    made.id = "org.example";
    made.name = "Numbers";
    made.version = "1.0";
    made.vendor = "Example";
    made.license = "MIT";
    return made;
  }();
  return plugin;
}

}  // namespace datagen::test
