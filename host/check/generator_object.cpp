#include "check/generator_object.hpp"

#include <algorithm>
#include <cstring>

#include "check/inputs.hpp"
#include "check/option_values.hpp"
#include "datagen/random.h"

namespace datagen::host::check {
namespace {

constexpr std::uint64_t kRowCount = 1000;

std::string until_nul(const char* text, std::size_t size, bool& terminated) {
  const char* const end = std::find(text, text + size, '\0');
  terminated = terminated && end != text + size;
  return {text, end};
}

}  // namespace

Refusal read_refusal(datagen_status status, const datagen_error& error) {
  Refusal result;
  result.status = status;
  if (status == DATAGEN_OK) return result;
  result.message = until_nul(error.message, sizeof error.message, result.terminated);
  result.subject = until_nul(error.subject, sizeof error.subject, result.terminated);
  return result;
}

Refusal lie(const std::string& message) {
  return {DATAGEN_INTERNAL, "reported success but " + message, "", true, true};
}

datagen_error no_error() {
  datagen_error error{};
  error.row = -1;
  return error;
}

bool Values::is_null(std::uint32_t i) const {
  return nullable && (column->validity_buffer.data()[i / 8] >> (i % 8) & 1) == 0;
}

std::string_view Values::cell(std::uint32_t i) const {
  const auto* const data = reinterpret_cast<const char*>(column->data_buffer.data());
  switch (layout.storage) {
    case Storage::bits:
      return (data[i / 8] >> (i % 8) & 1) != 0 ? std::string_view("\1", 1) : std::string_view("\0", 1);
    case Storage::fixed:
      return {data + std::size_t{i} * layout.width, layout.width};
    case Storage::variable:
      break;
  }
  const auto* const offsets = column->offsets_buffer.as<std::int32_t>();
  return {data + offsets[i], static_cast<std::size_t>(offsets[i + 1] - offsets[i])};
}

bool Values::same(std::uint32_t i, const Values& other, std::uint32_t j) const {
  if (is_null(i) || other.is_null(j)) return is_null(i) && other.is_null(j);
  return cell(i) == other.cell(j);
}

bool Values::same(const Values& other) const {
  if (refusal.status != other.refusal.status || n != other.n) return false;
  if (!ok()) return true;
  for (std::uint32_t i = 0; i < n; ++i) {
    if (!same(i, other, i)) return false;
  }
  return true;
}

bool Values::readable() const {
  if (!column->data_buffer.intact() || !column->offsets_buffer.intact() || !column->validity_buffer.intact()) {
    return false;
  }
  if (layout.storage != Storage::variable) return true;
  const auto* const offsets = column->offsets_buffer.as<std::int32_t>();
  if (offsets[0] != 0) return false;
  for (std::uint32_t i = 0; i < n; ++i) {
    if (offsets[i + 1] < offsets[i]) return false;
  }
  return static_cast<std::uint64_t>(offsets[n]) <= column->data_buffer.size();
}

void Values::append_to(std::string& digest) const {
  digest += std::to_string(refusal.status) + ':';
  for (std::uint32_t i = 0; ok() && i < n; ++i) {
    if (is_null(i)) {
      digest += "N;";
    } else {
      digest.append(cell(i)) += ';';
    }
  }
}

Request request(std::vector<std::uint64_t> ordinals) {
  Request result;
  result.ordinals = std::move(ordinals);
  for (std::size_t i = 0; i < result.ordinals.size(); ++i) result.rows.push_back(i);
  return result;
}

Object::Object(const GeneratorClass& generator_class, const GeneratorSample& sample)
    : class_(generator_class), sample_(sample), type_(target_types()[sample.target_index]) {
  name_ = "generator " + class_.id + " on " + type_.text;
  if (sample.distinct_needed > 0) name_ += ", " + std::to_string(sample.distinct_needed) + " values needed";
  static const char* const inputs[] = {
      "", "dictionary inputs", "text inputs", "timestamp inputs", "date inputs", "integer inputs"};
  if (sample.inputs != InputKind::none) name_ += std::string(", ") + inputs[static_cast<std::size_t>(sample.inputs)];
  for (const auto& [option, text] : sample.options) {
    name_ += ", " + option + " " + (text.size() > 40 ? text.substr(0, 37) + "..." : text);
  }
}

std::unique_ptr<Object> Object::create(const Checker& checker, const GeneratorClass& generator_class,
                                       const GeneratorSample& sample, Refusal& refusal, bool with_error) {
  std::unique_ptr<Object> object(new Object(generator_class, sample));
  const SqlType& type = object->type_;
  const std::span<const datagen_option> options = generator_class.options;
  const bool bound = sample.inputs != InputKind::none;
  const OptionValues values(options, sample.options, bound);

  const std::vector<const ArrowSchema*> inputs(bound ? input_count(options) : 0, &input_schema(sample.inputs));
  std::vector<const char*> labels;
  if (type.family == DATAGEN_FAMILY_ENUM) {
    for (const std::string& label : enum_labels()) labels.push_back(label.c_str());
  }
  Lender lender;
  datagen_target target{};
  target.family = type.family;
  target.table = "check.samples";
  target.column = "sample";
  target.postgres_type = type.text.c_str();
  target.format = type.format.c_str();
  target.max_characters = type.max_characters;
  target.precision = type.precision;
  target.scale = type.scale;
  target.n_inputs = static_cast<std::uint32_t>(inputs.size());
  target.row_count = kRowCount;
  target.distinct_needed = sample.distinct_needed;
  target.now = kNow;
  target.locale = "en_US";
  target.labels = labels.data();
  target.n_labels = static_cast<std::uint32_t>(labels.size());
  target.inputs = inputs.data();

  const datagen_generator_class& table = generator_class.table;
  datagen_error* const error = lender.lend(no_error());
  datagen_status status = table.create(object->lender_.lend(checker.host()), lender.lend(target),
                                       values.values().data(), static_cast<std::uint32_t>(values.values().size()),
                                       &object->generator_, with_error ? error : nullptr);
  refusal = read_refusal(status, *error);
  if (status != DATAGEN_OK || object->generator_ == nullptr) {
    object->generator_ = nullptr;
    if (status == DATAGEN_OK) refusal = lie("made nothing");
    return nullptr;
  }
  datagen_generator_info* const info = lender.lend(datagen_generator_info{});
  status = table.describe(object->generator_, info, with_error ? error : nullptr);
  refusal = read_refusal(status, *error);
  if (status != DATAGEN_OK) return nullptr;
  std::memcpy(&object->info_, info, sizeof object->info_);
  return object;
}

Object::~Object() {
  if (generator_ != nullptr) class_.table.destroy(generator_);
}

Values Object::values(const Request& request, std::optional<std::uint64_t> successes) const {
  Values result;
  result.n = static_cast<std::uint32_t>(request.ordinals.size());
  result.column = std::make_unique<ColumnData>();
  result.layout = parse_format(has(DATAGEN_DICTIONARY) ? "i" : type_.format);
  result.nullable = has(DATAGEN_MAKES_NULLS);
  ColumnData& column = *result.column;
  column.prepare(result.layout, result.n);
  if (class_.table.values == nullptr) {
    // The index is the ordinal.
    for (std::uint32_t i = 0; i < result.n; ++i) {
      column.data_buffer.as<std::int32_t>()[i] = static_cast<std::int32_t>(request.ordinals[i]);
    }
    result.nullable = false;
    return result;
  }
  Lender lender;
  LentArrays lent;
  const Inputs inputs(sample_.inputs, input_count(class_.options), request.rows, request.under_null);
  datagen_call call{};
  call.n_inputs = static_cast<std::uint32_t>(inputs.arrays().size());
  call.key = request.key;
  call.rows = lent.lend(std::span<const std::uint64_t>(request.rows));
  call.inputs = inputs.arrays().data();
  call.scratch = &Lender::scratch;
  call.context = &lender;
  datagen_column abi{};
  abi.offsets = column.offsets_buffer.abi();
  abi.data = column.data_buffer.abi();
  if (result.nullable) {
    column.prepare_validity(result.n);
    abi.validity = column.validity_buffer.abi();
  }
  datagen_column* const out = lender.lend(abi);
  datagen_error* const error = lender.lend(no_error());
  const datagen_call* const lent_call = lender.lend(call);
  const std::uint64_t* const ordinals = lent.lend(std::span(request.ordinals));
  std::optional<Shortage> shortage;
  if (successes) shortage.emplace(*successes);
  const datagen_status status =
      class_.table.values(generator_, lent_call, ordinals, result.n, out, request.with_error ? error : nullptr);
  result.memory_was_short = shortage && shortage->was_felt();
  shortage.reset();
  result.refusal = read_refusal(status, *error);
  result.null_count = out->null_count;
  if (result.ok() && !result.readable()) {
    result.refusal = lie("left buffers that cannot be read");
  }
  return result;
}

Entries Object::dictionary(bool with_error) const {
  Entries result;
  ColumnData column;
  const std::uint64_t wanted = info_.cardinality;
  column.prepare(Format{Storage::variable, 0},
                 static_cast<std::uint32_t>(wanted == 0 || wanted > 1U << 24 ? 1024 : wanted));
  Lender lender;
  datagen_column abi{};
  abi.offsets = column.offsets_buffer.abi();
  abi.data = column.data_buffer.abi();
  std::int64_t length = 0;
  datagen_error* const error = lender.lend(no_error());
  const datagen_status status =
      class_.table.dictionary(generator_, lender.lend(abi), &length, with_error ? error : nullptr);
  result.refusal = read_refusal(status, *error);
  if (status != DATAGEN_OK) return result;
  const auto unreadable = [&](const char* what) {
    result.texts.clear();
    result.refusal = lie(what);
    return result;
  };
  const Buffer& offsets_buffer = column.offsets_buffer;
  if (length < 1 || length > std::int64_t{1} << 24) return unreadable("gave a dictionary of an impossible length");
  if (!offsets_buffer.intact() || !column.data_buffer.intact() ||
      offsets_buffer.capacity() < (static_cast<std::uint64_t>(length) + 1) * sizeof(std::int32_t)) {
    return unreadable("left buffers that cannot be read");
  }
  const auto* const offsets = offsets_buffer.as<std::int32_t>();
  if (offsets[0] != 0) return unreadable("offsets do not begin at 0");
  for (std::int64_t i = 0; i < length; ++i) {
    if (offsets[i + 1] < offsets[i] || static_cast<std::uint64_t>(offsets[i + 1]) > column.data_buffer.size()) {
      return unreadable("offsets do not lie within the data");
    }
    result.texts.emplace_back(column.data_buffer.as<char>() + offsets[i],
                              static_cast<std::size_t>(offsets[i + 1] - offsets[i]));
  }
  return result;
}

Weights Object::weights(bool with_error) const {
  Weights result;
  result.values.resize(info_.cardinality, -1.0);
  Lender lender;
  datagen_error* const error = lender.lend(no_error());
  const datagen_status status =
      class_.table.weights(generator_, result.values.data(), result.values.size(), with_error ? error : nullptr);
  result.refusal = read_refusal(status, *error);
  return result;
}

bool Object::can_locate() const {
  return has(DATAGEN_ORDERED) && class_.table.locate != nullptr && info_.cardinality != 0;
}

Place Object::locate(const std::string& value, std::uint32_t side, bool with_error) const {
  Place result;
  Lender lender;
  datagen_error* const error = lender.lend(no_error());
  const datagen_status status =
      class_.table.locate(generator_, value.c_str(), side, &result.ordinal, with_error ? error : nullptr);
  result.refusal = read_refusal(status, *error);
  return result;
}

std::string Object::answers(const Request& request) const {
  std::string result = name_ + '|' + std::to_string(info_.flags) + '|' + std::to_string(info_.cardinality) + '|';
  values(request).append_to(result);
  if (has(DATAGEN_DICTIONARY) && class_.table.dictionary != nullptr) {
    for (const std::string& text : dictionary().texts) result += text + ';';
  }
  if (has(DATAGEN_WEIGHTED) && class_.table.weights != nullptr && info_.cardinality <= 1U << 24) {
    for (const double weight : weights().values) result += std::to_string(weight) + ';';
  }
  return result;
}

std::vector<std::uint64_t> Object::ordinals(std::size_t n, std::uint64_t seed) const {
  std::vector<std::uint64_t> result;
  const std::uint64_t cardinality = info_.cardinality;
  if (cardinality != 0 && cardinality <= n) {
    for (std::uint64_t i = 0; i < cardinality; ++i) result.push_back(i);
    return result;
  }
  result = {0, cardinality - 1};  // of an unbounded set: 2^64 - 1
  for (std::uint64_t i = 2; i < n; ++i) {
    const std::uint64_t random = datagen_mix(seed * n + i);
    result.push_back(cardinality == 0 ? random : datagen_scale(random, cardinality));
  }
  std::sort(result.begin(), result.end());
  result.erase(std::unique(result.begin(), result.end()), result.end());
  return result;
}

void for_each_object(Checker& checker, const std::function<void(Object&)>& examine) {
  const auto& classes = checker.registry().generators();
  for (const GeneratorSample& sample : checker.samples.generators) {
    const GeneratorClass& generator_class = *classes.at(sample.class_index);
    checker.at("generator " + generator_class.id);
    Refusal refusal;
    const auto object = Object::create(checker, generator_class, sample, refusal);
    if (object == nullptr) continue;
    checker.at(object->name());
    examine(*object);
  }
}

}  // namespace datagen::host::check
