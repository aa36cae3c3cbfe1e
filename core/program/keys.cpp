#include "program/keys.hpp"

#include <xxhash.h>

#include <string>

namespace datagen {

datagen_key derive_key(std::uint64_t seed, std::string_view table, std::string_view column, std::string_view purpose) {
  std::string bytes;
  for (int i = 0; i < 8; ++i) bytes.push_back(static_cast<char>(seed >> (8 * i) & 0xff));
  bytes.append(table).push_back('\0');
  bytes.append(column).push_back('\0');
  bytes.append(purpose);
  XXH128_hash_t hash = XXH3_128bits(bytes.data(), bytes.size());
  return {hash.low64, hash.high64};
}

}  // namespace datagen
