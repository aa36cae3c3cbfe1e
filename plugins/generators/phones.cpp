// Telephone numbers that ring nowhere: set aside for fiction where the country's regulator has done so, else of a form
// that its numbering plan, as we know it, does not assign.
#include "families.hpp"
#include "locales.hpp"
#include "writing.hpp"

namespace datagen::generators {
namespace {

using Write = char* (*)(std::uint64_t ordinal, char* out);

// 555-0100 to 555-0199 in each area code are set aside for fiction (NANPA); 640 area codes, 64,000 numbers.
struct UsNumber {
  std::uint64_t area, line;
};
UsNumber us_number(std::uint64_t ordinal) {
  const std::uint64_t place = ordinal / 100;  // below 640: areas 2xx to 9xx without x11 and x9x
  const std::uint64_t area = (2 + place / 80) * 100 + place % 80 / 8 * 10 + place % 8;
  return {area % 100 == 11 ? area - 11 + 18 : area, 100 + ordinal % 100};
}
char* write_us(std::uint64_t ordinal, char* out) {
  const UsNumber number = us_number(ordinal);
  out = put_digits(put(out, "("), number.area, 3);
  return put_digits(put(out, ") 555-"), number.line, 4);
}
char* write_us_short(std::uint64_t ordinal, char* out) {
  const UsNumber number = us_number(ordinal);
  return put_digits(put(put_digits(out, number.area, 3), "555"), number.line, 4);
}
char* write_e164(std::uint64_t ordinal, char* out) {
  const UsNumber number = us_number(ordinal);
  return put_digits(put(put_digits(put(out, "+1"), number.area, 3), "555"), number.line, 4);
}
// Ofcom, "Telephone numbers for use in TV and radio drama programmes": 07700 900000 to 900999 and 01632 960000 to
// 960999.
char* write_uk(std::uint64_t ordinal, char* out) {
  out = put(out, ordinal < 1000 ? "07700 900" : "01632 960");
  return put_digits(out, ordinal % 1000, 3);
}
// Bundesnetzagentur, numbers for use in media ("Drama Numbers"): a thousand in each of five cities.
char* write_germany(std::uint64_t ordinal, char* out) {
  static constexpr std::string_view kCities[] = {"030 23125", "069 90009", "040 66969", "0221 4710", "089 99998"};
  return put_digits(put(out, kCities[ordinal / 1000]), ordinal % 1000, 3);
}
// ARCEP, numbers for audiovisual works: ten thousand of each zone and of mobile telephones.
char* write_france(std::uint64_t ordinal, char* out) {
  static constexpr std::string_view kZones[] = {"01 99 00 ", "02 61 91 ", "03 53 01 ",
                                                "04 65 71 ", "05 36 49 ", "06 39 98 "};
  out = put_digits(put(out, kZones[ordinal / 10'000]), ordinal / 100 % 100, 2);
  return put_digits(put(out, " "), ordinal % 100, 2);
}
// No geographic number begins with 99.
char* write_spain(std::uint64_t ordinal, char* out) {
  out = put_digits(put(out, "99"), ordinal / 1'000'000 % 10, 1);
  out = put_digits(put(out, " "), ordinal / 1000 % 1000, 3);
  return put_digits(put(out, " "), ordinal % 1000, 3);
}
// No subscriber's number begins with 0.
char* write_brazil(std::uint64_t ordinal, char* out) {
  static constexpr std::uint64_t kAreas[] = {11, 21, 31, 41, 51, 61, 71, 81, 85, 92};
  out = put_digits(put(out, "("), kAreas[ordinal / 1'000'000], 2);
  out = put_digits(put(out, ") 0"), ordinal / 10'000 % 100, 3);
  return put_digits(put(out, "-"), ordinal % 10'000, 4);
}
// No local exchange begins with 0.
char* write_japan(std::uint64_t ordinal, char* out) {
  out = put_digits(put(out, ordinal < 10'000'000 ? "03-0" : "06-0"), ordinal / 10'000 % 1000, 3);
  return put_digits(put(out, "-"), ordinal % 10'000, 4);
}

struct Format {
  Write write;
  std::uint64_t count;
  std::size_t bytes;
};
Format format_of(PhoneFormat format) {
  switch (format) {
    case PhoneFormat::kUs:
      return {write_us, 64'000, 14};
    case PhoneFormat::kUk:
      return {write_uk, 2'000, 12};
    case PhoneFormat::kE164:
      return {write_e164, 64'000, 12};
    case PhoneFormat::kGermany:
      return {write_germany, 5'000, 12};
    case PhoneFormat::kFrance:
      return {write_france, 60'000, 14};
    case PhoneFormat::kSpain:
      return {write_spain, 10'000'000, 11};
    case PhoneFormat::kBrazil:
      return {write_brazil, 10'000'000, 14};
    case PhoneFormat::kJapan:
      return {write_japan, 20'000'000, 12};
  }
  return {write_e164, 64'000, 12};
}

// With a number of distinct values beyond those of the format, an extension follows.
class PhoneSet final : public Generator {
 public:
  PhoneSet(const Format& format, std::uint64_t extensions) : format_(format), extensions_(extensions) {}
  GeneratorInfo info() const override { return {DATAGEN_INJECTIVE, format_.count * extensions_, format_.bytes}; }
  void values(const datagen_call&, Ordinals ordinals, datagen_column& out) const override {
    sdk::TextColumn column(out, ordinals.size(), format_.bytes + 24);
    for (const std::uint64_t ordinal : ordinals) {
      char* end = format_.write(extensions_ == 1 ? ordinal : ordinal % format_.count, column.cursor());
      if (ordinal >= format_.count) end = put_number(put(end, " x"), ordinal / format_.count);
      column.finish_value(end);
    }
    column.finish();
  }

 private:
  Format format_;
  std::uint64_t extensions_;
};

std::unique_ptr<Generator> make_phone(const Request& request) {
  const datagen_target& target = request.target;
  require_text(target);
  const std::uint32_t room = characters_or(target, 40);
  Format format =
      format_of(request.options.is_set("format") ? static_cast<PhoneFormat>(request.options.choice("format"))
                                                 : locale_of(target).phone);
  if (format.write == write_us && room < format.bytes) format = {write_us_short, format.count, 10};
  if (room < format.bytes) {
    refuse_target(target, "a telephone number has " + std::to_string(format.bytes) + " characters, more than " +
                              target.postgres_type + " holds");
  }
  std::uint64_t extensions = 1;
  for (std::size_t digits = 1;
       format.count * extensions < target.distinct_needed && format.bytes + 2 + digits <= room && digits < 12;
       ++digits) {
    extensions *= 10;
  }
  return std::make_unique<PhoneSet>(format, extensions);
}

// In the order of PhoneFormat.
constexpr const char* kFormats[] = {"us", "uk", "e164", "de", "fr", "es", "br", "jp"};
constexpr sdk::OptionTable kOptions(sdk::choice_option("format", "The country's form; the locale's if left out.",
                                                       kFormats));

constexpr datagen_hint text_hint(const char* column) { return sdk::make_hint(column, kText); }
constexpr sdk::HintTable kPhoneHints(text_hint("phone"), text_hint("phone_number"), text_hint("telephone"),
                                     text_hint("mobile"), text_hint("mobile_number"), text_hint("cell_phone"),
                                     text_hint("fax"), text_hint("tel"), text_hint("cell"), text_hint("contact_number"),
                                     text_hint("phone_no"), text_hint("mobile_phone"), text_hint("mobile_no"),
                                     text_hint("phone1"), text_hint("phone2"), text_hint("phone_1"),
                                     text_hint("phone_2"), text_hint("telephone_number"), text_hint("tel_no"),
                                     text_hint("fax_number"), text_hint("whatsapp"), text_hint("cellphone"));

constexpr datagen_generator_class kPhone =
    sdk::make_generator_class<make_phone, kOptions>({.id = "datagen.phone",
                                                     .summary = "A telephone number that rings nowhere",
                                                     .families = kText,
                                                     .hints = kPhoneHints});
constexpr const datagen_generator_class* kClasses[] = {&kPhone};

}  // namespace

Classes phone_classes() { return kClasses; }

}  // namespace datagen::generators
