#include "verify/displaced_rows.hpp"

#include <xxhash.h>

namespace datagen {

RowHash row_hash(std::string_view spellings) {
  const XXH128_hash_t hash = XXH3_128bits(spellings.data(), spellings.size());
  return {hash.low64, hash.high64};
}

}  // namespace datagen
