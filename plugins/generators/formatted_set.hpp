// Sets whose texts a plain function makes.
#pragma once

#include "common.hpp"
#include "writing.hpp"

namespace datagen::generators {

/// Texts made by a function of the ordinal, distinct for distinct ordinals.
class FormattedSet final : public Generator {
 public:
  using Format = char* (*)(std::uint64_t ordinal, char* out);
  FormattedSet(Format format, std::uint64_t cardinality, std::size_t most_bytes)
      : format_(format), cardinality_(cardinality), most_bytes_(most_bytes) {}
  GeneratorInfo info() const override { return {DATAGEN_INJECTIVE, cardinality_, most_bytes_}; }
  void values(const datagen_call&, Ordinals ordinals, datagen_column& out) const override {
    sdk::TextColumn column(out, ordinals.size(), most_bytes_);
    for (const std::uint64_t ordinal : ordinals) column.finish_value(format_(ordinal, column.cursor()));
    column.finish();
  }

 private:
  Format format_;
  std::uint64_t cardinality_;
  std::size_t most_bytes_;
};

/// kBytes: of the longest text.  Refuses a column that is too short for it.
template <FormattedSet::Format kFormat, std::uint64_t kCardinality, std::size_t kBytes>
std::unique_ptr<Generator> make_formatted(const Request& request) {
  require_text(request.target);
  if (characters_or(request.target, kBytes) < kBytes) {
    refuse_target(request.target, std::to_string(kBytes) + " characters are needed, more than " +
                                      request.target.postgres_type + " holds");
  }
  return std::make_unique<FormattedSet>(kFormat, kCardinality, kBytes);
}

/// A class of such a set.
template <FormattedSet::Format kFormat, std::uint64_t kCardinality, std::size_t kBytes>
constexpr datagen_generator_class formatted_class(const char* id, const char* summary, std::uint32_t families,
                                                  std::span<const datagen_hint* const> hints) {
  return sdk::make_generator_class<make_formatted<kFormat, kCardinality, kBytes>, kNoOptions>(
      {.id = id, .summary = summary, .families = families, .hints = hints});
}

}  // namespace datagen::generators
