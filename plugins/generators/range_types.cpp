// Ranges and multiranges, from a lower bound that is in to an upper one that is not.
#include "families.hpp"
#include "formatted_set.hpp"
#include "literals.hpp"

namespace datagen::generators {
namespace {

char* format_integer_range(std::uint64_t ordinal, char* out) {
  *out++ = '[';
  out = put_number(out, ordinal / 100);
  *out++ = ',';
  out = put_number(out, ordinal / 100 + 1 + ordinal % 100);
  *out++ = ')';
  return out;
}

char* format_date_range(std::uint64_t ordinal, char* out) {
  const auto start = static_cast<std::int64_t>(ordinal / 90) + days_from_civil(2019, 1, 1);
  *out++ = '[';
  out = print_date(out, start);
  *out++ = ',';
  out = print_date(out, start + 1 + static_cast<std::int64_t>(ordinal % 90));
  *out++ = ')';
  return out;
}

char* format_time_range(std::uint64_t ordinal, char* out) {
  const std::int64_t start =
      days_from_civil(2019, 1, 1) * kDay + static_cast<std::int64_t>(ordinal / 48) * 1800 * kSecond;
  *out++ = '[';
  *out++ = '"';
  out = print_timestamp(out, start);
  for (const char c : std::string_view("\",\"")) *out++ = c;
  out = print_timestamp(out, start + static_cast<std::int64_t>(1 + ordinal % 48) * 1800 * kSecond);
  *out++ = '"';
  *out++ = ')';
  return out;
}

// One to three ranges in order with gaps between: the first tells the set apart, the others follow at its distance.
template <FormattedSet::Format kRange, std::uint64_t kStride>
char* format_several(std::uint64_t ordinal, char* out) {
  out = kRange(ordinal, put(out, "{"));
  const std::uint64_t more = datagen_mix(ordinal) % 3;
  for (std::uint64_t i = 1; i <= more; ++i) out = kRange(ordinal + i * kStride, put(out, ","));
  return put(out, "}");
}

// Longer than any range of its kind, in ordinals, so that ranges do not meet.
constexpr std::uint64_t kIntegerStride = 200 * 100, kDateStride = 180 * 90, kTimeStride = 100 * 48;
constexpr std::uint64_t kIntegerRanges = 10'000'000, kDateRanges = 164'250, kTimeRanges = 4'204'800;

constexpr std::uint32_t kFamilies = DATAGEN_FAMILY_OTHER | kText;
constexpr datagen_hint type(const char* name) { return sdk::make_type_hint(DATAGEN_FAMILY_OTHER, name); }
constexpr sdk::HintTable kIntegerHints(type("int4range"), type("int8range"), type("numrange"));
constexpr sdk::HintTable kDateHints(type("daterange"));
constexpr sdk::HintTable kTimeHints(type("tsrange"), type("tstzrange"));
constexpr sdk::HintTable kIntegersHints(type("int4multirange"), type("int8multirange"), type("nummultirange"));
constexpr sdk::HintTable kDatesHints(type("datemultirange"));
constexpr sdk::HintTable kTimesHints(type("tsmultirange"), type("tstzmultirange"));

constexpr datagen_generator_class kNumberRange = formatted_class<format_integer_range, kIntegerRanges, 16>(
    "datagen.integer_span", "A range of numbers", kFamilies, kIntegerHints);
constexpr datagen_generator_class kDateRange =
    formatted_class<format_date_range, kDateRanges, 23>("datagen.date_span", "A range of days", kFamilies, kDateHints);
constexpr datagen_generator_class kTimeRange =
    formatted_class<format_time_range, kTimeRanges, 45>("datagen.time_span", "A range of times", kFamilies, kTimeHints);
constexpr datagen_generator_class kIntegers =
    formatted_class<format_several<format_integer_range, kIntegerStride>, kIntegerRanges, 56>(
        "datagen.integer_spans", "Ranges of numbers", kFamilies, kIntegersHints);
constexpr datagen_generator_class kDates =
    formatted_class<format_several<format_date_range, kDateStride>, kDateRanges, 75>(
        "datagen.date_spans", "Ranges of days", kFamilies, kDatesHints);
constexpr datagen_generator_class kTimes =
    formatted_class<format_several<format_time_range, kTimeStride>, kTimeRanges, 140>(
        "datagen.time_spans", "Ranges of times", kFamilies, kTimesHints);

constexpr const datagen_generator_class* kClasses[] = {&kNumberRange, &kDateRange, &kTimeRange,
                                                       &kIntegers,    &kDates,     &kTimes};

}  // namespace

Classes range_type_classes() { return kClasses; }

}  // namespace datagen::generators
