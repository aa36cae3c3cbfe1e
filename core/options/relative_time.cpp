#include "options/relative_time.hpp"

#include <charconv>
#include <chrono>

#include "datagen/core/run.hpp"

namespace datagen {
namespace {

using Microseconds = std::chrono::microseconds;
using Instant = std::chrono::sys_time<Microseconds>;

constexpr std::int64_t kMostMonths = 12 * 10'000;

bool representable(std::chrono::year_month_day date) {
  return date.ok() && date.year() >= std::chrono::year{1} && date.year() <= std::chrono::year{9999};
}

std::optional<std::int64_t> add_months(std::int64_t now, std::int64_t months) {
  if (months > kMostMonths || months < -kMostMonths) return std::nullopt;
  const Instant instant{Microseconds{now}};
  const auto day = std::chrono::floor<std::chrono::days>(instant);
  std::chrono::year_month_day date{day};
  date += std::chrono::months{static_cast<int>(months)};
  if (!date.ok()) date = date.year() / date.month() / std::chrono::last;
  if (!representable(date)) return std::nullopt;
  return (std::chrono::sys_days{date} + (instant - day)).time_since_epoch().count();
}

std::optional<std::int64_t> add_fixed(std::int64_t now, std::int64_t count, std::int64_t seconds) {
  std::int64_t offset = 0;
  std::int64_t sum = 0;
  if (__builtin_mul_overflow(count, seconds * 1'000'000, &offset) || __builtin_add_overflow(now, offset, &sum)) {
    return std::nullopt;
  }
  constexpr Instant first{std::chrono::sys_days{std::chrono::year{1} / 1 / 1}};
  constexpr Instant end{std::chrono::sys_days{std::chrono::year{10000} / 1 / 1}};
  const Instant instant{Microseconds{sum}};
  if (instant < first || instant >= end) return std::nullopt;
  return sum;
}

}  // namespace

std::optional<std::int64_t> resolve_time(std::string_view text, std::int64_t now) {
  if (text == "now") return now;
  if (text.empty() || (text[0] != '+' && text[0] != '-')) return parse_timestamp(text);

  std::int64_t count = 0;
  const char* const end = text.data() + text.size();
  const auto [unit_start, error] = std::from_chars(text.data() + 1, end, count);
  if (error != std::errc{} || text[1] == '-') return std::nullopt;
  if (text[0] == '-') count = -count;
  const std::string_view unit(unit_start, static_cast<std::size_t>(end - unit_start));
  if (unit == "s") return add_fixed(now, count, 1);
  if (unit == "m") return add_fixed(now, count, 60);
  if (unit == "h") return add_fixed(now, count, 3600);
  if (unit == "d") return add_fixed(now, count, 86'400);
  if (unit == "w") return add_fixed(now, count, 7 * 86'400);
  if (unit == "mo") return add_months(now, count);
  if (unit == "y" && count <= kMostMonths && count >= -kMostMonths) return add_months(now, 12 * count);
  return std::nullopt;
}

}  // namespace datagen
