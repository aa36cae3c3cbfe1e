// Examines what a plugin declares before anything relies on it.  Memory that the plugin says is an array of n pointers
// is read as that; everything else is checked.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "datagen/core/error.hpp"
#include "datagen/plugin.h"

namespace datagen {

// The faults of one plugin; what names the part at hand: "generator 'org.example.weather'".
class PluginFaults {
 public:
  explicit PluginFaults(std::string origin) : origin_(std::move(origin)) {}

  void add(const std::string& what, const std::string& message, const std::string& hint = rebuild);
  [[nodiscard]] bool none() const { return faults_.empty(); }
  [[nodiscard]] std::size_t count() const { return faults_.size(); }
  void throw_if_any() const;  // Error(plugin)

  static const std::string rebuild;

 private:
  std::string origin_;
  std::vector<Fault> faults_;
};

// The sizes that structs had in ABI 1.0, which no later version undercuts.
struct AbiOneSizes {
  static constexpr std::uint32_t plugin = offsetof(datagen_plugin, get_extension) + sizeof(void*);
  static constexpr std::uint32_t generator = offsetof(datagen_generator_class, locate) + sizeof(void*);
  static constexpr std::uint32_t writer = offsetof(datagen_writer_class, sink_close) + sizeof(void*);
  static constexpr std::uint32_t option = offsetof(datagen_option, choices) + sizeof(void*);
  static constexpr std::uint32_t hint = offsetof(datagen_hint, options) + sizeof(void*);
};

// Copies the part of a growable struct that both sides know; the rest is 0.  struct_size becomes ours.
template <class Struct>
[[nodiscard]] Struct copy_known(const Struct* theirs) {
  Struct ours{};
  const std::size_t size = theirs->struct_size < sizeof(Struct) ? theirs->struct_size : sizeof(Struct);
  std::memcpy(&ours, theirs, size);
  ours.struct_size = sizeof(Struct);
  return ours;
}

// Whether pointer is there and its struct at least as large as in 1.0; else a fault.
template <class Struct>
[[nodiscard]] bool check_struct(const Struct* pointer, std::uint32_t least, const std::string& what,
                                PluginFaults& faults) {
  if (pointer == nullptr) {
    faults.add(what, "is NULL");
  } else if (pointer->struct_size < least) {
    faults.add(what, "has struct_size " + std::to_string(pointer->struct_size) + ", but ABI 1.0 begins at " +
                         std::to_string(least));
  } else {
    return true;
  }
  return false;
}

// Whether a counted array may be read: a NULL array only with 0 elements, and no more than most of them.
[[nodiscard]] bool check_array(const void* array, std::uint32_t count, std::uint32_t most, const std::string& what,
                               const char* name, PluginFaults& faults);

// Why text is no id of the form "org.example.weather", or "".
[[nodiscard]] std::string id_problem(const char* id);

// Adds the faults of a class's options to faults; returns the options that can be used.
[[nodiscard]] std::vector<datagen_option> check_options(const datagen_option* const* options, std::uint32_t count,
                                                        const std::string& what, PluginFaults& faults);
[[nodiscard]] std::vector<datagen_hint> check_hints(const datagen_hint* const* hints, std::uint32_t count,
                                                    std::span<const datagen_option> options, const std::string& what,
                                                    PluginFaults& faults);

// The functions, feature words and texts of a class; options and hints apart.
void check_generator_class(const datagen_generator_class& table, const std::string& what, PluginFaults& faults);
void check_writer_class(const datagen_writer_class& table, const std::string& what, PluginFaults& faults);

}  // namespace datagen
