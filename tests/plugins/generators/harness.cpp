#include "harness.hpp"

#include <dlfcn.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <list>

#include "datagen/random.h"
#include "tests/support/catch.hpp"

namespace datagen::test {
namespace {

constexpr std::size_t kSlack = 64, kGuard = 64;
constexpr std::uint8_t kGuardByte = 0xa5;

datagen_status reserve(datagen_buffer* buffer, std::uint64_t capacity) noexcept;

// A host buffer: capacity, slack that may be overwritten, guard bytes that may not.
class HostBuffer : public datagen_buffer {
 public:
  explicit HostBuffer(std::uint64_t bytes = 0) : datagen_buffer{nullptr, 0, 0, test::reserve, this} { grow(bytes); }
  ~HostBuffer() { std::free(data); }
  HostBuffer(const HostBuffer&) = delete;
  HostBuffer& operator=(const HostBuffer&) = delete;

  void grow(std::uint64_t bytes) {
    const std::uint64_t whole = (bytes + kSlack + kGuard + 63) / 64 * 64;
    auto* const fresh = static_cast<std::uint8_t*>(std::aligned_alloc(64, whole));
    std::memset(fresh, 0, whole);
    if (data != nullptr) std::memcpy(fresh, data, size);
    std::memset(fresh + bytes + kSlack, kGuardByte, kGuard);
    std::free(data);
    data = fresh;
    capacity = bytes;
  }
  bool guard_is_whole() const {
    return std::all_of(data + capacity + kSlack, data + capacity + kSlack + kGuard,
                       [](std::uint8_t byte) { return byte == kGuardByte; });
  }
};

datagen_status reserve(datagen_buffer* buffer, std::uint64_t capacity) noexcept {
  if (capacity > buffer->capacity) static_cast<HostBuffer*>(buffer)->grow(capacity);
  return DATAGEN_OK;
}

struct HostColumn {
  explicit HostColumn(std::uint64_t data_bytes, std::uint64_t n) : offsets((n + 1) * 4), data(data_bytes) {
    column.struct_size = sizeof column;
    column.offsets = &offsets;
    column.data = &data;
  }
  HostBuffer offsets;
  HostBuffer data;
  datagen_column column{};

  std::vector<std::string> texts(std::size_t n, bool utf8) const {
    REQUIRE(offsets.guard_is_whole());
    REQUIRE(data.guard_is_whole());
    const auto* const ends = reinterpret_cast<const std::int32_t*>(offsets.data);
    REQUIRE(ends[0] == 0);
    REQUIRE(static_cast<std::uint64_t>(ends[n]) <= data.size);
    // One assertion for all: there are millions of values.
    REQUIRE(std::is_sorted(ends, ends + n + 1));
    std::vector<std::string> result;
    const std::string* broken = nullptr;
    result.reserve(n);
    for (std::size_t i = 0; i < n; ++i) {
      result.emplace_back(reinterpret_cast<const char*>(data.data) + ends[i],
                          static_cast<std::size_t>(ends[i + 1] - ends[i]));
      if (utf8 && !is_utf8(result.back())) broken = &result.back();
    }
    INFO("not UTF-8: " << (broken == nullptr ? "" : *broken));
    REQUIRE(broken == nullptr);
    return result;
  }
};

std::size_t width_of(const std::string& format) {
  if (format == "s") return 2;
  if (format == "i" || format == "f" || format == "tdD") return 4;
  if (format == "l" || format == "g" || format == "ttu" || format.rfind("tsu:", 0) == 0) return 8;
  return 16;
}

template <class T>
T load(const std::uint8_t* data, std::size_t i) {
  T value;
  std::memcpy(&value, data + i * sizeof(T), sizeof(T));
  return value;
}

std::string decimal_text(const std::uint8_t* cell) {
  __extension__ using int128 = __int128;
  int128 value;
  std::memcpy(&value, cell, sizeof value);
  const bool negative = value < 0;
  std::string digits;
  do {
    const int digit = static_cast<int>(value % 10);
    digits += static_cast<char>('0' + (digit < 0 ? -digit : digit));
    value /= 10;
  } while (value != 0);
  if (negative) digits += '-';
  return {digits.rbegin(), digits.rend()};
}

// Typed option values with the memory they point at.
struct Values {
  std::vector<datagen_value> values;
  std::list<std::string> texts;
  std::list<std::vector<double>> floats;
  std::list<std::vector<datagen_str>> strings;

