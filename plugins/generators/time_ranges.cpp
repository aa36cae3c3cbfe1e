// Dates, times and timestamps: a range, or a while after another column of the row.
#include <algorithm>

#include "arithmetic_set.hpp"
#include "families.hpp"

namespace datagen::generators {
namespace {

struct TimeTarget {
  Storage storage;
  std::int64_t unit;        // microseconds of one unit of the storage
  std::int64_t resolution;  // microseconds that the type tells apart
};

TimeTarget time_target(const datagen_target& target, bool of_day, bool date_text) {
  const std::string_view format = target.format;
  std::int64_t resolution = 1;
  for (int digits = target.precision; digits >= 0 && digits < 6; ++digits) resolution *= 10;
  if (!of_day && format == "tdD") return {Storage::kInt32, kDay, kDay};
  if (!of_day && format.substr(0, 4) == "tsu:") return {Storage::kInt64, 1, resolution};
  if (of_day && format == "ttu") return {Storage::kInt64, 1, resolution};
  if (format == "u") {
    const Storage storage = of_day ? Storage::kTimeText : date_text ? Storage::kDateText : Storage::kTimestampText;
    const std::uint32_t width = of_day ? 8 : date_text ? 10 : 19;
    if (characters_or(target, width) < width) {
      refuse_target(target, std::string(target.postgres_type) + " is too short for a time of " + std::to_string(width) +
                                " characters");
    }
    return {storage, date_text ? kDay : 1, date_text ? kDay : kSecond};
  }
  refuse_target(target, std::string("makes times, which ") + target.postgres_type + " does not hold");
}

std::int64_t floor_to(std::int64_t value, std::int64_t unit) {
  const std::int64_t rest = value % unit;
  return value - (rest < 0 ? rest + unit : rest);
}
std::int64_t ceil_to(std::int64_t value, std::int64_t unit) { return -floor_to(-value, unit); }

// [start, end] in microseconds, in steps of the coarsest of day, second, millisecond, microsecond that gives `needed`.
std::unique_ptr<Generator> make_span(const TimeTarget& time, std::int64_t start, std::int64_t end,
                                     std::uint64_t needed) {
  const std::int64_t span = end - start;
  std::int64_t step = std::max(time.resolution, kSecond);
  while (step > time.resolution && static_cast<std::uint64_t>(span / step) + 1 < needed) step /= 1000;
  step = std::max(step, time.resolution);
  const bool text = time.storage != Storage::kInt32 && time.storage != Storage::kInt64;
  std::int64_t first = ceil_to(start, step);
  if (first > end) first = floor_to(end, time.resolution);  // a range shorter than a step
  Arithmetic set;
  set.storage = time.storage;
  set.first = first / time.unit;
  set.step = step / time.unit;
  set.count = static_cast<uint128>(std::max<std::int64_t>(0, end - first) / step) + 1;
  if (text) set.flags &= ~std::uint32_t{DATAGEN_ORDERED};
  return std::make_unique<ArithmeticSet>(set);
}

// A while after another column of the row; the range where that is null.  Never before it; never after now, unless it
// is itself.
class AfterSet final : public Generator {
 public:
  AfterSet(const TimeTarget& time, std::uint32_t input, bool input_is_date, std::int64_t start, std::int64_t now,
           std::int64_t delay)
      : time_(time), input_(input), input_is_date_(input_is_date), start_(start), now_(now), delay_(delay) {}

  GeneratorInfo info() const override { return {0, 0, time_.storage == Storage::kInt32 ? 10u : 19u}; }

