// Values for columns that say nothing but their type.
#include <bit>
#include <cmath>

#include "bit_text.hpp"
#include "data/word_lists.hpp"
#include "datagen/text/hexadecimal.hpp"
#include "families.hpp"
#include "formatted_set.hpp"
#include "literals.hpp"
#include "pattern_set.hpp"
#include "words.hpp"

namespace datagen::generators {
namespace {

// UUIDs (RFC 9562) as 16 bytes or text.  60 bits or more of each are a bijection of the ordinal: no two are equal.
class UuidSet final : public Generator {
 public:
  UuidSet(bool as_text, int version, std::int64_t now) : as_text_(as_text), version_(version), now_(now) {}
  GeneratorInfo info() const override {
    // Of version 7 the lower 62 bits tell the values apart.
    return {DATAGEN_INJECTIVE, version_ == 7 ? std::uint64_t{1} << 62 : 0, 36};
  }
  void values(const datagen_call& call, Ordinals ordinals, datagen_column& out) const override {
    if (!as_text_) {
      if (version_ == 7) {
        write_binary(ordinals, out, [&](std::uint64_t ordinal) { return version_7(call.key, ordinal); });
      } else {
        write_binary(ordinals, out, [&](std::uint64_t ordinal) { return version_4(call.key, ordinal); });
      }
      return;
    }
    sdk::TextColumn column(out, ordinals.size(), 36);
    for (const std::uint64_t ordinal : ordinals) {
      const auto [high, low] = version_ == 7 ? version_7(call.key, ordinal) : version_4(call.key, ordinal);
      unsigned char bytes[16];
      store_network_order(bytes, high);
      store_network_order(bytes + 8, low);
      column.finish_value(text::write_uuid(column.cursor(), bytes));
    }
    column.finish();
  }

 private:
  struct Bits {
    std::uint64_t high, low;
  };
  template <class Make>
  static void write_binary(Ordinals ordinals, datagen_column& out, Make&& make) {
    unsigned char* cursor = out.data->data;
    for (const std::uint64_t ordinal : ordinals) {
      const Bits bits = make(ordinal);
      store_network_order(cursor, bits.high);
      store_network_order(cursor + 8, bits.low);
      cursor += 16;
    }
  }
  static Bits version_4(datagen_key key, std::uint64_t ordinal) {
    const std::uint64_t bits = keyed_bits(key, ordinal);
    const std::uint64_t more = datagen_mix(bits ^ key.high);
    // The 64 bits of the bijection lie in 60 bits of the first half (but version) and 4 of the second.
    const std::uint64_t high = (bits & ~std::uint64_t{0xf000}) | 0x4000;
    const std::uint64_t low =
        (more >> 2 & ~(std::uint64_t{15} << 58)) | (bits >> 12 & 15) << 58 | std::uint64_t{1} << 63;
    return {high, low};
  }
  // 48 bits of milliseconds in the year before now that rise with the ordinal, as far as ordinals are row numbers; then
  // random bits, then 62 bits of a bijection.
  Bits version_7(datagen_key key, std::uint64_t ordinal) const {
    const std::uint64_t bits = keyed_bits(key, ordinal);
    const std::int64_t span = std::int64_t{365} * 86'400'000;
    const std::int64_t millisecond =
        now_ / 1000 - span + static_cast<std::int64_t>(ordinal % static_cast<std::uint64_t>(span));
    const std::uint64_t low = datagen_mix_62(ordinal, key) | std::uint64_t{1} << 63;
    return {static_cast<std::uint64_t>(millisecond) << 16 | 0x7000 | (bits & 0xfff), low};
  }
  // Multiplication by an odd number and xor-shifts are bijections modulo 2^62.
  static std::uint64_t datagen_mix_62(std::uint64_t x, datagen_key key) {
    constexpr std::uint64_t kMask = (std::uint64_t{1} << 62) - 1;
    x = (x + key.low) & kMask;
    x = (x ^ x >> 30) * 0xbf58476d1ce4e5b9u & kMask;
    x = (x + key.high) & kMask;
    x = (x ^ x >> 27) * 0x94d049bb133111ebu & kMask;
    return x ^ x >> 31;
  }