  void add(const datagen_option& option, const Json& given) {
    datagen_value value{};
    value.type = option.type;
    value.is_set = given.is_null() ? 0 : 1;
    if (value.is_set != 0) fill(option, given, value);
    values.push_back(value);
  }

  void fill(const datagen_option& option, const Json& given, datagen_value& value) {
    switch (option.type) {
      case DATAGEN_BOOL:
        value.as.i = given.get<bool>() ? 1 : 0;
        return;
      case DATAGEN_FLOAT:
        value.as.f = given.get<double>();
        return;
      case DATAGEN_STRING:
        texts.push_back(given.get<std::string>());
        value.as.s = {texts.back().data(), texts.back().size()};
        return;
      case DATAGEN_JSON:
        texts.push_back(given.dump());
        value.as.s = {texts.back().data(), texts.back().size()};
        return;
      case DATAGEN_CHOICE:
        for (std::uint32_t i = 0; i < option.n_choices; ++i) {
          if (given.get<std::string>() == option.choices[i]) value.as.i = i;
        }
        return;
      case DATAGEN_FLOAT_LIST:
        floats.push_back(given.get<std::vector<double>>());
        value.as.floats = floats.back().data();
        value.count = floats.back().size();
        return;
      case DATAGEN_STRING_LIST: {
        strings.emplace_back();
        for (const Json& item : given) {
          texts.push_back(item.get<std::string>());
          strings.back().push_back({texts.back().data(), texts.back().size()});
        }
        value.as.strings = strings.back().data();
        value.count = strings.back().size();
        return;
      }
      default:
        value.as.i = given.get<std::int64_t>();
    }
  }
};

// Arrow arrays of the inputs.
struct ArrowInputs {
  struct Built {
    std::vector<std::uint8_t> validity;
    std::vector<std::int32_t> offsets, indices;
    std::string bytes;
    std::vector<std::int64_t> numbers;
    const void* buffers[3] = {};
    const void* dictionary_buffers[3] = {};
    ArrowArray array{}, dictionary{};
    ArrowSchema schema{}, dictionary_schema{};
  };
  std::list<Built> built;
  std::vector<const ArrowArray*> arrays;
  std::vector<const ArrowSchema*> schemas;

  explicit ArrowInputs(const std::vector<Input>& inputs) {
    for (const Input& input : inputs) add(input);
  }

