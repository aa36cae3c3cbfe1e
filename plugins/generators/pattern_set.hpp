// The set of texts that match a regular expression.
#pragma once

#include "language.hpp"

namespace datagen::generators {

class PatternSet final : public Generator {
 public:
  PatternSet(std::string_view pattern, std::uint32_t longest, std::uint64_t needed)
      : language_(pattern, longest, needed) {}

  GeneratorInfo info() const override { return {DATAGEN_INJECTIVE, language_.cardinality(), language_.most_bytes()}; }
  void values(const datagen_call&, Ordinals ordinals, datagen_column& out) const override {
    constexpr std::size_t kReserveWhole = 64;
    const std::size_t most = language_.most_bytes();
    sdk::TextColumn column(out, ordinals.size(), std::min(most, kReserveWhole));
    for (const std::uint64_t ordinal : ordinals) {
      if (most > kReserveWhole) column.ensure(most);
      column.finish_value(language_.write(ordinal, column.cursor()));
    }
    column.finish();
  }

 private:
  Language language_;
};

}  // namespace datagen::generators
