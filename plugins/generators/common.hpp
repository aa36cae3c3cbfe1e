// What every family of generators here uses.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "datagen/generator.hpp"
#include "datagen/random.h"

namespace datagen::generators {

using sdk::Generator;
using sdk::GeneratorInfo;
using sdk::PluginError;
using sdk::Request;
using Ordinals = std::span<const std::uint64_t>;
using Classes = std::span<const datagen_generator_class* const>;

__extension__ using int128 = __int128;
__extension__ using uint128 = unsigned __int128;

inline constexpr std::uint32_t kText = DATAGEN_FAMILY_TEXT;
inline constexpr std::uint32_t kInteger = DATAGEN_FAMILY_INTEGER;
inline constexpr std::uint32_t kDecimal = DATAGEN_FAMILY_DECIMAL;
inline constexpr std::uint32_t kFloat = DATAGEN_FAMILY_FLOAT;
inline constexpr std::uint32_t kNumeric = kInteger | kDecimal | kFloat;
inline constexpr std::uint32_t kTime = DATAGEN_FAMILY_TIMESTAMP | DATAGEN_FAMILY_DATE;

// The flags as integers, for conditional expressions.
inline constexpr std::uint32_t kInjective = DATAGEN_INJECTIVE;
inline constexpr std::uint32_t kWeighted = DATAGEN_WEIGHTED;

inline constexpr sdk::OptionTable<0> kNoOptions;

[[noreturn]] inline void refuse_option(std::string_view name, std::string message) {
  throw PluginError(DATAGEN_INVALID_OPTION, std::move(message), std::string(name));
}
[[noreturn]] inline void refuse_target(const datagen_target& target, std::string message) {
  throw PluginError(DATAGEN_UNSUPPORTED, std::move(message), target.column);
}

inline bool is_text(const datagen_target& target) { return std::string_view(target.format) == "u"; }

/// Throws unless the target holds text ("u").
inline void require_text(const datagen_target& target) {
  if (!is_text(target)) refuse_target(target, std::string("makes text, which is no ") + target.postgres_type);
}

inline std::size_t count_characters(std::string_view text) {
  std::size_t n = 0;
  for (const char c : text) n += (static_cast<unsigned char>(c) & 0xc0u) != 0x80u;
  return n;
}

inline bool fits(const datagen_target& target, std::string_view text) {
  return target.max_characters == 0 || count_characters(text) <= target.max_characters;
}

/// Characters that a value may have: max_characters, or the fallback for a type without a limit.
inline std::uint32_t characters_or(const datagen_target& target, std::uint32_t otherwise) {
  return target.max_characters == 0 ? otherwise : target.max_characters;
}

}  // namespace datagen::generators