  bool as_text_;
  int version_;
  std::int64_t now_;
};

std::unique_ptr<Generator> make_uuid(const Request& request) {
  const datagen_target& target = request.target;
  const std::int64_t version = request.options.integer("version");
  if (version != 4 && version != 7) refuse_option("version", "version must be 4 or 7");
  const bool binary = std::string_view(target.format) == "w:16";
  if (!binary) require_text(target);
  if (!binary && characters_or(target, 36) < 36) {
    refuse_target(target, std::string("a UUID has 36 characters, more than ") + target.postgres_type + " holds");
  }
  return std::make_unique<UuidSet>(!binary, static_cast<int>(version), target.now);
}

// Common words while they fit, else letters.
std::unique_ptr<Generator> make_text(const Request& request) {
  const datagen_target& target = request.target;
  require_text(target);
  const std::uint32_t room = characters_or(target, 60);
  const std::vector<std::string> words = split_list(common_words);
  if (room >= 24) {
    return std::make_unique<PhraseSet>(target, std::vector<PhrasePart>{{"", words}, {" ", words}, {" ", words}}, " ");
  }
  if (room >= 12 && target.distinct_needed <= 10'000) {
    return std::make_unique<PhraseSet>(target, std::vector<PhrasePart>{{"", words}, {"-", words}}, " ");
  }
  if (room >= 5 && target.distinct_needed <= 100) return make_dictionary(target, words);
  // Letters hold 26^n values; with digits, 36^n; with both cases, 62^n.
  const double needed = static_cast<double>(target.distinct_needed);
  const auto length = std::to_string(std::min<std::uint32_t>(room, 23));
  const char* letters = "[a-z]";
  if (needed > std::pow(26.0, room) / 2) letters = "[a-z0-9]";
  if (needed > std::pow(36.0, room) / 2) letters = "[A-Za-z0-9]";
  const bool fixed =
      target.postgres_type != nullptr && std::string_view(target.postgres_type).substr(0, 10) == "character(";
  const std::string least = fixed || needed > 1000 ? length : std::to_string(std::min<std::uint32_t>(room, 3));
  return std::make_unique<PatternSet>(letters + ("{" + least + "," + length + "}"), room, target.distinct_needed);
}

// 16 bytes of which 8 are a bijection of the ordinal.
class BytesSet final : public Generator {
 public:
  GeneratorInfo info() const override { return {DATAGEN_INJECTIVE, 0, 34}; }
  void values(const datagen_call& call, Ordinals ordinals, datagen_column& out) const override {
    sdk::TextColumn column(out, ordinals.size(), 16);
    for (const std::uint64_t ordinal : ordinals) {
      const std::uint64_t bits = keyed_bits(call.key, ordinal), more = datagen_mix(bits ^ key_salt(call.key));
      char* const out_bytes = column.cursor();
      for (int i = 0; i < 8; ++i) {
        out_bytes[i] = static_cast<char>(static_cast<unsigned char>(bits >> 8 * i));
        out_bytes[8 + i] = static_cast<char>(static_cast<unsigned char>(more >> 8 * i));
      }
      column.finish_value(out_bytes + 16);
    }
    column.finish();
  }

