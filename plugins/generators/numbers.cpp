// Serial numbers, ranges, and the sizes that columns such as price or age usually have.
#include <cmath>

#include "arithmetic_set.hpp"
#include "families.hpp"

namespace datagen::generators {
namespace {

constexpr std::uint32_t kNumericTargets = kNumeric | kText | DATAGEN_FAMILY_OTHER;

// value * unit, kept within what 128 bits hold twice; no type holds as much.
int128 times_unit(int128 value, int128 unit) {
  const int128 most = power_of_ten(37) * 6;
  return value > most / unit ? most : value < -(most / unit) ? -most : value * unit;
}

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
  return make_bounded(target, number, {unit, 10'000 * unit}, has_low ? &low : nullptr, has_high ? &high : nullptr,
                      step);
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
  Range preferred{0, 1000 * one};
  if (number.high < preferred.high) preferred.high = number.high;
  return make_bounded(target, number, preferred, has_low ? &low : nullptr, has_high ? &high : nullptr, step);
}

// A usual range, clipped to what the column can hold; in thousandths, as the smallest scale of the presets.
template <std::int64_t kLow, std::int64_t kHigh, int kScale>
std::unique_ptr<Generator> make_usual(const Request& request) {
  const datagen_target& target = request.target;
  const NumberTarget number = number_target(target, kScale);
  const int scale = std::min(kScale, number.scale);
  const int128 one = power_of_ten(number.scale);
  const int128 step = power_of_ten(number.scale - scale);
  Range preferred{times_unit(kLow, one) / 1000, times_unit(kHigh, one) / 1000};
  // What does not fit at all gives way to the type's own range; the step then holds too.
  preferred.low = std::clamp(preferred.low, number.low, number.high);
  preferred.high = std::clamp(preferred.high, number.low, number.high);
  const Range range = place_range(number_bounds(target, number), preferred, step, target.distinct_needed);
  return std::make_unique<ArithmeticSet>(make_range(number, range, step));
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

constexpr datagen_hint number_hint(const char* column, const char* table = nullptr) {
  return sdk::make_hint(column, kNumeric, DATAGEN_MATCH_SUFFIX, table);
}
constexpr datagen_hint money_hint(const char* column, const char* table = nullptr) {
  return sdk::make_hint(column, kDecimal | kFloat | kInteger, DATAGEN_MATCH_SUFFIX, table);
}
constexpr sdk::HintTable kPriceHints(money_hint("price"), money_hint("cost"), money_hint("msrp"), money_hint("fee"),
                                     money_hint("rate", "shipping"));
constexpr sdk::HintTable kAmountHints(money_hint("amount"), money_hint("total"), money_hint("subtotal"),
                                      money_hint("balance"), money_hint("revenue"), money_hint("payment"),
                                      money_hint("grand_total"), money_hint("credit_limit"), money_hint("budget"),
                                      money_hint("sales"), money_hint("spent"));
constexpr sdk::HintTable kTaxHints(money_hint("tax"), money_hint("tax_amount"), money_hint("shipping_cost"),
                                   money_hint("discount_amount"), money_hint("tip"), money_hint("shipping"));
constexpr sdk::HintTable kSalaryHints(money_hint("salary"), money_hint("income"), money_hint("wage"),
                                      money_hint("compensation"));
constexpr sdk::HintTable kQuantityHints(number_hint("quantity"), number_hint("qty"), number_hint("seats"),
                                        number_hint("num_items"), number_hint("guests"), number_hint("nights"));
constexpr sdk::HintTable kStockHints(number_hint("stock"), number_hint("stock_quantity"), number_hint("inventory"),
                                     number_hint("in_stock"), number_hint("stock_level"), number_hint("views"),
                                     number_hint("count"), number_hint("likes"), number_hint("view_count"),
                                     number_hint("points"), number_hint("downloads"), number_hint("clicks"));
constexpr sdk::HintTable kRatingHints(number_hint("rating"), number_hint("stars"));
constexpr sdk::HintTable kAgeHints(number_hint("age"));
constexpr sdk::HintTable kYearHints(sdk::make_hint("year", kInteger), sdk::make_hint("year_built", kInteger),
                                    sdk::make_hint("founded", kInteger, DATAGEN_MATCH_EXACT));
constexpr sdk::HintTable kPercentHints(number_hint("percent"), number_hint("percentage"), number_hint("pct"),
                                       number_hint("progress"), number_hint("score"), number_hint("discount"),
                                       number_hint("completion"), number_hint("humidity"));
constexpr sdk::HintTable kWeightHints(sdk::make_hint("weight", kDecimal | kFloat), number_hint("weight_kg"),
                                      sdk::make_hint("length", kDecimal | kFloat),
                                      sdk::make_hint("width", kDecimal | kFloat),
                                      sdk::make_hint("height", kDecimal | kFloat),
                                      sdk::make_hint("depth", kDecimal | kFloat));
constexpr sdk::HintTable kPositionHints(number_hint("position"), number_hint("sort_order"),
                                        number_hint("display_order"), number_hint("rank"), number_hint("priority"),
                                        number_hint("level"), number_hint("ordinal"), number_hint("sequence"));
constexpr sdk::HintTable kTemperatureHints(number_hint("temperature"), number_hint("temp"));
constexpr sdk::HintTable kDurationHints(sdk::make_hint("duration", kInteger), sdk::make_hint("seconds", kNumeric),
                                        sdk::make_hint("minutes", kNumeric), sdk::make_hint("duration_ms", kInteger));
constexpr sdk::HintTable kPortHints(sdk::make_hint("port", kInteger));
constexpr sdk::HintTable kTaxRateHints(sdk::make_hint("tax_rate", kDecimal | kFloat),
                                       sdk::make_hint("interest_rate", kDecimal | kFloat),
                                       sdk::make_hint("rate", kDecimal | kFloat),
                                       sdk::make_hint("probability", kDecimal | kFloat),
                                       sdk::make_hint("ratio", kDecimal | kFloat),
                                       sdk::make_hint("confidence", kDecimal | kFloat));

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

template <std::int64_t kLow, std::int64_t kHigh, int kScale>
constexpr datagen_generator_class usual(const char* id, const char* summary,
                                        std::span<const datagen_hint* const> hints) {
  return sdk::make_generator_class<make_usual<kLow, kHigh, kScale>, kNoOptions>(
      {.id = id, .summary = summary, .families = kNumericTargets, .hints = hints});
}
constexpr datagen_generator_class kPrice = usual<990, 999'990, 2>("datagen.price", "A price", kPriceHints);
constexpr datagen_generator_class kAmount =
    usual<1'000, 5'000'000, 2>("datagen.amount", "A sum of money", kAmountHints);
constexpr datagen_generator_class kTax =
    usual<0, 99'990, 2>("datagen.surcharge", "A tax, tip or shipping cost", kTaxHints);
constexpr datagen_generator_class kSalary =
    usual<24'000'000, 240'000'000, 0>("datagen.salary", "A yearly salary", kSalaryHints);
constexpr datagen_generator_class kQuantity = usual<1'000, 10'000, 0>("datagen.quantity", "How many", kQuantityHints);
constexpr datagen_generator_class kStock = usual<0, 1'000'000, 0>("datagen.count", "A count from 0 up", kStockHints);
constexpr datagen_generator_class kRating = usual<1'000, 5'000, 1>("datagen.rating", "1 to 5", kRatingHints);
constexpr datagen_generator_class kAge = usual<18'000, 90'000, 0>("datagen.age", "An adult's age", kAgeHints);
constexpr datagen_generator_class kYear = usual<1'980'000, 2'024'000, 0>("datagen.year", "A year", kYearHints);
constexpr datagen_generator_class kPercent = usual<0, 100'000, 1>("datagen.percentage", "0 to 100", kPercentHints);
constexpr datagen_generator_class kWeight =
    usual<100, 100'000, 2>("datagen.measure", "A weight or length", kWeightHints);
constexpr datagen_generator_class kPosition = usual<1'000, 100'000, 0>("datagen.position", "A rank", kPositionHints);
constexpr datagen_generator_class kTemperature =
    usual<-10'000, 40'000, 1>("datagen.temperature", "Degrees Celsius", kTemperatureHints);
constexpr datagen_generator_class kDuration =
    usual<1'000, 3'600'000, 0>("datagen.duration", "A number of seconds", kDurationHints);
constexpr datagen_generator_class kPort = usual<1'024'000, 65'535'000, 0>("datagen.port", "A TCP port", kPortHints);
constexpr datagen_generator_class kFraction = usual<0, 1'000, 3>("datagen.fraction", "0 to 1", kTaxRateHints);

constexpr const datagen_generator_class* kClasses[] = {
    &kSerial,   &kIntegerRange, &kDecimalRange, &kPrice, &kAmount,  &kTax,     &kSalary,
    &kQuantity, &kStock,        &kRating,       &kAge,   &kYear,    &kPercent, &kWeight,
    &kPosition, &kTemperature,  &kDuration,     &kPort,  &kFraction};

}  // namespace

Classes number_classes() { return kClasses; }

}  // namespace datagen::generators
