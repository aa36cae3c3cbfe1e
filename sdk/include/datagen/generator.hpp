// A generator class in C++.  Derive from Generator, write a function that makes one, declare the class:
//
//   class Dice final : public sdk::Generator {
//    public:
//     sdk::GeneratorInfo info() const override { return {DATAGEN_INJECTIVE | DATAGEN_ORDERED, 6, 1}; }
//     void values(const datagen_call&, std::span<const std::uint64_t> ordinals, datagen_column& out) const override {
//       std::int32_t* const result = sdk::fixed_values<std::int32_t>(out);
//       for (std::size_t i = 0; i < ordinals.size(); ++i) result[i] = static_cast<std::int32_t>(ordinals[i]) + 1;
//     }
//   };
//   std::unique_ptr<sdk::Generator> make_dice(const sdk::Request& request) {
//     sdk::require_format(request.target, "i");
//     return std::make_unique<Dice>();
//   }
//   constexpr sdk::OptionTable<0> kNoOptions;
//   constexpr datagen_generator_class kDice = sdk::make_generator_class<make_dice, kNoOptions>(
//       {.id = "org.example.dice", .summary = "A throw of a die", .families = DATAGEN_FAMILY_INTEGER});
//
// Everything may throw: the trampolines contain it.  A Generator is immutable once made: any number of threads.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "datagen/input.hpp"
#include "datagen/plugin.hpp"
#include "datagen/text_column.hpp"

namespace datagen::sdk {

/// As datagen_generator_info.
struct GeneratorInfo {
  std::uint32_t flags = 0;
  std::uint64_t cardinality = 0;
  std::uint64_t estimated_bytes = 0;
};

/// A numbered set of values for one target column.  ordinals lie in [0, cardinality).
class Generator {
 public:
  Generator() = default;
  Generator(const Generator&) = delete;
  Generator& operator=(const Generator&) = delete;
  virtual ~Generator() = default;

  virtual GeneratorInfo info() const = 0;
  /// As datagen_generator_class.values.  Not overridden: the int32 index of a dictionary entry is the ordinal.
  virtual void values(const datagen_call& call, std::span<const std::uint64_t> ordinals, datagen_column& out) const {
    static_cast<void>(call);
    std::int32_t* const result = reinterpret_cast<std::int32_t*>(out.data->data);
    for (std::size_t i = 0; i < ordinals.size(); ++i) result[i] = static_cast<std::int32_t>(ordinals[i]);
  }
  /// The entries of a DATAGEN_DICTIONARY set; returns how many.
  virtual std::int64_t dictionary(datagen_column& out) const {
    static_cast<void>(out);
    throw PluginError(DATAGEN_UNSUPPORTED, "this set has no dictionary");
  }
  /// The weights of a DATAGEN_WEIGHTED set.
  virtual void weights(std::span<double> out) const {
    static_cast<void>(out);
    throw PluginError(DATAGEN_UNSUPPORTED, "this set has no weights");
  }
  /// Of a DATAGEN_ORDERED set: the first ordinal whose value is not less than value, or greater than it.
  virtual std::uint64_t locate(std::string_view value, bool greater) const {
    static_cast<void>(value);
    static_cast<void>(greater);
    throw PluginError(DATAGEN_UNSUPPORTED, "bounds of this set cannot be stated in values");
  }
};

/// What a generator is made from; borrowed for the call.
struct Request {
  const datagen_host* host;
  const datagen_target& target;
  OptionReader options;
};

using GeneratorFactory = std::unique_ptr<Generator> (*)(const Request&);

/// Throws DATAGEN_UNSUPPORTED unless the target's format is this one.
inline void require_format(const datagen_target& target, std::string_view format) {
  if (format != target.format) {
    throw PluginError(DATAGEN_UNSUPPORTED, std::string("cannot make values of type ") + target.postgres_type,
                      target.column);
  }
}

/// The values of a fixed-width column, to be written.
template <class T>
T* fixed_values(datagen_column& out) noexcept {
  return reinterpret_cast<T*>(out.data->data);
}

/// A dictionary of the given texts, as they are; ordinal i is entry i.  weights is empty or has one for each entry.
class DictionarySet : public Generator {
 public:
  explicit DictionarySet(std::vector<std::string> entries, std::vector<double> weights = {})
      : entries_(std::move(entries)), weights_(std::move(weights)) {
    if (entries_.empty()) throw PluginError(DATAGEN_UNSUPPORTED, "there is no value to choose from");
    std::vector<std::string_view> sorted(entries_.begin(), entries_.end());
    std::sort(sorted.begin(), sorted.end());
    distinct_ = std::adjacent_find(sorted.begin(), sorted.end()) == sorted.end();
    for (const std::string& entry : entries_) bytes_ += entry.size();
  }

  GeneratorInfo info() const override {
    std::uint32_t flags = DATAGEN_DICTIONARY;
    if (distinct_) flags |= DATAGEN_INJECTIVE;
    if (!weights_.empty()) flags |= DATAGEN_WEIGHTED;
    return {flags, entries_.size(), (bytes_ + entries_.size() - 1) / entries_.size()};
  }
  std::int64_t dictionary(datagen_column& out) const override { return write_dictionary(out, entries_); }
  void weights(std::span<double> out) const override {
    if (weights_.empty()) return Generator::weights(out);
    if (out.size() != weights_.size()) throw PluginError(DATAGEN_INVALID_ARGUMENT, "n is not the cardinality");
    std::copy(weights_.begin(), weights_.end(), out.begin());
  }