  void values(const datagen_call& call, Ordinals ordinals, datagen_column& out) const override {
    const sdk::TimestampInput input(*call.inputs[input_], input_is_date_);
    if (time_.storage == Storage::kInt32) {
      std::int32_t* const days = sdk::fixed_values<std::int32_t>(out);
      for (std::size_t i = 0; i < ordinals.size(); ++i) {
        // Rounded up: midnight of the base's own day would be before it.
        days[i] = static_cast<std::int32_t>(ceil_to(at(input.at(i), ordinals[i]), kDay) / kDay);
      }
    } else if (time_.storage == Storage::kInt64) {
      std::int64_t* const micros = sdk::fixed_values<std::int64_t>(out);
      for (std::size_t i = 0; i < ordinals.size(); ++i) micros[i] = at(input.at(i), ordinals[i]);
    } else {
      sdk::TextColumn column(out, ordinals.size(), 40);
      for (std::size_t i = 0; i < ordinals.size(); ++i) {
        const std::int64_t micros = at(input.at(i), ordinals[i]);
        column.finish_value(time_.storage == Storage::kDateText
                                ? print_date(column.cursor(), ceil_to(micros, kDay) / kDay)
                                : print_timestamp(column.cursor(), micros));
      }
      column.finish();
    }
  }

 private:
  std::int64_t at(std::optional<std::int64_t> base, std::uint64_t ordinal) const {
    const std::int64_t start = base.value_or(start_);
    if (start >= now_) return ceil_to(start, time_.resolution);
    std::int64_t room = now_ - start;
    if (base) room = std::min(room, delay_);
    const std::int64_t step = std::max(time_.resolution, kSecond);
    const auto steps = static_cast<std::uint64_t>(room / step);
    // Whole steps after the base keep its fraction, so the result is not below it.
    const auto steps_after = static_cast<std::int64_t>(datagen_scale(datagen_mix(ordinal), steps + 1));
    return ceil_to(start + steps_after * step, time_.resolution);
  }

