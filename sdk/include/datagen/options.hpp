// Options of a class: declared as constant data, read back as typed values.
//
//   inline constexpr sdk::OptionTable kOptions(
//       sdk::integer_option("rows_per_insert", "Rows in one INSERT.", "100", "1", "100000"));
//   ...
//   sdk::OptionReader options(kOptions, values, n_values);
//   std::int64_t rows = options.integer("rows_per_insert");
//
// Default, minimum and maximum are JSON literals: the host checks and applies them, so a value with a default is always
// set.  Objects here are immutable: any number of threads.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "datagen/error.hpp"
#include "datagen/plugin.h"

namespace datagen::sdk {

constexpr datagen_option make_option(std::uint32_t type, const char* name, const char* doc,
                                     const char* default_value = nullptr, const char* minimum = nullptr,
                                     const char* maximum = nullptr, std::uint32_t flags = 0) {
  datagen_option option{};
  option.struct_size = sizeof(datagen_option);
  option.type = type;
  option.flags = flags;
  option.name = name;
  option.doc = doc;
  option.default_value = default_value;
  option.minimum = minimum;
  option.maximum = maximum;
  return option;
}

constexpr datagen_option integer_option(const char* name, const char* doc, const char* default_value = nullptr,
                                        const char* minimum = nullptr, const char* maximum = nullptr,
                                        std::uint32_t flags = 0) {
  return make_option(DATAGEN_INT, name, doc, default_value, minimum, maximum, flags);
}
constexpr datagen_option float_option(const char* name, const char* doc, const char* default_value = nullptr,
                                      const char* minimum = nullptr, const char* maximum = nullptr,
                                      std::uint32_t flags = 0) {
  return make_option(DATAGEN_FLOAT, name, doc, default_value, minimum, maximum, flags);
}
constexpr datagen_option timestamp_option(const char* name, const char* doc, const char* default_value = nullptr,
                                          const char* minimum = nullptr, const char* maximum = nullptr,
                                          std::uint32_t flags = 0) {
  return make_option(DATAGEN_TIMESTAMP, name, doc, default_value, minimum, maximum, flags);
}
constexpr datagen_option bool_option(const char* name, const char* doc, const char* default_value = nullptr,
                                     std::uint32_t flags = 0) {
  return make_option(DATAGEN_BOOL, name, doc, default_value, nullptr, nullptr, flags);
}
constexpr datagen_option string_option(const char* name, const char* doc, const char* default_value = nullptr,
                                       std::uint32_t flags = 0) {
  return make_option(DATAGEN_STRING, name, doc, default_value, nullptr, nullptr, flags);
}
constexpr datagen_option json_option(const char* name, const char* doc, const char* default_value = nullptr,
                                     std::uint32_t flags = 0) {
  return make_option(DATAGEN_JSON, name, doc, default_value, nullptr, nullptr, flags);
}
/// default_value is a JSON list of column names: the first that the table has is bound.
constexpr datagen_option column_option(const char* name, const char* doc, const char* default_value = nullptr,
                                       std::uint32_t flags = 0) {
  return make_option(DATAGEN_COLUMN, name, doc, default_value, nullptr, nullptr, flags);
}
constexpr datagen_option string_list_option(const char* name, const char* doc, const char* default_value = nullptr,
                                            std::uint32_t flags = 0) {
  return make_option(DATAGEN_STRING_LIST, name, doc, default_value, nullptr, nullptr, flags);
}
constexpr datagen_option float_list_option(const char* name, const char* doc, const char* default_value = nullptr,
                                           std::uint32_t flags = 0) {
  return make_option(DATAGEN_FLOAT_LIST, name, doc, default_value, nullptr, nullptr, flags);
}
/// choices: an array with static storage duration.
template <std::size_t N>
constexpr datagen_option choice_option(const char* name, const char* doc, const char* const (&choices)[N],
                                       const char* default_value = nullptr, std::uint32_t flags = 0) {
  datagen_option option = make_option(DATAGEN_CHOICE, name, doc, default_value, nullptr, nullptr, flags);
  option.n_choices = static_cast<std::uint32_t>(N);
  option.choices = choices;
  return option;
}

/// N options and the array of pointers to them that a class lists.  Needs static storage duration.
template <std::size_t N>
class OptionTable {
 public:
  template <class... Option>
  constexpr explicit OptionTable(const Option&... options) : options_{options...} {
    for (std::size_t i = 0; i < N; ++i) pointers_[i] = &options_[i];
  }
  OptionTable(const OptionTable&) = delete;
  OptionTable& operator=(const OptionTable&) = delete;

  constexpr const datagen_option* const* data() const { return pointers_.data(); }
  constexpr std::uint32_t size() const { return static_cast<std::uint32_t>(N); }
  constexpr operator std::span<const datagen_option* const>() const { return {pointers_.data(), N}; }

