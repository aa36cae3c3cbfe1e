// Serial numbers and ranges.
#include <cmath>

#include "arithmetic_set.hpp"
#include "families.hpp"

namespace datagen::generators {
namespace {

constexpr std::uint32_t kNumericTargets = kNumeric | kText | DATAGEN_FAMILY_OTHER;

// Refuses a configured bound that the type cannot hold.
void check_fits(const datagen_target& target, const NumberTarget& number, std::string_view option, int128 units) {
  if (units >= number.low && units <= number.high) return;
  const bool above = units > number.high;
  refuse_option(option, std::string(option) + " " + scaled_text(units, number.scale) + " does not fit " +
                            target.postgres_type + ": " + (above ? "at most " : "at least ") +
                            scaled_text(above ? number.high : number.low, number.scale));
}

std::unique_ptr<Generator> make_serial(const Request& request) {
  const datagen_target& target = request.target;
  const NumberTarget number = number_target(target, 0);
  const Bounds bounds = number_bounds(target, number);
  const int128 unit = power_of_ten(number.scale);
  const int128 increment = times_unit(request.options.integer("increment"), unit);
  if (increment == 0) refuse_option("increment", "an increment of 0 gives one value for all rows; take 1 or more");
  int128 start = bounds.has_low && bounds.low > unit ? (bounds.low + unit - 1) / unit * unit : unit;
  if (request.options.is_set("start")) start = times_unit(request.options.integer("start"), unit);
  check_fits(target, number, "start", start);
  // From a start outside the bounds known from constraints, only the type limits the count.
  const int128 last = increment > 0 ? (start <= bounds.high ? bounds.high : number.high)
                                    : (start >= bounds.low ? bounds.low : number.low);
  Arithmetic set = make_range(number, increment > 0 ? Range{start, last} : Range{last, start},
                              increment > 0 ? increment : -increment);
  set.first = start;
  set.step = increment;
  set.flags |= DATAGEN_SEQUENTIAL;
  if (increment < 0) set.flags &= ~std::uint32_t{DATAGEN_ORDERED};
  return std::make_unique<ArithmeticSet>(set);
}

// A range in units; what the user left open is placed within the bounds, with enough values.
std::unique_ptr<Generator> make_bounded(const datagen_target& target, const NumberTarget& number, Range preferred,
                                        const int128* low, const int128* high, int128 step) {
  if (low != nullptr) check_fits(target, number, "min", *low);
  if (high != nullptr) check_fits(target, number, "max", *high);
  if (low != nullptr && high != nullptr && *low > *high) {
    refuse_option("min", "min " + scaled_text(*low, number.scale) + " is above max " +
                             scaled_text(*high, number.scale) + "; exchange them");
  }
  Bounds bounds{number.low, number.high};
  if (low == nullptr || high == nullptr) bounds = number_bounds(target, number);
  if (low != nullptr) {
    if (bounds.high < *low) bounds.high = number.high;
    bounds.low = *low;
    bounds.has_low = true;
    preferred.low = *low;
    preferred.high = std::max(preferred.high, *low);
  }
  if (high != nullptr) {
    if (bounds.low > *high) bounds.low = number.low;
    bounds.high = *high;
    bounds.has_high = true;
    if (preferred.low > *high) preferred.low = *high - (preferred.high - preferred.low);
    preferred.high = *high;
  }
  Range range = preferred;
  if (low == nullptr || high == nullptr) {
    // A stated end stays; only the open one moves.
    Bounds open = bounds;
    if (low != nullptr) open.has_low = true;
    range = place_range(open, preferred, step, target.distinct_needed);
    if (low != nullptr) range.low = *low;
    if (high != nullptr) range.high = *high;
  } else {
    range = {*low, *high};
  }
  return std::make_unique<ArithmeticSet>(make_range(number, range, step));
}

std::unique_ptr<Generator> make_integer_range(const Request& request) {
  const datagen_target& target = request.target;
  const NumberTarget number = number_target(target, 0);
  const int128 unit = power_of_ten(number.scale);
  const auto units = [&](const char* name) { return times_unit(request.options.integer(name), unit); };
  const int128 step = units("step");
  if (step <= 0) refuse_option("step", "step must be 1 or more");
  int128 low = 0, high = 0;
  const bool has_low = request.options.is_set("min"), has_high = request.options.is_set("max");
  if (has_low) low = units("min");
  if (has_high) high = units("max");
  return make_bounded(target, number, usual_range(number, {unit, times_unit(10'000, unit)}), has_low ? &low : nullptr,
                      has_high ? &high : nullptr, step);
}

int128 rounded_units(double value, int scale, std::string_view option) {
  const long double units = std::round(static_cast<long double>(value) * static_cast<long double>(power_of_ten(scale)));
  if (std::fabs(units) > 9e37L) refuse_option(option, "the number is too large for any type");
  return static_cast<int128>(units);
}

std::unique_ptr<Generator> make_decimal_range(const Request& request) {
  const datagen_target& target = request.target;
  const int wished = static_cast<int>(request.options.integer_or("scale", 2));
  if (wished < 0 || wished > kMaximumScale) refuse_option("scale", "scale must be between 0 and 30");
  const NumberTarget number = number_target(target, wished);
  int scale = request.options.is_set("scale") ? wished : std::min(number.scale, target.scale < 0 ? 2 : number.scale);
  if (scale > number.scale) {
    refuse_option("scale", "scale " + std::to_string(scale) + " does not fit " + target.postgres_type + ": at most " +
                               std::to_string(number.scale));
  }
  const int128 step = power_of_ten(number.scale - scale);
  const auto units = [&](const char* name) {
    return times_unit(rounded_units(request.options.number(name), scale, name), step);
  };
  int128 low = 0, high = 0;
  const bool has_low = request.options.is_set("min"), has_high = request.options.is_set("max");
  if (has_low) low = units("min");
  if (has_high) high = units("max");
  const int128 one = power_of_ten(number.scale);
  const Range preferred = usual_range(number, {0, times_unit(1000, one)});
  return make_bounded(target, number, preferred, has_low ? &low : nullptr, has_high ? &high : nullptr, step);
}

constexpr sdk::OptionTable kSerialOptions(sdk::integer_option("start", "The first number; 1 unless a CHECK says more."),
                                          sdk::integer_option("increment", "Added from row to row, not 0.", "1"));
constexpr sdk::OptionTable kIntegerOptions(sdk::integer_option("min", "The smallest value."),
                                           sdk::integer_option("max", "The largest value."),
                                           sdk::integer_option("step", "From one value to the next.", "1", "1"));
constexpr sdk::OptionTable kDecimalOptions(sdk::float_option("min", "The smallest value."),
                                           sdk::float_option("max", "The largest value."),
                                           sdk::integer_option("scale", "Decimals; the column's, else 2.", nullptr, "0",
                                                               "30"));

constexpr sdk::HintTable kIntegerHints(sdk::make_type_hint(kInteger), sdk::make_type_hint(DATAGEN_FAMILY_OTHER, "oid"));
constexpr sdk::HintTable kDecimalHints(sdk::make_type_hint(kDecimal), sdk::make_type_hint(kFloat),
                                       sdk::make_type_hint(DATAGEN_FAMILY_OTHER, "money"));

constexpr datagen_generator_class kSerial = sdk::make_generator_class<make_serial, kSerialOptions>(
    {.id = "datagen.serial", .summary = "Numbers in row order", .families = kNumericTargets});
constexpr datagen_generator_class kIntegerRange =
    sdk::make_generator_class<make_integer_range, kIntegerOptions>({.id = "datagen.integer_range",
                                                                    .summary = "Integers between two bounds",
                                                                    .families = kNumericTargets,
                                                                    .hints = kIntegerHints});
constexpr datagen_generator_class kDecimalRange =
    sdk::make_generator_class<make_decimal_range, kDecimalOptions>({.id = "datagen.decimal_range",
                                                                    .summary = "Decimal numbers between two bounds",
                                                                    .families = kNumericTargets,
                                                                    .hints = kDecimalHints});

constexpr const datagen_generator_class* kClasses[] = {&kSerial, &kIntegerRange, &kDecimalRange};

}  // namespace

Classes number_classes() { return kClasses; }

}  // namespace datagen::generators
