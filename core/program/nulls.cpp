#include "program/nulls.hpp"

#include <cstring>

namespace datagen {

std::int64_t apply_nulls(ColumnData& column, const std::uint8_t* source, std::span<const NullRule> rules,
                         const std::uint64_t* rows, std::uint32_t n) {
  // source may be this column's own validity buffer.
  std::uint8_t* bits = column.validity_buffer.data();
  if (source == nullptr || source != bits) {
    bits = column.prepare_validity(n);
    if (source != nullptr) std::memcpy(bits, source, (n + 7) / 8);
  }
  for (const NullRule& rule : rules) {
    if (!rule.any()) continue;
    for (std::uint32_t i = 0; i < n; ++i)
      if (rule.is_null(rows[i])) bits[i / 8] = static_cast<std::uint8_t>(bits[i / 8] & ~(1u << (i % 8)));
  }
  std::int64_t nulls = 0;
  for (std::uint32_t i = 0; i < n; ++i) nulls += (bits[i / 8] >> (i % 8) & 1) == 0;
  return nulls;
}

}  // namespace datagen