  void add(const Input& input) {
    built.emplace_back();
    Built& b = built.back();
    const std::size_t n = std::max(input.texts.size(), input.timestamps.size());
    b.array.length = static_cast<std::int64_t>(n);
    b.array.n_buffers = 3;
    b.array.buffers = b.buffers;
    arrays.push_back(&b.array);
    schemas.push_back(&b.schema);
    if (!input.timestamps.empty()) {
      b.numbers = input.timestamps;
      b.schema.format = "tsu:";
      b.buffers[1] = b.numbers.data();
      return;
    }
    b.validity.assign(n / 8 + 1, 0xff);
    std::vector<std::string> entries;
    for (std::size_t i = 0; i < n; ++i) {
      if (input.texts[i] == "NULL") {
        b.validity[i / 8] = static_cast<std::uint8_t>(b.validity[i / 8] & ~(1u << i % 8));
        ++b.array.null_count;
      }
      if (input.dictionary) {
        const auto place = std::find(entries.begin(), entries.end(), input.texts[i]);
        b.indices.push_back(static_cast<std::int32_t>(place - entries.begin()));
        if (place == entries.end()) entries.push_back(input.texts[i]);
      }
    }
    if (!input.dictionary) entries = input.texts;
    b.offsets.push_back(0);
    for (const std::string& entry : entries) {
      b.bytes += entry;
      b.offsets.push_back(static_cast<std::int32_t>(b.bytes.size()));
    }
    b.buffers[0] = b.array.null_count == 0 ? nullptr : b.validity.data();
    if (input.dictionary) {
      b.schema.format = "i";
      b.dictionary_schema.format = "u";
      b.schema.dictionary = &b.dictionary_schema;
      b.buffers[1] = b.indices.data();
      b.dictionary_buffers[1] = b.offsets.data();
      b.dictionary_buffers[2] = b.bytes.data();
      b.dictionary.length = static_cast<std::int64_t>(entries.size());
      b.dictionary.n_buffers = 3;
      b.dictionary.buffers = b.dictionary_buffers;
      b.array.dictionary = &b.dictionary;
    } else {
      b.schema.format = "u";
      b.buffers[1] = b.offsets.data();
      b.buffers[2] = b.bytes.data();
    }
  }
};

void* scratch(const datagen_call* call, std::uint64_t bytes) noexcept {
  auto* const blocks = static_cast<std::list<std::vector<std::max_align_t>>*>(call->context);
  return blocks->emplace_back(bytes / sizeof(std::max_align_t) + 1).data();
}

datagen_host make_host() {
  datagen_host host{};
  host.struct_size = sizeof host;
  host.abi_version = DATAGEN_ABI_MAJOR << 16;
  host.name = "test";
  host.version = "1.0.0";
  host.log = [](const datagen_host*, std::int32_t, const char*) noexcept {};
  host.is_cancelled = [](const datagen_host*) noexcept -> std::int32_t { return 0; };
  host.get_service = [](const datagen_host*, const char*) noexcept -> const void* { return nullptr; };
  return host;
}

}  // namespace

const datagen_plugin& generators_plugin() {
  static const datagen_plugin* const plugin = [] {
    void* const library = dlopen(DATAGEN_GENERATORS_PLUGIN, RTLD_NOW | RTLD_LOCAL);
    if (library == nullptr) throw std::runtime_error(dlerror());
    const auto entry = reinterpret_cast<const datagen_plugin* (*)()>(dlsym(library, DATAGEN_ENTRY_SYMBOL));
    return entry();
  }();
  return *plugin;
}

const datagen_generator_class& find_class(const std::string& name) {
  const datagen_plugin& plugin = generators_plugin();
  for (std::uint32_t i = 0; i < plugin.n_generators; ++i) {
    if (plugin.generators[i]->id == "datagen." + name) return *plugin.generators[i];
  }
  throw std::runtime_error("no generator " + name);
}

Column integer_column() { return {}; }
Column bigint_column() { return {.type = "bigint", .format = "l"}; }
Column text_column(std::uint32_t n) {
  const std::string type = n == 0 ? "text" : "character varying(" + std::to_string(n) + ")";
  return {.type = type, .format = "u", .family = DATAGEN_FAMILY_TEXT, .max_characters = n};
}
Column numeric_column(int precision, int scale) {
  const std::string digits = std::to_string(precision) + "," + std::to_string(scale);
  return {.type = "numeric(" + digits + ")",
          .format = "d:" + digits,
          .family = DATAGEN_FAMILY_DECIMAL,
          .precision = precision,
          .scale = scale};
}
Column timestamp_column() {
  return {.type = "timestamp without time zone", .format = "tsu:", .family = DATAGEN_FAMILY_TIMESTAMP};
}
Column date_column() { return {.type = "date", .format = "tdD", .family = DATAGEN_FAMILY_DATE}; }

Column array_column(const std::string& element_type) {
  return {.type = element_type + "[]", .format = "u", .family = DATAGEN_FAMILY_ARRAY};
}
std::vector<Column> all_columns() {
  return {
      {.type = "smallint", .format = "s"},
      integer_column(),
      bigint_column(),
      {.type = "real", .format = "f", .family = DATAGEN_FAMILY_FLOAT},
      {.type = "double precision", .format = "g", .family = DATAGEN_FAMILY_FLOAT},
      numeric_column(5, 2),
      numeric_column(10, 2),
      numeric_column(38, 6),
      numeric_column(2, 2),
      {.type = "numeric", .format = "u", .family = DATAGEN_FAMILY_DECIMAL},
      {.type = "money", .format = "u", .family = DATAGEN_FAMILY_OTHER},
      {.type = "boolean", .format = "b", .family = DATAGEN_FAMILY_BOOLEAN},
      text_column(0),
      text_column(1),
      text_column(2),
      text_column(5),
      text_column(12),
      text_column(20),
      text_column(50),
      text_column(255),
      date_column(),
      {.type = "time", .format = "ttu", .family = DATAGEN_FAMILY_TIME},
      timestamp_column(),
      {.type = "timestamp(0) with time zone", .format = "tsu:UTC", .family = DATAGEN_FAMILY_TIMESTAMP, .precision = 0},
      {.type = "interval", .format = "u", .family = DATAGEN_FAMILY_INTERVAL},
      {.type = "uuid", .format = "w:16", .family = DATAGEN_FAMILY_UUID},
      {.type = "bytea", .format = "z", .family = DATAGEN_FAMILY_BINARY},
      {.type = "jsonb", .format = "u", .family = DATAGEN_FAMILY_JSON},
      {.type = "inet", .format = "u", .family = DATAGEN_FAMILY_NETWORK},
      {.type = "mood", .format = "u", .family = DATAGEN_FAMILY_ENUM, .labels = {"sad", "ok", "happy"}},
      {.type = "point", .format = "u", .family = DATAGEN_FAMILY_OTHER},
      {.type = "bit(12)", .format = "u", .family = DATAGEN_FAMILY_OTHER}};
}

Object::Object(const datagen_generator_class& type, const Column& column, const Json& options,
               std::vector<Input> inputs)
    : type_(&type), column_(column), inputs_(std::move(inputs)) {
  static const datagen_host host = make_host();
  Values values;
  for (std::uint32_t i = 0; i < type.n_options; ++i) {
    const datagen_option& option = *type.options[i];
    Json given;
    if (options.contains(option.name)) {
      given = options[option.name];
    } else if (option.default_value != nullptr && option.type != DATAGEN_COLUMN) {
      given = Json::parse(option.default_value);
    }
    values.add(option, given);
  }
  const ArrowInputs arrow(inputs_);
  std::vector<const char*> labels;
  for (const std::string& label : column_.labels) labels.push_back(label.c_str());
  datagen_target target{};
  target.struct_size = sizeof target;
  target.family = column_.family;
  target.table = "t";
  target.column = "c";
  target.postgres_type = column_.type.c_str();
  target.format = column_.format.c_str();
  target.max_characters = column_.max_characters;
  target.precision = column_.precision;
  target.scale = column_.scale;
  target.n_inputs = static_cast<std::uint32_t>(arrow.schemas.size());
  target.row_count = 1000;
  target.distinct_needed = column_.distinct_needed;
  target.now = kNow;
  target.locale = column_.locale.c_str();
  target.minimum = column_.minimum.empty() ? nullptr : column_.minimum.c_str();
  target.maximum = column_.maximum.empty() ? nullptr : column_.maximum.c_str();
  target.labels = labels.data();
  target.n_labels = static_cast<std::uint32_t>(labels.size());
  target.inputs = arrow.schemas.data();
  datagen_error error{};
  error.struct_size = sizeof error;
  status_ = type.create(&host, &target, values.values.data(), static_cast<std::uint32_t>(values.values.size()),
                        &handle_, &error);
  if (status_ != DATAGEN_OK) {
    handle_ = nullptr;
    message_ = error.message;
    return;
  }
  info_.struct_size = sizeof info_;
  REQUIRE(type.describe(handle_, &info_, &error) == DATAGEN_OK);
}

Object::~Object() { type_->destroy(handle_); }

std::vector<std::string> Object::dictionary() const {
  HostColumn out(0, 0);
  std::int64_t length = 0;
  datagen_error error{};
  error.struct_size = sizeof error;
  REQUIRE(type_->dictionary(handle_, &out.column, &length, &error) == DATAGEN_OK);
  return out.texts(static_cast<std::size_t>(length), true);
}

std::vector<double> Object::weights() const {
  std::vector<double> result(info_.cardinality);
  datagen_error error{};
  error.struct_size = sizeof error;
  REQUIRE(type_->weights(handle_, result.data(), result.size(), &error) == DATAGEN_OK);
  return result;
}

std::uint64_t Object::locate(const std::string& value, std::uint32_t side) const {
  std::uint64_t ordinal = 0;
  datagen_error error{};
  error.struct_size = sizeof error;
  INFO(value << ": " << error.message);
  REQUIRE(type_->locate(handle_, value.c_str(), side, &ordinal, &error) == DATAGEN_OK);
  return ordinal;
}

struct Object::Made {
  std::string format;
  std::unique_ptr<HostColumn> out;
  bool texts() const { return format == "u" || format == "z"; }
};

Object::Made Object::make(const std::vector<std::uint64_t>& ordinals, std::uint64_t key) const {
  const std::size_t n = ordinals.size();
  const bool dictionary_set = has(DATAGEN_DICTIONARY);
  Made made{dictionary_set ? "i" : column_.format, nullptr};
  const std::size_t bytes = made.texts() ? 0 : made.format == "b" ? n / 8 + 1 : n * width_of(made.format);
  made.out = std::make_unique<HostColumn>(bytes, made.texts() ? n : 0);
  HostColumn& out = *made.out;
  const ArrowInputs arrow(inputs_);
  std::list<std::vector<std::max_align_t>> blocks;
  datagen_call call{};
  call.struct_size = sizeof call;
  call.n_inputs = static_cast<std::uint32_t>(arrow.arrays.size());
  call.key = {datagen_mix(key), datagen_mix(key + 1)};
  call.rows = ordinals.data();
  call.inputs = arrow.arrays.data();
  call.scratch = scratch;
  call.context = &blocks;
  datagen_error error{};
  error.struct_size = sizeof error;
  if (type_->values != nullptr) {
    const datagen_status status =
        type_->values(handle_, &call, ordinals.data(), static_cast<std::uint32_t>(n), &out.column, &error);
    INFO(error.message);
    REQUIRE(status == DATAGEN_OK);
  } else {
    REQUIRE(dictionary_set);
    for (std::size_t i = 0; i < n; ++i) {
      const auto index = static_cast<std::int32_t>(ordinals[i]);
      std::memcpy(out.data.data + i * 4, &index, 4);
    }
  }
  REQUIRE(out.data.guard_is_whole());
  return made;
}

std::vector<std::uint64_t> Object::hashes(const std::vector<std::uint64_t>& ordinals, std::uint64_t key) const {
  const Made made = make(ordinals, key);
  const std::uint8_t* const data = made.out->data.data;
  const auto* const ends = reinterpret_cast<const std::int32_t*>(made.out->offsets.data);
  const std::size_t width = made.texts() || made.format == "b" ? 0 : width_of(made.format);
  std::vector<std::uint64_t> result;
  for (std::size_t i = 0; i < ordinals.size(); ++i) {
    if (made.format == "b") {
      result.push_back(data[i / 8] >> i % 8 & 1u);
      continue;
    }
    const std::size_t begin = made.texts() ? static_cast<std::size_t>(ends[i]) : i * width;
    const std::size_t size = made.texts() ? static_cast<std::size_t>(ends[i + 1] - ends[i]) : width;
    std::uint64_t hash = size;
    for (std::size_t at = 0; at < size; at += 8) {
      std::uint64_t bytes = 0;
      std::memcpy(&bytes, data + begin + at, std::min<std::size_t>(8, size - at));
      hash = datagen_mix(hash ^ bytes);
    }
    result.push_back(hash);
  }
  return result;
}

std::vector<std::string> Object::values(const std::vector<std::uint64_t>& ordinals, std::uint64_t key) const {
  const std::size_t n = ordinals.size();
  const bool dictionary_set = has(DATAGEN_DICTIONARY);
  const Made made = make(ordinals, key);
  const HostColumn& out = *made.out;
  const std::string& format = made.format;
  if (made.texts()) return out.texts(n, format == "u");
  const std::vector<std::string> entries = dictionary_set ? dictionary() : std::vector<std::string>{};
  std::vector<std::string> result;
  for (std::size_t i = 0; i < n; ++i) {
    const std::uint8_t* const data = out.data.data;
    if (dictionary_set) {
      const auto index = load<std::int32_t>(data, i);
      if (index < 0 || static_cast<std::size_t>(index) >= entries.size()) FAIL("index " << index << " of no entry");
      result.push_back(entries[static_cast<std::size_t>(index)]);
    } else if (format == "b") {
      result.push_back((data[i / 8] >> i % 8 & 1) != 0 ? "true" : "false");
    } else if (format == "s") {
      result.push_back(std::to_string(load<std::int16_t>(data, i)));
    } else if (format == "i" || format == "tdD") {
      result.push_back(std::to_string(load<std::int32_t>(data, i)));
    } else if (format == "f") {
      result.push_back(std::to_string(load<float>(data, i)));
    } else if (format == "g") {
      result.push_back(std::to_string(load<double>(data, i)));
    } else if (format.rfind("d:", 0) == 0) {
      result.push_back(decimal_text(data + i * 16));
    } else if (format == "w:16") {
      result.emplace_back(reinterpret_cast<const char*>(data) + i * 16, 16);
    } else {
      result.push_back(std::to_string(load<std::int64_t>(data, i)));
    }
  }
  return result;
}

std::vector<std::uint64_t> sample_ordinals(const datagen_generator_info& info, std::size_t n) {
  std::vector<std::uint64_t> result;
  if (info.cardinality != 0 && info.cardinality <= n) {
    for (std::uint64_t i = 0; i < info.cardinality; ++i) result.push_back(i);
    return result;
  }
  // One of each of n equal parts, so all are distinct; of the first and the last part, the ends.
  const std::uint64_t last = info.cardinality - 1, part = last / n;
  for (std::uint64_t i = 0; i < n; ++i) {
    const std::uint64_t offset = datagen_scale(datagen_mix(i + 77), part);
    result.push_back(i == 0 ? 0 : i + 1 == n ? last : i * part + offset);
  }
  return result;
}

bool is_utf8(const std::string& text) {
  for (std::size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const std::size_t size = lead < 0x80                   ? 1
                             : lead >= 0xc2 && lead < 0xe0 ? 2
                             : lead >= 0xe0 && lead < 0xf0 ? 3
                             : lead >= 0xf0 && lead < 0xf5 ? 4
                                                           : 0;
    if (size == 0 || i + size > text.size()) return false;
    for (std::size_t k = 1; k < size; ++k) {
      if ((static_cast<unsigned char>(text[i + k]) & 0xc0) != 0x80) return false;
    }
    i += size;
  }
  return true;
}

std::size_t characters(const std::string& text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

}  // namespace datagen::test
