#include "program/value_set.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "program/plugin_error.hpp"
#include "program/text_checks.hpp"
#include "program/wide_loop.hpp"

namespace datagen {

namespace {

constexpr std::uint64_t largest_dictionary = 1u << 24;

std::string describe(const GeneratorClass& c, const datagen_error& error, datagen_status code) {
  return fmt::format("generator {}: {}", c.short_name, message_of(error, code));
}

datagen_column abi_column(ColumnData& column) {
  datagen_column abi{};
  abi.struct_size = sizeof abi;
  abi.offsets = column.offsets_buffer.abi();
  abi.data = column.data_buffer.abi();
  return abi;
}

}  // namespace

ValueSet::ValueSet(const GeneratorClass& generator_class, std::string subject)
    : class_(generator_class), subject_(std::move(subject)) {}

ValueSet::~ValueSet() {
  if (generator_ != nullptr) class_.table.destroy(generator_);
}

std::shared_ptr<const ValueSet> ValueSet::create(const GeneratorClass& generator_class, const datagen_host& host,
                                                 const datagen_target& target, std::span<const datagen_value> options,
                                                 std::string subject, Status& status) {
  auto refuse = [&](datagen_status code, const datagen_error& error) {
    status = {code, describe(generator_class, error, code), bounded(error.subject)};
    return nullptr;
  };
  auto lie = [&](const std::string& what) {
    status = {
        DATAGEN_INTERNAL, fmt::format("generator {} of {} {}", generator_class.id, generator_class.origin, what), {}};
    return nullptr;
  };

  std::shared_ptr<ValueSet> set(new ValueSet(generator_class, std::move(subject)));
  set->format_ = target.format;
  set->layout_ = parse_format(set->format_);
  set->max_characters_ = target.max_characters;
  const datagen_generator_class& table = generator_class.table;
  datagen_error error = empty_error();
  datagen_generator* generator = nullptr;
  datagen_status code =
      table.create(&host, &target, options.data(), static_cast<std::uint32_t>(options.size()), &generator, &error);
  if (code != DATAGEN_OK) return refuse(code, error);
  if (generator == nullptr) return lie("reported success but made nothing");
  set->generator_ = generator;
  set->info_.struct_size = sizeof set->info_;
  code = table.describe(generator, &set->info_, &error);
  if (code != DATAGEN_OK) return refuse(code, error);
  if (set->has(DATAGEN_DICTIONARY)) {
    if (table.dictionary == nullptr) return lie("declares a dictionary but cannot give one");
    if (!set->load_dictionary(status)) return nullptr;
    set->layout_ = parse_format("i");
  } else if (table.values == nullptr) {
    return lie("has neither values nor a dictionary");
  }
  if (set->has(DATAGEN_WEIGHTED)) {
    std::uint64_t n = set->info_.cardinality;
    if (table.weights == nullptr) return lie("declares weights but cannot give them");
    if (n == 0 || n > largest_dictionary) return lie(fmt::format("declares weights over {} values", n));
  }
  return set;
}

bool ValueSet::load_dictionary(Status& status) {
  auto lie = [&](const std::string& what) {
    status = {
        DATAGEN_INTERNAL, fmt::format("generator {} of {}: its dictionary {}", class_.id, class_.origin, what), {}};
    return false;
  };
  std::uint64_t wanted = info_.cardinality;
  if (wanted > largest_dictionary)
    return lie(fmt::format("has {} entries, at most {} are allowed", wanted, largest_dictionary));
  auto column = std::make_unique<ColumnData>();
  Format text{Storage::variable, 0};
  // A first guess; a class whose dictionary is longer than its set of ordinals reserves what it needs.
  column->prepare(text, static_cast<std::uint32_t>(wanted == 0 ? 1024 : wanted));
  datagen_column abi = abi_column(*column);
  datagen_error error = empty_error();
  std::int64_t length = 0;
  datagen_status code = class_.table.dictionary(generator_, &abi, &length, &error);
  if (code != DATAGEN_OK) {
    status = {code, describe(class_, error, code), bounded(error.subject)};
    return false;
  }
  if (length < 1 || static_cast<std::uint64_t>(length) > largest_dictionary)
    return lie(fmt::format("has {} entries", length));
  if (class_.table.values == nullptr && wanted != static_cast<std::uint64_t>(length))
    return lie(fmt::format("has {} entries for {} ordinals", length, wanted));
  const Buffer& offsets_buffer = column->offsets_buffer;
  if (!column->data_buffer.intact() || !offsets_buffer.intact() ||
      offsets_buffer.capacity() < (static_cast<std::uint64_t>(length) + 1) * 4)
    return lie("does not lie within the buffers that the host gave");
  const auto* offsets = offsets_buffer.as<std::int32_t>();
  if (offsets[0] != 0) return lie("does not begin at offset 0");
  for (std::int64_t i = 0; i < length; ++i) {
    if (offsets[i + 1] < offsets[i] || static_cast<std::uint64_t>(offsets[i + 1]) > column->data_buffer.size())
      return lie(fmt::format("has an entry {} of impossible length", i));
    std::string_view entry(column->data_buffer.as<char>() + offsets[i],
                           static_cast<std::size_t>(offsets[i + 1] - offsets[i]));
    if (max_characters_ > 0 && count_characters(entry) > max_characters_) {
      status = {DATAGEN_DATA,
                fmt::format("generator {}: value '{}' has {} characters, the column takes {}", class_.short_name, entry,
                            count_characters(entry), max_characters_),
                {}};
      return false;
    }
  }
  column->publish(text, static_cast<std::uint32_t>(length), 0, nullptr);
  dictionary_ = std::move(column);
  return true;
}

std::vector<double> ValueSet::weights() const {
  std::vector<double> weights(info_.cardinality);
  datagen_error error = empty_error();
  datagen_status code = class_.table.weights(generator_, weights.data(), weights.size(), &error);
  if (code != DATAGEN_OK) fail(&error, code, nullptr, 0, "");
  double total = 0;
  for (double weight : weights) {
    if (!std::isfinite(weight) || weight < 0)
      fail(nullptr, DATAGEN_DATA, nullptr, 0, "gave a weight that is no weight");
    total += weight;
  }
  if (!(total > 0) || !std::isfinite(total))
    fail(nullptr, DATAGEN_DATA, nullptr, 0, "gave weights whose sum is not positive");
  return weights;
}

bool ValueSet::locate(const std::string& value, std::uint32_t side, std::uint64_t& ordinal) const {
  if (!has(DATAGEN_ORDERED) || class_.table.locate == nullptr || info_.cardinality == 0) return false;
  datagen_error error = empty_error();
  return class_.table.locate(generator_, value.c_str(), side, &ordinal, &error) == DATAGEN_OK &&
         ordinal <= info_.cardinality;
}

void ValueSet::values(Workspace& workspace, datagen_key key, const std::uint64_t* rows, const std::uint64_t* ordinals,
                      std::uint32_t n, std::span<const ArrowArray* const> inputs, ColumnData& out,
                      std::int64_t& null_count) const {
  null_count = 0;
  out.prepare(layout_, n);
  if (class_.table.values == nullptr) {
    auto* indices = out.data_buffer.as<std::int32_t>();
    for (std::uint32_t i = 0; i < n; ++i) indices[i] = static_cast<std::int32_t>(ordinals[i]);
    return;
  }
  workspace.reset_scratch();
  datagen_call call{};
  call.struct_size = sizeof call;
  call.n_inputs = static_cast<std::uint32_t>(inputs.size());
  call.key = key;
  call.rows = rows;
  call.inputs = inputs.data();
  call.scratch = &Workspace::scratch_callback;
  call.context = &workspace;
  datagen_column abi = abi_column(out);
  if (has(DATAGEN_MAKES_NULLS)) {
    out.prepare_validity(n);
    abi.validity = out.validity_buffer.abi();
  }
  datagen_error error = empty_error();
  datagen_status code = class_.table.values(generator_, &call, ordinals, n, &abi, &error);
  if (code != DATAGEN_OK) fail(&error, code, rows, n, "");
  check(out, abi, n, rows);
  null_count = abi.null_count;
}

void ValueSet::check(const ColumnData& column, const datagen_column& abi, std::uint32_t n,
                     const std::uint64_t* rows) const {
  auto lie = [&](std::string_view what) { fail(nullptr, DATAGEN_INTERNAL, rows, n, what); };
  if (!column.data_buffer.intact() || !column.offsets_buffer.intact() || !column.validity_buffer.intact())
    lie("changed a buffer's fields to what cannot be");
  if (abi.null_count < 0 || abi.null_count > n || (abi.null_count > 0 && !has(DATAGEN_MAKES_NULLS)))
    lie("reported an impossible number of nulls");
  if (dictionary_ != nullptr) {
    const auto* indices = column.data_buffer.as<std::uint32_t>();
    std::uint32_t most = 0;
    wide_loop([indices, n, &most] {
      std::uint32_t largest = 0;
      for (std::uint32_t i = 0; i < n; ++i) largest = std::max(largest, indices[i]);
      most = largest;
    });
    if (most >= static_cast<std::uint64_t>(dictionary_->array().length)) lie("gave an index outside its dictionary");
    return;
  }
  if (layout_.storage != Storage::variable) return;
  const auto* offsets = column.offsets_buffer.as<std::int32_t>();
  std::int32_t longest = 0, negative = 0;
  wide_loop([offsets, n, &longest, &negative] {
    std::int32_t most = 0, signs = 0;
    for (std::uint32_t i = 0; i < n; ++i) {
      const std::int32_t length = static_cast<std::int32_t>(static_cast<std::uint32_t>(offsets[i + 1]) -
                                                            static_cast<std::uint32_t>(offsets[i]));
      most = std::max(most, length);
      signs |= length | offsets[i + 1];
    }
    longest = most;
    negative = signs;
  });
  if (offsets[0] != 0 || negative < 0) lie("gave offsets that do not grow from 0");
  if (static_cast<std::uint64_t>(offsets[n]) > column.data_buffer.size()) lie("gave offsets beyond its data");
  if (max_characters_ == 0 || static_cast<std::uint32_t>(longest) <= max_characters_) return;
  for (std::uint32_t i = 0; i < n; ++i) {
    std::string_view text(column.data_buffer.as<char>() + offsets[i],
                          static_cast<std::size_t>(offsets[i + 1] - offsets[i]));
    if (count_characters(text) > max_characters_)
      fail(nullptr, DATAGEN_DATA, rows + i, 1,
           fmt::format("made a value of {} characters, the column takes {}", count_characters(text), max_characters_));
  }
}

void ValueSet::fail(const datagen_error* error, datagen_status code, const std::uint64_t* rows, std::uint32_t n,
                    std::string_view what) const {
  std::string message =
      error != nullptr ? describe(class_, *error, code) : fmt::format("generator {} {}", class_.short_name, what);
  if (error != nullptr && error->row >= 0 && error->row < n && rows != nullptr)
    message += fmt::format(" (row {})", rows[error->row]);
  else if (n == 1 && rows != nullptr)
    message += fmt::format(" (row {})", rows[0]);
  else if (n > 0 && rows != nullptr)
    message += fmt::format(" (rows {} to {})", rows[0], rows[n - 1]);
  ErrorCode exit = code == DATAGEN_CANCELLED ? ErrorCode::interrupted : ErrorCode::generation;
  throw Error(exit,
              Fault{std::move(message), {}, subject_, fmt::format("the class is {} of {}", class_.id, class_.origin)});
}

}  // namespace datagen
