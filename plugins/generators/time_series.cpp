// Times in row order, at an even pace or as people work.
#include <array>
#include <cmath>

#include "families.hpp"
#include "literals.hpp"

namespace datagen::generators {
namespace {

enum Pattern { kUniform, kBusinessHours, kDailyPeak, kWeekly };
constexpr std::int64_t kWeek = 7 * kDay;
constexpr const char* kPatterns[] = {"uniform", "business_hours", "daily_peak", "weekly"};

// How far a time may lie from its place in the series, and how activity grows.
struct Variation {
  double jitter = 0;  // share of the interval, below 1
  double trend = 0;   // of the pace from the first ordinal to the last: the pace at x in [0, 1] is 1 + trend (x - 1/2)
};

// With a jitter, each time moves within its interval by random bits of its ordinal, so that order and, up to the
// resolution, distinctness remain.  With a trend, ordinal i takes the place of the ordinal where that share of the
// activity has passed: the root of x + trend (x^2 - x) / 2 = i / count.
// Without activity that varies, ordinal i comes i intervals after the start.  With it, i falls into the same week, and
// within it where the share of the week's activity that has passed is the share of the week that would have: the
// inverse of the hourly activity, cumulated over the 168 hours of a week.
class TimeSeries final : public Generator {
 public:
  TimeSeries(std::int64_t start, std::int64_t interval, std::uint64_t count, bool date,
             const std::array<double, 168>& activity, bool even, Variation variation)
      : start_(start), interval_(interval), count_(count), date_(date), even_(even), variation_(variation) {
    double total = 0;
    for (const double hour : activity) total += hour;
    double passed = 0;
    for (std::size_t hour = 0; hour < 168; ++hour) {
      cumulated_[hour] = passed / total;
      passed += activity[hour];
    }
    cumulated_[168] = 1;
  }

