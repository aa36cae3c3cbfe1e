// What every C++ plugin includes: the C ABI, errors, options, buffers, and the plugin's own descriptor.
// generator.hpp and writer.hpp build on it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "datagen/buffer.hpp"
#include "datagen/error.hpp"
#include "datagen/options.hpp"
#include "datagen/plugin.h"

namespace datagen::sdk {

/// DATAGEN_ABI_VERSION without its C casts, which -Wold-style-cast reports at the place of use.
inline constexpr std::uint32_t kAbiVersion = std::uint32_t{DATAGEN_ABI_MAJOR} << 16 | std::uint32_t{DATAGEN_ABI_MINOR};

/// The value of a growable struct's field, or a zero value if the struct's maker did not know the field.
template <class Struct, class Field>
Field field_of(const Struct* object, Field Struct::*field) noexcept {
  const char* const start = reinterpret_cast<const char*>(object);
  const char* const end = reinterpret_cast<const char*>(&(object->*field)) + sizeof(Field);
  return static_cast<std::size_t>(end - start) <= object->struct_size ? object->*field : Field{};
}

/// Who the plugin is; all strings have static storage duration.  license is an SPDX expression.
struct PluginIdentity {
  const char* id;
  const char* name;
  const char* version;
  const char* vendor;
  const char* license;
  const char* url;
};

/// The descriptor to return from datagen_plugin_v1(); the arrays need static storage duration.
constexpr datagen_plugin make_plugin(const PluginIdentity& identity,
                                     std::span<const datagen_generator_class* const> generators,
                                     std::span<const datagen_writer_class* const> writers) {
  datagen_plugin plugin{};
  plugin.struct_size = sizeof(datagen_plugin);
  plugin.abi_version = kAbiVersion;
  plugin.minimum_host_abi = kAbiVersion;
  plugin.n_generators = static_cast<std::uint32_t>(generators.size());
  plugin.generators = generators.data();
  plugin.writers = writers.data();
  plugin.n_writers = static_cast<std::uint32_t>(writers.size());
  plugin.id = identity.id;
  plugin.name = identity.name;
  plugin.version = identity.version;
  plugin.vendor = identity.vendor;
  plugin.license = identity.license;
  plugin.url = identity.url;
  return plugin;
}

}  // namespace datagen::sdk