  TimeTarget time_;
  std::uint32_t input_;
  bool input_is_date_;
  std::int64_t start_;
  std::int64_t now_;
  std::int64_t delay_;
};

struct Preset {
  std::int64_t start_before_now;  // microseconds
  std::int64_t end_before_now;    // negative: after now
  bool date_text;
};

template <Preset kPreset>
std::unique_ptr<Generator> make_range_of(const Request& request) {
  const datagen_target& target = request.target;
  const TimeTarget time = time_target(target, false, kPreset.date_text);
  // A column that needs more days than the usual range has gets an earlier start.
  const bool has_start = request.options.is_set("start"), has_end = request.options.is_set("end");
  std::int64_t end = usual_time(request.options.timestamp_or("end", target.now - kPreset.end_before_now));
  std::int64_t start = request.options.timestamp_or("start", std::min(end, target.now - kPreset.end_before_now) -
                                                                 (kPreset.start_before_now - kPreset.end_before_now));
  start = usual_time(start);
  if (has_start && !has_end) end = std::max(end, start);
  if (has_start && has_end && start > end) refuse_option("start", "start is after end; exchange them");
  const auto bound = [&](const char* text) { return text == nullptr ? std::nullopt : parse_timestamp(text); };
  const auto least = bound(target.minimum), most = bound(target.maximum);
  constexpr std::int64_t kFar = 200'000 * 365 * kDay;
  if (!has_start && least && *least > -kFar && *least < kFar) {
    const std::int64_t width = end - start;
    if (*least > start || *least > end) start = *least;
    if (!has_end && start > end) end = start + width;
  }
  if (!has_end && most && *most > -kFar && *most < kFar) {
    const std::int64_t width = end - start;
    end = std::min(end, *most);
    if (!has_start && start > end) start = least && *least <= end ? *least : end - width;
  }
  // PostgreSQL's timestamps begin 4713 BC and end in 294276; the dates that programs read are years 1 to 9999.
  start = std::clamp(start, days_from_civil(1, 1, 1) * kDay, days_from_civil(10000, 1, 1) * kDay - 1);
  end = std::clamp(end, start, days_from_civil(10000, 1, 1) * kDay - 1);
  if (target.distinct_needed > 0 && !has_start && !least) {
    const std::int64_t step = std::max<std::int64_t>(time.resolution, 1);
    const uint128 need = static_cast<uint128>(target.distinct_needed) * static_cast<uint128>(step);
    if (need > static_cast<uint128>(end - start)) {
      const std::int64_t floor = days_from_civil(1, 1, 1) * kDay;
      start = need > static_cast<uint128>(end - floor) ? floor : end - static_cast<std::int64_t>(need);
    }
  }
  const auto input = request.options.column("after");
  if (!input) return make_span(time, start, end, target.distinct_needed);
  const ArrowSchema& schema = *target.inputs[*input];
  if (!sdk::TimestampInput::accepts(schema)) {
    // A default binding may meet a column of another type: that is no fault of the user's.
    return make_span(time, start, end, target.distinct_needed);
  }
  std::int64_t delay = std::int64_t{365} * kDay;
  if (request.options.is_set("max_delay")) {
    const auto parsed = parse_duration(request.options.string("max_delay"));
    if (!parsed) refuse_option("max_delay", "not a length of time; write \"30d\", \"2h\" or a number of seconds");
    delay = *parsed;
  }
  return std::make_unique<AfterSet>(time, *input, std::string_view(schema.format) == "tdD", start,
                                    has_end ? end : std::max(end, target.now), delay);
}

std::unique_ptr<Generator> make_time_of_day(const Request& request) {
  const TimeTarget time = time_target(request.target, true, false);
  const auto bound = [&](const char* name, std::int64_t otherwise) {
    if (!request.options.is_set(name)) return otherwise;
    const auto parsed = parse_time_of_day(request.options.string(name));
    if (!parsed) refuse_option(name, "not a time of day; write \"09:30\" or \"17:00:00\"");
    return *parsed;
  };
  std::int64_t least = 0, most = kDay - 1;
  if (request.target.minimum != nullptr) least = parse_time_of_day(request.target.minimum).value_or(least);
  if (request.target.maximum != nullptr) most = parse_time_of_day(request.target.maximum).value_or(most);
  const std::int64_t start = bound("start", least);
  const std::int64_t end = bound("end", std::max(start, most));
  if (start > end) refuse_option("start", "start is after end; exchange them");
  return make_span(time, start, end, request.target.distinct_needed);
}

constexpr std::int64_t kYear = 365 * kDay;
constexpr Preset kUsual{5 * kYear, 0, false};
constexpr Preset kUsualDate{5 * kYear, 0, true};
constexpr Preset kBirth{80 * kYear, 18 * kYear, true};
constexpr Preset kFuture{0, -2 * kYear, false};
constexpr Preset kRecent{kYear, 0, false};

constexpr datagen_option kStart = sdk::timestamp_option("start", "The earliest value.");
constexpr datagen_option kEnd = sdk::timestamp_option("end", "The latest value.");
constexpr datagen_option kDelay = sdk::string_option("max_delay", "The longest time after it, such as \"30d\".");
constexpr const char* kAfterDoc = "A column that this value is never before.";

constexpr sdk::OptionTable kRangeOptions(kStart, kEnd, sdk::column_option("after", kAfterDoc), kDelay);
constexpr sdk::OptionTable kUpdatedOptions(
    kStart, kEnd,
    sdk::column_option("after", kAfterDoc,
                       R"(["created_at", "created", "inserted_at", "created_on", "date_created", "creation_date",
                           "registered_at", "ordered_at", "order_date", "placed_at", "joined_at", "signup_date",
                           "hired_at", "hire_date", "started_at", "start_date", "starts_at", "opened_at", "create_date",
                           "rental_date", "orderdate", "post_date", "date_started", "check_in_date", "check_in",
                           "departure_time", "sell_start_date", "begin_date", "start_time", "purchase_date",
                           "booking_date", "birth_date"])"),
    kDelay);
constexpr sdk::OptionTable kTimeOptions(sdk::string_option("start", "The earliest time, such as \"09:00\"."),
                                        sdk::string_option("end", "The latest time, such as \"17:30\"."));

constexpr datagen_hint time_hint(const char* column, std::uint32_t match = DATAGEN_MATCH_SUFFIX) {
  return sdk::make_hint(column, kTime, match);
}
constexpr sdk::HintTable kTimestampHints(sdk::make_type_hint(DATAGEN_FAMILY_TIMESTAMP));
constexpr sdk::HintTable kDateHints(sdk::make_type_hint(DATAGEN_FAMILY_DATE));
constexpr sdk::HintTable kTimeHints(sdk::make_type_hint(DATAGEN_FAMILY_TIME));
constexpr sdk::HintTable kCreatedHints(
    time_hint("created_at"), time_hint("created"), time_hint("created_on"), time_hint("inserted_at"),
    time_hint("date_created"), time_hint("creation_date"), time_hint("registered_at"), time_hint("joined_at"),
    time_hint("signup_date"), time_hint("order_date"), time_hint("ordered_at"), time_hint("placed_at"),
    time_hint("hire_date"), time_hint("hired_at"), time_hint("started_at"), time_hint("start_date"),
    time_hint("opened_at"), time_hint("create_date"), time_hint("payment_date"), time_hint("rental_date"),
    time_hint("invoice_date"), time_hint("date_joined"), time_hint("remember_created_at"), time_hint("date_order"),
    time_hint("orderdate"), time_hint("post_date"), time_hint("comment_date"), time_hint("registered"),
    time_hint("registration"), time_hint("registration_date"), time_hint("joined_on"), time_hint("opened_on"),
    time_hint("since"), time_hint("first_seen"), time_hint("date_sent"), time_hint("date_started"),
    time_hint("encounter_datetime"), time_hint("obs_datetime"), time_hint("enrollment_date"),
    time_hint("purchase_date"), time_hint("purchased_at"), time_hint("booked_at"), time_hint("booking_date"),
    time_hint("check_in"), time_hint("check_in_date"), time_hint("departure_time"), time_hint("valid_from"),
    time_hint("starts_at"), time_hint("current_period_start"), time_hint("period_start"), time_hint("sell_start_date"),
    time_hint("available_on"), time_hint("begin_date"), time_hint("start_time"), time_hint("issue_date"),
    time_hint("issued_at"), time_hint("submitted_at"), time_hint("transaction_date"), time_hint("release_date"),
    time_hint("date_added"), time_hint("added_at"));
constexpr sdk::HintTable kUpdatedHints(
    time_hint("updated_at"), time_hint("updated"), time_hint("updated_on"), time_hint("modified_at"),
    time_hint("modified"), time_hint("last_modified"), time_hint("date_updated"), time_hint("deleted_at"),
    time_hint("completed_at"), time_hint("finished_at"), time_hint("ended_at"), time_hint("end_date"),
    time_hint("closed_at"), time_hint("cancelled_at"), time_hint("canceled_at"), time_hint("shipped_at"),
    time_hint("delivered_at"), time_hint("paid_at"), time_hint("processed_at"), time_hint("verified_at"),
    time_hint("approved_at"), time_hint("published_at"), time_hint("last_login"), time_hint("last_login_at"),
    time_hint("last_seen"), time_hint("last_seen_at"), time_hint("confirmed_at"), time_hint("archived_at"),
    time_hint("resolved_at"), time_hint("refunded_at"), time_hint("read_at"), time_hint("sent_at"),
    time_hint("modified_date"), time_hint("last_update"), time_hint("return_date"), time_hint("returned_at"),
    time_hint("shipped_date"), time_hint("ship_date"), time_hint("shipdate"), time_hint("updated_date"),
    time_hint("update_date"), time_hint("write_date"), time_hint("post_modified"), time_hint("touched"),
    time_hint("changed_on"), time_hint("committed_on"), time_hint("last_login_on"), time_hint("applied"),
    time_hint("date_last_active"), time_hint("date_stopped"), time_hint("death_date"), time_hint("check_out"),
    time_hint("check_out_date"), time_hint("arrival_time"), time_hint("sell_end_date"), time_hint("end_time"),
    time_hint("delivery_date"), time_hint("modification_date"), time_hint("last_used_at"), time_hint("ends_at"),
    // Any other "<done>_at" is when something was done to a row.
    sdk::make_hint("at", kTime, DATAGEN_MATCH_SUFFIX, nullptr, nullptr, -5));
constexpr sdk::HintTable kBirthHints(time_hint("birth_date"), time_hint("birthdate"), time_hint("date_of_birth"),
                                     time_hint("birthday"), time_hint("dob"), time_hint("born_on"));
constexpr sdk::HintTable kFutureHints(
    time_hint("expires_at"), time_hint("expires_on"), time_hint("expiry_date"), time_hint("expiration_date"),
    time_hint("due_date"), time_hint("due_at"), time_hint("valid_until"), time_hint("valid_to"), time_hint("expiry"),
    time_hint("scheduled_at"), time_hint("renewal_date"), time_hint("expires"), time_hint("required_date"),
    time_hint("expire_date"), time_hint("expiration"), time_hint("invoice_date_due"), time_hint("validity_date"),
    time_hint("scheduled_date"), time_hint("scheduled_for"), time_hint("effective_date"), time_hint("suspended_till"),
    time_hint("banned_until"), time_hint("locked_until"), time_hint("until"), time_hint("lock_expires"),
    time_hint("deadline"), time_hint("trial_end"), time_hint("trial_ends_at"), time_hint("current_period_end"),
    time_hint("period_end"), time_hint("redeem_by"), time_hint("due_by"), time_hint("appointment_date"),
    time_hint("estimated_delivery"), time_hint("estimated_delivery_date"), time_hint("next_billing_date"),
    time_hint("next_run_at"), time_hint("retry_at"), time_hint("expected_at"),
    sdk::make_hint("arrival_date", kTime, DATAGEN_MATCH_SUFFIX, "payout"));
constexpr sdk::HintTable kRecentHints(time_hint("timestamp"), time_hint("recorded_at"), time_hint("measured_at"),
                                      time_hint("occurred_at"), time_hint("event_time"), time_hint("logged_at"),
                                      time_hint("action_time"), time_hint("spent_on"), time_hint("reading_time"),
                                      time_hint("observed_at"), time_hint("captured_at"), time_hint("sampled_at"));

constexpr std::uint32_t kTargets = kTime | kText;
constexpr datagen_generator_class kTimestamp = sdk::make_generator_class<make_range_of<kUsual>, kRangeOptions>(
    {.id = "datagen.timestamp", .summary = "A date and time", .families = kTargets, .hints = kTimestampHints});
constexpr datagen_generator_class kDate = sdk::make_generator_class<make_range_of<kUsualDate>, kRangeOptions>(
    {.id = "datagen.date", .summary = "A date", .families = kTargets, .hints = kDateHints});
constexpr datagen_generator_class kTimeOfDay = sdk::make_generator_class<make_time_of_day, kTimeOptions>(
    {.id = "datagen.time", .summary = "A time of day", .families = DATAGEN_FAMILY_TIME | kText, .hints = kTimeHints});
constexpr datagen_generator_class kCreated = sdk::make_generator_class<make_range_of<kUsual>, kRangeOptions>(
    {.id = "datagen.created_at", .summary = "When a row came to be", .families = kTargets, .hints = kCreatedHints});
constexpr datagen_generator_class kUpdated = sdk::make_generator_class<make_range_of<kUsual>, kUpdatedOptions>(
    {.id = "datagen.updated_at",
     .summary = "When something happened to a row, after it came to be",
     .families = kTargets,
     .hints = kUpdatedHints});
constexpr datagen_generator_class kBirthDate = sdk::make_generator_class<make_range_of<kBirth>, kRangeOptions>(
    {.id = "datagen.birth_date", .summary = "An adult's date of birth", .families = kTargets, .hints = kBirthHints});
constexpr datagen_generator_class kFutureDate = sdk::make_generator_class<make_range_of<kFuture>, kUpdatedOptions>(
    {.id = "datagen.future_date", .summary = "A time to come", .families = kTargets, .hints = kFutureHints});
constexpr datagen_generator_class kRecentTime = sdk::make_generator_class<make_range_of<kRecent>, kRangeOptions>(
    {.id = "datagen.recent_time", .summary = "A time in the past year", .families = kTargets, .hints = kRecentHints});

constexpr const datagen_generator_class* kClasses[] = {&kTimestamp, &kDate,      &kTimeOfDay,  &kCreated,
                                                       &kUpdated,   &kBirthDate, &kFutureDate, &kRecentTime};

}  // namespace

Classes time_classes() { return kClasses; }

}  // namespace datagen::generators