  // Leaves out what would lie after end; the first time stays.
  void end_at(std::int64_t end) {
    const double latest = variation_.trend != 0 ? 1 : variation_.jitter;
    std::uint64_t low = 1, high = count_;
    while (low < high) {
      const std::uint64_t middle = low + (high - low + 1) / 2;
      if (place(middle - 1, latest) <= end) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    count_ = low;
  }

  GeneratorInfo info() const override {
    const bool distinct = even_ && variation_.trend == 0 && variation_.jitter == 0 && (!date_ || interval_ >= kDay);
    return {DATAGEN_SEQUENTIAL | DATAGEN_ORDERED | (distinct ? kInjective : 0u), count_, 19};
  }

  void values(const datagen_call&, Ordinals ordinals, datagen_column& out) const override {
    for (std::size_t i = 0; i < ordinals.size(); ++i) {
      const std::int64_t time = at(ordinals[i]);
      if (date_) {
        sdk::fixed_values<std::int32_t>(out)[i] =
            static_cast<std::int32_t>(std::floor(static_cast<double>(time) / kDay));
      } else {
        sdk::fixed_values<std::int64_t>(out)[i] = time;
      }
    }
  }

  std::uint64_t locate(std::string_view value, bool greater) const override {
    const auto bound = parse_timestamp(value);
    if (!bound) throw PluginError(DATAGEN_INVALID_ARGUMENT, "not a time: " + std::string(value));
    std::uint64_t low = 0, high = count_;
    while (low < high) {
      const std::uint64_t middle = low + (high - low) / 2;
      std::int64_t time = at(middle);
      if (date_) time = static_cast<std::int64_t>(std::floor(static_cast<double>(time) / kDay)) * kDay;
      if (greater ? time > *bound : time >= *bound) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

 private:
  std::int64_t at(std::uint64_t ordinal) const {
    if (variation_.trend == 0 && variation_.jitter == 0) return place(ordinal, 0);
    double exact = static_cast<double>(ordinal);
    if (variation_.jitter > 0) exact += variation_.jitter * datagen_unit(datagen_mix(ordinal ^ 0x8bb84b93962eacc9u));
    if (variation_.trend != 0) {
      const double count = static_cast<double>(count_), share = exact / count, half = variation_.trend / 2;
      exact = count * 2 * share / ((1 - half) + std::sqrt((1 - half) * (1 - half) + 4 * half * share));
    }
    const double whole = std::floor(exact);
    return place(static_cast<std::uint64_t>(whole), exact - whole);
  }

  // Where ordinal + fraction lies.
  std::int64_t place(std::uint64_t ordinal, double fraction) const {
    if (even_) {
      return start_ + static_cast<std::int64_t>(ordinal) * interval_ +
             static_cast<std::int64_t>(fraction * static_cast<double>(interval_));
    }
    const std::int64_t passed = static_cast<std::int64_t>(ordinal) * interval_;
    const double weeks = (static_cast<double>(passed % kWeek) + fraction * static_cast<double>(interval_)) / kWeek;
    const double share = weeks - std::floor(weeks);
    std::size_t hour = 0;
    while (hour < 167 && cumulated_[hour + 1] <= share) ++hour;
    const double width = cumulated_[hour + 1] - cumulated_[hour];
    const double within = width > 0 ? (share - cumulated_[hour]) / width : 0;
    const auto seconds = static_cast<std::int64_t>((static_cast<double>(hour) + within) * 3600);
    return start_ + (passed / kWeek + static_cast<std::int64_t>(std::floor(weeks))) * kWeek + seconds * kSecond;
  }

  std::int64_t start_;
  std::int64_t interval_;
  std::uint64_t count_;
  bool date_;
  bool even_;
  Variation variation_;
  std::array<double, 169> cumulated_{};
};

// Activity of hour h of the week that begins on Monday, turned so that hour 0 is the start's.
std::array<double, 168> weekly_activity(Pattern pattern, std::int64_t start, const std::vector<int>& peak_hours) {
  std::int64_t hours = start / (3600 * kSecond);
  // 1970-01-01 was a Thursday: three days after Monday.
  const auto offset = static_cast<std::size_t>(((hours + 72) % 168 + 168) % 168);
  std::array<double, 168> result{};
  for (std::size_t i = 0; i < 168; ++i) {
    const std::size_t hour = (i + offset) % 168;
    const auto of_day = static_cast<int>(hour % 24);
    const bool weekend = hour >= 120;
    double activity = 1;
    if (pattern == kBusinessHours) activity = !weekend && of_day >= 9 && of_day < 17 ? 1 : 0;
    if (pattern == kDailyPeak) {
      activity = 0.2;
      for (const int peak : peak_hours) {
        const int distance = std::min(std::abs(of_day - peak), 24 - std::abs(of_day - peak));
        activity += std::exp(-0.25 * distance * distance);
      }
    }
    if (pattern == kWeekly) activity = weekend ? 0.3 : 1;
    result[i] = activity;
  }
  return result;
}

std::unique_ptr<Generator> make_series(const Request& request) {
  const datagen_target& target = request.target;
  const std::string_view format = target.format;
  const bool date = format == "tdD";
  if (!date && format.substr(0, 4) != "tsu:") {
    refuse_target(target, std::string("makes times, which ") + target.postgres_type + " does not hold");
  }
  constexpr std::int64_t kHour = 3600 * kSecond;
  std::int64_t start = usual_time(request.options.timestamp_or("start", target.now - 365 * kDay));
  const std::int64_t end = usual_time(request.options.timestamp_or("end", std::max(target.now, start)));
  if (end < start) refuse_option("start", "start is after end; exchange them");
  const auto interval = parse_duration(request.options.string("interval"));
  if (!interval || *interval < 1) {
    refuse_option("interval", "not a length of time above 0; write \"5m\", \"1h\" or a number of seconds");
  }
  const auto pattern = static_cast<Pattern>(request.options.choice("pattern"));
  std::vector<int> peaks;
  for (const double hour : request.options.numbers("peak_hours")) {
    if (!(hour >= 0 && hour < 24)) refuse_option("peak_hours", "hours of the day are 0 to 23");
    peaks.push_back(static_cast<int>(hour));
  }
  if (peaks.empty()) peaks = {9, 13, 19};
  const bool even = pattern == kUniform;
  if (!even) start = start / kHour * kHour;
  // Without an end the series goes on for as many rows as there are.
  auto count = static_cast<std::uint64_t>((end - start) / *interval) + 1;
  if (!request.options.is_set("end")) {
    const auto room = static_cast<std::uint64_t>((days_from_civil(9999, 12, 31) * kDay - start) / *interval);
    count = std::max(count, std::min(std::max(target.row_count, target.distinct_needed), room));
  }
  auto series =
      std::make_unique<TimeSeries>(start, *interval, count, date, weekly_activity(pattern, start, peaks), even,
                                   Variation{request.options.number("jitter"), request.options.number("trend")});
  if (request.options.is_set("end")) series->end_at(end);
  return series;
}

constexpr sdk::OptionTable kOptions(
    sdk::timestamp_option("start", "The first time; a year before now if left out."),
    sdk::timestamp_option("end", "The last time; as many intervals as there are rows if left out."),
    sdk::string_option("interval", "From one row to the next, on average.", "\"1h\""),
    sdk::choice_option("pattern", "How activity varies over day and week.", kPatterns, "\"uniform\""),
    sdk::float_list_option("peak_hours", "The busy hours of daily_peak."),
    sdk::float_option("jitter", "How far times stray from an even pace, as a share of the interval.", "0", "0",
                      "0.999"),
    sdk::float_option("trend", "How the pace grows from first to last: 1 means from half the mean to one and a half.",
                      "0", "-1.9", "1.9"));
constexpr datagen_generator_class kSeries = sdk::make_generator_class<make_series, kOptions>(
    {.id = "datagen.timeseries", .summary = "Times in row order", .families = kTime, .algorithm_version = 2});
constexpr const datagen_generator_class* kClasses[] = {&kSeries};

}  // namespace

Classes series_classes() { return kClasses; }

}  // namespace datagen::generators