 protected:
  const std::vector<std::string>& entries() const noexcept { return entries_; }

 private:
  std::vector<std::string> entries_;
  std::vector<double> weights_;
  std::uint64_t bytes_ = 0;
  bool distinct_ = false;
};

/// A hint; `column` and the rest as in datagen_hint.
constexpr datagen_hint make_hint(const char* column, std::uint32_t families, std::uint32_t match = DATAGEN_MATCH_SUFFIX,
                                 const char* table = nullptr, const char* options = nullptr, std::int32_t priority = 0,
                                 const char* postgres_type = nullptr) {
  return {sizeof(datagen_hint), families, match, priority, column, table, postgres_type, options};
}

/// The default of a type: no column name.
constexpr datagen_hint make_type_hint(std::uint32_t families, const char* postgres_type = nullptr,
                                      const char* options = nullptr, std::int32_t priority = 0) {
  return make_hint(nullptr, families, DATAGEN_MATCH_EXACT, nullptr, options, priority, postgres_type);
}

/// N hints and the array of pointers to them that a class lists.  Needs static storage duration.
template <std::size_t N>
class HintTable {
 public:
  template <class... Hint>
  constexpr explicit HintTable(const Hint&... hints) : hints_{hints...} {
    for (std::size_t i = 0; i < N; ++i) pointers_[i] = &hints_[i];
  }
  HintTable(const HintTable&) = delete;
  HintTable& operator=(const HintTable&) = delete;

  constexpr operator std::span<const datagen_hint* const>() const { return {pointers_.data(), N}; }

 private:
  std::array<datagen_hint, N> hints_;
  std::array<const datagen_hint*, N> pointers_{};
};
template <class... Hint>
HintTable(const Hint&...) -> HintTable<sizeof...(Hint)>;

/// The declaration of a class; strings and hints have static storage duration.
struct GeneratorDeclaration {
  const char* id;
  const char* summary;
  std::uint32_t families;
  std::span<const datagen_hint* const> hints = {};
  std::uint32_t algorithm_version = 1;
  /// Every object is a dictionary whose index is the ordinal: the host need not call values().
  bool plain_dictionary = false;
};

namespace detail {

inline datagen_generator* to_handle(Generator* object) noexcept { return reinterpret_cast<datagen_generator*>(object); }
inline const Generator& from_handle(const datagen_generator* handle) noexcept {
  return *reinterpret_cast<const Generator*>(handle);
}

template <GeneratorFactory kFactory, const auto& kOptions>
datagen_status DATAGEN_CALL create(const datagen_host* host, const datagen_target* target, const datagen_value* values,
                                   std::uint32_t n_values, datagen_generator** out, datagen_error* error) noexcept {
  return guard(error, [&] {
    const Request request{host, *target, OptionReader(kOptions, values, n_values)};
    *out = to_handle(kFactory(request).release());
  });
}

inline void DATAGEN_CALL destroy(datagen_generator* handle) noexcept { delete reinterpret_cast<Generator*>(handle); }

inline datagen_status DATAGEN_CALL describe(const datagen_generator* handle, datagen_generator_info* out,
                                            datagen_error* error) noexcept {
  return guard(error, [&] {
    const GeneratorInfo info = from_handle(handle).info();
    out->flags = info.flags;
    out->cardinality = info.cardinality;
    out->estimated_bytes = info.estimated_bytes;
  });
}

inline datagen_status DATAGEN_CALL values(const datagen_generator* handle, const datagen_call* call,
                                          const std::uint64_t* ordinals, std::uint32_t n, datagen_column* out,
                                          datagen_error* error) noexcept {
  return guard(error, [&] { from_handle(handle).values(*call, {ordinals, n}, *out); });
}

inline datagen_status DATAGEN_CALL dictionary(const datagen_generator* handle, datagen_column* out,
                                              std::int64_t* length, datagen_error* error) noexcept {
  return guard(error, [&] { *length = from_handle(handle).dictionary(*out); });
}

inline datagen_status DATAGEN_CALL weights(const datagen_generator* handle, double* out, std::uint64_t n,
                                           datagen_error* error) noexcept {
  return guard(error, [&] { from_handle(handle).weights({out, static_cast<std::size_t>(n)}); });
}

inline datagen_status DATAGEN_CALL locate(const datagen_generator* handle, const char* value, std::uint32_t side,
                                          std::uint64_t* ordinal, datagen_error* error) noexcept {
  return guard(error, [&] { *ordinal = from_handle(handle).locate(value, side == DATAGEN_LOCATE_FIRST_GREATER); });
}

}  // namespace detail

/// The class whose objects kFactory makes; kOptions is an OptionTable with static storage duration.
template <GeneratorFactory kFactory, const auto& kOptions>
constexpr datagen_generator_class make_generator_class(const GeneratorDeclaration& declaration) {
  datagen_generator_class result{};
  result.struct_size = sizeof(datagen_generator_class);
  result.algorithm_version = declaration.algorithm_version;
  result.id = declaration.id;
  result.summary = declaration.summary;
  result.options = kOptions.data();
  result.n_options = kOptions.size();
  result.hints = declaration.hints.data();
  result.n_hints = static_cast<std::uint32_t>(declaration.hints.size());
  result.families = declaration.families;
  result.create = detail::create<kFactory, kOptions>;
  result.destroy = detail::destroy;
  result.describe = detail::describe;
  result.values = declaration.plain_dictionary ? nullptr : detail::values;
  result.dictionary = detail::dictionary;
  result.weights = detail::weights;
  result.locate = detail::locate;
  return result;
}

}  // namespace datagen::sdk