 private:
  static std::uint64_t key_salt(datagen_key key) { return key.low ^ key.high; }
};

std::unique_ptr<Generator> make_binary(const Request& request) {
  sdk::require_format(request.target, "z");
  return std::make_unique<BytesSet>();
}

// Lengths of time as PostgreSQL prints them: multiples of the least field that the type keeps (interval year to month
// keeps months, interval day to hour hours), so that what the server cuts off is nothing.
class IntervalSet final : public Generator {
 public:
  explicit IntervalSet(std::string_view postgres_type) {
    const auto ends_with = [&](std::string_view field) { return postgres_type.ends_with(field); };
    months_ = ends_with(" year") ? 12 : ends_with(" month") ? 1 : 0;
    seconds_ = ends_with(" day") ? 86'400 : ends_with(" hour") ? 3'600 : ends_with(" minute") ? 60 : 1;
  }
  GeneratorInfo info() const override {
    // 40 years, or 30 days; of whole days and hours a year.
    const std::uint64_t count = months_ == 12       ? 40
                                : months_ == 1      ? 480
                                : seconds_ >= 3'600 ? 31'536'000u / seconds_
                                                    : 2'592'000u / seconds_;
    return {DATAGEN_INJECTIVE, count, 16};
  }
  void values(const datagen_call&, Ordinals ordinals, datagen_column& out) const override {
    sdk::TextColumn column(out, ordinals.size(), 32);
    for (const std::uint64_t ordinal : ordinals) {
      char* end = column.cursor();
      if (months_ != 0) {
        const std::uint64_t months = (ordinal + 1) * months_;
        end = count(end, months / 12, "year", "years");
        if (months % 12 != 0 && end != column.cursor()) *end++ = ' ';
        column.finish_value(count(end, months % 12, "mon", "mons"));
        continue;
      }
      const std::uint64_t seconds = (ordinal + 1) * seconds_;
      end = count(end, seconds / 86'400, "day", "days");
      if (end != column.cursor()) *end++ = ' ';
      column.finish_value(print_time_of_day(end, static_cast<std::int64_t>(seconds % 86'400) * kSecond));
    }
    column.finish();
  }

 private:
  static char* count(char* out, std::uint64_t number, std::string_view one, std::string_view many) {
    if (number == 0) return out;
    return put(put(put_number(out, number), " "), number == 1 ? one : many);
  }

  unsigned months_;
  std::uint64_t seconds_;
};

std::unique_ptr<Generator> make_interval(const Request& request) {
  require_text(request.target);
  if (characters_or(request.target, 16) < 16) {
    refuse_target(request.target,
                  std::string("16 characters are needed, more than ") + request.target.postgres_type + " holds");
  }
  return std::make_unique<IntervalSet>(request.target.postgres_type);
}

// Bijections of n bits by odd multiplication, so that neighbours differ in all digits.
char* format_cidr(std::uint64_t ordinal, char* out) {
  const std::uint64_t network = ordinal * 40'503 % 65'536;
  for (const char c : std::string_view("10.")) *out++ = c;
  out = put_number(out, network >> 8);
  *out++ = '.';
  out = put_number(out, network & 255);
  for (const char c : std::string_view(".0/24")) *out++ = c;
  return out;
}

constexpr sdk::OptionTable kUuidOptions(sdk::integer_option("version", "4 (random) or 7 (in order of time).", "4", "4",
                                                            "7"));

constexpr sdk::HintTable kUuidHints(sdk::make_type_hint(DATAGEN_FAMILY_UUID), sdk::make_hint("uuid", kText),
                                    sdk::make_hint("guid", kText));
constexpr sdk::HintTable kTextHints(sdk::make_type_hint(kText));
constexpr sdk::HintTable kBinaryHints(sdk::make_type_hint(DATAGEN_FAMILY_BINARY));
constexpr sdk::HintTable kIntervalHints(sdk::make_type_hint(DATAGEN_FAMILY_INTERVAL));
constexpr sdk::HintTable kCidrHints(sdk::make_type_hint(DATAGEN_FAMILY_NETWORK, "cidr"));

constexpr datagen_generator_class kUuid = sdk::make_generator_class<make_uuid, kUuidOptions>(
    {.id = "datagen.uuid", .summary = "A UUID", .families = DATAGEN_FAMILY_UUID | kText, .hints = kUuidHints});
constexpr datagen_generator_class kTextDefault = sdk::make_generator_class<make_text, kNoOptions>(
    {.id = "datagen.text", .summary = "A few words", .families = kText, .hints = kTextHints});
constexpr datagen_generator_class kBinary = sdk::make_generator_class<make_binary, kNoOptions>(
    {.id = "datagen.binary", .summary = "16 bytes", .families = DATAGEN_FAMILY_BINARY, .hints = kBinaryHints});
constexpr datagen_generator_class kInterval =
    sdk::make_generator_class<make_interval, kNoOptions>({.id = "datagen.interval",
                                                          .summary = "A length of time up to 30 days",
                                                          .families = DATAGEN_FAMILY_INTERVAL | kText,
                                                          .hints = kIntervalHints});
constexpr datagen_generator_class kCidr =
    sdk::make_generator_class<make_formatted<format_cidr, 65'536, 15>, kNoOptions>(
        {.id = "datagen.cidr",
         .summary = "A private network",
         .families = DATAGEN_FAMILY_NETWORK | kText,
         .hints = kCidrHints});
constexpr const datagen_generator_class* kClasses[] = {&kUuid, &kTextDefault, &kBinary, &kInterval, &kCidr};

}  // namespace

Classes type_classes() { return kClasses; }

}  // namespace datagen::generators
