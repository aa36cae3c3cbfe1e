// Numbers of the sizes that columns such as price, age or file_size usually have.
#include "arithmetic_set.hpp"
#include "families.hpp"

namespace datagen::generators {
namespace {

constexpr std::uint32_t kTargets = kNumeric | kText | DATAGEN_FAMILY_OTHER;

// A usual range in thousandths, clipped to what the column can hold and moved to where its CHECKs allow.
std::unique_ptr<Generator> make_between(const datagen_target& target, int128 low, int128 high, int decimals) {
  const NumberTarget number = number_target(target, decimals);
  const int scale = std::min(decimals, number.scale);
  const int128 one = power_of_ten(number.scale);
  const int128 step = power_of_ten(number.scale - scale);
  const auto units = [&](int128 thousandths) {
    return one >= 1000 ? times_unit(thousandths, one / 1000) : thousandths * one / 1000;
  };
  // What does not fit at all gives way to the type's own range; the step then holds too.
  const Range preferred = usual_range(number, {units(low), units(high)});
  const Range range = place_range(number_bounds(target, number), preferred, step, target.distinct_needed);
  return std::make_unique<ArithmeticSet>(make_range(number, range, step));
}

template <std::int64_t kLow, std::int64_t kHigh, int kDecimals>
std::unique_ptr<Generator> make_usual(const Request& request) {
  return make_between(request.target, kLow, kHigh, kDecimals);
}

// Refuses a type that cannot tell such numbers from smaller ones, rather than clip them all to one value.
void require_room(const datagen_target& target, int128 high) {
  const NumberTarget number = number_target(target, 0);
  if (number.high / power_of_ten(number.scale) < high) {
    refuse_target(target,
                  std::string(target.postgres_type) + " is too small for numbers such as " + scaled_text(high, 0));
  }
}

int year_of(const datagen_target& target) {
  return static_cast<int>(civil_from_days(usual_time(target.now) / kDay).year);
}

// Years from the run's own, or from a year that does not move.
template <int kFirst, bool kFirstMoves, int kLast>
std::unique_ptr<Generator> make_year(const Request& request) {
  const int now = year_of(request.target);
  const int last = now + kLast, first = kFirstMoves ? now + kFirst : std::min(kFirst, last);
  require_room(request.target, last);
  return make_between(request.target, int128{first} * 1000, int128{last} * 1000, 0);
}

// Times of the past five years, counted from 1970-01-01 UTC.
template <std::int64_t kPerSecond>
std::unique_ptr<Generator> make_unix_time(const Request& request) {
  const int128 now = int128{request.target.now / kSecond} * kPerSecond;
  require_room(request.target, now);
  const int128 span = int128{5 * 365} * 86'400 * kPerSecond;
  return make_between(request.target, (now - span) * 1000, now * 1000, 0);
}

constexpr datagen_hint number_hint(const char* column, const char* table = nullptr) {
  return sdk::make_hint(column, kNumeric, DATAGEN_MATCH_SUFFIX, table);
}
constexpr datagen_hint whole_hint(const char* column, const char* table = nullptr) {
  return sdk::make_hint(column, kInteger, DATAGEN_MATCH_SUFFIX, table);
}
constexpr datagen_hint exact_whole_hint(const char* column, const char* table = nullptr) {
  return sdk::make_hint(column, kInteger, DATAGEN_MATCH_EXACT, table);
}
constexpr datagen_hint decimal_hint(const char* column, const char* table = nullptr) {
  return sdk::make_hint(column, kDecimal | kFloat, DATAGEN_MATCH_SUFFIX, table);
}

constexpr sdk::HintTable kPriceHints(number_hint("price"), number_hint("cost"), number_hint("msrp"), number_hint("fee"),
                                     number_hint("rate", "shipping"), number_hint("rental_rate"),
                                     number_hint("hourly_rate"), number_hint("daily_rate"), number_hint("room_rate"),
                                     number_hint("nightly_rate"), number_hint("day_rate"), number_hint("price_unit"),
                                     number_hint("price_per_night"), number_hint("price_incl_tax"),
                                     number_hint("price_excl_tax"), number_hint("retailprice"),
                                     number_hint("extendedprice"), number_hint("totalprice"), number_hint("supplycost"),
                                     number_hint("min_purchase"), number_hint("fare"), number_hint("toll"),
                                     number_hint("fine"), number_hint("bid"));
constexpr sdk::HintTable kAmountHints(number_hint("amount"), number_hint("total"), number_hint("subtotal"),
                                      number_hint("sub_total"), number_hint("balance"), number_hint("revenue"),
                                      number_hint("payment"), number_hint("grand_total"), number_hint("credit_limit"),
                                      number_hint("credit_lim"), number_hint("budget"), decimal_hint("sales"),
                                      number_hint("total_sales"), number_hint("spent"), number_hint("total_due"),
                                      number_hint("amount_due"), number_hint("amount_total"),
                                      number_hint("amount_untaxed"), number_hint("amount_residual"),
                                      number_hint("amount_paid"), number_hint("acctbal"), number_hint("principal"),
                                      decimal_hint("debit"), decimal_hint("credit"), decimal_hint("net"),
                                      number_hint("net_paid"), number_hint("profit"), decimal_hint("bonus"),
                                      decimal_hint("quota"), number_hint("turnover"), number_hint("donation"),
                                      decimal_hint("gross"), decimal_hint("paid"), number_hint("deposit"));
constexpr sdk::HintTable kTaxHints(number_hint("tax"), number_hint("tax_amount"), number_hint("tax_amt"),
                                   number_hint("amount_tax"), number_hint("shipping_cost"),
                                   number_hint("discount_amount"), number_hint("tip"), number_hint("shipping"),
                                   number_hint("freight"), number_hint("shipping_fee"), number_hint("shipping_amount"),
                                   number_hint("vat_amount"), number_hint("vat"));
constexpr sdk::HintTable kCentHints(whole_hint("cents"), whole_hint("amount_cents"), whole_hint("price_cents"),
                                    whole_hint("unit_amount"), whole_hint("amount_off"), whole_hint("amount_in_cents"),
                                    sdk::make_hint("amount_due", kInteger, DATAGEN_MATCH_EXACT, "invoice"),
                                    whole_hint("amount_minor"));
constexpr sdk::HintTable kSalaryHints(number_hint("salary"), number_hint("income"), number_hint("wage"),
                                      number_hint("compensation"));
constexpr sdk::HintTable kQuantityHints(number_hint("quantity"), number_hint("qty"), number_hint("seats"),
                                        number_hint("num_items"), number_hint("guests"), number_hint("nights"),
                                        number_hint("qty_ordered"), number_hint("uom_qty"),
                                        number_hint("qty_delivered"), number_hint("qty_invoiced"),
                                        number_hint("num_items_sold"), number_hint("availqty"), number_hint("servings"),
                                        number_hint("refills"), number_hint("passengers"), number_hint("participants"),
                                        number_hint("copies"), number_hint("adults"), number_hint("children"),
                                        number_hint("party_size"), number_hint("pieces"));
constexpr sdk::HintTable kCountHints(
    number_hint("stock"), number_hint("stock_quantity"), number_hint("inventory"), number_hint("in_stock"),
    number_hint("on_order"), number_hint("on_hand"), number_hint("reorder_level"), number_hint("reorder_point"),
    number_hint("stock_level"), whole_hint("views"), number_hint("count"), number_hint("cnt"), whole_hint("likes"),
    number_hint("view_count"), whole_hint("points"), whole_hint("downloads"), whole_hint("clicks"),
    whole_hint("impressions"), whole_hint("reads"), whole_hint("shares"), whole_hint("followers"), whole_hint("votes"),
    whole_hint("num_votes"), whole_hint("stars_count"), whole_hint("num_stars"), whole_hint("num_followers"),
    whole_hint("editcount"), whole_hint("edits"), whole_hint("msgcount"), whole_hint("totalmsgcount"),
    whole_hint("times_seen"), whole_hint("hits"), whole_hint("visits"), whole_hint("wins"), whole_hint("losses"),
    whole_hint("goals"), whole_hint("sales"), whole_hint("employees"), whole_hint("number_of_employees"),
    whole_hint("cat_pages"), whole_hint("pages"), whole_hint("members"), whole_hint("subscribers"),
    whole_hint("comments"), whole_hint("replies"));
constexpr sdk::HintTable kRatingHints(number_hint("rating"), number_hint("stars"), number_hint("average_rating"));
constexpr sdk::HintTable kAgeHints(number_hint("age"));
constexpr sdk::HintTable kYearHints(whole_hint("year"), whole_hint("year_built"), whole_hint("built_year"),
                                    exact_whole_hint("founded"), whole_hint("release_year"), whole_hint("tyear"),
                                    whole_hint("birthyear"), whole_hint("death_year"), whole_hint("date_year"),
                                    exact_whole_hint("established"));
constexpr sdk::HintTable kBirthYearHints(whole_hint("birth_year"), whole_hint("year_of_birth"), whole_hint("yob"));
constexpr sdk::HintTable kExpiryYearHints(whole_hint("exp_year"), whole_hint("expiry_year"),
                                          whole_hint("expiration_year"), whole_hint("expire_year"));
constexpr sdk::HintTable kMonthNumberHints(whole_hint("month"), whole_hint("exp_month"), whole_hint("moy"),
                                           whole_hint("tmonth"), whole_hint("expiry_month"));
constexpr sdk::HintTable kMonthCountHints(whole_hint("months"), whole_hint("term_months"),
                                          whole_hint("duration_months"));
constexpr sdk::HintTable kDayNumberHints(whole_hint("birth_day"), whole_hint("day_of_month"), exact_whole_hint("day"),
                                         whole_hint("date_day"), whole_hint("dom"));
constexpr sdk::HintTable kDayCountHints(number_hint("days"), whole_hint("rental_duration"), whole_hint("duration_days"),
                                        whole_hint("lead_time"), whole_hint("lead_time_days"));
constexpr sdk::HintTable kWeekdayNumberHints(whole_hint("day_of_week"), whole_hint("weekday"), whole_hint("dow"));
constexpr sdk::HintTable kWeekHints(whole_hint("week"), whole_hint("week_number"), whole_hint("week_of_year"),
                                    whole_hint("tweek"), whole_hint("iso_week"));
constexpr sdk::HintTable kQuarterHints(whole_hint("quarter"), whole_hint("qoy"), whole_hint("fiscal_quarter"));
constexpr sdk::HintTable kHourHints(whole_hint("hour"), whole_hint("hour_of_day"));
constexpr sdk::HintTable kMinuteNumberHints(whole_hint("minute"), whole_hint("second"));
constexpr sdk::HintTable kHoursHints(number_hint("hours"), number_hint("estimated_hours"), number_hint("hours_worked"),
                                     number_hint("worked_hours"), number_hint("duration_hours"));
constexpr sdk::HintTable kMinutesHints(number_hint("minutes"), number_hint("runtime"), number_hint("duration_minutes"),
                                       exact_whole_hint("length", "film"), exact_whole_hint("length", "movie"),
                                       number_hint("mins"), number_hint("duration_min"));
constexpr sdk::HintTable kDurationHints(number_hint("duration"), number_hint("seconds"),
                                        number_hint("duration_seconds"), number_hint("time_spent"),
                                        number_hint("time_estimate"), number_hint("total_time"), number_hint("elapsed"),
                                        number_hint("elapsed_time"), number_hint("timeout"), number_hint("ttl"),
                                        number_hint("lifespan"), number_hint("expires_in"), number_hint("timelimit"),
                                        number_hint("time_limit"), number_hint("execution_time"), number_hint("uptime"),
                                        number_hint("wait_time"), number_hint("duration_secs"),
                                        number_hint("interval_seconds"));
constexpr sdk::HintTable kMillisecondHints(number_hint("milliseconds"), number_hint("ms"), number_hint("millis"),
                                           number_hint("duration_ms"), number_hint("response_time"),
                                           number_hint("latency"), exact_whole_hint("length", "recording"),
                                           exact_whole_hint("length", "track"));
constexpr sdk::HintTable kUnixTimeHints(
    whole_hint("unix"), whole_hint("created_at"), whole_hint("updated_at"), whole_hint("deleted_at"),
    whole_hint("available_at"), whole_hint("reserved_at"), whole_hint("expires_at"), whole_hint("timecreated"),
    whole_hint("timemodified"), whole_hint("firstaccess"), whole_hint("lastaccess"), whole_hint("lastlogin"),
    whole_hint("startdate"), whole_hint("enddate"), whole_hint("duedate"), whole_hint("mtime"), whole_hint("ctime"),
    whole_hint("atime"), whole_hint("last_activity"), whole_hint("lastmodified"), whole_hint("last_modified"),
    exact_whole_hint("timestamp"), exact_whole_hint("expiration"), whole_hint("epoch"), whole_hint("unix_time"),
    whole_hint("created_on"), whole_hint("updated_on"), whole_hint("timestart"), whole_hint("timeend"));
constexpr datagen_hint millisecond_hint(const char* column) {
  return sdk::make_hint(column, kInteger, DATAGEN_MATCH_SUFFIX, nullptr, nullptr, 0, "bigint");
}
constexpr sdk::HintTable kUnixMillisecondHints(millisecond_hint("created_timestamp"),
                                               millisecond_hint("updated_timestamp"), millisecond_hint("event_time"),
                                               millisecond_hint("creation_date"), millisecond_hint("timestamp_ms"),
                                               millisecond_hint("createat"), millisecond_hint("updateat"),
                                               millisecond_hint("deleteat"), millisecond_hint("created_ms"),
                                               millisecond_hint("created_at_ms"), millisecond_hint("updated_at_ms"),
                                               millisecond_hint("epoch_ms"), millisecond_hint("update_date"));
constexpr sdk::HintTable kPercentHints(number_hint("percent"), number_hint("percentage"), number_hint("pct"),
                                       number_hint("progress"), number_hint("score"), number_hint("discount"),
                                       number_hint("completion"), number_hint("humidity"), number_hint("percent_off"),
                                       number_hint("done_ratio"), number_hint("coverage"), number_hint("battery_level"),
                                       number_hint("battery"), number_hint("grade"), number_hint("rawgrade"),
                                       number_hint("finalgrade"), number_hint("marks"), number_hint("completeness"),
                                       number_hint("attendance"), number_hint("max_score"), number_hint("percentile"));
constexpr sdk::HintTable kMeasureHints(decimal_hint("weight"), number_hint("weight_kg"), decimal_hint("length"),
                                       decimal_hint("width"), decimal_hint("height"), decimal_hint("depth"),
                                       decimal_hint("volume"), decimal_hint("distance"), decimal_hint("dose"),
                                       decimal_hint("daily_dose"), number_hint("distance_km"),
                                       decimal_hint("thickness"), decimal_hint("diameter"), decimal_hint("radius"),
                                       number_hint("width_cm"), number_hint("length_cm"), number_hint("depth_cm"),
                                       number_hint("weight_g"));
constexpr sdk::HintTable kBodyHeightHints(number_hint("height_cm", "patient"), number_hint("height_cm", "person"),
                                          number_hint("height_cm", "vital"), number_hint("height_cm", "member"),
                                          number_hint("height_cm", "player"), number_hint("body_height"),
                                          number_hint("height", "patient"), number_hint("height", "person"),
                                          number_hint("height", "player"), number_hint("height", "vital"));
constexpr sdk::HintTable kBodyWeightHints(number_hint("weight_kg", "patient"), number_hint("weight_kg", "person"),
                                          number_hint("weight_kg", "vital"), number_hint("weight_kg", "member"),
                                          number_hint("weight_kg", "player"), number_hint("body_weight"),
                                          number_hint("weight", "patient"), number_hint("weight", "person"),
                                          number_hint("weight", "player"), number_hint("weight", "vital"));
constexpr sdk::HintTable kPositionHints(number_hint("position"), number_hint("sort_order"), number_hint("sortorder"),
                                        number_hint("display_order"), number_hint("menu_order"), number_hint("rank"),
                                        number_hint("ordinal"), number_hint("sequence"), exact_whole_hint("order"),
                                        exact_whole_hint("sort"), number_hint("z_order"), exact_whole_hint("line"),
                                        number_hint("line_number"), number_hint("page_number"), exact_whole_hint("seq"),
                                        number_hint("sequence_number"));
constexpr sdk::HintTable kSmallHints(whole_hint("priority"), whole_hint("bedrooms"), whole_hint("bathrooms"),
                                     whole_hint("credits"), whole_hint("season"), whole_hint("episode"),
                                     whole_hint("season_nr"), whole_hint("episode_nr"), whole_hint("season_number"),
                                     whole_hint("episode_number"), whole_hint("rooms"), whole_hint("doors"),
                                     whole_hint("semester"), whole_hint("beds"), whole_hint("chapter"),
                                     whole_hint("volume_number"));
constexpr sdk::HintTable kLevelHints(whole_hint("level"), whole_hint("trust_level"));
constexpr sdk::HintTable kFloorHints(whole_hint("floor"), whole_hint("storey"), whole_hint("floors"),
                                     whole_hint("floor_number"));
constexpr sdk::HintTable kVersionNumberHints(exact_whole_hint("version"), whole_hint("lock_version"),
                                             whole_hint("revision_number"), whole_hint("version_number"),
                                             exact_whole_hint("revision"));
constexpr sdk::HintTable kAttemptHints(whole_hint("attempts"), whole_hint("attempt_count"), whole_hint("retry_count"),
                                       whole_hint("retries"), whole_hint("failed_attempts"), whole_hint("tries"));
constexpr sdk::HintTable kLimitHints(whole_hint("limit"), whole_hint("usage_limit"), whole_hint("max_redemptions"),
                                     whole_hint("uses_per_coupon"), whole_hint("max_uses"), whole_hint("max_users"));
constexpr sdk::HintTable kCapacityHints(whole_hint("capacity"), whole_hint("max_capacity"), whole_hint("max_guests"));
constexpr sdk::HintTable kAreaHints(number_hint("square_feet"), number_hint("sq_ft"), number_hint("sqft"),
                                    number_hint("square_meters"), number_hint("floor_area"), number_hint("area"),
                                    number_hint("area_sqm"), number_hint("square_footage"));
constexpr sdk::HintTable kMileageHints(whole_hint("mileage"), whole_hint("odometer"), whole_hint("odometer_reading"));
constexpr sdk::HintTable kPopulationHints(whole_hint("population"));
constexpr sdk::HintTable kElevationHints(number_hint("elevation"), number_hint("altitude"), number_hint("ele"));
constexpr sdk::HintTable kFileSizeHints(whole_hint("file_size"), whole_hint("filesize"), whole_hint("bytes"),
                                        whole_hint("byte_size"), whole_hint("size_bytes"), whole_hint("content_length"),
                                        exact_whole_hint("size", "upload"), exact_whole_hint("size", "file"),
                                        exact_whole_hint("size", "attachment"), exact_whole_hint("size", "filecache"),
                                        exact_whole_hint("size", "document"), exact_whole_hint("size", "object"),
                                        exact_whole_hint("size", "image"), exact_whole_hint("size", "blob"),
                                        whole_hint("img_size"), whole_hint("page_len"), whole_hint("rev_len"),
                                        whole_hint("size_in_bytes"));
constexpr sdk::HintTable kPixelHints(whole_hint("width"), whole_hint("height"), whole_hint("image_width"),
                                     whole_hint("width_px"), whole_hint("height_px"));
constexpr sdk::HintTable kTemperatureHints(number_hint("temperature"), number_hint("temp"));
constexpr sdk::HintTable kBodyTemperatureHints(number_hint("body_temperature"), number_hint("temperature", "vital"),
                                               number_hint("temperature", "patient"));
constexpr sdk::HintTable kPressureHints(decimal_hint("pressure"), number_hint("air_pressure"));
constexpr sdk::HintTable kBloodPressureHints(number_hint("systolic"), number_hint("diastolic"),
                                             whole_hint("blood_pressure"), whole_hint("blood_pressure_systolic"),
                                             whole_hint("blood_pressure_diastolic"), whole_hint("systolic_bp"),
                                             whole_hint("diastolic_bp"));
constexpr sdk::HintTable kHeartRateHints(whole_hint("heart_rate"), whole_hint("pulse"), whole_hint("bpm"));
constexpr sdk::HintTable kCalorieHints(number_hint("calories"), number_hint("kcal"));
constexpr sdk::HintTable kSpeedHints(number_hint("speed"), number_hint("speed_kmh"), number_hint("velocity"));
constexpr sdk::HintTable kPortHints(whole_hint("port"));
constexpr sdk::HintTable kFractionHints(decimal_hint("tax_rate"), decimal_hint("interest_rate"), decimal_hint("rate"),
                                        decimal_hint("probability"), decimal_hint("ratio"), decimal_hint("confidence"),
                                        decimal_hint("percent_rank"), decimal_hint("page_random"),
                                        decimal_hint("similarity"), decimal_hint("commission_rate"),
                                        decimal_hint("discount_rate"));
constexpr sdk::HintTable kExchangeHints(decimal_hint("exchange_rate"), decimal_hint("average_rate"),
                                        decimal_hint("conversion_rate"), decimal_hint("currency_rate"));
constexpr sdk::HintTable kUtcOffsetHints(decimal_hint("gmt_offset"), decimal_hint("utc_offset"),
                                         decimal_hint("timezone_offset"));
constexpr sdk::HintTable kGradeAverageHints(decimal_hint("gpa"), decimal_hint("grade_point_average"));
constexpr sdk::HintTable kCreditScoreHints(whole_hint("credit_score"), whole_hint("fico_score"));
constexpr sdk::HintTable kExperienceHints(whole_hint("years_of_experience"), whole_hint("experience_years"),
                                          whole_hint("years_experience"));

template <sdk::GeneratorFactory kFactory>
constexpr datagen_generator_class number_class(const char* id, const char* summary,
                                               std::span<const datagen_hint* const> hints,
                                               std::uint32_t algorithm_version = 1) {
  return sdk::make_generator_class<kFactory, kNoOptions>(
      {.id = id, .summary = summary, .families = kTargets, .hints = hints, .algorithm_version = algorithm_version});
}
template <std::int64_t kLow, std::int64_t kHigh, int kDecimals>
constexpr datagen_generator_class usual(const char* id, const char* summary,
                                        std::span<const datagen_hint* const> hints) {
  return number_class<make_usual<kLow, kHigh, kDecimals>>(id, summary, hints);
}

constexpr datagen_generator_class kAll[] = {
    usual<990, 999'990, 2>("datagen.price", "A price", kPriceHints),
    usual<1'000, 5'000'000, 2>("datagen.amount", "A sum of money", kAmountHints),
    usual<0, 99'990, 2>("datagen.surcharge", "A tax, tip or shipping cost", kTaxHints),
    usual<99'000, 500'000'000, 0>("datagen.cents", "A sum of money in cents", kCentHints),
    usual<24'000'000, 240'000'000, 0>("datagen.salary", "A yearly salary", kSalaryHints),
    usual<1'000, 10'000, 0>("datagen.quantity", "How many", kQuantityHints),
    usual<0, 1'000'000, 0>("datagen.count", "A count from 0 up", kCountHints),
    usual<1'000, 5'000, 1>("datagen.rating", "1 to 5", kRatingHints),
    usual<18'000, 90'000, 0>("datagen.age", "An adult's age", kAgeHints),
    number_class<make_year<1970, false, 0>>("datagen.year", "A year from 1970 to the run's own", kYearHints, 2),
    number_class<make_year<-90, true, -18>>("datagen.birth_year", "The year of an adult's birth", kBirthYearHints),
    number_class<make_year<0, true, 8>>("datagen.expiry_year", "The run's year or one of the next", kExpiryYearHints),
    usual<1'000, 12'000, 0>("datagen.month_number", "A month as a number, 1 to 12", kMonthNumberHints),
    usual<1'000, 120'000, 0>("datagen.month_count", "A number of months", kMonthCountHints),
    usual<1'000, 28'000, 0>("datagen.day_number", "A day of any month, 1 to 28", kDayNumberHints),
    usual<1'000, 30'000, 0>("datagen.day_count", "A number of days", kDayCountHints),
    usual<0, 6'000, 0>("datagen.weekday_number", "A day of the week, 0 to 6", kWeekdayNumberHints),
    usual<1'000, 52'000, 0>("datagen.week_number", "A week of the year, 1 to 52", kWeekHints),
    usual<1'000, 4'000, 0>("datagen.quarter_number", "A quarter of the year, 1 to 4", kQuarterHints),
    usual<0, 23'000, 0>("datagen.hour_number", "An hour of the day, 0 to 23", kHourHints),
    usual<0, 59'000, 0>("datagen.minute_number", "A minute or second, 0 to 59", kMinuteNumberHints),
    usual<500, 80'000, 1>("datagen.hours", "A number of hours", kHoursHints),
    usual<5'000, 180'000, 0>("datagen.minutes", "A number of minutes", kMinutesHints),
    usual<1'000, 3'600'000, 0>("datagen.duration", "A number of seconds", kDurationHints),
    usual<1'000, 600'000'000, 0>("datagen.milliseconds", "A number of milliseconds", kMillisecondHints),
    number_class<make_unix_time<1>>("datagen.unix_time", "Seconds since 1970 of a time in the past five years",
                                    kUnixTimeHints),
    number_class<make_unix_time<1000>>(
        "datagen.unix_milliseconds", "Milliseconds since 1970 of a time in the past five years", kUnixMillisecondHints),
    usual<0, 100'000, 1>("datagen.percentage", "0 to 100", kPercentHints),
    usual<100, 100'000, 2>("datagen.measure", "A weight or length", kMeasureHints),
    usual<150'000, 200'000, 1>("datagen.body_height", "An adult's height in cm", kBodyHeightHints),
    usual<45'000, 120'000, 1>("datagen.body_weight", "An adult's weight in kg", kBodyWeightHints),
    usual<1'000, 100'000, 0>("datagen.position", "A rank", kPositionHints),
    usual<1'000, 5'000, 0>("datagen.small_number", "1 to 5", kSmallHints),
    usual<1'000, 50'000, 0>("datagen.level", "A level, 1 to 50", kLevelHints),
    usual<0, 30'000, 0>("datagen.floor_number", "A floor of a building", kFloorHints),
    usual<1'000, 20'000, 0>("datagen.version_number", "A version, 1 to 20", kVersionNumberHints),
    usual<0, 5'000, 0>("datagen.attempt_count", "How often something was tried", kAttemptHints),
    usual<1'000, 100'000, 0>("datagen.limit_number", "How many are allowed", kLimitHints),
    usual<1'000, 500'000, 0>("datagen.capacity", "How many find room", kCapacityHints),
    usual<300'000, 5'000'000, 0>("datagen.floor_area", "The area of rooms", kAreaHints),
    usual<0, 250'000'000, 0>("datagen.mileage", "What a vehicle has run", kMileageHints),
    usual<500'000, 10'000'000'000, 0>("datagen.population", "A number of inhabitants", kPopulationHints),
    usual<-50'000, 4'000'000, 1>("datagen.elevation", "Metres above the sea", kElevationHints),
    usual<1'000'000, 50'000'000'000, 0>("datagen.file_size", "A number of bytes", kFileSizeHints),
    usual<64'000, 4'096'000, 0>("datagen.pixels", "The width or height of an image", kPixelHints),
    usual<-10'000, 40'000, 1>("datagen.temperature", "Degrees Celsius", kTemperatureHints),
    usual<36'000, 40'000, 1>("datagen.body_temperature", "A person's temperature", kBodyTemperatureHints),
    usual<970'000, 1'040'000, 1>("datagen.air_pressure", "Hectopascals", kPressureHints),
    usual<70'000, 160'000, 0>("datagen.blood_pressure", "Millimetres of mercury", kBloodPressureHints),
    usual<50'000, 120'000, 0>("datagen.heart_rate", "Beats a minute", kHeartRateHints),
    usual<20'000, 1'200'000, 0>("datagen.calories", "Kilocalories", kCalorieHints),
    usual<0, 130'000, 1>("datagen.speed", "A vehicle's speed", kSpeedHints),
    usual<1'024'000, 65'535'000, 0>("datagen.port", "A TCP port", kPortHints),
    usual<0, 1'000, 3>("datagen.fraction", "0 to 1", kFractionHints),
    usual<100, 150'000, 4>("datagen.exchange_rate", "What a currency costs in another", kExchangeHints),
    usual<-11'000, 13'000, 0>("datagen.utc_offset", "Hours from UTC", kUtcOffsetHints),
    usual<1'500, 4'000, 2>("datagen.grade_average", "A grade point average, to 4", kGradeAverageHints),
    usual<350'000, 850'000, 0>("datagen.credit_score", "A credit score, 350 to 850", kCreditScoreHints),
    usual<0, 40'000, 0>("datagen.experience_years", "Years of experience", kExperienceHints)};

constexpr auto kClasses = [] {
  std::array<const datagen_generator_class*, std::size(kAll)> result{};
  for (std::size_t i = 0; i < std::size(kAll); ++i) result[i] = &kAll[i];
  return result;
}();

}  // namespace

Classes usual_number_classes() { return kClasses; }

}  // namespace datagen::generators