 private:
  std::array<datagen_option, N> options_;
  std::array<const datagen_option*, N> pointers_{};
};
template <class... Option>
OptionTable(const Option&...) -> OptionTable<sizeof...(Option)>;

/// The values of a create() call by declared index or by name.  Borrows the declaration and the values: what it returns
/// lives as long as they do, so copy what the object keeps.
/// Throws PluginError: DATAGEN_INVALID_OPTION, naming the option, if a value that has no default was not given;
/// DATAGEN_INVALID_ARGUMENT if the host passed another type than was declared; DATAGEN_INTERNAL for a name that was not
/// declared or is asked for as another type.
class OptionReader {
 public:
  OptionReader(std::span<const datagen_option* const> declared, const datagen_value* values, std::uint32_t n_values)
      : declared_(declared), values_(values, values == nullptr ? 0 : n_values) {}

  std::size_t index_of(std::string_view name) const {
    for (std::size_t i = 0; i < declared_.size(); ++i) {
      if (name == declared_[i]->name) return i;
    }
    throw PluginError(DATAGEN_INTERNAL, "option '" + std::string(name) + "' is not declared", std::string(name));
  }

  /// Whether the user or a default gave a value.
  bool is_set(std::size_t index) const { return index < values_.size() && values_[index].is_set != 0; }
  bool is_set(std::string_view name) const { return is_set(index_of(name)); }

  template <class Place>
  bool boolean(Place place) const {
    return required(place, DATAGEN_BOOL).as.i != 0;
  }
  template <class Place>
  std::int64_t integer(Place place) const {
    return required(place, DATAGEN_INT).as.i;
  }
  template <class Place>
  double number(Place place) const {
    return required(place, DATAGEN_FLOAT).as.f;
  }
  template <class Place>
  std::string_view string(Place place) const {
    return view(required(place, DATAGEN_STRING).as.s);
  }
  /// Index into the declared choices.
  template <class Place>
  std::size_t choice(Place place) const {
    return static_cast<std::size_t>(required(place, DATAGEN_CHOICE).as.i);
  }
  template <class Place>
  std::string_view json(Place place) const {
    return view(required(place, DATAGEN_JSON).as.s);
  }
  /// Microseconds since 1970-01-01 UTC.
  template <class Place>
  std::int64_t timestamp(Place place) const {
    return required(place, DATAGEN_TIMESTAMP).as.i;
  }

  template <class Place>
  bool boolean_or(Place place, bool otherwise) const {
    return is_set(place) ? boolean(place) : otherwise;
  }
  template <class Place>
  std::int64_t integer_or(Place place, std::int64_t otherwise) const {
    return is_set(place) ? integer(place) : otherwise;
  }
  template <class Place>
  double number_or(Place place, double otherwise) const {
    return is_set(place) ? number(place) : otherwise;
  }
  template <class Place>
  std::string_view string_or(Place place, std::string_view otherwise) const {
    return is_set(place) ? string(place) : otherwise;
  }
  template <class Place>
  std::string_view json_or(Place place, std::string_view otherwise) const {
    return is_set(place) ? json(place) : otherwise;
  }
  template <class Place>
  std::int64_t timestamp_or(Place place, std::int64_t otherwise) const {
    return is_set(place) ? timestamp(place) : otherwise;
  }
  /// Index into datagen_target.inputs, or nothing if no column was bound.
  template <class Place>
  std::optional<std::uint32_t> column(Place place) const {
    if (!is_set(place)) return std::nullopt;
    return static_cast<std::uint32_t>(required(place, DATAGEN_COLUMN).as.i);
  }
  /// Elements have data and size.  Empty if nothing was given.
  template <class Place>
  std::span<const datagen_str> strings(Place place) const {
    if (!is_set(place)) return {};
    const datagen_value& value = required(place, DATAGEN_STRING_LIST);
    return {value.as.strings, static_cast<std::size_t>(value.count)};
  }
  template <class Place>
  std::span<const double> numbers(Place place) const {
    if (!is_set(place)) return {};
    const datagen_value& value = required(place, DATAGEN_FLOAT_LIST);
    return {value.as.floats, static_cast<std::size_t>(value.count)};
  }

  static std::string_view view(const datagen_str& text) { return {text.data, static_cast<std::size_t>(text.size)}; }

 private:
  const datagen_value& required(std::string_view name, std::uint32_t type) const {
    return required(index_of(name), type);
  }
  const datagen_value& required(std::size_t index, std::uint32_t type) const {
    if (index >= declared_.size()) {
      throw PluginError(DATAGEN_INTERNAL, "option number " + std::to_string(index) + " is not declared");
    }
    const std::string name = declared_[index]->name;
    if (declared_[index]->type != type) {
      throw PluginError(DATAGEN_INTERNAL, "option '" + name + "' is declared with another type", name);
    }
    if (!is_set(index)) throw PluginError(DATAGEN_INVALID_OPTION, "a value is needed", name);
    if (values_[index].type != type) {
      throw PluginError(DATAGEN_INVALID_ARGUMENT, "the host passed a value of another type than was declared", name);
    }
    return values_[index];
  }

  std::span<const datagen_option* const> declared_;
  std::span<const datagen_value> values_;
};

}  // namespace datagen::sdk
