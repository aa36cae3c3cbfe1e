#include <charconv>

#include "datagen/core/run.hpp"

namespace datagen {

namespace {

// Reads what it is asked for from the front of a text; after a failure everything fails.
class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}
  std::int64_t number(std::size_t digits) {
    std::int64_t value = 0;
    if (text_.size() < digits) ok_ = false;
    if (!ok_) return 0;
    for (char c : text_.substr(0, digits)) {
      ok_ = ok_ && c >= '0' && c <= '9';
      value = value * 10 + (c - '0');
    }
    text_.remove_prefix(digits);
    return value;
  }
  bool accept(std::string_view any) {
    if (text_.empty() || any.find(text_[0]) == std::string_view::npos) return false;
    text_.remove_prefix(1);
    return true;
  }
  void expect(std::string_view any) { ok_ = accept(any) && ok_; }
  [[nodiscard]] char peek() const { return text_.empty() ? '\0' : text_[0]; }
  void require(bool condition) { ok_ = ok_ && condition; }
  [[nodiscard]] bool at_end() const { return text_.empty(); }
  [[nodiscard]] bool ok() const { return ok_; }

 private:
  std::string_view text_;
  bool ok_ = true;
};

// Howard Hinnant, "chrono-compatible low-level date algorithms".
std::int64_t days_from_civil(std::int64_t y, std::int64_t m, std::int64_t d) {
  y -= m <= 2;
  std::int64_t era = (y >= 0 ? y : y - 399) / 400, year_of_era = y - era * 400;
  std::int64_t day_of_year = (153 * (m + (m > 2 ? -3 : 9)) + 2) / 5 + d - 1;
  return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719468;
}

int days_in_month(std::int64_t year, std::int64_t month) {
  static constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  return month == 2 && leap ? 29 : days[month - 1];
}

}  // namespace

std::optional<std::int64_t> parse_timestamp(std::string_view text) {
  Reader in(text);
  std::int64_t year = in.number(4);
  in.expect("-");
  std::int64_t month = in.number(2);
  in.expect("-");
  std::int64_t day = in.number(2);
  in.require(month >= 1 && month <= 12);
  if (!in.ok()) return std::nullopt;
  in.require(day >= 1 && day <= days_in_month(year, month));
  std::int64_t seconds = 0, microseconds = 0, offset = 0;
  if (!in.at_end()) {
    in.expect("T ");
    std::int64_t hour = in.number(2);
    in.expect(":");
    std::int64_t minute = in.number(2), second = 0;
    if (in.accept(":")) {
      second = in.number(2);
      if (in.accept(".")) {
        in.require(in.peek() >= '0' && in.peek() <= '9');
        for (std::int64_t unit = 100000; in.peek() >= '0' && in.peek() <= '9'; unit /= 10)
          microseconds += in.number(1) * unit;
      }
    }
    in.require(hour <= 23 && minute <= 59 && second <= 59);
    seconds = hour * 3600 + minute * 60 + second;
    if (!in.accept("Zz") && !in.at_end()) {
      std::int64_t sign = in.peek() == '-' ? -1 : 1;
      in.expect("+-");
      std::int64_t hours = in.number(2), minutes = 0;
      if (!in.at_end()) {
        in.accept(":");
        minutes = in.number(2);
      }
      in.require(hours <= 15 && minutes <= 59);
      offset = sign * (hours * 3600 + minutes * 60);
    }
  }
  if (!in.ok() || !in.at_end()) return std::nullopt;
  return (days_from_civil(year, month, day) * 86400 + seconds - offset) * 1000000 + microseconds;
}

}  // namespace datagen
